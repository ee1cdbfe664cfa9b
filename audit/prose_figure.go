package audit

import (
	"fmt"
	"math/big"
	"strconv"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "prose-figure",
	Severity: Error,
	Title:    "a figure in running text is not the table's",
	Checks: "Ties every score and percentage in the text outside the chapters to the members, the commitments or the overall average that it is stated of, " +
		"and compares it with the summary table, the rankings and the chapters' tables.",
	Why: "The summary's text is what is quoted; the tables are what it was taken from.",
	Example: "'Marsh drainage followed with +0.25 (68%)' where the table has +0.25 and 63%. " +
		"Near misses: 'up from +0.11', which is the last stage's figure; '+0.3', which is the same with one decimal.",
	Convention: "A figure holds when it is the printed one, follows from the exact mean by rounding, or (a percentage) from a printed mean. " +
		"It is compared only where the words leave one reading of whose it is; where the table contradicts itself, it is measured by neither half.",
	Since: "0.1.0",
	Run:   runProseFigure,
})

func runProseFigure(p *Pass) {
	read := p.prose()
	x := read.evidence
	for _, rd := range read.readings {
		p.Undecided(rd.Dense, tooDense)
		if quoted(rd.text) {
			p.Undecided(len(rd.Claims), "words of somebody else, in quotation marks")
			continue
		}
		for i := range rd.Claims {
			if rd.Claims[i].Figure != nil {
				p.proseClaim(x, rd, &rd.Claims[i])
			}
		}
	}
	p.proseChapters(x, read.reader)
}

// proseChapters reads the figures inside chapters: only what is said of "this
// commitment" is of this report for certain.
func (p *Pass) proseChapters(x *proseEvidence, reader prose.Reader) {
	done := map[string]bool{}
	for i := range p.Report.Figures {
		f := &p.Report.Figures[i]
		if f.Commitment == 0 {
			continue
		}
		if !reThisCommitment.MatchString(f.Sentence) {
			p.Undecided(1, "a figure inside a chapter, which may be of another report")
			continue
		}
		key := strconv.Itoa(f.Commitment) + f.Sentence
		if done[key] {
			continue
		}
		done[key] = true
		// The finding quotes the words.
		rd := proseReading{passage{text: f.Sentence, at: f.At}, reader.Read(namedCommitment(f.Sentence, f.Commitment))}
		for k := range rd.Claims {
			c := &rd.Claims[k]
			c.Sentence = f.Sentence
			if c.Figure == nil {
				continue
			}
			if len(c.Subjects) != 1 || c.Subjects[0].Kind != prose.Commitment {
				p.Undecided(1, "a figure inside a chapter, which may be of another report")
				continue
			}
			p.proseClaim(x, rd, c)
		}
	}
}

// namedCommitment puts the number of the chapter for "this commitment", so
// that the grammar sees whose figure it is.
func namedCommitment(sentence string, number int) string {
	return reThisCommitment.ReplaceAllString(sentence, "commitment "+strconv.Itoa(number))
}

// quoted reports whether a paragraph is a quotation.
func quoted(text string) bool {
	for _, r := range text {
		return r == '"' || r == '\u201c' || r == '\u201f'
	}
	return false
}

func (p *Pass) proseClaim(x *proseEvidence, rd proseReading, c *prose.Claim) {
	if c.Doubt != "" {
		p.Undecided(1, c.Doubt)
		return
	}
	if x.jointly(c) {
		p.Checked(1)
		return
	}
	var wrong []prose.Subject
	right := 0
	for _, s := range c.Subjects {
		e, why := x.usable(s)
		if why != "" {
			p.Undecided(1, why)
			continue
		}
		v, pc := e.holds(c.Figure)
		if !pc && p.proseOtherScale(c.Figure, e) {
			p.Undecided(1, otherScale)
			continue
		}
		if v && pc {
			right++
		} else {
			wrong = append(wrong, s)
		}
	}
	if right == 0 && len(wrong) > 0 && c.Together() {
		p.Undecided(len(wrong), "the figure may be that of the subjects taken together")
		return
	}
	p.Checked(right)
	if len(wrong) > 0 && warnedAt(p.Report, rd.at) {
		p.Undecided(len(wrong), proseInDoubt)
		return
	}
	p.Checked(len(wrong))
	if len(wrong) == 0 || p.Selected("ranking-order") && x.nameSlip(c) {
		return
	}
	if len(c.Subjects) > 1 && right == 0 && sameFigures(x, wrong) {
		// The tier as a whole has another figure: one slip.
		p.proseFound(x, rd, c, wrong)
		return
	}
	for _, s := range wrong {
		p.proseFound(x, rd, c, []prose.Subject{s})
	}
}

