package chapter

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// The line that names the document from which a promise is quoted may have a label
// before the title and a place, a date and the number of a paragraph behind it:
// "Text taken from: Declaration of the Harbours, Larkhaven, 9 July 2031, para. 7".
// The title alone is the document's name.

// maxSourceLabel bounds the words of such a label.
const maxSourceLabel = 6

// documentTitle gives the title in a line that names a promise's source; the line
// itself where nothing of it is a title. labelled says that a label stood before it.
func (r *Reader) documentTitle(line string) (title string, labelled bool) {
	line = withoutBrackets(strings.TrimLeft(strings.TrimSpace(line), "—–- "))
	title, labelled = r.behindSourceLabel(line)
	title = strings.TrimRight(unquote(r.withoutDate(title)), ",")
	if utf8.RuneCountInString(title) < minTitle || !sheet.HasLetter(title) {
		return line, labelled
	}
	return title, labelled
}

// The length of a line that names a source, in bytes.
const (
	minSource = 8
	maxSource = 160
)

// minTitle is the length of the shortest title, in code points.
const minTitle = 4

// behindSourceLabel takes off what stands before the title: "Source:", "Taken from
// the". One that ends in "from" does without the colon.
func (r *Reader) behindSourceLabel(s string) (rest string, labelled bool) {
	if before, behind, ok := strings.Cut(s, ":"); ok && r.Vocab.Has(vocabulary.SourceLabels, strings.TrimSpace(before)) && strings.TrimSpace(behind) != "" {
		return script.WithoutArticle(strings.TrimSpace(behind)), true
	}
	words := strings.Fields(s)
	for n := min(maxSourceLabel, len(words)-1); n > 0; n-- {
		label := strings.Join(words[:n], " ")
		if strings.HasSuffix(strings.ToLower(label), "from") && r.Vocab.Has(vocabulary.SourceLabels, label) {
			rest := script.WithoutArticle(strings.Join(words[n:], " "))
			return rest, r.sourceNamed(rest, true) != ""
		}
	}
	return s, false
}

// withoutDate takes off the date that is set off from a title, what stands behind
// it, and the place right before it. A date within a title ("Declaration of 9 July
// 2031") is its own.
func (r *Reader) withoutDate(s string) string {
	s = strings.TrimRight(s, ".,;: ")
	dates := date.FindDates(r.Vocab, s)
	if len(dates) == 0 {
		if i := strings.LastIndexAny(s, ",;("); i > 0 && r.paragraphReference(strings.Trim(s[i+1:], " ).")) {
			return strings.TrimRight(s[:i], ",;( ") // 'Declaration of the Harbours, para. 7'
		}
		return s
	}
	runes := []rune(s)
	if first := dates[0]; first.Start == 0 && first.End < len(runes) {
		if rest := strings.TrimLeft(string(runes[first.End:]), ",:–—- "); paragraph.BeginsAnew(rest) && len(dates) == 1 {
			return rest // "9 July 2031: Declaration of the Harbours"
		}
	}
	last := dates[len(dates)-1]
	behind := strings.Trim(string(runes[last.End:]), ".,;:()[] ")
	if behind != "" && !r.paragraphReference(behind) {
		return s
	}
	before := strings.TrimRight(string(runes[:last.Start]), " ")
	cut := strings.TrimRight(before, ",;(–—[ ")
	if cut == before && !strings.HasSuffix(cut, "”") || cut == "" {
		return s
	}
	i := strings.LastIndexAny(cut, ",(")
	if i > 0 {
		place := strings.TrimSpace(cut[i+1:])
		if r.Vocab.Has(vocabulary.SummitPlaces, place) || r.Vocab.Has(vocabulary.Places, place) {
			cut = strings.TrimRight(cut[:i], ",( ")
		}
	}
	return cut
}

