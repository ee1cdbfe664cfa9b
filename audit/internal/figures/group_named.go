package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/columns"
	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A head may name the members of whom its figures are: "Islands (Japan, United Kingdom)". They
// may be the means of the scores of these, of their averages, or of these as printed.

// namedPlace is one figure of a column that names members.
type namedPlace struct {
	name    string
	members []string
	stated  model.Decimal
	finding rule.Finding
	// means are what each of the ways gives of some of the members; nil for none.
	means func(members []string) []*big.Rat
}

// namedGroups compares the columns whose heads name members with what these have in the
// row, or in the rows that it sums up.
func namedGroups(p *rule.Pass) {
	var places []namedPlace
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Row == 0 || c.Assessment == nil {
			continue
		}
		for _, v := range c.Columns {
			if at, ok := namedFigure(p, v); ok {
				at.finding = rule.About(c)
				at.means = func(members []string) []*big.Rat { return meansOfNamed(p, []int{i}, nil, members) }
				places = append(places, at)
			}
		}
	}
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		if len(s.Columns) == 0 {
			continue
		}
		rows := summaries.RowsOf(p, s)
		for _, v := range s.Columns {
			if at, ok := namedFigure(p, v); ok && len(rows) > 0 {
				at.finding = rule.Finding{Row: s.Row, SheetRow: s.SheetRow}
				at.means = func(members []string) []*big.Rat { return meansOfNamed(p, rows, s, members) }
				places = append(places, at)
			}
		}
	}
	var odd []namedPlace
	follow := 0
	for _, at := range places {
		switch means := at.means(at.members); {
		case len(means) == 0:
			p.Undecided(1, "averages of named members of whom a score cannot be read")
		case groupHolds(means, at.stated, true):
			follow++
			p.Checked(1)
		default:
			odd = append(odd, at)
		}
	}
	for _, at := range odd {
		without := ""
		for k, member := range at.members {
			rest := slices.Delete(slices.Clone(at.members), k, k+1)
			if len(rest) > 1 && groupHolds(at.means(rest), at.stated, false) {
				without = p.Vocabulary.MemberName(member)
			}
		}
		// One of two figures is as likely right as the other, unless it shows itself what
		// went wrong.
		if follow < len(odd) || follow == len(odd) && without == "" {
			p.Undecided(1, fmt.Sprintf("figures of members whom their heads name: %d of %d follow from the scores of these, and they may be of something else", follow, follow+len(odd)))
			continue
		}
		p.Checked(1)
		f := at.finding
		f.Stated, f.Quote = at.stated.String(), at.stated.String()
		f.Computed = reckon.Exact(at.means(at.members)[0])
		f.Message = fmt.Sprintf("“%s” is stated as %s; the mean of the %d members whom it names is %s, as %d of %d such figures of the table are means.",
			at.name, f.Stated, len(at.members), f.Computed, follow, follow+len(odd))
		if without != "" {
			f.Explanations = []string{"fits without " + without}
		}
		p.Found(f)
	}
}

// namedFigure reads a figure in a column whose head names members.
func namedFigure(p *rule.Pass, v model.NamedValue) (at namedPlace, ok bool) {
	members := columns.NamedMembers(v.Name, p.Vocabulary)
	if members == nil {
		return at, false
	}
	d, err := model.ParseDecimal(strings.ReplaceAll(strings.TrimSpace(v.Value), ",", "."))
	if err != nil || d.Places == 0 || d.Rat().Cmp(big.NewRat(1, 1)) > 0 || d.Rat().Cmp(big.NewRat(-1, 1)) < 0 {
		return at, false
	}
	return namedPlace{name: v.Name, members: members, stated: d}, true
}

// meansOfNamed are what the scores of some members in some rows may give as an average: all of
// them together, the mean of the members' averages, or of these as a summary prints them. None
// where a score cannot be read.
func meansOfNamed(p *rule.Pass, rows []int, s *model.Summary, members []string) (out []*big.Rat) {
	all := reckon.Tally{Noun: "score"}
	var each, printed []*big.Rat
	for _, member := range members {
		t := tallies.OfMember(p, rows, member, tallies.RowScores)
		if t.Illegible > 0 {
			return nil
		}
		all.Scores, all.Blank, all.Empty = append(all.Scores, t.Scores...), all.Blank+t.Blank, all.Empty+t.Empty
		if m, ok := t.Mean(); ok {
			each = append(each, m)
		}
		for k := 0; s != nil && k < len(s.Averages); k++ {
			if a := &s.Averages[k]; a.Member == member && a.Value != nil {
				printed = append(printed, tallies.AsMean(p, a.Value, a.Text).Rat())
			}
		}
	}
	if len(each) == 0 {
		return nil
	}
	if m, ok := reckon.MeanOf(each); ok && s != nil {
		out = append(out, m)
	}
	if m, ok := all.Mean(); ok {
		out = append(out, m)
	}
	out = append(out, conventions.ZeroMeans(all)...)
	if m, ok := reckon.MeanOf(printed); ok && len(printed) == len(members) {
		out = append(out, m)
	}
	return out
}
