package figures

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/internal/weigh"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "prose-figure",
	Severity: rule.Error,
	Title:    "a figure in running text is not the table's",
	Checks: "Ties every score and percentage in the text outside the chapters to the members, the commitments or the overall average that it is stated of, " +
		"and compares it with the summary table, the rankings and the chapters' tables. " +
		"What an average would be without a member or a commitment ('without Norland the average would be +0.20') is reckoned from the scores that are left. " +
		"A mean and a percentage that stand together and fit on no scale are reported whoever has them. " +
		"A sentence of which no grammar reads every word is weighed: where of all ways to put its members, commitments, levels, numbers, figures and places together the likeliest leaves one thing wrong, and the others could hardly all be right by chance, that one is a warning.",
	Why:     "The summary's text is what is quoted; the tables are what it was taken from.",
	Example: "'Marsh drainage followed with +0.25 (68%)' where the table has +0.25 and 63%. Near misses: 'up from +0.11', which is the last stage's figure; '+0.3', which is the same with one decimal.",
	Convention: "A figure holds when it is the printed one, follows from the exact mean by rounding, or (a percentage) from a printed mean. " +
		"Where the report says that its percentages run from −100 to 100, and prints none from 0 to 100, a percentage alone is the mean times 100; one that holds on the other scale, or as the share of scores of +1, is undecided. It is compared only where the words leave one reading of whose it is, and held against the text only where every word of its statement is one of which plain statements on scores are made; behind a sentence that may say that something else is spoken of, only where as many other figures of the paragraph are those of the tables (three times as many behind one that names another time or report); where the table contradicts itself, it is measured by neither half.",
	Since: "0.1.0",
	Run:   runProseFigure,
})

func runProseFigure(p *rule.Pass) {
	read := claims.Prose(p)
	for _, rd := range read.Readings {
		p.Undecided(rd.Dense, claims.TooDense)
		if rule.Quoted(rd.Text) {
			p.Undecided(len(rd.Claims), "words of somebody else, in quotation marks")
			continue
		}
		for i := range rd.Claims {
			if rd.Claims[i].Figure != nil {
				proseClaim(p, read, rd, &rd.Claims[i])
			}
		}
		proseWithout(p, read.Evidence, rd)
	}
	proseChapters(p, read)
	weigh.Found(p, "prose-figure")
}

// proseChapters reads the figures inside chapters: only what is said of "this
// commitment" is of this report for certain.
func proseChapters(p *rule.Pass, read *claims.RunningText) {
	done := map[string]bool{}
	for i := range p.Report.Figures {
		f := &p.Report.Figures[i]
		if f.Commitment == 0 {
			continue
		}
		if !rule.ReThisCommitment.MatchString(f.Sentence) {
			p.Undecided(1, "a figure inside a chapter, which may be of another report")
			continue
		}
		key := strconv.Itoa(f.Commitment) + f.Sentence
		if done[key] {
			continue
		}
		done[key] = true
		// The finding quotes the words.
		rd := claims.ProseReading{Passage: claims.Passage{Text: f.Sentence, At: f.At}, Reading: read.Reader.Read(stages.NamedCommitment(f.Sentence, f.Commitment))}
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
			proseClaim(p, read, rd, c)
		}
	}
}

