package extract

import (
	"math"
	"strings"

	"recount.invalid/recount/extract/object"
)

// markedContent is a marked-content sequence that is open (PDF 32000-1, 14.6).
type markedContent struct {
	artifact bool
	layerOff bool    // optional content that is switched off
	doubtful bool    // optional content that some viewers show
	actual   *string // the text that the sequence stands for
	letters  int     // letters shown before it
	parts    int     // stretches before it
}

// maxMarked bounds nested marked content; tagged writers nest a few deep.
const maxMarked = 1024

// beginMarked opens a sequence (BMC, BDC). What it inherits is copied, so
// that only the innermost needs to be asked.
func (in *interpreter) beginMarked(a []operand) {
	m := markedContent{letters: len(in.out.letters), parts: len(in.out.stretches)}
	if n := len(in.marked); n > 0 {
		m.artifact, m.layerOff, m.doubtful = in.marked[n-1].artifact, in.marked[n-1].layerOff, in.marked[n-1].doubtful
	}
	if len(a) > 0 && a[0].kind == kindName {
		switch string(in.lex.bytes(a[0])) {
		case "Artifact":
			m.artifact = true
		case "OC":
			if len(a) > 1 && a[1].kind == kindName {
				group := in.resource("Properties", string(in.lex.bytes(a[1])))
				m.layerOff = m.layerOff || in.file.hidden(group)
				m.doubtful = m.doubtful || in.file.doubtful(group)
			}
		}
	}
	if len(a) > 1 {
		m.actual = in.actualText(a[1])
	}
	if len(in.marked) >= maxMarked {
		in.marked = in.marked[:0] // hostile: what was open is forgotten
	}
	in.marked = append(in.marked, m)
}

// actualText finds ActualText in a property list, which stands in the
// content or is named there.
func (in *interpreter) actualText(o operand) *string {
	switch o.kind {
	case kindDict:
		list := in.lex.items(o)
		for i := 0; i+1 < len(list); i += 2 {
			if string(in.lex.bytes(list[i])) == "ActualText" && list[i+1].kind == kindString {
				s := textString(in.lex.bytes(list[i+1]))
				return &s
			}
		}
	case kindName:
		if o.n == 0 {
			return nil
		}
		d := in.file.dict(in.resource("Properties", string(in.lex.bytes(o))))
		if v, ok := in.file.resolve(d["ActualText"]).(object.String); ok {
			s := textString([]byte(v))
			return &s
		}
	}
	return nil
}

// endMarked closes sequences down to depth n.
func (in *interpreter) endMarked(n int) {
	for n = max(n, 0); len(in.marked) > n; {
		m := in.marked[len(in.marked)-1]
		in.marked = in.marked[:len(in.marked)-1]
		if m.actual != nil {
			in.out.replace(m, *m.actual)
		}
	}
}

func (in *interpreter) artifact() bool {
	n := len(in.marked)
	return n > 0 && in.marked[n-1].artifact
}

func (in *interpreter) layerDoubtful() bool {
	n := len(in.marked)
	return n > 0 && in.marked[n-1].doubtful
}

func (in *interpreter) layerHidden() bool {
	n := len(in.marked)
	return n > 0 && in.marked[n-1].layerOff
}

// replace puts the text that a sequence stands for (PDF 32000-1, 14.9.4) in
// the place of its letters. It is made for ligatures, hyphens and initials
// drawn in pieces. Where the letters say the same already, their places are
// better than one box, and raised figures say more than plain ones; where they run over several baselines the replacement
// has no place, and the letters stay.
func (c *content) replace(m markedContent, actual string) {
	letters, parts := c.letters[min(m.letters, len(c.letters)):], c.stretches[min(m.parts, len(c.stretches)):]
	if len(letters) == 0 || len(parts) == 0 {
		return
	}
	var shown strings.Builder
	for _, l := range letters {
		shown.WriteString(l.text)
	}
	actual = clean(actual)
	if withoutSpaces(shown.String()) == withoutSpaces(actual) || raisedForms(shown.String(), actual) {
		return
	}
	before := ""
	if n := len(c.letters) - len(letters); n > 0 {
		before = c.letters[n-1].text
	}
	if altersFigures(before, shown.String(), actual) {
		for i := range parts {
			if p := &parts[i]; c.inked(p.from, p.to) > 0 {
				c.altered.note(c.inked(p.from, p.to), c.boxOf(p, p.from, p.to))
			}
		}
		return
	}
	first := parts[0]
	u0, u1 := letters[0].u0, letters[0].u1
	for _, p := range parts {
		if p.angle != first.angle || math.Abs(p.v-first.v) > 0.5*first.size {
			return
		}
	}
	for i := range letters {
		u0, u1 = min(u0, letters[i].u0), max(u1, letters[i].u1)
		c.unmapped -= strings.Count(letters[i].text, "\ufffd")
		letters[i].text = ""
	}
	letters[0] = letter{text: actual, u0: u0, u1: u1}
}

func withoutSpaces(s string) string { return strings.Join(strings.Fields(s), "") }
