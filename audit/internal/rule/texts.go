package rule

import (
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// CellText is the text of a cell of a row, "" behind its last.
func CellText(r *model.MatrixRow, col int) string {
	if col < len(r.Cells) {
		return r.Cells[col]
	}
	return ""
}

// HeldText is a paragraph and whose it is.
type HeldText struct {
	Text       string
	At         model.At
	Commitment *model.Commitment // nil outside the chapters
	Member     string
	footnote   int
	Kind       TextKind
}

// TextKind says what a paragraph is, as far as a rule must know.
type TextKind int

const (
	kindProse TextKind = iota // background, section, definition
	KindAction
	KindOpening
	KindClosing
	KindRubric
	KindFootnote
)

// Finding starts a finding on a paragraph.
func (h HeldText) Finding() Finding {
	var f Finding
	if h.Commitment != nil {
		f = About(h.Commitment)
	}
	f.Member, f.Footnote, f.At = h.Member, h.footnote, h.At
	return f
}

// HeldTexts gives every paragraph of the report in reading order, notes
// last.
func heldTexts(r *model.Report) []HeldText {
	out := make([]HeldText, 0, countTexts(r))
	texts := func(list []model.Text, h HeldText) {
		for _, t := range list {
			h.Text, h.At = t.Text, t.At
			out = append(out, h)
		}
	}
	for _, s := range r.Sections {
		texts(s.Paragraphs, HeldText{})
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		h := HeldText{Commitment: c}
		texts(c.Background, h)
		texts(c.Features, h)
		for _, d := range c.Definitions {
			out = append(out, HeldText{Text: d.Text, At: d.At, Commitment: c})
		}
		for _, levels := range [][]model.Level{c.Guidelines, c.Rubric} {
			for _, l := range levels {
				out = append(out, HeldText{Text: l.Text, At: l.At, Commitment: c, Kind: KindRubric})
			}
		}
		for _, s := range c.Other {
			texts(s.Paragraphs, h)
		}
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			m := HeldText{Commitment: c, Member: v.Member}
			if v.Opening != nil {
				m.Text, m.At, m.Kind = v.Opening.Text, v.Opening.At, KindOpening
				out = append(out, m)
			}
			for k := range v.Actions {
				a := &v.Actions[k]
				m.Text, m.At, m.Kind = a.Text, a.At, KindAction
				out = append(out, m)
			}
			if v.Closing != nil {
				m.Text, m.At, m.Kind = v.Closing.Text, v.Closing.At, KindClosing
				out = append(out, m)
			}
		}
	}
	chapters := map[int]*model.Commitment{}
	for i := range r.Footnotes {
		n := &r.Footnotes[i]
		c, known := chapters[n.Commitment]
		if !known {
			c = ChapterOf(r, n.Commitment)
			chapters[n.Commitment] = c
		}
		out = append(out, HeldText{Text: n.Text, At: n.At, Commitment: c, footnote: n.Number, Kind: KindFootnote})
	}
	return out
}

// countTexts is the number of paragraphs that HeldTexts gives at most.
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

// ChapterOf is the chapter with that number, nil for none.
func ChapterOf(r *model.Report, number int) *model.Commitment {
	for i := range r.Commitments {
		if number > 0 && r.Commitments[i].Number == number && r.Commitments[i].Row == 0 {
			return &r.Commitments[i]
		}
	}
	return nil
}

// HasWords reports whether a text has n words or more, without cutting it up.
func HasWords(text string, n int) bool {
	inside := false
	for i := 0; i < len(text) && n > 0; {
		space, size := SpaceAt(text, i)
		i += size
		if !space && !inside {
			n--
		}
		inside = !space
	}
	return n <= 0
}

// SpaceAt reports whether white space stands at text[i], and how many bytes the
// code point there has.
func SpaceAt(text string, i int) (space bool, size int) {
	if c := text[i]; c < utf8.RuneSelf {
		return c == ' ' || c >= '\t' && c <= '\r', 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r), size
}

// Excerpt cuts a text to what a finding can quote.
func Excerpt(text string, from, to int) string {
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
	textsHeld = Keep(func(p *Pass) []HeldText { return heldTexts(p.Report) })
	daysHeld  = Keep(func(p *Pass) [][]date.WrittenDay {
		texts := p.HeldTexts()
		out := make([][]date.WrittenDay, len(texts))
		for i := range texts {
			out[i] = date.WrittenDays(p.Vocabulary, texts[i].Text)
		}
		return out
	})
)

// HeldTexts are the texts of the report, each with where it stands.
func (p *Pass) HeldTexts() []HeldText { return textsHeld.Of(p) }

// WrittenDates are the days written in each of the texts.
func (p *Pass) WrittenDates() [][]date.WrittenDay { return daysHeld.Of(p) }

// Quoted reports whether a paragraph is a quotation.
func Quoted(text string) bool {
	for _, r := range text {
		return r == '"' || r == '\u201c' || r == '\u201f'
	}
	return false
}
