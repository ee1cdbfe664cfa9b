package access

import (
	"errors"
	"maps"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/object"
)

// File is an opened PDF, of which it gives objects as values of Go. Its methods may
// be called by several goroutines.
type File struct {
	Reader object.Reader // what opened it
	Limits object.Limits // within which it is read

	noted  sync.Map    // limits that were hit, by name, each with its error
	common atomic.Bool // see InCommon
}

// New gives the file that r has opened, to be read within the limits.
func New(r object.Reader, limits object.Limits) *File {
	return &File{Reader: r, Limits: limits}
}

// InCommon reports whether a limit was hit that the pages have in common: which of
// them goes short depends on which is read first.
func (f *File) InCommon() bool { return f.common.Load() }

// NoteInCommon remembers that such a limit was hit.
func (f *File) NoteInCommon() { f.common.Store(true) }

// Resolve follows references until something else comes, or nil where they
// lead nowhere.
func (f *File) Resolve(o object.Object) object.Object {
	for range 32 {
		ref, ok := o.(object.Ref)
		if !ok {
			return o
		}
		v, err := f.Reader.Load(ref)
		if err != nil {
			f.Note(err)
			return nil
		}
		o = v
	}
	return nil
}

// Absent reports whether a file refers to something that it does not have: not
// because a limit kept it from being read. A null that stands there itself was
// written so.
func (f *File) Absent(o object.Object) bool {
	if _, ok := o.(object.Ref); !ok {
		return false
	}
	for range 32 {
		ref, ok := o.(object.Ref)
		if !ok {
			return o == nil
		}
		v, err := f.Reader.Load(ref)
		if err != nil {
			return !errors.As(err, new(*object.LimitError)) && errors.Is(err, object.ErrDamaged)
		}
		o = v
	}
	return true
}

// Note remembers that an object is missing because a limit was hit.
func (f *File) Note(err error) {
	if limit := (*object.LimitError)(nil); errors.As(err, &limit) {
		f.noted.Store(limit.Limit, limit)
		f.noteShared(limit)
	}
}

// noteShared remembers that the limit on what all streams decode to was hit.
func (f *File) noteShared(limit *object.LimitError) {
	if limit.Limit == "DocumentRatio" || limit.Limit == "DocumentFloor" {
		f.NoteInCommon()
	}
}

// LimitsHit are the limits that were noted, by name. Time is not among them:
// the pages that are not read for it say so.
func (f *File) LimitsHit() []error {
	hit := map[string]error{}
	for name, err := range f.noted.Range {
		if name != "Time" {
			hit[name.(string)] = err.(error)
		}
	}
	var out []error
	for _, name := range slices.Sorted(maps.Keys(hit)) {
		out = append(out, hit[name])
	}
	return out
}

// Data gives a stream's decoded bytes; on an error what could be decoded.
func (f *File) Data(s *object.Stream) ([]byte, error) {
	b, err := f.Reader.Data(s)
	if limit := (*object.LimitError)(nil); err != nil && errors.As(err, &limit) {
		f.noteShared(limit)
	}
	return b, err
}

// Dict gives a dictionary, a stream's included; nil for anything else.
func (f *File) Dict(o object.Object) object.Dict {
	switch v := f.Resolve(o).(type) {
	case object.Dict:
		return v
	case *object.Stream:
		if v != nil {
			return v.Dict
		}
	}
	return nil
}

// Entries gives what a dictionary has under the keys, and perhaps more of it.
func (f *File) Entries(o object.Object, keys []object.Name) object.Dict {
	if ref, ok := o.(object.Ref); ok {
		if d, ok := object.Entries(f.Reader, ref, keys); ok {
			return d
		}
	}
	return f.Dict(o)
}

// Stream gives a stream; nil for anything else.
func (f *File) Stream(o object.Object) *object.Stream {
	s, _ := f.Resolve(o).(*object.Stream)
	return s
}

// Array gives an array; nil for anything else.
func (f *File) Array(o object.Object) object.Array {
	a, _ := f.Resolve(o).(object.Array)
	return a
}

// Name gives a name; "" for anything else.
func (f *File) Name(o object.Object) string {
	n, _ := f.Resolve(o).(object.Name)
	return string(n)
}

// Text gives a text string (PDF 32000-1, 7.9.2.2); "" for anything else.
func (f *File) Text(o object.Object) string {
	s, _ := f.Resolve(o).(object.String)
	return chars.Decode([]byte(s))
}

// Number gives a number that can be computed with; ok is false for anything else.
func (f *File) Number(o object.Object) (float64, bool) {
	switch v := f.Resolve(o).(type) {
	case int64:
		return float64(v), true
	case float64:
		if !math.IsNaN(v) && math.Abs(v) <= plane.MaxNumber {
			return v, true
		}
	}
	return 0, false
}

// Numbers gives an array of numbers, or nil when it has not exactly n.
func (f *File) Numbers(o object.Object, n int) []float64 {
	a := f.Array(o)
	if len(a) != n {
		return nil
	}
	out := make([]float64, n)
	for i, e := range a {
		v, ok := f.Number(e)
		if !ok {
			return nil
		}
		out[i] = v
	}
	return out
}

// Matrix gives a matrix entry, or the identity where there is none.
func (f *File) Matrix(o object.Object) plane.Matrix {
	if n := f.Numbers(o, 6); n != nil {
		return plane.Matrix(n)
	}
	return plane.Identity
}

// HasChecksum reports whether a stream is packed by the one filter that keeps a
// checksum of what it packed.
func (f *File) HasChecksum(s *object.Stream) bool {
	names := object.Array{s.Dict["Filter"]}
	if a := f.Array(s.Dict["Filter"]); a != nil {
		names = a
	}
	return slices.ContainsFunc(names, func(o object.Object) bool { return f.Name(o) == "FlateDecode" })
}
