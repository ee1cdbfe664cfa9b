package chapter

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// What may stand before a promise's words: "Commitment 7:", "[2005-12]",
// "(para 14)", "From the Chair's Summary:", one behind the other.
const (
	maxPromiseLabels = 4   // in a row
	maxPromiseLabel  = 100 // bytes of one
	minPromiseText   = 15  // bytes that must be left of the promise
)

// takePromiseLabels takes off what stands before the words of a promise: its
// serial and its source go into their fields, the rest is given as labels. A
// label can be a paragraph of its own.
func (r *Reader) takePromiseLabels(c *Chapter, texts []model.Text) (rest, labels []model.Text) {
	for n := 0; n < maxPromiseLabels && len(texts) > 0; n++ {
		first := texts[0].Text
		end, l := r.promiseLabel(first, texts)
		if end == 0 || end < len(first) && len(first)-end < minPromiseText || end == len(first) && len(texts) == 1 {
			break
		}
		label := marker.CutText(texts[0], 0, utf8.RuneCountInString(first[:end]))
		c.claimSerial(l.serial, label.At)
		if l.source != "" && c.Rep.SourceDocument == "" {
			c.Rep.SourceDocument, _ = r.documentTitle(l.source)
		}
		if l.number > 0 && !c.printed {
			c.Number, c.printed = l.number, true
			c.Rep.Number = l.number
		}
		labels = append(labels, label)
		if end == len(first) {
			c.Rep.At = c.Rep.At.Join(texts[0].At)
			texts = texts[1:]
			continue
		}
		whole := texts[0]
		texts = append([]model.Text{marker.CutText(whole, utf8.RuneCountInString(first[:end]), -1)}, texts[1:]...)
	}
	return texts, labels
}

// labelPromise keeps the labels of a promise among the chapter's headings.
func (c *Chapter) labelPromise(labels []model.Text) {
	at := 0
	for i, h := range c.Rep.Headings {
		if h.Kind == vocabulary.HeadingCommitment {
			at = i + 1
			break
		}
	}
	for i, l := range labels {
		h := model.Heading{Kind: vocabulary.HeadingCommitment, Text: l.Text, At: l.At}
		c.Rep.Headings = append(c.Rep.Headings[:at+i], append([]model.Heading{h}, c.Rep.Headings[at+i:]...)...)
		c.Rep.Footnotes = append(c.Rep.Footnotes, l.Footnotes...)
	}
}

// promiseLabelled is what a label says.
type promiseLabelled struct {
	number         int
	serial, source string
}

// promiseLabel finds a label at the beginning of a promise and gives where the
// rest begins, 0 where there is none.
func (r *Reader) promiseLabel(s string, texts []model.Text) (end int, l promiseLabelled) {
	if i := bracketed(s); i > 0 {
		in := s[1 : i-1]
		if serial := serialAlone(in); serial != "" {
			return pastSeparator(s, i), promiseLabelled{serial: serial}
		}
		if r.paragraphReference(in) {
			return pastSeparator(s, i), l
		}
	}
	word, rest, _ := strings.Cut(s, " ")
	if serial := serialOf(strings.TrimRight(word, ":.–—")); strings.Contains(serial, "-") && (word != serial || rest == "" || opensQuote(rest)) {
		return pastSeparator(s, len(word)), promiseLabelled{serial: serial}
	}
	if end := r.enumerated(s, texts); end > 0 {
		return end, l
	}
	if i := r.paragraphStart(s); i > 0 && (i == len(s) || opensQuote(s[i:]) || strings.ContainsAny(s[i:i+1], ":–—") || pastSeparator(s, i) > i+1) {
		return pastSeparator(s, i), l
	}
	if l, ok := r.promiseName(s); ok && (l.serial != "" || l.number > 0) {
		return len(s), l // "Commitment [2016-31]" on a line of its own
	}
	if len(texts) > 1 && r.sourceLabelled(s) {
		return len(s), promiseLabelled{source: s}
	}
	colon := strings.Index(s, ":")
	if colon <= 0 || colon > maxPromiseLabel || colon+1 < len(s) && s[colon+1] != ' ' {
		return 0, l
	}
	before, behind := s[:colon], strings.TrimSpace(s[colon+1:])
	end = pastSeparator(s, colon)
	if l, ok := r.promiseName(before); ok {
		return end, l
	}
	if source := r.sourceNamed(before, opensQuote(behind)); source != "" {
		return end, promiseLabelled{source: source}
	}
	if unquote(behind) != behind && leadsUp(before) {
		return end, l
	}
	return 0, l
}

