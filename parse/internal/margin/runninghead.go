package margin

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// headDepth is how many lines from the top and from the bottom of a page may
// belong to its running head or foot.
const headDepth = 6

// headSize is how much larger than a head usually is a line of the same words
// must be to be a title.
const headSize = 1.15

// TakeRunningHeads takes out the lines that belong to the page rather than to
// the text: the same words at the page's edge on several pages (digits
// compared as #), and page numbers, figures alone at the edge that grow with
// the pages.
func (r *Reader) TakeRunningHeads() error {
	type seat struct {
		page *sheet.Page
		l    *sheet.Line
		top  bool
		rank int // 0 is the outermost
	}
	byText := map[string][]seat{}
	for _, p := range r.Pages {
		top, bottom := edgeLines(p)
		for i, l := range top {
			k := "t" + layout.HeadKey(l.Printed)
			byText[k] = append(byText[k], seat{p, l, true, i})
		}
		for i, l := range bottom {
			k := "b" + layout.HeadKey(l.Printed)
			byText[k] = append(byText[k], seat{p, l, false, i})
		}
	}
	taken := map[*sheet.Line]bool{}
	firm := map[*sheet.Line]bool{} // the same words on many pages, figures alike or counting pages
	repeated := map[*sheet.Line]bool{}
	for _, seats := range byText {
		for _, s := range seats {
			repeated[s.l] = len(seats) > 1
		}
	}
	takenKeys := map[string]bool{}
	for key, seats := range byText {
		pages := map[int]bool{}
		first, last := len(r.Pages)+1, 0
		for _, s := range seats {
			pages[s.page.Number] = true
			first, last = min(first, s.page.Number), max(last, s.page.Number)
		}
		// A head stands on page after page, on every second one at least; a
		// note that is cited twice does not.
		if len(pages) < 2 || len(pages) < 3 && len(r.Pages) > 6 || len(pages)*5 < (last-first+1)*2 {
			continue
		}
		if key[1:] == "#" && !layout.GrowWithPages(len(seats), func(i int) (int, int) {
			n, _ := layout.PageNumber(seats[i].l.Printed)
			return seats[i].page.Number, n
		}) {
			continue
		}
		if startsNumbered(key[1:]) && !layout.CountsPages(len(seats), func(i int) (int, int) {
			n, _, _ := sheet.LeadingFigure(seats[i].l.Printed)
			return seats[i].page.Number, n
		}) {
			continue // notes that are alike but for their numbers ("12 Ibid.")
		}
		if (r.setAsText(seats[0].l) || inTable(seats[0].page, seats[0].l)) && (len(pages) < firmPages || len(pages)*5 < (last-first+1)*4) {
			continue // sentences and rows that recur, not on page after page
		}
		markers := map[string]bool{}
		for _, s := range seats {
			if m := s.l.Runs[len(s.l.Runs)-1]; len(s.l.Runs) > 1 && layout.IsRaised(s.l.Line, m) && layout.HeadKey(m.Text) == "#" {
				markers[m.Text] = true
			}
		}
		if len(markers) > 1 {
			continue // sentences that are alike, each with its own note
		}
		if len(pages) < firmPages && strings.IndexFunc(key[1:], unicode.IsLetter) >= 0 &&
			r.textStandsThere(seats[0].l, pages, repeated) {
			continue // paragraphs that begin alike at the top of pages
		}
		sizes := make([]float64, len(seats))
		outermost := map[int]int{} // by page
		for i, s := range seats {
			sizes[i] = s.l.Size
			if rank, again := outermost[s.page.Number]; !again || s.rank < rank {
				outermost[s.page.Number] = s.rank
			}
		}
		sort.Float64s(sizes)
		usual := sizes[len(sizes)/2]
		alike := len(pages) >= firmPages && figuresOfHead(len(seats), func(i int) (int, string) {
			return seats[i].page.Number, seats[i].l.Printed
		})
		for _, s := range seats {
			if _, note := sheet.RaisedStart(s.l); note && len(s.l.Runs) > 1 {
				continue
			}
			if s.l.Size > headSize*usual || s.rank > outermost[s.page.Number] {
				continue // the title on the cover, of which the head is made
			}
			taken[s.l] = true
			takenKeys[key] = true
			firm[s.l] = alike
		}
	}
	whole := takeSplitHeads(r.Pages, taken, takenKeys)
	takeHeadParts(r.Pages, taken)
	takeLoneNumbers(r.Pages, taken)
	// A head is a run of lines from the very edge: a repeated line with text
	// of the body outside it is a repeated table head, not a running head.
	for _, p := range r.Pages {
		top, bottom := edgeLines(p)
		for _, edge := range [][]*sheet.Line{top, bottom} {
			outside := true
			for _, l := range edge {
				artifact := isArtifact(l)
				_, lone := layout.PageNumber(l.Printed)
				switch {
				case !outside:
					delete(taken, l)
				case taken[l] || artifact:
					taken[l] = true
				case (lone || l == edge[0] && layout.RomanNumber(l.Printed)) && (neighbourTaken(edge, taken) || !lone):
					taken[l] = true
				default:
					outside = false
				}
			}
			untakeClose(p, edge, taken, firm)
		}
	}
	r.takeWatermarks(taken)
	r.takeTurnedHeads(taken, takenKeys)
	heads := map[string][]int{}
	figures := map[string][][]int{}
	for _, p := range r.Pages {
		kept := p.Body[:0]
		for _, l := range p.Body {
			if taken[l] {
				text, parted := whole[l]
				if !parted {
					text = l.Printed
				}
				if text != "" { // the first part stands for both
					k := layout.HeadKey(text)
					heads[k] = append(heads[k], p.Number)
					figures[k] = append(figures[k], layout.HeadFigures(text))
				}
				continue
			}
			kept = append(kept, l)
		}
		p.Body = kept
	}
	r.SetMargins()
	r.SetColumns()
	keys := make([]string, 0, len(heads))
	for k := range heads {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := heads[keys[i]], heads[keys[j]]
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		return keys[i] < keys[j]
	})
	for _, k := range keys {
		r.Rep.RunningHeads = append(r.Rep.RunningHeads, model.RunningHead{
			Text: k, Pages: heads[k], Numbers: layout.PageNumbers(heads[k], figures[k]),
		})
	}
	r.warnPageSequence()
	return nil
}

