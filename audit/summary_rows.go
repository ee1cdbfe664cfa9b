package audit

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A published table often has rows that sum up others: the averages of a
// section in its head or foot, or those of the whole table. What they are the
// mean of is not said. Every figure is tried against the conventions that are
// in use; where one of them gives all figures of a kind it is what was meant.

// convention is a way to make one average of many scores.
type convention struct {
	id   string // short, in a list of what was tried
	text string // in a sentence
}

// The conventions, the accepted ones first.
var (
	pooledCells  = convention{"all cells", "the mean of all scores"}
	meanOfRows   = convention{"mean of the rows", "the mean of the rows' exact averages"}
	meanOfStated = convention{"mean of the rows as printed", "the mean of the rows' averages as printed"}
	meanOfCols   = convention{"mean of the members", "the mean of the members' averages"}
	meanOfFoot   = convention{"mean of the members as printed", "the mean of the members' averages as printed"}
	asPrinted    = convention{"the average as printed", "that of the average as printed beside it"}
	blanksAsZero = convention{"cells without a score as 0", "the mean with cells without a score counted as 0"}
	timesHundred = convention{"scale −100…+100", "the mean times 100"}
)

// summaryFigure is one figure of a summary row, with what each convention
// gives for it.
type summaryFigure struct {
	s      *model.Summary
	member string // "" for the average of everything
	stated reckon.Figure
	text   string
	rows   []int // places of the rows that it sums up, among the commitments
	tally  reckon.Tally
	gives  []given
	why    string // why it cannot be decided
	// witnessed says that the members' averages in the same row follow from the rows
	// that this figure is of: what it is the mean of is then known without others.
	witnessed bool
	without   string // a member that is left out; "" for none
}

// given is what a convention gives.
type given struct {
	convention
	mean *big.Rat
}

// holds reports whether the figure follows by the convention.
func (f *summaryFigure) holds(c convention) bool {
	for _, g := range f.gives {
		if g.id != c.id {
			continue
		}
		if c.id == timesHundred.id {
			return f.stated.Percent != nil && reckon.Holds(*f.stated.Percent, new(big.Rat).Mul(g.mean, big.NewRat(100, 1)))
		}
		return f.stated.Fits(g.mean)
	}
	return false
}

// holdsBy are the conventions by which the figure follows.
func (f *summaryFigure) holdsBy() []convention {
	var out []convention
	for _, g := range f.gives {
		if f.holds(g.convention) {
			out = append(out, g.convention)
		}
	}
	return out
}

// tried lists what every convention gives.
func (f *summaryFigure) tried() string {
	var out []string
	for _, g := range f.gives {
		v := reckon.Exact(g.mean)
		if f.stated.Value == nil {
			v = reckon.Unsigned(reckon.Percent(g.mean)) + "%"
			if g.id == timesHundred.id {
				v = reckon.Exact(new(big.Rat).Mul(g.mean, big.NewRat(100, 1))) + "%"
			}
		}
		out = append(out, g.id+" "+v)
	}
	return strings.Join(out, "; ")
}

// summaryView is every figure of the summary rows of a published table, and
// the conventions that give most of them.
type summaryView struct {
	members, totals []summaryFigure
	// ofMembers and ofTotals are the conventions that give all of them, or all
	// but a few; nil where there is none.
	ofMembers, ofTotals *convention
}

// mostSummaryWork bounds rows times summaries times members.
const mostSummaryWork = 1 << 24

