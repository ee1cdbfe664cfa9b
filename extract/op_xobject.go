package extract

import (
	"slices"

	"recount.invalid/recount/extract/object"
)

const (
	// formCost is how many operators drawing a form counts for beside its own,
	// and newFormCost what it counts for the first time.
	formCost    = 10
	newFormCost = 50
	// bytesPerOperator is how much of a content stream counts for one operator
	// more: a comment of a megabyte is no operator but has to be read.
	bytesPerOperator = 16
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
	// cut is why the content of a form is not all there.
	cut error
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

// form is a form XObject; without a stream it is something that shows no text.
type form struct {
	ref    object.Ref
	stream *object.Stream
}

// draw carries out a form XObject (PDF 32000-1, 8.10); images are not text.
func (in *interpreter) draw(a []operand) {
	if len(a) < 1 || a[0].kind != kindName {
		return
	}
	if f := in.formNamed(in.lex.bytes(a[0])); f.stream != nil {
		in.form(f.ref, f.stream, in.gs.ctm)
	}
}

// formNamed finds a form of the present resources that is not hidden.
func (in *interpreter) formNamed(name []byte) form {
	if f, ok := in.drawn.forms[named{in.res, string(name)}]; ok {
		return f
	}
	entry := in.resource("XObject", string(name))
	var f form
	if s := in.file.stream(entry); s != nil && in.file.name(s.Dict["Subtype"]) == "Form" && !in.file.hidden(s.Dict["OC"]) {
		f.ref, _ = entry.(object.Ref)
		f.stream = s
	}
	if in.drawn.forms == nil || len(in.drawn.forms) >= maxNamed {
		in.drawn.forms = map[named]form{}
	}
	in.drawn.forms[named{in.res, string(name)}] = f
	return f
}

// formData gives a form's content.
func (in *interpreter) formData(ref object.Ref, s *object.Stream) []byte {
	data, ok := in.drawn.data[ref]
	if !ok {
		var err error
		if data, err = in.file.data(s); err != nil && in.drawn.cut == nil {
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
func (in *interpreter) formResources(ref object.Ref, s *object.Stream) *resources {
	key := owner{ref, in.res}
	if r, ok := in.drawn.own[key]; ok {
		return r
	}
	in.ops += newFormCost
	r := in.res
	if d := in.file.dict(s.Dict["Resources"]); d != nil {
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
func (in *interpreter) form(ref object.Ref, s *object.Stream, ctm matrix) {
	if slices.Contains(in.forms, ref) {
		in.out.badOps++ // a form that draws itself
		return
	}
	if len(in.forms) >= in.file.limits.FormDepth {
		in.failed = &object.LimitError{Limit: "FormDepth", Max: int64(in.file.limits.FormDepth)}
		return
	}
	data := in.formData(ref, s)

	gs, saved, over, floor, res, tm, tlm, marked, p := in.gs, len(in.saved), in.over, in.floor, in.res, in.tm, in.tlm, len(in.marked), in.path
	in.path = path{}
	in.floor = saved
	if m := in.file.matrix(s.Dict["Matrix"]).mul(ctm); m.finite() {
		in.gs.ctm = m
	}
	in.res = in.formResources(ref, s)
	in.forms = append(in.forms, ref)
	in.ops += formCost + len(data)/bytesPerOperator
	in.over = 0

	in.stream(data)

	in.endMarked(marked)
	in.forms = in.forms[:len(in.forms)-1]
	in.saved = in.saved[:min(saved, len(in.saved))]
	in.gs, in.over, in.floor, in.res, in.tm, in.tlm, in.path = gs, over, floor, res, tm, tlm, p
}
