package layout

import (
	"fmt"
	"slices"

	"recount.invalid/recount/model"
)

// mostFigures bounds the figures of a running head that are looked at.
const mostFigures = 8

// HeadFigures gives the numbers of a running head, in order; 0 for one that
// is too long for a page number.
func HeadFigures(text string) []int {
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

// PageNumbers gives the figures of a running head that are page numbers,
// parallel to its pages: those of the place in the line at which most figures
// grow as the pages of the file do. It is nil where they do at none: a head on
// one page, or one whose figures are a date.
func PageNumbers(pages []int, figures [][]int) []int {
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

// PrintedNumbers gives the number that each page prints, by the page's place
// in the file. A page whose heads print two numbers has none.
func PrintedNumbers(heads []model.RunningHead) map[int]int {
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

// MostMissing bounds the missing pages that are counted one by one.
const MostMissing = 2000

// MissingPages names missing pages in a sentence: "page 7 is", "pages 7 and 8
// are", "3 pages from 7 to 9 are".
func MissingPages(missing []int, all int) string {
	switch n := len(missing); {
	case n == 1:
		return fmt.Sprintf("page %d is", missing[0])
	case n == 2:
		return fmt.Sprintf("pages %d and %d are", missing[0], missing[1])
	case n > MostMissing:
		return fmt.Sprintf("%d pages are", all)
	default:
		return fmt.Sprintf("%d pages from %d to %d are", n, missing[0], missing[n-1])
	}
}
