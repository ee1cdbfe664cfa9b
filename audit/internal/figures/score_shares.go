package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A table of scores may say of how many: "Scores of +1: 26 of 44 (59%)", below its rows, under
// each member, or in a column. Such a figure is compared with its own percentage and, where
// its label says which scores are counted, with these.

// reLevelScores finds the score that a label counts ("Scores of +1", "number of 0"). Group:
// the score.
var reLevelScores = lazyregexp.New(`(?i)^(?:(?:the\s+)?(?:number|share|percentage)\s+of\s+)?(?:scores?|cells|marks|ratings)?(?:\s+of|\s+at|:)?\s*([+-]?[01])(?:\s+scores?)?$`)

// reCountedCell is a cell that says of how many. Groups: part, whole, percentage.
var reCountedCell = lazyregexp.New(`^([0-9]{1,6})\s*(?:\s(?:out\s+)?of\s|/)\s*([0-9]{1,6})\s*\(([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?%\)$`)

// levelOf is the score that a label counts; ok is false where it names none.
func levelOf(p *rule.Pass, label string) (score int, ok bool) {
	label = strings.Join(strings.Fields(strings.TrimRight(strings.ReplaceAll(label, "\u2212", "-"), ":. ")), " ")
	if m := reLevelScores.FindStringSubmatch(label); m != nil {
		n, err := strconv.Atoi(m[1])
		return n, err == nil
	}
	kind, _ := p.Vocabulary.Column(label)
	switch kind {
	case vocabulary.ColumnFull:
		return 1, true
	case vocabulary.ColumnPartial:
		return 0, true
	case vocabulary.ColumnNone:
		return -1, true
	}
	return 0, false
}

// scoreShares compares what a table of scores says of how many.
func scoreShares(p *rule.Pass) {
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		for k := range s.Shares {
			f := rule.Finding{Row: s.Row, SheetRow: s.SheetRow, Member: s.Shares[k].Member}
			label := fmt.Sprintf("“%s”", s.Label)
			if s.Section != "" && s.Section != s.Label {
				label += fmt.Sprintf(" of “%s”", s.Section)
			}
			if s.Shares[k].Member != "" {
				label += " under " + p.Vocabulary.MemberName(s.Shares[k].Member)
			}
			oneShare(p, s.Shares[k], f, s.Label, label, sharedScores(p, s, s.Shares[k].Member))
		}
	}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Row == 0 || c.Assessment == nil {
			continue
		}
		for _, v := range c.Columns {
			m := reCountedCell.FindStringSubmatch(strings.TrimSpace(v.Value))
			if m == nil {
				continue
			}
			percent, err := model.ParseDecimal(strings.Replace(m[3], ",", ".", 1))
			part, whole := rule.Atoi(m[1]), rule.Atoi(m[2])
			if err != nil || whole == 0 || part > whole {
				continue
			}
			share := model.Share{Text: strings.TrimSpace(v.Value), Part: part, Whole: whole, Percent: percent}
			oneShare(p, share, rule.About(c), v.Name, fmt.Sprintf("“%s”", v.Name), []reckon.Tally{reckon.TallyScores(c.Assessment.Scores, p.Vocabulary)})
		}
	}
}

// sharedScores are the scores of which a summary may say how many are of a kind: those of
// its section, or where it has none those of the rows above it or of the whole table.
func sharedScores(p *rule.Pass, s *model.Summary, member string) []reckon.Tally {
	last, from := 0, 0
	for i := range p.Report.Commitments {
		if row := p.Report.Commitments[i].Row; row < s.Row {
			last = max(last, row)
		}
	}
	for i := range p.Report.Summaries {
		if row := p.Report.Summaries[i].Row; row < last {
			from = max(from, row)
		}
	}
	var section, above, all []model.Score
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		for _, score := range c.Assessment.Scores {
			if member != "" && score.Member != member {
				continue
			}
			score.Member, score.Name = "", "" // one of many of a member
			all = append(all, score)
			if s.Section != "" && c.IssueArea == s.Section {
				section = append(section, score)
			}
			if from < c.Row && c.Row < s.Row {
				above = append(above, score)
			}
		}
	}
	var out []reckon.Tally
	for _, scores := range [][]model.Score{section, above, all} {
		if len(scores) > 0 {
			out = append(out, reckon.TallyScores(scores, p.Vocabulary))
		}
	}
	return out
}

// oneShare compares a share with itself and with the scores that it may be of.
func oneShare(p *rule.Pass, s model.Share, f rule.Finding, label, name string, counted []reckon.Tally) {
	p.Checked(1)
	f.Stated, f.Quote = s.Text, s.Text
	share := big.NewRat(int64(s.Part)*100, int64(s.Whole))
	itself := reckon.Holds(s.Percent, share) || reckon.IsCutOff(s.Percent, share)
	score, counts := levelOf(p, label)
	var fit, parts []reckon.Tally
	if counts {
		for _, t := range counted {
			whole := slices.Contains([]int{len(t.Scores), len(t.Scores) + t.Blank}, s.Whole)
			switch {
			case t.WhyUndecided() != "":
				counts = false
				p.Undecided(1, "a share of scores of which some cannot be read")
			case t.Count(score) == s.Part && whole:
				fit = append(fit, t)
			case whole:
				parts = append(parts, t)
			}
			if !counts {
				break
			}
		}
	}
	wrongCount := counts && len(fit) == 0 && len(counted) > 0
	if !itself && !wrongCount {
		g := f
		g.Computed = fmt.Sprintf("%d/%d = %s%%", s.Part, s.Whole, reckon.Unsigned(share))
		g.Message = fmt.Sprintf("%s gives %d of %d as %s%%; it is %s%%.", name, s.Part, s.Whole, s.Percent, reckon.Unsigned(share))
		g.Explanations = reckon.NearShares(s.Part, s.Whole, s.Percent)
		p.Found(g)
	}
	if !wrongCount {
		return
	}
	t := counted[0]
	if len(parts) > 0 {
		t = parts[0]
	}
	n := t.Count(score)
	f.Computed = fmt.Sprintf("%d of %d", n, len(t.Scores))
	f.Message = fmt.Sprintf("%s is stated as %s; of the %d scores %d are %s.", name, s.Text, len(t.Scores), n, reckon.SignedScore(score))
	if !itself {
		f.Message += fmt.Sprintf(" %d of %d are %s%%.", s.Part, s.Whole, reckon.Unsigned(share))
	}
	p.Found(f)
}
