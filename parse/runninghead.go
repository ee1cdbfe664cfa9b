package parse

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// headDepth is how many lines from the top and from the bottom of a page may
// belong to its running head or foot.
const headDepth = 4

// headSize is how much larger than a head usually is a line of the same words
// must be to be a title.
const headSize = 1.15

// takeRunningHeads takes out the lines that belong to the page rather than to
// the text: the same words at the page's edge on several pages (digits
// compared as #), and page numbers, figures alone at the edge that grow with
// the pages.
func (r *reading) takeRunningHeads() error {
	type seat struct {
		page *pageState
		l    *line
		top  bool
		rank int // 0 is the outermost
	}
	byText := map[string][]seat{}
	for _, p := range r.pages {
		top, bottom := edgeLines(p)
		for i, l := range top {
			k := "t" + layout.HeadKey(l.text)
			byText[k] = append(byText[k], seat{p, l, true, i})
		}
		for i, l := range bottom {
			k := "b" + layout.HeadKey(l.text)
			byText[k] = append(byText[k], seat{p, l, false, i})
		}
	}
	taken := map[*line]bool{}
	firm := map[*line]bool{} // the same words, figures included, on many pages
	repeated := map[*line]bool{}
	for _, seats := range byText {
		for _, s := range seats {
			repeated[s.l] = len(seats) > 1
		}
	}
	takenKeys := map[string]bool{}
	for key, seats := range byText {
		pages := map[int]bool{}
		first, last := len(r.pages)+1, 0
		for _, s := range seats {
			pages[s.page.Number] = true
			first, last = min(first, s.page.Number), max(last, s.page.Number)
		}
		// A head stands on page after page, on every second one at least; a
		// note that is cited twice does not.
		if len(pages) < 2 || len(pages) < 3 && len(r.pages) > 6 || len(pages)*5 < (last-first+1)*2 {
			continue
		}
		if key[1:] == "#" && !layout.GrowWithPages(len(seats), func(i int) (int, int) {
			n, _ := layout.PageNumber(seats[i].l.text)
			return seats[i].page.Number, n
		}) {
			continue
		}
		if startsNumbered(key[1:]) && !layout.CountsPages(len(seats), func(i int) (int, int) {
			n, _, _ := leadingFigure(seats[i].l.text)
			return seats[i].page.Number, n
		}) {
			continue // notes that are alike but for their numbers ("12 Ibid.")
		}
		if r.setAsText(seats[0].l) && (len(pages) < firmPages || len(pages)*5 < (last-first+1)*4) {
			continue // sentences that recur, not on page after page
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
		for _, s := range seats {
			if _, note := raisedStart(s.l); note && len(s.l.Runs) > 1 {
				continue
			}
			if s.l.Size > headSize*usual || s.rank > outermost[s.page.Number] {
				continue // the title on the cover, of which the head is made
			}
			taken[s.l] = true
			takenKeys[key] = true
			firm[s.l] = len(pages) >= firmPages && !strings.Contains(key, "#")
		}
	}
	takeChangingHeads(r.pages, taken)
	whole := takeSplitHeads(r.pages, taken, takenKeys)
	// A head is a run of lines from the very edge: a repeated line with text
	// of the body outside it is a repeated table head, not a running head.
	for _, p := range r.pages {
		top, bottom := edgeLines(p)
		for _, edge := range [][]*line{top, bottom} {
			outside := true
			for _, l := range edge {
				artifact := isArtifact(l)
				_, lone := layout.PageNumber(l.text)
				switch {
				case !outside:
					delete(taken, l)
				case taken[l] || artifact:
					taken[l] = true
				case (lone || l == edge[0] && layout.RomanNumber(l.text)) && (neighbourTaken(edge, taken) || !lone):
					taken[l] = true
				default:
					outside = false
				}
			}
			untakeClose(p, edge, taken, firm)
		}
	}
	r.takeWatermarks(taken)
	heads := map[string][]int{}
	figures := map[string][][]int{}
	for _, p := range r.pages {
		kept := p.body[:0]
		for _, l := range p.body {
			if taken[l] {
				text, parted := whole[l]
				if !parted {
					text = l.text
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
		p.body = kept
	}
	r.setMargins()
	r.setColumns()
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
		r.rep.RunningHeads = append(r.rep.RunningHeads, model.RunningHead{
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
func (r *reading) takeWatermarks(taken map[*line]bool) {
	marks := map[string][]*line{}
	for _, p := range r.pages {
		for _, l := range p.body {
			if l.Size > watermarkSize*p.size {
				marks[l.text] = append(marks[l.text], l)
			}
		}
	}
	for _, ls := range marks {
		if len(ls) < 3 || 2*len(ls) < len(r.pages) {
			continue
		}
		for _, l := range ls {
			taken[l] = true
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
// size, and the end of a sentence or the heading of a member's section. Heads
// and feet of pages seldom are.
func (r *reading) setAsText(l *line) bool {
	if isArtifact(l) || !layout.SameSize(l.Size, l.bodySize()) {
		return false
	}
	if endsSentence(l.text) && strings.Count(l.text, " ") >= sentenceWords-1 {
		return true
	}
	name, score, ok := notation.HeadingScore(r.vocab, l.text)
	if !ok || score == nil {
		return false
	}
	_, known := r.vocab.Member(name)
	return known
}

// textStandsThere reports whether on another page a line that is nowhere
// repeated stands at the height of l: then it is a place of the text and not
// of a running head.
func (r *reading) textStandsThere(l *line, pages map[int]bool, repeated map[*line]bool) bool {
	for _, p := range r.pages {
		if pages[p.Number] || p.Width != l.page.Width || p.Height != l.page.Height {
			continue
		}
		top, bottom := edgeLines(p)
		for _, m := range append(append([]*line{}, top...), bottom...) {
			if _, lone := layout.PageNumber(m.text); lone || repeated[m] || isArtifact(m) {
				continue
			}
			if math.Abs(m.Baseline-l.Baseline) < 0.3*l.Size {
				return true
			}
		}
	}
	return false
}

// firmPages is on how many pages a line must stand unchanged to be believed a
// head without a gap between it and the text.
const firmPages = 5

// untakeClose gives lines back to the text that stand right at it: the last
// lines of notes can be alike but for their figures, and stand where a foot
// could. A head or foot is set off by a gap.
func untakeClose(p *pageState, edge []*line, taken, firm map[*line]bool) {
	n := 0
	for n < len(edge) && taken[edge[n]] {
		n++
	}
	for ; n > 0; n-- {
		l := edge[n-1]
		if firm[l] || isArtifact(l) || l.gapInwards(p, taken) > 1.6*l.Size {
			return
		}
		delete(taken, l)
	}
}

// gapInwards is the distance from a line at the page's edge to the nearest
// line of text, baseline to baseline.
func (l *line) gapInwards(p *pageState, taken map[*line]bool) float64 {
	gap := p.Height
	for _, m := range p.body {
		if m == l || taken[m] || m.Dir != model.Rightward {
			continue
		}
		gap = math.Min(gap, math.Abs(m.Baseline-l.Baseline))
	}
	return gap
}

// edgeLines gives the outermost lines of a page, outermost first. Only the
// outer sixth of the page counts as its edge.
func edgeLines(p *pageState) (top, bottom []*line) {
	ls := make([]*line, 0, len(p.body))
	for _, l := range p.body {
		if l.Dir == model.Rightward {
			ls = append(ls, l)
		}
	}
	sort.SliceStable(ls, func(i, j int) bool { return ls[i].Box.CentreY() < ls[j].Box.CentreY() })
	for i := 0; i < len(ls) && i < headDepth && ls[i].Box.Bottom() < p.Height/6; i++ {
		top = append(top, ls[i])
	}
	for i := len(ls) - 1; i >= 0 && len(ls)-1-i < headDepth && ls[i].Box.Top() > p.Height*5/6; i-- {
		bottom = append(bottom, ls[i])
	}
	return top, bottom
}

func neighbourTaken(edge []*line, taken map[*line]bool) bool {
	for _, l := range edge {
		if taken[l] {
			return true
		}
	}
	return false
}

func isArtifact(l *line) bool {
	for _, run := range l.Runs {
		if !run.Artifact {
			return false
		}
	}
	return true
}