// viewSummaries compares every figure of the summary rows.
func viewSummaries(p *Pass) *summaryView {
	v := &summaryView{}
	r := p.Report
	if len(r.Summaries) == 0 || len(r.Summaries)*len(r.Commitments)*20 > mostSummaryWork {
		return v
	}
	doubt := columnDoubt(r)
	for _, w := range r.Warnings {
		if w.Kind == "cells" || w.Kind == "record" && !strings.HasSuffix(w.Text, "is a summary of the rows: it is not read as a row of scores") {
			doubt = "a row of the table could not be read"
		}
	}
	for i := range r.Summaries {
		s := &r.Summaries[i]
		rows := p.summedRows(s)
		why := doubt
		switch {
		case len(rows) == 0:
			why = "no rows with scores were found that it sums up"
		case p.addsUp(s, rows):
			continue // count-stated
		case why == "":
			why = p.sizeDoubt(s, rows)
		}
		figures := p.figuresOf(s, rows, why)
		witnessed := p.witnessed(figures)
		for _, f := range figures {
			if f.member != "" {
				v.members = append(v.members, f)
			} else {
				f.witnessed = witnessed
				v.totals = append(v.totals, f)
			}
		}
	}
	members, totals := []convention{pooledCells, blanksAsZero, timesHundred}, []convention{pooledCells, meanOfRows, meanOfStated, meanOfCols, meanOfFoot, blanksAsZero, asPrinted, timesHundred}
	if zeroCount.of(p).prevails() {
		// What the rows do explains most.
		members, totals = slices.Insert(members, 0, blanksAsZero), slices.Insert(totals, 0, blanksAsZero)
	}
	v.ofMembers, v.ofTotals = prevailing(v.members, members), prevailing(v.totals, totals)
	return v
}

// summedRows are the rows that a summary sums up: those of its section, or all.
// A foot below the last section may be of either; the number of rows that its
// label states tells, or which of the two gives more of its figures.
func (p *Pass) summedRows(s *model.Summary) []int {
	r := p.Report
	var all, section []int
	for i := range r.Commitments {
		all = append(all, i)
		if r.Commitments[i].IssueArea == s.Section {
			section = append(section, i)
		}
	}
	switch strings.ToLower(strings.TrimRight(s.Label, ":")) {
	case "overall", "all", "grand total", "overall average":
		return all
	}
	if s.Section != "" && len(section) == 0 || s.Section != "" && s.Label == s.Section {
		return section
	}
	may := [][]int{section, all}
	if s.Section == "" {
		may = [][]int{all}
		if block := p.blockAbove(s); len(block) > 0 && len(block) < len(all) {
			may = [][]int{all, block}
		}
	}
	if s.Count > 0 {
		for _, rows := range may {
			if slices.Contains(p.sizesOf(rows), s.Count) {
				return rows
			}
		}
	}
	best, most := may[0], p.fitting(s, may[0])
	for _, rows := range may[1:] {
		if n := p.fitting(s, rows); n > most {
			best, most = rows, n
		}
	}
	return best
}

// blockAbove are the rows between a summary and the one before it: a table
// without sections may have averages in its middle.
func (p *Pass) blockAbove(s *model.Summary) []int {
	from := 0
	for i := range p.Report.Summaries {
		if row := p.Report.Summaries[i].Row; row < s.Row {
			from = max(from, row)
		}
	}
	var rows []int
	for i := range p.Report.Commitments {
		if row := p.Report.Commitments[i].Row; from < row && row < s.Row {
			rows = append(rows, i)
		}
	}
	return rows
}

// fitting counts the figures of a summary that follow from some rows.
func (p *Pass) fitting(s *model.Summary, rows []int) int {
	n := 0
	for _, f := range p.figuresOf(s, rows, "") {
		if len(f.holdsBy()) > 0 {
			n++
		}
	}
	return n
}

// figuresOf are the figures of a summary: the members' first.
func (p *Pass) figuresOf(s *model.Summary, rows []int, why string) []summaryFigure {
	var out []summaryFigure
	for _, a := range s.Averages {
		f := summaryFigure{s: s, member: a.Member, rows: rows, why: why, text: a.Text}
		f.stated = p.statedMean(model.Average{Text: a.Text, Value: a.Value, Percent: a.Percent})
		p.countMember(&f)
		out = append(out, f)
	}
	if s.Average != nil {
		f := summaryFigure{s: s, rows: rows, why: why, text: s.Average.Text}
		f.stated = p.statedMean(*s.Average)
		p.countAll(&f)
		out = append(out, f)
		if a := s.Average; a.Value != nil && a.Percent != nil && p.percentScale() {
			f.stated, f.text = reckon.Figure{Percent: a.Percent}, a.Percent.String()+"%"
			f.gives = append(slices.Clone(f.gives), given{asPrinted, p.asMean(a.Value, a.Text).Rat()})
			out = append(out, f)
		}
	}
	return out
}

