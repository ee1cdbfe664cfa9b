package model

import (
	"slices"
	"testing"
)

func TestExtent(t *testing.T) {
	zero, no, yes := 0, false, true
	r := &Report{
		Schema: SchemaReport, Source: Source{File: "r.pdf", Pages: 3},
		Report: Info{Title: "T", Period: &Period{From: "2031-05-01", At: At{{Page: 1}}}}, // 2
		Commitments: []Commitment{{Number: 1, Assessment: &Assessment{ // 1
			Scores:  []Score{{Member: "CAN", Name: "Canada", Score: &zero}}, // 3
			Average: &Average{Value: &Decimal{Places: 2}},                   // 1: 0.00 was read
		}}},
		Checks: []Check{{Check: "notes", Agrees: &no}, {Check: "notes", Agrees: &no}, {Check: "list", Agrees: &yes}, {Check: "cover"}},
		Warnings: []Warning{
			{Kind: "a", Text: "x", About: []string{"/report", "/footnotes/1"}}, {Kind: "b", About: []string{"/report"}},
		},
	}
	e := r.Extent()
	if e.Fields != 7 || e.Doubted != 2 || !slices.Equal(e.Disagreeing, []string{"notes"}) {
		t.Errorf("%+v", e)
	}
}
