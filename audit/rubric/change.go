package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
)

// Some levels ask which way a figure went and by how much: "raises its funding by 10% or
// more", "has fallen by less than 2 per cent", "has stayed the same". Rise, fall and no
// change are the cases, divided at the values that are named.

// turn is the way that a figure went.
type turn int

const (
	fall turn = iota
	same
	rise
)

var (
	reRise = lazyregexp.New(`(?i)\b(?:rais(?:es?|ed)|increas(?:es?|ed)|gr(?:ows?|ew|own)|r(?:ises?|ose|isen)|expand(?:s|ed)?)\b`)
	reFall = lazyregexp.New(`(?i)\b(?:reduc(?:es?|ed)|decreas(?:es?|ed)|f(?:alls?|ell|allen)|cuts?|lower(?:s|ed)|declin(?:es?|ed)|shr(?:inks?|ank|unk)|drop(?:s|ped)?)\b`)
	reSame = lazyregexp.New(`(?i)\b(?:(?:stay(?:s|ed)?|remain(?:s|ed)?)\s+(?:the\s+same|unchanged|stable|constant)|(?:is|are|was|were|left|leaves)\s+unchanged|unchanged|stagnat(?:es?|ed)|not\s+changed)\b`)
	// reByHow finds by how much. Groups: a comparison before the value, one behind it. The
	// value is a sign that no text has.
	reByHow = lazyregexp.New(`(?i),?\s+by\s+(?:(at\s+least|(?:no|not)\s+less\s+than|less\s+than|under|more\s+than|over|up\s+to|at\s+most|(?:no|not)\s+more\s+than)\s+)?\x{2588}(?:\s+(or\s+(?:more|less|above|below|over|under|higher|lower)))?`)
	// reTurnJoint finds that one turn is joined to another.
	reTurnJoint = lazyregexp.New(`(?i)\s+or\s+(?:has\s+|have\s+|it\s+|is\s+|are\s+)*$`)
)

// valueSign stands for a value while the words around it are read.
const valueSign = "\u2588"

// moved is one way to a level: a turn, and the values on it.
type moved struct {
	turn
	from, to int64 // millionths
	above    bool  // from itself is left out
	below    bool  // to itself is left out
}

// noEnd is the upper end of a change without one.
const noEnd = int64(1) << 60

// readChange reads levels about a change.
func readChange(scores []int, texts map[int][]string) (Reading, bool) {
	if len(scores) < 3 {
		return Reading{}, false
	}
	var levels [][]moved
	var topics [][]string
	marks := map[turn][]int64{}
	names := map[int64]string{}
	used := map[turn]bool{}
	kind, unit := plain, ""
	for _, s := range scores {
		if len(texts[s]) != 1 {
			return Reading{}, false
		}
		text := strings.TrimSuffix(strings.Join(strings.Fields(texts[s][0]), " "), ".")
		list := slices.DeleteFunc(values(text), func(v printed) bool { return v.measure != share && v.measure != money })
		if len(list) > 1 || reNegated.MatchString(reByHow.ReplaceAllString(masked(text, list), " ")) && !reSame.MatchString(text) {
			return Reading{}, false
		}
		for _, v := range list {
			if kind != plain && (kind != v.measure || unit != v.unit) {
				return Reading{}, false
			}
			kind, unit = v.measure, v.unit
			names[v.value] = v.text
		}
		ways, topic, ok := movesOf(text, list)
		if !ok {
			return Reading{}, false
		}
		for _, w := range ways {
			used[w.turn] = true
			for _, v := range []int64{w.from, w.to} {
				if v > 0 && v < noEnd && !slices.Contains(marks[w.turn], v) {
					marks[w.turn] = append(marks[w.turn], v)
				}
			}
		}
		levels, topics = append(levels, ways), append(topics, topic)
	}
	if kind == plain || !used[rise] || !used[fall] {
		return Reading{}, false
	}
	for _, t := range topics[1:] {
		if !sameWords(t, topics[0]) || !sameWords(topics[0], t) {
			return Reading{}, false
		}
	}
	r := Reading{Unit: condition.Cases}
	var points []moved
	for _, t := range []turn{fall, same, rise} {
		for _, p := range pointsOf(t, marks[t]) {
			points = append(points, p)
			r.Points = append(r.Points, p.words(names))
		}
	}
	for i, s := range scores {
		truth := make([]condition.Truth, len(points))
		for k, p := range points {
			for _, w := range levels[i] {
				if w.holds(p) {
					truth[k] = condition.In
				}
			}
		}
		words := strings.TrimSuffix(strings.Join(strings.Fields(texts[s][0]), " "), ".")
		r.Levels = append(r.Levels, condition.Condition{Score: s, Clauses: []condition.Clause{{Words: words,
			Atoms: []condition.Atom{{Unit: condition.Cases, Cases: truth, Count: condition.Quantity{Possible: condition.Interval{Lo: 0, Hi: 1}}}}}}})
		r.Understood = append(r.Understood, words)
	}
	return r, true
}

