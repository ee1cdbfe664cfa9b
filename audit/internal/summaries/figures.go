package summaries

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A published table often has rows that sum up others: the averages of a
// section in its head or foot, or those of the whole table.

// Figure is one figure of a summary row, with what each convention
// gives for it.
type Figure struct {
	S      *model.Summary
	member string // "" for the average of everything
	Stated reckon.Figure
	Text   string
	rows   []int // places of the rows that it sums up, among the commitments
	tally  reckon.Tally
	Gives  []given
	Why    string // why it cannot be decided
	// witnessed says that the members' averages in the same row follow from the rows
	// that this figure is of: what it is the mean of is then known without others.
	witnessed bool
	without   string // a member that is left out; "" for none
	// reading are other readings of cells, by the places of row and score.
	reading map[[2]int]*int
	// unread is how many cells cannot be read; no reading of them gives the figure where
	// it is decided all the same.
	unread int
	within bool // undecided, and some reading of the cells gives the figure
}

// summaryView is every figure of the summary rows of a published table, and
// the conventions that give most of them.
type summaryView struct {
	Members, Totals []Figure
	// OfMembers and OfTotals are the conventions that give all of them, or all
	// but a few; nil where there is none.
	OfMembers, OfTotals *Convention
}

// mostSummaryWork bounds rows times summaries times members.
const mostSummaryWork = 1 << 24

// viewSummaries compares every figure of the summary rows.
func viewSummaries(p *rule.Pass) *summaryView {
	v := &summaryView{}
	r := p.Report
	if len(r.Summaries) == 0 || len(r.Summaries)*len(r.Commitments)*20 > mostSummaryWork {
		return v
	}
	column := rule.ColumnDoubt(r)
	doubt := column
	for _, w := range r.Warnings {
		if w.Kind == "cells" || w.Kind == "record" && !strings.HasSuffix(w.Text, "is a summary of the rows: it is not read as a row of scores") {
			doubt = "a row of the table could not be read"
		}
	}
	t := &summaryTable{p: p, summed: make([][]int, len(r.Summaries))}
	for i := range r.Summaries {
		t.summed[i] = summedRows(p, &r.Summaries[i])
	}
	t.sections = sectionsOf(p, t.summed)
	t.coverEverything()
	var all [][]Figure
	for i := range r.Summaries {
		s := &r.Summaries[i]
		rows := t.summed[i]
		why := doubt
		switch {
		case len(rows) == 0:
			why = "no rows with scores were found that it sums up"
		case addsUp(p, s, rows):
			continue // count-stated
		case why == "":
			why = sizeDoubt(p, s, rows)
		}
		figures := figuresOf(p, s, rows, why)
		for k := range figures {
			if f := &figures[k]; f.Why == column && column != "" && ofOtherColumns(p, f.member, column) {
				f.Why = sizeDoubt(p, s, rows)
			}
			t.count(&figures[k])
			if f := &figures[k]; (f.Why == "" || f.readingsOnly()) && len(f.holdsBy()) == 0 && (f.standsTwice(p) || f.member == "" && f.countsAgain(p)) {
				f.Why = reckon.MemberTwice
			}
		}
		all = append(all, figures)
	}
	for _, figures := range all {
		for k := range figures {
			f := &figures[k]
			if !f.readingsOnly() {
				continue
			}
			switch cells, may := f.someReading(p, t.count); {
			case !may:
				f.Why, f.unread = "", cells
			case cells > 0:
				f.within = true
			}
		}
	}
	leaveUnsupported(all)
	for _, figures := range all {
		witnessed := witnessed(p, figures)
		for _, f := range figures {
			if f.member != "" {
				v.Members = append(v.Members, f)
			} else {
				f.witnessed = witnessed
				v.Totals = append(v.Totals, f)
			}
		}
	}
	members := []Convention{PooledCells, BlanksAsZero, meanOfParts, meanOfSums, TimesHundred, roundedFirst, cutDecimals}
	totals := []Convention{PooledCells, meanOfRows, meanOfStated, meanOfCols, meanOfFoot, BlanksAsZero, asPrinted, meanOfParts, meanOfSums, TimesHundred, roundedFirst, cutDecimals}
	// What the rows do explains most.
	if conventions.ZeroCount.Of(p).Prevails() {
		members, totals = slices.Insert(members, 0, BlanksAsZero), slices.Insert(totals, 0, BlanksAsZero)
	}
	if conventions.Hundreds.Of(p).Prevails() {
		members, totals = slices.Insert(members, 0, TimesHundred), slices.Insert(totals, 0, TimesHundred)
	}
	withoutOneScale(v.Members)
	v.OfMembers, v.OfTotals = prevailing(p, v.Members, members), prevailing(p, v.Totals, totals)
	return v
}

