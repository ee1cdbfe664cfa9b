package claims

import (
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Passage is a paragraph of prose and where it stands.
type Passage struct {
	Text    string
	At      model.At
	heading string
}

// skippedSections hold no statements of this report's results.
var skippedSections = map[string]bool{
	vocabulary.HeadingContents: true, vocabulary.HeadingPreface: true, vocabulary.HeadingTeam: true, vocabulary.HeadingList: true,
	vocabulary.HeadingNotes: true, vocabulary.HeadingAcronyms: true, vocabulary.HeadingAcknowledgements: true,
}

// Passages are the paragraphs outside the chapters, and the sentences of
// figures that stand in none of them.
func Passages(r *model.Report, words *vocabulary.Vocabulary) []Passage {
	var out []Passage
	var whole strings.Builder
	for _, s := range r.Sections {
		for _, t := range s.Paragraphs {
			whole.WriteString(t.Text)
			whole.WriteByte('\n')
		}
		if kind, ok := words.Heading(s.Heading); ok && skippedSections[kind] {
			continue
		}
		for _, t := range s.Paragraphs {
			for _, line := range strings.Split(t.Text, "\n") {
				out = append(out, Passage{Text: line, At: t.At, heading: s.Heading})
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range r.Figures {
		if f.Commitment == 0 && f.Sentence != "" && !seen[f.Sentence] && !strings.Contains(whole.String(), f.Sentence) {
			seen[f.Sentence] = true
			out = append(out, Passage{Text: f.Sentence, At: f.At})
		}
	}
	return out
}

// FigureAt is where a figure stands: its own place where parse found it,
// otherwise its paragraph's.
func FigureAt(r *model.Report, sentence string, f *prose.Figure, fallback model.At) model.At {
	if f != nil {
		for _, g := range r.Figures {
			if len(g.At) > 0 && g.Sentence == sentence && (g.Text == f.Text || equalDecimal(g.Value, f.Value) && equalDecimal(g.Percent, f.Percent)) {
				return g.At
			}
		}
	}
	return fallback
}

func equalDecimal(a, b *model.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
