package parse

import (
	"strings"

	"recount.invalid/recount/model"
)

// addDefinition puts a paragraph of 'Definitions and Concepts' in: one that
// begins with a term opens an entry, others go on with the entry before. The
// items of a list are entries where the whole section is a list, otherwise
// they belong to the entry above them.
func (r *reading) addDefinition(ds []model.Definition, t model.Text, b *block) []model.Definition {
	if term, ok := definedTerm(t.Text, b); ok {
		return append(ds, model.Definition{Term: term, Text: t.Text, Footnotes: t.Footnotes, At: t.At})
	}
	if r.termAlone(t, b) {
		return append(ds, model.Definition{Term: strings.TrimRight(t.Text, ":"), Text: t.Text, Footnotes: t.Footnotes, At: t.At})
	}
	if bullet(t.Text) && (len(ds) == 0 || bullet(ds[0].Text)) {
		if term, ok := definedTerm(withoutBullet(t.Text), b); ok {
			return append(ds, model.Definition{Term: term, Text: t.Text, Footnotes: t.Footnotes, At: t.At})
		}
	}
	if n := len(ds); n > 0 {
		j := appendText(model.Text{Text: ds[n-1].Text, Footnotes: ds[n-1].Footnotes, At: ds[n-1].At}, t, "\n")
		ds[n-1].Text, ds[n-1].Footnotes, ds[n-1].At = j.Text, j.Footnotes, j.At
		return ds
	}
	return append(ds, model.Definition{Text: t.Text, Footnotes: t.Footnotes, At: t.At})
}

// termAlone reports whether a paragraph is nothing but a term, set as a small
// heading over its definition: in bold or italics, without a full stop.
func (r *reading) termAlone(t model.Text, b *block) bool {
	return (b.bold || b.italic) && len(b.lines) == 1 && len(strings.Fields(t.Text)) <= maxTermWords &&
		(!endsSentence(t.Text) || strings.HasSuffix(t.Text, ":")) && beginsAnew(t.Text) && !bullet(t.Text)
}

// termParts divides a block of definitions that stand without space between
// them: each begins a line with its term in bold, as the block does, behind a line that
// ends a sentence.
func (r *reading) termParts(b *block) []*block {
	if !boldTerm(b.lines[0]) {
		return []*block{b}
	}
	var out []*block
	from := 0
	for k := 1; k <= len(b.lines); k++ {
		if k < len(b.lines) && (!boldTerm(b.lines[k]) || !endsSentence(b.lines[k-1].text)) {
			continue
		}
		part := *b
		part.lines, part.textOnce = b.lines[from:k], nil
		out = append(out, &part)
		from = k
	}
	return out
}

// boldTerm reports whether a line begins with words in bold and goes on in
// others.
func boldTerm(l *line) bool {
	return len(l.Runs) > 1 && l.Runs[0].Bold && !l.Runs[1].Bold && hasLetter(l.Runs[0].Text) && beginsAnew(l.Runs[0].Text)
}

// opensTerms reports whether block i begins a list of terms that no heading
// announces: a term alone on its line, and right below it, set in, what it
// means.
func (r *reading) opensTerms(blocks []*block, i int) bool {
	b := blocks[i]
	if b.table != nil || b.bold || i+1 >= len(blocks) || !r.termAlone(r.content(b), b) {
		return false
	}
	next := blocks[i+1]
	return next.table == nil && next.page == b.page && !next.italic && next.gap < b.gap &&
		next.lines[0].Box.X0() > b.lines[0].Box.X0()+termIndent*b.size && endsSentence(r.content(next).Text)
}

// termIndent is how far at least what a term means is set in below it, in its
// size.
const termIndent = 0.5

// maxTermWords bounds a defined term: what is longer is a sentence.
const maxTermWords = 12

// definedTerm reads the term at a paragraph's start: in quotation marks, in
// bold or italics, or before a colon or dash.
func definedTerm(s string, b *block) (string, bool) {
	for _, q := range [][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}} {
		if rest, ok := strings.CutPrefix(s, q[0]); ok {
			if term, _, ok := strings.Cut(rest, q[1]); ok && len(strings.Fields(term)) <= maxTermWords {
				return strings.TrimRight(strings.TrimSpace(term), ",:"), true
			}
		}
	}
	runs := b.lines[0].Runs
	for len(runs) > 0 && !hasLetter(runs[0].Text) {
		runs = runs[1:] // the mark of a list's item
	}
	if len(runs) > 1 {
		first, second := runs[0], runs[1]
		if (first.Bold && !second.Bold || first.Italic && !second.Italic) && len(strings.Fields(first.Text)) <= maxTermWords {
			return strings.TrimRight(first.Text, ":–— .,"), true
		}
	}
	for _, sep := range []string{": ", " – ", " — "} {
		if term, _, ok := strings.Cut(s, sep); ok && len(strings.Fields(term)) <= 6 && !strings.Contains(term, ". ") && beginsAnew(term) {
			return term, true
		}
	}
	return "", false
}