// fewestWitnesses is how many members' averages must follow from the rows before
// the average of everything beside them is known to be of the same rows.
const fewestWitnesses = 3

// witnessed reports whether every member's average of a summary row follows from the
// rows, and so do the averages of nearly all those rows that have one.
func (p *Pass) witnessed(figures []summaryFigure) bool {
	members := 0
	for i := range figures {
		f := &figures[i]
		if f.member == "" {
			continue
		}
		if f.why != "" || len(f.holdsBy()) == 0 {
			return false
		}
		members++
	}
	if members < fewestWitnesses {
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
		if a.Average == nil {
			continue
		}
		stated++
		if mean, ok := t.Mean(); ok && p.statedMean(*a.Average).Fits(mean) {
			holding++
		}
	}
	// Averages of fewer members than have scores may leave one out on purpose.
	return len(seen) == members && 10*holding >= 9*stated
}

// withoutOne names the member without whom a convention gives the figure; "" where
// there is none.
func (p *Pass) withoutOne(f *summaryFigure) string {
	if f.member != "" {
		return ""
	}
	for _, s := range f.s.Averages {
		g := summaryFigure{s: f.s, stated: f.stated, rows: f.rows, without: s.Member}
		p.countAll(&g)
		if len(g.holdsBy()) > 0 {
			return p.Vocabulary.MemberName(s.Member)
		}
	}
	return ""
}

// sizeDoubt says that a summary counts another number of rows than the table
// has: it is then of other rows.
func (p *Pass) sizeDoubt(s *model.Summary, rows []int) string {
	if s.Count == 0 || slices.Contains(p.sizesOf(rows), s.Count) {
		return ""
	}
	return "the label counts another number of rows than there are (count-stated)"
}

// sizesOf are the numbers that "N=" may mean: the rows, and those of them that
// have a score.
func (p *Pass) sizesOf(rows []int) []int {
	scored := 0
	for _, i := range rows {
		if a := p.Report.Commitments[i].Assessment; a != nil && len(reckon.TallyScores(a.Scores, p.Vocabulary).Scores) > 0 {
			scored++
		}
	}
	return []int{len(rows), scored}
}

// countMember tries the conventions for one member's average.
func (p *Pass) countMember(f *summaryFigure) {
	f.tally = reckon.Tally{Noun: "commitment"}
	for _, i := range f.rows {
		c := &p.Report.Commitments[i]
		if s, ok := tableScore(c, f.member); ok {
			f.tally.Add(fmt.Sprint("row ", i), commitmentLabel(c), s.Score, s.Text, p.Vocabulary)
		}
	}
	f.decide(f.tally)
}

