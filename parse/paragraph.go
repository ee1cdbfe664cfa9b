package parse

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// align says how a block stands between the margins.
type align int

const (
	alignLeft align = iota
	alignCentre
	alignRight
)

// block is a paragraph, a heading or a table in reading order.
type block struct {
	page   *pageState
	lines  []*line
	table  *table
	size   float64
	bold   bool
	italic bool
	align  align
	gap    float64 // clear distance from the block above, in its own size; 0 at a page's top

	textOnce *model.Text
	used     bool
}

// content is the block's text by the contract's rule.
func (r *reading) content(b *block) model.Text {
	if b.textOnce == nil {
		t := r.text(wholeLines(b.lines))
		b.textOnce = &t
	}
	return *b.textOnce
}

// buildBlocks cuts each page's body into blocks and joins the paragraphs that
// run over a page's end.
func (r *reading) buildBlocks() error {
	r.lead = r.usualLeading()
	for _, p := range r.pages {
		r.leading(p)
	}
	r.push = r.usualPush()
	r.spaced = r.paragraphsSpaced()
	r.openers = r.paragraphOpeners()
	r.indent = r.firstLineIndent()
	for _, p := range r.pages {
		p.body = r.splitRunIn(p.body)
		first := len(r.blocks)
		var open *block
		done := map[*table]bool{}
		for i, l := range p.body {
			if t := p.tableOf(l); t != nil {
				open = nil
				if !done[t] {
					done[t] = true
					r.blocks = append(r.blocks, &block{page: p, table: t, lines: t.lines, size: l.Size})
				}
				continue
			}
			if open != nil && !r.breaks(p, open, l) {
				open.lines = append(open.lines, l)
				continue
			}
			open = &block{page: p, lines: []*line{l}, size: l.Size, bold: l.bold, italic: l.italic, align: alignOf(l)}
			if i > 0 {
				open.gap = math.Max(0, (l.Baseline-p.body[i-1].Baseline)/l.Size-1)
			}
			r.blocks = append(r.blocks, open)
		}
		for _, b := range r.blocks[first:] {
			b.settle()
		}
		for i := len(r.blocks) - 1; i >= first; i-- {
			if i == first || r.blocks[i].beginsColumn(r.blocks[i-1]) {
				r.joinOver(i)
			}
		}
	}
	return nil
}

// settle takes a block's style from all of its lines.
func (b *block) settle() {
	if b.table != nil {
		return
	}
	b.bold, b.italic = true, true
	for _, l := range b.lines {
		b.bold = b.bold && l.bold
		b.italic = b.italic && l.italic
	}
}

func (p *pageState) tableOf(l *line) *table {
	for _, t := range p.tables {
		for _, tl := range t.lines {
			if tl == l {
				return t
			}
		}
	}
	return nil
}

// leading finds the page's usual distance between lines as a ratio of the
// size: the smallest that is common, since distances between paragraphs are
// larger.
func (r *reading) leading(p *pageState) {
	bins := map[int]int{}
	for i := 1; i < len(p.body); i++ {
		a, b := p.body[i-1], p.body[i]
		if a.Dir != model.Rightward || b.Dir != model.Rightward || !layout.SameSize(a.Size, b.Size) || p.tableOf(a) != nil || p.tableOf(b) != nil {
			continue
		}
		d := (b.Baseline - a.Baseline) / b.Size
		if d > 0.8 && d < 3 {
			bins[int(math.Round(d*20))]++
		}
	}
	most := 0
	keys := make([]int, 0, len(bins))
	for k, n := range bins {
		most = max(most, n)
		keys = append(keys, k)
	}
	sort.Ints(keys)
	p.lead = r.lead
	if p.lead == 0 {
		p.lead = leadingDefault
	}
	for _, k := range keys {
		if bins[k]*4 >= most && most >= 4 {
			p.lead = float64(k) / 20
			break
		}
	}
	if r.lead == 0 && p.lead > wideLeading {
		for _, k := range keys {
			if float64(k)/20 < wideLeading {
				p.lead = float64(k) / 20
				break
			}
		}
	}
	// A page of one-line paragraphs shows the distance between paragraphs
	// most often; where the document's distance between lines stands on it
	// too, that is the one.
	if usual := int(math.Round(r.lead * 20)); p.lead > r.lead+0.1 && bins[usual-1]+bins[usual]+bins[usual+1] > 0 {
		p.lead = r.lead
	}
}

