package parse

import (
	"slices"
	"testing"

	"recount.invalid/recount/model"
)

func box(x0, top, x1, bottom float64) model.Box { return model.Box{x0, top, x1, bottom} }

// aReport has one chapter on page 3 with a table, two sections and a note.
func aReport() *model.Report {
	at := func(top, bottom float64) model.At {
		return model.At{{Page: 3, Box: box(70, top, 500, bottom)}}
	}
	return &model.Report{
		Commitments: []model.Commitment{{
			Number: 1, At: at(80, 100), Heading: &model.Text{Text: "1. Trade", At: at(50, 70)},
			Assessment: &model.Assessment{At: at(110, 180)},
			Verdicts: []model.Verdict{
				{Member: "CAN", Heading: &model.Text{At: at(200, 215)}, Actions: []model.Action{{At: at(220, 260)}, {At: at(270, 300)}}},
				{Member: "FRA", Heading: &model.Text{At: at(340, 355)}, Actions: []model.Action{{At: at(360, 400)}}},
			},
		}},
		Footnotes: []model.Footnote{{Number: 1, At: at(700, 712)}},
	}
}

func TestAboutNamesTheSmallestObject(t *testing.T) {
	index := newObjectIndex(aReport())
	for _, test := range []struct {
		name string
		at   model.At
		want []string
	}{
		{"a cell of the table", model.At{{Page: 3, Box: box(300, 120, 320, 132)}}, []string{"/commitments/0/assessment"}},
		{"a word of the second action", model.At{{Page: 3, Box: box(100, 275, 120, 285)}}, []string{"/commitments/0/verdicts/0/actions/1"}},
		{"a line between two sections", model.At{{Page: 3, Box: box(70, 310, 300, 322)}}, []string{"/commitments/0/verdicts/0"}},
		{"a note", model.At{{Page: 3, Box: box(80, 701, 90, 711)}}, []string{"/footnotes/0"}},
		{"another page", model.At{{Page: 9, Box: box(80, 701, 90, 711)}}, []string{"/source"}},
		{"no place", nil, []string{"/source"}},
	} {
		if got := index.at(test.at); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
	if got := index.at(model.At{{Page: 3}}); len(got) != 9 {
		t.Errorf("a whole page: got %d objects, want all 9: %v", len(got), got)
	}
}

// checked runs the checks over a report as if it had been read.
func checked(rep *model.Report) []model.Warning {
	r := newReading(&model.Document{}, Options{})
	r.Rep = rep
	_ = r.CheckItself()
	_ = r.sayWhatAbout()
	return rep.Warnings
}

func about(ws []model.Warning, kind string) [][]string {
	var out [][]string
	for _, w := range ws {
		if w.Kind == kind {
			out = append(out, w.About)
		}
	}
	return out
}

func TestASectionWithoutRowDoubtsTheTable(t *testing.T) {
	rep, zero := aReport(), 0
	rep.Commitments[0].Assessment.Scores = []model.Score{{Member: "CAN", Name: "Canada", Score: &zero}}
	got := about(checked(rep), "row-missing")
	if len(got) != 1 || !slices.Equal(got[0], []string{"/commitments/0/assessment"}) {
		t.Errorf("got %v", got)
	}
	near := aReport() // a row without a score is a row
	near.Commitments[0].Assessment.Scores = []model.Score{{Member: "CAN", Name: "Canada"}, {Member: "FRA", Name: "France", Score: &zero}}
	if got := about(checked(near), "row-missing"); len(got) != 0 {
		t.Errorf("doubted without cause: %v", got)
	}
}

func TestAMissingSectionDoubtsTheOneBeforeIt(t *testing.T) {
	rep, zero := aReport(), 0
	rep.Commitments[0].Assessment.Scores = []model.Score{
		{Member: "CAN", Name: "Canada", Score: &zero}, {Member: "FRA", Name: "France", Score: &zero},
		{Member: "DEU", Name: "Germany", Score: &zero}, {Member: "ITA", Name: "Italy"}, // not assessed
	}
	got := about(checked(rep), "section-missing")
	if len(got) != 1 || !slices.Equal(got[0], []string{"/commitments/0/verdicts/1"}) {
		t.Errorf("got %v", got)
	}
	near := aReport()
	near.Commitments[0].Assessment.Scores = rep.Commitments[0].Assessment.Scores[:2]
	if got := about(checked(near), "section-missing"); len(got) != 0 {
		t.Errorf("every member has a section, but: %v", got)
	}
}

func TestNotesAndMarkersDoubtEachOther(t *testing.T) {
	rep := aReport()
	rep.Footnotes = []model.Footnote{{Number: 7}, {Number: 8}, {Number: 9}, {Number: 11}}
	actions := rep.Commitments[0].Verdicts[0].Actions
	actions[0].Footnotes = []model.Ref{{Number: 7}}
	actions[1].Footnotes = []model.Ref{{Number: 9}, {Number: 10}, {Number: 11}}
	ws := checked(rep)
	want := []string{"/footnotes/1", "/commitments/0/verdicts/0/actions/0", "/commitments/0/verdicts/0/actions/1"}
	if got := about(ws, "note-without-marker"); len(got) != 1 || !slices.Equal(got[0], want) {
		t.Errorf("note 8: got %v, want %v", got, want)
	}
	if got := about(ws, "marker-without-note"); len(got) != 1 || got[0][0] != "/commitments/0/verdicts/0/actions/1" {
		t.Errorf("marker 10: got %v", got)
	}
	if got := about(ws, "note-gap"); len(got) != 1 || got[0][0] != "/footnotes/2" {
		t.Errorf("behind note 9: got %v", got)
	}
	rep = aReport()
	rep.Footnotes = []model.Footnote{{Number: 1}}
	rep.Commitments[0].Verdicts[1].Actions[0].Footnotes = []model.Ref{{Number: 1}}
	for _, kind := range []string{"note-without-marker", "marker-without-note", "note-gap"} {
		if got := about(checked(rep), kind); len(got) != 0 {
			t.Errorf("a sound report: %s %v", kind, got)
		}
	}
}

func TestAPartThatMostSectionsHave(t *testing.T) {
	rep, one := aReport(), 1
	v := &rep.Commitments[0]
	v.Verdicts = append(v.Verdicts, model.Verdict{Member: "DEU", Name: "Germany"})
	v.Verdicts[0].HeadingScore, v.Verdicts[1].HeadingScore = &one, &one
	got := about(checked(rep), "section-part")
	if len(got) != 1 || got[0][0] != "/commitments/0/verdicts/2/heading_score" {
		t.Errorf("got %v", got)
	}
}
