package paragraph

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/action"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// align says how a block stands between the margins.
type align int

const (
	alignLeft align = iota
	alignCentre
	// AlignRight is flush with the right margin, as names of analysts often are.
	AlignRight
)

// Block is a paragraph, a heading or a table in reading order.
type Block struct {
	Page   *sheet.Page
	Lines  []*sheet.Line
	Table  *sheet.Table
	Size   float64
	Bold   bool
	Italic bool
	Align  align
	Gap    float64 // clear distance from the block above, in its own size; 0 at a page's top

	textOnce *model.Text
	Used     bool
}

// Content is the block's text by the contract's rule.
func (r *Reader) Content(b *Block) model.Text {
	if b.textOnce == nil {
		t := r.Text(marker.WholeLines(b.Lines))
		b.textOnce = &t
	}
	return *b.textOnce
}

// BuildBlocks cuts each page's body into blocks and joins the paragraphs that
// run over a page's end.
func (r *Reader) BuildBlocks() error {
	r.lead = r.usualLeading()
	for _, p := range r.Pages {
		r.leading(p)
	}
	r.push = r.usualPush()
	r.space = r.usualSpace()
	r.openers = r.paragraphOpeners()
	r.settleHabits()
	r.settleMemberHeads()
	starts := make([]int, 0, len(r.Pages)+1) // where each page's blocks begin
	for _, p := range r.Pages {
		p.Body = r.splitRunIn(p.Body)
		first := len(r.Blocks)
		starts = append(starts, first)
		var open *Block
		done := map[*sheet.Table]bool{}
		for i, l := range p.Body {
			if t := p.TableOf(l); t != nil {
				open = nil
				if !done[t] {
					done[t] = true
					r.Blocks = append(r.Blocks, &Block{Page: p, Table: t, Lines: t.Lines, Size: l.Size})
				}
				continue
			}
			if open != nil && !r.breaks(p, open, l) {
				open.Lines = append(open.Lines, l)
				continue
			}
			open = &Block{Page: p, Lines: []*sheet.Line{l}, Size: l.Size, Bold: l.Bold, Italic: l.Italic, Align: alignOf(l)}
			if i > 0 {
				open.Gap = math.Max(0, (l.Baseline-p.Body[i-1].Baseline)/l.Size-1)
			}
			r.Blocks = append(r.Blocks, open)
		}
		for _, b := range r.Blocks[first:] {
			b.settle()
		}
	}
	starts = append(starts, len(r.Blocks))
	gone := 0 // blocks of the pages before, joined with others
	for k := range r.Pages {
		first, end := starts[k]-gone, starts[k+1]-gone
		for i := end - 1; i >= first; i-- {
			if i == first || r.Blocks[i].beginsColumn(r.Blocks[i-1]) {
				before := len(r.Blocks)
				r.joinOver(i)
				gone += before - len(r.Blocks)
			}
		}
	}
	return nil
}

// settle takes a block's style from all of its lines.
func (b *Block) settle() {
	if b.Table != nil {
		return
	}
	b.Bold, b.Italic = true, true
	for _, l := range b.Lines {
		b.Bold = b.Bold && l.Bold
		b.Italic = b.Italic && l.Italic
	}
}

// leading finds the page's usual distance between lines as a ratio of the
// size: the smallest that is common, since distances between paragraphs are
// larger.
func (r *Reader) leading(p *sheet.Page) {
	bins, goOn := map[int]int{}, map[int]int{}
	for i := 1; i < len(p.Body); i++ {
		a, b := p.Body[i-1], p.Body[i]
		if a.Dir != model.Rightward || b.Dir != model.Rightward || !layout.SameSize(a.Size, b.Size) || p.TableOf(a) != nil || p.TableOf(b) != nil {
			continue
		}
		d := (b.Baseline - a.Baseline) / b.Size
		if d > 0.8 && d < 3 {
			k := int(math.Round(d * 20))
			bins[k]++
			if goesOn(a, b) {
				goOn[k]++
			}
		}
	}
	most := 0
	keys := make([]int, 0, len(bins))
	for k, n := range bins {
		most = max(most, n)
		keys = append(keys, k)
	}
	sort.Ints(keys)
	p.Lead = r.lead
	if p.Lead == 0 {
		p.Lead = sheet.LeadingDefault
	}
	for _, k := range keys {
		if bins[k]*4 >= most && most >= 4 {
			p.Lead = float64(k) / 20
			break
		}
	}
	if r.lead == 0 && p.Lead > wideLeading {
		for _, k := range keys {
			if float64(k)/20 < wideLeading {
				p.Lead = float64(k) / 20
				break
			}
		}
	}
	// A page of one-line paragraphs shows the distance between paragraphs
	// most often; where the document's distance between lines stands on it
	// too, or no sentence goes on over the page's own, that is the one.
	if usual := int(math.Round(r.lead * 20)); r.lead > 0 && p.Lead > r.lead+0.1 &&
		(bins[usual-1]+bins[usual]+bins[usual+1] > 0 || goOn[int(math.Round(p.Lead*20))] == 0) {
		p.Lead = r.lead
	}
}

