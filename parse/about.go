package parse

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/internal/witness"
)

// aboutSource is what a warning is about that names no place: the file as a
// whole, not a value in it.
const aboutSource = "/source"

// aboutKinds name the parent of what is missing altogether, by the kind of
// the warning: what was not read has no place of its own.
var aboutKinds = map[string]string{
	"notes-missing":   "/footnotes",
	witness.KindCover: "/report",
}

// alsoAbout name the parent of what may be missing beside what stands at the
// place of the warning.
var alsoAbout = map[string]string{scoring.KindUnreadScores: "/matrices"}

// sayWhatAbout gives every warning the JSON Pointers of the smallest objects
// that may be wrong (model.Warning.About). It goes by the place alone, so that
// a new kind of warning needs nothing here: of the objects that the warning's
// box lies in it names the smallest; where it lies in none, the one that
// stands last before it; where the warning is of a page, all that is on it.
func (r *reading) sayWhatAbout() error {
	index := newObjectIndex(r.Rep)
	for i := range r.Rep.Warnings {
		w := &r.Rep.Warnings[i]
		if len(w.About) > 0 {
			continue
		}
		if p, ok := aboutKinds[w.Kind]; ok {
			w.About = []string{p}
			continue
		}
		w.About = index.at(w.At)
		if p, ok := alsoAbout[w.Kind]; ok {
			w.About = append([]string{p}, w.About...)
		}
	}
	return nil
}

// object is something that a warning can be about, on one page.
type object struct {
	pointer string
	box     model.Box
}

// objectIndex holds the objects of a report by page, in document order.
type objectIndex map[int][]object

func newObjectIndex(rep *model.Report) objectIndex {
	x := objectIndex{}
	x.add("/report", rep.Report.At)
	for i := range rep.Commitments {
		x.addCommitment("/commitments/"+strconv.Itoa(i), &rep.Commitments[i])
	}
	each(x, "/footnotes/", rep.Footnotes, func(f *model.Footnote) model.At { return f.At })
	each(x, "/matrices/", rep.Matrices, func(m *model.Matrix) model.At { return m.At })
	each(x, "/rankings/", rep.Rankings, func(m *model.Ranking) model.At { return m.At })
	each(x, "/commitments_list/", rep.CommitmentsList, func(m *model.ListedPromise) model.At { return m.At })
	each(x, "/sections/", rep.Sections, func(m *model.Section) model.At { return m.At })
	each(x, "/tables/", rep.Tables, func(m *model.Table) model.At { return m.At })
	return x
}

func (x objectIndex) addCommitment(p string, c *model.Commitment) {
	x.add(p+"/text", c.At)
	if c.Heading != nil {
		x.add(p+"/heading", c.Heading.At)
	}
	if c.Assessment != nil {
		x.add(p+"/assessment", c.Assessment.At)
	}
	each(x, p+"/background/", c.Background, func(t *model.Text) model.At { return t.At })
	each(x, p+"/features/", c.Features, func(t *model.Text) model.At { return t.At })
	each(x, p+"/definitions/", c.Definitions, func(t *model.Definition) model.At { return t.At })
	each(x, p+"/guidelines/", c.Guidelines, func(t *model.Level) model.At { return t.At })
	each(x, p+"/rubric/", c.Rubric, func(t *model.Level) model.At { return t.At })
	each(x, p+"/other/", c.Other, func(t *model.Section) model.At { return t.At })
	for j := range c.Verdicts {
		v, q := &c.Verdicts[j], p+"/verdicts/"+strconv.Itoa(j)
		if v.Heading != nil {
			x.add(q+"/heading", v.Heading.At)
		}
		if v.Opening != nil {
			x.add(q+"/opening", v.Opening.At)
		}
		each(x, q+"/actions/", v.Actions, func(a *model.Action) model.At { return a.At })
		if v.Closing != nil {
			x.add(q+"/closing", v.Closing.At)
		}
		if v.Concluding != nil {
			x.add(q+"/concluding", v.Concluding.At)
		}
	}
}

func each[T any](x objectIndex, p string, items []T, at func(*T) model.At) {
	for i := range items {
		x.add(p+strconv.Itoa(i), at(&items[i]))
	}
}

func (x objectIndex) add(pointer string, at model.At) {
	for _, p := range at {
		x[p.Page] = append(x[p.Page], object{pointer, p.Box})
	}
}

// maxAbout bounds how many objects a warning names; one that would name more
// is about the file.
const maxAbout = 200

// at are the pointers of the objects at a place, in document order, each once.
func (x objectIndex) at(at model.At) []string {
	var out []string
	for _, place := range at {
		for _, p := range x.on(place) {
			if slices.Contains(out, p) {
				continue
			}
			if len(out) == maxAbout {
				return []string{aboutSource}
			}
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return []string{aboutSource}
	}
	return out
}

func (x objectIndex) on(place model.Place) []string {
	objects := x[place.Page]
	if place.Box == (model.Box{}) {
		var all []string
		for _, o := range objects {
			all = append(all, o.pointer)
		}
		return all
	}
	best, before := -1, -1
	for i, o := range objects {
		if o.box.Top() <= place.Box.CentreY() && (before < 0 || o.box.Top() >= objects[before].box.Top()) {
			before = i
		}
		if !sheet.HoldsCentre(o.box, place.Box) {
			continue
		}
		if best < 0 || area(o.box) < area(objects[best].box) {
			best = i
		}
	}
	switch {
	case best >= 0:
		return []string{objects[best].pointer}
	case before >= 0:
		return []string{parentOf(objects[before].pointer)}
	case len(objects) > 0:
		return []string{parentOf(objects[0].pointer)}
	}
	return nil
}

func area(b model.Box) float64 { return b.Width() * b.Height() }

// parentOf is the object whose part stands before what could not be placed: a
// member's section for an action, otherwise the object itself, which may lack
// the text.
func parentOf(p string) string {
	if i := strings.Index(p, "/verdicts/"); i >= 0 {
		if j := strings.IndexByte(p[i+len("/verdicts/"):], '/'); j >= 0 {
			return p[:i+len("/verdicts/")+j]
		}
	}
	return p
}
