package figures

import (
	"fmt"
	"math/big"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
)

// A mean and its percentage that stand together in running text say the same twice. Whose they
// are need not be known to see that they do not: "Norland is followed by the islands at +0.57
// (75%)".

// pairDoubts are the doubts about whose a figure is, or of how many commitments; one about another
// report, time or measure is none, where the scale may be another.
var pairDoubts = map[string]bool{
	prose.UnsureWhat: true,
	"several subjects are named beside the figure":         true,
	"which commitment is meant is not certain":             true,
	"which figure belongs to which subject is not certain": true,
	"a member that is named in passing":                    true,
	"a member's figure on a part of the commitments":       true,
	"a figure on a part of the commitments":                true,
	"an average of a part of the members or commitments":   true,
	"a figure that is compared with":                       true,
	together:                                               true,
	"which commitments are meant is not certain":           true,
	"a figure of another one than is named before it":      true,
	"a place among a part of the members or commitments":   true,
	"a place that is said of what stands before it":        true,
	"what the figure is about was found in no table":       true,
	"the report's tables are not complete":                 true,
	"the table's own average is not what its scores give":  true,
	"a subject is named twice":                             true,
}

// reChanged ends in words by which a figure is a change or a distance.
var reChanged = lazyregexp.New(`(?i)\b(?:by|from|rise|rises|rose|risen|grew|grow|grows|grown|gain|gained|gains|fell|fall|falls|fallen|drop|drops|dropped|lost|chang\w+|increas\w+|decreas\w+|declin\w+|up|down|differ\w*|gap|spread|distance|margin|growth|reduc\w+|improve\w*)\s+(?:\S+\s+){0,4}$`)

// isAverage reports whether a figure can only be an average of compliance: it has the sign that these
// are printed with, it is no change, and the sentence, or other figures of the paragraph, are
// of scores.
func isAverage(p *rule.Pass, rd *claims.ProseReading, c *prose.Claim) bool {
	at := strings.Index(c.Sentence, c.Figure.Text)
	if at < 0 || !strings.ContainsAny(c.Figure.Text, "+-\u2212\u2013") || reChanged.MatchString(c.Sentence[:at]) {
		return false
	}
	if len(c.Subjects) > 0 || prose.CallsScores(c.Sentence) {
		return true
	}
	if rd.Grounds == nil {
		return false
	}
	for _, n := range rd.Grounds.Once(func(g *claims.Grounds) { ground(claims.Prose(p), rd, g) }).Held {
		if n > 0 {
			return true
		}
	}
	return false
}

// pairFails reports a mean and a percentage of running text that cannot be the same average, whoever
// has it. why is why the figure is compared with no table; unless something is found, it counts
// as undecided.
func pairFails(p *rule.Pass, read *claims.RunningText, rd *claims.ProseReading, c *prose.Claim, why string) {
	right, fails := pairContradicts(c.Figure)
	if !fails || !pairDoubts[why] && !strings.HasPrefix(why, limitsIt) ||
		!tallies.PercentScale(p) && !claims.ProseScale(p) || claims.WideScale(p) || !pairEnds(c) || !isAverage(p, rd, c) ||
		read.Reader.OtherTime(c.Sentence) != "" || prose.Supposed(c.Sentence) || prose.QuotedAt(c.Sentence, c.Figure.Start) || prose.NamesWideScale(c.Sentence) ||
		rule.WarnedAt(p.Report, rd.At) || strings.ContainsRune(c.Sentence, '\uFFFD') || framed(p, rd, c.Sentence) != "" {
		p.Undecided(1, why)
		return
	}
	p.Checked(1)
	p.Found(rule.Finding{
		Message: fmt.Sprintf("The text states %s: a mean of %s is %s%%.", c.Figure.Text, reckon.Printed(*c.Figure.Value), right),
		Stated:  c.Figure.Percent.String() + "%", Computed: right + "%", Quote: c.Sentence, At: claims.FigureAt(p.Report, c.Sentence, c.Figure, rd.At),
	})
}

// pairEnds reports whether nothing limits the percentage alone: it is closed by its bracket, or by
// the end of its statement.
func pairEnds(c *prose.Claim) bool {
	if strings.HasSuffix(c.Figure.Text, ")") {
		return true
	}
	if c.Figure.End > len(c.Sentence) || !strings.HasSuffix(c.Sentence[:c.Figure.End], c.Figure.Text) {
		return false // the sentence is quoted as printed, and was read otherwise
	}
	behind := strings.TrimLeft(c.Sentence[c.Figure.End:], " ")
	return !strings.Contains(c.Figure.Text, "(") && (behind == "" || strings.ContainsAny(behind[:1], ".,;:"))
}

// pairContradicts reports whether a mean and a percentage fit on no scale: neither on that from 0 to
// 100, nor as a difference of two averages, nor as the mean times 100, nor with a sign that was
// lost. right is the percentage of the mean.
func pairContradicts(f *prose.Figure) (right string, fails bool) {
	if f == nil || f.Value == nil || f.Percent == nil || f.Value.Places < 2 {
		return "", false
	}
	v, percent := f.Value.Rat(), f.Percent.Rat()
	fifty, hundred := big.NewRat(50, 1), big.NewRat(100, 1)
	scaled := func(m *big.Rat) *big.Rat { return m.Mul(m.Add(m, big.NewRat(1, 1)), fifty) }
	if v.Cmp(big.NewRat(1, 1)) > 0 || v.Cmp(big.NewRat(-1, 1)) < 0 || percent.Sign() < 0 || percent.Cmp(hundred) > 0 {
		return "", false
	}
	own := scaled(new(big.Rat).Set(v))
	size := new(big.Rat).Abs(v)
	for _, m := range []*big.Rat{own, new(big.Rat).Mul(size, fifty), new(big.Rat).Mul(size, hundred)} {
		if within(m, percent, big.NewRat(1, 1)) {
			return "", false
		}
	}
	if !strings.Contains(f.Text, "+") && within(scaled(new(big.Rat).Neg(v)), percent, big.NewRat(1, 1)) {
		return "", false
	}
	return reckon.Rounded100(v, f.Percent.Places), true
}
