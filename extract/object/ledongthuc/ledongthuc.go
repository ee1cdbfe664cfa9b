// Package ledongthuc reads objects with github.com/ledongthuc/pdf: its lexer
// and its cross-reference, but not its filters (see package filter), its
// decryption or its text.
//
// The library resolves references by itself and does not show them. Both
// ends are needed here: a reference that can be compared, so that a font is
// read once per file, and the object behind it. So the values it holds are
// looked at by reflection, which can read unexported fields, and an object
// behind a reference is reached through the value in which the reference was
// found.
package ledongthuc

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/ledongthuc/pdf"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/filter"
)

// Name is the reader's name in `source`.
const Name = "ledongthuc"

// reader keeps, for each reference seen, the way to its object.
type reader struct {
	mu      sync.Mutex
	src     io.ReaderAt
	size    int64
	trailer object.Dict
	ways    map[object.Ref]way
	bound   *filter.Bounded
	limits  object.Limits
}

// way is how the library finds an object: a key of a dictionary, or an index
// of an array.
type way struct {
	from  pdf.Value
	key   string
	index int
}

func (w way) value() pdf.Value {
	if w.from.Kind() == pdf.Array {
		return w.from.Index(w.index)
	}
	return w.from.Key(w.key)
}

// handle is what is needed to fetch a stream's data.
type handle struct {
	value  pdf.Value
	offset int64
}

// Open reads the file's cross-reference. Objects are read when they are
// loaded. Load and Data are safe for concurrent use.
//
// The file must have been looked through before (see package open): the
// library allocates what a cross-reference asks for and follows it in
// circles, which nobody outside can stop. Encrypted files are refused, since
// the library knows only the older half of the ciphers and decrypts and
// decodes in one step.
func Open(_ context.Context, src io.ReaderAt, size int64, _ string, limits object.Limits) (_ object.Reader, err error) {
	defer object.Recover(Name, &err)
	doc, err := pdf.NewReader(src, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", object.ErrDamaged, err)
	}
	if !doc.Trailer().Key("Encrypt").IsNull() {
		return nil, fmt.Errorf("%w: this reader is given unencrypted files only", object.ErrCipher)
	}
	r := &reader{src: src, size: size, ways: map[object.Ref]way{}, bound: filter.NewBounded(limits, size), limits: limits}
	trailer, err := r.convert(doc.Trailer())
	if err != nil {
		return nil, err
	}
	switch t := trailer.(type) {
	case object.Dict:
		r.trailer = t
	case *object.Stream:
		r.trailer = t.Dict
	}
	if r.trailer["Root"] == nil {
		return nil, fmt.Errorf("%w: no catalog", object.ErrDamaged)
	}
	return r, nil
}

func (r *reader) Name() string { return Name }

func (r *reader) Trailer() object.Dict { return r.trailer }

func (r *reader) Close() error { return nil }

// Load gives the objects that a value loaded before refers to; the library
// cannot look up others. That is no loss: every walk starts at the trailer.
func (r *reader) Load(ref object.Ref) (o object.Object, err error) {
	defer object.Recover(Name, &err)
	r.mu.Lock()
	defer r.mu.Unlock()
	w, ok := r.ways[ref]
	if !ok {
		return nil, nil
	}
	o, err = r.convert(w.value())
	if err != nil {
		return nil, fmt.Errorf("object %v: %w", ref, err)
	}
	return o, nil
}

func (r *reader) Data(s *object.Stream) (data []byte, err error) {
	defer object.Recover(Name, &err)
	h, ok := s.Handle.(handle)
	if !ok {
		return nil, fmt.Errorf("stream of another reader")
	}
	raw, err := r.raw(h)
	if err != nil {
		return nil, err
	}
	return r.bound.Decode(raw, s.Dict, r.resolve)
}

// Repairs are what the checksums of the streams tell (object.Repairer).
func (r *reader) Repairs() []string { return r.bound.Repairs() }

