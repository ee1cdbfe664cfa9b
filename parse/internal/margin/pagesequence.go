package margin

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/layout"
)

// A file may lack a page of the report that it is a copy of, hold one twice or
// hold two in the wrong order. The numbers that the pages print show it. Text
// around such a place is then of two pages that were never beside each other,
// and what seems to be missing there may stand on the page that is.

// The kinds of warnings on the order of pages.
const (
	kindPagesMissing  = "pages-missing"  // page numbers that no page of the file prints
	kindPagesOrder    = "pages-order"    // a page that stands behind one with a higher number
	KindPagesRepeated = "pages-repeated" // a page that stands in the file twice
)

// warnPageSequence warns where the numbers that the pages print do not go on
// as the pages do, and where a page stands in the file twice.
func (r *Reader) warnPageSequence() {
	numbers := layout.PrintedNumbers(r.Rep.RunningHeads)
	pages := make([]int, 0, len(numbers))
	held := map[int]bool{}
	for p, n := range numbers {
		pages = append(pages, p)
		held[n] = true
	}
	slices.Sort(pages)
	twice := r.repeatedPages()
	at := func(pages ...int) (out model.At) {
		for _, p := range pages {
			out = out.Add(p, model.Box{})
		}
		return out
	}
	for i := 1; i < len(pages); i++ {
		a, b := pages[i-1], pages[i]
		m, n := numbers[a], numbers[b]
		switch {
		case n-m == b-a, n == 1 && m > 1, twice[b] != 0:
			// They go on, or count again from 1 in another part.
		case n <= m && b-a == 1 || n < m:
			text := fmt.Sprintf("page %d of the file prints the page number %d, and page %d before it %d", b, n, a, m)
			r.Warn(kindPagesOrder, text, at(a, b))
		case n-m > b-a:
			// Numbers that stand elsewhere in the file are pages out of order.
			var missing []int
			for k := m + 1; k < n && len(missing) <= layout.MostMissing; k++ {
				if !held[k] {
					missing = append(missing, k)
				}
			}
			unnumbered := b - a - 1
			if len(missing) > unnumbered {
				text := fmt.Sprintf("page %d of the file prints the page number %d, and page %d behind it %d: %s missing", a, m, b, n, layout.MissingPages(missing, n-m-1))
				r.Warn(kindPagesMissing, text, at(a, b))
				continue
			}
			text := fmt.Sprintf("page %d of the file prints the page number %d, and page %d behind it %d: what is printed between them stands elsewhere", a, m, b, n)
			r.Warn(kindPagesOrder, text, at(a, b))
		}
	}
	for _, p := range r.Pages {
		if was := twice[p.Number]; was != 0 {
			text := fmt.Sprintf("page %d of the file is page %d once more", p.Number, was)
			r.Warn(KindPagesRepeated, text, at(was, p.Number))
		}
	}
}

// fewestLines is how many lines a page must have to be known again; empty
// pages and those that hold a heading alone may well be alike.
const fewestLines = 6

// repeatedPages gives, for a page whose lines are those of an earlier one to
// the letter and to the place, the number of the earlier one.
func (r *Reader) repeatedPages() map[int]int {
	first := map[[sha256.Size]byte]int{}
	out := map[int]int{}
	var printed []byte
	for i := range r.Doc.Pages {
		p := &r.Doc.Pages[i]
		if len(p.Lines) < fewestLines {
			continue
		}
		printed = printed[:0]
		for j := range p.Lines {
			printed = strconv.AppendFloat(printed, p.Lines[j].Baseline, 'f', 0, 64)
			printed = append(append(append(printed, ' '), p.Lines[j].Text()...), '\n')
		}
		key := sha256.Sum256(printed)
		if was, ok := first[key]; ok {
			out[p.Number] = was
			continue
		}
		first[key] = p.Number
	}
	return out
}