// twoColumns begins, in a doubt about columns, the name of the member who has two.
const twoColumns = "two columns of "

// ofOtherColumns reports whether the average of a member is none of those that a doubt is
// about: which of two columns of another member the others count does not touch it.
func ofOtherColumns(p *rule.Pass, member, doubt string) bool {
	_, rest, ok := strings.Cut(doubt, twoColumns)
	return ok && member != "" && !strings.HasPrefix(rest, p.Vocabulary.MemberName(member))
}

// standsTwice reports whether a member whose scores the figure counts has two rows for one
// commitment.
func (f *Figure) standsTwice(p *rule.Pass) bool {
	return slices.ContainsFunc(f.rows, func(i int) bool { return reckon.StandsTwice(p.Report.Commitments[i].Assessment, f.member) })
}

// countsAgain reports whether a second column of a member is counted as another member's: what
// the averages below it are is not known then.
func (f *Figure) countsAgain(p *rule.Pass) bool {
	return slices.ContainsFunc(f.rows, func(i int) bool {
		a := p.Report.Commitments[i].Assessment
		return a != nil && slices.ContainsFunc(a.Repeats, func(r model.Repeat) bool { return r.Counted })
	})
}

// summaryTable is what the figures of a table's summary rows are counted with.
type summaryTable struct {
	p        *rule.Pass
	summed   [][]int // the rows of each summary
	sections []int   // the summaries that divide the table
}

// count tries every convention for a figure.
func (t *summaryTable) count(f *Figure) {
	f.count(t.p)
	from := len(f.Gives)
	if ofAllRows(t.p, f.rows) {
		t.addSections(f)
	}
	f.addRounded(from)
	t.addBeside(f)
	f.addCut(t.p, from)
}

// addBeside tries a percentage as that of the average that is printed of the same
// rows, beside it or in another row.
func (t *summaryTable) addBeside(f *Figure) {
	t.addCopied(f)
	if f.Stated.Value != nil || f.Stated.Percent == nil {
		return
	}
	for i := range t.p.Report.Summaries {
		s := &t.p.Report.Summaries[i]
		if kind, sums := KindOf(t.p, s.Label); s != f.S && !slices.Equal(t.summed[i], f.rows) || sums && kind == vocabulary.SummaryCount || t.p.Vocabulary.HasHead(s.Label, vocabulary.HeadRank) {
			continue
		}
		if v := summaryMean(t.p, s, f.member); v != nil {
			f.add(asPrinted, v.Rat())
			f.add(TimesHundred, v.Rat())
		}
	}
}

// addCopied tries a figure of another sheet as a copy of the one that stands below its rows:
// where that is wrong it is told there.
func (t *summaryTable) addCopied(f *Figure) {
	if f.S.Row > 0 || f.Stated.Value == nil {
		return
	}
	for i := range t.p.Report.Summaries {
		s := &t.p.Report.Summaries[i]
		if s.Row == 0 || !slices.Equal(t.summed[i], f.rows) {
			continue
		}
		if v := summaryMean(t.p, s, f.member); v != nil {
			f.add(asPrinted, v.Rat())
		}
	}
}

