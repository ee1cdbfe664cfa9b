package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// Levels may set a date against an event that has none: "after 31 March, but before the
// opening of the summit at Norby". Where one of them says that the event comes after the
// last of their dates, it is the last place on their scale. What comes after it is not
// assessed, and has no place.

// event is what dates are set against.
type event struct {
	key   string // how the levels name it, without "the opening of"
	value int64  // a day behind all of theirs
}

// beyond is how many days behind the last date an event is put.
const beyond = 4000

var (
	reEvent = lazyregexp.New(`(?:\b[Tt]he\s+)?(?:\b(?:opening|start|beginning|close|end|eve)\s+of\s+)?(?:\bthe\s+)?(?:(?:\p{Lu}[\p{L}\p{M}-]+\s+){1,3}[Ss]ummit\b|(?:next|following)\s+[Ss]ummit\b)|\bthe\s+(?:end|close)\s+of\s+the\s+(?:compliance\s+|reporting\s+|assessment\s+)?(?:period|cycle)\b|\b(?:within|during)\s+the\s+(?:compliance|reporting|assessment)\s+(?:period|cycle)\b`)
	// reEventLead is what does not tell one event from another.
	reEventLead = lazyregexp.New(`(?i)^(?:the\s+)?(?:(?:opening|start|beginning|close|end|eve)\s+of\s+)?(?:the\s+)?`)
	// reFollows finds that what stands behind comes after what stands before.
	reFollows = lazyregexp.New(`(?i)^,?\s*(?:(?:but|and|yet)\s+)?(?:(?:still|only)\s+)?(?:before|until|by|and|no\s+later\s+than|not\s+later\s+than|prior\s+to|up\s+to|within|during)\s+$`)
	reSince   = lazyregexp.New(`(?i)\b(?:after|since|from|between|later\s+than)\s+$`)
)

// eventOf finds the one event that levels set dates against.
func eventOf(levels []level) (e event, ok bool) {
	last := int64(0)
	for _, l := range levels {
		for _, v := range l.values {
			if v.measure == date {
				last = max(last, v.value)
			}
		}
	}
	if last == 0 {
		return e, false
	}
	ordered := false
	for _, l := range levels {
		for _, m := range eventsIn(l.text) {
			key := eventKey(l.text[m[0]:m[1]])
			if e.key != "" && e.key != key {
				return e, false
			}
			e.key = key
			for _, v := range l.values {
				ordered = ordered || v.measure == date && v.value == last && v.end <= m[0] && reFollows.MatchString(l.text[v.end:m[0]]) && reSince.MatchString(l.text[:v.start])
			}
		}
	}
	e.value = last + beyond
	return e, ordered
}

// eventsIn are the places of events in a text. Of "within the compliance cycle" the first word
// says how what is told lies to the end of it, and is none of the name.
func eventsIn(text string) [][]int {
	out := reEvent.FindAllStringIndex(text, -1)
	for _, m := range out {
		if w := strings.ToLower(text[m[0]:min(m[0]+1, m[1])]); w == "w" || w == "d" {
			m[0] += strings.IndexByte(text[m[0]:], ' ') + 1
		}
	}
	return out
}

func eventKey(words string) string {
	return strings.ToLower(strings.Join(strings.Fields(reEventLead.ReplaceAllString(words, "")), " "))
}

// withEvent are the values of a text with the event among its dates.
func (e event) withEvent(text string, list []printed) []printed {
	if e.key == "" {
		return list
	}
	out := slices.Clone(list)
	for _, m := range eventsIn(text) {
		if eventKey(text[m[0]:m[1]]) == e.key {
			out = slices.DeleteFunc(out, func(v printed) bool { return v.start < m[1] && m[0] < v.end })
			out = append(out, printed{measure: date, value: e.value, text: text[m[0]:m[1]], start: m[0], end: m[1]})
		}
	}
	slices.SortFunc(out, func(a, b printed) int { return a.start - b.start })
	return out
}

// reEnds finds what says when the time that counts ends. Group: what the time is called.
var reEnds = lazyregexp.New(`(?i)\b((?:(?:compliance|reporting|assessment)\s+)?(?:period|cycle))\s+(?:ends?|ended|closes?|closed|runs?|ran|lasts?|lasted|goes|went|is|was|comes\s+to\s+an\s+end)\b`)

// Ending is the reading of levels that speak of the end of the time that counts, where they
// could not be walked and a sentence beside them says on which day that is.
func (r Reading) Ending(levels []model.Level, sentences []string) Reading {
	if r.Walks() {
		return r
	}
	const most = 200 // sentences
	scores, texts := byScore(levels)
	for _, s := range sentences[:min(len(sentences), most)] {
		m := reEnds.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		last := int64(0)
		for _, v := range values(s[m[1]:]) {
			if v.measure == date {
				last = v.value // below zero where its year is not known
			}
		}
		known := event{key: eventKey(s[m[2]:m[3]]), value: last}
		if own, ok := framed(scores, texts, nil, r.Size, known); ok && own.frame.event == known && own.Walks() {
			own.Components, own.stems = r.Components, r.stems
			return own
		}
	}
	return r
}

// behind reports whether levels name the event, no other, and no day that is as late.
func (e event) behind(levels []level) bool {
	named := false
	for _, l := range levels {
		for _, m := range eventsIn(l.text) {
			if eventKey(l.text[m[0]:m[1]]) != e.key {
				return false
			}
			named = true
		}
		for _, v := range l.values {
			if v.measure == date && (v.value <= 0 || v.value >= e.value) {
				return false
			}
		}
	}
	return named && e.key != "" && e.value > 0
}