// countAll tries the conventions for the average of everything.
func (p *Pass) countAll(f *summaryFigure) {
	f.tally = reckon.Tally{Noun: "score"}
	var rows, stated []*big.Rat
	byMember := map[string]*reckon.Tally{}
	var order []string
	complete := true
	for _, i := range f.rows {
		c := &p.Report.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		t := reckon.TallyScores(c.Assessment.Scores, p.Vocabulary)
		f.tally.Illegible += t.Illegible
		f.tally.Blank += t.Blank
		if f.without != "" {
			t.Scores = slices.DeleteFunc(slices.Clone(t.Scores), func(s reckon.MemberScore) bool { return s.Member == f.without })
		}
		for _, s := range t.Scores {
			key := s.Member
			s.Member = fmt.Sprint(i, " ", s.Member)
			f.tally.Scores = append(f.tally.Scores, s)
			if byMember[key] == nil {
				byMember[key] = &reckon.Tally{}
				order = append(order, key)
			}
			byMember[key].Scores = append(byMember[key].Scores, s)
		}
		if m, ok := t.Mean(); ok {
			rows = append(rows, m)
		}
		if a := c.Assessment.Average; a != nil && a.Value != nil {
			stated = append(stated, p.printedMean(*a, t))
		} else if len(t.Scores) > 0 {
			complete = false
		}
	}
	f.decide(f.tally)
	add := func(c convention, values []*big.Rat) {
		if m, ok := reckon.MeanOf(values); ok {
			f.gives = append(f.gives, given{c, m})
		}
	}
	add(meanOfRows, rows)
	if complete {
		add(meanOfStated, stated)
	}
	var cols []*big.Rat
	for _, key := range order {
		if m, ok := byMember[key].Mean(); ok {
			cols = append(cols, m)
		}
	}
	add(meanOfCols, cols)
	var foot []*big.Rat
	for _, a := range f.s.Averages {
		if a.Value != nil && a.Member != f.without {
			foot = append(foot, p.asMean(a.Value, a.Text).Rat())
		}
	}
	if len(foot) == len(cols) {
		add(meanOfFoot, foot)
	}
}

// printedMean is a row's average as printed, or, where that does not follow from
// the row's scores, as it should be: a slip in a row is told there.
func (p *Pass) printedMean(a model.Average, t reckon.Tally) *big.Rat {
	f := reckon.Figure{Value: p.asMean(a.Value, a.Text)}
	mean, ok := t.Mean()
	if !ok || f.Fits(mean) || t.WhyUndecided() != "" || p.chapterConvention(f, t) != "" {
		return a.Value.Rat()
	}
	if zeroCount.of(p).prevails() {
		mean = big.NewRat(int64(t.Sum()), int64(len(t.Scores)+t.Blank))
	}
	right := roundedTo(mean, f.Value.Places, false)
	return right.Rat()
}

// decide fills in what the scores alone give.
func (f *summaryFigure) decide(t reckon.Tally) {
	if f.stated == (reckon.Figure{}) && f.why == "" {
		f.why = "the average cannot be read"
	}
	if why := t.WhyUndecided(); why != "" && f.why == "" {
		f.why = why
	}
	mean, ok := t.Mean()
	if !ok {
		return
	}
	f.gives = append(f.gives, given{pooledCells, mean})
	if t.Blank > 0 {
		f.gives = append(f.gives, given{blanksAsZero, big.NewRat(int64(t.Sum()), int64(len(t.Scores)+t.Blank))})
	}
	if f.stated.Value == nil && f.stated.Percent != nil {
		f.gives = append(f.gives, given{timesHundred, mean})
	}
}

