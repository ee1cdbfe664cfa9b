package paragraph

import (
	"math"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// A definition may be set as a sentence, of which the term is the subject: it ends
// where the verb begins, and the type in which it is set may show that too.

// The words of a term before a verb that defines it, and of that verb, are at most
// these.
const (
	maxTermBeforeVerb = 6
	maxDefiningWords  = 4
)

// termBeforeVerb reads the term of a definition that is set as a sentence:
// "Harbour means any place …", "The term “harbour” refers to …". What "means that"
// something is so is no term, nor is a word that stands for what was said before.
func (r *Reader) termBeforeVerb(s string) (string, bool) {
	words := strings.Fields(s)
	if !BeginsAnew(s) {
		return "", false
	}
	for i := 1; i <= maxTermBeforeVerb && i < len(words); i++ {
		if sheet.EndsSentence(words[i-1]) {
			return "", false
		}
		for n := min(maxDefiningWords, len(words)-i-1); n > 0; n-- {
			if !r.Vocab.Has(vocabulary.DefiningWords, strings.Join(words[i:i+n], " ")) {
				continue
			}
			if r.Vocab.Has(vocabulary.NotTerms, words[0]) || r.Vocab.Has(vocabulary.RelativeWords, strings.TrimRight(words[i+n], ",")) {
				return "", false
			}
			term := strings.Join(words[:i], " ")
			if _, behind, ok := strings.Cut(term, "“"); ok {
				term, _, _ = strings.Cut(behind, "”")
			}
			for _, article := range []string{"The ", "An ", "A "} {
				term = strings.TrimPrefix(term, article)
			}
			term = strings.Trim(term, " ,")
			return term, sheet.HasLetter(term)
		}
	}
	return "", false
}

// termOfSentence reads the term of a definition that is set as a sentence, also of
// one that says what something is: "A harbour is any place …", "Harbour dues are
// those that …". One of which all lines but the first are set in (hangs) is the entry
// of a list.
func (r *Reader) termOfSentence(s string, hangs bool) (string, bool) {
	if term, ok := r.termBeforeVerb(s); ok {
		return term, true
	}
	return r.termBeforeCopula(s, hangs)
}

// termBeforeCopula reads the term before "is" or "are". What something is can be told
// of anything ("The list is a long one", "Brazil is a federation"), so that the
// subject has to be a general one, without a definite article, and a word must follow that begins
// the name of a kind; in an entry of a list any word may that is no participle ("is kept by").
func (r *Reader) termBeforeCopula(s string, hangs bool) (string, bool) {
	words := strings.Fields(s)
	if !BeginsAnew(s) || r.Vocab.Has(vocabulary.NotTerms, words[0]) {
		return "", false
	}
	for i, word := range words {
		if i > maxTermBeforeVerb || r.Vocab.Has(vocabulary.RelativeWords, strings.TrimRight(word, ",")) || sheet.EndsSentence(word) {
			return "", false
		}
		if i == 0 || !r.Vocab.Has(vocabulary.Copulas, word) {
			continue
		}
		if i+1 == len(words) {
			return "", false
		}
		next := strings.TrimRight(words[i+1], ",")
		if !(hangs && r.mayNameKind(next)) && !r.Vocab.Has(vocabulary.KindOpenings, next) {
			return "", false
		}
		term := strings.Join(words[:i], " ")
		if _, _, _, member := r.Vocab.MemberPrefix(term); member || strings.HasSuffix(term, ",") || strings.HasPrefix(term, "The ") {
			return "", false
		}
		for _, article := range []string{"An ", "A "} {
			term = strings.TrimPrefix(term, article)
		}
		return term, sheet.HasLetter(term)
	}
	return "", false
}

// mayNameKind reports whether a word behind "is" may begin the name of a kind: by its
// form and the lists it is no participle, adverb or preposition.
func (r *Reader) mayNameKind(word string) bool {
	for _, end := range []string{"ed", "ly", "ing"} {
		if strings.HasSuffix(word, end) {
			return false
		}
	}
	return word != "not" && !r.Vocab.Has(vocabulary.Participles, word) && !r.Vocab.Has(vocabulary.BarePrepositions, word)
}

// ownFace reports whether the words that begin a paragraph are set in a face of their
// own, whatever it is called: all others are set in one that is not theirs.
func ownFace(first model.Run, rest []model.Run) bool {
	if first.Font == "" || !BeginsAnew(first.Text) {
		return false
	}
	for _, run := range rest {
		if run.Font == "" || run.Font == first.Font {
			return false
		}
	}
	return len(rest) > 0
}

// hangs reports whether all lines of a paragraph but the first are set in alike.
func hangs(b *Block) bool {
	first := b.Lines[0]
	for _, l := range b.Lines[1:] {
		if l.Page == first.Page && l.Box.X0() <= first.Box.X0()+termIndent*b.Size || math.Abs(l.Box.X0()-b.Lines[1].Box.X0()) > 0.3*b.Size {
			return false
		}
	}
	return len(b.Lines) > 1 && b.Lines[1].Page == first.Page
}
