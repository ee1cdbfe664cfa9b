package tallies

import (
	"strings"

	"recount.invalid/recount/model"
)

// ChapterOfRow joins a row with its chapter: by serial where both have one,
// by number otherwise. Two serials that differ are two commitments, whatever
// their numbers.
func ChapterOfRow(rep *model.Report, r *model.MatrixRow) *model.Commitment {
	var byNumber *model.Commitment
	for i := range rep.Commitments {
		c := &rep.Commitments[i]
		if r.ID != "" && c.ID != "" {
			if SameSerial(r.ID, c.ID) {
				return c
			}
			continue
		}
		if r.Number > 0 && c.Number == r.Number && byNumber == nil {
			byNumber = c
		}
	}
	return byNumber
}

// SameSerial reports whether two serials name one commitment: they are equal,
// or one has only the number that the other has behind its year (72, 2008-72).
func SameSerial(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return a != "" && !strings.Contains(a, "-") && strings.HasSuffix(b, "-"+a)
}

// ChaptersWithoutRow are the chapters with scores that no row of any summary
// table belongs to.
func ChaptersWithoutRow(rep *model.Report) []*model.Commitment {
	has := map[*model.Commitment]bool{}
	for i := range rep.Matrices {
		for k := range rep.Matrices[i].Rows {
			has[ChapterOfRow(rep, &rep.Matrices[i].Rows[k])] = true
		}
	}
	var out []*model.Commitment
	for i := range rep.Commitments {
		c := &rep.Commitments[i]
		if !has[c] && c.Assessment != nil && len(c.Assessment.Scores) > 0 && c.Row == 0 {
			out = append(out, c)
		}
	}
	return out
}
