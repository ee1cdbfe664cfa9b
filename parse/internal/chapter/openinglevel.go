package chapter

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/vocabulary"
)

// OpeningLevel reads the level of compliance from a section's first paragraph
// whose words alone do not make it a verdict: a label ('Full compliance.',
// 'Canada – full compliance.'), or the name of a level in its first sentence
// ('Its action was a work in progress'). A bridge may be a work in progress
// too: the name of a level counts where it is the level of the score in the
// section's heading, and where the paragraph has neither date nor source.
func (r *Reader) OpeningLevel(t model.Text, score *int) string {
	first := strings.TrimRight(strings.TrimSpace(r.FirstSentence(t.Text)), ".")
	if level, ok := labelledLevel(r.Vocab, first); ok {
		return level
	}
	if score == nil || len(t.Footnotes) > 0 || len(date.FindDates(r.Vocab, t.Text)) > 0 {
		return ""
	}
	if level := scoretext.ConclusionCompliance(r.Vocab, first); level == scoretext.LevelOfScore(*score) {
		return level
	}
	return ""
}

// labelledLevel reads a text that is the name of a level and at most the name
// of a member before it.
func labelledLevel(v *vocabulary.Vocabulary, text string) (level string, ok bool) {
	if _, _, rest, member := v.MemberPrefix(text); member {
		if text, ok = strings.CutPrefix(strings.Map(plainDash, strings.TrimSpace(rest)), "-"); !ok {
			if text, ok = strings.CutPrefix(rest, ":"); !ok {
				return "", false
			}
		}
	}
	text = strings.TrimSpace(text)
	kind, known := v.Column(text)
	score, scale := scoretext.ScoreOfKind(kind)
	if !known || !scale || !strings.Contains(text, " ") {
		return "", false // 'None.' alone
	}
	return scoretext.LevelOfScore(score), true
}

func plainDash(r rune) rune {
	if vocabulary.FoldRune(r) == '-' {
		return '-'
	}
	return r
}
