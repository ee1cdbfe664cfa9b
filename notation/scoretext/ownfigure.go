package scoretext

import (
	"slices"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// zeroWord is how a score of 0 is written in words.
const zeroWord = "zero"

// maxInstead is how many words stand at most between the words by which a score is not
// given and the score ('rather than a score of +1').
const maxInstead = 4

// figure is a score that stands in a sentence.
type figure struct {
	at, value      int // the token's place
	signed, quoted bool
}

// ownFigure finds which of several scores in a sentence is the member's: all others
// stand behind words by which they are not given ('0 rather than −1'), or in clauses that
// name other members and not this one ('France receives 0 and Japan −1'). from and to
// bound the clauses that are about the member. ok is false where that is not certain.
func ownFigure(v *vocabulary.Vocabulary, tokens []string, all []figure) (own figure, from, to int, ok bool) {
	others := false
	for _, f := range all {
		a, b := figureClause(v, tokens, f.at)
		if insteadOf(v, tokens, f.at) || formerFigure(v, tokens, f.at) > 0 || bracketedFormer(v, tokens, f.at) {
			continue
		}
		if ofOthers(v, tokens[a:b]) {
			others = true
			continue
		}
		if ok {
			return own, 0, 0, false
		}
		own, from, to, ok = f, a, b, true
	}
	if !ok || slices.Contains(tokens[from:to], "M") {
		return own, 0, 0, false
	}
	if others && !slices.ContainsFunc(tokens[from:to], func(t string) bool { return t == "N" || v.Has(vocabulary.ConclusionPronouns, t) }) {
		return own, 0, 0, false // 'Canada and Japan score 0, but +1 at sea'
	}
	return own, from, to, true
}

// figureClause is the clause in which token at stands: from mark to mark, or to a word
// that goes on with another member.
func figureClause(v *vocabulary.Vocabulary, tokens []string, at int) (from, to int) {
	parts := func(i int) bool {
		if strings.ContainsAny(tokens[i], ",;:()") && len(tokens[i]) == 1 {
			return true
		}
		if v.Has(vocabulary.ContrastWords, tokens[i]) {
			return true
		}
		return tokens[i] == "and" && i+1 < len(tokens) && (tokens[i+1] == "N" || tokens[i+1] == "M" && slices.Contains(tokens[:i], "N"))
	}
	for from = at; from > 0 && !parts(from-1); from-- {
	}
	for to = at + 1; to < len(tokens) && !parts(to); to++ {
	}
	return from, to
}

// ofOthers reports whether a clause is about other members and not about this one.
func ofOthers(v *vocabulary.Vocabulary, clause []string) bool {
	others := false
	for _, t := range clause {
		if t == "N" || v.Has(vocabulary.ConclusionPronouns, t) {
			return false
		}
		others = others || t == "M" || v.Has(vocabulary.OthersWords, t)
	}
	return others
}

// insteadOf reports whether words stand before token at by which it is not given.
func insteadOf(v *vocabulary.Vocabulary, tokens []string, at int) bool {
	for i := at - 1; i >= 0 && i >= at-maxInstead; i-- {
		if strings.ContainsAny(tokens[i], ",;:()") && len(tokens[i]) == 1 {
			return false
		}
		if _, is := signedDigit(tokens[i]); is {
			return false
		}
		if v.Has(vocabulary.InsteadWords, tokens[i]) || v.Has(vocabulary.EarlierWords, tokens[i]) || v.Has(vocabulary.InsteadWords, tokens[i]+" "+tokens[i+1]) {
			return true
		}
	}
	return false
}