// leadsUp reports whether words before a quotation are a clause of somebody
// else's ("In the summary leaders said") rather than a title.
func leadsUp(s string) bool {
	words := strings.Fields(s)
	if len(words) < 4 || strings.ContainsAny(s, ".;“\"«") {
		return false
	}
	for _, w := range words[1:] {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) && len(w) > 3 {
			return true
		}
	}
	return false
}

// bracketed gives where a bracket ends with which a text begins, 0 for none.
func bracketed(s string) int {
	if s == "" || s[0] != '[' && s[0] != '(' {
		return 0
	}
	i := strings.IndexAny(s, "])")
	if i < 0 || i > 40 || (s[0] == '[') != (s[i] == ']') {
		return 0
	}
	return i + 1
}

// serialAlone reads a serial without brackets: "2005-12", or "134".
func serialAlone(s string) string {
	for _, c := range s {
		if (c < '0' || c > '9') && c != '-' && c != '–' {
			return ""
		}
	}
	if s == "" || !unicode.IsDigit(rune(s[0])) {
		return ""
	}
	_, serial := scoring.TakeSerial("[" + s + "]")
	return serial
}

// serialOf reads a serial without brackets, in figures alone or with letters
// behind its year: "2005-12", "134", "2031P-12".
func serialOf(s string) string {
	if serial := serialAlone(s); serial != "" {
		return serial
	}
	serial, _ := SerialWord(s)
	return serial
}

// pastSeparator goes from i over what divides a label from a promise.
func pastSeparator(s string, i int) int {
	for i < len(s) {
		c, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(" :–—-,.", c) {
			break
		}
		i += n
	}
	return i
}

func opensQuote(s string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return c == '“' || c == '"' || c == '«' || c == '‘'
}

// enumerated gives where a promise begins behind a number with a full stop or
// bracket, unless the promise is itself a list of numbered parts.
func (r *Reader) enumerated(s string, texts []model.Text) int {
	n, rest, ok := sheet.LeadingFigure(s)
	if !ok || n == 0 || n > 400 || rest == "" || !paragraph.BeginsAnew(rest) {
		return 0
	}
	mark := strings.TrimRight(s[:len(s)-len(rest)], " ")
	if last := mark[len(mark)-1]; last != '.' && last != ')' && last != ':' || mark[0] == '(' || mark[0] == '[' {
		return 0
	}
	for _, t := range texts[1:] {
		if _, _, again := sheet.LeadingFigure(t.Text); again {
			return 0
		}
	}
	next := strconv.Itoa(n+1) + mark[len(mark)-1:]
	if strings.Contains(rest, " "+next) {
		return 0
	}
	return len(s) - len(rest)
}

// paragraphReference reports whether a text is the number of a paragraph and
// nothing else: "para. 12", "§ 7–9".
func (r *Reader) paragraphReference(s string) bool {
	i := r.paragraphStart(s)
	return i > 0 && strings.Trim(s[i:], " .,:") == ""
}