// figuresOf are the figures of a summary: the members' first.
func figuresOf(p *rule.Pass, s *model.Summary, rows []int, why string) []Figure {
	var out []Figure
	for _, a := range s.Averages {
		f := Figure{S: s, member: a.Member, rows: rows, Why: why, Text: a.Text}
		f.Stated = tallies.StatedMean(p, model.Average{Text: a.Text, Value: a.Value, Percent: a.Percent})
		f.count(p)
		out = append(out, f)
	}
	if s.Average != nil {
		f := Figure{S: s, rows: rows, Why: why, Text: s.Average.Text}
		f.Stated = tallies.StatedMean(p, *s.Average)
		f.count(p)
		out = append(out, f)
		if a := s.Average; a.Value != nil && a.Percent != nil && tallies.PercentScale(p) {
			f.Stated, f.Text = reckon.Figure{Percent: a.Percent}, a.Percent.String()+"%"
			f.count(p)
			out = append(out, f)
		}
	}
	return out
}

// prevailing finds the first convention that gives at least two of three
// figures, and no other gives more; nil where none does. One that nothing gives, and that
// the convention gives without the first or the last of its rows, is one of its own: the
// formula begins late or ends early.
func prevailing(p *rule.Pass, fs []Figure, tried []Convention) *Convention {
	all, best, most := 0, -1, 0
	for k, c := range tried {
		n := 0
		all = 0
		for i := range fs {
			if fs[i].Why != "" {
				continue
			}
			all++
			if fs[i].Holds(c) || len(fs[i].holdsBy()) == 0 && fs[i].edgeLeftOut(p, c) {
				n++
			}
		}
		if n > most {
			best, most = k, n
		}
	}
	if best < 0 || most*3 < all*2 {
		return nil
	}
	return &tried[best]
}

// edgeLeftOut reports whether a convention gives a figure without the first or the last of
// its rows, to its last decimal and of no other rows.
func (f *Figure) edgeLeftOut(p *rule.Pass, c Convention) bool {
	n := len(f.rows)
	if n < fewestEdged {
		return false
	}
	for _, rows := range [][]int{f.rows[1:], f.rows[:n-1]} {
		g := Figure{S: f.S, member: f.member, Stated: f.Stated, rows: rows}
		g.count(p)
		if g.Holds(c) {
			return true
		}
	}
	return false
}

// fewestEdged is of how many rows a figure is at least that may leave one out.
const fewestEdged = 3

// Label names a figure in a sentence.
func (f *Figure) Label(p *rule.Pass) string {
	of := "the table"
	switch {
	case f.S.Section != "" && !ofEverything(f.S) && (f.S.Label == "" || !ofAllRows(p, f.rows)):
		of = "“" + f.S.Section + "”"
	case f.S.Label != "":
		of = "“" + f.S.Label + "”"
	}
	if f.member == "" {
		return "The average of " + of
	}
	return fmt.Sprintf("The average of %s in %s", p.Vocabulary.MemberName(f.member), of)
}

// fewestSummaries is how many figures of a kind must be decided before one that
// no convention gives is called wrong.
const fewestSummaries = 3

// Figures reports the figures of one kind that no convention gives,
// where a convention gives most others.
func Figures(p *rule.Pass, fs []Figure, prevails *Convention) {
	decided := 0
	for i := range fs {
		if fs[i].Why == "" {
			decided++
		}
	}
	for i := range fs {
		f := &fs[i]
		switch {
		case f.Why != "":
			p.Undecided(1, f.Why)
		case len(f.holdsBy()) > 0:
			p.Checked(1)
		case f.witnessed && withoutOne(p, f, fs) != "":
			p.Undecided(1, fmt.Sprintf("the average holds without %s, which may be left out on purpose", withoutOne(p, f, fs)))
		case f.witnessed:
			p.Checked(1)
			p.Found(summaryFinding(p, f, nil))
		case prevails == nil && f.alone(fs):
			p.Checked(1)
			p.Found(summaryFinding(p, f, nil))
		case prevails == nil:
			p.Undecided(1, "most averages of the summary rows do not follow from the scores: they may be averages of something else")
		case decided < fewestSummaries:
			p.Undecided(1, "too few averages of summary rows to know what they are the mean of")
		default:
			p.Checked(1)
			p.Found(summaryFinding(p, f, prevails))
		}
	}
}

// Rows are the summary rows of published tables, with their figures counted.
var Rows = rule.Keep(viewSummaries)
