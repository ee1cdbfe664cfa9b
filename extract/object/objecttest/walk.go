// Package objecttest is what the tests of the object readers share: a walk
// over everything that a file's trailer leads to, and PDF files made on the
// spot. Nothing but tests imports it.
package objecttest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sort"
	"strings"

	"recount.invalid/recount/extract/object"
)

// Walked is what a walk found.
type Walked struct {
	Objects map[object.Ref]string // each indirect object, written in one way
	Streams map[object.Ref]string // hash of each stream's decoded bytes
	Failed  map[object.Ref]error  // objects and streams that gave an error
	Pages   int                   // leaves of the page tree, each counted once
	Decoded int64                 // decoded bytes of all streams
}

// Walk loads every object that can be reached from Root and Info, and decodes
// every stream. It ends early, with ctx's error, when ctx does.
func Walk(ctx context.Context, r object.Reader) (Walked, error) {
	w := Walked{map[object.Ref]string{}, map[object.Ref]string{}, map[object.Ref]error{}, 0, 0}
	var todo []object.Ref
	seen := map[object.Ref]bool{}
	push := func(ref object.Ref) {
		if !seen[ref] {
			seen[ref] = true
			todo = append(todo, ref)
		}
	}
	for _, key := range []object.Name{"Root", "Info"} {
		Refs(r.Trailer()[key], push)
	}
	for len(todo) > 0 {
		if err := ctx.Err(); err != nil {
			return w, err
		}
		ref := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		o, err := r.Load(ref)
		if err != nil {
			w.Failed[ref] = err
			continue
		}
		w.Objects[ref] = Text(o)
		Refs(o, push)
		switch v := o.(type) {
		case object.Dict:
			if v["Type"] == object.Name("Page") {
				w.Pages++
			}
		case *object.Stream:
			data, err := r.Data(v)
			if err != nil && !errors.Is(err, object.ErrFilter) {
				w.Failed[ref] = err
			}
			w.Decoded += int64(len(data))
			w.Streams[ref] = fmt.Sprintf("%x", sha256.Sum256(data))
		}
	}
	return w, nil
}

// coding reports an entry that says how a stream's data is written. Such
// entries differ between forms of one document, and readers may correct them.
func coding(k object.Name) bool { return k == "Length" || k == "Filter" || k == "DecodeParms" }

// Refs calls found with each reference in o, in the order of the keys, those
// in coding entries left out.
func Refs(o object.Object, found func(object.Ref)) {
	switch v := o.(type) {
	case object.Ref:
		found(v)
	case object.Array:
		for _, e := range v {
			Refs(e, found)
		}
	case object.Dict:
		for _, k := range keys(v) {
			Refs(v[k], found)
		}
	case *object.Stream:
		for _, k := range keys(v.Dict) {
			if !coding(k) {
				Refs(v.Dict[k], found)
			}
		}
	}
}

// Text writes an object in one way, so that two can be compared; of a stream
// what does not say how its data is written.
func Text(o object.Object) string {
	var b strings.Builder
	write(&b, o)
	return b.String()
}

func write(b *strings.Builder, o object.Object) {
	switch v := o.(type) {
	case nil:
		b.WriteString("null")
	case object.Name:
		fmt.Fprintf(b, "/%q", string(v))
	case object.String:
		fmt.Fprintf(b, "(%q)", string(v))
	case float64:
		if v == float64(int64(v)) { // 1.0 and 1 are the same number
			fmt.Fprintf(b, "%d", int64(v))
			return
		}
		fmt.Fprintf(b, "%g", v)
	case object.Array:
		b.WriteByte('[')
		for _, e := range v {
			b.WriteByte(' ')
			write(b, e)
		}
		b.WriteByte(']')
	case object.Dict:
		b.WriteString("<<")
		for _, k := range keys(v) {
			fmt.Fprintf(b, " /%q ", string(k))
			write(b, v[k])
		}
		b.WriteString(">>")
	case *object.Stream:
		d := make(object.Dict, len(v.Dict))
		for k, e := range v.Dict {
			if !coding(k) {
				d[k] = e
			}
		}
		write(b, d)
		b.WriteString(" stream")
	default:
		fmt.Fprintf(b, "%v", v)
	}
}

func keys(d object.Dict) []object.Name {
	out := make([]object.Name, 0, len(d))
	for k := range d {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}
