package extract

import (
	"math"
	"strings"

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
func (in *interpreter) annotations(node pageNode, page matrix) {
	list := in.file.array(node.dict["Annots"])
	for i, o := range list {
		if most := in.file.limits.AnnotationsPerPage; i == most && in.failed == nil {
			in.failed = &object.LimitError{Limit: "AnnotationsPerPage", Max: int64(most)}
		}
		if in.failed != nil {
			return
		}
		in.ops += annotationCost
		// Most are links, of which it is enough to know that.
		head := in.file.entries(o, annotationHead)
		subtype := in.file.name(head["Subtype"])
		says := saying[subtype]
		if head["AP"] == nil && says == nil || subtype == "Popup" {
			continue
		}
		d := in.file.dict(o)
		if in.file.hidden(d["OC"]) {
			continue
		}
		flags, _ := in.file.number(d["F"])
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
		rect, ok := rectangle(in.file.numbers(d["Rect"], 4))
		if s == nil || !ok {
			continue
		}
		m, ok := placing(in.file.matrix(s.Dict["Matrix"]), in.file.numbers(s.Dict["BBox"], 4), rect)
		if !ok {
			continue
		}
		in.gs = graphics{ctm: page, lineWidth: 1, stretchX: 1}
		in.tm, in.tlm = identity, identity
		in.saved, in.marked = in.saved[:0], in.marked[:0]
		in.over, in.floor = 0, 0
		// A marker's colour is mixed with what it marks, whatever it says.
		in.gs.blend = subtype == "Highlight"
		in.form(ref, s, m.mul(page))
	}
}

// annotationHead tells whether an annotation is to be looked at.
var annotationHead = []object.Name{"AP", "Subtype"}

// saying are the kinds of annotations whose text viewers show on the page, each
// with whether one of them has any (PDF 32000-1, 12.5.6.6, 12.5.6.7 and 12.7).
// Other kinds show theirs in a window of its own.
var saying = map[string]func(*file, object.Dict) bool{
	"FreeText": (*file).hasContents,
	"Line": func(f *file, d object.Dict) bool {
		caption, _ := f.resolve(d["Cap"]).(bool)
		return caption && f.hasContents(d)
	},
	"Widget": (*file).hasValue,
}

func (f *file) hasContents(d object.Dict) bool { return f.hasLetters(d["Contents"]) }

// hasValue reports whether a form field has text that was typed in or chosen.
// A part of a field has its value from above (PDF 32000-1, 12.7.3.1).
func (f *file) hasValue(d object.Dict) bool {
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
		d = f.dict(d["Parent"])
	}
	if k := f.name(kind); k != "Tx" && k != "Ch" {
		return false // buttons and signatures
	}
	for _, v := range f.array(value) {
		if f.hasLetters(v) {
			return true
		}
	}
	return f.hasLetters(value)
}

// hasLetters reports whether a string, or a stream that stands for one, is more
// than blanks.
func (f *file) hasLetters(o object.Object) bool {
	if s := f.stream(o); s != nil {
		b, _ := f.data(s)
		return strings.TrimSpace(textString(b)) != ""
	}
	return strings.TrimSpace(f.text(o)) != ""
}

// appearance finds the normal appearance, in the state that is set.
func (in *interpreter) appearance(d object.Dict) (object.Ref, *object.Stream) {
	n := in.file.dict(d["AP"])["N"]
	ref, _ := n.(object.Ref)
	switch v := in.file.resolve(n).(type) {
	case *object.Stream:
		return ref, v
	case object.Dict:
		n := v[object.Name(in.file.name(d["AS"]))]
		ref, _ := n.(object.Ref)
		return ref, in.file.stream(n)
	}
	return ref, nil
}

// placing is the matrix that fits a form's box, after its own matrix, into an
// annotation's rectangle (PDF 32000-1, 12.5.5, algorithm 8.1).
func placing(form matrix, bbox []float64, rect [4]float64) (matrix, bool) {
	b, ok := rectangle(bbox)
	if !ok {
		return identity, false
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range [4][2]float64{{b[0], b[1]}, {b[2], b[1]}, {b[0], b[3]}, {b[2], b[3]}} {
		x, y := form.apply(c[0], c[1])
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
	}
	if !(x1 > x0) || !(y1 > y0) {
		return identity, false
	}
	sx, sy := (rect[2]-rect[0])/(x1-x0), (rect[3]-rect[1])/(y1-y0)
	m := matrix{sx, 0, 0, sy, rect[0] - x0*sx, rect[1] - y0*sy}
	return m, m.finite()
}
