package sheet

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// A report set on a typewriter, or by a program that knows letters alone, rules
// its tables and parts its notes with lines of hyphens, underscores or equals
// signs. Such a line is a rule of the page and no text: as text it would stand in
// a cell beside the figures.

// minTypedRule is how many signs the shortest typed rule has; fewer are a word
// left out ("----"), a blank to be filled in or a part of a drawing.
const minTypedRule = 8

// minTypedPart is how many signs one part of a broken rule has, which stands over
// one column.
const minTypedPart = 3

// typedSigns are the signs of which rules are typed.
const typedSigns = "-_=~‐‑–—―─━═"

// typedRules gives the rules that a line draws with signs; nil where it is text.
func typedRules(m *model.Line) []model.Rule {
	if m.Dir != model.Rightward {
		return nil
	}
	var out []model.Rule
	signs := 0
	for _, run := range m.Runs {
		before := signs
		for word := range strings.FieldsSeq(run.Text) {
			if !typedPart(word) {
				return nil
			}
			signs += utf8.RuneCountInString(word)
		}
		if signs > before {
			out = append(out, typedRule(m, run.Box))
		}
	}
	if signs < minTypedRule {
		return nil
	}
	return out
}

// typedPart reports whether a word is one sign over and over.
func typedPart(word string) bool {
	sign, _ := utf8.DecodeRuneInString(word)
	return strings.ContainsRune(typedSigns, sign) && utf8.RuneCountInString(word) >= minTypedPart && strings.Trim(word, string(sign)) == ""
}

// typedRule is the rule in the middle of a line's height, as wide as its signs.
func typedRule(m *model.Line, box model.Box) model.Rule {
	y := m.Baseline - 0.25*m.Size
	return model.Rule{Box: model.Box{box.X0(), y, box.X1(), y + 0.5}}
}