// wideLeading is a distance between lines, as a ratio of the size, above which
// it is rather one between paragraphs where the page has a smaller one too.
const wideLeading = 1.55

// usualLeading finds the document's distance between lines in the same way,
// from the lines of one paragraph: the one above ran to the margin with its
// sentence open, the one below begins with a small letter.
func (r *reading) usualLeading() float64 {
	bins := map[int]int{}
	best := 0
	for _, p := range r.pages {
		for i := 1; i < len(p.body); i++ {
			a, b := p.body[i-1], p.body[i]
			if a.Dir != model.Rightward || b.Dir != model.Rightward || !layout.SameSize(a.Size, b.Size) || !goesOn(a, b) {
				continue
			}
			if d := (b.Baseline - a.Baseline) / b.Size; d > 0.8 && d < 3 {
				k := int(math.Round(d * 20))
				bins[k]++
				if bins[k] > bins[best] || bins[k] == bins[best] && k < best {
					best = k
				}
			}
		}
	}
	if bins[best] < 2 {
		return 0
	}
	return float64(best) / 20
}

// paragraphsSpaced reports whether the document sets its paragraphs off by
// white space: it does so far more often than it ends a line early with no
// space behind it.
func (r *reading) paragraphsSpaced() bool {
	spaced, tight := 0, 0
	for _, p := range r.pages {
		for i := 1; i < len(p.body); i++ {
			a, b := p.body[i-1], p.body[i]
			if a.Dir != b.Dir || !layout.SameSize(a.Size, b.Size) || a.bold || b.bold || !endsSentence(a.text) || p.tableOf(a) != nil || p.tableOf(b) != nil {
				continue
			}
			gap := (b.Baseline - a.Baseline) / b.Size
			switch {
			case gap > p.lead+0.28 && gap < 4:
				spaced++
			case gap > 0 && gap <= p.lead+0.28 && a.right()-a.Box.X1() > 0.35*a.width():
				tight++
			}
		}
	}
	return spaced >= 3 && spaced > 5*tight
}

// firstLineIndent is how far the document sets the first lines of its
// paragraphs in, as a ratio of the size; 0 where it does not. It shows at a line
// behind a full stop that stands in between two lines at the margin.
func (r *reading) firstLineIndent() float64 {
	bins := map[int]int{}
	best := 0
	for _, p := range r.pages {
		for i := 1; i+1 < len(p.body); i++ {
			a, l, b := p.body[i-1], p.body[i], p.body[i+1]
			in := (l.Box.X0() - l.left()) / l.Size
			if in < 0.8 || in > 6 || !endsSentence(a.text) || math.Abs(a.Box.X0()-a.left()) > 0.3*l.Size || math.Abs(b.Box.X0()-b.left()) > 0.3*l.Size ||
				!layout.SameSize(a.Size, l.Size) || !layout.SameSize(l.Size, b.Size) || endedEarly(l, b) {
				continue
			}
			k := int(math.Round(in * 10))
			bins[k]++
			if bins[k] > bins[best] || bins[k] == bins[best] && k < best {
				best = k
			}
		}
	}
	if bins[best] < 3 {
		return 0
	}
	return float64(best) / 10
}

// openingWords are how many words of a paragraph's beginning are compared with
// the beginnings of others.
const openingWords = 2

func opening(s string) string {
	words := strings.Fields(s)
	if len(words) < openingWords {
		return ""
	}
	return strings.Join(words[:openingWords], " ")
}

