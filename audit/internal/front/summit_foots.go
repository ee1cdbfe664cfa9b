package front

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
)

// footOfOther: why rows below a table over several summits are not compared.
const footOfOther = "the row's figure for the report's own summit is not the report's: what the row gives is not certain"

// otherFoots compares what tables over several summits give of all members with those
// summits' own reports: average, percentage, number of commitments. Where the table has
// the report's own summit, too, that column says whether the row is read rightly.
func otherFoots(p *rule.Pass, held *heldSummits) {
	all := elsewhere.SummitFoots(p)
	if len(all) == 0 {
		return
	}
	members := elsewhere.SummitFigures(p)
	for i := range all {
		f := &all[i]
		if f.Year == p.Report.Report.Summit.Year && (f.Stage == "" || f.Stage == elsewhere.StageOrFinal(p)) {
			continue
		}
		other := elsewhere.ReportOf(p, f.SummitHead)
		if other == nil || len(other.Entries()) < 2 {
			continue
		}
		own := elsewhere.OwnFoot(p, all, f.Table, (*elsewhere.SummitFoot).HasAverage)
		columnHolds := func(f *elsewhere.SummitFoot) bool {
			mean, ok := elsewhere.ColumnMean(members, f.Table, f.SummitHead)
			return ok && otherStageHolds(rule.StageFigure{Value: f.Stated.Value, Percent: f.Stated.Percent}, []otherFigure{{mean: mean}})
		}
		holds := func(f *elsewhere.SummitFoot, figures []otherFigure) bool {
			return otherStageHolds(rule.StageFigure{Value: f.Stated.Value, Percent: f.Stated.Percent}, figures)
		}
		overall := prose.Subject{Kind: prose.Overall}
		if figures := figuresOfOther(p.Here(), other, overall); len(figures) > 0 && f.HasAverage() {
			ours := figuresOfOther(p.Here(), p.Here(), overall)
			if own != nil && len(p.Here().Entries()) > 1 {
				figures = madeAlike(own, ours, figures)
			}
			byColumn := columnHolds(f)
			switch {
			case holds(f, figures) || byColumn && !columnDiffers(p, members, f, other):
				held.holds(other)
			case own != nil && len(p.Here().Entries()) > 1 && !holds(own, ours) && !columnHolds(own):
				p.Undecided(1, footOfOther)
			default:
				found := rule.Finding{
					Stated: f.Stated.Text, Computed: figures[0].text() + " in " + other.File, Quote: f.Stated.Text, At: f.Table.At,
					Message: fmt.Sprintf("The average of all at “%s” is stated as %s (a table%s); %s gives %s.",
						f.Text, f.Stated.Text, elsewhere.OnPage(f.Table.At), other.File, figures[0].text()),
				}
				if byColumn {
					found.Message += " It is the mean of the members' figures above it, of which not all are those of the report."
				}
				held.differs(other, found)
			}
		}
		if !f.HasCommitments() {
			continue
		}
		n, same := commitmentsOf(other, f.Commitments)
		sure := f.Assessed
		if own := elsewhere.OwnFoot(p, all, f.Table, (*elsewhere.SummitFoot).HasCommitments); own != nil {
			_, sure = commitmentsOf(p.Here(), own.Commitments)
		}
		switch {
		case n == 0:
		case same:
			held.holds(other)
		case !sure:
			p.Undecided(1, footOfOther)
		default:
			held.differs(other, rule.Finding{
				Stated: fmt.Sprint(f.Commitments), Computed: reckon.Plural(n, "commitment") + " in " + other.File, Quote: fmt.Sprintf("%s: %d", f.Label, f.Commitments), At: f.Table.At,
				Message: fmt.Sprintf("The number of commitments at “%s” is stated as %d (a table%s); %s has %d.",
					f.Text, f.Commitments, elsewhere.OnPage(f.Table.At), other.File, n),
			})
		}
	}
}

// madeAlike leaves of the figures of another report's whole those that it states, where it states one, and
// those that are made in a way in which the table's figure of the report's own summit is: the figures of
// one table are made in one way.
func madeAlike(own *elsewhere.SummitFoot, ours, theirs []otherFigure) []otherFigure {
	stated := rule.StageFigure{Value: own.Stated.Value, Percent: own.Stated.Percent}
	ways := map[string]bool{}
	for _, f := range ours {
		ways[f.way] = ways[f.way] || otherStageHolds(stated, []otherFigure{f})
	}
	if !ways[""] || !slices.ContainsFunc(theirs, func(f otherFigure) bool { return f.way == "" }) {
		return theirs
	}
	return slices.DeleteFunc(theirs, func(f otherFigure) bool { return f.way != "" && !ways[f.way] })
}

// columnDiffers reports whether a member's figure under the head of a row is not that of the
// summit's report: the mean of the column is then not what that report gives either.
func columnDiffers(p *rule.Pass, members []elsewhere.SummitFigure, f *elsewhere.SummitFoot, other *across.Source) bool {
	return slices.ContainsFunc(members, func(m elsewhere.SummitFigure) bool {
		if m.Table != f.Table || m.Text != f.Text {
			return false
		}
		figures := figuresOfOther(p.Here(), other, prose.Subject{Kind: prose.Member, Member: m.Member})
		return len(figures) > 0 && !otherStageHolds(rule.StageFigure{Value: m.Stated.Value, Percent: m.Stated.Percent}, figures)
	})
}
