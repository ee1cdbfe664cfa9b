package tally

import (
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
)

// reLeftOut: words that leave some members or commitments out.
var reLeftOut = lazyregexp.New(`(?i)\b(?:exclud(?:e|es|ed|ing)|except(?:s|ed|ing)?(?:\s+for)?|with\s+the\s+exception|apart\s+from|aside\s+from|besides|other\s+than|leav(?:e|es|ing)\s+(?:\S+\s+){0,4}(?:aside|out)|left\s+(?:aside|out)|out\s+of\s+the\s+reckoning|(?:not|without)\s+counting|barring|save\s+for|sett?ing\s+aside|disregard(?:s|ed|ing)?|ignor(?:e|es|ed|ing))\b`)

// reLeavesLed: a sentence that asks to leave some out of what follows.
var reLeavesLed = lazyregexp.New(`(?i)^\W*(?:let\s+us\s+|we\s+)?(?:now\s+)?(?:leave|leaving|exclude|excluding|ignore|ignoring|sets?|setting|disregard|disregarding|take|consider|considering|look|looking|in|for|among|across)\b`)

// leavesOut reports whether a sentence leaves some out of what it counts, or speaks of a
// part of the world.
func leavesOut(r prose.Reader, s string) bool {
	if reLeftOut.MatchString(s) {
		return true
	}
	rest := []byte(s)
	for _, m := range r.Members(s) {
		for i := m.Start; i < m.End; i++ {
			rest[i] = ' '
		}
	}
	for _, name := range prose.PlaceNames(string(rest)) {
		if !r.Catalogue.Touches(name) {
			return true
		}
	}
	return false
}
