package extract

import (
	"slices"

	"recount/extract/object"
)

// formCost is what drawing a form counts for beside its own operators.
const formCost = 50

// draw carries out a form XObject (PDF 32000-1, 8.10); images are not text.
func (in *interpreter) draw(a []operand) {
	if len(a) < 1 || a[0].kind != kindName {
		return
	}
	entry := in.resource("XObject", string(in.lex.bytes(a[0])))
	s := in.file.stream(entry)
	if s == nil || in.file.name(s.Dict["Subtype"]) != "Form" || in.file.hidden(s.Dict["OC"]) {
		return
	}
	ref, _ := entry.(object.Ref)
	in.form(ref, s, in.gs.ctm)
}

// form carries out a form's content with the given matrix as its default
// space.
func (in *interpreter) form(ref object.Ref, s *object.Stream, ctm matrix) {
	if slices.Contains(in.forms, ref) {
		in.out.badOps++ // a form that draws itself
		return
	}
	if len(in.forms) >= in.file.limits.FormDepth {
		in.failed = &object.LimitError{Limit: "FormDepth", Value: int64(len(in.forms) + 1), Max: int64(in.file.limits.FormDepth)}
		return
	}
	data, ok := in.data[ref]
	if !ok {
		data, _ = in.file.data(s)
		if in.data == nil {
			in.data = map[object.Ref][]byte{}
		}
		in.data[ref] = data
	}

	gs, saved, over, floor, res, tm, tlm, marked, p := in.gs, len(in.saved), in.over, in.floor, in.res, in.tm, in.tlm, len(in.marked), in.path
	in.path = path{}
	in.floor = saved
	if m := in.file.matrix(s.Dict["Matrix"]).mul(ctm); m.finite() {
		in.gs.ctm = m
	}
	// A form without resources uses those of whoever draws it, as PDF 1.1
	// allowed.
	if d := in.file.dict(s.Dict["Resources"]); d != nil {
		in.res = &resources{dict: d, above: in.res}
	}
	in.forms = append(in.forms, ref)
	in.ops += formCost
	in.over = 0

	in.stream(data)

	in.endMarked(marked)
	in.forms = in.forms[:len(in.forms)-1]
	in.saved = in.saved[:min(saved, len(in.saved))]
	in.gs, in.over, in.floor, in.res, in.tm, in.tlm, in.path = gs, over, floor, res, tm, tlm, p
}
