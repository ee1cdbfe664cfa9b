package front

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Two reports often have tables over several summits, the later one those of the earlier one
// and more. What both state of a third summit is a copy of one figure; where that summit's own
// report is not among the files it cannot be said which of two is right.

// mostEarlier is with how many earlier reports' tables those of a report are compared.
const mostEarlier = 12

// summitStated is what a report's table over several summits states of one of them.
type summitStated struct {
	elsewhere.SummitHead
	member, name string // empty for all members
	stated       model.Average
	commitments  int // how many were assessed; 0 where none is stated
	table        *model.Table
}

func (s *summitStated) subject() string {
	if s.member == "" {
		return "all"
	}
	return s.name
}

func (s *summitStated) text() string { return reckon.StatedText(s.stated) }

// summitsStated are what the tables of a report state of other summits than its own.
func summitsStated(p *rule.Pass) []summitStated {
	var out []summitStated
	for _, f := range elsewhere.SummitFigures(p) {
		out = append(out, summitStated{SummitHead: f.SummitHead, member: f.Member, name: f.Name, stated: f.Stated, table: f.Table})
	}
	feet := elsewhere.SummitFoots(p)
	for i := range feet {
		f := &feet[i]
		s := summitStated{SummitHead: f.SummitHead, stated: f.Stated, table: f.Table}
		if f.Assessed {
			s.commitments = f.Commitments
		}
		out = append(out, s)
	}
	own := p.Report.Report.Summit.Year
	return slices.DeleteFunc(out, func(s summitStated) bool { return s.Year == own || twiceInTable(out, s) })
}

// twiceInTable reports whether a table has two heads of one year: two summits, or two stages.
func twiceInTable(all []summitStated, s summitStated) bool {
	return slices.ContainsFunc(all, func(o summitStated) bool { return o.table == s.table && o.Year == s.Year && o.Text != s.Text })
}

// thirdSummits compares the figures that this report's tables give of other summits with those
// that the tables of earlier reports give of them. One difference is told once, of the
// later report.
func thirdSummits(p *rule.Pass) {
	here := p.Here()
	if here == nil || here.Table || !here.Tables || here.Year == 0 {
		return
	}
	mine := slices.DeleteFunc(summitsStated(p), func(s summitStated) bool { return elsewhere.ReportOf(p, s.SummitHead) != nil })
	if len(mine) == 0 {
		return
	}
	held := newHeldSummits(otherTables, 2)
	for _, other := range earlierTables(p) {
		theirs := summitsStated(&rule.Pass{Report: other.Report(), Vocabulary: p.Vocabulary})
		for i := range mine {
			s := &mine[i]
			for k := range theirs {
				o := &theirs[k]
				if s.Year == other.Year || o.Year == here.Year || s.member != o.member || !oneSummit(p, s.SummitHead, o.SummitHead) {
					continue
				}
				thirdFigures(held, other, s, o)
			}
		}
	}
	held.tell(p)
}

// earlierTables are the reports of the forum with tables over several summits that are earlier
// than this one, the latest first.
func earlierTables(p *rule.Pass) []*across.Source {
	here := p.Here()
	var out []*across.Source
	for _, o := range p.ReportsOfForum(here.Forum) {
		if o.Tables && o.Year != 0 && before(o, here) {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *across.Source) int {
		if before(b, a) {
			return -1
		}
		return 1
	})
	return out[:min(len(out), mostEarlier)]
}

// before orders reports by their years, of one year the final one last, then by name.
func before(a, b *across.Source) bool {
	final := func(s *across.Source) bool { return s.Stage == "" || s.Stage == elsewhere.FinalStage }
	switch {
	case a.Year != b.Year:
		return a.Year < b.Year
	case final(a) != final(b):
		return final(b)
	}
	return a.File+a.SHA256 < b.File+b.SHA256
}

// oneSummit reports whether the heads of two tables are of one summit and stage.
func oneSummit(p *rule.Pass, a, b elsewhere.SummitHead) bool {
	stage := func(h elsewhere.SummitHead) string {
		if h.Stage == "" {
			return elsewhere.FinalStage
		}
		return h.Stage
	}
	x, y := placeOf(p, a.Text), placeOf(p, b.Text)
	return a.Year == b.Year && stage(a) == stage(b) && (x == "" || y == "" || x == y)
}

// placeOf is what a head names besides year, stage and forum, in small letters.
func placeOf(p *rule.Pass, head string) string {
	var out []string
	for w := range strings.FieldsSeq(strings.ToLower(head)) {
		w = strings.Trim(w, "()[],.:;*")
		if w != "" && !strings.ContainsAny(w, "0123456789") && !elsewhere.TitleFiller[w] && !p.NamesForum(w) {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// thirdFigures compares what two reports state of one member or of all at a summit.
func thirdFigures(held *heldSummits, other *across.Source, s, o *summitStated) {
	tell := func(what, here, there string) {
		held.differs(other, rule.Finding{
			Member: s.member, Stated: here, Computed: there + " in " + other.File, Quote: here, At: s.table.At,
			Message: fmt.Sprintf("%s at “%s” is stated as %s here (a table%s), as %s in %s (a table%s); the report on that summit is not among the files: which is right is not known.",
				what, s.Text, here, elsewhere.OnPage(s.table.At), there, other.File, elsewhere.OnPage(o.table.At)),
		})
	}
	switch same, apart := sameStated(s.stated, o.stated); {
	case same:
		held.holds(other)
	case apart:
		tell("The average of "+s.subject(), s.text(), o.text())
	}
	if s.commitments > 0 && o.commitments > 0 {
		if s.commitments == o.commitments {
			held.holds(other)
		} else {
			tell("The number of commitments", fmt.Sprint(s.commitments), fmt.Sprint(o.commitments))
		}
	}
}

// sameStated compares two averages as they are stated, by the form that both have: whether they
// are one, and whether they certainly are two. Two figures whose last digits are next to each
// other may be roundings of one.
func sameStated(a, b model.Average) (same, apart bool) {
	compared, near := false, true
	both := func(x, y *model.Decimal) {
		if x == nil || y == nil {
			return
		}
		compared = true
		near = near && (reckon.Holds(*x, y.Rat()) || reckon.Holds(*y, x.Rat()))
		apart = apart || !besides(*x, *y)
	}
	both(a.Value, b.Value)
	both(a.Percent, b.Percent)
	if !compared {
		switch {
		case a.Value != nil && b.Percent != nil:
			compared, apart = true, !reckon.PercentFits(*b.Percent, *a.Value)
		case a.Percent != nil && b.Value != nil:
			compared, apart = true, !reckon.PercentFits(*a.Percent, *b.Value)
		}
	}
	return compared && near && !apart, apart
}

// besides reports whether two figures are one or next to each other at the coarser one's last
// digit.
func besides(x, y model.Decimal) bool {
	d := x.Rat()
	d.Sub(d, y.Rat())
	unit := reckon.HalfUnit(min(x.Places, y.Places))
	return d.Abs(d).Cmp(unit.Add(unit, unit)) <= 0
}
