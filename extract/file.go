package extract

import (
	"errors"
	"maps"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"recount.invalid/recount/extract/object"
)

// file is an opened PDF with what its pages share. Its methods may be called
// by several goroutines.
type file struct {
	reader object.Reader
	limits object.Limits
	size   int64 // bytes of the file

	noted sync.Map // limits that were hit, by name, each with its error
	// shared says that a limit was hit that the pages have in common: which of
	// them goes short depends on which is read first.
	shared atomic.Bool

	fontMu       sync.Mutex
	fonts        map[object.Ref]*font
	fontRoom     int          // bytes that their tables take
	fontsLeftOut bool         // limits.Fonts was hit
	substitute   func() *font // stands in for fonts that are left out
	lostFont     func() *font // stands in for fonts that are missing

	orphansOnce  sync.Once
	orphansFound orphans

	twicePages []int // pages that the tree names again, from 1
	lostPages  []int // entries of the page tree that lead to nothing, by the page that comes next

	swapped map[int]bool // pages, from 0, of which a font leads to another one

	optional    optional // optional content
	memberships sync.Map // object.Ref of a membership dictionary to whether it is hidden
}

func newFile(r object.Reader, limits object.Limits) *file {
	return &file{reader: r, limits: limits, fonts: map[object.Ref]*font{}, substitute: sync.OnceValue(missing), lostFont: sync.OnceValue(lostFont)}
}

// resolve follows references until something else comes, or nil where they
// lead nowhere.
func (f *file) resolve(o object.Object) object.Object {
	for range 32 {
		ref, ok := o.(object.Ref)
		if !ok {
			return o
		}
		v, err := f.reader.Load(ref)
		if err != nil {
			f.note(err)
			return nil
		}
		o = v
	}
	return nil
}

// absent reports whether a file refers to something that it does not have: not
// because a limit kept it from being read. A null that stands there itself was
// written so.
func (f *file) absent(o object.Object) bool {
	if _, ok := o.(object.Ref); !ok {
		return false
	}
	for range 32 {
		ref, ok := o.(object.Ref)
		if !ok {
			return o == nil
		}
		v, err := f.reader.Load(ref)
		if err != nil {
			return !errors.As(err, new(*object.LimitError)) && errors.Is(err, object.ErrDamaged)
		}
		o = v
	}
	return true
}

// note remembers that an object is missing because a limit was hit.
func (f *file) note(err error) {
	if limit := (*object.LimitError)(nil); errors.As(err, &limit) {
		f.noted.Store(limit.Limit, limit)
		f.noteShared(limit)
	}
}

// noteShared remembers that the limit on what all streams decode to was hit.
func (f *file) noteShared(limit *object.LimitError) {
	if limit.Limit == "DocumentRatio" || limit.Limit == "DocumentFloor" {
		f.shared.Store(true)
	}
}

// limitsHit are the limits that were noted, by name. Time is not among them:
// the pages that are not read for it say so.
func (f *file) limitsHit() []error {
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

// cmapFits reports whether a CMap is short enough to be read in full, and
// notes where it is not.
func (f *file) cmapFits(b []byte) bool {
	if int64(len(b)) <= f.limits.CMapBytes {
		return true
	}
	f.note(&object.LimitError{Limit: "CMapBytes", Max: f.limits.CMapBytes})
	return false
}

// data gives a stream's decoded bytes; on an error what could be decoded.
func (f *file) data(s *object.Stream) ([]byte, error) {
	b, err := f.reader.Data(s)
	if limit := (*object.LimitError)(nil); err != nil && errors.As(err, &limit) {
		f.noteShared(limit)
	}
	return b, err
}

// dict gives a dictionary, a stream's included; nil for anything else.
func (f *file) dict(o object.Object) object.Dict {
	switch v := f.resolve(o).(type) {
	case object.Dict:
		return v
	case *object.Stream:
		if v != nil {
			return v.Dict
		}
	}
	return nil
}

// entries gives what a dictionary has under the keys, and perhaps more of it.
func (f *file) entries(o object.Object, keys []object.Name) object.Dict {
	if ref, ok := o.(object.Ref); ok {
		if d, ok := object.Entries(f.reader, ref, keys); ok {
			return d
		}
	}
	return f.dict(o)
}

func (f *file) stream(o object.Object) *object.Stream {
	s, _ := f.resolve(o).(*object.Stream)
	return s
}

func (f *file) array(o object.Object) object.Array {
	a, _ := f.resolve(o).(object.Array)
	return a
}

func (f *file) name(o object.Object) string {
	n, _ := f.resolve(o).(object.Name)
	return string(n)
}

func (f *file) text(o object.Object) string {
	s, _ := f.resolve(o).(object.String)
	return textString([]byte(s))
}

// number gives a number that can be computed with.
func (f *file) number(o object.Object) (float64, bool) {
	switch v := f.resolve(o).(type) {
	case int64:
		return float64(v), true
	case float64:
		if !math.IsNaN(v) && math.Abs(v) <= maxNumber {
			return v, true
		}
	}
	return 0, false
}

// numbers gives an array of numbers, or nil when it has not exactly n.
func (f *file) numbers(o object.Object, n int) []float64 {
	a := f.array(o)
	if len(a) != n {
		return nil
	}
	out := make([]float64, n)
	for i, e := range a {
		v, ok := f.number(e)
		if !ok {
			return nil
		}
		out[i] = v
	}
	return out
}

// matrix gives a matrix entry, or the identity where there is none.
func (f *file) matrix(o object.Object) matrix {
	if n := f.numbers(o, 6); n != nil {
		return matrix(n)
	}
	return identity
}

// hasChecksum reports whether a stream is packed by the one filter that keeps a
// checksum of what it packed.
func (f *file) hasChecksum(s *object.Stream) bool {
	names := object.Array{s.Dict["Filter"]}
	if a := f.array(s.Dict["Filter"]); a != nil {
		names = a
	}
	return slices.ContainsFunc(names, func(o object.Object) bool { return f.name(o) == "FlateDecode" })
}