// Lossy is what the checksums of the streams say (object.Repairer).
func (r *reader) Lossy() bool { return r.bound.Lossy() }

// raw gives the stream's bytes from the file.
func (r *reader) raw(h handle) ([]byte, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	length := h.value.Key("Length").Int64()
	if h.offset < 0 || length < 0 || h.offset > r.size {
		return nil, fmt.Errorf("%w: stream of %d bytes at %d", object.ErrDamaged, length, h.offset)
	}
	data := make([]byte, min(length, r.size-h.offset))
	n, err := r.src.ReadAt(data, h.offset)
	if err == io.EOF {
		err = nil
	}
	return data[:n], err
}

// resolve follows references.
func (r *reader) resolve(o object.Object) object.Object { return object.Resolve(r, o) }

// convert turns the library's value into ours.
func (r *reader) convert(v pdf.Value) (object.Object, error) {
	return r.deep(v, reflect.ValueOf(v).FieldByName("data"), r.limits.Nesting)
}

// deep converts data, which is what lies in the value v, or in an array or
// dictionary of v that is its own value by then.
func (r *reader) deep(v pdf.Value, data reflect.Value, depth int) (object.Object, error) {
	if depth <= 0 {
		return nil, r.limits.TooDeep()
	}
	switch v.Kind() {
	case pdf.Bool:
		return v.Bool(), nil
	case pdf.Integer:
		return v.Int64(), nil
	case pdf.Real:
		return v.Float64(), nil
	case pdf.Name:
		return object.Name(v.Name()), nil
	case pdf.String:
		return object.String(v.RawString()), nil
	case pdf.Array:
		list := data.Elem()
		out := make(object.Array, list.Len())
		for i := range out {
			if ref, ok := asRef(list.Index(i)); ok {
				r.remember(ref, way{from: v, index: i})
				out[i] = ref
				continue
			}
			e, err := r.deep(v.Index(i), list.Index(i), depth-1)
			if err != nil {
				return nil, err
			}
			out[i] = e
		}
		return out, nil
	case pdf.Dict:
		return r.dict(v, data.Elem(), depth)
	case pdf.Stream:
		d, err := r.dict(v, data.Elem().FieldByName("hdr"), depth)
		if err != nil {
			return nil, err
		}
		text := v.String() // "<<…>>@offset"
		offset, err := strconv.ParseInt(text[strings.LastIndexByte(text, '@')+1:], 10, 64)
		if err != nil {
			return nil, err
		}
		return &object.Stream{Dict: d, Handle: handle{v, offset}}, nil
	}
	return nil, nil
}

func (r *reader) dict(v pdf.Value, entries reflect.Value, depth int) (object.Dict, error) {
	out := make(object.Dict, entries.Len())
	for it := entries.MapRange(); it.Next(); {
		key := it.Key().String()
		if ref, ok := asRef(it.Value()); ok {
			r.remember(ref, way{from: v, key: key})
			out[object.Name(key)] = ref
			continue
		}
		e, err := r.deep(v.Key(key), it.Value(), depth-1)
		if err != nil {
			return nil, err
		}
		if e != nil { // an entry with the value null is absent (7.3.7)
			out[object.Name(key)] = e
		}
	}
	return out, nil
}

func (r *reader) remember(ref object.Ref, w way) {
	if _, ok := r.ways[ref]; !ok {
		r.ways[ref] = w
	}
}

// asRef reports whether the interface value holds the library's reference, a
// struct of an object number and a generation.
func asRef(v reflect.Value) (object.Ref, bool) {
	v = v.Elem()
	if v.Kind() != reflect.Struct || v.NumField() != 2 {
		return object.Ref{}, false
	}
	id, gen := v.FieldByName("id"), v.FieldByName("gen")
	if !id.IsValid() || !gen.IsValid() {
		return object.Ref{}, false
	}
	return object.Ref{Number: int(id.Uint()), Generation: int(gen.Uint())}, true
}
