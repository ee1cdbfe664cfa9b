package content

import (
	"math"
	"strings"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/object"
)

// annotation flags of PDF 32000-1, table 165
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

const (
	// annotationCost is how many operators looking at an annotation counts for,
	// sayingCost what looking for its text does beside.
	annotationCost = 50
	sayingCost     = 300
)

// annotations carries out the appearances of a page's annotations (PDF
// 32000-1, 12.5.5): filled form fields and typed comments are printed like
// the page itself. Links have none. What a field or a comment says without an
// appearance is counted only: where its letters would stand, and whether they
// show, is up to each viewer.
func (in *Interpreter) annotations(page View) {
	list := in.file.Array(page.Annotations)
	for i, o := range list {
		if most := in.file.Limits.AnnotationsPerPage; i == most && in.failed == nil {
			in.failed = &object.LimitError{Limit: "AnnotationsPerPage", Max: int64(most)}
		}
		if in.failed != nil {
			return
		}
		in.ops += annotationCost
		// Most are links, of which it is enough to know that.
		head := in.file.Entries(o, annotationHead)
		subtype := in.file.Name(head["Subtype"])
		says := saying[subtype]
		if head["AP"] == nil && says == nil || subtype == "Popup" {
			continue
		}
		d := in.file.Dict(o)
		if in.layers.hidden(d["OC"]) {
			continue
		}
		flags, _ := in.file.Number(d["F"])
		if int(flags)&(flagHidden|flagNoView) != 0 {
			continue
		}
		ref, s := in.appearance(d)
		if s == nil && says != nil {
			in.ops += sayingCost
			if says(in.file, d) {
				in.drawn.undrawn++
			}
		}
		rect, ok := plane.Rectangle(in.file.Numbers(d["Rect"], 4))
		if s == nil || !ok {
			continue
		}
		m, ok := placing(in.file.Matrix(s.Dict["Matrix"]), in.file.Numbers(s.Dict["BBox"], 4), rect)
		if !ok {
			continue
		}
		in.gs = graphics{ctm: page.Space, lineWidth: 1, stretchX: 1}
		in.tm, in.tlm = plane.Identity, plane.Identity
		in.saved, in.marked = in.saved[:0], in.marked[:0]
		in.over, in.floor = 0, 0
		// A marker's colour is mixed with what it marks, whatever it says.
		in.gs.blend = subtype == "Highlight"
		in.form(ref, s, m.Mul(page.Space))
	}
}

// annotationHead tells whether an annotation is to be looked at.
var annotationHead = []object.Name{"AP", "Subtype"}

// saying are the kinds of annotations whose text viewers show on the page, each
// with whether one of them has any (PDF 32000-1, 12.5.6.6, 12.5.6.7 and 12.7).
// Other kinds show theirs in a window of its own.
var saying = map[string]func(*access.File, object.Dict) bool{
	"FreeText": hasContents,
	"Line": func(f *access.File, d object.Dict) bool {
		caption, _ := f.Resolve(d["Cap"]).(bool)
		return caption && hasContents(f, d)
	},
	"Widget": hasValue,
}

func hasContents(f *access.File, d object.Dict) bool { return hasLetters(f, d["Contents"]) }

// hasValue reports whether a form field has text that was typed in or chosen.
// A part of a field has its value from above (PDF 32000-1, 12.7.3.1).
func hasValue(f *access.File, d object.Dict) bool {
	const most = 16 // levels; forms have two or three
	var kind, value object.Object
	for range most {
		if d == nil {
			break
		}
		if kind == nil {
			kind = d["FT"]
		}
		if value == nil {
			value = d["V"]
		}
		d = f.Dict(d["Parent"])
	}
	if k := f.Name(kind); k != "Tx" && k != "Ch" {
		return false // buttons and signatures
	}
	for _, v := range f.Array(value) {
		if hasLetters(f, v) {
			return true
		}
	}
	return hasLetters(f, value)
}

// hasLetters reports whether a string, or a stream that stands for one, is more
// than blanks.
func hasLetters(f *access.File, o object.Object) bool {
	if s := f.Stream(o); s != nil {
		b, _ := f.Data(s)
		return strings.TrimSpace(chars.Decode(b)) != ""
	}
	return strings.TrimSpace(f.Text(o)) != ""
}

// appearance finds the normal appearance, in the state that is set.
func (in *Interpreter) appearance(d object.Dict) (object.Ref, *object.Stream) {
	n := in.file.Dict(d["AP"])["N"]
	ref, _ := n.(object.Ref)
	switch v := in.file.Resolve(n).(type) {
	case *object.Stream:
		return ref, v
	case object.Dict:
		n := v[object.Name(in.file.Name(d["AS"]))]
		ref, _ := n.(object.Ref)
		return ref, in.file.Stream(n)
	}
	return ref, nil
}

// placing is the matrix that fits a form's box, after its own matrix, into an
// annotation's rectangle (PDF 32000-1, 12.5.5, algorithm 8.1).
func placing(form plane.Matrix, bbox []float64, rect [4]float64) (plane.Matrix, bool) {
	b, ok := plane.Rectangle(bbox)
	if !ok {
		return plane.Identity, false
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range [4][2]float64{{b[0], b[1]}, {b[2], b[1]}, {b[0], b[3]}, {b[2], b[3]}} {
		x, y := form.Apply(c[0], c[1])
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
	}
	if !(x1 > x0) || !(y1 > y0) {
		return plane.Identity, false
	}
	sx, sy := (rect[2]-rect[0])/(x1-x0), (rect[3]-rect[1])/(y1-y0)
	m := plane.Matrix{sx, 0, 0, sy, rect[0] - x0*sx, rect[1] - y0*sy}
	return m, m.Finite()
}
