package parse

import (
	"slices"
	"testing"

	"recount.invalid/recount/model"
)

// A chapter without a scoring table is told where as many have one; a report
// that prints none, or one only, says nothing.
func TestChapterWithoutRubric(t *testing.T) {
	told := func(rubrics ...bool) int {
		s := newSheet()
		for i, has := range rubrics {
			s.page().put(sheetLeft, 16, "*"+[]string{"1. Harbours: Tide Gauges", "2. Safety: Pilots", "3. Trade: Nets"}[i]+"*")
			s.y += 10
			s.put(sheetLeft, 12, "*Commitment*")
			s.y += 4
			s.para("“We will put a gauge into every harbour of ours.”")
			s.line("*Background*").para("The harbours have had no gauges since the great flood of the north.")
			s.y += 10
			if has {
				s.line("*Scoring Guidelines*")
				s.ruled([]float64{sheetLeft, 140, 500}, []string{"+1", "The member digs the wells AND shares the drawings with others."}, []string{"0", "The member digs the wells OR shares the drawings with others."}, []string{"−1", "The member does neither."})
				s.y += 16
			}
			s.line("*Canada: 0*").para("Canada has partially complied with its commitment.")
		}
		rep := s.parse(t)
		if len(rep.Commitments) != len(rubrics) {
			t.Fatalf("%d chapters", len(rep.Commitments))
		}
		return len(slices.DeleteFunc(slices.Clone(rep.Warnings), func(w model.Warning) bool { return w.Kind != "chapter-without-rubric" }))
	}
	if n := told(true, true, false); n != 1 {
		t.Errorf("%d told", n)
	}
	if n := told(false, false, false) + told(true, false, false) + told(true, true, true); n != 0 {
		t.Errorf("%d told where none is lost", n)
	}
}

// A scoring table that lacks a level which its scores or the other chapters' tables have
// is told; one that lacks what nobody has is not.
func TestLevelMissingInScoringTable(t *testing.T) {
	level := func(scores ...int) []model.Level {
		var out []model.Level
		for _, s := range scores {
			out = append(out, model.Level{Score: &s})
		}
		return out
	}
	for name, c := range map[string]struct {
		rubrics [][]model.Level
		given   int
		want    int
	}{
		"others have it":       {[][]model.Level{level(-1, 0, 1), level(0, 1), level(-1, 0, 1)}, 1, 1},
		"its own scores do":    {[][]model.Level{level(0, 1)}, -1, 1},
		"few others have it":   {[][]model.Level{level(-1, 0, 1), level(0, 1), level(0, 1), level(0, 1)}, 1, 0},
		"nobody has it":        {[][]model.Level{level(0, 1), level(0, 1)}, 1, 0},
		"all are there":        {[][]model.Level{level(-1, 0, 1), level(1, 0, -1)}, 0, 0},
		"no levels were told":  {[][]model.Level{level(-1, 0, 1), {{Text: "Level"}}}, 1, 0},
		"no table was printed": {[][]model.Level{level(-1, 0, 1), nil}, 1, 0},
	} {
		r := newReading(&model.Document{}, Options{Vocabulary: testVocab})
		for _, l := range c.rubrics {
			r.Rep.Commitments = append(r.Rep.Commitments, model.Commitment{Rubric: l, Assessment: &model.Assessment{Scores: []model.Score{{Score: &c.given}}}})
		}
		r.LevelsMissing()
		if got := len(r.Rep.Warnings); got != c.want {
			t.Errorf("%s: %d told, want %d: %+v", name, got, c.want, r.Rep.Warnings)
		}
	}
}
