package audit

import (
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// heldText is a paragraph and whose it is.
type heldText struct {
	text       string
	at         model.At
	commitment *model.Commitment // nil outside the chapters
	member     string
	footnote   int
	kind       textKind
}

// textKind says what a paragraph is, as far as a rule must know.
type textKind int

const (
	kindProse textKind = iota // background, section, definition
	kindAction
	kindOpening
	kindClosing
	kindRubric
	kindFootnote
)

// finding starts a finding on a paragraph.
func (h heldText) finding() Finding {
	var f Finding
	if h.commitment != nil {
		f = about(h.commitment)
	}
	f.Member, f.Footnote, f.At = h.member, h.footnote, h.at
	return f
}

// heldTexts gives every paragraph of the report in reading order, notes
// last.
func heldTexts(r *model.Report) []heldText {
	out := make([]heldText, 0, countTexts(r))
	texts := func(list []model.Text, h heldText) {
		for _, t := range list {
			h.text, h.at = t.Text, t.At
			out = append(out, h)
		}
	}
	for _, s := range r.Sections {
		texts(s.Paragraphs, heldText{})
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		h := heldText{commitment: c}
		texts(c.Background, h)
		texts(c.Features, h)
		for _, d := range c.Definitions {
			out = append(out, heldText{text: d.Text, at: d.At, commitment: c})
		}
		for _, levels := range [][]model.Level{c.Guidelines, c.Rubric} {
			for _, l := range levels {
				out = append(out, heldText{text: l.Text, at: l.At, commitment: c, kind: kindRubric})
			}
		}
		for _, s := range c.Other {
			texts(s.Paragraphs, h)
		}
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			m := heldText{commitment: c, member: v.Member}
			if v.Opening != nil {
				m.text, m.at, m.kind = v.Opening.Text, v.Opening.At, kindOpening
				out = append(out, m)
			}
			for k := range v.Actions {
				a := &v.Actions[k]
				m.text, m.at, m.kind = a.Text, a.At, kindAction
				out = append(out, m)
			}
			if v.Closing != nil {
				m.text, m.at, m.kind = v.Closing.Text, v.Closing.At, kindClosing
				out = append(out, m)
			}
		}
	}
	chapters := map[int]*model.Commitment{}
	for i := range r.Footnotes {
		n := &r.Footnotes[i]
		c, known := chapters[n.Commitment]
		if !known {
			c = chapterOf(r, n.Commitment)
			chapters[n.Commitment] = c
		}
		out = append(out, heldText{text: n.Text, at: n.At, commitment: c, footnote: n.Number, kind: kindFootnote})
	}
	return out
}

// countTexts is the number of paragraphs that heldTexts gives at most.
func countTexts(r *model.Report) int {
	n := len(r.Footnotes)
	for i := range r.Sections {
		n += len(r.Sections[i].Paragraphs)
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		n += len(c.Background) + len(c.Features) + len(c.Definitions) + len(c.Guidelines) + len(c.Rubric)
		for j := range c.Other {
			n += len(c.Other[j].Paragraphs)
		}
		for j := range c.Verdicts {
			n += len(c.Verdicts[j].Actions) + 2
		}
	}
	return n
}

// chapterOf is the chapter with that number, nil for none.
func chapterOf(r *model.Report, number int) *model.Commitment {
	for i := range r.Commitments {
		if number > 0 && r.Commitments[i].Number == number && r.Commitments[i].Row == 0 {
			return &r.Commitments[i]
		}
	}
	return nil
}

// hasWords reports whether a text has n words or more, without cutting it up.
func hasWords(text string, n int) bool {
	inside := false
	for i := 0; i < len(text) && n > 0; {
		space, size := spaceAt(text, i)
		i += size
		if !space && !inside {
			n--
		}
		inside = !space
	}
	return n <= 0
}

// spaceAt reports whether white space stands at text[i], and how many bytes the
// code point there has.
func spaceAt(text string, i int) (space bool, size int) {
	if c := text[i]; c < utf8.RuneSelf {
		return c == ' ' || c >= '\t' && c <= '\r', 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r), size
}

// excerpt cuts a text to what a finding can quote.
func excerpt(text string, from, to int) string {
	const around = 60
	start, end := max(0, from-around), min(len(text), to+around)
	for start > 0 && text[start-1] != ' ' {
		start--
	}
	for end < len(text) && text[end] != ' ' {
		end++
	}
	s := text[start:end]
	if start > 0 {
		s = "… " + s
	}
	if end < len(text) {
		s += " …"
	}
	return s
}

var (
	textsHeld = keep(func(p *Pass) []heldText { return heldTexts(p.Report) })
	daysHeld  = keep(func(p *Pass) [][]notation.WrittenDay {
		texts := p.heldTexts()
		out := make([][]notation.WrittenDay, len(texts))
		for i := range texts {
			out[i] = notation.WrittenDays(p.Vocabulary, texts[i].text)
		}
		return out
	})
)

func (p *Pass) heldTexts() []heldText { return textsHeld.of(p) }

// writtenDates are the days written in each of the texts.
func (p *Pass) writtenDates() [][]notation.WrittenDay { return daysHeld.of(p) }
