package chapter

import (
	"strconv"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// scale are the levels of a scoring table.
var scale = [...]int{-1, 0, 1}

// LevelsMissing says which scoring tables lack a level that the chapter's own table of
// scores gives, or that at least half of the others' have: a row was lost rather than
// never printed.
func (r *Reader) LevelsMissing() {
	held := map[int]int{} // scoring tables by the level that they have
	tables := 0
	has := make([]map[int]bool, len(r.Rep.Commitments))
	for i := range r.Rep.Commitments {
		has[i] = scoredLevels(r.Rep.Commitments[i].Rubric)
		if len(has[i]) > 0 {
			tables++
		}
		for _, s := range scale {
			if has[i][s] {
				held[s]++
			}
		}
	}
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		if len(has[i]) == 0 {
			continue // none at all is told elsewhere
		}
		for _, s := range scale {
			if has[i][s] || !gives(c.Assessment, s) && (held[s] == 0 || 2*held[s] < tables-1) {
				continue
			}
			at := model.At{}
			for _, l := range c.Rubric {
				at = at.Join(l.At)
			}
			r.Rep.Warnings = append(r.Rep.Warnings, model.Warning{
				Kind: "rubric-level-lost", Text: "no level " + strconv.Itoa(s) + " was found in the scoring table of the chapter " + ChapterName(c) + ", though its scores or other chapters have it",
				At: at, About: []string{sheet.PointerTo("commitments", i, "rubric")},
			})
		}
	}
}

func scoredLevels(levels []model.Level) map[int]bool {
	out := map[int]bool{}
	for _, l := range levels {
		if l.Score != nil {
			out[*l.Score] = true
		}
	}
	return out
}

// gives reports whether a table gives a score to a member.
func gives(a *model.Assessment, score int) bool {
	if a == nil {
		return false
	}
	for _, s := range a.Scores {
		if s.Score != nil && *s.Score == score {
			return true
		}
	}
	return false
}
