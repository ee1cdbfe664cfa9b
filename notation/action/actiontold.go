package action

import (
	"strings"
	"unicode"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Some dates look as if they belonged to something else and are nevertheless
// the action's, unless they lie outside the period. What each of these forms asks
// for is narrow: a date too few is told, a wrong one is not.

// toldAnyway reports whether the date whose preposition is token prep, and
// which ends before token end, is the action's in one of these forms.
func (d *reader) toldAnyway(prep, end int) bool {
	return d.notUntil(prep) || d.underTold(prep) || d.reachedBy(prep, end) || d.doneBy(prep) || d.diedOn(prep) || d.underAnnounced(prep) || d.openingAgreement(prep) || d.enteredForce(prep) || d.countedUntil(prep, end) || d.dutySince(prep, end)
}

// reachedBy reads 'had filed a plan by DATE' and 'had, by DATE, paid': what was
// reached on the day, unless the words between speak of an aim.
func (d *reader) reachedBy(prep, end int) bool {
	if d.Word(prep) != "by" {
		return false
	}
	if d.Mark(prep-1, ",") && d.Mark(end, ",") && d.Word(prep-2) == "had" {
		return d.reached(end+1) && d.ownClause(prep-2)
	}
	for k := prep - 1; k >= 0 && (!d.boundary(k) || d.listComma(k)); k-- {
		switch w := d.Word(k); {
		case w == "had":
			return k+1 < prep && d.reached(k+1) && d.ownClause(k)
		case w == "to" || d.aheadAt(k) || d.v.Has(vocabulary.AimWords, w) || d.v.Has(vocabulary.ClauseOpeners, w):
			return false
		}
	}
	return false
}

// maxListed is how many tokens a name in a list has at most.
const maxListed = 6

// listComma reports whether the comma at token k stands in a list of names ('Hare,
// Thule and Kash'): between two with a capital, with 'and' or 'or' behind them.
func (d *reader) listComma(k int) bool {
	capital := func(i int) bool { return unicode.IsUpper(script.FirstRune(d.At(i).Text)) }
	if !d.Mark(k, ",") || !capital(k-1) || !capital(k+1) {
		return false
	}
	for i := k + 1; i < k+maxListed; i++ {
		w := d.Word(i)
		switch {
		case w == "and" || w == "or":
			return capital(i + 1)
		case d.Mark(i, ","):
			return d.listComma(i) || d.Word(i+1) == "and" && capital(i+2)
		case w == "" || !capital(i) && !d.v.Has(vocabulary.BarePrepositions, w) && w != "the":
			return false
		}
	}
	return false
}

// doneBy reads 'ten mills were mended by DATE': what had been done on the day. An
// aim, a promise or a report is nothing done.
func (d *reader) doneBy(prep int) bool {
	done := d.Word(prep - 1)
	if d.Word(prep) != "by" || !strings.HasSuffix(done, "ed") || d.v.Has(vocabulary.ReportWords, done) || d.v.Has(vocabulary.AimWords, done) || d.aheadAt(prep-1) {
		return false
	}
	for k := prep - 2; k > 0 && k >= prep-maxPassive; k-- {
		switch w := d.Word(k); {
		case w == "was" || w == "were":
			return d.ownClause(k) && !d.relativeBefore(k) && d.passiveAlone(k, prep-1)
		case w == "to" || w == "be" || d.aheadAt(k) || d.v.Has(vocabulary.AimWords, w):
			return false
		}
	}
	return false
}

// relativeBefore reports whether a word before token k in its clause makes it one
// about a noun.
func (d *reader) relativeBefore(k int) bool {
	for k--; k >= 0 && !d.boundary(k); k-- {
		if d.v.Has(vocabulary.RelativeWords, d.Word(k)) {
			return true
		}
	}
	return false
}

// maxPassive is how far before the date's preposition 'was' or 'were' stands at most,
// in tokens: an adverb and the parts of a participle ('re-equipped') between.
const maxPassive = 5

// passiveAlone reports whether nothing but one participle, with an adverb or its own
// parts, stands between 'was' at token k and its end.
func (d *reader) passiveAlone(k, end int) bool {
	words := 0
	for k++; k <= end; k++ {
		if d.Mark(k, ",") || d.v.Has(vocabulary.Hanging, d.Word(k)) {
			return false
		}
		if d.Word(k) != "" {
			words++
		}
	}
	return words <= 2
}

// ownClause reports whether nothing before token k in its clause makes it one
// about another.
func (d *reader) ownClause(k int) bool {
	for k--; k >= 0 && !d.boundary(k); k-- {
		if d.v.Has(vocabulary.ClauseOpeners, d.Word(k)) && !d.pointsOut(k) {
			return false
		}
	}
	return true
}

// pointsOut reports whether the 'that' at token k points to something ('half of that
// sum') and opens no clause.
func (d *reader) pointsOut(k int) bool {
	return d.Word(k) == "that" && d.v.Has(vocabulary.BarePrepositions, d.Word(k-1))
}

// notUntil reads 'was not appointed until DATE': what was done on the day at last.
func (d *reader) notUntil(prep int) bool {
	if d.Word(prep) != "until" && d.Word(prep) != "before" {
		return false
	}
	for k := prep - 1; k > 0 && !d.boundary(k); k-- {
		if w := d.Word(k); w == "not" || w == "never" {
			switch d.Word(k - 1) {
			case "was", "were", "did", "had":
				return d.ownClause(k-1) && !d.relativeBefore(k-1) && !d.aheadFrom(k, prep) && d.Word(prep-1) != "due"
			}
			return false
		}
	}
	return false
}

// maxUnder is how many tokens stand at most between the preposition before what is
// new and the date on which it was made.
const maxUnder = 24

// underTold reads 'will have meters under a grant that the Ministry announced on DATE'
// and '… under rules that came into force on DATE', '… under a memorandum signed in
// Lusaka on DATE': what is ahead is so by what was done on the day, told of as new,
// with no article or 'a'.
func (d *reader) underTold(prep int) bool {
	if d.Word(prep) != "on" {
		return false
	}
	for k := prep - 1; k > 0 && k >= prep-maxUnder && !d.Mark(k, ";") && !d.Mark(k, ":"); k-- {
		w := d.Word(k)
		if w != "under" && w != "through" && w != "from" && w != "with" {
			continue
		}
		switch next := d.Word(k + 1); next {
		case "a", "an":
		case "", "the", "this", "that", "these", "its", "their", "his", "her":
			continue
		default:
			if !strings.HasSuffix(next, "s") && !strings.HasSuffix(d.Word(k+2), "s") {
				continue
			}
		}
		return d.madeOn(k+1, prep)
	}
	return false
}

// madeOn reports whether what stands between tokens from and prep is something and what
// was done to it: a relative clause in the past, or a participle with where it was done.
func (d *reader) madeOn(from, prep int) bool {
	verb := false
	for k := from; k < prep; k++ {
		w := d.Word(k)
		switch {
		case w == "to" || w == "be" || w == "not" || w == "never" || w == "is" || w == "are" || w == "has" || w == "have" || w == "had" || d.aheadAt(k) || d.Mark(k, ","):
			return false
		case verb: // where, by whom and before whom it was done
			if d.v.Has(vocabulary.RelativeWords, w) || d.v.Has(vocabulary.ClauseOpeners, w) && w != "before" {
				return false
			}
		case k > from+1 && d.At(k).Text == w && (strings.HasSuffix(w, "ed") && len(w) > 4 || d.v.Has(vocabulary.Participles, w) || d.v.Has(vocabulary.MadeVerbs, w)):
			verb = true
		}
	}
	return verb
}

// reached reports whether the word at token k, behind 'had' and perhaps 'been',
// is that of a deed: no promise, no wish, no 'to'.
func (d *reader) reached(k int) bool {
	if d.Word(k) == "been" {
		k++
	}
	w := d.Word(k)
	return w != "" && w != "to" && !d.v.Has(vocabulary.ReportWords, w) && !d.v.Has(vocabulary.Participles, w) &&
		!d.v.Has(vocabulary.AimWords, w) && !d.v.Has(vocabulary.ActionObjects, w) && !d.aheadAt(k)
}

// diedOn reads 'A bill that would have freed all nets died on DATE': behind what
// would have been stands the verb of the sentence, to which the date belongs.
func (d *reader) diedOn(prep int) bool {
	if d.Word(prep) != "on" {
		return false
	}
	for k := 1; k < prep; k++ {
		if d.Word(k) != "would" || d.Word(k+1) != "have" || !d.v.Has(vocabulary.RelativeWords, d.Word(k-1)) {
			continue
		}
		from := k + 3 // behind its participle
		if d.Word(k+2) == "been" {
			from++
		}
		for v := from; v < prep; v++ {
			w := d.Word(v)
			before := d.Word(v - 1)
			if strings.HasSuffix(w, "ed") && len(w) > 3 && v > from && before != "" && before != "and" && before != "or" && before != "been" &&
				!d.v.Has(vocabulary.ActionObjects, before) && !d.aheadFrom(v, prep) {
				return true
			}
		}
	}
	return false
}

// enteredForce reads 'A rule under which ships must report entered into force on DATE':
// behind what a rule asks for stands the verb of the sentence, which only the rule can
// have. What is due to enter into force is still ahead.
func (d *reader) enteredForce(prep int) bool {
	if d.Word(prep) != "on" {
		return false
	}
	verb := -1
	for k := prep - 1; k > 0 && k >= prep-maxForce && verb < 0; k-- {
		if d.v.Has(vocabulary.ForceVerbs, d.between(k, prep)) {
			verb = k
		}
	}
	if verb < 1 {
		return false
	}
	if before := d.Word(verb - 1); before == "" || before == "and" || before == "or" || d.v.Has(vocabulary.RelativeWords, before) || d.v.Has(vocabulary.Auxiliaries, before) || d.aheadAt(verb-1) {
		return false
	}
	relative := 0
	for k := 1; k < verb; k++ {
		w := d.Word(k)
		switch {
		case d.boundary(k) || d.v.Has(vocabulary.ReportWords, w) || d.v.Has(vocabulary.AnswerWords, w):
			return false
		case d.v.Has(vocabulary.RelativeWords, w):
			relative++
		case relative == 0 && d.aheadAt(k):
			return false
		}
	}
	return relative == 1 && d.article(0) && !d.v.Has(vocabulary.RelativeWords, d.Word(1))
}

// maxForce is how many words say at most that a rule entered into force.
const maxForce = 4

// between is the words from token from to token to.
func (d *reader) between(from, to int) string {
	var words []string
	for k := from; k < to; k++ {
		words = append(words, d.Word(k))
	}
	return strings.Join(words, " ")
}

// countedUntil reads 'The cost until DATE was given as': what had been counted on the
// day. A sum at the sentence's beginning has the day for its end, and the verb is one of
// the past.
func (d *reader) countedUntil(prep, end int) bool {
	if !d.v.Has(vocabulary.CountEnds, d.Word(prep)) || prep > maxCounted || !d.article(0) || !d.v.Has(vocabulary.CountedSums, d.Word(prep-1)) && !d.v.Has(vocabulary.CountedSums, d.Word(1)) {
		return false
	}
	for k := 1; k < prep; k++ {
		if d.Word(k) == "" || d.aheadAt(k) || d.v.Has(vocabulary.RelativeWords, d.Word(k)) || d.v.Has(vocabulary.AimWords, d.Word(k)) || d.Word(k) == "to" {
			return false
		}
	}
	if d.Mark(end, ",") {
		end++
	}
	verb := d.Word(end)
	if verb == "had" && d.Word(end+1) == "been" {
		return d.stood(end + 2)
	}
	return d.v.Has(vocabulary.CountedVerbs, verb) && d.stood(end+1)
}

// maxCounted is how many words stand at most before the day to which a sum is counted.
const maxCounted = 8

// underAnnounced reads 'will go to pilots under a package announced on DATE':
// what is ahead is so by an act of the day, told of as new ('a', not 'the').
func (d *reader) underAnnounced(prep int) bool {
	w := d.Word(prep - 1)
	if told := d.v.Has(vocabulary.ReportWords, w) || strings.HasSuffix(w, "ed") && !d.aheadAt(prep-1); d.Word(prep) != "on" || !told {
		return false
	}
	for k := prep - 2; k > 0 && k >= prep-2-maxInstrument && !d.boundary(k); k-- {
		w := d.Word(k)
		if w == "be" || w == "to" {
			return false // 'a package to be announced on'
		}
		if w == "a" || w == "an" {
			before := d.Word(k - 1)
			return before == "under" || before == "through"
		}
	}
	return false
}

// openingAgreement reads 'A grant agreement of DATE gives': the sentence tells
// of it as of something new.
func (d *reader) openingAgreement(prep int) bool {
	if d.Word(prep) != "of" || prep-1 > maxInstrument || !d.v.Has(vocabulary.AgreementNouns, d.Word(prep-1)) {
		return false
	}
	for k := 1; k < prep; k++ {
		if d.Word(k) == "" || d.Word(k) == "of" {
			return false
		}
	}
	return d.Word(0) == "a" || d.Word(0) == "an"
}

// aheadAt reports whether the word at token k says that something is still ahead.
func (d *reader) aheadAt(k int) bool {
	return d.v.Has(vocabulary.AheadWords, d.Word(k))
}

// aheadFrom reports whether such a word stands between two tokens.
func (d *reader) aheadFrom(from, to int) bool {
	for k := from; k < to; k++ {
		if d.aheadAt(k) {
			return true
		}
	}
	return false
}
