package prose

import (
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
)

// Commitments under names that prose has turned: "small firms' use of artificial
// intelligence" for "Artificial Intelligence: Small Firms", "the fight against the illicit
// trade in antiquities" for "Terrorism: Illicit Trade in Antiquities".

// reLastClause is where the last clause of a statement begins.
var reLastClause = lazyregexp.New(`(?i),\s+(?:and|but|yet)\s+(?:the\s+)?`)

// lastClause gives the phrases that may name the subject of a statement's last clause, where
// what stands before it names nothing: "A and B, both at +0.75, shared second place, and the
// biodiversity charter came fourth at".
func (r Reader) lastClause(text string) []string {
	ms := reLastClause.FindAllStringIndex(text, -1)
	if len(ms) == 0 {
		return nil
	}
	m := ms[len(ms)-1]
	if r.Catalogue.Touches(text[:m[0]]) {
		return nil
	}
	clause := text[m[1]:]
	end := rePhraseEnd.FindStringIndex(clause)
	if end == nil || r.Catalogue.Touches(clause[end[0]:]) {
		return nil
	}
	if ns, ok := r.Catalogue.Labelled(clause[:end[0]]); !ok || len(ns) != 1 {
		return nil
	}
	return []string{clause[:end[0]]}
}

// clauseOfAnother reports whether the last clause of a statement names a commitment of its
// own, and not the one that is named before it: "port fees came out at zero, and reef
// mapping at".
func (r Reader) clauseOfAnother(text, phrase string) bool {
	at := strings.LastIndexByte(strings.TrimRight(text, " ,"), ',')
	return at > 0 && strings.Contains(text[:at], phrase) && r.Catalogue.Touches(text[at:])
}

// turnedAround are words that may stand between those of a name.
func turnedAround(word string) bool {
	switch word {
	case "against", "toward", "towards", "upon", "via", "far", "lowest", "highest", "weakest", "strongest", "second", "third", "last", "first", "best", "worst":
		return true
	}
	return false
}

// turned gives the commitment all of whose words stand in a phrase, with one plain word more
// and no word of another: as its name may be turned.
func (r Reader) turned(phrase string) ([]int, bool) {
	if rePart.MatchString(phrase) || rePlaceName.MatchString(phrase) || r.OtherTime(phrase) != "" || reListedWords.MatchString(withoutTail(phrase)) {
		return nil, false
	}
	var own []string
	more := 0 // words of no label
	for _, w := range wordSpans(phrase) {
		word := phrase[w.Start:w.End]
		word = withoutPossessive(word)
		low := strings.ToLower(word)
		if len(low) < 2 || idle.Has(low) || turnedAround(low) {
			continue
		}
		known := r.Catalogue.Touches(low)
		if !known && (unicode.IsUpper([]rune(word)[0]) || strings.ContainsFunc(word, unicode.IsDigit) || backWords.Has(low)) {
			return nil, false
		}
		if own = append(own, stem.Of(low)); !known {
			more++
		}
	}
	if more > 1 {
		return nil, false
	}
	number := 0
	for _, e := range r.Catalogue.entries {
		if !slices.ContainsFunc(e.titles(), func(title string) bool { return allThere(stemsOf(title), own) }) {
			continue
		}
		found := 0
		for _, s := range own {
			if has(e.label, s) {
				found++
			}
		}
		if number > 0 || found+more < len(own) {
			return nil, false // the name of another besides, or a word of it
		}
		number = e.Number
	}
	if number == 0 {
		return nil, false
	}
	return []int{number}, true
}

// allThere reports whether a name of several words has all of them among others.
func allThere(name, words []string) bool {
	return len(name) > 1 && !slices.ContainsFunc(name, func(s string) bool {
		return !slices.ContainsFunc(words, func(o string) bool { return stem.Same(o, s) })
	})
}

// withoutTail leaves out the comma before what is said of a name.
func withoutTail(phrase string) string {
	name, _, _ := strings.Cut(phrase, ",")
	return name
}

// placeOfCommitment reads a place by its ordinal behind the only commitment of a statement.
func (r Reader) placeOfCommitment(c Claim, text string) (int, bool) {
	if len(c.Subjects) != 1 || c.Subjects[0].Kind != Commitment || c.About == "" {
		return 0, false
	}
	at := strings.Index(text, c.About)
	if at < 0 {
		return 0, false
	}
	behind := text[at+len(c.About):]
	place, span, ok := r.placeStated(behind)
	if !ok || r.placeWithin(text[:at], behind[:span.Start]) {
		return 0, false
	}
	return place, true
}
