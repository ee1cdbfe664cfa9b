package shape

import (
	"fmt"
	"strings"
)

// Column describes one column of a table.
type Column struct {
	Name string
	Type Type
	// Doc says what the column means, its unit and what its absence means.
	Doc string
	// Required columns have a value in every row.
	Required bool
	// Values are the only values that there are, where they are a list.
	Values []string
	// Ref names the table whose first key column this column refers to.
	Ref string
}

// Table describes one table.
type Table struct {
	Name string
	// Doc says what a row is.
	Doc     string
	Key     []string // primary key
	Columns []Column
	// Search are the columns that the SQLite file searches in full text.
	Search []string
}

// Column gives a column's index, or -1.
func (t *Table) Column(name string) int {
	for i, c := range t.Columns {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// Row is one row: a cell for each column of its table.
type Row []Cell

// Check panics never: it returns what is wrong with a row, for tests and for
// the reader of stored rows.
func (t *Table) Check(r Row) error {
	if len(r) != len(t.Columns) {
		return fmt.Errorf("table %s: row of %d cells, want %d", t.Name, len(r), len(t.Columns))
	}
	for i, c := range t.Columns {
		if c.Required && !r[i].Set {
			return fmt.Errorf("table %s: column %s is empty", t.Name, c.Name)
		}
	}
	return nil
}

// TypeWords say of each type what a reader of a codebook wants to know.
var TypeWords = map[Type]string{
	String:  "text",
	Integer: "whole number",
	Score:   "score: −1, 0 or +1 in a sound report",
	Number:  "decimal number",
	Date:    "date (YYYY-MM-DD)",
}

// ValuesText are the only values of a column, divided by blanks; empty where it
// may have any.
func (c Column) ValuesText() string { return strings.Join(c.Values, " ") }
