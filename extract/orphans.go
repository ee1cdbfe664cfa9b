package extract

import (
	"slices"

	"recount.invalid/recount/extract/internal/typeface"
	"recount.invalid/recount/extract/object"
)

// A reference of which a figure was lost leads to another object of the file, often
// of the same kind, and nothing is missing that could be told of. What it led to is
// left over, though: nothing in the file refers to it any more. Where two references
// lead to one page, one content or one font, which writers do for reasons of their
// own, it is asked whether such an object is left over, which writers seldom do; both
// together are damage.

// mostListed is how many objects a file may have that is looked through.
const mostListed = 50_000

// orphans are the objects of a file to which nothing in it refers.
type orphans struct {
	pages, fonts, streams int
}

// leftOver looks for the file's orphans, the first time that it is asked.
func (f *file) leftOver() orphans {
	f.orphansOnce.Do(func() {
		numbers := object.Numbers(f.Reader)
		if len(numbers) > mostListed {
			return
		}
		r := references{to: map[int]bool{}, kids: map[int]bool{}}
		r.note(f.Reader.Trailer(), f.Limits.Nesting)
		counts := map[int]func(*orphans){}
		for _, n := range numbers {
			o, err := f.Reader.Load(object.Ref{Number: n})
			if err != nil {
				continue
			}
			r.note(o, f.Limits.Nesting)
			if count := orphanKind(o, r, n); count != nil {
				counts[n] = count
			}
		}
		for _, count := range counts {
			count(&f.orphansFound)
		}
	})
	return f.orphansFound
}

// references are the numbers of the objects that others refer to.
type references struct {
	to   map[int]bool
	kids map[int]bool // those that a list of pages names
}

// note adds those of a value.
func (r references) note(o object.Object, depth int) {
	if depth < 0 {
		return
	}
	switch v := o.(type) {
	case object.Ref:
		r.to[v.Number] = true
	case object.Array:
		for _, e := range v {
			r.note(e, depth-1)
		}
	case object.Dict:
		for key, e := range v {
			if list, ok := e.(object.Array); ok && key == "Kids" {
				for _, kid := range list {
					if ref, ok := kid.(object.Ref); ok {
						r.kids[ref.Number] = true
					}
				}
			}
			r.note(e, depth-1)
		}
	case *object.Stream:
		r.note(v.Dict, depth-1)
	}
}

// orphanKind says as what the object of a number counts when it is left over; nil for
// others. A page is left over where no list of pages names it: links, outlines and what
// is on it refer to it too.
func orphanKind(o object.Object, r references, number int) func(*orphans) {
	switch v := o.(type) {
	case object.Dict:
		subtype, _ := v["Subtype"].(object.Name)
		switch {
		case v["Type"] == object.Name("Page"):
			return func(found *orphans) { found.pages += unless(r.kids[number]) }
		case v["Type"] == object.Name("Font") && slices.Contains(typeface.Kinds, string(subtype)):
			return func(found *orphans) { found.fonts += unless(r.to[number]) }
		}
	case *object.Stream:
		// What a page shows has no type; programs of fonts have lengths.
		if v.Dict["Type"] == nil && v.Dict["Subtype"] == nil && v.Dict["Length1"] == nil {
			return func(found *orphans) { found.streams += unless(r.to[number]) }
		}
	}
	return nil
}

func unless(b bool) int {
	if b {
		return 0
	}
	return 1
}

// leastAlike is how many pages must call a font by the same name for one that calls
// another so to be wrong.
const leastAlike = 3

// swappedFonts finds the pages of which a font leads to another one of the file: one
// font stands there under two names and one is left over, or all other pages call the
// fonts by names of which each is one font's, and one page calls one otherwise.
func (f *file) swappedFonts(nodes []pageNode) map[int]bool {
	out := map[int]bool{}
	type naming struct {
		name object.Name
		ref  object.Ref
	}
	pages := map[naming][]int{} // the first page of each resource dictionary
	names := map[object.Name]map[object.Ref]bool{}
	called := map[object.Ref]map[object.Name]bool{}
	seen := map[object.Ref]bool{}
	for i := range nodes {
		if ref, ok := nodes[i].resources.(object.Ref); ok {
			if seen[ref] {
				continue
			}
			seen[ref] = true
		}
		fonts := f.Dict(nodes[i].resources)["Font"]
		if ref, ok := fonts.(object.Ref); ok {
			if seen[ref] {
				continue
			}
			seen[ref] = true
		}
		here := map[object.Ref]bool{}
		for name, o := range f.Dict(fonts) {
			ref, ok := o.(object.Ref)
			if !ok {
				continue
			}
			if here[ref] && f.leftOver().fonts > 0 {
				out[i] = true
			}
			here[ref] = true
			pages[naming{name, ref}] = append(pages[naming{name, ref}], i)
			if names[name] == nil {
				names[name] = map[object.Ref]bool{}
			}
			names[name][ref] = true
			if called[ref] == nil {
				called[ref] = map[object.Name]bool{}
			}
			called[ref][name] = true
		}
	}
	var odd []naming
	ambiguous := 0
	for name, refs := range names {
		if len(refs) < 2 {
			continue
		}
		ambiguous++
		for ref := range refs {
			if len(refs) == 2 && len(pages[naming{name, ref}]) == 1 && len(called[ref]) == 2 {
				odd = append(odd, naming{name, ref})
			} else if len(pages[naming{name, ref}]) < leastAlike {
				return out
			}
		}
	}
	if ambiguous == 1 && len(odd) == 1 {
		out[pages[odd[0]][0]] = true
	}
	return out
}
