package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// The text is measured by the chapters' tables too: a figure that fits a
// chapter is not held against a summary table from which a column is lost, and
// nobody is ranked by means that differ.
func TestProseBesideAColumnThatIsLost(t *testing.T) {
	for _, test := range []struct {
		name string
		lose bool
		want []string
	}{
		{"whole", false, nil},
		{"without Japan's column", true, nil},
	} {
		r := proseReport(t, "The commitment on port fees received an average score of 0.00 (50%). Canada had the highest compliance at +0.75 (88%), followed by France and Japan at +0.50 (75%).")
		m := &r.Matrices[0]
		for i, row := range m.Rows {
			c := model.Commitment{Number: i + 1, ID: row.ID, Title: row.Label, Assessment: &model.Assessment{}}
			for k, s := range row.Scores {
				c.Assessment.Scores = append(c.Assessment.Scores, model.Score{Member: m.Members[k], Name: m.Names[k], Score: s, Text: row.Cells[k]})
			}
			r.Commitments = append(r.Commitments, c)
		}
		if test.lose {
			m.Members, m.Names = m.Members[:4], m.Names[:4]
			for i := range m.Rows {
				m.Rows[i].Scores, m.Rows[i].Cells, m.Rows[i].Average = m.Rows[i].Scores[:4], m.Rows[i].Cells[:4], nil
			}
			m.ColumnAverages, m.Overall = nil, nil
		}
		found, counts, _ := runRules(t, r, "prose-figure", "ranking-order")
		if !same(found, test.want) || test.lose != (counts["prose-figure"].Undecided > 0) {
			t.Errorf("%s: found %q, %+v", test.name, found, counts)
		}
	}
}

// Where the notes of a chapter are all there and the markers leave out a run of
// numbers, text is missing, and no section is said to be.
func TestMarkersThatLeap(t *testing.T) {
	for _, test := range []struct {
		name  string
		leave int // markers taken out before India's section, which is missing
		want  int
	}{{"one after the other", 0, 1}, {"a run left out", 4, 0}} {
		r := cleanReport()
		v := r.Commitments[0].Verdicts
		r.Commitments[0].Verdicts = append(v[:1:1], v[2:]...)
		n := firstNote
		for i := range r.Commitments {
			for j := range r.Commitments[i].Verdicts {
				for k := range r.Commitments[i].Verdicts[j].Actions {
					r.Commitments[i].Verdicts[j].Actions[k].Footnotes[0].Number = n
					n++
				}
				if i == 0 && j == 0 {
					n += test.leave
				}
			}
		}
		r.Footnotes = nil
		for k := firstNote; k < n; k++ {
			r.Footnotes = append(r.Footnotes, model.Footnote{Number: k, Commitment: 1, Text: "Notice, Harbour Office."})
		}
		if got := countOf(run(t, r, Options{Only: []string{"score-section-missing"}}), "score-section-missing").Failed; got != test.want {
			t.Errorf("%s: %d findings, want %d", test.name, got, test.want)
		}
	}
}
