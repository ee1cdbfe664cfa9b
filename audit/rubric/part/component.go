package part

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
)

// MaxComponents bounds how many parts of a commitment are counted.
const MaxComponents = 12

// Component is one enumerated part of a commitment.
type Component struct {
	Number int
	Text   string // as printed
	// Stems are the words that tell it from the other components, the first
	// of them first.
	Stems []string
	// Loose says that the name was found beside the enumerations of the text, and
	// that words naming it must be more of it than the first.
	Loose bool
	Half  bool     // that half of the words name it is not enough
	all   []string // all of its words, of a loose one
}

// Components reads the enumeration of a commitment's parts: "1) …, 2) … and
// 3) …", or paragraphs that begin with "1. Name:". size is the number of
// parts: the one that is stated ("four components") or that of the
// enumeration; 0 where neither is there.
func Components(texts []string) (parts []Component, size int) {
	stated := 0
	for _, text := range texts {
		toks := token.Borrow(text)
		if stated == 0 {
			stated = statedSize(*toks)
		}
		if len(parts) == 0 {
			parts = enumerated(text, *toks)
		}
		token.GiveBack(toks)
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
func statedSize(toks []token.Token) int {
	for i, t := range toks {
		if !t.IsNumber() || t.Num < 1 || t.Num > MaxComponents {
			continue
		}
		if i > 0 && (token.Word(toks, i-1) == "least" || token.Word(toks, i-1) == "than" || token.Word(toks, i-1) == "to" || token.Word(toks, i-1) == "or" || token.Word(toks, i-1) == "and" || token.Word(toks, i-1) == "between") {
			continue
		}
		for j := i + 1; j <= i+3 && j < len(toks); j++ {
			w := toks[j].Word
			if noun := toks[j].Is(token.DimensionNouns); noun && strings.HasSuffix(w, "s") || noun && t.Num == 1 || w == "criteria" {
				return t.Num
			}
			if len(w) == 1 || w == "of" || toks[j].IsNumber() {
				break
			}
		}
	}
	return 0
}

// enumerated finds the numbers 1, 2, 3 … in order, each before a closing
// parenthesis or, at a line's start, before a full stop.
func enumerated(text string, toks []token.Token) []Component {
	type mark struct{ at, end int } // token index of the number, and of the first word behind it
	var marks []mark
	for i, t := range toks {
		if t.Num != len(marks)+1 || len(marks) == MaxComponents {
			continue
		}
		lineStart := i == 0 || toks[i-1].Word == "\n"
		if token.Word(toks, i+1) == ")" || lineStart && token.Word(toks, i+1) == "." {
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
			w := toks[stop].Word
			if w == "." || w == "\n" || w == ";" || w == ":" {
				break
			}
			stop++
		}
		for stop > m.end && (toks[stop-1].Word == "," || toks[stop-1].Word == "(" || toks[stop-1].Word == "and" || toks[stop-1].Word == "or") {
			stop--
		}
		var stems []string
		for _, t := range toks[m.end:stop] {
			if s := t.Stem; s != "" && !slices.Contains(stems, s) {
				stems = append(stems, s)
			}
		}
		out = append(out, Component{Number: k + 1, Text: token.Quote(text, toks[m.end:stop]), Stems: stems})
	}
	return out
}

// distinguish takes out of every component's words those that another one
// has too, and keeps the first four.
func distinguish(parts []Component) {
	shared := func(of int, s string) bool {
		for i := range parts {
			for _, other := range parts[i].Stems {
				if i != of && (other == s || parts[i].Loose && stem.Same(other, s)) {
					return true
				}
			}
		}
		return false
	}
	own := make([][]string, len(parts))
	for i := range parts {
		for _, s := range parts[i].Stems {
			if !shared(i, s) && len(own[i]) < 4 {
				own[i] = append(own[i], s)
			}
		}
	}
	for i := range parts {
		parts[i].Stems = own[i]
	}
}

// Named reports whether toks name the component: its first word of its own,
// or at least half of the words of its own.
func (c Component) Named(toks []token.Token) bool {
	if len(c.Stems) == 0 {
		return false
	}
	hits := 0
	for k, s := range c.Stems {
		for i := range toks {
			if stem.Same(toks[i].Stem, s) {
				if k == 0 && (!c.Loose || len(c.Stems) < 3) {
					return true
				}
				hits++
				break
			}
		}
	}
	return (hits*2 > len(c.Stems) || hits*2 == len(c.Stems) && !c.Half) && hits > 0
}

// Touched reports whether words have one of the component's own.
func (c Component) Touched(toks []token.Token) bool {
	for _, s := range c.Stems {
		for i := range toks {
			if stem.Same(toks[i].Stem, s) {
				return true
			}
		}
	}
	return false
}

// Words are the stems of a name, those too that do not tell it from others.
func (c Component) Words() []string {
	if len(c.all) > 0 {
		return c.all
	}
	return c.Stems
}

// Short is the first words of a component.
func (c Component) Short() string {
	f := strings.Fields(c.Text)
	if len(f) > 5 {
		return strings.Join(f[:5], " ") + " …"
	}
	return c.Text
}
