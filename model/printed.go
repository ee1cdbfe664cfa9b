package model

// Printed is a table of published scores as it stands, its head first: what the columns and
// rows of its figures are of one another is seen there, and not in what was read of it. It is
// no part of the data, and nil for anything else.
func (r *Report) Printed() *Table { return r.printed }

// SetPrinted keeps the table of which a report was read.
func (r *Report) SetPrinted(t *Table) { r.printed = t }
