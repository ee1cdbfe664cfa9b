package dataset

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

// text makes a cell of a string; an empty one is absent.
func text(s string) Cell { return Cell{Set: s != "", Text: s} }

// words makes a cell of a string that is there even when it is empty.
func words(s string) Cell { return Cell{Set: true, Text: s} }

// integer makes a cell of a number that is there.
func integer(n int) Cell { return Cell{Set: true, Int: int64(n)} }

// positive makes a cell of a number whose zero means absent.
func positive(n int) Cell { return Cell{Set: n > 0, Int: int64(n)} }

// flag makes a cell of yes (1) and no (0).
func flag(yes bool) Cell {
	if yes {
		return integer(1)
	}
	return integer(0)
}

// optional makes a cell of a pointer.
func optional(n *int) Cell {
	if n == nil {
		return Cell{}
	}
	return integer(*n)
}

// point makes a cell of a length in points, to a hundredth.
func point(v float64) Cell {
	return Cell{Set: true, Text: strconv.FormatFloat(v, 'f', 2, 64)}
}

// day makes a cell of an EDTF date: the day, or the first day of an interval
// of days. A month or a year alone is no day.
func day(edtf string) Cell {
	const length = len("2006-01-02")
	if len(edtf) < length || len(edtf) > length && edtf[length] != '/' {
		return Cell{}
	}
	d := edtf[:length]
	if !validDay(d) {
		// An impossible day, such as 31 June, would be refused by Parquet and
		// by every reader of dates; it stays in the column of its words.
		return Cell{}
	}
	return text(d)
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
