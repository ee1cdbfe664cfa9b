package dataset

import (
	"recount.invalid/recount/model"
)

// column is a Column and how it is filled from a value of type T.
type column[T any] struct {
	Column
	get func(T) Cell
}

// col makes a column that may be empty.
func col[T any](name string, t Type, doc string, get func(T) Cell) column[T] {
	return column[T]{Column: Column{Name: name, Type: t, Doc: doc}, get: get}
}

func (c column[T]) required() column[T] { c.Required = true; return c }

func (c column[T]) values(v ...string) column[T] { c.Values = v; return c }

func (c column[T]) refers(table string) column[T] { c.Ref = table; return c }

// kind is a table and how its rows are made from values of type T.
type kind[T any] struct {
	Table
	get []func(T) Cell
}

// define makes a kind of columns; the first is the key.
func define[T any](name, doc string, columns ...column[T]) *kind[T] {
	k := &kind[T]{Table: Table{Name: name, Doc: doc}}
	for _, c := range columns {
		k.Columns = append(k.Columns, c.Column)
		k.get = append(k.get, c.get)
	}
	k.Key = []string{k.Columns[0].Name}
	return k
}

// row fills a row.
func (k *kind[T]) row(v T) Row {
	r := make(Row, len(k.get))
	for i, get := range k.get {
		r[i] = get(v)
	}
	return r
}

// place is where a row's content stands.
type place struct {
	file string
	at   model.At
	// path is the JSON Pointer of the content in what extract prints; empty
	// where it is no object of it.
	path string
	row  int // record of a table of published scores
	// doubted and corrected: a warning says that the content may be misread;
	// a correction changed it.
	doubted, corrected bool
}

// placed is embedded in what a row is made of.
type placed interface{ stands() place }

func (p place) stands() place { return p }

// places are the columns that every table of contents ends with.
func places[T placed]() []column[T] {
	box := func(i int) func(T) Cell {
		return func(v T) Cell {
			at := v.stands().at
			if len(at) == 0 {
				return Cell{}
			}
			return point(at[0].Box[i])
		}
	}
	return []column[T]{
		col("file", String, "The PDF that the row comes from, as named in table files.", func(v T) Cell { return words(v.stands().file) }).required(),
		col("page", Integer, "Page of the file, counted from 1; where the content begins.", func(v T) Cell { return positive(v.stands().at.Page()) }),
		col("x0", Number, "Left edge on that page, in points (1/72 inch) from the page's left edge.", box(0)),
		col("top", Number, "Upper edge on that page, in points from the page's top.", box(1)),
		col("x1", Number, "Right edge, in points from the page's left edge.", box(2)),
		col("bottom", Number, "Lower edge, in points from the page's top.", box(3)),
		col("last_page", Integer, "Page on which the content ends.", func(v T) Cell {
			at := v.stands().at
			if len(at) == 0 {
				return Cell{}
			}
			return positive(at[len(at)-1].Page)
		}),
		col("row", Integer, "Record of a table of published scores, the head being 1; empty for a PDF.", func(v T) Cell { return positive(v.stands().row) }),
		col("path", String, "JSON Pointer of the content in what recount extract prints of the file; corrections name it so.", func(v T) Cell { return text(v.stands().path) }),
		col("doubted", Integer, "1 where a warning says that this, or what it stands in, may be misread, otherwise 0; the warning is in table problems.", func(v T) Cell { return flag(v.stands().doubted) }).required(),
		col("corrected", Integer, "1 where a correction changed this, otherwise 0; what was read is in table corrections.", func(v T) Cell { return flag(v.stands().corrected) }).required(),
	}
}

// with puts further columns behind the given ones.
func with[T any](columns []column[T], more []column[T]) []column[T] {
	return append(columns, more...)
}

// TableRow is a row and the table that it belongs to.
type TableRow struct {
	Table int // index into Tables()
	Row   Row
}
