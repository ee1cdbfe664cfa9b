package rubrics

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/audit/rubric/ruling"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// contradicted is a sentence of the guidelines and the level that contradicts it.
type contradicted struct {
	said  string
	level model.Level
	ok    bool
}

var contradictions = rule.KeepEach(func(p *rule.Pass, c *model.Commitment) (x contradicted) {
	x.said, x.level, x.ok = ruling.Contradiction(sentencesOf(p.Vocabulary, unlevelled(c.Guidelines)), c.Rubric)
	return x
})

// rulingConflict reports a sentence of the guidelines that gives a case, or says of what
// counts, another thing than a level of the scoring table.
func rulingConflict(p *rule.Pass, c *model.Commitment) bool {
	x := contradictions.Of(p, c)
	if !x.ok {
		return false
	}
	p.Checked(1)
	f := rule.About(c)
	f.Message = fmt.Sprintf("The interpretive guidelines and the scoring table contradict each other on one case: \u201c%s\u201d and, for %s, \u201c%s\u201d.", strings.TrimRight(x.said, "."), reckon.SignedScore(*x.level.Score), strings.TrimRight(x.level.Text, "."))
	f.Stated = "guidelines: " + QuoteList([]string{x.said})
	f.Computed = "scoring table: " + QuoteList([]string{x.level.Text})
	f.Quote = x.said + " / " + x.level.Text
	f.At = holding(c.Guidelines, x.said).Join(holding(c.Rubric, x.level.Text))
	p.Found(f)
	return true
}

// unlevelled are the paragraphs of guidelines that stand under no level.
func unlevelled(levels []model.Level) []model.Level {
	return slices.DeleteFunc(slices.Clone(levels), func(l model.Level) bool { return l.Score != nil })
}

// sentencesOf are the sentences of levels.
func sentencesOf(words *vocabulary.Vocabulary, levels []model.Level) []string {
	var out []string
	for _, l := range levels {
		for _, sp := range prose.Sentences(words, l.Text) {
			out = append(out, l.Text[sp.Start:sp.End])
		}
	}
	return out
}

// holding is where the levels stand whose text has a sentence.
func holding(levels []model.Level, sentence string) model.At {
	var at model.At
	for _, l := range levels {
		if strings.Contains(l.Text, sentence) {
			at = at.Join(l.At)
		}
	}
	return at
}
