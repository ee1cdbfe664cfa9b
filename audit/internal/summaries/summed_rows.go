package summaries

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/model"
)

// summedRows are the rows that a summary sums up: those of its section, or all.
// A foot below the last section may be of either; the number of rows that its
// label states tells, or which of the two gives more of its figures.
func summedRows(p *rule.Pass, s *model.Summary) []int {
	return rowsWithout(p, s, notCounted.Of(p).rows)
}

// RowsOf are the rows that a summary sums up, by their places.
func RowsOf(p *rule.Pass, s *model.Summary) []int { return summedRows(p, s) }

// rowsWithout are the rows that a summary sums up where some are not counted.
func rowsWithout(p *rule.Pass, s *model.Summary, out []int) []int {
	all, section := leave(tallies.AllRows(p), out), leave(tallies.SectionRows(p, s), out)
	if e, ok := p.Vocabulary.Edition(s.Label); ok && e.Year > 0 {
		return leave(rowsOfYear(p, e.Year), out)
	}
	if ofEverything(s) {
		return ownRows(p, s, all, true)
	}
	if s.Section != "" {
		section = ownRows(p, s, section, false)
	}
	above := summaryAbove(p, s)
	if above != nil && percentsOf(s, above) {
		return rowsWithout(p, above, out)
	}
	if s.Section != "" && len(section) == 0 || s.Section != "" && s.Label == s.Section {
		return section
	}
	may := [][]int{section, all}
	if s.Section == "" {
		may = [][]int{all}
		// Below the averages of a block stand those of everything.
		if block := leave(tallies.BlockAbove(p, s), out); above == nil && len(block) > 0 && len(block) < len(all) {
			may = append(may, block)
		}
	}
	if s.Count > 0 {
		for _, rows := range may {
			if slices.Contains(sizesOf(p, rows), s.Count) {
				return rows
			}
		}
	}
	best, most := may[0], fitting(p, s, may[0])
	for _, rows := range may[1:] {
		if n := fitting(p, s, rows); n > most {
			best, most = rows, n
		}
	}
	return best
}

// ofEverything reports whether a label says that all rows are summed up, wherever it stands.
func ofEverything(s *model.Summary) bool {
	switch strings.ToLower(strings.TrimRight(s.Label, ":")) {
	case "overall", "all", "grand total", "overall average":
		return true
	}
	return false
}

// ownRows are the rows of a summary that stands in a table once for each summit. Which of
// them it is of, these or all, the number in its label tells, or its figures.
func ownRows(p *rule.Pass, s *model.Summary, rows []int, everything bool) []int {
	own := tallies.OwnBlock(p, s, rows, everything)
	switch {
	case len(own) == len(rows):
		return rows
	case s.Count > 0:
		if !slices.Contains(sizesOf(p, own), s.Count) && slices.Contains(sizesOf(p, rows), s.Count) {
			return rows
		}
	case fitting(p, s, rows) > fitting(p, s, own):
		return rows
	}
	return own
}

// summaryAbove is the summary directly above one; nil where rows are between.
func summaryAbove(p *rule.Pass, s *model.Summary) *model.Summary {
	for i := range p.Report.Summaries {
		if o := &p.Report.Summaries[i]; o.Row == s.Row-1 && len(o.Averages) > 0 {
			return o
		}
	}
	return nil
}

// percentsOf reports whether a summary has percentages of the members whose averages
// another one has.
func percentsOf(s, of *model.Summary) bool {
	n := 0
	for _, a := range s.Averages {
		if a.Value != nil || a.Percent == nil {
			return false
		}
		if b := summaryFigure(of, a.Member); b != nil && b.Value != nil {
			n++
		}
	}
	return n > 0 && n == len(s.Averages)
}

// rowsOfYear are the rows whose id or year is of a year; none where that is not said
// of any.
func rowsOfYear(p *rule.Pass, year int) []int {
	text := fmt.Sprint(year)
	var rows []int
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		of := c.ID == text || strings.HasPrefix(c.ID, text+"-")
		for _, v := range c.Columns {
			of = of || strings.TrimSpace(v.Value) == text
		}
		if of {
			rows = append(rows, i)
		}
	}
	return rows
}

// fitting counts the figures of a summary that follow from some rows.
func fitting(p *rule.Pass, s *model.Summary, rows []int) int {
	n := 0
	for _, f := range figuresOf(p, s, rows, "") {
		if len(f.holdsBy()) > 0 {
			n++
		}
	}
	return n
}