// watermarkSize is how much larger than the text a watermark is.
const watermarkSize = 2.5

// takeWatermarks takes the words that stand very large on at least half of the
// pages, wherever they stand: "DRAFT" across the page.
func (r *Reader) takeWatermarks(taken map[*sheet.Line]bool) {
	marks := map[string][]*sheet.Line{}
	for _, p := range r.Pages {
		for _, l := range p.Body {
			if l.Size > watermarkSize*p.Size {
				marks[l.Printed] = append(marks[l.Printed], l)
			}
		}
	}
	for _, ls := range marks {
		if len(ls) < 3 || 2*len(ls) < len(r.Pages) {
			continue
		}
		for _, l := range ls {
			taken[l] = true
		}
	}
}

// takeTurnedHeads takes the heads of pages that were turned for their table's sake:
// on these they run across.
func (r *Reader) takeTurnedHeads(taken map[*sheet.Line]bool, keys map[string]bool) {
	for _, p := range r.Pages {
		for _, l := range p.Body {
			if p.Turned == 0 || l.Dir == model.Rightward {
				continue
			}
			if k := layout.HeadKey(l.Printed); keys["t"+k] || keys["b"+k] {
				taken[l] = true
			}
		}
	}
}

// startsNumbered reports whether the words of a line (see layout.HeadKey) begin with a
// number as a note or an entry of a list does.
func startsNumbered(key string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(key, "[("), "#")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, ".:)]"), " ")
}

// sentenceWords is how many words a line has at least that is taken for a
// sentence.
const sentenceWords = 5

// setAsText reports whether a line is set and worded as the text is: in its
// size, and the end of a sentence or the heading of a member's section, or names who
// wrote it. Heads and feet of pages seldom are.
func (r *Reader) setAsText(l *sheet.Line) bool {
	if label, names, ok := strings.Cut(strings.TrimLeft(l.Printed, "([—– "), ":"); ok && names != "" && !isArtifact(l) {
		if _, role := r.Vocab.Role(label); role {
			return true
		}
	}
	if isArtifact(l) {
		return false
	}
	if layout.SameSize(l.Size, l.BodySize()) && sheet.EndsSentence(l.Printed) && strings.Count(l.Printed, " ") >= sentenceWords-1 {
		return true
	}
	form, ok := scoretext.ReadHeadingForm(r.Vocab, l.Printed, nil)
	return ok && form.Scored
}

// tallRow is how many times its size a row of a table is high at most that has one line: a
// page may be framed, with its head in a row of the frame.
const tallRow = 6

