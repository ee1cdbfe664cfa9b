package object

// HasPages reports whether the trailer leads to at least one page.
func HasPages(r Reader) bool {
	root, ok := Resolve(r, r.Trailer()["Root"]).(Dict)
	return ok && LeadsToPage(r, root["Pages"])
}

// LeadsToPage reports whether a node of the page tree has a leaf below it, or
// is one itself. It looks at no more nodes than a sound tree has on the way
// to its first page, and some.
func LeadsToPage(r Reader, node Object) bool {
	const most = 1000
	seen := map[Ref]bool{}
	for todo := []Object{node}; len(todo) > 0 && len(seen) < most; {
		node := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if ref, ok := node.(Ref); ok {
			if seen[ref] {
				continue
			}
			seen[ref] = true
		}
		dict, ok := Resolve(r, node).(Dict)
		if !ok {
			continue
		}
		kids, ok := Resolve(r, dict["Kids"]).(Array)
		if !ok && dict["Type"] != Name("Pages") && dict["Type"] != Name("Catalog") {
			return true
		}
		for i := min(len(kids), most) - 1; i >= 0; i-- {
			todo = append(todo, kids[i])
		}
	}
	return false
}

// maxHops is how many references may lead from one to the next. One is what
// the standard allows; an indirect object that is a reference itself occurs
// in damaged files.
const maxHops = 16

// Resolve follows references. It gives its argument back where that is none,
// and null where an object cannot be loaded.
func Resolve(r Reader, o Object) Object {
	for range maxHops {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		var err error
		if o, err = r.Load(ref); err != nil {
			return nil
		}
	}
	return nil
}
