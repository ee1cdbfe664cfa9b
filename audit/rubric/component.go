package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/stem"
)

// maxComponents bounds how many parts of a commitment are counted.
const maxComponents = 12

// Component is one enumerated part of a commitment.
type Component struct {
	Number int
	Text   string // as printed
	// stems are the words that tell it from the other components, the first
	// of them first.
	stems []string
	// loose says that the name was found beside the enumerations of the text, and
	// that words naming it must be more of it than the first.
	loose bool
	half  bool     // that half of the words name it is not enough
	all   []string // all of its words, of a loose one
}

// Components reads the enumeration of a commitment's parts: "1) …, 2) … and
// 3) …", or paragraphs that begin with "1. Name:". size is the number of
// parts: the one that is stated ("four components") or that of the
// enumeration; 0 where neither is there.
func Components(texts []string) (parts []Component, size int) {
	stated := 0
	for _, text := range texts {
		toks := borrowTokens(text)
		if stated == 0 {
			stated = statedSize(*toks)
		}
		if len(parts) == 0 {
			parts = enumerated(text, *toks)
		}
		giveBack(toks)
	}
	distinguish(parts)
	switch {
	case stated > 0:
		size = stated
	default:
		size = len(parts)
	}
	if len(parts) != size {
		// Half an enumeration cannot say which part a sentence is about.
		parts = nil
	}
	return parts, size
}

// statedSize is the number in "four components", "two main dimensions".
func statedSize(toks []token) int {
	for i, t := range toks {
		if !t.isNumber() || t.num < 1 || t.num > maxComponents {
			continue
		}
		if i > 0 && (word(toks, i-1) == "least" || word(toks, i-1) == "than" || word(toks, i-1) == "to" || word(toks, i-1) == "or" || word(toks, i-1) == "and" || word(toks, i-1) == "between") {
			continue
		}
		for j := i + 1; j <= i+3 && j < len(toks); j++ {
			w := toks[j].word
			if noun := toks[j].is(dimensionNouns); noun && strings.HasSuffix(w, "s") || noun && t.num == 1 || w == "criteria" {
				return t.num
			}
			if len(w) == 1 || w == "of" || toks[j].isNumber() {
				break
			}
		}
	}
	return 0
}

// enumerated finds the numbers 1, 2, 3 … in order, each before a closing
// parenthesis or, at a line's start, before a full stop.
func enumerated(text string, toks []token) []Component {
	type mark struct{ at, end int } // token index of the number, and of the first word behind it
	var marks []mark
	for i, t := range toks {
		if t.num != len(marks)+1 || len(marks) == maxComponents {
			continue
		}
		lineStart := i == 0 || toks[i-1].word == "\n"
		if word(toks, i+1) == ")" || lineStart && word(toks, i+1) == "." {
			marks = append(marks, mark{i, i + 2})
		}
	}
	if len(marks) < 2 {
		return nil
	}
	var out []Component
	for k, m := range marks {
		end := len(toks)
		if k+1 < len(marks) {
			end = marks[k+1].at
		}
		stop := m.end
		for stop < end {
			w := toks[stop].word
			if w == "." || w == "\n" || w == ";" || w == ":" {
				break
			}
			stop++
		}
		for stop > m.end && (toks[stop-1].word == "," || toks[stop-1].word == "(" || toks[stop-1].word == "and" || toks[stop-1].word == "or") {
			stop--
		}
		var stems []string
		for _, t := range toks[m.end:stop] {
			if s := t.stem; s != "" && !slices.Contains(stems, s) {
				stems = append(stems, s)
			}
		}
		out = append(out, Component{Number: k + 1, Text: quote(text, toks[m.end:stop]), stems: stems})
	}
	return out
}

// distinguish takes out of every component's words those that another one
// has too, and keeps the first four.
func distinguish(parts []Component) {
	shared := func(of int, s string) bool {
		for i := range parts {
			for _, other := range parts[i].stems {
				if i != of && (other == s || parts[i].loose && stem.Same(other, s)) {
					return true
				}
			}
		}
		return false
	}
	own := make([][]string, len(parts))
	for i := range parts {
		for _, s := range parts[i].stems {
			if !shared(i, s) && len(own[i]) < 4 {
				own[i] = append(own[i], s)
			}
		}
	}
	for i := range parts {
		parts[i].stems = own[i]
	}
}

// Named reports whether toks name the component: its first word of its own,
// or at least half of the words of its own.
func (c Component) named(toks []token) bool {
	if len(c.stems) == 0 {
		return false
	}
	hits := 0
	for k, s := range c.stems {
		for i := range toks {
			if stem.Same(toks[i].stem, s) {
				if k == 0 && (!c.loose || len(c.stems) < 3) {
					return true
				}
				hits++
				break
			}
		}
	}
	return (hits*2 > len(c.stems) || hits*2 == len(c.stems) && !c.half) && hits > 0
}

// touched reports whether words have one of the component's own.
func (c Component) touched(toks []token) bool {
	for _, s := range c.stems {
		for i := range toks {
			if stem.Same(toks[i].stem, s) {
				return true
			}
		}
	}
	return false
}

// words are the stems of a name, those too that do not tell it from others.
func (c Component) words() []string {
	if len(c.all) > 0 {
		return c.all
	}
	return c.stems
}

// short is the first words of a component.
func (c Component) short() string {
	f := strings.Fields(c.Text)
	if len(f) > 5 {
		return strings.Join(f[:5], " ") + " …"
	}
	return c.Text
}
