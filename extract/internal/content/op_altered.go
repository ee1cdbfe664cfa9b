package content

import (
	"strings"

	"recount.invalid/recount/extract/internal/chars"
)

// alter notes that the letter shown last is called by another figure or sign.
func (p *pen) alter() {
	out := p.in.out
	if n := len(out.Letters); n > p.s.From {
		out.Altered.Note(1, out.BoxOf(&p.s, n-1, n))
	}
}

// altersFigures reports whether the text that a marked sequence stands for has
// other figures or signs than its letters draw. A hyphen that parts a word at a
// line's end may be called nothing.
func altersFigures(before, shown, actual string) bool {
	if strings.Contains(shown, "\ufffd") {
		return false
	}
	s, a := chars.Figures(shown), chars.Figures(actual)
	if s == a {
		return false
	}
	t := strings.TrimSpace(shown)
	return !(a == "" && s == "-" && len([]rune(t)) == 1 && before != "" && chars.IsLetter(before))
}

// raisedForms reports whether what is shown is raised figures of Unicode where another
// text has plain ones: writers state so what was typed.
func raisedForms(shown, actual string) bool {
	t := withoutSpaces(shown)
	return t != "" && strings.Trim(t, chars.Superiors) == "" && chars.SameCharacter(t, withoutSpaces(actual))
}

func withoutSpaces(s string) string { return strings.Join(strings.Fields(s), "") }
