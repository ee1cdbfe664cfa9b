package content

import (
	"fmt"
	"slices"

	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/internal/token"
	"recount.invalid/recount/extract/object"
)

const (
	// formCost is how many operators drawing a form counts for beside its own,
	// and newFormCost what it counts for the first time.
	formCost    = 10
	newFormCost = 50
	// BytesPerOperator is how much of a content stream counts for one operator
	// more: a comment of a megabyte is no operator but has to be read.
	BytesPerOperator = 16
	// maxNamed bounds the names that are remembered; a page of a map draws some
	// thousand.
	maxNamed = 10_000
)

// drawings is what the names and the forms of one page came to, so that what
// is drawn a thousand times is looked up, decoded and given its fonts once.
type drawings struct {
	data  map[object.Ref][]byte
	forms map[named]form
	// own are the resources of forms. They depend on whoever draws a form,
	// which has what the form's own lack.
	own map[owner]*resources
	// masks are the soft masks that were drawn.
	masks map[maskKey]*softMask
	// cut is why the content of a form is not all there.
	cut error
	// lost is what the page needs and the file does not have.
	lost error
	// undrawn are the annotations that have text but no appearance.
	undrawn int
}

// named is a name in a resource dictionary.
type named struct {
	in   *resources
	name string
}

// owner is a form that is drawn where other resources hold.
type owner struct {
	ref   object.Ref
	above *resources
}

// form is a form XObject; without a stream it is something that shows no text,
// of which it is known whether it is a picture.
type form struct {
	ref    object.Ref
	stream *object.Stream

	picture bool
	solid   bool           // nothing is seen through the picture, but for its mask
	mask    *object.Stream // its soft mask
}

// draw carries out a form XObject (PDF 32000-1, 8.10); images are not text, but
// may cover it.
func (in *Interpreter) draw(a []token.Operand) {
	if len(a) < 1 || a[0].Kind != token.Name {
		return
	}
	switch f := in.formNamed(in.lex.Bytes(a[0])); {
	case f.stream != nil:
		in.form(f.ref, f.stream, in.gs.ctm)
	case f.picture:
		in.picture(f.solid, f.mask)
	}
}

// formNamed finds a form of the present resources that is not hidden.
func (in *Interpreter) formNamed(name []byte) form {
	if f, ok := in.drawn.forms[named{in.res, string(name)}]; ok {
		return f
	}
	entry := in.resource("XObject", string(name))
	var f form
	s := in.file.Stream(entry)
	if s == nil && in.drawn.lost == nil && in.file.Absent(entry) {
		in.drawn.lost = fmt.Errorf("%w: a drawing that the page uses is not in the file", object.ErrDamaged)
	}
	if s != nil && !in.layers.hidden(s.Dict["OC"]) {
		switch in.file.Name(s.Dict["Subtype"]) {
		case "Form":
			f.ref, _ = entry.(object.Ref)
			f.stream = s
		case "Image":
			f.picture = true
			f.mask = in.file.Stream(s.Dict["SMask"])
			stencil, _ := in.file.Resolve(s.Dict["ImageMask"]).(bool)
			// A mask of a picture's own is never looked at.
			own, _ := in.file.Number(s.Dict["SMaskInData"])
			f.solid = !stencil && own == 0 && in.file.Resolve(s.Dict["Mask"]) == nil
		}
	}
	if in.drawn.forms == nil || len(in.drawn.forms) >= maxNamed {
		in.drawn.forms = map[named]form{}
	}
	in.drawn.forms[named{in.res, string(name)}] = f
	return f
}

// formData gives a form's content.
func (in *Interpreter) formData(ref object.Ref, s *object.Stream) []byte {
	data, ok := in.drawn.data[ref]
	if !ok {
		var err error
		if data, err = in.file.Data(s); err != nil && in.drawn.cut == nil {
			in.drawn.cut = err
		}
		if in.drawn.data == nil {
			in.drawn.data = map[object.Ref][]byte{}
		}
		in.drawn.data[ref] = data
	}
	return data
}

// formResources gives what a form finds its names in: its own resources
// before those of whoever draws it. A form without any uses the latter, as PDF
// 1.1 allowed.
func (in *Interpreter) formResources(ref object.Ref, s *object.Stream) *resources {
	key := owner{ref, in.res}
	if r, ok := in.drawn.own[key]; ok {
		return r
	}
	in.ops += newFormCost
	r := in.res
	if d := in.file.Dict(s.Dict["Resources"]); d != nil {
		r = &resources{dict: d, above: in.res}
	}
	if in.drawn.own == nil || len(in.drawn.own) >= maxNamed {
		in.drawn.own = map[owner]*resources{}
	}
	in.drawn.own[key] = r
	return r
}

// form carries out a form's content with the given matrix as its default
// space.
func (in *Interpreter) form(ref object.Ref, s *object.Stream, ctm plane.Matrix) {
	if slices.Contains(in.forms, ref) {
		in.out.badOps++ // a form that draws itself
		return
	}
	if len(in.forms) >= in.file.Limits.FormDepth {
		in.failed = &object.LimitError{Limit: "FormDepth", Max: int64(in.file.Limits.FormDepth)}
		return
	}
	data := in.formData(ref, s)

	gs, saved, over, floor, res, tm, tlm, marked, p := in.gs, len(in.saved), in.over, in.floor, in.res, in.tm, in.tlm, len(in.marked), in.path
	in.path = path{}
	in.floor = saved
	if m := in.file.Matrix(s.Dict["Matrix"]).Mul(ctm); m.Finite() {
		in.gs.ctm = m
	}
	if b := in.file.Numbers(s.Dict["BBox"], 4); b != nil {
		in.clipToBox(b)
	}
	if in.file.Name(in.file.Dict(s.Dict["Group"])["S"]) == "Transparency" {
		in.gs.group()
	}
	in.res = in.formResources(ref, s)
	in.forms = append(in.forms, ref)
	in.ops += formCost + len(data)/BytesPerOperator
	in.over = 0

	in.stream(data)

	in.endMarked(marked)
	in.forms = in.forms[:len(in.forms)-1]
	in.saved = in.saved[:min(saved, len(in.saved))]
	in.gs, in.over, in.floor, in.res, in.tm, in.tlm, in.path = gs, over, floor, res, tm, tlm, p
}

// clipToBox clips to a box of the present space, as a form's content is (PDF
// 32000-1, 8.10.1).
func (in *Interpreter) clipToBox(b []float64) {
	var pts [5]pathPoint
	for i, c := range [5][2]float64{{b[0], b[1]}, {b[2], b[1]}, {b[2], b[3]}, {b[0], b[3]}, {b[0], b[1]}} {
		pts[i].x, pts[i].y = in.gs.ctm.Apply(c[0], c[1])
	}
	in.clipTo(pts[:])
}

// group begins a transparency group, which is mixed and masked as a whole (PDF
// 32000-1, 11.6.6): what held outside holds for all within, where everything
// begins anew.
func (g *graphics) group() {
	g.under = 1 - g.alphaOf(g.fillClear)
	g.fillClear, g.strokeClear = 0, 0
	g.blendAbove = g.blendAbove || g.blend
	g.blend = false
	if g.mask != nil {
		g.above = &maskChain{g.mask, g.above}
		g.mask = nil
	}
}
