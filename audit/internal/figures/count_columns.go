package figures

import (
	"fmt"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/reckon"
)

// A table of published scores may count beside them: how many members were assessed,
// how many have full compliance, what the scores add up to. What such a column holds is
// believed where its head may mean it and most rows show it.

// scoreCount is what a column may count of a row's scores.
type scoreCount struct {
	text  string
	heads []string
	of    func(t reckon.Tally) int
}

var scoreCounts = []scoreCount{
	{"the number of scores", []string{"n", "count", "assessed", "members assessed", "countries assessed", "number assessed", "number of scores", "number of members", "members", "scores"}, func(t reckon.Tally) int { return len(t.Scores) }},
	{"the sum of the scores", []string{"sum", "total", "sum of scores", "total score"}, func(t reckon.Tally) int { return t.Sum() }},
	{"the number of scores of +1", []string{"+1", "full", "full compliance", "number of +1"}, func(t reckon.Tally) int { return t.Count(1) }},
	{"the number of scores of 0", []string{"0", "partial", "partial compliance", "work in progress", "number of 0"}, func(t reckon.Tally) int { return t.Count(0) }},
	{"the number of scores of −1", []string{"-1", "−1", "none", "no compliance", "non-compliance", "number of -1", "number of −1"}, func(t reckon.Tally) int { return t.Count(-1) }},
}

// scoreColumns compares the columns of a table of published scores that count them.
func scoreColumns(p *rule.Pass) {
	type place struct{ commitment, stated int }
	columns := map[string][]place{}
	var order []string
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Row == 0 || c.Assessment == nil {
			continue
		}
		for _, v := range c.Columns {
			n, err := strconv.Atoi(strings.TrimSpace(v.Value))
			if err != nil {
				continue
			}
			if columns[v.Name] == nil {
				order = append(order, v.Name)
			}
			columns[v.Name] = append(columns[v.Name], place{i, n})
		}
	}
	for _, name := range order {
		for _, way := range scoreCounts {
			if !headed(way.heads, name) {
				continue
			}
			var odd []place
			all := 0
			for _, at := range columns[name] {
				t := reckon.TallyScores(p.Report.Commitments[at.commitment].Assessment.Scores, p.Vocabulary)
				if t.WhyUndecided() != "" {
					continue
				}
				if all++; way.of(t) != at.stated {
					odd = append(odd, at)
				}
			}
			if !summaries.ShowsWhat(all-len(odd), all) {
				p.Undecided(all, "a column of a table is headed as a count of its scores and most rows do not have that")
				continue
			}
			p.Checked(all)
			for _, at := range odd {
				c := &p.Report.Commitments[at.commitment]
				n := way.of(reckon.TallyScores(c.Assessment.Scores, p.Vocabulary))
				f := rule.About(c)
				f.Stated, f.Computed, f.Quote, f.At = strconv.Itoa(at.stated), strconv.Itoa(n), strconv.Itoa(at.stated), c.At
				f.Message = fmt.Sprintf("“%s” is stated as %d; %s of the row is %d, and it is what the column has in %d of %d rows.", name, at.stated, way.text, n, all-len(odd), all)
				p.Found(f)
			}
		}
	}
}

// headed reports whether a column's head is one of those, whatever its case.
func headed(heads []string, name string) bool {
	name = strings.ToLower(strings.Join(strings.Fields(strings.Trim(strings.TrimSpace(name), ".:")), " "))
	for _, h := range heads {
		if h == name {
			return true
		}
	}
	return false
}
