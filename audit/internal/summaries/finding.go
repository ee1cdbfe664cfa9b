package summaries

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
)

// fewestWitnesses is how many members' averages must follow from the rows before
// the average of everything beside them is known to be of the same rows.
const fewestWitnesses = 3

// membersToSlip is how many members there must be for each whose average follows in no
// way.
const membersToSlip = 8

// witnessed reports whether the members' averages of a summary row follow from the
// rows, all but one of many, and so do the averages of nearly all those rows that have
// one.
func witnessed(p *rule.Pass, figures []Figure) bool {
	members, slips := 0, 0
	for i := range figures {
		f := &figures[i]
		if f.member == "" {
			continue
		}
		members++
		switch {
		case f.within:
		case f.Why != "":
			return false
		case len(f.holdsBy()) == 0:
			slips++
		}
	}
	if members < fewestWitnesses || slips*membersToSlip > members {
		return false
	}
	stated, holding := 0, 0
	seen := map[string]bool{}
	for _, i := range figures[0].rows {
		a := p.Report.Commitments[i].Assessment
		if a == nil {
			continue
		}
		t := reckon.TallyScores(a.Scores, p.Vocabulary)
		for _, s := range t.Scores {
			seen[s.Member] = true
		}
		if a.Average == nil || t.Illegible > 0 {
			continue
		}
		stated++
		f := tallies.StatedMean(p, *a.Average)
		if mean, ok := t.Mean(); ok && (f.Fits(mean) || conventions.WayOf(p, f, t) != "") {
			holding++
		}
	}
	// Averages of fewer members than have scores may leave one out on purpose.
	return len(seen) == members && 10*holding >= 9*stated
}

// alone reports whether the figures of the other members in its row follow, nearly all.
func (f *Figure) alone(fs []Figure) bool {
	others, holding := 0, 0
	for i := range fs {
		o := &fs[i]
		if o.S != f.S || o.member == f.member || o.Why != "" {
			continue
		}
		others++
		if len(o.holdsBy()) > 0 {
			holding++
		}
	}
	return f.member != "" && others >= fewestWitnesses && membersToSlip*(others-holding) <= others
}

// withoutOne names the member without whom a convention gives the figure, where no
// other figure of its kind shows that this member is counted; "" where there is none.
func withoutOne(p *rule.Pass, f *Figure, others []Figure) string {
	if f.member != "" {
		return ""
	}
	for _, s := range f.S.Averages {
		if f.holdsWithout(p, s.Member) && !slices.ContainsFunc(others, func(o Figure) bool {
			return o.S != f.S && o.Why == "" && o.ofScores() && !o.holdsWithout(p, s.Member)
		}) {
			return p.Vocabulary.MemberName(s.Member)
		}
	}
	return ""
}

// holdsWithout reports whether the figure follows from the scores without a member's.
// The averages of the rows count every member: what is the mean of these is no sign.
func (f *Figure) holdsWithout(p *rule.Pass, member string) bool {
	g := Figure{S: f.S, Stated: f.Stated, rows: f.rows, without: member}
	g.countScores(p)
	g.Gives = slices.DeleteFunc(g.Gives, func(g given) bool { return g.ofAverages() || g.Id == meanOfRows.Id })
	g.addRounded(0)
	return len(g.holdsBy()) > 0
}

// ofScores reports whether the figure follows from the scores.
func (f *Figure) ofScores() bool {
	return slices.ContainsFunc(f.holdsBy(), func(g given) bool { return !g.ofAverages() })
}

// ofAverages reports whether the convention takes averages that are printed elsewhere.
func (g given) ofAverages() bool {
	switch g.Id {
	case meanOfStated.Id, withSlips.Id, asPrinted.Id, meanOfSums.Id:
		return true
	}
	return false
}

func summaryFinding(p *rule.Pass, f *Figure, prevails *Convention) rule.Finding {
	out := rule.Finding{Member: f.member, Row: f.S.Row, SheetRow: f.S.SheetRow, Stated: f.Text, Quote: f.Text, Computed: f.Tried()}
	mean := rule.MeanOrNil(f.tally)
	scores := reckon.Plural(len(f.tally.Scores), "score")
	if f.unread > 0 {
		scores += " that can be read"
	}
	out.Message = fmt.Sprintf("%s is stated as %s; the mean of the %s is %s, and no convention gives the stated figure (tried: %s)",
		f.Label(p), f.Stated.Text(), scores, reckon.Fraction(f.tally.Sum(), len(f.tally.Scores)), f.Tried())
	if f.unread > 0 {
		out.Message += fmt.Sprintf(", whatever %s that cannot be read may be: −1, 0, +1 or no score", reckon.Plural(f.unread, "cell"))
	}
	out.Message += "."
	switch {
	case prevails != nil:
		out.Message += " Most others of its kind are " + prevails.Text + "."
	case f.member != "":
		out.Message += " Those of the other members in the same row follow from their scores."
	default:
		out.Message += " The members' averages in the same row follow from these scores."
	}
	out.Explanations = append(otherRows(p, f), reckon.Explain(f.Stated, f.tally, nil)...)
	if len(out.Explanations) > reckon.MaxExplanations {
		out.Explanations = out.Explanations[:reckon.MaxExplanations]
	}
	if mean == nil {
		out.Explanations = nil
	}
	return out
}

// otherRows looks for a formula that ends a row early, or begins a row late, or
// reaches a row further, or is of another block's rows.
func otherRows(p *rule.Pass, f *Figure) []string {
	var out []string
	try := func(rows []int, what string) bool {
		g := Figure{S: f.S, member: f.member, Stated: f.Stated, rows: rows}
		g.count(p)
		by := g.holdsBy()
		if len(by) > 0 {
			out = append(out, fmt.Sprintf("%s: %s, %s", what, by[0].Text, reckon.Exact(by[0].Mean)))
		}
		return len(by) > 0
	}
	if n := len(f.rows); n >= 3 {
		try(f.rows[:n-1], "fits without the last row ("+rule.CommitmentLabel(&p.Report.Commitments[f.rows[n-1]])+")")
		try(f.rows[1:], "fits without the first row ("+rule.CommitmentLabel(&p.Report.Commitments[f.rows[0]])+")")
		if next := f.rows[n-1] + 1; next < len(p.Report.Commitments) {
			try(append(slices.Clone(f.rows), next), "fits with the row behind ("+rule.CommitmentLabel(&p.Report.Commitments[next])+")")
		}
	}
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		rows := summedRows(p, s)
		if s == f.S || len(rows) < 2 || slices.Equal(rows, f.rows) {
			continue
		}
		g := Figure{S: s}
		if try(rows, fmt.Sprintf("fits the rows of %s, whose averages stand in row %d", strings.TrimPrefix(g.Label(p), "The average of "), s.Row)) {
			break
		}
	}
	return out
}
