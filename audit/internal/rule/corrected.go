package rule

import (
	"fmt"
	"strconv"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// A value that a person corrected is not the program's reading of the report any
// more. Where a finding rests on one, it says so, and it accuses nobody: what
// disagrees may be what the person wrote.

// reCorrectedPart takes a correction's path apart: the list and the index of its
// entry, and what is corrected of that.
var reCorrectedPart = lazyregexp.New(`^/(commitments|matrices|rankings|figures|footnotes)/(\d+)/?(.*)$`)

// reVerdictPart finds whose section is corrected, and what of it.
var reVerdictPart = lazyregexp.New(`^verdicts/(\d+)/?(.*)$`)

// mostCorrections is how many corrections a message names.
const mostCorrections = 3

// restsOn are the corrections of values that a finding may rest on.
func (p *Pass) restsOn(f *Finding) []model.Correction {
	var out []model.Correction
	for _, c := range p.Report.Corrections {
		if p.mayRest(f, c.Path) {
			out = append(out, c)
		}
	}
	return out
}

// mayRest reports whether a finding may rest on a value under a path.
func (p *Pass) mayRest(f *Finding, path string) bool {
	m := reCorrectedPart.FindStringSubmatch(path)
	if m == nil {
		return strings.HasPrefix(path, "/report") && !figureTold[f.Rule] && !scoreTold[f.Rule]
	}
	i, err := strconv.Atoi(m[2])
	if err != nil {
		return true
	}
	switch m[1] {
	case "matrices", "rankings", "figures":
		return tableTold[f.Rule]
	case "footnotes":
		return !figureTold[f.Rule] && !scoreTold[f.Rule] && i < len(p.Report.Footnotes) && (f.Footnote == 0 || p.Report.Footnotes[i].Number == f.Footnote)
	}
	if i >= len(p.Report.Commitments) {
		return true
	}
	c := &p.Report.Commitments[i]
	if f.Commitment > 0 && f.Commitment != c.Number || f.Row > 0 && f.Row != c.Row && len(p.Report.Summaries) == 0 {
		return false
	}
	part := m[3]
	if v := reVerdictPart.FindStringSubmatch(part); v != nil {
		j, err := strconv.Atoi(v[1])
		if err == nil && j < len(c.Verdicts) && f.Member != "" && c.Verdicts[j].Member != f.Member {
			return false
		}
		if strings.HasPrefix(v[2], "actions") {
			return !figureTold[f.Rule] && !scoreTold[f.Rule]
		}
		return scoreTold[f.Rule] || v[2] == ""
	}
	if strings.HasPrefix(part, "assessment") {
		return figureTold[f.Rule] || scoreTold[f.Rule]
	}
	return !figureTold[f.Rule] && !scoreTold[f.Rule]
}

// The rules of figureTold rest on scores and averages, those of scoreTold on a member's score in
// several places, those of tableTold on tables over all commitments.
var (
	figureTold = map[string]bool{
		"average-stated": true, "average-unattainable": true, "percent-stated": true, "prose-figure": true, "ranking-order": true,
		"matrix-row-average": true, "matrix-column-average": true, "matrix-overall": true, "matrix-chapter": true,
	}
	scoreTold = map[string]bool{
		"score-heading-table": true, "score-closing-heading": true, "score-wording": true, "score-column": true, "score-scale": true,
		"score-section-missing": true, "score-row-missing": true, "matrix-chapter": true,
	}
	tableTold = map[string]bool{
		"prose-figure": true, "ranking-order": true, "matrix-row-average": true, "matrix-column-average": true, "matrix-overall": true, "matrix-chapter": true,
	}
)

// byHand says in a finding which values that it may rest on were corrected by a
// person, and makes no accusation of it.
func (p *Pass) byHand(f *Finding) {
	corrected := p.restsOn(f)
	if len(corrected) == 0 {
		return
	}
	if f.Severity == Error {
		f.Severity = Warning
	}
	var said []string
	for i, c := range corrected {
		if i == mostCorrections {
			said = append(said, fmt.Sprintf("and %d more", len(corrected)-i))
			break
		}
		said = append(said, correctionText(c))
	}
	f.Message += " This may rest on what a person corrected (corrections.csv), and accuses nobody: " + strings.Join(said, "; ") + "."
}

func correctionText(c model.Correction) string {
	s := fmt.Sprintf("%s from “%s” to “%s”", c.Path, c.Was, c.Now)
	if c.Was == "" {
		s = fmt.Sprintf("%s added: “%s”", c.Path, c.Now)
	}
	if c.By != "" {
		s += " by " + c.By
	}
	if c.On != "" {
		s += " on " + c.On
	}
	if c.Why != "" {
		s += " (" + strings.TrimRight(c.Why, ".") + ")"
	}
	return s
}
