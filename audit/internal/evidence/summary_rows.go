package evidence

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A published table often has rows that sum up others: the averages of a
// section in its head or foot, or those of the whole table. What they are the
// mean of is not said. Every figure is tried against the conventions that are
// in use; where one of them gives all figures of a kind it is what was meant.

// Convention is a way to make one average of many scores.
type Convention struct {
	Id   string // short, in a list of what was tried
	Text string // in a sentence
}

// The conventions, the accepted ones first.
var (
	PooledCells  = Convention{"all cells", "the mean of all scores"}
	meanOfRows   = Convention{"mean of the rows", "the mean of the rows' exact averages"}
	meanOfStated = Convention{"mean of the rows as printed", "the mean of the rows' averages as printed"}
	meanOfCols   = Convention{"mean of the members", "the mean of the members' averages"}
	meanOfFoot   = Convention{"mean of the members as printed", "the mean of the members' averages as printed"}
	meanOfParts  = Convention{"mean of the sections", "the mean of the sections' averages"}
	meanOfSums   = Convention{"mean of the sections as printed", "the mean of the sections' averages as printed"}
	asPrinted    = Convention{"the average as printed", "that of the average as printed beside it"}
	BlanksAsZero = Convention{"cells without a score as 0", "the mean with cells without a score counted as 0"}
	TimesHundred = Convention{"scale −100…+100", "the mean times 100"}
)

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
}

// given is what a convention gives.
type given struct {
	Convention
	Mean *big.Rat
}

// Holds reports whether the figure follows by the convention.
func (f *SummaryFigure) Holds(c Convention) bool {
	for _, g := range f.Gives {
		if g.Id != c.Id {
			continue
		}
		if c.Id == TimesHundred.Id {
			return f.Stated.Percent != nil && reckon.Holds(*f.Stated.Percent, new(big.Rat).Mul(g.Mean, big.NewRat(100, 1)))
		}
		return f.Stated.Fits(g.Mean)
	}
	return false
}

// holdsBy are the conventions by which the figure follows.
func (f *SummaryFigure) holdsBy() []Convention {
	var out []Convention
	for _, g := range f.Gives {
		if f.Holds(g.Convention) {
			out = append(out, g.Convention)
		}
	}
	return out
}