// masked is a text with the sign in place of its values.
func masked(text string, list []printed) string {
	for i := len(list) - 1; i >= 0; i-- {
		text = text[:list[i].start] + valueSign + text[list[i].end:]
	}
	return text
}

// movesOf are the changes that a level names, and the stems of what it names beside.
func movesOf(text string, list []printed) (out []moved, topic []string, ok bool) {
	text = masked(text, list)
	by := reByHow.FindStringSubmatch(text)
	if len(list) > 0 && by == nil {
		return nil, nil, false
	}
	text = reByHow.ReplaceAllString(text, " ")
	last := -1
	for _, t := range []struct {
		turn
		re *lazyregexp.Regexp
	}{{same, reSame}, {rise, reRise}, {fall, reFall}} {
		at := t.re.FindAllStringIndex(text, 3)
		if len(at) > 1 {
			return nil, nil, false
		}
		for _, m := range at {
			out = append(out, moved{turn: t.turn, to: noEnd, above: true})
			if last >= 0 && !reTurnJoint.MatchString(text[:m[0]]) && !strings.Contains(text, " or ") {
				return nil, nil, false
			}
			last = m[0]
			text = text[:m[0]] + " " + text[m[1]:]
		}
	}
	if len(out) == 0 || len(list) > 0 && len(out) > 1 {
		return nil, nil, false
	}
	if len(list) > 0 {
		v := list[0].value
		how := strings.ToLower(strings.Join(strings.Fields(by[1]+by[2]), " "))
		switch m := &out[0]; {
		case m.turn == same || by[1] != "" && by[2] != "" || v <= 0:
			return nil, nil, false
		case how == "at least" || how == "no less than" || how == "not less than" || how == "or more" || how == "or above" || how == "or over" || how == "or higher":
			m.from, m.above = v, false
		case how == "more than" || how == "over":
			m.from = v
		case how == "less than" || how == "under":
			m.to, m.below = v, true
		case how != "":
			m.to = v
		default:
			return nil, nil, false // exactly, or at least?
		}
	}
	p := token.Borrow(text)
	defer token.GiveBack(p)
	for i := range *p {
		if t := &(*p)[i]; t.Stem != "" && !t.Is(token.Neutral|token.Auxiliaries|token.Acting) && t.Word != "or" && t.Word != "either" && !slices.Contains(topic, t.Stem) {
			topic = append(topic, t.Stem)
		}
	}
	return out, topic, len(topic) > 0
}

// pointsOf are the cases of one turn.
func pointsOf(t turn, marks []int64) []moved {
	if t == same {
		return []moved{{turn: same}}
	}
	slices.Sort(marks)
	var out []moved
	from := int64(0)
	for _, v := range marks {
		out = append(out, moved{turn: t, from: from, to: v, above: true, below: true}, moved{turn: t, from: v, to: v})
		from = v
	}
	return append(out, moved{turn: t, from: from, to: noEnd, above: true})
}

// holds reports whether a case is within the change.
func (m moved) holds(p moved) bool {
	switch {
	case m.turn != p.turn:
		return false
	case m.turn == same:
		return true
	}
	low := p.from > m.from || p.from == m.from && (!m.above || p.above)
	high := p.to < m.to || p.to == m.to && (!m.below || p.below)
	return low && high
}

// words says a case.
func (m moved) words(names map[int64]string) string {
	what := [...]string{"a fall", "no change", "a rise"}[m.turn]
	switch {
	case m.turn == same || m.from == 0 && m.to == noEnd:
		return what
	case m.from == m.to:
		return what + " by exactly " + names[m.from]
	case m.from == 0:
		return what + " by less than " + names[m.to]
	case m.to == noEnd:
		return what + " by more than " + names[m.from]
	}
	return what + " by more than " + names[m.from] + " and less than " + names[m.to]
}