// paragraphStart gives where the number of a paragraph ends with which a text
// begins, 0 for none.
func (r *Reader) paragraphStart(s string) int {
	i := strings.IndexFunc(s, func(c rune) bool { return c >= '0' && c <= '9' })
	if i <= 0 || i > 14 {
		return 0
	}
	if word := strings.TrimRight(strings.TrimSpace(s[:i]), "."); !r.Vocab.Has(vocabulary.ParagraphWords, vocabulary.Fold(word)) {
		return 0
	}
	from := i
	for i < len(s) {
		c, n := utf8.DecodeRuneInString(s[i:])
		if c >= '0' && c <= '9' || (c == '-' || c == '–') && i+n < len(s) && unicode.IsDigit(rune(s[i+n])) {
			i += n
			continue
		}
		break
	}
	if i-from > 9 {
		return 0
	}
	if i < len(s) && s[i] >= 'a' && s[i] <= 'z' && (i+1 == len(s) || !unicode.IsLetter(rune(s[i+1]))) {
		i++ // "12a"
	}
	if c, _ := utf8.DecodeRuneInString(s[i:]); i < len(s) && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
		return 0
	}
	return i
}

// promiseName reads what a promise is called before a colon: "Commitment",
// "Commitment No. 7", "Commitment [2005-12]".
func (r *Reader) promiseName(s string) (l promiseLabelled, ok bool) {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 3 || !r.Vocab.Has(vocabulary.PromiseLabels, vocabulary.Fold(words[0])) {
		return l, false
	}
	for _, w := range words[1:] {
		in := strings.Trim(w, "()[]#")
		serial := serialOf(in)
		switch {
		case strings.EqualFold(strings.TrimRight(w, "."), "no"):
		case serial == "":
			return l, false
		case strings.ContainsAny(in, "-–") || w[0] == '[':
			l.serial = serial
		case len(in) <= 3:
			l.number, _ = strconv.Atoi(in)
		}
	}
	return l, true
}

// sourceNamed reads the document that stands before a promise: "From the
// Chair's Summary", "Larkhaven Declaration, para. 7", "Paragraph 7 of the
// Larkhaven Declaration". Before words without quotation marks the name must
// be nothing but a title, or say 'from'.
func (r *Reader) sourceNamed(s string, quoted bool) string {
	words := strings.Fields(s)
	document, title := false, true
	for i, w := range words {
		bare := strings.Trim(w, ".,()[]’'")
		folded := vocabulary.Fold(bare)
		first, _ := utf8.DecodeRuneInString(bare)
		if unicode.IsUpper(first) && r.Vocab.Has(vocabulary.DocumentWords, folded) {
			document = true
		}
		if i > 0 && unicode.IsLower(first) && len(bare) > 4 && !r.Vocab.Has(vocabulary.ParagraphWords, folded) {
			title = false
		}
	}
	from := false
	source := s
	for _, lead := range []string{"From the ", "From "} {
		if rest, cut := strings.CutPrefix(source, lead); cut {
			source, from = rest, true
		}
	}
	if !document || !title && !(from && quoted) {
		return ""
	}
	if strings.HasPrefix(s, "In ") && !from {
		return "" // "In the Declaration leaders said"
	}
	if len(words) == 1 && !quoted {
		return "" // "Programmes: we will …"
	}
	return strings.TrimSpace(source)
}

// takeReferenceBehind takes the number of a paragraph off a promise's end:
// "“…” (para 14)".
func (r *Reader) takeReferenceBehind(all model.Text) (model.Text, []model.Text) {
	s := strings.TrimRight(all.Text, " .")
	if s == "" || s[len(s)-1] != ')' && s[len(s)-1] != ']' {
		return all, nil
	}
	i := strings.LastIndexAny(s, "([")
	if i < minPromiseText || !r.paragraphReference(s[i+1:len(s)-1]) {
		return all, nil
	}
	at := utf8.RuneCountInString(s[:i])
	label := marker.CutText(all, at, -1)
	label.Footnotes = nil
	if n := len(all.Footnotes); n > 0 {
		all.Footnotes = append([]model.Ref{}, all.Footnotes...)
		for k := range all.Footnotes {
			all.Footnotes[k].Offset = min(all.Footnotes[k].Offset, at)
		}
	}
	return marker.CutText(all, 0, at), []model.Text{label}
}
