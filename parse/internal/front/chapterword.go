package front

import (
	"strings"

	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// NamesChapter reports whether a word is one for a chapter or a promise.
func (r *Reader) NamesChapter(word string) bool {
	kind, _ := r.Vocab.Heading(word)
	folded := vocabulary.Fold(word)
	return kind == vocabulary.HeadingCommitment || r.Vocab.Has(vocabulary.PromiseLabels, folded) || r.Vocab.Has(vocabulary.ChapterWords, folded)
}

// HeadingNumber reads a figure, or one behind the word for a chapter.
func (r *Reader) HeadingNumber(text string) (n int, rest string, ok bool) {
	if n, rest, ok = sheet.LeadingFigure(text); ok {
		return n, rest, true
	}
	word, rest, ok := strings.Cut(text, " ")
	if !ok {
		return 0, "", false
	}
	if !r.NamesChapter(strings.TrimRight(word, ":.")) {
		return 0, "", false
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "No. "), "no. ")
	if n, end, spelled := r.Vocab.NumberWordAt([]rune(rest), 0); spelled && n > 0 {
		behind := string([]rune(rest)[end:])
		if text := strings.TrimLeft(behind, " .:–—-"); text != "" && strings.ContainsAny(behind[:len(behind)-len(text)], ".:–—-") {
			return n, text, true // "Chapter Three: …"
		}
	}
	return sheet.LeadingFigure(rest)
}