// wideLeading is a distance between lines, as a ratio of the size, above which
// it is rather one between paragraphs where the page has a smaller one too.
const wideLeading = 1.55

// usualLeading finds the document's distance between lines in the same way,
// from the lines of one paragraph: the one above ran to the margin with its
// sentence open, the one below begins with a small letter.
func (r *Reader) usualLeading() float64 {
	bins := map[int]int{}
	best := 0
	for _, p := range r.Pages {
		for i := 1; i < len(p.Body); i++ {
			a, b := p.Body[i-1], p.Body[i]
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

// openingWords are how many words of a paragraph's beginning are compared with
// the beginnings of others.
const openingWords = 2

func opening(s string) string {
	words := make([]string, 0, openingWords)
	for word := range strings.FieldsSeq(s) {
		if words = append(words, word); len(words) == openingWords {
			return strings.Join(words, " ")
		}
	}
	return ""
}

// paragraphOpeners counts the words with which paragraphs begin that are
// plainly set off by space, and sentences inside their lines never.
func (r *Reader) paragraphOpeners() map[string]int {
	out := map[string]int{}
	for _, p := range r.Pages {
		for i := 1; i < len(p.Body); i++ {
			a, b := p.Body[i-1], p.Body[i]
			if a.Dir == b.Dir && layout.SameSize(a.Size, b.Size) && !b.Bold && b.Baseline-a.Baseline > r.setOff(p)*b.Size {
				out[opening(b.Printed)]++
			}
		}
	}
	delete(out, "")
	second := map[string][]string{} // by the first word
	for words := range out {
		first, rest, _ := strings.Cut(words, " ")
		second[first] = append(second[first], rest)
	}
	for _, p := range r.Pages {
		for _, l := range p.Body {
			_, sentence, more := strings.Cut(l.Printed, ". ")
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
func (r *Reader) opensOften(s string) bool { return r.openers[opening(s)] >= 3 }

// OpensAlike reports whether two texts begin as the items of one list do that is
// set as paragraphs: each with a term in quotation marks or before a colon, or with the same
// three words of which one has figures ("At the 2001", "At the 2003").
func OpensAlike(a, b string) bool {
	quoted := func(s string) bool { return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") }
	if quoted(a) && quoted(b) {
		return true
	}
	if _, named := termBeforeColon(a); named {
		if _, both := termBeforeColon(b); both {
			return true
		}
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

// goesOnInWeight reports whether line b goes on with a heading, larger than the
// text, of which line a has two weights ("Harbours: *Tide Gauges for*" over
// "*Everybody*"): in the weight with which a ends.
func goesOnInWeight(a, b *sheet.Line) bool {
	last, first := a.Runs[len(a.Runs)-1], b.Runs[0]
	return a.Runs[0].Bold != last.Bold && last.Bold == first.Bold && b.Size > 1.08*b.BodySize() && layout.SameSize(last.Size, first.Size)
}

// breaks decides whether a new paragraph begins with l after the open block on
// one page. The evidence, strongest first: another style or size, white space,
// another alignment, an indent, a line before that ended although the next
// word would have fitted.
func (r *Reader) breaks(p *sheet.Page, open *Block, l *sheet.Line) bool {
	prev := open.Lines[len(open.Lines)-1]
	if prev.Dir != l.Dir || l.Dir != model.Rightward {
		return prev.Dir != l.Dir || math.Abs(prev.Baseline-l.Baseline) > 2*l.Size
	}
	if !layout.SameSize(prev.Size, l.Size) && math.Abs(prev.Size-l.Size) > 0.08*l.Size {
		return true
	}
	if prev.Bold != l.Bold && sheet.HasLetter(prev.Printed) && sheet.HasLetter(l.Printed) && !goesOnInWeight(prev, l) {
		return true
	}
	if r.partsHead(open, l) {
		return true
	}
	gap := (l.Baseline - prev.Baseline) / l.Size
	if gap < -0.5 {
		return true // another column or a jump back
	}
	if r.push > 0 && math.Abs(gap-p.Lead-r.push) < 0.12 && sheet.HasRaised(l) {
		gap = p.Lead
	}
	if len(open.Lines) == 1 && (r.wholeHeading(prev.Printed) || r.averageLine(prev.Printed)) {
		return true
	}
	if prev.Italic && !l.Italic && len(open.Lines) == 1 && sheet.HasLetter(l.Printed) && prev.Right()-prev.Box.X1() > 0.5*prev.Width() && BeginsAnew(l.Printed) && !endsOpen(prev.Printed) {
		return true // a heading in italics over its text
	}
	if gap > r.setOff(p) && !(gap < p.Lead+0.8 && (goesOn(prev, l) || r.pushedDown(p, prev, l))) {
		return true
	}
	if _, marker := sheet.RaisedStart(l); marker && len(l.Runs) > 1 && alignOf(l) == alignLeft {
		return false // a marker that the line's end has parted from its word
	}
	a, b := alignOf(prev), alignOf(l)
	if a != b && (a == AlignRight || b == AlignRight || a == alignCentre && b == alignCentre) {
		return true
	}
	if a == alignCentre && b == alignCentre || a == AlignRight && b == AlignRight {
		c, _ := utf8.DecodeRuneInString(l.Printed)
		return r.startsPart(prev.Printed) && !unicode.IsLower(c) || r.startsPart(l.Printed)
	}
	if r.startsPart(l.Printed) {
		return true
	}
	if Bullet(l.Printed) {
		return true
	}
	if l.Bold {
		return false
	}
	terminal := sheet.EndsItsSentence(prev)
	habit := r.habits[p]
	indent := l.Box.X0() - prev.Box.X0()
	if indent < -0.8*l.Size {
		// The line comes out again: a new item of a list with hanging
		// indents, unless it is the second line of a paragraph whose first
		// was indented.
		if _, _, item := sheet.LeadingFigure(l.Printed); len(open.Lines) > 1 && (item || terminal || endedEarly(prev, l)) || item && terminal {
			return true
		}
	}
	if indent > 0.8*l.Size && indent < 6*l.Size && terminal && prev.Box.X0() < prev.Left()+0.5*l.Size {
		return !Bullet(prev.Printed) // the lines below a list's mark hang
	}
	if habit.isFirstLine(l) && prev.Box.X0() < prev.Left()+0.5*l.Size && BeginsAnew(l.Printed) && !endsOpen(prev.Printed) {
		return true // though the paragraph above stops without a full stop
	}
	if in := l.Box.X0() - l.Left(); !habit.spaced && terminal && habit.indent > 0 && math.Abs(in-habit.indent*l.Size) < 0.3*l.Size && math.Abs(indent) < 0.3*l.Size && len(open.Lines) == 1 {
		return true // the paragraph above had one line, indented as this one
	}
	early := endedEarly(prev, l)
	if habit.spaced {
		// Paragraphs are set off by space here; only a line that ended far
		// from the margin says more.
		early = early && prev.Right()-prev.Box.X1() > 0.35*prev.Width()
	}
	if early && (terminal || BeginsAnew(l.Printed) && !endsOpen(prev.Printed)) {
		return terminal || gap > p.Lead+0.1 || r.opensVerdictPart(l.Printed)
	}
	return r.settleUnclear(habit, prev, l)
}

// goesOn reports whether a line is so plainly the middle of a sentence that a
// raised or lowered letter in it, which pushes the lines apart, must not end
// the paragraph: the one before ran to the margin with its sentence open, and
// this one begins with a small letter at the same edge.
func goesOn(prev, l *sheet.Line) bool {
	c, _ := utf8.DecodeRuneInString(l.Printed)
	return unicode.IsLower(c) && !sheet.EndsItsSentence(prev) && math.Abs(prev.Box.X0()-l.Box.X0()) < 0.3*l.Size &&
		prev.Right()-prev.Box.X1() < 0.25*prev.Width() && !endedEarly(prev, l)
}

// pushedDown reports whether a line stands lower than its paragraph's leading
// because letters in it are raised, as programs set it that keep no fixed
// leading: the line before ran to the margin, and either its sentence is open
// or the document shows its paragraphs by an indent, which this line lacks.
func (r *Reader) pushedDown(p *sheet.Page, prev, l *sheet.Line) bool {
	if !sheet.HasRaised(l) || endedEarly(prev, l) || prev.Right()-prev.Box.X1() > 0.25*prev.Width() || l.Box.X0() > prev.Box.X0()+0.3*l.Size {
		return false
	}
	if !sheet.EndsItsSentence(prev) {
		return true
	}
	return r.habits[p].indents() && math.Abs(l.Box.X0()-l.Left()) < 0.3*l.Size
}

// usualPush finds how much lower the document sets a line in which letters are
// raised, from the lines of one paragraph: nearly all of them stand lower, and
// most by as much.
func (r *Reader) usualPush() float64 {
	bins := map[int]int{}
	best, all := 0, 0
	for _, p := range r.Pages {
		for i := 1; i < len(p.Body); i++ {
			a, b := p.Body[i-1], p.Body[i]
			if a.Dir != model.Rightward || b.Dir != model.Rightward || !layout.SameSize(a.Size, b.Size) || !sheet.HasRaised(b) || b.Baseline < a.Baseline || !goesOn(a, b) {
				continue
			}
			k := int(math.Round(((b.Baseline-a.Baseline)/b.Size - p.Lead) * 20))
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

// endedEarly reports whether prev stopped although l's first word would have
// fitted behind it.
func endedEarly(prev, l *sheet.Line) bool {
	word := firstWordWidth(l)
	return prev.Right()-prev.Box.X1() > 1.25*word+0.5*l.Size
}

// endsInLetter reports that a word plainly ends with a letter.
func endsInLetter(s string) bool {
	return s != "" && s[len(s)-1]|' ' >= 'a' && s[len(s)-1]|' ' <= 'z'
}

// firstWordWidth estimates the width of a line's first word by its share of
// the line's letters.
func firstWordWidth(l *sheet.Line) float64 {
	word := l.Printed
	if i := strings.IndexByte(word, ' '); i >= 0 {
		// A figure keeps to its unit ("31 tonnes", "£2 million").
		if k := strings.IndexByte(word[i+1:], ' '); k >= 0 && !endsInLetter(word[:i]) && strings.Trim(strings.TrimLeftFunc(word[:i], isCurrency), "0123456789.,") == "" {
			i += 1 + k
		}
		word = word[:i]
	}
	if l.Chars == 0 {
		return 0
	}
	w := l.Box.Width() * float64(utf8.RuneCountInString(word)) / float64(l.Chars)
	// Addresses break at their slashes: only the part up to the first one
	// had to fit.
	if i := strings.Index(word, "://"); i >= 0 {
		w = math.Min(w, 8*l.Size)
	}
	return w
}

// averageLine reports whether a line is an average with its label, which stands for
// itself.
func (r *Reader) averageLine(s string) bool {
	if !BeginsAnew(s) {
		return false
	}
	_, ok := r.StatedAverage(s)
	return ok
}

// startsPart reports whether a line begins something that is never the middle
// of a paragraph: a role with a name, an average with its label, a member's heading with its score, a
// dated action after a full stop is left to the other evidence.
func (r *Reader) startsPart(s string) bool {
	if role, _, _, ok := r.RoleLine(s); ok && role != "" {
		return true
	}
	if r.averageLine(s) {
		return true
	}
	if len(s) < 60 {
		if name, score, ok := scoretext.HeadingScore(r.Vocab, s); ok && score != nil {
			if _, known := r.Vocab.Member(name); known {
				return true
			}
		}
	}
	return false
}

// wholeHeading reports whether a line is the whole heading of a member's
// section: the member and its score, or the score on a line of its own.
func (r *Reader) wholeHeading(s string) bool {
	if len(s) >= 60 {
		return false
	}
	if _, ok := r.ScoreLine(s); ok {
		return true
	}
	name, score, ok := scoretext.HeadingScore(r.Vocab, s)
	if !ok {
		return false
	}
	_, known := r.Vocab.Member(name)
	return known && (score != nil || strings.Contains(s, ":"))
}

// alignOf tells right-aligned and centred lines from the rest by their
// distances from both margins.
func alignOf(l *sheet.Line) align {
	lead, trail := l.Box.X0()-l.Left(), l.Right()-l.Box.X1()
	width := l.Width()
	switch {
	case width <= 0 || lead < 0.12*width:
		return alignLeft
	case trail < 1.5*l.Size && lead > 0.25*width:
		return AlignRight
	case math.Abs(lead-trail) < math.Max(2*l.Size, 0.03*width):
		return alignCentre
	}
	return alignLeft
}

// joinOver joins the paragraph at index first, with which a page or a column
// begins, with the last one before it, when it goes on: same style, and
// either the sentence is open or the last line ran to the margin.
func (r *Reader) joinOver(first int) {
	if first == 0 || first >= len(r.Blocks) {
		return
	}
	a, b := r.Blocks[first-1], r.Blocks[first]
	over := "page"
	if a.Table != nil || b.Table != nil {
		return
	}
	last, next := a.Lines[len(a.Lines)-1], b.Lines[0] // a may have come over a page itself
	switch {
	case last.Page == next.Page:
		over = "column"
	case last.Page+1 != next.Page:
		return
	}
	if !layout.SameSize(last.Size, next.Size) || a.Bold != b.Bold && sheet.HasLetter(last.Printed) || last.Bold != next.Bold || a.Align != alignLeft || b.Align == AlignRight {
		return
	}
	if r.startsPart(next.Printed) || Bullet(next.Printed) || r.heads[next] != nil || r.headOf(a) != nil {
		return
	}
	if a.Bold && r.HeadingLike(a) || sheet.EndsItsSentence(last) && r.HeadingLike(b) {
		return
	}
	terminal := sheet.EndsItsSentence(last)
	early := endedEarly(last, next) || terminal && r.endsShort(last)
	if _, dated := action.LeadingDate(r.Vocab, next.Printed, nil); dated && terminal {
		return
	}
	if _, known := r.Vocab.Heading(next.Printed); known {
		return
	}
	hangs := hangsOn(a, next)
	if indent := next.Box.X0() - next.Left(); indent > 0.8*next.Size && terminal && !hangs {
		return
	}
	if r.habits[b.Page].isFirstLine(next) && BeginsAnew(next.Printed) && !endsOpen(last.Printed) && !hangs {
		return
	}
	if !terminal && !endsOpen(last.Printed) && r.beginsWithMember(b) {
		if !endsInMarker(last) {
			r.warnOver(over, last, next, "one paragraph", "two paragraphs (taken)")
		}
		return
	}
	// Where every paragraph is set in, a line at the margin goes on with one.
	atMargin := r.habits[b.Page].indents() && math.Abs(next.Box.X0()-next.Left()) < 0.3*next.Size
	switch {
	case hangs:
	case atMargin && last.Right()-last.Box.X1() < 0.25*last.Width() && !r.opensVerdictPart(next.Printed):
		if terminal && early && !beginsSmall(next.Printed) {
			r.warnOver(over, last, next, "one paragraph (taken)", "two paragraphs")
		}
	case terminal && early:
		return
	case early && BeginsAnew(next.Printed) && !beginsWithSum(next.Printed) && !endsOpen(last.Printed):
		return
	case terminal && !beginsSmall(next.Printed), early && beginsWithSum(next.Printed) && !endsOpen(last.Printed):
		if r.opensVerdictPart(next.Printed) {
			return
		}
		if r.opensAlone(first - 1) {
			return
		}
		one, two := "one paragraph (taken)", "two paragraphs"
		if r.opensOften(next.Printed) || OpensAlike(a.Lines[0].Printed, next.Printed) || over == "page" && r.movedWhole(last.On, b) {
			one, two = "one paragraph", "two paragraphs (taken)"
		}
		r.warnOver(over, last, next, one, two)
		if strings.HasSuffix(two, "(taken)") {
			return
		}
	}
	a.Lines = append(a.Lines, b.Lines...)
	a.Italic = a.Italic && b.Italic
	r.Blocks = append(r.Blocks[:first], r.Blocks[first+1:]...)
}

// hangsOn reports whether a line goes on with a paragraph behind a list's mark: it is set
// in as those below the mark are.
func hangsOn(a *Block, next *sheet.Line) bool {
	last := a.Lines[len(a.Lines)-1]
	in := func(l *sheet.Line) float64 { return l.Box.X0() - l.Left() }
	return len(a.Lines) > 1 && Bullet(a.Lines[0].Printed) && in(last) > in(a.Lines[0])+0.3*next.Size && math.Abs(in(last)-in(next)) < 0.3*next.Size
}

// warnOver says that it is open whether line next, with which a page or a column begins,
// goes on with the paragraph of line last.
func (r *Reader) warnOver(over string, last, next *sheet.Line, readings ...string) {
	r.Warn("paragraph-over-page",
		"a paragraph may go on over the "+over+" or a new one may begin: "+sheet.Clip(next.Printed, 60),
		model.At{{Page: last.Page, Box: last.Box}, {Page: next.Page, Box: next.Box}}, readings...)
}

// opensVerdictPart reports whether a text opens a closing or a conclusion,
// which begin paragraphs of their own.
func (r *Reader) opensVerdictPart(s string) bool {
	if _, _, ok := scoretext.ConcludingScore(r.Vocab, r.FirstSentence(s)); ok {
		return true
	}
	if _, _, _, ok := r.Vocab.MemberPrefix(script.WithoutArticle(s)); ok {
		_, says := scoretext.ComplianceWords(r.Vocab, s)
		return says
	}
	return false
}

// endsOpen reports whether a line ends so that more must follow.
func endsOpen(s string) bool {
	return strings.HasSuffix(s, ",") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "(") || strings.HasSuffix(s, "/")
}

// BeginsAnew reports whether a text begins as a sentence or an item does.
func BeginsAnew(s string) bool {
	for _, c := range s {
		switch {
		case unicode.IsUpper(c), unicode.IsDigit(c), isCurrency(c):
			return true
		case unicode.Is(unicode.Pi, c) || unicode.Is(unicode.Ps, c) || strings.ContainsRune("\"'¿¡", c):
			continue
		default:
			return false
		}
	}
	return false
}

// beginsWithSum reports whether a text begins with a sign of a currency ("£2 million
// was …"), behind which a sentence begins no more often than it goes on.
func beginsWithSum(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return isCurrency(c)
}

func isCurrency(c rune) bool { return unicode.Is(unicode.Sc, c) }

// beginsSmall reports whether a text begins with a small letter, as no sentence does.
func beginsSmall(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}

// Bullet reports whether a line begins with a list's mark; a glyph without a
// Unicode value that stands alone before a text is one too.
func Bullet(s string) bool {
	c, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("•▪◦●■–—*·\uf0b7\uf0a7\ufffd", c) {
		return false
	}
	return n < len(s) && (s[n] == ' ' || c == '•')
}

// withoutBullet takes a list's mark off.
func withoutBullet(s string) string {
	if !Bullet(s) {
		return s
	}
	_, n := utf8.DecodeRuneInString(s)
	return strings.TrimSpace(s[n:])
}

// WithoutBullet takes the mark of a list off a paragraph, which is no part of its text;
// the places of its markers move with it.
func WithoutBullet(t model.Text) model.Text {
	return CutStart(t, len(t.Text)-len(withoutBullet(t.Text)))
}

// CutStart takes its first bytes off a text; the places of its markers move with it.
func CutStart(t model.Text, size int) model.Text {
	cut := utf8.RuneCountInString(t.Text[:size])
	if cut == 0 {
		return t
	}
	t.Text = t.Text[size:]
	t.Footnotes = slices.Clone(t.Footnotes)
	for i := range t.Footnotes {
		t.Footnotes[i].Offset = max(0, t.Footnotes[i].Offset-cut)
	}
	return t
}
