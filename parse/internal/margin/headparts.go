package margin

import (
	"math"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// A running head may be set in parts at the two ends of its line, of which one
// changes from chapter to chapter or is the number of the page: the line is
// nowhere the same, its other part stands on page after page.

const (
	// partGap is how wide the white space between two parts of a head is at
	// least, in the size of the line.
	partGap = 2
	// headDrift is how far up or down a head moves from page to page, in points.
	headDrift = 4
	// maxHeadPart bounds the part that changes, in bytes.
	maxHeadPart = 120
)

// headPart is a part of a line at a page's edge.
type headPart struct {
	Text     string
	box      model.Box
	from, to int // its runs
}

// HeadParts divides a line where wide white space stands in it.
func HeadParts(l *sheet.Line) []headPart {
	var out []headPart
	for i, run := range l.Runs {
		if i == 0 || run.Gap > partGap*l.Size {
			out = append(out, headPart{box: run.Box, from: i})
		}
		p := &out[len(out)-1]
		p.box, p.to = p.box.Union(run.Box), i+1
	}
	for i := range out {
		out[i].Text = sheet.Part{L: l, From: out[i].from, To: out[i].to}.Printed()
	}
	return out
}

// partSeat is where a part of a line stands: at one height, on one side.
type partSeat struct {
	key    string // of its words, behind "t" or "b" for the page's edge
	height int    // of its baseline, in points
}

// takeHeadParts takes the lines in parts at the pages' edges that have one which
// recurs, at one height, on nearly all of the pages from its first to its last
// that have such a line there: the lines outside which nothing else stands, whose
// other parts are short and no sentences.
func takeHeadParts(pages []*sheet.Page, taken map[*sheet.Line]bool) {
	on := map[partSeat]map[int]bool{} // the pages that have the part
	at := map[int]map[int]bool{}      // the pages that have a line in parts at a height
	each := func(f func(p *sheet.Page, side string, edge []*sheet.Line)) {
		for _, p := range pages {
			top, bottom := edgeLines(p)
			f(p, "t", top)
			f(p, "b", bottom)
		}
	}
	each(func(p *sheet.Page, side string, edge []*sheet.Line) {
		for _, l := range edge {
			parts := HeadParts(l)
			if len(parts) < 2 {
				continue // it is the same on all pages, or no head
			}
			height := int(math.Round(l.Baseline))
			for h := height - headDrift; h <= height+headDrift; h++ {
				addPage(at, h, p.Number)
				for _, part := range parts {
					if strings.IndexFunc(part.Text, unicode.IsLetter) >= 0 {
						addPage(on, partSeat{side + layout.HeadKey(part.Text), h}, p.Number)
					}
				}
			}
		}
	})
	recurs := func(seat partSeat) bool {
		ps := on[seat]
		if len(ps) < firmPages {
			return false
		}
		first, last := len(pages)+1, 0
		for n := range ps {
			first, last = min(first, n), max(last, n)
		}
		lines := 0
		for n := range at[seat.height] {
			if n >= first && n <= last {
				lines++
			}
		}
		return 5*len(ps) >= 4*lines
	}
	each(func(p *sheet.Page, side string, edge []*sheet.Line) {
		for _, l := range edge {
			if taken[l] {
				continue
			}
			parts := HeadParts(l)
			head, plain := false, true
			for _, part := range parts {
				if recurs(partSeat{side + layout.HeadKey(part.Text), int(math.Round(l.Baseline))}) {
					head = true
				} else if len(part.Text) > maxHeadPart || sheet.EndsSentence(part.Text) {
					plain = false
				}
			}
			if len(parts) < 2 || !head || !plain {
				return // what stands further in is text
			}
			taken[l] = true
		}
	})
}

// addPage adds a page to those of a key.
func addPage[K comparable](pages map[K]map[int]bool, key K, page int) {
	if pages[key] == nil {
		pages[key] = map[int]bool{}
	}
	pages[key][page] = true
}
