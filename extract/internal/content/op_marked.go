package content

import (
	"math"
	"strings"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/internal/token"
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
func (in *Interpreter) beginMarked(a []token.Operand) {
	m := markedContent{letters: len(in.out.Letters), parts: len(in.out.Stretches)}
	if n := len(in.marked); n > 0 {
		m.artifact, m.layerOff, m.doubtful = in.marked[n-1].artifact, in.marked[n-1].layerOff, in.marked[n-1].doubtful
	}
	if len(a) > 0 && a[0].Kind == token.Name {
		switch string(in.lex.Bytes(a[0])) {
		case "Artifact":
			m.artifact = true
		case "OC":
			if len(a) > 1 && a[1].Kind == token.Name {
				group := in.resource("Properties", string(in.lex.Bytes(a[1])))
				m.layerOff = m.layerOff || in.layers.hidden(group)
				m.doubtful = m.doubtful || in.layers.doubtful(group)
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
func (in *Interpreter) actualText(o token.Operand) *string {
	switch o.Kind {
	case token.Dict:
		list := in.lex.Items(o)
		for i := 0; i+1 < len(list); i += 2 {
			if string(in.lex.Bytes(list[i])) == "ActualText" && list[i+1].Kind == token.String {
				s := chars.Decode(in.lex.Bytes(list[i+1]))
				return &s
			}
		}
	case token.Name:
		if o.Empty() {
			return nil
		}
		d := in.file.Dict(in.resource("Properties", string(in.lex.Bytes(o))))
		if v, ok := in.file.Resolve(d["ActualText"]).(object.String); ok {
			s := chars.Decode([]byte(v))
			return &s
		}
	}
	return nil
}

// endMarked closes sequences down to depth n.
func (in *Interpreter) endMarked(n int) {
	for n = max(n, 0); len(in.marked) > n; {
		m := in.marked[len(in.marked)-1]
		in.marked = in.marked[:len(in.marked)-1]
		if m.actual != nil {
			in.out.replace(m, *m.actual)
		}
	}
}

func (in *Interpreter) artifact() bool {
	n := len(in.marked)
	return n > 0 && in.marked[n-1].artifact
}

func (in *Interpreter) layerDoubtful() bool {
	n := len(in.marked)
	return n > 0 && in.marked[n-1].doubtful
}

func (in *Interpreter) layerHidden() bool {
	n := len(in.marked)
	return n > 0 && in.marked[n-1].layerOff
}

// replace puts the text that a sequence stands for (PDF 32000-1, 14.9.4) in
// the place of its letters. It is made for ligatures, hyphens and initials
// drawn in pieces. Where the letters say the same already, their places are
// better than one box, and raised figures say more than plain ones; where they run over several baselines the replacement
// has no place, and the letters stay.
func (c *Drawing) replace(m markedContent, actual string) {
	letters, parts := c.Letters[min(m.letters, len(c.Letters)):], c.Stretches[min(m.parts, len(c.Stretches)):]
	if len(letters) == 0 || len(parts) == 0 {
		return
	}
	var shown strings.Builder
	for _, l := range letters {
		shown.WriteString(l.Text)
	}
	actual = chars.Clean(actual)
	if withoutSpaces(shown.String()) == withoutSpaces(actual) || raisedForms(shown.String(), actual) {
		return
	}
	before := ""
	if n := len(c.Letters) - len(letters); n > 0 {
		before = c.Letters[n-1].Text
	}
	if altersFigures(before, shown.String(), actual) {
		for i := range parts {
			if p := &parts[i]; c.Inked(p.From, p.To) > 0 {
				c.Altered.Note(c.Inked(p.From, p.To), c.BoxOf(p, p.From, p.To))
			}
		}
		return
	}
	first := parts[0]
	u0, u1 := letters[0].U0, letters[0].U1
	for _, p := range parts {
		if p.Angle != first.Angle || math.Abs(p.V-first.V) > 0.5*first.Size {
			return
		}
	}
	for i := range letters {
		u0, u1 = min(u0, letters[i].U0), max(u1, letters[i].U1)
		c.Unmapped -= strings.Count(letters[i].Text, "\ufffd")
		letters[i].Text = ""
	}
	letters[0] = mark.Letter{Text: actual, U0: u0, U1: u1}
}
