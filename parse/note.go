package parse

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// note is a footnote as lines.
type note struct {
	number int
	parts  []part
	page   int // on which it begins
}

// buildNotes cuts the footnote zones into numbered notes. Lines before the
// first number of a zone go on with the note of the page before.
func (r *reading) buildNotes() error {
	last := 0
	var open *note
	var sign *signNote // open
	for _, p := range r.pages {
		for i, l := range p.zone {
			if s, ok := l.beginsBySign(p.signs); ok {
				sign = &signNote{s, p, []part{{l, 0, len(l.Runs)}}}
				r.signNotes = append(r.signNotes, sign)
				continue
			}
			n, ok := r.noteStart(l, last)
			if ok && !r.plausibleNext(n, last, l) && !r.behindGap(p, i, n, last) && !r.numberTwice(p, i, n, last) {
				ok = false
			}
			if ok {
				open = &note{number: n, page: p.Number, parts: []part{noteBody(l)}}
				r.notes = append(r.notes, open)
				r.noteNumbers[n]++
				last, sign = n, nil
				continue
			}
			if sign != nil {
				sign.parts = append(sign.parts, part{l, 0, len(l.Runs)})
				continue
			}
			if open == nil {
				r.warn("note-without-number", l.text, model.At{{Page: l.Page, Box: l.Box}})
				continue
			}
			open.parts = append(open.parts, part{l, 0, len(l.Runs)})
		}
	}
	r.takeSigns()
	r.findGlued()
	r.findFlatMarkers()
	return nil
}

// plausibleNext keeps a full-size figure at a line's start ("2024. Access
// Date") from being taken for a number: raised figures are believed, others
// only when they continue the count.
func (r *reading) plausibleNext(n, last int, l *line) bool {
	if _, raised := raisedStart(l); raised || r.listed[l] > 0 {
		return true
	}
	return n == last+1 || last == 0 || n == 1 && (r.markedOn[l.Page][1] || r.markedOn[l.Page-1][1])
}

// behindGap reports whether a full-size figure at the start of line i of a
// page's notes is the number of a note although it is not the next one: the
// text of the page is marked with it, or any text where hardly a number is
// left out, the notes that are passed over do not follow, and the count goes
// on behind it.
func (r *reading) behindGap(p *pageState, i, n, last int) bool {
	marked := func(k int) bool {
		return r.markedOn[p.Number][k] || n <= last+1+maxListSkip && r.marks[k] > 0
	}
	if n <= last || !marked(n) {
		return false
	}
	goesOn := false
	for _, l := range p.zone[i+1:] {
		k, rest, ok := leadingFigure(l.text)
		if !ok || rest == "" {
			continue
		}
		if k > last && k < n {
			return false
		}
		goesOn = goesOn || k == n+1 && marked(k)
	}
	return goesOn
}

// noteBody is the line without its number.
func noteBody(l *line) part {
	if loneNumber(l) > 0 {
		return part{l, len(l.Runs), len(l.Runs)}
	}
	if _, ok := raisedStart(l); ok {
		return part{l, 1, len(l.Runs)}
	}
	return part{l, 0, len(l.Runs)}
}

// footnote reads a note's citation. It changes nothing of the reading.
func (r *reading) footnote(n *note) notation.Note {
	var at model.At
	lines := make([]string, len(n.parts))
	for i, p := range n.parts {
		var b strings.Builder
		for k := p.from; k < p.to; k++ {
			if k > p.from && p.l.Runs[k].Space {
				b.WriteByte(' ')
			}
			b.WriteString(p.l.Runs[k].Text)
		}
		lines[i] = b.String()
		if i == 0 && p.from == 0 {
			if _, rest, ok := leadingFigure(lines[0]); ok {
				lines[0] = rest
			}
		}
		at = at.Add(p.l.Page, p.l.Box)
	}
	c, slot, dates := notation.ParseCitation(r.vocab, strings.Join(lines, notation.LineBreak), r.words)
	text, hyphens := notation.JoinLines(r.vocab, lines, r.words)
	return notation.Note{Slot: slot, Hyphens: hyphens, Dates: dates, Footnote: model.Footnote{
		Number: n.number, Text: text,
		Title: c.Title, Publisher: c.Publisher, Place: c.Place,
		Published: c.Published, PublishedText: c.PublishedText,
		Accessed: c.Accessed, AccessedText: c.AccessedText,
		Translation: c.Translation, URL: c.URL, At: at,
	}}
}