// inTable reports whether a line stands in a row of a ruled table: the last row before a
// page's end may be the same in every chapter.
func inTable(p *sheet.Page, l *sheet.Line) bool {
	for _, g := range layout.Grids(p.Ruling, p.Size) {
		if len(g.Ys) < 3 || len(g.Xs) < 3 || !sheet.HoldsCentre(g.Box, l.Box) {
			continue
		}
		low := true
		for i := 1; i < len(g.Ys); i++ {
			low = low && g.Ys[i]-g.Ys[i-1] <= tallRow*l.Size
		}
		if low {
			return true
		}
	}
	return false
}

// textStandsThere reports whether on another page a line that is nowhere
// repeated stands at the height of l: then it is a place of the text and not
// of a running head.
func (r *Reader) textStandsThere(l *sheet.Line, pages map[int]bool, repeated map[*sheet.Line]bool) bool {
	for _, p := range r.Pages {
		if pages[p.Number] || p.Width != l.On.Width || p.Height != l.On.Height {
			continue
		}
		top, bottom := edgeLines(p)
		for _, m := range append(append([]*sheet.Line{}, top...), bottom...) {
			if _, lone := layout.PageNumber(m.Printed); lone || repeated[m] || isArtifact(m) {
				continue
			}
			if math.Abs(m.Baseline-l.Baseline) < 0.3*l.Size {
				return true
			}
		}
	}
	return false
}

// figuresOfHead reports whether the figures in lines of the same words are those
// of a head: each is the same on all pages ("2010 Summit") or, on most of them,
// counts the pages.
func figuresOfHead(n int, at func(i int) (page int, text string)) bool {
	figures := make([][]int, n)
	for i := range n {
		_, text := at(i)
		figures[i] = layout.HeadFigures(text)
		if len(figures[i]) != len(figures[0]) {
			return false
		}
	}
	for k := range figures[0] {
		if !layout.CountsPages(n, func(i int) (int, int) {
			page, _ := at(i)
			return page, figures[i][k]
		}) {
			return false
		}
	}
	return true
}

// firmPages is on how many pages a line must stand unchanged to be believed a
// head without a gap between it and the text.
const firmPages = 5

// untakeClose gives lines back to the text that stand right at it: the last
// lines of notes can be alike but for their figures, and stand where a foot
// could. A head or foot is set off by a gap.
func untakeClose(p *sheet.Page, edge []*sheet.Line, taken, firm map[*sheet.Line]bool) {
	n := 0
	for n < len(edge) && taken[edge[n]] {
		n++
	}
	for ; n > 0; n-- {
		l := edge[n-1]
		if firm[l] || isArtifact(l) || gapInwards(l, p, taken) > 1.6*l.Size {
			return
		}
		delete(taken, l)
	}
}

// gapInwards is the distance from a line at the page's edge to the nearest
// line of text, baseline to baseline.
func gapInwards(l *sheet.Line, p *sheet.Page, taken map[*sheet.Line]bool) float64 {
	gap := p.Height
	for _, m := range p.Body {
		if m == l || taken[m] || m.Dir != model.Rightward {
			continue
		}
		gap = math.Min(gap, math.Abs(m.Baseline-l.Baseline))
	}
	return gap
}

// edgeLines gives the outermost lines of a page, outermost first. Only the
// outer sixth of the page counts as its edge.
func edgeLines(p *sheet.Page) (top, bottom []*sheet.Line) {
	ls := make([]*sheet.Line, 0, len(p.Body))
	for _, l := range p.Body {
		if l.Dir == model.Rightward {
			ls = append(ls, l)
		}
	}
	slices.SortStableFunc(ls, func(a, b *sheet.Line) int { return cmp.Compare(a.Box.CentreY(), b.Box.CentreY()) })
	for i := 0; i < len(ls) && i < headDepth && ls[i].Box.Bottom() < p.Height/6; i++ {
		top = append(top, ls[i])
	}
	for i := len(ls) - 1; i >= 0 && len(ls)-1-i < headDepth && ls[i].Box.Top() > p.Height*5/6; i-- {
		bottom = append(bottom, ls[i])
	}
	return top, bottom
}

func neighbourTaken(edge []*sheet.Line, taken map[*sheet.Line]bool) bool {
	for _, l := range edge {
		if taken[l] {
			return true
		}
	}
	return false
}

func isArtifact(l *sheet.Line) bool {
	for _, run := range l.Runs {
		if !run.Artifact {
			return false
		}
	}
	return true
}
