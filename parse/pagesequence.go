package parse

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"recount.invalid/recount/model"
)

// A file may lack a page of the report that it is a copy of, hold one twice or
// hold two in the wrong order. The numbers that the pages print show it. Text
// around such a place is then of two pages that were never beside each other,
// and what seems to be missing there may stand on the page that is.

// The kinds of warnings on the order of pages.
const (
	kindPagesMissing  = "pages-missing"  // page numbers that no page of the file prints
	kindPagesOrder    = "pages-order"    // a page that stands behind one with a higher number
	kindPagesRepeated = "pages-repeated" // a page that stands in the file twice
)

// mostFigures bounds the figures of a running head that are looked at.
const mostFigures = 8

// headFigures gives the numbers of a running head, in order; 0 for one that
// is too long for a page number.
func headFigures(text string) []int {
	var out []int
	n, digits := 0, 0
	flush := func() {
		switch {
		case digits > 4:
			out = append(out, 0)
		case digits > 0:
			out = append(out, n)
		}
		n, digits = 0, 0
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			flush()
			continue
		}
		if digits++; digits <= 4 {
			n = n*10 + int(c-'0')
		}
	}
	flush()
	return out[:min(len(out), mostFigures)]
}

// pageNumbers gives the figures of a running head that are page numbers,
// parallel to its pages: those of the place in the line at which most figures
// grow as the pages of the file do. It is nil where they do at none: a head on
// one page, or one whose figures are a date.
func pageNumbers(pages []int, figures [][]int) []int {
	if len(pages) < 2 {
		return nil
	}
	places := len(figures[0])
	for _, f := range figures {
		places = min(places, len(f))
	}
	best, most := -1, 0
	for k := range places {
		steps := 0
		for i := 1; i < len(pages); i++ {
			if pages[i] > pages[i-1] && figures[i][k]-figures[i-1][k] == pages[i]-pages[i-1] {
				steps++
			}
		}
		if steps > most {
			best, most = k, steps
		}
	}
	if best < 0 || most*2 < len(pages)-1 && most < 3 {
		best = -1
		for k := range places {
			if nearPages(pages, figures, k) {
				best = k
				break
			}
		}
	}
	if best < 0 {
		return nil
	}
	out := make([]int, len(pages))
	for i := range pages {
		out[i] = figures[i][best]
	}
	return out
}

// nearPages reports whether the figures at a place of a running head all differ
// and stay within one of the file's pages, moved by what the first ones are
// apart: the page numbers of a short file with two pages in the wrong order.
func nearPages(pages []int, figures [][]int, k int) bool {
	if len(pages) < 3 {
		return false
	}
	seen := map[int]bool{}
	shifts := make([]int, 0, len(pages))
	for i, p := range pages {
		n := figures[i][k]
		if seen[n] {
			return false
		}
		seen[n] = true
		shifts = append(shifts, n-p)
	}
	return slices.Max(shifts)-slices.Min(shifts) <= 2
}

// printedNumbers gives the number that each page prints, by the page's place
// in the file. A page whose heads print two numbers has none.
func printedNumbers(heads []model.RunningHead) map[int]int {
	numbers := map[int]int{}
	differ := map[int]bool{}
	for _, h := range heads {
		for i, n := range h.Numbers {
			if i >= len(h.Pages) || n <= 0 {
				continue
			}
			p := h.Pages[i]
			if was, ok := numbers[p]; ok && was != n {
				differ[p] = true
			}
			numbers[p] = n
		}
	}
	for p := range differ {
		delete(numbers, p)
	}
	held := map[int]int{}
	for _, n := range numbers {
		held[n]++
	}
	for p, n := range numbers {
		// A number that fits neither neighbour, where the number that would
		// fit both stands nowhere else, is a slip or was misread.
		before, after := numbers[p-1], numbers[p+1]
		if before > 0 && after == before+2 && n != before+1 && held[before+1] == 0 {
			differ[p] = true
		}
	}
	for p := range differ {
		delete(numbers, p)
	}
	return numbers
}

// warnPageSequence warns where the numbers that the pages print do not go on
// as the pages do, and where a page stands in the file twice.
func (r *reading) warnPageSequence() {
	numbers := printedNumbers(r.rep.RunningHeads)
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
			r.warn(kindPagesOrder, text, at(a, b))
		case n-m > b-a:
			// Numbers that stand elsewhere in the file are pages out of order.
			var missing []int
			for k := m + 1; k < n && len(missing) <= mostMissing; k++ {
				if !held[k] {
					missing = append(missing, k)
				}
			}
			unnumbered := b - a - 1
			if len(missing) > unnumbered {
				text := fmt.Sprintf("page %d of the file prints the page number %d, and page %d behind it %d: %s missing", a, m, b, n, missingPages(missing, n-m-1))
				r.warn(kindPagesMissing, text, at(a, b))
				continue
			}
			text := fmt.Sprintf("page %d of the file prints the page number %d, and page %d behind it %d: what is printed between them stands elsewhere", a, m, b, n)
			r.warn(kindPagesOrder, text, at(a, b))
		}
	}
	for _, p := range r.pages {
		if was := twice[p.Number]; was != 0 {
			text := fmt.Sprintf("page %d of the file is page %d once more", p.Number, was)
			r.warn(kindPagesRepeated, text, at(was, p.Number))
		}
	}
}

// mostMissing bounds the missing pages that are counted one by one.
const mostMissing = 2000

// missingPages names missing pages in a sentence: "page 7 is", "pages 7 and 8
// are", "3 pages from 7 to 9 are".
func missingPages(missing []int, all int) string {
	switch n := len(missing); {
	case n == 1:
		return fmt.Sprintf("page %d is", missing[0])
	case n == 2:
		return fmt.Sprintf("pages %d and %d are", missing[0], missing[1])
	case n > mostMissing:
		return fmt.Sprintf("%d pages are", all)
	default:
		return fmt.Sprintf("%d pages from %d to %d are", n, missing[0], missing[n-1])
	}
}

// fewestLines is how many lines a page must have to be known again; empty
// pages and those that hold a heading alone may well be alike.
const fewestLines = 6

// repeatedPages gives, for a page whose lines are those of an earlier one to
// the letter and to the place, the number of the earlier one.
func (r *reading) repeatedPages() map[int]int {
	first := map[[sha256.Size]byte]int{}
	out := map[int]int{}
	var printed []byte
	for i := range r.doc.Pages {
		p := &r.doc.Pages[i]
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
