package frontmatter

import (
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// FrontText is a paragraph of the cover or of the text before the chapters.
type FrontText struct {
	Text  string
	At    model.At
	Cover bool
	// Opens says that it is the first paragraph of its section.
	Opens bool
}

// FrontTexts gives the cover's paragraphs and those of the sections before the
// chapters. What stands between quotation marks is somebody else's word.
func FrontTexts(r *model.Report) []FrontText {
	var out []FrontText
	for _, t := range r.Report.Cover {
		if !rule.Quoted(t.Text) {
			out = append(out, FrontText{Text: t.Text, At: t.At, Cover: true})
		}
	}
	first := 0
	for i := range r.Commitments {
		if page := r.Commitments[i].At.Page(); page > 0 && (first == 0 || page < first) {
			first = page
		}
	}
	for _, s := range r.Sections {
		for i, t := range s.Paragraphs {
			if first > 0 && t.At.Page() > first || rule.Quoted(t.Text) {
				continue
			}
			out = append(out, FrontText{Text: t.Text, At: t.At, Opens: i == 0})
		}
	}
	return out
}

// FirstWords is the beginning of a text, n words of it.
func FirstWords(s string, n int) string {
	length, _ := WordsBehind(s, n+1)
	return s[:length]
}

// WordsBehind is wordsBefore for the first words of a text.
func WordsBehind(text string, n int) (length int, figures bool) {
	return WordsFrom(text, n, func(i int) byte { return text[i] })
}

// WordsFrom goes through a text from one of its ends.
func WordsFrom(text string, n int, at func(i int) byte) (length int, figures bool) {
	row := 0
	for i := range len(text) {
		c := at(i)
		if isSpace(c) {
			if i > 0 && !isSpace(at(i-1)) {
				if n--; n == 0 {
					return i, figures
				}
			}
			row = 0
			continue
		}
		if c < '0' || c > '9' {
			row = 0
		} else if row++; row == 4 {
			figures = true
		}
	}
	return len(text), figures
}

// isSpace is what the patterns take for white space, and one more.
func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
