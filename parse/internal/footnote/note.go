package footnote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/citation"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
)

// Note is a footnote as lines.
type Note struct {
	Number int
	Parts  []sheet.Part
	Page   int // on which it begins
}

// BuildNotes cuts the footnote zones into numbered notes. Lines before the
// first number of a zone go on with the note of the page before.
func (r *Reader) BuildNotes() error {
	last := 0
	var open *Note
	var sign *SignNote // open
	for _, p := range r.Pages {
		for i, l := range p.Zone {
			if s, ok := beginsBySign(l, p.Signs); ok {
				sign = &SignNote{s, p, []sheet.Part{{L: l, From: 0, To: len(l.Runs)}}}
				r.signNotes = append(r.signNotes, sign)
				continue
			}
			n, ok := r.NoteStart(l, last)
			if ok && !r.plausibleNext(n, last, l) && !r.behindGap(p, i, n, last) && !r.numberTwice(p, i, n, last) {
				ok = false
			}
			if ok {
				open = &Note{Number: n, Page: p.Number, Parts: []sheet.Part{noteBody(l)}}
				r.Notes = append(r.Notes, open)
				r.NoteNumbers[n]++
				last, sign = n, nil
				continue
			}
			if sign != nil {
				sign.parts = append(sign.parts, sheet.Part{L: l, From: 0, To: len(l.Runs)})
				continue
			}
			if open == nil {
				r.Warn("note-without-number", l.Printed, model.At{{Page: l.Page, Box: l.Box}})
				continue
			}
			open.Parts = append(open.Parts, sheet.Part{L: l, From: 0, To: len(l.Runs)})
		}
	}
	r.takeSigns()
	r.FindGlued()
	r.findFlatMarkers()
	return nil
}

// plausibleNext keeps a full-size figure at a line's start ("2024. Access
// Date") from being taken for a number: raised figures are believed, others
// only when they continue the count.
func (r *Reader) plausibleNext(n, last int, l *sheet.Line) bool {
	if _, raised := sheet.RaisedStart(l); raised || r.listed[l] > 0 {
		return true
	}
	return n == last+1 || last == 0 || n == 1 && (r.markedOn[l.Page][1] || r.markedOn[l.Page-1][1])
}

// behindGap reports whether a full-size figure at the start of line i of a
// page's notes is the number of a note although it is not the next one: the
// text of the page is marked with it, or any text where hardly a number is
// left out, the notes that are passed over do not follow, and the count goes
// on behind it, on its page or on the next one.
func (r *Reader) behindGap(p *sheet.Page, i, n, last int) bool {
	marked := func(k int) bool {
		return r.markedOn[p.Number][k] || n <= last+1+maxListSkip && r.marks[k] > 0
	}
	if n <= last || !marked(n) {
		return false
	}
	var next []*sheet.Line
	if p.Number < len(r.Pages) { // pages count from 1
		next = r.Pages[p.Number].Zone
	}
	goesOn := false
	for _, l := range slices.Concat(p.Zone[i+1:], next) {
		k, rest, ok := sheet.LeadingFigure(l.Printed)
		if !ok || rest == "" {
			continue
		}
		if k > last && k < n {
			return false
		}
		goesOn = goesOn || k == n+1 && marked(k)
	}
	return goesOn || r.endsCount(p, i, n, last)
}

// endsCount reports whether number n at the start of line i of a page's notes is the last
// of the document's: the text of its page or the one before has it, or any where the note
// above it, last, is far from its marker too; none behind it is marked, no page after it
// has notes, and the line above ends as a note does.
func (r *Reader) endsCount(p *sheet.Page, i, n, last int) bool {
	apart := r.marks[n] > 0 && !r.markedOn[p.Number][last] && !r.markedOn[p.Number-1][last]
	if i == 0 || !r.markedOn[p.Number][n] && !r.markedOn[p.Number-1][n] && !apart {
		return false
	}
	for k := range r.marks {
		if k > n && k <= n+1+maxListSkip {
			return false
		}
	}
	for _, q := range r.Pages[p.Number:] { // pages count from 1
		if len(q.Zone) > 0 {
			return false
		}
	}
	above := strings.TrimSpace(p.Zone[i-1].Printed)
	_, rest, _ := sheet.LeadingFigure(p.Zone[i].Printed)
	opening, _ := utf8.DecodeRuneInString(rest)
	return script.Opens(opening) && (sheet.EndsSentence(above) || join.HasAddress(above) || !strings.Contains(above, " "))
}

// noteBody is the line without its number.
func noteBody(l *sheet.Line) sheet.Part {
	if loneNumber(l) > 0 {
		return sheet.Part{L: l, From: len(l.Runs), To: len(l.Runs)}
	}
	if _, ok := sheet.RaisedStart(l); ok {
		return sheet.Part{L: l, From: 1, To: len(l.Runs)}
	}
	return sheet.Part{L: l, From: 0, To: len(l.Runs)}
}

// Footnote reads a note's citation. It changes nothing of the reading.
func (r *Reader) Footnote(n *Note) citation.Note {
	lines := n.lines()
	var at model.At
	for _, p := range n.Parts {
		at = at.Add(p.L.Page, p.L.Box)
	}
	c, slots, dates := citation.ParseCitation(r.noteVocab, strings.Join(lines, join.LineBreak), r.Words)
	text, hyphens := join.Lines(r.noteVocab, lines, r.Words)
	return citation.Note{Slots: slots, Hyphens: hyphens, Dates: dates, Footnote: model.Footnote{
		Number: n.Number, Text: text,
		Title: c.Title, Publisher: c.Publisher, Place: c.Place,
		Published: c.Published, PublishedText: c.PublishedText,
		Accessed: c.Accessed, AccessedText: c.AccessedText,
		Translation: c.Translation, URL: c.URL, At: at,
	}}
}

// LearnAccessWords finds out with which words the document's notes say when a
// source was read (citation.AccessWords), which Footnote then knows.
func (r *Reader) LearnAccessWords() {
	r.noteVocab = r.Vocab
	texts := make([]string, len(r.Notes))
	for i, n := range r.Notes {
		texts[i] = strings.Join(n.lines(), join.LineBreak)
	}
	if words := citation.AccessWords(r.Vocab, texts, r.Words); len(words) > 0 {
		r.noteVocab = r.Vocab.WithAccessLabels(words)
	}
}

// lines are the texts of a note's lines, without its number.
func (n *Note) lines() []string {
	lines := make([]string, len(n.Parts))
	for i, p := range n.Parts {
		lines[i] = p.Printed()
		if i == 0 && p.From == 0 {
			if _, rest, ok := sheet.LeadingFigure(lines[0]); ok {
				lines[0] = rest
			} else if number, rest, ok := sheet.GluedFigure(lines[0]); ok && number == n.Number {
				lines[0] = rest
			}
		}
	}
	return lines
}
