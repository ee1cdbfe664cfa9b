package extract

import "recount.invalid/recount/extract/object"

// optional is the optional content of a file, as it is when the document is
// opened (PDF 32000-1, 8.11).
type optional struct {
	any bool                // the file has some
	off map[object.Ref]bool // groups that are switched off
	// usage are groups that say of themselves that they are not viewed. Some
	// viewers show them, others do not.
	usage map[object.Ref]bool
}

// layers finds the groups that are hidden when the document is opened (PDF
// 32000-1, 8.11.4.3).
func (f *file) layers(catalog object.Dict) {
	properties := f.dict(catalog["OCProperties"])
	config := f.dict(properties["D"])
	l := optional{any: properties != nil, off: map[object.Ref]bool{}, usage: map[object.Ref]bool{}}
	each := func(o object.Object, do func(object.Ref)) {
		for _, o := range f.array(o) {
			if ref, ok := o.(object.Ref); ok {
				do(ref)
			}
		}
	}
	if f.name(config["BaseState"]) == "OFF" {
		each(properties["OCGs"], func(r object.Ref) { l.off[r] = true })
	}
	each(config["ON"], func(r object.Ref) { delete(l.off, r) })
	each(config["OFF"], func(r object.Ref) { l.off[r] = true })
	for _, o := range f.array(config["AS"]) {
		if d := f.dict(o); f.name(d["Event"]) == "View" {
			each(d["OCGs"], func(r object.Ref) {
				view := f.dict(f.dict(f.dict(r)["Usage"])["View"])
				if f.name(view["ViewState"]) == "OFF" && !l.off[r] {
					l.usage[r] = true
				}
			})
		}
	}
	f.optional = l
}

// hidden reports whether an optional content group is switched off, or a
// membership dictionary says that what belongs to it is not seen.
func (f *file) hidden(o object.Object) bool {
	if !f.optional.any || o == nil {
		return false
	}
	ref, indirect := o.(object.Ref)
	if indirect && f.optional.off[ref] {
		return true
	}
	if known, ok := f.memberships.Load(ref); indirect && ok {
		return known.(bool)
	}
	d := f.dict(o)
	hidden := false
	if f.name(d["Type"]) == "OCMD" {
		if ve := f.array(d["VE"]); ve != nil {
			left := maxExpression
			hidden = !f.visible(ve, &left)
		} else {
			hidden = f.policyHides(d)
		}
	}
	if indirect {
		f.memberships.Store(ref, hidden)
	}
	return hidden
}

// doubtful reports whether viewers differ on showing a group.
func (f *file) doubtful(o object.Object) bool {
	ref, ok := o.(object.Ref)
	return ok && f.optional.usage[ref]
}

// policyHides goes by a membership dictionary's groups and policy; without a
// group that is there all is seen (PDF 32000-1, table 99).
func (f *file) policyHides(d object.Dict) bool {
	groups := f.array(d["OCGs"])
	if groups == nil && d["OCGs"] != nil {
		groups = object.Array{d["OCGs"]}
	}
	on, off := 0, 0
	for _, g := range groups {
		ref, ok := g.(object.Ref)
		switch {
		case !ok || f.dict(ref) == nil:
		case f.optional.off[ref]:
			off++
		default:
			on++
		}
	}
	if on+off == 0 {
		return false
	}
	switch f.name(d["P"]) {
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
func (f *file) visible(o object.Object, left *int) bool {
	if *left--; *left < 0 {
		return true
	}
	a := f.array(o)
	if a == nil {
		ref, ok := o.(object.Ref)
		return !ok || !f.optional.off[ref]
	}
	if len(a) < 2 {
		return true
	}
	switch f.name(a[0]) {
	case "Not":
		return !f.visible(a[1], left)
	case "And":
		for _, e := range a[1:] {
			if !f.visible(e, left) {
				return false
			}
		}
		return true
	case "Or":
		for _, e := range a[1:] {
			if f.visible(e, left) {
				return true
			}
		}
		return false
	}
	return true
}
