// Package pdfcpu reads objects with github.com/pdfcpu/pdfcpu: its
// cross-reference repair and its decryption, but not its filters (see package
// filter) and nothing of what it knows of pages.
package pdfcpu

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/filter"
)

// Name is the reader's name in `source`.
const Name = "pdfcpu"

// configure keeps the library from writing its configuration and fonts into
// the user's home directory, which it otherwise does on first use.
var configure = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// reader is a file that the library has read whole. Its objects are
// converted each time they are loaded; the mutex is there because the library
// parses the objects of object streams on first use.
type reader struct {
	mu     sync.Mutex
	ctx    *model.Context
	bound  *filter.Bounded
	limits object.Limits
}

// Open reads the file's cross-reference and all its objects. Streams stay
// encoded in memory. Load and Data are safe for concurrent use.
func Open(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (r object.Reader, err error) {
	defer object.Recover(Name, &err)
	configure()
	conf := model.NewDefaultConfiguration()
	conf.UserPW = password
	conf.OwnerPW = password
	conf.Cmd = model.EXTRACTCONTENT
	conf.ValidationMode = model.ValidationRelaxed
	conf.Optimize = false
	conf.Offline = true
	conf.Limits = model.ResourceLimits{
		MaxStreamBytes:       max(size, limits.StreamFloor), // a wrong Length is repaired, if it is not refused before
		MaxDecodeBytes:       limits.StreamBytes(size),
		MaxObjectCount:       limits.ObjectsFor(size),
		MaxObjectStreamCount: limits.ObjectsFor(size),
		MaxObjectStreamFirst: limits.StreamBytes(size),
		MaxXRefEntries:       limits.XRefEntriesFor(size),
		MaxRecursionDepth:    limits.Nesting,
	}
	doc, err := pdfcpu.ReadWithContext(ctx, io.NewSectionReader(src, 0, size), conf)
	if err != nil {
		return nil, classify(err, password)
	}
	if doc.Root == nil {
		return nil, fmt.Errorf("%w: no catalog", object.ErrDamaged)
	}
	return &reader{ctx: doc, bound: filter.NewBounded(limits, size), limits: limits}, nil
}

// classify gives the library's error one of our sentinels.
func classify(err error, password string) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, pdfcpu.ErrEmptyInput):
		return object.ErrEmpty
	case errors.Is(err, pdfcpu.ErrWrongPassword) && password == "":
		return object.ErrEncrypted
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		return object.ErrPassword
	}
	return fmt.Errorf("%w: %w", object.ErrDamaged, err)
}

func (r *reader) Name() string { return Name }

func (r *reader) Close() error { return nil }

func (r *reader) Trailer() object.Dict {
	t := object.Dict{}
	if r.ctx.Root != nil {
		t["Root"] = reference(*r.ctx.Root)
	}
	if r.ctx.Info != nil {
		t["Info"] = reference(*r.ctx.Info)
	}
	return t
}

func (r *reader) Load(ref object.Ref) (o object.Object, err error) {
	defer object.Recover(Name, &err)
	r.mu.Lock()
	defer r.mu.Unlock()
	entry := r.ctx.Table[ref.Number]
	if entry == nil || entry.Free || entry.Object == nil {
		return nil, nil
	}
	if entry.Generation != nil && *entry.Generation != ref.Generation {
		return nil, nil
	}
	switch v := entry.Object.(type) {
	case types.LazyObjectStreamObject:
		decoded, err := v.DecodedObject(context.Background())
		if err != nil {
			return nil, fmt.Errorf("object %v: %w", ref, err)
		}
		entry.Object = decoded
	case types.ObjectStreamDict, types.XRefStreamDict:
		return nil, nil // of no use outside the reader
	}
	return r.convert(entry.Object, r.limits.Nesting)
}

func (r *reader) Data(s *object.Stream) (data []byte, err error) {
	defer object.Recover(Name, &err)
	raw, ok := s.Handle.([]byte)
	if !ok {
		return nil, fmt.Errorf("stream of another reader")
	}
	return r.bound.Decode(raw, s.Dict, r.resolve)
}

// Repairs are what the checksums of the streams tell (object.Repairer).
func (r *reader) Repairs() []string { return r.bound.Repairs() }

// Lossy is what the checksums of the streams say (object.Repairer).
func (r *reader) Lossy() bool { return r.bound.Lossy() }

// resolve follows references.
func (r *reader) resolve(o object.Object) object.Object { return object.Resolve(r, o) }

func reference(r types.IndirectRef) object.Ref {
	return object.Ref{Number: r.ObjectNumber.Value(), Generation: r.GenerationNumber.Value()}
}

// convert turns the library's object into ours.
func (r *reader) convert(o types.Object, depth int) (object.Object, error) {
	if depth <= 0 {
		return nil, r.limits.TooDeep()
	}
	switch v := o.(type) {
	case types.Boolean:
		return bool(v), nil
	case types.Integer:
		return int64(v), nil
	case types.Float:
		return float64(v), nil
	case types.Name:
		return object.Name(v), nil
	case types.StringLiteral:
		b, err := types.Unescape(string(v))
		return object.String(b), err
	case types.HexLiteral:
		b, err := v.Bytes()
		return object.String(b), err
	case types.IndirectRef:
		return reference(v), nil
	case types.Array:
		out := make(object.Array, len(v))
		for i := range v {
			e, err := r.convert(v[i], depth-1)
			if err != nil {
				return nil, err
			}
			out[i] = e
		}
		return out, nil
	case types.Dict:
		return r.dict(v, depth)
	case types.StreamDict:
		d, err := r.dict(v.Dict, depth)
		if err != nil {
			return nil, err
		}
		return &object.Stream{Dict: d, Handle: v.Raw}, nil
	}
	return nil, nil
}

func (r *reader) dict(d types.Dict, depth int) (object.Dict, error) {
	out := make(object.Dict, len(d))
	for k, v := range d {
		e, err := r.convert(v, depth-1)
		if err != nil {
			return nil, err
		}
		if e != nil { // an entry with the value null is absent (7.3.7)
			out[object.Name(k)] = e
		}
	}
	return out, nil
}
