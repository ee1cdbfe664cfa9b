package summaries

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// What a summary row's figure is the mean of is not said. Every figure is tried against
// the conventions that are in use; where one of them gives all figures of a kind it is
// what was meant.

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
	roundedFirst = Convention{"the mean rounded first", "that of the mean rounded to two decimals"}
	cutDecimals  = Convention{"cut off", "the mean with its decimals cut off, not rounded"}
	// withSlips are means that take up a wrong figure: the slip is told where it is.
	withSlips = Convention{"with what is wrong as printed", "the mean of averages, the wrong ones as printed"}
)

// given is what a convention gives. One of them may give several means.
type given struct {
	Convention
	Mean *big.Rat
}

// gives reports whether the convention gives the figure.
func (g given) gives(f reckon.Figure) bool {
	if g.Id == TimesHundred.Id {
		return f.Value == nil && f.Percent != nil && reckon.Holds(*f.Percent, new(big.Rat).Mul(g.Mean, big.NewRat(100, 1)))
	}
	return f.Fits(g.Mean)
}

// Holds reports whether the figure follows by the convention.
func (f *Figure) Holds(c Convention) bool {
	if c.Id == BlanksAsZero.Id && f.tally.Blank == 0 {
		c = PooledCells
	}
	for _, g := range f.Gives {
		if g.Id == c.Id && g.gives(f.Stated) {
			return true
		}
	}
	return false
}

// holdsBy are the means from which the figure follows, with their conventions.
func (f *Figure) holdsBy() []given {
	var out []given
	for _, g := range f.Gives {
		if g.gives(f.Stated) {
			out = append(out, g)
		}
	}
	return out
}

// mostTold is how many means of one convention are listed.
const mostTold = 3

// Tried lists what every convention gives.
func (f *Figure) Tried() string {
	var order []string
	of := map[string][]string{}
	for _, g := range f.Gives {
		v := reckon.Exact(g.Mean)
		if f.Stated.Value == nil {
			v = reckon.Unsigned(reckon.Percent(g.Mean)) + "%"
			if g.Id == TimesHundred.Id {
				v = reckon.Exact(new(big.Rat).Mul(g.Mean, big.NewRat(100, 1))) + "%"
			}
		}
		if of[g.Id] == nil {
			order = append(order, g.Id)
		}
		if !slices.Contains(of[g.Id], v) {
			of[g.Id] = append(of[g.Id], v)
		}
	}
	for k, id := range order {
		order[k] = id + " " + reckon.Listing(of[id], mostTold, "or")
	}
	return strings.Join(order, "; ")
}

// add adds what a convention gives. Slips that are taken up are one where it is not what
// another convention gives.
func (f *Figure) add(c Convention, mean *big.Rat) {
	if c.Id == withSlips.Id && slices.ContainsFunc(f.Gives, func(g given) bool { return g.Mean.Cmp(mean) == 0 }) {
		return
	}
	f.Gives = append(f.Gives, given{c, mean})
}

// addMean adds the mean of some averages, nothing where there are none.
func (f *Figure) addMean(c Convention, values []*big.Rat) {
	if m, ok := reckon.MeanOf(values); ok {
		f.add(c, m)
	}
}

// count tries the conventions that need nothing but the rows and the summary itself.
func (f *Figure) count(p *rule.Pass) {
	f.countScores(p)
	f.addRounded(0)
	f.addCut(p, 0)
}

func (f *Figure) countScores(p *rule.Pass) {
	f.Gives = nil
	if f.member != "" {
		f.countMember(p)
	} else {
		f.countAll(p)
	}
}

// addRounded tries a percentage as that of the means from one on as they are printed,
// here or elsewhere, and as the means times 100.
func (f *Figure) addRounded(from int) {
	if f.Stated.Value != nil || f.Stated.Percent == nil {
		return
	}
	for _, g := range f.Gives[from:] {
		if g.Id != TimesHundred.Id {
			rounded := tallies.RoundedTo(g.Mean, tallies.UsualPlaces, false)
			f.add(roundedFirst, rounded.Rat())
			f.add(TimesHundred, g.Mean)
		}
	}
}

// countMember tries the conventions for one member's average.
func (f *Figure) countMember(p *rule.Pass) {
	f.tally = tallies.OfMember(p, f.rows, f.member, f.scores)
	f.decide(f.tally)
}

