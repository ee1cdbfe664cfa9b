package action

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// maxInstrument is how many words stand between the preposition and the noun of
// an act at most ('by a supplementary law of').
const maxInstrument = 4

// byAct reports whether the 'of' at word i dates the act by which, or in which,
// the clause says that something was done: 'was changed by a law of 3 May 2010'.
// Without a passive before it, a law with its date is one that is told of.
func (d *reader) byAct(i int) bool {
	if d.Word(i) != "of" || !d.v.Has(vocabulary.ActNouns, d.Word(i-1)) {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-2-maxInstrument; k-- {
		if d.boundary(k) {
			return false
		}
		if w := d.Word(k); w == "by" || w == "in" || w == "through" {
			return d.passiveBefore(k)
		}
	}
	return false
}

// doneByAct reports whether the act that the 'of' at word i dates is that by which the
// sentence's subject was named, made or changed ('was named as the office by a decree of
// 3 May 2010'), so that the date is the action's even outside the period: the passive
// is the sentence's own, without 'which' before it, and nothing else was done since.
func (d *reader) doneByAct(i int) bool {
	by := i - 2
	for by > 0 && d.Word(by) != "by" {
		if d.boundary(by) {
			return false
		}
		by--
	}
	if a := d.Word(by + 1); a != "a" && a != "an" {
		return false // 'by the law of 3 May 2010', which is an older one
	}
	for k := by - 1; k > 0 && !d.boundary(k); k-- {
		w := d.Word(k)
		switch {
		case w == "was" || w == "were":
			return strings.HasSuffix(d.Word(k+1), "ed") && d.ownClause(k) && !d.relativeBefore(k) && !d.aheadFrom(0, k)
		case d.v.Has(vocabulary.RelativeWords, w) || d.aheadAt(k) || w == "to" || w == "not" || w == "never":
			return false
		}
	}
	return false
}

// opensInAct reports whether the word at i dates an act with which the sentence opens
// ('In a fact sheet dated 3 May 2010, the office described …'): what follows was done or
// said in it, on that day. 'In the law of 3 May 2010' is an older one.
func (d *reader) opensInAct(i int) bool {
	if w := d.Word(i); w != "of" && w != "dated" || !d.v.Has(vocabulary.ActNouns, d.Word(i-1)) || i > maxInstrument+3 {
		return false
	}
	if w := d.Word(0); w != "in" && w != "by" && w != "through" && w != "with" {
		return false
	}
	if a := d.Word(1); a != "a" && a != "an" {
		return false
	}
	for k := 2; k < i; k++ {
		if d.boundary(k) {
			return false
		}
	}
	return true
}

// passiveBefore reports whether 'was' or 'were' stands before word k in its
// clause.
func (d *reader) passiveBefore(k int) bool {
	for k--; k >= 0 && !d.boundary(k); k-- {
		if w := d.Word(k); w == "was" || w == "were" {
			return true
		}
	}
	return false
}

// boundary reports whether a clause ends at token k.
func (d *reader) boundary(k int) bool {
	return d.Mark(k, ";") || d.Mark(k, ":") || d.Mark(k, ",")
}

// sinceTold reports whether 'was' or 'were' stands between tokens from and to:
// what was still ahead in the words before ('a bill that would …') has been
// told of since ('… was tabled on').
func (d *reader) sinceTold(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if w := d.Word(k); w == "was" || w == "were" {
			return true
		}
	}
	return false
}