// prevailing finds the first convention that gives at least two of three
// figures, and no other gives more; nil where none does.
func prevailing(fs []summaryFigure, tried []convention) *convention {
	all, best, most := 0, -1, 0
	for k, c := range tried {
		n := 0
		all = 0
		for i := range fs {
			if fs[i].why != "" {
				continue
			}
			all++
			if fs[i].holds(c) {
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

// label names a figure in a sentence.
func (f *summaryFigure) label(p *Pass) string {
	of := "the table"
	switch {
	case f.s.Section != "":
		of = "“" + f.s.Section + "”"
	case f.s.Label != "":
		of = "“" + f.s.Label + "”"
	}
	if f.member == "" {
		return "The average of " + of
	}
	return fmt.Sprintf("The average of %s in %s", p.Vocabulary.MemberName(f.member), of)
}

// fewestSummaries is how many figures of a kind must be decided before one that
// no convention gives is called wrong.
const fewestSummaries = 3

// summaryFigures reports the figures of one kind that no convention gives,
// where a convention gives most others.
func (p *Pass) summaryFigures(fs []summaryFigure, prevails *convention) {
	decided := 0
	for i := range fs {
		if fs[i].why == "" {
			decided++
		}
	}
	for i := range fs {
		f := &fs[i]
		switch {
		case f.why != "":
			p.Undecided(1, f.why)
		case len(f.holdsBy()) > 0:
			p.Checked(1)
		case f.witnessed && p.withoutOne(f) != "":
			p.Undecided(1, fmt.Sprintf("the average holds without %s, which may be left out on purpose", p.withoutOne(f)))
		case f.witnessed:
			p.Checked(1)
			p.Found(p.summaryFinding(f, nil))
		case prevails == nil:
			p.Undecided(1, "most averages of the summary rows do not follow from the scores: they may be averages of something else")
		case decided < fewestSummaries:
			p.Undecided(1, "too few averages of summary rows to know what they are the mean of")
		default:
			p.Checked(1)
			p.Found(p.summaryFinding(f, prevails))
		}
	}
}

func (p *Pass) summaryFinding(f *summaryFigure, prevails *convention) Finding {
	out := Finding{Member: f.member, Row: f.s.Row, sheetRow: f.s.SheetRow, Stated: f.text, Quote: f.text, Computed: f.tried()}
	mean := meanOrNil(f.tally)
	out.Message = fmt.Sprintf("%s is stated as %s; the mean of the %s is %s, and no convention gives the stated figure (tried: %s).",
		f.label(p), f.stated.Text(), reckon.Plural(len(f.tally.Scores), "score"), reckon.Fraction(f.tally.Sum(), len(f.tally.Scores)), f.tried())
	if prevails != nil {
		out.Message += " Most others of its kind are " + prevails.text + "."
	} else {
		out.Message += " The members' averages in the same row follow from these scores."
	}
	out.Explanations = append(p.cutFormula(f), reckon.Explain(f.stated, f.tally, nil)...)
	if len(out.Explanations) > reckon.MaxExplanations {
		out.Explanations = out.Explanations[:reckon.MaxExplanations]
	}
	if mean == nil {
		out.Explanations = nil
	}
	return out
}

// cutFormula looks for a formula that ends a row early, or begins a row late,
// or reaches a row further.
func (p *Pass) cutFormula(f *summaryFigure) []string {
	var out []string
	try := func(rows []int, what string) {
		g := summaryFigure{s: f.s, member: f.member, stated: f.stated, rows: rows}
		if f.member != "" {
			p.countMember(&g)
		} else {
			p.countAll(&g)
		}
		for _, c := range g.holdsBy() {
			out = append(out, fmt.Sprintf("%s: %s, %s", what, c.text, reckon.Exact(g.mean(c))))
			return
		}
	}
	n := len(f.rows)
	if n < 3 {
		return nil
	}
	try(f.rows[:n-1], "fits without the last row ("+commitmentLabel(&p.Report.Commitments[f.rows[n-1]])+")")
	try(f.rows[1:], "fits without the first row ("+commitmentLabel(&p.Report.Commitments[f.rows[0]])+")")
	if next := f.rows[n-1] + 1; next < len(p.Report.Commitments) {
		try(append(slices.Clone(f.rows), next), "fits with the row behind ("+commitmentLabel(&p.Report.Commitments[next])+")")
	}
	return out
}

func (f *summaryFigure) mean(c convention) *big.Rat {
	for _, g := range f.gives {
		if g.id == c.id {
			return g.mean
		}
	}
	return new(big.Rat)
}

// labelCounts compares "N = 36" in the labels of summary rows with the rows.
func (p *Pass) labelCounts() {
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		if s.Count == 0 {
			continue
		}
		rows := p.summedRows(s)
		sizes := p.sizesOf(rows)
		if len(rows) == 0 {
			p.Undecided(1, "no rows with scores were found that a label counts")
			continue
		}
		p.Checked(1)
		if slices.Contains(sizes, s.Count) {
			continue
		}
		f := Finding{Row: s.Row, sheetRow: s.SheetRow, Stated: fmt.Sprintf("N=%d", s.Count), Computed: reckon.Plural(sizes[0], "row")}
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

var summaryRows = keep(viewSummaries)
