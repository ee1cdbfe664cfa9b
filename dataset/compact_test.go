package dataset

import "testing"

func TestPackedPlace(t *testing.T) {
	table := tables[tableScores]
	row := make(Row, len(table.Columns))
	want := map[string]Cell{"page": {Set: true, Int: 300}, "x0": {Set: true, Text: "100.1"}, "path": {Set: true, Text: "/commitments/0/scores/3"}, "doubted": {Set: true}, "bottom": {Set: true}}
	for column, c := range want {
		row[table.Column(column)] = c
	}
	p := packPlace(rowReader{table, row})
	for _, column := range placeColumns {
		if got := p.cell(column); got != want[column] {
			t.Errorf("%s: %v, want %v", column, got, want[column])
		}
	}
	if got := packedPlace("").cell("page"); got.Set {
		t.Errorf("of no place: %v", got)
	}
}

func TestSame(t *testing.T) {
	c := newCollector()
	if a := c.same("full"); a != "full" || c.same("full") != a || len(c.texts) != 1 {
		t.Error(a, c.texts)
	}
	long := string(make([]byte, longestSame+1))
	if c.same(long) != long || len(c.texts) != 1 {
		t.Error("a long text is kept")
	}
}
