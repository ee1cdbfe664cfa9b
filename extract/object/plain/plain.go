// Package plain writes a file anew in the plainest form that PDF has: header
// at the first byte, one cross-reference table, no object streams, no
// encryption, every Length right. What a library cannot open, or should not
// be let near, it can read in this form.
package plain

import (
	"context"
	"fmt"
	"sort"
	"strconv"

	"recount.invalid/recount/extract/object"
)

// Source is a reader that can give streams as they stand in the file.
type Source interface {
	object.Reader
	// Raw gives a stream's bytes, decrypted, with its filters still on.
	Raw(*object.Stream) ([]byte, error)
}

// room is how large the copy of a file of size bytes may become. Streams that
// lie over each other in the file do not in the copy.
func room(size int64) int64 { return 8*size + 16<<20 }

// Write copies everything that the trailer's Root and Info lead to. Objects
// keep their numbers, except that one with a number that no file of size
// bytes needs is left out, as are objects that cannot be loaded. size is that
// of the source.
func Write(ctx context.Context, src Source, size int64) ([]byte, error) {
	w := &writer{offsets: map[int]written{}, most: int(min(50_000+size, 1<<23))}
	w.buf = append(w.buf, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	seen := map[object.Ref]bool{}
	var todo []object.Ref
	push := func(ref object.Ref) {
		if !seen[ref] && ref.Number > 0 && ref.Number <= w.most {
			seen[ref] = true
			todo = append(todo, ref)
		}
	}
	trailer := object.Dict{}
	for _, key := range []object.Name{"Root", "Info"} {
		if v, ok := src.Trailer()[key]; ok {
			trailer[key] = v
			references(v, push)
		}
	}
	highest := 0
	for len(todo) > 0 {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		ref := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		o, err := src.Load(ref)
		if err != nil || o == nil {
			continue
		}
		references(o, push)
		highest = max(highest, ref.Number)
		w.indirect(src, ref, o)
		if int64(len(w.buf)) > room(size) {
			return nil, fmt.Errorf("%w: its streams lie over each other", object.ErrDamaged)
		}
	}
	// A catalog that was made up is no object of the file yet.
	for _, key := range []object.Name{"Root", "Info"} {
		if d, ok := trailer[key].(object.Dict); ok {
			highest++
			ref := object.Ref{Number: highest}
			w.indirect(src, ref, d)
			trailer[key] = ref
		}
	}
	trailer["Size"] = int64(highest + 1)
	w.finish(trailer)
	return w.buf, nil
}

// references calls found with each reference in o.
func references(o object.Object, found func(object.Ref)) {
	switch v := o.(type) {
	case object.Ref:
		found(v)
	case object.Array:
		for _, e := range v {
			references(e, found)
		}
	case object.Dict:
		for _, k := range sortedKeys(v) {
			references(v[k], found)
		}
	case *object.Stream:
		references(v.Dict, found)
	}
}

func sortedKeys(d object.Dict) []object.Name {
	out := make([]object.Name, 0, len(d))
	for k := range d {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

type written struct {
	offset     int
	generation int
}

type writer struct {
	buf     []byte
	offsets map[int]written
	most    int
}

func (w *writer) indirect(src Source, ref object.Ref, o object.Object) {
	if _, ok := w.offsets[ref.Number]; ok {
		return // the other generation
	}
	w.offsets[ref.Number] = written{len(w.buf), ref.Generation}
	w.buf = fmt.Appendf(w.buf, "%d %d obj\n", ref.Number, ref.Generation)
	if s, ok := o.(*object.Stream); ok {
		raw, err := src.Raw(s)
		if err != nil {
			raw = nil // the dictionary may be of use without its data
		}
		dict := make(object.Dict, len(s.Dict))
		for k, v := range s.Dict {
			dict[k] = v
		}
		dict["Length"] = int64(len(raw))
		w.object(dict)
		w.buf = append(w.buf, "\nstream\n"...)
		w.buf = append(w.buf, raw...)
		w.buf = append(w.buf, "\nendstream\nendobj\n"...)
		return
	}
	w.object(o)
	w.buf = append(w.buf, "\nendobj\n"...)
}

func (w *writer) object(o object.Object) {
	switch v := o.(type) {
	case bool:
		w.buf = strconv.AppendBool(w.buf, v)
	case int64:
		w.buf = strconv.AppendInt(w.buf, v, 10)
	case float64:
		w.buf = strconv.AppendFloat(w.buf, v, 'f', -1, 64)
		if v == float64(int64(v)) {
			w.buf = append(w.buf, '.') // stays a real number
		}
	case object.Name:
		w.name(v)
	case object.String:
		w.buf = fmt.Appendf(w.buf, "<%x>", string(v))
	case object.Ref:
		if v.Number > w.most {
			w.buf = append(w.buf, "null"...)
			return
		}
		w.buf = fmt.Appendf(w.buf, "%d %d R", v.Number, v.Generation)
	case object.Array:
		w.buf = append(w.buf, '[')
		for i, e := range v {
			if i > 0 {
				w.buf = append(w.buf, ' ')
			}
			w.object(e)
		}
		w.buf = append(w.buf, ']')
	case object.Dict:
		w.buf = append(w.buf, "<<"...)
		for _, k := range sortedKeys(v) {
			w.name(k)
			w.buf = append(w.buf, ' ')
			w.object(v[k])
		}
		w.buf = append(w.buf, ">>"...)
	default:
		w.buf = append(w.buf, "null"...)
	}
}

// name writes a name; all but letters, digits and a few signs as #xx.
func (w *writer) name(n object.Name) {
	w.buf = append(w.buf, '/')
	for i := 0; i < len(n); i++ {
		c := n[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == '+' {
			w.buf = append(w.buf, c)
			continue
		}
		w.buf = fmt.Appendf(w.buf, "#%02x", c)
	}
}

// finish writes the cross-reference table and the trailer.
func (w *writer) finish(trailer object.Dict) {
	start := len(w.buf)
	numbers := make([]int, 0, len(w.offsets))
	for n := range w.offsets {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	w.buf = append(w.buf, "xref\n0 1\n0000000000 65535 f \n"...)
	for i := 0; i < len(numbers); {
		end := i + 1
		for end < len(numbers) && numbers[end] == numbers[end-1]+1 {
			end++
		}
		w.buf = fmt.Appendf(w.buf, "%d %d\n", numbers[i], end-i)
		for ; i < end; i++ {
			e := w.offsets[numbers[i]]
			w.buf = fmt.Appendf(w.buf, "%010d %05d n \n", e.offset, e.generation)
		}
	}
	w.buf = append(w.buf, "trailer\n"...)
	w.object(trailer)
	w.buf = fmt.Appendf(w.buf, "\nstartxref\n%d\n%%%%EOF\n", start)
}