// jointly reports whether a figure that is stated of several subjects is their
// average taken together: the mean of their means, exact or as printed, or the
// mean of all their scores.
func (x *proseEvidence) jointly(c *prose.Claim) bool {
	if len(c.Subjects) < 2 || c.Figure == nil || !c.Together() {
		return false
	}
	var means, values, percents []*big.Rat
	all := reckon.Tally{}
	for _, s := range c.Subjects {
		e, why := x.usable(s)
		if why != "" || e.best() == nil {
			return false
		}
		means = append(means, e.best())
		all.Scores = append(all.Scores, e.scores.Scores...)
		for _, a := range e.printed {
			if a.Value != nil {
				values = append(values, a.Value.Rat())
			}
			if a.Percent != nil {
				percents = append(percents, a.Percent.Rat())
			}
			break
		}
	}
	var joint evidence
	for _, list := range [][]*big.Rat{means, values} {
		if m, ok := reckon.MeanOf(list); ok && len(list) == len(c.Subjects) {
			joint.means = append(joint.means, m)
		}
	}
	if m, ok := all.Mean(); ok {
		joint.means = append(joint.means, m)
	}
	if m, ok := reckon.MeanOf(percents); ok && len(percents) == len(c.Subjects) {
		joint.percents = append(joint.percents, m)
	}
	value, percent := joint.holds(c.Figure)
	return value && percent
}

// proseOtherScale reports whether a percentage that stands alone is the mean
// times 100, in a report that does not show which scale it uses.
func (p *Pass) proseOtherScale(f *prose.Figure, e *evidence) bool {
	if f.Value != nil || f.Percent == nil {
		return false
	}
	hundred := reckon.IsTimesHundred(*f.Percent, e.best(), nil)
	for _, a := range e.printed {
		hundred = hundred || a.Value != nil && reckon.IsTimesHundred(*f.Percent, nil, a.Value)
	}
	return hundred && !p.percentScale()
}

// usable gives the evidence on a subject, or why there is none that could
// refute a figure.
func (x *proseEvidence) usable(s prose.Subject) (*evidence, string) {
	e := x.of[s]
	switch {
	case x.doubt != "":
		return nil, x.doubt
	case e == nil || len(e.means) == 0 && len(e.printed) == 0:
		return nil, "what the figure is about was found in no table"
	case s.Kind != prose.Commitment && !x.complete && len(e.printed) == 0:
		return nil, "the report's tables are not complete"
	case len(e.means) > 0 && len(e.printed) == 0 && s.Kind != prose.Commitment && e.scores.WhyUndecided() == "a score is outside the scale":
		return nil, "a score is outside the scale"
	case e.contradictsItself():
		return nil, "the table's own average is not what its scores give"
	}
	return e, ""
}

// sameFigures reports whether all subjects have one and the same mean.
func sameFigures(x *proseEvidence, list []prose.Subject) bool {
	var first *big.Rat
	for _, s := range list {
		b := x.of[s].best()
		if b == nil {
			return false
		}
		if first == nil {
			first = b
		}
		if b.Cmp(first) != 0 {
			return false
		}
	}
	return true
}

func (p *Pass) proseFound(x *proseEvidence, rd proseReading, c *prose.Claim, wrong []prose.Subject) {
	e := x.of[wrong[0]]
	valueOK, percentOK := e.holds(c.Figure)
	f := Finding{Quote: c.Sentence, At: figureAt(p.Report, c.Sentence, c.Figure, rd.at)}
	if len(wrong) == 1 {
		switch wrong[0].Kind {
		case prose.Member:
			f.Member = wrong[0].Member
		case prose.Commitment:
			f.Commitment, f.CommitmentID = wrong[0].Commitment, e.id
		}
	}
	var names []string
	for _, s := range wrong {
		names = append(names, x.of[s].label)
	}
	who := reckon.Listing(names, 6, "and")
	sought := reckon.Figure{Value: c.Figure.Value, Percent: c.Figure.Percent}
	switch {
	case valueOK && !percentOK:
		f.Stated = c.Figure.Percent.String() + "%"
		f.Computed = prosePercent(e, c.Figure.Percent.Places)
		sought.Value = nil
	case !valueOK && percentOK:
		f.Stated = reckon.Printed(*c.Figure.Value)
		f.Computed = proseValue(e, c.Figure.Value.Places)
		sought.Percent = nil
	default:
		f.Stated = c.Figure.Text
		f.Computed = tableFigure(e)
	}
	f.Message = fmt.Sprintf("The text states %s for %s; %s.", f.Stated, who, proseTable(e, valueOK, percentOK))
	if missing := x.notNamed(rd, c); len(missing) > 0 && !valueOK && wrong[0].Kind != prose.Overall {
		f.Message += fmt.Sprintf(" %s, with that figure in the table, %s not named.", reckon.Listing(missing, 6, "and"), isAre(len(missing)))
	}
	f.Explanations = proseExplanations(sought, e, p.lastStage(sought, wrong[0]), x.othersWith(sought, wrong[0]))
	p.Found(f)
}

// proseExplanations are the slips that would make a figure in prose right,
// simplest first. Where the table prints the average, the text was written
// from that, and another score or divisor explains nothing; a member left out
// does, for percentages are counted again.
func proseExplanations(f reckon.Figure, e *evidence, lastStage []string, others copied) []string {
	if len(e.printed) == 0 {
		return reckon.Explain(f, e.scores, nil, append(lastStage, others.all()...)...)
	}
	out := append([]string(nil), others.same...)
	if mean, ok := e.scores.Mean(); ok && len(e.means) > 0 {
		out = append(out, reckon.ExplainForm(f, e.scores, mean)...)
		out = append(out, lastStage...)
		out = append(out, reckon.ExplainLeftOut(f, e.scores, mean)...)
	} else {
		out = append(out, lastStage...)
	}
	return reckon.Shortened(out, others.other)
}