// countAll tries the conventions for the average of everything.
func (f *Figure) countAll(p *rule.Pass) {
	f.tally = reckon.Tally{Noun: "score"}
	var rows, stated, percents, rowsSlipped, statedSlipped []*big.Rat
	byMember := map[string]*reckon.Tally{}
	var order []string
	scored := 0
	for _, i := range f.rows {
		c := &p.Report.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		t := reckon.TallyScores(f.scores(p, i), p.Vocabulary)
		f.tally.Illegible += t.Illegible
		f.tally.Blank += t.Blank
		f.tally.Empty += t.Empty
		if len(t.Scores) > 0 {
			scored++
		}
		for _, s := range f.scores(p, i) {
			if byMember[s.Member] == nil {
				byMember[s.Member] = &reckon.Tally{}
				order = append(order, s.Member)
			}
			byMember[s.Member].Add(s.Member, "", s.Score, s.Text, p.Vocabulary)
		}
		for _, s := range t.Scores {
			s.Member = fmt.Sprint(i, " ", s.Member)
			f.tally.Scores = append(f.tally.Scores, s)
		}
		mean, ok := t.Mean()
		if ok {
			rows = append(rows, mean)
		}
		a := c.Assessment.Average
		if a == nil {
			if ok {
				rowsSlipped = append(rowsSlipped, mean)
			}
			continue
		}
		if a.Value != nil {
			stated = append(stated, printedMean(p, i, *a, t))
			statedSlipped = append(statedSlipped, tallies.AsMean(p, a.Value, a.Text).Rat())
		}
		if a.Percent != nil {
			percents = append(percents, reckon.FromPercent(a.Percent.Rat()))
		}
		switch figure := tallies.StatedMean(p, *a); {
		case ok && (figure.Value == nil || figure.Fits(mean)):
			rowsSlipped = append(rowsSlipped, mean)
		case figure.Value != nil:
			rowsSlipped = append(rowsSlipped, figure.Value.Rat())
		}
	}
	f.decide(f.tally)
	f.addMean(meanOfRows, rows)
	if len(stated) >= scored {
		f.addMean(meanOfStated, stated)
	}
	if f.Stated.Value == nil && len(percents) >= scored {
		f.addMean(meanOfStated, percents)
	}
	var cols, foot, footRight, colsSlipped []*big.Rat
	for _, key := range order {
		m, ok := byMember[key].Mean()
		if !ok {
			continue
		}
		cols = append(cols, m)
		if v := summaryMean(p, f.S, key); v != nil {
			footRight = append(footRight, corrected(p, *v, *byMember[key]))
			if !reckon.Holds(*v, m) {
				m = v.Rat()
			}
		}
		colsSlipped = append(colsSlipped, m)
	}
	f.addMean(meanOfCols, cols)
	percents = nil
	for _, a := range f.S.Averages {
		if a.Member == f.without {
			continue
		}
		if a.Value != nil {
			foot = append(foot, tallies.AsMean(p, a.Value, a.Text).Rat())
		} else if a.Percent != nil {
			percents = append(percents, reckon.FromPercent(a.Percent.Rat()))
		}
	}
	if len(foot) == len(cols) {
		f.addMean(meanOfFoot, foot)
	}
	if len(footRight) == len(cols) {
		f.addMean(meanOfFoot, footRight)
	}
	if f.Stated.Value == nil && len(percents) == len(cols) {
		f.addMean(meanOfFoot, percents)
	}
	f.addMean(withSlips, rowsSlipped)
	f.addMean(withSlips, colsSlipped)
	if len(statedSlipped) >= scored {
		f.addMean(withSlips, statedSlipped)
	}
}

// printedMean is a row's average as printed, or, where that does not follow from
// the row's scores, as it should be: a slip in a row is told there.
func printedMean(p *rule.Pass, i int, a model.Average, t reckon.Tally) *big.Rat {
	f := reckon.Figure{Value: tallies.AsMean(p, a.Value, a.Text)}
	if t.WhyUndecided() != "" || conventions.OfChapter(p, i, f, t) != "" {
		return a.Value.Rat()
	}
	return corrected(p, *f.Value, t)
}

// corrected is a printed average, or, where it does not follow from the scores, the
// one that should stand there.
func corrected(p *rule.Pass, printed model.Decimal, t reckon.Tally) *big.Rat {
	mean, ok := t.Mean()
	if !ok || reckon.Holds(printed, mean) {
		return printed.Rat()
	}
	if zeros := conventions.ZeroMeans(t); len(zeros) > 0 && conventions.ZeroCount.Of(p).Prevails() {
		mean = zeros[0]
		if k := slices.IndexFunc(zeros, func(m *big.Rat) bool { return reckon.Holds(printed, m) }); k >= 0 {
			mean = zeros[k]
		}
	}
	right := tallies.RoundedTo(mean, printed.Places, false)
	return right.Rat()
}

// decide fills in what the scores alone give.
func (f *Figure) decide(t reckon.Tally) {
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
	f.add(PooledCells, mean)
	for _, zero := range conventions.ZeroMeans(t) {
		f.add(BlanksAsZero, zero)
	}
}

// addCut adds what the conventions from one on give cut off to as many decimals as the
// figure has, where that is what the report does.
func (f *Figure) addCut(p *rule.Pass, from int) {
	if f.Stated.Value != nil && !conventions.CutMeans(p).Unrefuted() || f.Stated.Value == nil && !conventions.CutPercents(p).Unrefuted() {
		return
	}
	for _, g := range f.Gives[from:] {
		switch {
		case g.Id == TimesHundred.Id || g.Id == roundedFirst.Id || g.Id == cutDecimals.Id:
		case f.Stated.Value != nil:
			f.add(cutDecimals, reckon.CutOff(g.Mean, f.Stated.Value.Places))
		case f.Stated.Percent != nil:
			f.add(cutDecimals, reckon.FromPercent(reckon.CutOff(reckon.Percent(g.Mean), f.Stated.Percent.Places)))
		}
	}
}

// mean is what a convention gives first; nil where it gives nothing.
func (f *Figure) mean(c Convention) *big.Rat {
	for _, g := range f.Gives {
		if g.Id == c.Id {
			return g.Mean
		}
	}
	return nil
}
