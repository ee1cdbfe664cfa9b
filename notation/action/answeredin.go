package action

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// What an action answers is dated elsewhere than the action ('answered the letter of 3
// May'). Where the sentence says in what something was answered, though, the date of
// that is the date of the answer.

// answeredIn reads 'were answered in a paper that the board put on its site on DATE', '…
// by a letter sent on DATE' and '… in a note of DATE': the passive, of which token k is the
// participle, is the sentence's own, and the paper, told of as new, was given out on the
// day whose token is to. A relative clause about somebody, about a plan or about what
// became of an older paper tells of something else.
func (d *reader) answeredIn(k, to int) bool {
	if w := d.Word(k - 1); w != "was" && w != "were" || !d.ownClause(k-1) || d.relativeBefore(k-1) || d.aheadFrom(0, k) {
		return false
	}
	switch d.Word(k + 1) {
	case "in", "by", "through", "with":
	default:
		return false
	}
	if a := d.Word(k + 2); a != "a" && a != "an" {
		return false
	}
	noun := k + 3
	for !d.isPaper(noun) {
		if noun++; noun > k+3+maxInstrument || noun >= to || d.Word(noun) == "" {
			return false
		}
	}
	prep := to - 1
	if d.Word(prep) == "of" {
		return prep == noun+1
	}
	verb := noun + 1
	if d.v.Has(vocabulary.RelativeWords, d.Word(verb)) {
		for verb++; verb < prep && !d.v.Has(vocabulary.IssueVerbs, d.Word(verb)); verb++ {
			w := d.Word(verb)
			if w == "" || w == "to" || w == "had" || w == "not" || w == "never" || w == "be" || d.aheadAt(verb) || strings.HasSuffix(w, "ed") || d.v.Has(vocabulary.RelativeWords, w) {
				return false
			}
		}
	}
	if d.Word(prep) != "on" || verb >= prep || !d.v.Has(vocabulary.IssueVerbs, d.Word(verb)) {
		return false
	}
	for i := verb + 1; i < prep; i++ {
		w := d.Word(i)
		if w == "" || w == "to" && !d.leadsTo(i) || d.v.Has(vocabulary.RelativeWords, w) || d.aheadAt(i) || d.v.Has(vocabulary.ClauseOpeners, w) {
			return false
		}
	}
	return true
}

// isPaper reports whether the word at token k is a paper by which something is said.
func (d *reader) isPaper(k int) bool {
	return d.v.Has(vocabulary.PaperNouns, d.Word(k))
}
