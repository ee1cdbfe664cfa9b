package blind

import (
	"fmt"
	"strings"

	"recount.invalid/recount/model"
)

// Count is how many fields are right, of how many.
type Count struct{ Right, Total int }

func (c Count) plus(d Count) Count { return Count{c.Right + d.Right, c.Total + d.Total} }

// Percent is the share that is right; of nothing, nothing is wrong.
func (c Count) Percent() float64 {
	if c.Total == 0 {
		return 100
	}
	return 100 * float64(c.Right) / float64(c.Total)
}

// Miss is a field that is wrong.
type Miss struct {
	Field, Where string
	Want, Got    string
	Silent       bool // no warning is about it
}

// String is one line.
func (m Miss) String() string {
	silent := ""
	if m.Silent {
		silent = "silent "
	}
	return fmt.Sprintf("%s%s %s: want %s, got %s", silent, m.Field, m.Where, m.Want, m.Got)
}

// Sheet is one paper's marks.
type Sheet struct {
	Fields map[string]Count
	Misses []Miss
	Silent int
	// Sound are the objects without a wrong field, Named those of them that a
	// warning is about all the same.
	Sound, Named int

	about []string        // what the warnings are about: JSON Pointers
	wrong map[string]bool // objects with a wrong field
	// object is the pointer of the object in the output that the next fields
	// belong to. What is missing belongs to its parent.
	object string
}

// Compare holds a report as it was read against its truth.
func Compare(t *Truth, r *model.Report) *Sheet {
	s := &Sheet{Fields: map[string]Count{}, wrong: map[string]bool{}}
	for _, w := range r.Warnings {
		for _, p := range w.About {
			s.about = append(s.about, strings.TrimRight(p, "/"))
		}
	}
	for _, compare := range constructs {
		compare(s, t, r)
	}
	s.weigh(r)
	return s
}

// constructs hold one kind of thing each against the truth.
var constructs = []func(*Sheet, *Truth, *model.Report){
	compareInfo,
	compareChapters,
	compareFootnotes,
	compareMatrix,
	compareFigures,
}

// All counts every field.
func (s *Sheet) All() Count {
	return s.count(func(string) bool { return true })
}

// Scores counts the fields for which most users come: scores, averages,
// percentages and the matrix.
func (s *Sheet) Scores() Count {
	return s.count(func(field string) bool {
		switch field {
		case "table.score", "table.average", "table.percent", "verdict.heading_score", "verdict.concluding_score":
			return true
		}
		return strings.HasPrefix(field, "matrix.")
	})
}

func (s *Sheet) count(keep func(field string) bool) Count {
	var c Count
	for field, d := range s.Fields {
		if keep(field) {
			c = c.plus(d)
		}
	}
	return c
}

// mark counts a field of the object at hand. The values are in the forms that
// value.go gives them, so that equal ones are equal strings.
func (s *Sheet) mark(field, where, want, got string) {
	c := s.Fields[field]
	c.Total++
	if want == got {
		c.Right++
		s.Fields[field] = c
		return
	}
	s.Fields[field] = c
	s.wrong[s.object] = true
	silent := !s.doubted(s.object)
	if silent {
		s.Silent++
	}
	s.Misses = append(s.Misses, Miss{Field: field, Where: where, Want: want, Got: got, Silent: silent})
}

// found counts whether an object is there at all.
func (s *Sheet) found(field, where string, is bool) { s.mark(field, where, yes(true), yes(is)) }

// spurious counts an object that the document does not have.
func (s *Sheet) spurious(field, where string) { s.mark(field, where, none, "one more") }

// doubted says whether a warning names an object, something in it or
// something that it is in.
func (s *Sheet) doubted(object string) bool {
	for _, a := range s.about {
		if object == a || strings.HasPrefix(object, a+"/") || strings.HasPrefix(a, object+"/") {
			return true
		}
	}
	return false
}

// weigh counts the burden. Chapters and sections are no objects of their own
// here: a warning about one is felt in everything that it holds.
func (s *Sheet) weigh(r *model.Report) {
	weigh := func(object string) {
		if s.wrong[object] {
			return
		}
		s.Sound++
		if s.doubted(object) {
			s.Named++
		}
	}
	weigh(reportObject)
	for i, c := range r.Commitments {
		weigh(chapterObject(i) + "/assessment")
		for j, v := range c.Verdicts {
			for k := range v.Actions {
				weigh(fmt.Sprintf("%s/verdicts/%d/actions/%d", chapterObject(i), j, k))
			}
		}
	}
	for i := range r.Footnotes {
		weigh(footnoteObject(i))
	}
	for i := range r.Matrices {
		weigh(matrixObject(i))
	}
}

// The pointers of objects in the output.
const reportObject = "/report"

func chapterObject(i int) string  { return fmt.Sprintf("/commitments/%d", i) }
func footnoteObject(i int) string { return fmt.Sprintf("/footnotes/%d", i) }
func matrixObject(i int) string   { return fmt.Sprintf("/matrices/%d", i) }

// comparer holds one field of the truth against the same field of the output.
type comparer[W, G any] struct {
	field string
	want  func(W) string // open where the truth does not say
	got   func(G) string
}

// compareFields marks every field of a table that the truth states.
func compareFields[W, G any](s *Sheet, table []comparer[W, G], where string, want W, got G) {
	for _, c := range table {
		if w := c.want(want); w != open {
			s.mark(c.field, where, w, c.got(got))
		}
	}
}