func proseClaim(p *rule.Pass, read *claims.RunningText, rd claims.ProseReading, c *prose.Claim) {
	x := read.Evidence
	if c.Doubt != "" {
		pairFails(p, read, &rd, c, c.Doubt)
		return
	}
	if c.Together() && x.Jointly(c.Subjects, c.Figure) {
		p.Checked(1)
		return
	}
	var wrong []prose.Subject
	right := 0
	for _, s := range c.Subjects {
		e, why := x.Usable(s)
		if why != "" && len(c.Subjects) == 1 {
			pairFails(p, read, &rd, c, why)
			return
		}
		if why != "" {
			p.Undecided(1, why)
			continue
		}
		v, pc := e.Holds(c.Figure)
		if c.From != nil && !(v && pc) {
			if was, share := e.Holds(c.From); was && share {
				p.Undecided(1, "a change from this report's figure to another's")
				continue
			}
		}
		if c.Figure.Percent != nil && c.Figure.Value == nil && claims.WideScale(p) {
			switch {
			case e.TimesHundred(*c.Figure.Percent, nil):
				right++
			case e.ShareOfFull(*c.Figure.Percent):
				p.Undecided(1, "the percentage is the share of scores of +1, which may be meant")
			case pc:
				p.Undecided(1, "the percentage holds on the scale from 0 to 100, and the report names the one from −100 to 100")
			default:
				wrong = append(wrong, s)
			}
			continue
		}
		if v && !pc && proseOtherScale(p, c, e) {
			p.Undecided(1, tallies.OtherScale)
			continue
		}
		if v && pc {
			right++
		} else {
			wrong = append(wrong, s)
		}
	}
	if len(wrong) > 0 && x.Jointly(c.Subjects, c.Figure) {
		p.Checked(1)
		return
	}
	p.Checked(right)
	if len(wrong) > 0 && mayBeJoint(x, c, right, wrong) {
		p.Undecided(len(wrong)-1, together)
		pairFails(p, read, &rd, c, together)
		return
	}
	if len(wrong) > 0 && rule.WarnedAt(p.Report, rd.At) {
		p.Undecided(len(wrong), rule.ProseInDoubt)
		return
	}
	if len(wrong) > 0 && strings.ContainsRune(c.Sentence, utf8.RuneError) {
		p.Undecided(len(wrong), "a character of the sentence could not be read")
		return
	}
	if len(wrong) > 0 && c.From == nil {
		if word := read.Reader.NotUnderstood(c); word != "" {
			p.Undecided(len(wrong)-1, mayLimit(word))
			pairFails(p, read, &rd, c, mayLimit(word))
			return
		}
	}
	if len(wrong) > 0 {
		if why := framed(p, &rd, c.Sentence); why != "" {
			p.Undecided(len(wrong), why)
			return
		}
	}
	p.Checked(len(wrong))
	if len(wrong) == 0 || p.Selected("ranking-order") && nameSlip(x, c) {
		return
	}
	if len(c.Subjects) > 1 && right == 0 && sameFigures(x, wrong) {
		// The tier as a whole has another figure: one slip.
		proseFound(p, x, rd, c, wrong)
		return
	}
	for _, s := range wrong {
		proseFound(p, x, rd, c, []prose.Subject{s})
	}
}

// mayLimit is why a claim is not held against its author.
func mayLimit(word string) string {
	return limitsIt + "“" + word + "”"
}

const limitsIt = "a word of the sentence may limit what it says: "

// proseOtherScale reports whether a percentage is the mean times 100, in a report
// that does not show which scale it uses, or in a sentence that says it. Beside a
// score, it is that score times 100.
func proseOtherScale(p *rule.Pass, c *prose.Claim, e *claims.Evidence) bool {
	f := c.Figure
	if f.Percent == nil {
		return false
	}
	return e.TimesHundred(*f.Percent, f.Value) && (!tallies.PercentScale(p) && (f.Value == nil || !claims.ProseScale(p)) || prose.NamesWideScale(c.Sentence))
}

