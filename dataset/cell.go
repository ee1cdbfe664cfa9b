package dataset

import (
	"strconv"

	"recount.invalid/recount/dataset/shape"
)

// What tables are made of; package shape has them, so that what writes tables
// need not know how they are filled.
type (
	Type   = shape.Type
	Cell   = shape.Cell
	Column = shape.Column
	Table  = shape.Table
	Row    = shape.Row
)

// The types of columns.
const (
	String  = shape.String
	Integer = shape.Integer
	Score   = shape.Score
	Number  = shape.Number
	Date    = shape.Date
)

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