// paragraphOpeners counts the words with which paragraphs begin that are
// plainly set off by space, and sentences inside their lines never.
func (r *reading) paragraphOpeners() map[string]int {
	out := map[string]int{}
	for _, p := range r.pages {
		for i := 1; i < len(p.body); i++ {
			a, b := p.body[i-1], p.body[i]
			if a.Dir == b.Dir && layout.SameSize(a.Size, b.Size) && !b.bold && b.Baseline-a.Baseline > (p.lead+0.28)*b.Size {
				out[opening(b.text)]++
			}
		}
	}
	delete(out, "")
	second := map[string][]string{} // by the first word
	for words := range out {
		first, rest, _ := strings.Cut(words, " ")
		second[first] = append(second[first], rest)
	}
	for _, p := range r.pages {
		for _, l := range p.body {
			_, sentence, more := strings.Cut(l.text, ". ")
			for ; more; _, sentence, more = strings.Cut(sentence, ". ") {
				first, behind, _ := strings.Cut(sentence, " ")
				for _, rest := range second[first] {
					if strings.HasPrefix(behind, rest) {
						delete(out, first+" "+rest)
					}
				}
			}
		}
	}
	return out
}

// opensOften reports whether paragraphs of this document often begin as a text
// does.
func (r *reading) opensOften(s string) bool { return r.openers[opening(s)] >= 3 }

