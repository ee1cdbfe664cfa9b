package blind

import (
	"fmt"
	"maps"
	"slices"

	"recount.invalid/recount/model"
)

// chapterTexts are the short texts around a chapter.
var chapterTexts = []comparer[*Chapter, *model.Commitment]{
	chapterText("id", func(c *Chapter) *string { return c.ID }, func(c *model.Commitment) string { return c.ID }),
	chapterText("issue_area", func(c *Chapter) *string { return c.IssueArea }, func(c *model.Commitment) string { return c.IssueArea }),
	chapterText("title", func(c *Chapter) *string { return c.Title }, func(c *model.Commitment) string { return c.Title }),
	chapterText("source_document", func(c *Chapter) *string { return c.SourceDocument }, func(c *model.Commitment) string { return c.SourceDocument }),
	chapterText("compliance_director", func(c *Chapter) *string { return c.Director }, func(c *model.Commitment) string { return c.Director }),
	chapterText("lead_analyst", func(c *Chapter) *string { return c.LeadAnalyst }, func(c *model.Commitment) string { return c.LeadAnalyst }),
}

func chapterText(name string, want func(*Chapter) *string, got func(*model.Commitment) string) comparer[*Chapter, *model.Commitment] {
	return comparer[*Chapter, *model.Commitment]{
		field: "commitment." + name,
		want:  func(c *Chapter) string { return wordsOrOpen(want(c)) },
		got:   func(c *model.Commitment) string { return words(got(c)) },
	}
}

// averageFields stand below the scores. A style without percentages has none
// in the truth.
var averageFields = []comparer[*Chapter, *model.Average]{
	{"table.average",
		func(c *Chapter) string { return numberOrOpen(c.Assessment.Average) },
		func(a *model.Average) string { return decimal(a.Value) }},
	{"table.percent",
		func(c *Chapter) string { return numberOrOpen(c.Assessment.Percent) },
		func(a *model.Average) string { return decimal(a.Percent) }},
}

// chapterLists are the sections of a chapter that are lists: the terms that
// are defined, in order, and the levels of the scoring table, in any.
var chapterLists = []comparer[*Chapter, *model.Commitment]{
	{"commitment.definitions",
		func(c *Chapter) string {
			if c.Definitions == nil {
				return open
			}
			return list(c.Definitions, words)
		},
		func(c *model.Commitment) string {
			return list(c.Definitions, func(d model.Definition) string { return words(d.Term) })
		}},
	{"commitment.rubric",
		func(c *Chapter) string {
			if c.RubricLevels == nil {
				return open
			}
			return list(slices.Sorted(slices.Values(c.RubricLevels)), number)
		},
		func(c *model.Commitment) string {
			levels := slices.Clone(c.Rubric)
			slices.SortFunc(levels, func(a, b model.Level) int {
				if a.Score == nil || b.Score == nil {
					return 0 // it is wrong in any place
				}
				return *a.Score - *b.Score
			})
			return list(levels, func(l model.Level) string { return score(l.Score) })
		}},
}

func compareChapters(s *Sheet, t *Truth, r *model.Report) {
	at := map[int]int{}
	for i, c := range r.Commitments {
		at[c.Number] = i
	}
	for i := range t.Commitments {
		want := &t.Commitments[i]
		got, object := new(model.Commitment), reportObject
		k, found := at[want.Number]
		if found {
			got, object = &r.Commitments[k], chapterObject(k)
		}
		where := fmt.Sprint(want.Number)
		s.object = object
		s.found("commitment.found", where, found)
		compareFields(s, chapterTexts, where, want, got)
		compareAssessment(s, want, got, object)
		s.object = object
		compareFields(s, chapterLists, where, want, got)
		compareVerdicts(s, want, got, object)
	}
}

// compareAssessment compares the table of scores.
func compareAssessment(s *Sheet, want *Chapter, got *model.Commitment, chapter string) {
	table, average := new(model.Assessment), new(model.Average)
	if got.Assessment != nil {
		table = got.Assessment
		s.object = chapter + "/assessment"
	}
	if table.Average != nil {
		average = table.Average
	}
	cells := map[string]string{}
	for _, c := range table.Scores {
		cells[c.Member] = score(c.Score)
	}
	for _, m := range slices.Sorted(maps.Keys(want.Assessment.Scores)) {
		s.mark("table.score", fmt.Sprintf("%d %s", want.Number, m), numberOrNone(want.Assessment.Scores[m]), cell(cells, m))
	}
	compareFields(s, averageFields, fmt.Sprint(want.Number), want, average)
}

// cell is what stands in a table, if there is such a cell.
func cell[K comparable](cells map[K]string, key K) string {
	if v, ok := cells[key]; ok {
		return v
	}
	return missing
}
