package parse

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// minPromise is the least length of a promise's words, in code points: what
// is shorter is a label.
const minPromise = 25

// isCommitmentsList reports whether a table lists the commitments: most rows
// are a number (or a serial) and a long text.
func (r *reading) isCommitmentsList(t *table) bool {
	n, other := 0, 0
	for row := range t.rows {
		cs := t.row(row)
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
func (r *reading) listedRow(cs []*cell) (model.ListedPromise, bool) {
	var p model.ListedPromise
	long := false
	for _, c := range cs {
		s := c.text.Text
		if avg, ok := notation.ParseAverage(r.vocab, s); ok && (avg.Percent != nil || avg.Value.Places > 0) {
			return p, false // a ranking
		}
		n, err := model.ParseDecimal(s)
		_, serial := takeSerial("(" + s + ")")
		_, bracketed := takeSerial(s)
		switch {
		case err == nil && n.Places == 0 && n.Units > 0 && p.Number == 0 && !notation.BeginsSigned(s):
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
			if k, rest, ok := leadingFigure(s); ok && p.Number == 0 {
				p.Number, p.Text = k, rest
			}
		case !long && p.IssueArea == "" && hasLetter(s):
			p.IssueArea = s
		case hasLetter(s) && long:
			return p, false
		}
	}
	if !long || p.Number == 0 && p.ID == "" {
		return p, false
	}
	if rest, id := takeSerial(p.Text); id != "" && p.ID == "" {
		p.ID, p.Text = id, rest
	}
	if head, promise, ok := cutQuoted(p.Text); ok && p.ID == "" && p.IssueArea == "" && len(head) <= maxAreaChars {
		// "Area: Title (2031-12): “We will …”", with the colon or without
		if area, id := takeSerial(head + ")"); id != "" {
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
	if len(area) > maxAreaChars || len(area) > len(promise) || strings.ContainsAny(area, "“\"") || endsSentence(area) {
		return false
	}
	text, _ := takeSerial(promise)
	return endsSentence(text) || strings.HasPrefix(promise, "“")
}

func (r *reading) readCommitmentsList(t *table) {
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		p, ok := r.listedRow(cs)
		if !ok {
			if n := len(r.rep.CommitmentsList); n > 0 && len(cs) == 1 {
				// The rest of an entry, on the next page.
				last := &r.rep.CommitmentsList[n-1]
				text := last.Text + " " + cs[0].text.Text
				if rest, id := takeSerial(text); id != "" && last.ID == "" {
					text, last.ID = rest, id
				}
				last.Text = text
				last.At = last.At.Join(cs[0].text.At)
				continue
			}
			if len(r.rep.CommitmentsList) > 0 {
				r.warn("list-row", "a row of the list of commitments was not understood: "+joinCells(cs), cellsAt(t, cs))
			}
			continue
		}
		p.At = cellsAt(t, cs)
		if p.Number == 0 {
			p.Number = len(r.rep.CommitmentsList) + 1
		}
		r.rep.CommitmentsList = append(r.rep.CommitmentsList, p)
	}
}

// takeListed takes a paragraph of the front matter as an entry of the list of
// commitments: it begins with the number that is due and ends with a serial.
func (r *reading) takeListed(b *block, t model.Text) bool {
	n, rest, ok := leadingFigure(t.Text)
	if !ok || n != len(r.rep.CommitmentsList)+1 || utf8.RuneCountInString(rest) < minPromise || r.headingLike(b) {
		return false
	}
	text, id := takeSerial(rest)
	if id == "" {
		return false
	}
	r.rep.CommitmentsList = append(r.rep.CommitmentsList, model.ListedPromise{Number: n, ID: id, Text: text, At: t.At})
	return true
}