// opensAlike reports whether two texts begin as the items of one list do that is
// set as paragraphs: each with a term in quotation marks, or with the same
// three words of which one has figures ("At the 2001", "At the 2003").
func opensAlike(a, b string) bool {
	quoted := func(s string) bool { return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") }
	if quoted(a) && quoted(b) {
		return true
	}
	first, second := strings.Fields(a), strings.Fields(b)
	figures := false
	for i := range 3 {
		if i >= len(first) || i >= len(second) {
			return false
		}
		x, y := layout.HeadKey(first[i]), layout.HeadKey(second[i])
		if x != y {
			return false
		}
		figures = figures || strings.ContainsRune(x, '#')
	}
	return figures
}

// breaks decides whether a new paragraph begins with l after the open block on
// one page. The evidence, strongest first: another style or size, white space,
// another alignment, an indent, a line before that ended although the next
// word would have fitted.
func (r *reading) breaks(p *pageState, open *block, l *line) bool {
	prev := open.lines[len(open.lines)-1]
	if prev.Dir != l.Dir || l.Dir != model.Rightward {
		return prev.Dir != l.Dir || math.Abs(prev.Baseline-l.Baseline) > 2*l.Size
	}
	if !layout.SameSize(prev.Size, l.Size) && math.Abs(prev.Size-l.Size) > 0.08*l.Size {
		return true
	}
	if prev.bold != l.bold && hasLetter(prev.text) && hasLetter(l.text) {
		return true
	}
	gap := (l.Baseline - prev.Baseline) / l.Size
	if gap < -0.5 {
		return true // another column or a jump back
	}
	if r.push > 0 && math.Abs(gap-p.lead-r.push) < 0.12 && hasRaised(l) {
		gap = p.lead
	}
	if len(open.lines) == 1 && r.wholeHeading(prev.text) {
		return true
	}
	if prev.italic && !l.italic && len(open.lines) == 1 && hasLetter(l.text) && prev.right()-prev.Box.X1() > 0.5*prev.width() && beginsAnew(l.text) && !endsOpen(prev.text) {
		return true // a heading in italics over its text
	}
	if gap > p.lead+0.28 && !(gap < p.lead+0.8 && (goesOn(prev, l) || r.pushedDown(p, prev, l))) {
		return true
	}
	if _, marker := raisedStart(l); marker && len(l.Runs) > 1 && alignOf(l) == alignLeft {
		return false // a marker that the line's end has parted from its word
	}
	a, b := alignOf(prev), alignOf(l)
	if a != b && (a == alignRight || b == alignRight || a == alignCentre && b == alignCentre) {
		return true
	}
	if a == alignCentre && b == alignCentre || a == alignRight && b == alignRight {
		c, _ := utf8.DecodeRuneInString(l.text)
		return r.startsPart(prev.text) && !unicode.IsLower(c) || r.startsPart(l.text)
	}
	if r.startsPart(l.text) {
		return true
	}
	if bullet(l.text) {
		return true
	}
	if l.bold {
		return false
	}
	terminal := endsSentence(prev.text)
	indent := l.Box.X0() - prev.Box.X0()
	if indent < -0.8*l.Size {
		// The line comes out again: a new item of a list with hanging
		// indents, unless it is the second line of a paragraph whose first
		// was indented.
		if _, _, item := leadingFigure(l.text); len(open.lines) > 1 && (item || terminal || endedEarly(prev, l)) || item && terminal {
			return true
		}
	}
	if indent > 0.8*l.Size && indent < 6*l.Size && terminal && prev.Box.X0() < prev.left()+0.5*l.Size {
		return true
	}
	if r.isFirstLine(p, l) && prev.Box.X0() < prev.left()+0.5*l.Size && beginsAnew(l.text) && !endsOpen(prev.text) {
		return true // though the paragraph above stops without a full stop
	}
	if in := l.Box.X0() - l.left(); !r.spaced && terminal && r.indent > 0 && math.Abs(in-r.indent*l.Size) < 0.3*l.Size && math.Abs(indent) < 0.3*l.Size && len(open.lines) == 1 {
		return true // the paragraph above had one line, indented as this one
	}
	early := endedEarly(prev, l)
	if r.spaced {
		// Paragraphs are set off by space here; only a line that ended far
		// from the margin says more.
		early = early && prev.right()-prev.Box.X1() > 0.35*prev.width()
	}
	if early && (terminal || beginsAnew(l.text) && !endsOpen(prev.text)) {
		return terminal || gap > p.lead+0.1 || r.opensVerdictPart(l.text)
	}
	return false
}

// isFirstLine reports whether a line is set in as the document sets the first
// lines of its paragraphs in.
func (r *reading) isFirstLine(p *pageState, l *line) bool {
	return r.indent > 0 && !r.spaced && math.Abs(l.Box.X0()-l.left()-r.indent*l.Size) < 0.3*l.Size
}

// goesOn reports whether a line is so plainly the middle of a sentence that a
// raised or lowered letter in it, which pushes the lines apart, must not end
// the paragraph: the one before ran to the margin with its sentence open, and
// this one begins with a small letter at the same edge.
func goesOn(prev, l *line) bool {
	c, _ := utf8.DecodeRuneInString(l.text)
	return unicode.IsLower(c) && !endsSentence(prev.text) && math.Abs(prev.Box.X0()-l.Box.X0()) < 0.3*l.Size &&
		prev.right()-prev.Box.X1() < 0.25*prev.width() && !endedEarly(prev, l)
}

// pushedDown reports whether a line stands lower than its paragraph's leading
// because letters in it are raised, as programs set it that keep no fixed
// leading: the line before ran to the margin, and either its sentence is open
// or the document shows its paragraphs by an indent, which this line lacks.
func (r *reading) pushedDown(p *pageState, prev, l *line) bool {
	if !hasRaised(l) || endedEarly(prev, l) || prev.right()-prev.Box.X1() > 0.25*prev.width() || l.Box.X0() > prev.Box.X0()+0.3*l.Size {
		return false
	}
	if !endsSentence(prev.text) {
		return true
	}
	return r.indent > 0 && !r.spaced && math.Abs(l.Box.X0()-l.left()) < 0.3*l.Size
}

// usualPush finds how much lower the document sets a line in which letters are
// raised, from the lines of one paragraph: nearly all of them stand lower, and
// most by as much.
func (r *reading) usualPush() float64 {
	bins := map[int]int{}
	best, all := 0, 0
	for _, p := range r.pages {
		for i := 1; i < len(p.body); i++ {
			a, b := p.body[i-1], p.body[i]
			if a.Dir != model.Rightward || b.Dir != model.Rightward || !layout.SameSize(a.Size, b.Size) || !hasRaised(b) || b.Baseline < a.Baseline || !goesOn(a, b) {
				continue
			}
			k := int(math.Round(((b.Baseline-a.Baseline)/b.Size - p.lead) * 20))
			if k > 16 {
				continue // a paragraph's distance and more
			}
			all++
			bins[k]++
			if bins[k] > bins[best] || bins[k] == bins[best] && k < best {
				best = k
			}
		}
	}
	near := bins[best-1] + bins[best] + bins[best+1]
	if best < 2 || near < 3 || 10*near < 8*all {
		return 0
	}
	return float64(best) / 20
}

func hasRaised(l *line) bool {
	for i := range l.Runs {
		if layout.IsRaised(l.Line, l.Runs[i]) {
			return true
		}
	}
	return false
}

// endedEarly reports whether prev stopped although l's first word would have
// fitted behind it.
func endedEarly(prev, l *line) bool {
	word := firstWordWidth(l)
	return prev.right()-prev.Box.X1() > 1.25*word+0.5*l.Size
}

// firstWordWidth estimates the width of a line's first word by its share of
// the line's letters.
func firstWordWidth(l *line) float64 {
	word := l.text
	if i := strings.IndexByte(word, ' '); i >= 0 {
		// A figure keeps to its unit ("31 tonnes").
		if k := strings.IndexByte(word[i+1:], ' '); strings.Trim(word[:i], "0123456789.,") == "" && k >= 0 {
			i += 1 + k
		}
		word = word[:i]
	}
	if l.chars == 0 {
		return 0
	}
	w := l.Box.Width() * float64(utf8.RuneCountInString(word)) / float64(l.chars)
	// Addresses break at their slashes: only the part up to the first one
	// had to fit.
	if i := strings.Index(word, "://"); i >= 0 {
		w = math.Min(w, 8*l.Size)
	}
	return w
}

// startsPart reports whether a line begins something that is never the middle
// of a paragraph: a role with a name, a member's heading with its score, a
// dated action after a full stop is left to the other evidence.
func (r *reading) startsPart(s string) bool {
	if role, _, _, ok := r.roleLine(s); ok && role != "" {
		return true
	}
	if len(s) < 60 {
		if name, score, ok := notation.HeadingScore(r.vocab, s); ok && score != nil {
			if _, known := r.vocab.Member(name); known {
				return true
			}
		}
	}
	return false
}

// wholeHeading reports whether a line is the whole heading of a member's
// section: the member and its score, or the score on a line of its own.
func (r *reading) wholeHeading(s string) bool {
	if len(s) >= 60 {
		return false
	}
	if _, ok := r.scoreLine(s); ok {
		return true
	}
	name, score, ok := notation.HeadingScore(r.vocab, s)
	if !ok {
		return false
	}
	_, known := r.vocab.Member(name)
	return known && (score != nil || strings.Contains(s, ":"))
}

// alignOf tells right-aligned and centred lines from the rest by their
// distances from both margins.
func alignOf(l *line) align {
	lead, trail := l.Box.X0()-l.left(), l.right()-l.Box.X1()
	width := l.width()
	switch {
	case width <= 0 || lead < 0.12*width:
		return alignLeft
	case trail < 1.5*l.Size && lead > 0.25*width:
		return alignRight
	case math.Abs(lead-trail) < math.Max(2*l.Size, 0.03*width):
		return alignCentre
	}
	return alignLeft
}

// joinOver joins the paragraph at index first, with which a page or a column
// begins, with the last one before it, when it goes on: same style, and
// either the sentence is open or the last line ran to the margin.
func (r *reading) joinOver(first int) {
	if first == 0 || first >= len(r.blocks) {
		return
	}
	a, b := r.blocks[first-1], r.blocks[first]
	over := "page"
	switch {
	case a.table != nil || b.table != nil:
		return
	case a.page == b.page:
		over = "column"
	case a.page.Number+1 != b.page.Number:
		return
	}
	last, next := a.lines[len(a.lines)-1], b.lines[0]
	if !layout.SameSize(last.Size, next.Size) || a.bold != b.bold && hasLetter(last.text) || last.bold != next.bold || a.align != alignLeft || b.align == alignRight {
		return
	}
	if r.startsPart(next.text) || bullet(next.text) {
		return
	}
	if a.bold && r.headingLike(a) || endsSentence(last.text) && r.headingLike(b) {
		return
	}
	early := endedEarly(last, next)
	terminal := endsSentence(last.text)
	if _, dated := notation.LeadingDate(r.vocab, next.text, nil); dated && terminal {
		return
	}
	if _, known := r.vocab.Heading(next.text); known {
		return
	}
	if indent := next.Box.X0() - next.left(); indent > 0.8*next.Size && terminal {
		return
	}
	if r.isFirstLine(b.page, next) && beginsAnew(next.text) && !endsOpen(last.text) {
		return
	}
	// Where every paragraph is set in, a line at the margin goes on with one.
	atMargin := r.indent > 0 && !r.spaced && math.Abs(next.Box.X0()-next.left()) < 0.3*next.Size
	switch {
	case atMargin && last.right()-last.Box.X1() < 0.25*last.width() && !r.opensVerdictPart(next.text):
	case terminal && early:
		return
	case early && beginsAnew(next.text) && !endsOpen(last.text):
		return
	case terminal && beginsAnew(next.text):
		if r.opensVerdictPart(next.text) {
			return
		}
		one, two := "one paragraph (taken)", "two paragraphs"
		if r.opensOften(next.text) || opensAlike(a.lines[0].text, next.text) {
			one, two = "one paragraph", "two paragraphs (taken)"
		}
		r.warn("paragraph-over-page",
			"a paragraph may go on over the "+over+" or a new one may begin: "+clip(next.text, 60),
			model.At{{Page: last.Page, Box: last.Box}, {Page: next.Page, Box: next.Box}}, one, two)
		if strings.HasSuffix(two, "(taken)") {
			return
		}
	}
	a.lines = append(a.lines, b.lines...)
	a.italic = a.italic && b.italic
	r.blocks = append(r.blocks[:first], r.blocks[first+1:]...)
}

// opensVerdictPart reports whether a text opens a closing or a conclusion,
// which begin paragraphs of their own.
func (r *reading) opensVerdictPart(s string) bool {
	if _, _, ok := notation.ConcludingScore(r.vocab, r.firstSentence(s)); ok {
		return true
	}
	if _, _, _, ok := r.vocab.MemberPrefix(notation.WithoutArticle(s)); ok {
		_, says := notation.ComplianceWords(r.vocab, s)
		return says
	}
	return false
}

func clip(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	return string(rs[:n]) + "…"
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// endsSentence reports whether a line ends as a sentence does, the markers
// behind its full stop not counted.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " ")
	bare := strings.TrimRight(s, "0123456789,⁰¹²³⁴⁵⁶⁷⁸⁹")
	if strings.HasSuffix(bare, " ") {
		bare = s // a figure of the text, not a marker glued to it
	}
	s = bare
	s = strings.TrimRight(s, "\"'”’)]»")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "…")
}

// endsOpen reports whether a line ends so that more must follow.
func endsOpen(s string) bool {
	return strings.HasSuffix(s, ",") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "(") || strings.HasSuffix(s, "/")
}

// beginsAnew reports whether a text begins as a sentence or an item does.
func beginsAnew(s string) bool {
	for _, c := range s {
		switch {
		case unicode.IsUpper(c), unicode.IsDigit(c):
			return true
		case c == '"' || c == '“' || c == '‘' || c == '\'' || c == '(' || c == '[':
			continue
		default:
			return false
		}
	}
	return false
}

// bullet reports whether a line begins with a list's mark; a glyph without a
// Unicode value that stands alone before a text is one too.
func bullet(s string) bool {
	c, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("•▪◦●■–—*·\uf0b7\uf0a7\ufffd", c) {
		return false
	}
	return n < len(s) && (s[n] == ' ' || c == '•')
}

// withoutBullet takes a list's mark off.
func withoutBullet(s string) string {
	if !bullet(s) {
		return s
	}
	_, n := utf8.DecodeRuneInString(s)
	return strings.TrimSpace(s[n:])
}
