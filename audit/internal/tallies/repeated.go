package tallies

import (
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// A table may hold several summits below each other, each with the same sections: what is
// said of a section is then said of its rows in that summit.

// mostTogether is how many summaries of one label may stand for one: on the pages of a
// section, or directly below each other.
const mostTogether = 8

// OwnBlock takes from some rows those that a summary is of where others of its label and
// section stand in the table: the rows from the one before it, or up to the next one where
// it stands above its rows. They are all of the rows where nothing divides them. A head that
// is there again on the next page, with no other summary or section between, divides nothing.
// everything says that the rows are those of all sections.
func OwnBlock(p *rule.Pass, s *model.Summary, rows []int, everything bool) []int {
	var before, behind []int // records of the others
	for i := range p.Report.Summaries {
		switch o := &p.Report.Summaries[i]; {
		case o.Label != s.Label || o.Section != s.Section && !everything:
		case o.Row < s.Row:
			before = append(before, o.Row)
		case o.Row > s.Row:
			behind = append(behind, o.Row)
		}
	}
	if len(before)+len(behind) == 0 {
		return rows
	}
	between := func(from, to int) (out []int) {
		for _, i := range rows {
			if row := p.Report.Commitments[i].Row; from < row && (to < 0 || row < to) {
				out = append(out, i)
			}
		}
		return out
	}
	slices.Sort(before)
	slices.Sort(behind)
	first := s.Row
	if len(before) > 0 {
		first = before[0]
	}
	var own []int
	if s.Label == s.Section || len(between(0, first)) == 0 {
		from, to := s.Row, -1
		for k := len(before) - 1; k >= max(0, len(before)-mostTogether) && !parted(p, s, before[k], from); k-- {
			from = before[k]
		}
		last := s.Row
		for _, next := range behind[:min(len(behind), mostTogether)] {
			if parted(p, s, last, next) {
				to = next
				break
			}
			last = next
		}
		own = between(from, to)
	} else {
		// Of summaries directly below each other each is of the rows above them all.
		for k := len(before); k >= max(0, len(before)-mostTogether) && len(own) == 0; k-- {
			from := 0
			if k > 0 {
				from = before[k-1]
			}
			own = between(from, s.Row)
		}
	}
	if len(own) == 0 {
		return rows
	}
	return own
}

// parted reports whether something else than rows of a summary's section stands between two
// records.
func parted(p *rule.Pass, s *model.Summary, from, to int) bool {
	return slices.ContainsFunc(p.Report.Summaries, func(o model.Summary) bool { return from < o.Row && o.Row < to }) ||
		slices.ContainsFunc(p.Report.Commitments, func(c model.Commitment) bool {
			return from < c.Row && c.Row < to && c.IssueArea != s.Section
		})
}
