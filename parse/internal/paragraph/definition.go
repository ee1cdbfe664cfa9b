package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
)

// AddDefinition puts a paragraph of 'Definitions and Concepts' in: one that
// begins with a term opens an entry, others go on with the entry before. The
// items of a list are entries where the whole section is a list, otherwise
// they belong to the entry above them.
func (r *Reader) AddDefinition(ds []model.Definition, t model.Text, b *Block) []model.Definition {
	if term, ok := definedTerm(t.Text, b); ok {
		return append(ds, model.Definition{Term: term, Text: t.Text, Footnotes: t.Footnotes, At: t.At})
	}
	if r.termAlone(t, b) {
		return append(ds, model.Definition{Term: strings.TrimRight(t.Text, ":"), Text: t.Text, Footnotes: t.Footnotes, At: t.At})
	}
	if Bullet(t.Text) && (len(ds) == 0 || Bullet(ds[0].Text)) {
		if term, ok := definedTerm(withoutBullet(t.Text), b); ok {
			return append(ds, model.Definition{Term: term, Text: t.Text, Footnotes: t.Footnotes, At: t.At})
		}
	}
	if term, ok := r.termOfSentence(withoutBullet(t.Text), hangs(b)); ok && r.definedBySentences(ds) {
		return append(ds, model.Definition{Term: term, Text: t.Text, Footnotes: t.Footnotes, At: t.At})
	}
	if n := len(ds); n > 0 {
		j := marker.AppendText(model.Text{Text: ds[n-1].Text, Footnotes: ds[n-1].Footnotes, At: ds[n-1].At}, t, "\n")
		ds[n-1].Text, ds[n-1].Footnotes, ds[n-1].At = j.Text, j.Footnotes, j.At
		return ds
	}
	return append(ds, model.Definition{Text: t.Text, Footnotes: t.Footnotes, At: t.At})
}

// termAlone reports whether a paragraph is nothing but a term, set as a small
// heading over its definition: in bold or italics, without a full stop.
func (r *Reader) termAlone(t model.Text, b *Block) bool {
	return (b.Bold || b.Italic) && len(b.Lines) == 1 && len(strings.Fields(t.Text)) <= maxTermWords &&
		(!sheet.EndsSentence(t.Text) || strings.HasSuffix(t.Text, ":")) && BeginsAnew(t.Text) && !Bullet(t.Text)
}

// TermParts divides a block of definitions that stand without space between
// them: each begins a line with its term in bold, as the block does, behind a line that
// ends a sentence.
func (r *Reader) TermParts(b *Block) []*Block {
	if !boldTerm(b.Lines[0]) {
		return []*Block{b}
	}
	var out []*Block
	from := 0
	for k := 1; k <= len(b.Lines); k++ {
		if k < len(b.Lines) && (!boldTerm(b.Lines[k]) || !sheet.EndsSentence(b.Lines[k-1].Printed)) {
			continue
		}
		part := *b
		part.Lines, part.textOnce = b.Lines[from:k], nil
		out = append(out, &part)
		from = k
	}
	return out
}

// boldTerm reports whether a line begins with words in bold and goes on in
// others.
func boldTerm(l *sheet.Line) bool {
	return len(l.Runs) > 1 && l.Runs[0].Bold && !l.Runs[1].Bold && sheet.HasLetter(l.Runs[0].Text) && BeginsAnew(l.Runs[0].Text)
}

// OpensTerms reports whether block i begins a list of terms that no heading
// announces: a term alone on its line, and right below it, set in, what it
// means.
func (r *Reader) OpensTerms(blocks []*Block, i int) bool {
	b := blocks[i]
	if b.Table != nil || b.Bold || i+1 >= len(blocks) || !r.termAlone(r.Content(b), b) {
		return false
	}
	next := blocks[i+1]
	return next.Table == nil && next.Page == b.Page && !next.Italic && next.Gap < b.Gap &&
		next.Lines[0].Box.X0() > b.Lines[0].Box.X0()+termIndent*b.Size && sheet.EndsSentence(r.Content(next).Text)
}

// TermSetIn reports whether a block among others that begin at left is a definition:
// set in beside them, it begins with its term in bold and goes on in other type in the
// middle of a sentence ("*Oil lamp* means …").
func TermSetIn(b *Block, left float64) bool {
	l := b.Lines[0]
	if !boldTerm(l) || l.Box.X0() <= left+termIndent*b.Size || len(strings.Fields(l.Runs[0].Text)) > maxTermWords || sheet.EndsSentence(l.Runs[0].Text) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimSpace(l.Runs[1].Text))
	return unicode.IsLower(next)
}

// termIndent is how far at least what a term means is set in below it, in its
// size.
const termIndent = 0.5

// maxTermWords bounds a defined term: what is longer is a sentence.
const maxTermWords = 12

// definedTerm reads the term at a paragraph's start: in quotation marks, in
// bold or italics, or before a colon or dash.
func definedTerm(s string, b *Block) (string, bool) {
	for _, q := range [][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}} {
		if rest, ok := strings.CutPrefix(s, q[0]); ok {
			if term, _, ok := strings.Cut(rest, q[1]); ok && len(strings.Fields(term)) <= maxTermWords {
				return strings.TrimRight(strings.TrimSpace(term), ",:"), true
			}
		}
	}
	runs := b.Lines[0].Runs
	for len(runs) > 0 && !sheet.HasLetter(runs[0].Text) {
		runs = runs[1:] // the mark of a list's item
	}
	if len(runs) > 1 {
		first, second := runs[0], runs[1]
		if (first.Bold && !second.Bold || first.Italic && !second.Italic || ownFace(first, runs[1:])) && len(strings.Fields(first.Text)) <= maxTermWords {
			return strings.TrimRight(first.Text, ":–— .,"), true
		}
	}
	return termBeforeColon(s)
}

// termBeforeColon reads a term before a colon or dash.
func termBeforeColon(s string) (string, bool) {
	for _, sep := range []string{": ", " – ", " — "} {
		if term, _, ok := strings.Cut(s, sep); ok && len(strings.Fields(term)) <= maxTermBeforeVerb && !strings.Contains(term, ". ") && BeginsAnew(term) {
			return term, true
		}
	}
	return "", false
}

// definedBySentences reports whether the entries so far, but for words that lead up
// to them, are definitions set as sentences: where terms stand out by their type,
// a sentence goes on with the entry above it.
func (r *Reader) definedBySentences(ds []model.Definition) bool {
	for _, d := range ds {
		if term, _ := r.termOfSentence(withoutBullet(d.Text), true); d.Term != "" && d.Term != term {
			return false
		}
	}
	return true
}