// besideSource tells the line of a source from the promise's serial, which stands
// before it or, in brackets, behind it.
func besideSource(line string) (source, serial string) {
	if source, serial = leadingSerial(line); serial != "" {
		return source, serial
	}
	if source, serial = scoring.TakeSerial(line); serial != "" && sheet.HasLetter(source) {
		return source, serial
	}
	return line, ""
}

// withoutBrackets takes off brackets around a whole text.
func withoutBrackets(s string) string {
	for _, pair := range []string{"()", "[]"} {
		inner, ends := strings.CutSuffix(strings.TrimRight(s, ". "), pair[1:])
		if inner, begins := strings.CutPrefix(inner, pair[:1]); begins && ends && !strings.ContainsAny(inner, pair) {
			return strings.TrimSpace(inner)
		}
	}
	return s
}

// namesSource reports whether a text that stands behind a promise is a title and no
// sentence. Behind a label, or before a date that is set off, it may end with a full
// stop.
func (r *Reader) namesSource(s string) bool {
	s = strings.TrimLeft(s, "—–- ")
	if len(s) < minSource || len(s) > maxSource || opensQuote(s) || !paragraph.BeginsAnew(strings.TrimLeft(s, "([")) {
		return false
	}
	if !sheet.EndsSentence(s) {
		return true
	}
	title, labelled := r.documentTitle(s)
	return labelled || title != strings.TrimRight(s, ". ") && len(script.Sentences(r.Vocab, s)) == 1 && r.sourceNamed(title, true) != ""
}

// sourceLabelled reports whether a paragraph is a label and a title behind it.
func (r *Reader) sourceLabelled(s string) bool {
	title, labelled := r.documentTitle(s)
	return labelled && title != s && r.namesSource(s)
}

// nameSource takes a line that names the promise's source: its title is the
// document's name, the whole line is kept where it says more.
func (r *Reader) nameSource(c *Chapter, t model.Text, line string) {
	c.Rep.SourceDocument, _ = r.documentTitle(line)
	if len(c.Rep.SourceDocument) < len(strings.Trim(line, "—–-()[].,;: ")) {
		c.labelPromise([]model.Text{{Text: line, Footnotes: t.Footnotes, At: t.At}})
		return
	}
	c.Rep.Footnotes = append(c.Rep.Footnotes, t.Footnotes...)
}

// standsBehindQuote reports whether the last of several paragraphs is a title
// and no sentence, and all before it one quotation that is closed.
func (r *Reader) standsBehindQuote(texts []model.Text) bool {
	last := len(texts) - 1
	source, _ := besideSource(texts[last].Text)
	if !r.namesSource(source) {
		return false
	}
	first, end := texts[0].Text, strings.TrimRight(texts[last-1].Text, " .")
	for _, q := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}} {
		if strings.HasPrefix(first, q[0]) && strings.HasSuffix(end, q[1]) {
			return true
		}
	}
	return false
}

// sourceBehindQuote takes the source that stands in one paragraph with the
// promise, behind the closing quotation mark.
func (r *Reader) sourceBehindQuote(c *Chapter, all model.Text) model.Text {
	for _, q := range [][2]string{{"“", "”"}, {"«", "»"}, {"\"", "\""}} {
		if !strings.HasPrefix(all.Text, q[0]) || strings.Contains(all.Text, "\n") {
			continue
		}
		i := strings.LastIndex(all.Text, q[1])
		if i <= 0 {
			continue
		}
		end := i + len(q[1])
		serialEnd := r.serialBehind(c, all, end)
		source := strings.Trim(all.Text[serialEnd:], " —–-()[]")
		if _, serial := scoring.TakeSerial(all.Text[serialEnd:]); serial != "" || !r.namesSource(source) {
			return all
		}
		cut := utf8.RuneCountInString(all.Text[:end])
		r.nameSource(c, marker.CutText(all, cut+1, -1), source)
		return marker.CutText(all, 0, cut)
	}
	return all
}
