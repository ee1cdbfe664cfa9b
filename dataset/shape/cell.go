package shape

import "strconv"

// Type is what a column holds.
type Type string

// The types, by their names in a data package (Data Package v2, Table
// Schema).
const (
	String  Type = "string"
	Integer Type = "integer" // 64 bits
	Score   Type = "score"   // a score: a small integer, −1, 0 or +1 in a sound report
	Number  Type = "number"  // 64-bit floating point; written with the decimals given
	Date    Type = "date"    // a day, YYYY-MM-DD
)

// Cell is one value of a table, or none.
type Cell struct {
	// Set is false for a value that is absent.
	Set bool
	// Text is the value of a String, Date or Number (as a decimal number).
	Text string
	// Int is the value of an Integer or Score.
	Int int64
}

// String is the value as CSV shows it.
func (c Cell) String(t Type) string {
	switch {
	case !c.Set:
		return ""
	case t == Integer || t == Score:
		return strconv.FormatInt(c.Int, 10)
	default:
		return c.Text
	}
}
