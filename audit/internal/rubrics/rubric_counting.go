package rubrics

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// countingConflict reports what the guidelines count and the scoring table says does not
// count, or the other way round.
func countingConflict(p *rule.Pass, c *model.Commitment) bool {
	said, table, ok := rubric.CountingDispute(sentencesOf(p.Vocabulary, c.Guidelines), sentencesOf(p.Vocabulary, c.Rubric))
	if !ok {
		var level model.Level
		if said, level, ok = rubric.WordDispute(sentencesOf(p.Vocabulary, unlevelled(c.Guidelines)), c.Rubric); !ok {
			return false
		}
		table = level.Text
	}
	p.Checked(1)
	f := rule.About(c)
	f.Message = fmt.Sprintf("The interpretive guidelines and the scoring table say opposite things of what counts: \u201c%s\u201d and \u201c%s\u201d.", strings.TrimRight(said, "."), strings.TrimRight(table, "."))
	f.Stated = "guidelines: " + QuoteList([]string{said})
	f.Computed = "scoring table: " + QuoteList([]string{table})
	f.Quote = said + " / " + table
	f.At = holding(c.Guidelines, said).Join(holding(c.Rubric, table))
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
