package front

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
)

// minPromise is the least length of a promise's words, in code points: what
// is shorter is a label.
const minPromise = 25

// isCommitmentsList reports whether a table lists the commitments: most rows
// are a number (or a serial) and a long text.
func (r *Reader) isCommitmentsList(t *sheet.Table) bool {
	n, other := 0, 0
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		if _, ok := r.listedRow(cs); ok {
			n++
		} else {
			other++
		}
	}
	return n >= 1 && n > 2*other
}

// listedRow reads number, area, text and serial from a row's cells.
func (r *Reader) listedRow(cs []*sheet.Cell) (model.ListedPromise, bool) {
	var p model.ListedPromise
	long := false
	for _, c := range cs {
		s := c.Text.Text
		if avg, ok := scoretext.ParseAverage(r.Vocab, s); ok && (avg.Percent != nil || avg.Value.Places > 0) {
			return p, false // a ranking
		}
		n, err := model.ParseDecimal(s)
		_, serial := scoring.TakeSerial("(" + s + ")")
		_, bracketed := scoring.TakeSerial(s)
		switch {
		case err == nil && n.Places == 0 && n.Units > 0 && p.Number == 0 && !script.BeginsSigned(s):
			p.Number = int(n.Units)
		case bracketed != "" && len(s) == len(bracketed)+2 && p.ID == "":
			p.ID = bracketed
		case serial != "" && p.ID == "" && len(s) <= 14:
			p.ID = serial
		case utf8.RuneCountInString(s) >= minPromise && (!long || namesArea(p.Text, s) && p.IssueArea == ""):
			if long {
				p.IssueArea = p.Text
			}
			long = true
			p.Text = s
			if k, rest, ok := sheet.LeadingFigure(s); ok && p.Number == 0 {
				p.Number, p.Text = k, rest
			}
		case !long && p.IssueArea == "" && sheet.HasLetter(s):
			p.IssueArea = s
		case sheet.HasLetter(s) && long:
			return p, false
		}
	}
	if !long || p.Number == 0 && p.ID == "" {
		return p, false
	}
	if rest, id := scoring.TakeSerial(p.Text); id != "" && p.ID == "" {
		p.ID, p.Text = id, rest
	}
	if head, promise, ok := cutQuoted(p.Text); ok && p.ID == "" && p.IssueArea == "" && len(head) <= maxAreaChars {
		// "Area: Title (2031-12): “We will …”", with the colon or without
		if area, id := scoring.TakeSerial(head + ")"); id != "" {
			p.ID, p.IssueArea, p.Text = id, area, "“"+promise
		}
	}
	return p, true
}

// maxAreaChars bounds what names the area of a commitment, in bytes.
const maxAreaChars = 100

// namesArea reports whether the text of one cell names the area of the
// promise in the cell behind it: it is short and no sentence, and the promise
// is one.
func namesArea(area, promise string) bool {
	if len(area) > maxAreaChars || len(area) > len(promise) || strings.ContainsAny(area, "“\"") || sheet.EndsSentence(area) {
		return false
	}
	text, _ := scoring.TakeSerial(promise)
	return sheet.EndsSentence(text) || strings.HasPrefix(promise, "“")
}

func (r *Reader) readCommitmentsList(t *sheet.Table) {
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		p, ok := r.listedRow(cs)
		if !ok {
			if n := len(r.Rep.CommitmentsList); n > 0 && len(cs) == 1 {
				// The rest of an entry, on the next page.
				last := &r.Rep.CommitmentsList[n-1]
				text := last.Text + " " + cs[0].Text.Text
				if rest, id := scoring.TakeSerial(text); id != "" && last.ID == "" {
					text, last.ID = rest, id
				}
				last.Text = text
				last.At = last.At.Join(cs[0].Text.At)
				continue
			}
			if len(r.Rep.CommitmentsList) > 0 {
				r.Warn("list-row", "a row of the list of commitments was not understood: "+scoring.JoinCells(cs), scoring.CellsAt(t, cs))
			}
			continue
		}
		p.At = scoring.CellsAt(t, cs)
		if p.Number == 0 {
			p.Number = len(r.Rep.CommitmentsList) + 1
		}
		r.Rep.CommitmentsList = append(r.Rep.CommitmentsList, p)
	}
}

// takeListed takes a paragraph of the front matter as an entry of the list of
// commitments: it begins with the number that is due and ends with a serial.
func (r *Reader) takeListed(b *paragraph.Block, t model.Text) bool {
	n, rest, ok := sheet.LeadingFigure(t.Text)
	if !ok || n != len(r.Rep.CommitmentsList)+1 || utf8.RuneCountInString(rest) < minPromise || r.HeadingLike(b) {
		return false
	}
	text, id := scoring.TakeSerial(rest)
	if id == "" {
		return false
	}
	r.Rep.CommitmentsList = append(r.Rep.CommitmentsList, model.ListedPromise{Number: n, ID: id, Text: text, At: t.At})
	return true
}