// sameFigures reports whether all subjects have one and the same mean.
func sameFigures(x *claims.ProseEvidence, list []prose.Subject) bool {
	var first *big.Rat
	for _, s := range list {
		b := x.Of[s].Best()
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

func proseFound(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, c *prose.Claim, wrong []prose.Subject) {
	e := x.Of[wrong[0]]
	valueOK, percentOK := e.Holds(c.Figure)
	f := rule.Finding{Quote: c.Sentence, At: claims.FigureAt(p.Report, c.Sentence, c.Figure, rd.At)}
	if len(wrong) == 1 {
		switch wrong[0].Kind {
		case prose.Member:
			f.Member = wrong[0].Member
		case prose.Commitment:
			f.Commitment, f.CommitmentID = wrong[0].Commitment, e.Id
		}
	}
	var names []string
	for _, s := range wrong {
		names = append(names, x.Of[s].Label)
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
	if missing := notNamed(x, rd, c); len(missing) > 0 && c.From == nil && !valueOK && wrong[0].Kind != prose.Overall {
		f.Message += fmt.Sprintf(" %s, with that figure in the table, %s not named.", reckon.Listing(missing, 6, "and"), isAre(len(missing)))
	}
	if c.Figure.Value == nil && claims.WideScale(p) {
		// What would explain a percentage is sought on the scale from 0 to 100.
		f.Message = fmt.Sprintf("The text states %s for %s, on a scale from −100%% to 100%%; %s.", f.Stated, who, wideTable(e, c.Figure.Percent.Places))
		p.Found(f)
		return
	}
	f.Explanations = proseExplanations(sought, e, elsewhere.LastStage(p, sought, wrong[0]), othersWith(x, sought, wrong[0]))
	p.Found(f)
}

// proseExplanations are the slips that would make a figure in prose right,
// simplest first. Where the table prints the average, the text was written
// from that, and another score or divisor explains nothing; a member left out
// does, for percentages are counted again.
func proseExplanations(f reckon.Figure, e *claims.Evidence, lastStage []string, others copied) []string {
	if len(e.Printed) == 0 {
		return reckon.Explain(f, e.Scores, nil, append(lastStage, others.all()...)...)
	}
	out := append([]string(nil), others.same...)
	if mean, ok := e.Scores.Mean(); ok && len(e.Means) > 0 {
		out = append(out, reckon.ExplainForm(f, e.Scores, mean)...)
		out = append(out, lastStage...)
		out = append(out, reckon.ExplainLeftOut(f, e.Scores, mean)...)
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
func othersWith(x *claims.ProseEvidence, f reckon.Figure, s prose.Subject) copied {
	var out copied
	for _, same := range []bool{true, false} {
		var names []string
		for _, o := range x.Order {
			if o == s || o.Kind == prose.Overall || (o.Kind == s.Kind) != same {
				continue
			}
			e, why := x.Usable(o)
			if why != "" {
				continue
			}
			if v, pc := e.Holds(&prose.Figure{Value: f.Value, Percent: f.Percent}); v && pc {
				names = append(names, e.Label)
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
func notNamed(x *claims.ProseEvidence, rd claims.ProseReading, c *prose.Claim) []string {
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
	for _, s := range x.Order {
		if s.Kind != c.Subjects[0].Kind || named[s] || s.Kind == prose.Overall {
			continue
		}
		if e, why := x.Usable(s); why == "" {
			if v, pc := e.Holds(c.Figure); v && pc {
				out = append(out, e.Label)
			}
		}
	}
	return out
}

// tableFigure is what the table has, as printed where it is printed.
func tableFigure(e *claims.Evidence) string {
	mean := ""
	if len(e.Means) > 0 && len(e.Scores.Scores) > 0 {
		mean = reckon.Fraction(e.Scores.Sum(), len(e.Scores.Scores))
	}
	if len(e.Printed) > 0 {
		printed := averageText(e.Printed[0])
		if mean == "" {
			return printed
		}
		return fmt.Sprintf("%s (%s)", printed, mean)
	}
	if mean == "" {
		return ""
	}
	return tallies.MeanComputed(e.Scores, 2)
}

// averageText is an average from its figures; what a cell holds beside them
// is of no use in a sentence.
func averageText(a model.Average) string {
	a.Text = ""
	return reckon.StatedText(a)
}

// prosePercent is "86% (15/21, mean +0.714…)".
func prosePercent(e *claims.Evidence, places int) string {
	if len(e.Means) > 0 && len(e.Scores.Scores) > 0 {
		return fmt.Sprintf("%s%% (%d/%d, mean %s)", reckon.Rounded100(e.Means[0], places), e.Scores.Sum(), len(e.Scores.Scores), reckon.Exact(e.Means[0]))
	}
	for _, a := range e.Printed {
		if a.Percent != nil {
			return a.Percent.String() + "%"
		}
		if a.Value != nil {
			return fmt.Sprintf("%s%% (mean %s)", reckon.Rounded100(a.Value.Rat(), places), reckon.Printed(*a.Value))
		}
	}
	return ""
}

// wideTable is the table's side where percentages run from −100 to 100.
func wideTable(e *claims.Evidence, places int) string {
	best := e.Best()
	if best == nil {
		return "the tables have another"
	}
	percent := new(big.Rat).Mul(best, big.NewRat(100, 1)).FloatString(places)
	if len(e.Scores.Scores) > 0 {
		return fmt.Sprintf("the scores give %s, which is %s%%", reckon.Fraction(e.Scores.Sum(), len(e.Scores.Scores)), percent)
	}
	return fmt.Sprintf("the tables have %s, which is %s%%", reckon.Exact(best), percent)
}

func proseValue(e *claims.Evidence, places int) string {
	if len(e.Means) > 0 && len(e.Scores.Scores) > 0 {
		return tallies.MeanComputed(e.Scores, places)
	}
	if b := e.Best(); b != nil {
		return reckon.Rounded(b, max(places, 2))
	}
	return ""
}

// proseTable is the table's side of the comparison in a sentence.
func proseTable(e *claims.Evidence, valueOK, percentOK bool) string {
	for i, a := range e.Printed {
		switch {
		case valueOK && !percentOK && a.Percent != nil:
			return fmt.Sprintf("the %s has %s%%", e.Where[i], a.Percent)
		case !valueOK && percentOK && a.Value != nil:
			return fmt.Sprintf("the %s has %s", e.Where[i], reckon.Printed(*a.Value))
		case !valueOK && !percentOK, valueOK == percentOK:
			return fmt.Sprintf("the %s has %s", e.Where[i], averageText(a))
		}
	}
	if len(e.Scores.Scores) > 0 {
		return fmt.Sprintf("the scores give %s (%s%%)", reckon.Fraction(e.Scores.Sum(), len(e.Scores.Scores)), reckon.Rounded100(e.Best(), 0))
	}
	if b := e.Best(); b != nil {
		return "the tables have " + reckon.Exact(b)
	}
	return "the tables have another"
}
