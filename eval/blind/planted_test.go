package blind

import (
	"testing"

	"recount.invalid/recount/audit"
)

func TestMatching(t *testing.T) {
	gap := Defect{Kind: "footnote-gap", Where: "commitment 2, ZAF, footnote 57"}
	access := Defect{Kind: "access-before-publication", Where: "commitment 2, GBR", Detail: "note 49 is accessed before it is published"}
	cases := []struct {
		name    string
		defect  Defect
		finding audit.Finding
		found   bool
	}{
		{"the rule's own name", Defect{Kind: "row-duplicate"}, audit.Finding{Rule: "row-duplicate", Commitment: 7}, true},
		{"an earlier name", Defect{Kind: "wrong-column", Where: "commitment 1"}, audit.Finding{Rule: "score-column", Commitment: 1}, true},
		{"the rule counts before the kind", Defect{Kind: "x", Rule: "summit-year"}, audit.Finding{Rule: "summit-year"}, true},
		{"the other side of it", Defect{Kind: "score-wording"}, audit.Finding{Rule: "score-heading-table"}, true},
		{"rules that are stated are all there are", Defect{Kind: "score-wording", Rules: []string{"score-wording"}}, audit.Finding{Rule: "score-heading-table"}, false},
		{"another rule", Defect{Kind: "row-duplicate"}, audit.Finding{Rule: "summit-year"}, false},
		{"another chapter", Defect{Kind: "date-order", Where: "commitment 1, FRA"}, audit.Finding{Rule: "date-order", Commitment: 2}, false},
		{"no chapter", Defect{Kind: "date-order", Where: "commitment 1, FRA"}, audit.Finding{Rule: "date-order"}, true},
		{"the note", access, audit.Finding{Rule: "citation-access-before-publication", Commitment: 2, Footnote: 49}, true},
		{"another note", access, audit.Finding{Rule: "citation-access-before-publication", Commitment: 2, Footnote: 48}, false},
		{"another figure than was planted", Defect{Kind: "prose-figure", Printed: []byte(`"+0.33 (67%)"`), Expected: []byte(`"+0.67 (83%)"`)}, audit.Finding{Rule: "prose-figure", Stated: "+0.75 (88%)"}, false},
		{"the figure in another form", Defect{Kind: "prose-figure", Printed: []byte(`0.5`)}, audit.Finding{Rule: "prose-figure", Stated: "+0.50"}, true},
		{"a figure that follows from it", Defect{Kind: "average-stated", Printed: []byte(`0.5`), Consequences: []byte(`["Table 3 has 75%"]`)}, audit.Finding{Rule: "percent-stated", Stated: "75%"}, false},
		{"the same by a rule of its kind", Defect{Kind: "matrix-overall", Printed: []byte(`[0.5, 75]`)}, audit.Finding{Rule: "matrix-row-average", Stated: "75%"}, true},
		{"a finding without a figure", Defect{Kind: "ranking-order", Printed: []byte(`"lowest"`)}, audit.Finding{Rule: "ranking-order", Stated: "Norland, then Sudland"}, true},
		{"beside a gap", gap, audit.Finding{Rule: "footnote-gap", Commitment: 2, Footnote: 58}, true},
	}
	for _, c := range cases {
		m := Match(&Truth{Planted: []Defect{c.defect}}, []audit.Finding{c.finding})
		if (m.Found == 1) != c.found || m.Planted != 1 || len(m.Missed) != 1-m.Found {
			t.Errorf("%s: %+v", c.name, m)
		}
	}
}

func TestFalseAlarms(t *testing.T) {
	paper := &Truth{Planted: []Defect{{Kind: "average-stated", Where: "commitment 1"}}, Clean: oneOrMore{2}}
	m := Match(paper, []audit.Finding{
		{Rule: "average-stated", Severity: audit.Error, Commitment: 1}, // planted
		{Rule: "average-stated", Severity: audit.Error, Commitment: 3}, // an error is false wherever it is
		{Rule: "date-order", Severity: audit.Warning, Commitment: 1},   // not in a clean chapter
		{Rule: "date-order", Severity: audit.Warning, Commitment: 2},
		{Rule: "date-order", Severity: audit.Note, Commitment: 2},
		{Rule: "rubric-gap", Severity: audit.Warning, Commitment: 2}, // a matter of judgement
	})
	if m.Found != 1 || m.Errors != 1 || m.Warnings != 1 || len(m.False) != 2 {
		t.Errorf("%+v", m)
	}
}
