package content

import (
	"sync"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/object"
)

// Layers are the optional content of a file, as it is when the document is
// opened (PDF 32000-1, 8.11). They may be asked by several goroutines.
type Layers struct {
	file *access.File
	any  bool                // the file has some
	off  map[object.Ref]bool // groups that are switched off
	// usage are groups that say of themselves that they are not viewed. Some
	// viewers show them, others do not.
	usage map[object.Ref]bool

	memberships sync.Map // object.Ref of a membership dictionary to whether it is hidden
}

// ReadLayers finds the groups that are hidden when the document is opened (PDF
// 32000-1, 8.11.4.3).
func ReadLayers(f *access.File, catalog object.Dict) *Layers {
	properties := f.Dict(catalog["OCProperties"])
	config := f.Dict(properties["D"])
	l := &Layers{file: f, any: properties != nil, off: map[object.Ref]bool{}, usage: map[object.Ref]bool{}}
	each := func(o object.Object, do func(object.Ref)) {
		for _, o := range f.Array(o) {
			if ref, ok := o.(object.Ref); ok {
				do(ref)
			}
		}
	}
	if f.Name(config["BaseState"]) == "OFF" {
		each(properties["OCGs"], func(r object.Ref) { l.off[r] = true })
	}
	each(config["ON"], func(r object.Ref) { delete(l.off, r) })
	each(config["OFF"], func(r object.Ref) { l.off[r] = true })
	for _, o := range f.Array(config["AS"]) {
		if d := f.Dict(o); f.Name(d["Event"]) == "View" {
			each(d["OCGs"], func(r object.Ref) {
				view := f.Dict(f.Dict(f.Dict(r)["Usage"])["View"])
				if f.Name(view["ViewState"]) == "OFF" && !l.off[r] {
					l.usage[r] = true
				}
			})
		}
	}
	return l
}

// hidden reports whether an optional content group is switched off, or a
// membership dictionary says that what belongs to it is not seen.
func (l *Layers) hidden(o object.Object) bool {
	if !l.any || o == nil {
		return false
	}
	ref, indirect := o.(object.Ref)
	if indirect && l.off[ref] {
		return true
	}
	if known, ok := l.memberships.Load(ref); indirect && ok {
		return known.(bool)
	}
	d := l.file.Dict(o)
	hidden := false
	if l.file.Name(d["Type"]) == "OCMD" {
		if ve := l.file.Array(d["VE"]); ve != nil {
			left := maxExpression
			hidden = !l.visible(ve, &left)
		} else {
			hidden = l.policyHides(d)
		}
	}
	if indirect {
		l.memberships.Store(ref, hidden)
	}
	return hidden
}

// doubtful reports whether viewers differ on showing a group.
func (l *Layers) doubtful(o object.Object) bool {
	ref, ok := o.(object.Ref)
	return ok && l.usage[ref]
}

// policyHides goes by a membership dictionary's groups and policy; without a
// group that is there all is seen (PDF 32000-1, table 99).
func (l *Layers) policyHides(d object.Dict) bool {
	groups := l.file.Array(d["OCGs"])
	if groups == nil && d["OCGs"] != nil {
		groups = object.Array{d["OCGs"]}
	}
	on, off := 0, 0
	for _, g := range groups {
		ref, ok := g.(object.Ref)
		switch {
		case !ok || l.file.Dict(ref) == nil:
		case l.off[ref]:
			off++
		default:
			on++
		}
	}
	if on+off == 0 {
		return false
	}
	switch l.file.Name(d["P"]) {
	case "AllOn":
		return off > 0
	case "AnyOff":
		return off == 0
	case "AllOff":
		return on > 0
	}
	return on == 0
}

// maxExpression bounds how many parts of a visibility expression are looked at;
// what is beyond is seen.
const maxExpression = 1000

// visible works out a visibility expression (PDF 32000-1, 8.11.2.2). What is
// none is seen.
func (l *Layers) visible(o object.Object, left *int) bool {
	if *left--; *left < 0 {
		return true
	}
	a := l.file.Array(o)
	if a == nil {
		ref, ok := o.(object.Ref)
		return !ok || !l.off[ref]
	}
	if len(a) < 2 {
		return true
	}
	switch l.file.Name(a[0]) {
	case "Not":
		return !l.visible(a[1], left)
	case "And":
		for _, e := range a[1:] {
			if !l.visible(e, left) {
				return false
			}
		}
		return true
	case "Or":
		for _, e := range a[1:] {
			if l.visible(e, left) {
				return true
			}
		}
		return false
	}
	return true
}
