package dataset

import (
	"reflect"
	"testing"
)

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
	c := newVersions()
	if a := c.same("full"); a != "full" || c.same("full") != a || len(c.texts) != 1 {
		t.Error(a, c.texts)
	}
	long := string(make([]byte, longestSame+1))
	if c.same(long) != long || len(c.texts) != 1 {
		t.Error("a long text is kept")
	}
}

// What waits on disk comes back as it was, and cut short it is an error.
func TestPackedRowsComeBack(t *testing.T) {
	report := &reportInfo{
		id: "r", kind: "report", sha256: "0a", file: "a b.pdf", title: "T", summit: "S", stage: "final", periodFrom: "2024-01-01", periodTo: "2024-02-02",
		published: "2024-03-03", preparedBy: []string{"Ada Moor", "B"}, fields: 7, doubted: 2, disagreeing: "notes",
	}
	commitment := &commitmentInfo{
		id: "c", reportAt: 3, number: 4, serial: "1-2", area: "A", title: "T", text: "words", counts: true, promise: "p", summit: "s", forum: "G7",
		stage: "final", known: "chapter", year: 2024, normal: "n", reason: "why", normalArea: "area", topic: "topic",
		cells: map[string]*cellInfo{
			"CAN": {member: "CAN", name: "Canada", score: Cell{Set: true, Int: -1}, status: "scored", printed: words("−1"), where: text("table"), place: "\x00\x01"},
			"x":   {name: "x"},
		},
		stated: &statedInfo{scope: "commitment", text: text("0.5"), value: text("0.50"), verdict: text("agrees")},
	}
	bare := &commitmentInfo{id: "d", cells: map[string]*cellInfo{}}
	reports, commitments := newList(t.TempDir(), packReport, unpackReport), newList(t.TempDir(), packCommitment, unpackCommitment)
	at, err := reports.add(report)
	if got, e := reports.at(at); err != nil || e != nil || !reflect.DeepEqual(got, report) {
		t.Errorf("%+v, %v, %v", got, err, e)
	}
	for _, want := range []*commitmentInfo{commitment, bare} {
		at, err := commitments.add(want)
		if got, e := commitments.at(at); err != nil || e != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v, %v", got, err, e)
		}
	}
	p := &packer{}
	packCommitment(p, commitment)
	for n := range p.out {
		if u := (&unpacker{in: p.out[:n]}); unpackCommitment(u) == nil || u.err == nil {
			t.Errorf("cut at %d of %d no error is given", n, len(p.out))
		}
	}
}
