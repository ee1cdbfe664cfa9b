package queue

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

// object is an object of a report with its place.
type object struct {
	pointer string
	kind    *kind
	at      model.At
}

// objects are what is shown of a report.
type objects struct {
	all    []object
	byPage map[int][]int // page → indexes of all, in reading order
	byAt   map[model.Place][]string
}

// indexed lists the objects of a report.
func indexed(r *model.Report) objects {
	o := objects{byPage: map[int][]int{}, byAt: map[model.Place][]string{}}
	for i := range kinds {
		k := &kinds[i]
		for _, pointer := range expand(r, k.pattern) {
			o.all = append(o.all, object{pointer, k, corrections.Place(r, pointer)})
		}
	}
	for i, obj := range o.all {
		seen := 0
		pages := obj.at
		if len(pages) == 0 && obj.pointer == "/report" {
			pages = model.At{{Page: 1}}
		}
		if strings.HasSuffix(obj.kind.pattern, "/verdicts/*") {
			pages = pages[:min(1, len(pages))] // its heading; its actions stand for themselves
		}
		for _, p := range pages {
			if p.Page != seen {
				o.byPage[p.Page] = append(o.byPage[p.Page], i)
			}
			seen = p.Page
		}
		if len(obj.at) > 0 {
			o.byAt[obj.at[0]] = append(o.byAt[obj.at[0]], obj.pointer)
		}
	}
	for page, list := range o.byPage {
		slices.SortStableFunc(list, func(a, b int) int {
			return cmp.Or(cmp.Compare(top(o.all[a].at, page), top(o.all[b].at, page)), cmp.Compare(a, b))
		})
	}
	return o
}

func top(at model.At, page int) float64 {
	for _, p := range at {
		if p.Page == page {
			return p.Box.Top()
		}
	}
	return 0
}

// expand gives the pointers of a pattern that are there.
func expand(r *model.Report, pattern string) []string {
	at := []string{""}
	for part := range strings.SplitSeq(strings.TrimPrefix(pattern, "/"), "/") {
		var next []string
		for _, p := range at {
			if part == "*" {
				for i := range corrections.Length(r, p) {
					next = append(next, p+"/"+strconv.Itoa(i))
				}
			} else if corrections.Has(r, p+"/"+part) {
				next = append(next, p+"/"+part)
			}
		}
		at = next
	}
	return at
}

// holds finds the object that a pointer names or that holds it.
func (o *objects) holds(pointer string) (object, bool) {
	best := object{}
	for _, obj := range o.all {
		if (pointer == obj.pointer || strings.HasPrefix(pointer, obj.pointer+"/")) && len(obj.pointer) > len(best.pointer) {
			best = obj
		}
	}
	return best, best.kind != nil
}

// Value is a value of a report as it is shown.
type Value struct {
	Pointer string
	Label   string
	Widget  Widget
	Now     string // what stands there
	Was     string // what was read
	// Corrected: Now is what somebody put there.
	Corrected bool
	At        model.At
}

// Group is objects of one kind.
type Group struct {
	Title   string
	Objects []Object
}

// Object is an object of a report with its values.
type Object struct {
	Pointer string
	Label   string
	Values  []Value
	At      model.At
	Row     bool  // it is a row of cells, one for each member
	Markers []int // numbers of the notes of an action
	// Adds is the path by which an action is added to a section; empty for others.
	Adds string
}
