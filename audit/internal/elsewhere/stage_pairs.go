package elsewhere

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
)

// A sentence often gives several subjects' figures, each with what it was at another
// stage: "Energy rose to 78%, from 61% in the interim report, and education stands at 50%,
// after 46% in the interim report". Whose the earlier figure is, is told by the figure beside
// it: it is the report's own, and whose that is, is certain where it is
// what the scores give.

var (
	// reThenBehind is what stands between a report's own figure and the one before it in
	// time, behind which its stage is named; reThenNamed where the stage is named before
	// it. Group: the stage.
	reThenBehind = lazyregexp.New(`(?i)^\)?(?:\s*[,;(\x{2013}\x{2014}-]\s*|\s+)` + thenWords + `$`)
	reThenNamed  = lazyregexp.New(`(?i)^\)?(?:\s*[,;(\x{2013}\x{2014}-]\s*|\s+)` + thenWords + `(interim|preliminary)(?:\s+` + stageNouns + `)?(?:['\x{2019}]s)?(?:\s+(?:of|was|had|gave))?\s*:?\s*$`)
	// reFromBefore ends what stands before the earlier figure where it is the first of the
	// two, and reToBehind is what stands between: "from 61% in the interim report to 78%".
	reFromBefore = lazyregexp.New(`(?i)\bfrom\s+(?:the\s+|an?\s+|its\s+)?$`)
	reToBehind   = lazyregexp.New(`(?i)^(?:\s+` + stageNouns + `)?,?\s+to\s+(?:a\s+)?$`)
	// reStageNoun is the word behind the name of a stage.
	reStageNoun = lazyregexp.New(`(?i)^(?:\s+` + stageNouns + `)?\)?`)
)

const (
	thenWords  = `(?:(?:up|down|rising|falling|an?\s+(?:rise|fall|gain|drop|increase))\s+)?(?:(?:from|after|against|compared\s+(?:with|to)|as\s+against|versus|vs\.?|than|over)\s+)?(?:(?:the|its|an?|only|just)\s+)?`
	stageNouns = `(?:compliance\s+)?(?:report|stage|assessment|score|average|result|figure|review|phase|period)s?`
)

// stagePair is a figure of the report's own and the one of another stage beside it.
type stagePair struct {
	own, then prose.Figure
	stage     string
	cut       prose.Span // what is said of the other stage
}

// stagePairs finds the pairs of a sentence.
func stagePairs(s, own string) []stagePair {
	var out []stagePair
	figures := prose.Figures(s)
	for i := 1; i < len(figures); i++ {
		first, second := figures[i-1], figures[i]
		between := s[first.End:second.Start]
		stage, end := StageBehind(s[second.End:])
		switch m := reThenNamed.FindStringSubmatch(between); {
		case stage != "" && stage != own && reThenBehind.MatchString(between) && strings.TrimSpace(between) != "":
			end += second.End
			end += nounAt(s[end:])
			out = append(out, stagePair{first, second, stage, prose.Span{Start: first.End, End: end}})
			i++
			continue
		case m != nil && !strings.EqualFold(m[1], own):
			end := second.End + nounAt(s[second.End:])
			out = append(out, stagePair{first, second, strings.ToLower(m[1]), prose.Span{Start: first.End, End: end}})
			i++
			continue
		}
		stage, end = StageBehind(between)
		if at := reFromBefore.FindStringIndex(s[:first.Start]); stage != "" && stage != own && at != nil && reToBehind.MatchString(between[end:]) {
			out = append(out, stagePair{second, first, stage, prose.Span{Start: at[0], End: second.Start - len("to ")}})
			i++
		}
	}
	return out
}

// nounAt is how long the word behind the name of a stage is.
func nounAt(text string) int { return reStageNoun.FindStringIndex(text)[1] }

// StagePair is a figure of another stage and the report's own of the same subject beside it.
type StagePair struct {
	rule.StageFigure
	Own prose.Figure
}

// StagePairs are the figures of other stages that sentences about several subjects give
// beside the report's own.
func StagePairs(p *rule.Pass) []StagePair {
	read, own := claims.Prose(p), StageOrFinal(p)
	var out []StagePair
	for _, g := range Passages(p) {
		if rule.Quoted(g.Text) || !read.Reader.OtherStage(g.Text) {
			continue
		}
		// All sentences are read without what they say of other stages: one that speaks of
		// an earlier report makes the reader doubt those behind it.
		var plain strings.Builder
		bySentence := map[string][]stagePair{}
		at := 0
		for _, sp := range prose.Sentences(p.Vocabulary, g.Text) {
			s := g.Text[sp.Start:sp.End]
			pairs := stagePairs(s, own)
			bare := withoutSpans(s, pairs)
			bySentence[bare] = append(bySentence[bare], pairs...)
			plain.WriteString(g.Text[at:sp.Start] + bare)
			at = sp.End
		}
		plain.WriteString(g.Text[at:])
		claims := read.Reader.Read(plain.String()).Claims
		for _, sp := range prose.Sentences(p.Vocabulary, plain.String()) {
			bare := plain.String()[sp.Start:sp.End]
			for _, pair := range bySentence[bare] {
				if c := claimOf(claims, bare, pair.own); c != nil && read.Reader.NotUnderstood(c) == "" {
					out = append(out, StagePair{rule.StageFigure{
						Subject: c.Subjects[0], Stage: pair.stage, Value: pair.then.Value, Percent: pair.then.Percent,
						Source: "the text" + OnPage(g.At), At: g.At,
					}, pair.own})
				}
			}
			delete(bySentence, bare)
		}
	}
	return out
}

// withoutSpans is a sentence without what it says of other stages.
func withoutSpans(s string, pairs []stagePair) string {
	var out strings.Builder
	at := 0
	for _, pair := range pairs {
		out.WriteString(s[at:pair.cut.Start])
		if strings.HasPrefix(s[pair.cut.Start:], ")") && !strings.HasSuffix(s[:pair.cut.End], ")") {
			out.WriteString(")")
		}
		at = pair.cut.End
	}
	out.WriteString(s[at:])
	return out.String()
}

// claimOf is the one claim of a sentence that gives a figure, about one subject without a
// doubt; nil where there is none.
func claimOf(claims []prose.Claim, sentence string, f prose.Figure) *prose.Claim {
	found := slices.DeleteFunc(slices.Clone(claims), func(c prose.Claim) bool {
		return c.Sentence != sentence || c.Figure == nil || c.Figure.Text != f.Text
	})
	if len(found) != 1 || found[0].Doubt != "" || len(found[0].Subjects) != 1 {
		return nil
	}
	return &found[0]
}
