package marker

import (
	"strconv"

	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

const (
	// maxLeftOut is how many numbers of the count may be left out before
	// markers that touch.
	maxLeftOut = 2
	// farMarker is how many times as large as what is due a figure is before it
	// is no number of the count.
	farMarker = 5
)

// FindTouching takes raised figures apart that are two or three markers which
// touch, before the notes are looked for: without their markers these notes would
// not be found. The count is the witness: the figure is far beyond it and no line
// begins with it, its parts are due, count on from each other, and each begins a
// line on the page of the figure or behind it.
func (r *Reader) FindTouching() {
	r.glued = map[Place][]int{}
	begins := map[int]int{} // the last page on which a line begins with the number
	for _, p := range r.Pages {
		for _, l := range p.Body {
			n, ok := sheet.RaisedStart(l)
			if !ok {
				n, _, ok = sheet.LeadingFigure(l.Printed)
			}
			if ok {
				begins[n] = p.Number
			}
		}
	}
	last := 0
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for i := 1; i < len(l.Runs); i++ {
				nums, ok := r.MarkerNumbers(l, i)
				if !ok || !layout.IsRaised(l.Line, l.Runs[i]) {
					continue
				}
				n := nums[0]
				if len(nums) > 1 || last == 0 || n <= farMarker*(last+1) || begins[n] > 0 {
					last = nums[len(nums)-1]
					continue
				}
				if parts := touching(n, last, p.Number, begins); parts != nil {
					r.glued[Place{l, i}] = parts
					last = parts[len(parts)-1]
				}
			}
		}
	}
}

// touching reads a figure as markers that are due behind last; nil where it
// cannot be read so.
func touching(n, last, page int, begins map[int]int) []int {
	notes := map[int]int{}
	for k := last + 1; k <= last+maxLeftOut+maxTouching; k++ {
		if begins[k] >= page {
			notes[k] = 1
		}
	}
	for before := last; before <= last+maxLeftOut; before++ {
		if parts := Unglued(strconv.Itoa(n), before, notes); len(parts) > 1 {
			return parts
		}
	}
	return nil
}