// Tried lists what every convention gives.
func (f *SummaryFigure) Tried() string {
	var out []string
	for _, g := range f.Gives {
		v := reckon.Exact(g.Mean)
		if f.Stated.Value == nil {
			v = reckon.Unsigned(reckon.Percent(g.Mean)) + "%"
			if g.Id == TimesHundred.Id {
				v = reckon.Exact(new(big.Rat).Mul(g.Mean, big.NewRat(100, 1))) + "%"
			}
		}
		out = append(out, g.Id+" "+v)
	}
	return strings.Join(out, "; ")
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
	doubt := rule.ColumnDoubt(r)
	for _, w := range r.Warnings {
		if w.Kind == "cells" || w.Kind == "record" && !strings.HasSuffix(w.Text, "is a summary of the rows: it is not read as a row of scores") {
			doubt = "a row of the table could not be read"
		}
	}
	summed := make([][]int, len(r.Summaries))
	for i := range r.Summaries {
		summed[i] = summedRows(p, &r.Summaries[i])
	}
	sections := sectionsOf(r, summed)
	for i := range r.Summaries {
		s := &r.Summaries[i]
		rows := summed[i]
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
		if len(rows) == len(r.Commitments) {
			for k := range figures {
				addSections(p, &figures[k], sections, summed)
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
	members, totals := []Convention{PooledCells, BlanksAsZero, meanOfParts, meanOfSums, TimesHundred}, []Convention{PooledCells, meanOfRows, meanOfStated, meanOfCols, meanOfFoot, BlanksAsZero, asPrinted, meanOfParts, meanOfSums, TimesHundred}
	if ZeroCount.Of(p).Prevails() {
		// What the rows do explains most.
		members, totals = slices.Insert(members, 0, BlanksAsZero), slices.Insert(totals, 0, BlanksAsZero)
	}
	v.OfMembers, v.OfTotals = prevailing(v.Members, members), prevailing(v.Totals, totals)
	return v
}

// summedRows are the rows that a summary sums up: those of its section, or all.
// A foot below the last section may be of either; the number of rows that its
// label states tells, or which of the two gives more of its figures.
func summedRows(p *rule.Pass, s *model.Summary) []int {
	r := p.Report
	var all, section []int
	for i := range r.Commitments {
		all = append(all, i)
		if r.Commitments[i].IssueArea == s.Section {
			section = append(section, i)
		}
	}
	if e, ok := p.Vocabulary.Edition(s.Label); ok && e.Year > 0 {
		return rowsOfYear(p, e.Year)
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
		if block := blockAbove(p, s); len(block) > 0 && len(block) < len(all) {
			may = [][]int{all, block}
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

// blockAbove are the rows between a summary and the one before it: a table
// without sections may have averages in its middle.
func blockAbove(p *rule.Pass, s *model.Summary) []int {
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
		countMember(p, &f)
		out = append(out, f)
	}
	if s.Average != nil {
		f := SummaryFigure{S: s, rows: rows, Why: why, Text: s.Average.Text}
		f.Stated = StatedMean(p, *s.Average)
		countAll(p, &f)
		out = append(out, f)
		if a := s.Average; a.Value != nil && a.Percent != nil && PercentScale(p) {
			f.Stated, f.Text = reckon.Figure{Percent: a.Percent}, a.Percent.String()+"%"
			f.Gives = append(slices.Clone(f.Gives), given{asPrinted, AsMean(p, a.Value, a.Text).Rat()})
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
func witnessed(p *rule.Pass, figures []SummaryFigure) bool {
	members := 0
	for i := range figures {
		f := &figures[i]
		if f.member == "" {
			continue
		}
		if f.Why != "" || len(f.holdsBy()) == 0 {
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
		if mean, ok := t.Mean(); ok && StatedMean(p, *a.Average).Fits(mean) {
			holding++
		}
	}
	// Averages of fewer members than have scores may leave one out on purpose.
	return len(seen) == members && 10*holding >= 9*stated
}

// withoutOne names the member without whom a convention gives the figure; "" where
// there is none.
func withoutOne(p *rule.Pass, f *SummaryFigure) string {
	if f.member != "" {
		return ""
	}
	for _, s := range f.S.Averages {
		g := SummaryFigure{S: f.S, Stated: f.Stated, rows: f.rows, without: s.Member}
		countAll(p, &g)
		if len(g.holdsBy()) > 0 {
			return p.Vocabulary.MemberName(s.Member)
		}
	}
	return ""
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

// countMember tries the conventions for one member's average.
func countMember(p *rule.Pass, f *SummaryFigure) {
	f.tally = reckon.Tally{Noun: "commitment"}
	for _, i := range f.rows {
		c := &p.Report.Commitments[i]
		if s, ok := rule.TableScore(c, f.member); ok {
			f.tally.Add(fmt.Sprint("row ", i), rule.CommitmentLabel(c), s.Score, s.Text, p.Vocabulary)
		}
	}
	f.decide(f.tally)
}

// countAll tries the conventions for the average of everything.
func countAll(p *rule.Pass, f *SummaryFigure) {
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
			stated = append(stated, printedMean(p, i, *a, t))
		} else if len(t.Scores) > 0 {
			complete = false
		}
	}
	f.decide(f.tally)
	add := func(c Convention, values []*big.Rat) {
		if m, ok := reckon.MeanOf(values); ok {
			f.Gives = append(f.Gives, given{c, m})
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
	for _, a := range f.S.Averages {
		if a.Value != nil && a.Member != f.without {
			foot = append(foot, AsMean(p, a.Value, a.Text).Rat())
		}
	}
	if len(foot) == len(cols) {
		add(meanOfFoot, foot)
	}
}

// printedMean is a row's average as printed, or, where that does not follow from
// the row's scores, as it should be: a slip in a row is told there.
func printedMean(p *rule.Pass, i int, a model.Average, t reckon.Tally) *big.Rat {
	f := reckon.Figure{Value: AsMean(p, a.Value, a.Text)}
	mean, ok := t.Mean()
	if !ok || f.Fits(mean) || t.WhyUndecided() != "" || ChapterConvention(p, i, f, t) != "" {
		return a.Value.Rat()
	}
	if ZeroCount.Of(p).Prevails() {
		mean = big.NewRat(int64(t.Sum()), int64(len(t.Scores)+t.Blank))
	}
	right := RoundedTo(mean, f.Value.Places, false)
	return right.Rat()
}

// decide fills in what the scores alone give.
func (f *SummaryFigure) decide(t reckon.Tally) {
	if f.Stated == (reckon.Figure{}) && f.Why == "" {
		f.Why = "the average cannot be read"
	}
	if why := t.WhyUndecided(); why != "" && f.Why == "" {
		f.Why = why
	}
	mean, ok := t.Mean()
	if !ok {
		return
	}
	f.Gives = append(f.Gives, given{PooledCells, mean})
	if t.Blank > 0 {
		f.Gives = append(f.Gives, given{BlanksAsZero, big.NewRat(int64(t.Sum()), int64(len(t.Scores)+t.Blank))})
	}
	if f.Stated.Value == nil && f.Stated.Percent != nil {
		f.Gives = append(f.Gives, given{TimesHundred, mean})
	}
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
		case f.witnessed && withoutOne(p, f) != "":
			p.Undecided(1, fmt.Sprintf("the average holds without %s, which may be left out on purpose", withoutOne(p, f)))
		case f.witnessed:
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

func summaryFinding(p *rule.Pass, f *SummaryFigure, prevails *Convention) rule.Finding {
	out := rule.Finding{Member: f.member, Row: f.S.Row, SheetRow: f.S.SheetRow, Stated: f.Text, Quote: f.Text, Computed: f.Tried()}
	mean := rule.MeanOrNil(f.tally)
	out.Message = fmt.Sprintf("%s is stated as %s; the mean of the %s is %s, and no convention gives the stated figure (tried: %s).",
		f.Label(p), f.Stated.Text(), reckon.Plural(len(f.tally.Scores), "score"), reckon.Fraction(f.tally.Sum(), len(f.tally.Scores)), f.Tried())
	if prevails != nil {
		out.Message += " Most others of its kind are " + prevails.Text + "."
	} else {
		out.Message += " The members' averages in the same row follow from these scores."
	}
	out.Explanations = append(cutFormula(p, f), reckon.Explain(f.Stated, f.tally, nil)...)
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
func cutFormula(p *rule.Pass, f *SummaryFigure) []string {
	var out []string
	try := func(rows []int, what string) {
		g := SummaryFigure{S: f.S, member: f.member, Stated: f.Stated, rows: rows}
		if f.member != "" {
			countMember(p, &g)
		} else {
			countAll(p, &g)
		}
		for _, c := range g.holdsBy() {
			out = append(out, fmt.Sprintf("%s: %s, %s", what, c.Text, reckon.Exact(g.mean(c))))
			return
		}
	}
	n := len(f.rows)
	if n < 3 {
		return nil
	}
	try(f.rows[:n-1], "fits without the last row ("+rule.CommitmentLabel(&p.Report.Commitments[f.rows[n-1]])+")")
	try(f.rows[1:], "fits without the first row ("+rule.CommitmentLabel(&p.Report.Commitments[f.rows[0]])+")")
	if next := f.rows[n-1] + 1; next < len(p.Report.Commitments) {
		try(append(slices.Clone(f.rows), next), "fits with the row behind ("+rule.CommitmentLabel(&p.Report.Commitments[next])+")")
	}
	return out
}

func (f *SummaryFigure) mean(c Convention) *big.Rat {
	for _, g := range f.Gives {
		if g.Id == c.Id {
			return g.Mean
		}
	}
	return new(big.Rat)
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
