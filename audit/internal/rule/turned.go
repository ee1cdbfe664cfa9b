package rule

import (
	"fmt"
)

// turnedColumn is the name under which the column that a row was in the file is
// kept, where the file's rows are members and the table was turned (package
// scores).
const turnedColumn = "column of the file"

// TurnedRows gives for a published table whose rows are members what its columns are called
// as rows, by their number from 0; nil for other tables.
func (p *Pass) TurnedRows() map[int]int {
	var out map[int]int
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for _, v := range c.Columns {
			if v.Name != turnedColumn {
				continue
			}
			n := 0
			for _, letter := range []byte(v.Value) {
				n = 26*n + int(letter-'A') + 1
			}
			if out == nil {
				out = map[int]int{}
			}
			out[n-1] = c.Row
		}
	}
	return out
}

// turnedPlace says which column of the file a row is; empty where the table stands
// as it was read.
func (p *Pass) turnedPlace(row int) string {
	turned := ""
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for _, v := range c.Columns {
			if v.Name != turnedColumn {
				continue
			}
			if c.Row == row {
				return fmt.Sprintf(" The members are the rows of this table: row %d is its column %s.", row, v.Value)
			}
			turned = " The members are the rows of this table, and its columns are counted as rows."
		}
		if turned == "" {
			return "" // the first row would have it
		}
	}
	return turned
}
