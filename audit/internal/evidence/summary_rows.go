package evidence

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A published table often has rows that sum up others: the averages of a
// section in its head or foot, or those of the whole table.

// SummaryFigure is one figure of a summary row, with what each convention
// gives for it.
type SummaryFigure struct {
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
	Members, Totals []SummaryFigure
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
	t.sections = sectionsOf(r, t.summed)
	var all [][]SummaryFigure
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
			if f := &figures[k]; (f.Why == "" || f.readingsOnly()) && len(f.holdsBy()) == 0 && f.standsTwice(p) {
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
	if ZeroCount.Of(p).Prevails() {
		members, totals = slices.Insert(members, 0, BlanksAsZero), slices.Insert(totals, 0, BlanksAsZero)
	}
	if Hundreds.Of(p).Prevails() {
		members, totals = slices.Insert(members, 0, TimesHundred), slices.Insert(totals, 0, TimesHundred)
	}
	withoutOneScale(v.Members)
	v.OfMembers, v.OfTotals = prevailing(v.Members, members), prevailing(v.Totals, totals)
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
func (f *SummaryFigure) standsTwice(p *rule.Pass) bool {
	return slices.ContainsFunc(f.rows, func(i int) bool { return reckon.StandsTwice(p.Report.Commitments[i].Assessment, f.member) })
}

// summaryTable is what the figures of a table's summary rows are counted with.
type summaryTable struct {
	p        *rule.Pass
	summed   [][]int // the rows of each summary
	sections []int   // the summaries that divide the table
}

// count tries every convention for a figure.
func (t *summaryTable) count(f *SummaryFigure) {
	f.count(t.p)
	from := len(f.Gives)
	if len(f.rows) == len(t.p.Report.Commitments) {
		t.addSections(f)
	}
	f.addRounded(from)
	t.addBeside(f)
	f.addCut(t.p, from)
}

// addBeside tries a percentage as that of the average that is printed of the same
// rows, beside it or in another row.
func (t *summaryTable) addBeside(f *SummaryFigure) {
	if f.Stated.Value != nil || f.Stated.Percent == nil {
		return
	}
	for i := range t.p.Report.Summaries {
		s := &t.p.Report.Summaries[i]
		if s != f.S && !slices.Equal(t.summed[i], f.rows) {
			continue
		}
		if v := summaryMean(t.p, s, f.member); v != nil {
			f.add(asPrinted, v.Rat())
			f.add(TimesHundred, v.Rat())
		}
	}
}

// summedRows are the rows that a summary sums up: those of its section, or all.
// A foot below the last section may be of either; the number of rows that its
// label states tells, or which of the two gives more of its figures.
func summedRows(p *rule.Pass, s *model.Summary) []int {
	all, section := allRows(p), sectionRows(p, s)
	if e, ok := p.Vocabulary.Edition(s.Label); ok && e.Year > 0 {
		return rowsOfYear(p, e.Year)
	}
	switch strings.ToLower(strings.TrimRight(s.Label, ":")) {
	case "overall", "all", "grand total", "overall average":
		return all
	}
	above := summaryAbove(p, s)
	if above != nil && percentsOf(s, above) {
		return summedRows(p, above)
	}
	if s.Section != "" && len(section) == 0 || s.Section != "" && s.Label == s.Section {
		return section
	}
	may := [][]int{section, all}
	if s.Section == "" {
		may = [][]int{all}
		// Below the averages of a block stand those of everything.
		if block := blockAbove(p, s); above == nil && len(block) > 0 && len(block) < len(all) {
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

// allRows are the rows of the whole table.
func allRows(p *rule.Pass) []int {
	rows := make([]int, len(p.Report.Commitments))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// sectionRows are the rows of a summary's section; without one, those of none.
func sectionRows(p *rule.Pass, s *model.Summary) []int {
	var rows []int
	for i := range p.Report.Commitments {
		if p.Report.Commitments[i].IssueArea == s.Section {
			rows = append(rows, i)
		}
	}
	return rows
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

// blockAbove are the rows between a summary and the one before it: a table without
// sections may have averages in its middle. Of summaries directly below each other, as
// of averages and their percentages, each is of the rows above them all.
func blockAbove(p *rule.Pass, s *model.Summary) []int {
	last := 0 // the last row of scores above
	for i := range p.Report.Commitments {
		if row := p.Report.Commitments[i].Row; row < s.Row {
			last = max(last, row)
		}
	}
	from := 0
	for i := range p.Report.Summaries {
		if row := p.Report.Summaries[i].Row; row < last {
			from = max(from, row)
		}
	}
	var rows []int
	for i := range p.Report.Commitments {
		if row := p.Report.Commitments[i].Row; from < row && row <= last {
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

// figuresOf are the figures of a summary: the members' first.
func figuresOf(p *rule.Pass, s *model.Summary, rows []int, why string) []SummaryFigure {
	var out []SummaryFigure
	for _, a := range s.Averages {
		f := SummaryFigure{S: s, member: a.Member, rows: rows, Why: why, Text: a.Text}
		f.Stated = StatedMean(p, model.Average{Text: a.Text, Value: a.Value, Percent: a.Percent})
		f.count(p)
		out = append(out, f)
	}
	if s.Average != nil {
		f := SummaryFigure{S: s, rows: rows, Why: why, Text: s.Average.Text}
		f.Stated = StatedMean(p, *s.Average)
		f.count(p)
		out = append(out, f)
		if a := s.Average; a.Value != nil && a.Percent != nil && PercentScale(p) {
			f.Stated, f.Text = reckon.Figure{Percent: a.Percent}, a.Percent.String()+"%"
			f.count(p)
			out = append(out, f)
		}
	}
	return out
}

// sizeDoubt says that a summary counts another number of rows than the table
// has: it is then of other rows.
func sizeDoubt(p *rule.Pass, s *model.Summary, rows []int) string {
	if s.Count == 0 || slices.Contains(sizesOf(p, rows), s.Count) {
		return ""
	}
	return "the label counts another number of rows than there are (count-stated)"
}

// sizesOf are the numbers that "N=" may mean: the rows, and those of them that
// have a score.
func sizesOf(p *rule.Pass, rows []int) []int {
	scored := 0
	for _, i := range rows {
		if a := p.Report.Commitments[i].Assessment; a != nil && len(reckon.TallyScores(a.Scores, p.Vocabulary).Scores) > 0 {
			scored++
		}
	}
	return []int{len(rows), scored}
}

// prevailing finds the first convention that gives at least two of three
// figures, and no other gives more; nil where none does.
func prevailing(fs []SummaryFigure, tried []Convention) *Convention {
	all, best, most := 0, -1, 0
	for k, c := range tried {
		n := 0
		all = 0
		for i := range fs {
			if fs[i].Why != "" {
				continue
			}
			all++
			if fs[i].Holds(c) {
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

// Label names a figure in a sentence.
func (f *SummaryFigure) Label(p *rule.Pass) string {
	of := "the table"
	switch {
	case f.S.Section != "":
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

// SummaryFigures reports the figures of one kind that no convention gives,
// where a convention gives most others.
func SummaryFigures(p *rule.Pass, fs []SummaryFigure, prevails *Convention) {
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

// LabelCounts compares "N = 36" in the labels of summary rows with the rows.
func LabelCounts(p *rule.Pass) {
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		if s.Count == 0 {
			continue
		}
		rows := summedRows(p, s)
		sizes := sizesOf(p, rows)
		if len(rows) == 0 {
			p.Undecided(1, "no rows with scores were found that a label counts")
			continue
		}
		p.Checked(1)
		if slices.Contains(sizes, s.Count) {
			continue
		}
		f := rule.Finding{Row: s.Row, SheetRow: s.SheetRow, Stated: fmt.Sprintf("N=%d", s.Count), Computed: reckon.Plural(sizes[0], "row")}
		f.Message = fmt.Sprintf("“%s” is said to have %d commitments; %s, %d of them with a score.", s.Label, s.Count, countedRows(sizes[0]), sizes[1])
		p.Found(f)
	}
}

func countedRows(n int) string {
	if n == 1 {
		return "1 row was counted"
	}
	return fmt.Sprintf("%d rows were counted", n)
}

// SummaryRows are the summary rows of published tables, with their figures counted.
var SummaryRows = rule.Keep(viewSummaries)