// copied are the explanations that a figure is somebody else's.
type copied struct {
	same  []string // of the same kind: the line above or below in the table
	other []string // a member's for a commitment, or the reverse
}

func (c copied) all() []string { return append(append([]string(nil), c.same...), c.other...) }

// othersWith names those whose figure in the tables is the one stated: text is
// written from the tables, and the line above or below is the commonest slip.
// Those of another kind are named only where none is of the same.
func (x *proseEvidence) othersWith(f reckon.Figure, s prose.Subject) copied {
	var out copied
	for _, same := range []bool{true, false} {
		var names []string
		for _, o := range x.order {
			if o == s || o.Kind == prose.Overall || (o.Kind == s.Kind) != same {
				continue
			}
			e, why := x.usable(o)
			if why != "" {
				continue
			}
			if v, pc := e.holds(&prose.Figure{Value: f.Value, Percent: f.Percent}); v && pc {
				names = append(names, e.label)
			}
		}
		if len(names) == 0 {
			continue
		}
		text := []string{"the figure of " + reckon.Listing(names, 4, "and")}
		if same {
			out.same = text
			return out
		}
		out.other = text
	}
	return out
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// notNamed are the subjects of the claim's kind whose figure in the table is
// the one stated, and which the paragraph does not name with it.
func (x *proseEvidence) notNamed(rd proseReading, c *prose.Claim) []string {
	if len(c.Subjects) == 0 {
		return nil
	}
	named := map[prose.Subject]bool{}
	for _, o := range rd.Claims {
		for _, s := range o.Subjects {
			named[s] = true
		}
	}
	var out []string
	for _, s := range x.order {
		if s.Kind != c.Subjects[0].Kind || named[s] || s.Kind == prose.Overall {
			continue
		}
		if e, why := x.usable(s); why == "" {
			if v, pc := e.holds(c.Figure); v && pc {
				out = append(out, e.label)
			}
		}
	}
	return out
}

// tableFigure is what the table has, as printed where it is printed.
func tableFigure(e *evidence) string {
	mean := ""
	if len(e.means) > 0 && len(e.scores.Scores) > 0 {
		mean = reckon.Fraction(e.scores.Sum(), len(e.scores.Scores))
	}
	if len(e.printed) > 0 {
		printed := averageText(e.printed[0])
		if mean == "" {
			return printed
		}
		return fmt.Sprintf("%s (%s)", printed, mean)
	}
	if mean == "" {
		return ""
	}
	return meanComputed(e.scores, 2)
}

// averageText is an average from its figures; what a cell holds beside them
// is of no use in a sentence.
func averageText(a model.Average) string {
	a.Text = ""
	return reckon.StatedText(a)
}

// prosePercent is "86% (15/21, mean +0.714…)".
func prosePercent(e *evidence, places int) string {
	if len(e.means) > 0 && len(e.scores.Scores) > 0 {
		return fmt.Sprintf("%s%% (%d/%d, mean %s)", reckon.Rounded100(e.means[0], places), e.scores.Sum(), len(e.scores.Scores), reckon.Exact(e.means[0]))
	}
	for _, a := range e.printed {
		if a.Percent != nil {
			return a.Percent.String() + "%"
		}
		if a.Value != nil {
			return fmt.Sprintf("%s%% (mean %s)", reckon.Rounded100(a.Value.Rat(), places), reckon.Printed(*a.Value))
		}
	}
	return ""
}

func proseValue(e *evidence, places int) string {
	if len(e.means) > 0 && len(e.scores.Scores) > 0 {
		return meanComputed(e.scores, places)
	}
	if b := e.best(); b != nil {
		return reckon.Rounded(b, max(places, 2))
	}
	return ""
}

// proseTable is the table's side of the comparison in a sentence.
func proseTable(e *evidence, valueOK, percentOK bool) string {
	for i, a := range e.printed {
		switch {
		case valueOK && !percentOK && a.Percent != nil:
			return fmt.Sprintf("the %s has %s%%", e.where[i], a.Percent)
		case !valueOK && percentOK && a.Value != nil:
			return fmt.Sprintf("the %s has %s", e.where[i], reckon.Printed(*a.Value))
		case !valueOK && !percentOK, valueOK == percentOK:
			return fmt.Sprintf("the %s has %s", e.where[i], averageText(a))
		}
	}
	if len(e.scores.Scores) > 0 {
		return fmt.Sprintf("the scores give %s (%s%%)", reckon.Fraction(e.scores.Sum(), len(e.scores.Scores)), reckon.Rounded100(e.best(), 0))
	}
	if b := e.best(); b != nil {
		return "the tables have " + reckon.Exact(b)
	}
	return "the tables have another"
}
