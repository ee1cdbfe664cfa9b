// Package native reads objects straight from the file, one at a time, with
// no library in between.
//
// It is there because neither library will do for what readers of this
// program send in. Measured on the public suites' files and on a report of
// 1,008 pages: ledongthuc/pdf refuses one file in six, ends the process on
// some (it allocates what a damaged cross-reference asks for) and inflates an
// object stream once per object; pdfcpu refuses few files but reads every
// object of a file before the first is asked for, which takes a quarter of a
// second and 90 MB where this package takes a hundredth and 10 MB. Both stay
// as checks on this package: what can be read by all three must read the
// same.
//
// A file is read as its cross-reference says. Where that is missing, broken
// or names a place at which the object does not stand, the whole file is
// scanned for objects, once.
package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"recount/extract/object"
	"recount/extract/object/filter"
)

// Name is the reader's name in `source`.
const Name = "native"

// file is an open file. Its table does not change once it is open; what is
// found out later lies behind the mutexes.
type file struct {
	ctx    context.Context
	src    source
	limits object.Limits
	bound  *filter.Bounded
	header int64 // offset of %PDF
	shift  int64 // what offsets in the cross-reference are raised by
	// most is how many objects a file of this size can have: each takes at
	// least a byte of it, and some margin is left to short files.
	most  int
	table *table
	crypt *crypt // nil: not encrypted
	// damaged says that table was made by scanning.
	damaged bool

	scanning sync.Mutex
	scan     *scanned // nil until the file was scanned
	scanErr  error

	streams streamCache
}

// Open reads the file's cross-reference and checks that it leads to pages.
// Load and Data are safe for concurrent use. They give ctx's error once ctx
// is done.
func Open(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (r object.Reader, err error) {
	defer object.Recover(Name, &err)
	f := &file{
		ctx:    ctx,
		src:    source{src, size},
		limits: limits,
		bound:  filter.NewBounded(limits, size),
		most:   int(min(int64(limits.Objects), size+50_000)),
	}
	f.streams.max = limits.StreamMax
	const farthest = 64 << 10 // mail headers and web pages in front of the header
	f.header = max(0, int64(bytes.Index(f.src.bytes(0, farthest), []byte("%PDF-"))))

	f.table, err = f.readTable(ctx)
	if err == nil {
		if err = f.unlock(password); err != nil {
			return nil, err
		}
		if f.hasPages() {
			return f, nil
		}
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if errors.As(err, new(*object.LimitError)) {
		return nil, err
	}
	if err := f.rescue(password); err != nil {
		return nil, err
	}
	return f, nil
}

// rescue replaces the cross-reference by one made by scanning.
func (f *file) rescue(password string) error {
	s, err := f.scanOnce()
	if err != nil {
		return err
	}
	f.table, f.damaged = &s.table, true
	f.table.trailer = f.lostTrailer(s)
	if err := f.unlock(password); err != nil {
		return err
	}
	f.expand(s)
	if f.hasPages() {
		return nil
	}
	f.table.trailer["Root"] = f.lostRoot(s)
	if !f.hasPages() {
		return fmt.Errorf("%w: no page found", object.ErrDamaged)
	}
	return nil
}

// hasPages reports whether the trailer leads to a page tree.
func (f *file) hasPages() bool {
	root, ok := f.resolve(f.table.trailer["Root"]).(object.Dict)
	if !ok {
		return false
	}
	pages, ok := f.resolve(root["Pages"]).(object.Dict)
	return ok && (pages["Kids"] != nil || pages["Type"] == object.Name("Page"))
}

// lostTrailer is the newest trailer with a Root that is a dictionary; what it
// does not have is taken from older ones, since the first part of a
// linearized file may hold what the last does not.
func (f *file) lostTrailer(s *scanned) object.Dict {
	out := object.Dict{}
	for i := len(s.trailers) - 1; i >= 0; i-- {
		for _, key := range []object.Name{"Root", "Info", "Encrypt", "ID"} {
			if v, ok := s.trailers[i][key]; ok && out[key] == nil {
				out[key] = v
			}
		}
	}
	return out
}

// lostRoot is a catalog for a file whose trailer names none: the last one
// found, or one made for the topmost page-tree node, or for the pages in the
// order of the file.
func (f *file) lostRoot(s *scanned) object.Object {
	ref := func(number int) object.Ref {
		return object.Ref{Number: number, Generation: s.entries[number].generation}
	}
	for i := len(s.catalogs) - 1; i >= 0; i-- {
		catalog, ok := f.resolve(ref(s.catalogs[i])).(object.Dict)
		if _, isDict := f.resolve(catalog["Pages"]).(object.Dict); ok && isDict {
			return ref(s.catalogs[i])
		}
	}
	for i := len(s.roots) - 1; i >= 0; i-- {
		if node, ok := f.resolve(ref(s.roots[i])).(object.Dict); ok && node["Kids"] != nil {
			return object.Dict{"Type": object.Name("Catalog"), "Pages": ref(s.roots[i])}
		}
	}
	if len(s.pages) == 0 {
		return nil
	}
	kids := object.Array{}
	seen := map[int]bool{}
	for _, number := range s.pages {
		if !seen[number] {
			seen[number] = true
			kids = append(kids, ref(number))
		}
	}
	pages := object.Dict{"Type": object.Name("Pages"), "Kids": kids, "Count": int64(len(kids))}
	return object.Dict{"Type": object.Name("Catalog"), "Pages": pages}
}

// scanOnce scans the file, the first time that it is asked to.
func (f *file) scanOnce() (*scanned, error) {
	f.scanning.Lock()
	defer f.scanning.Unlock()
	if f.scan == nil && f.scanErr == nil {
		f.scan, f.scanErr = f.scanFile(f.ctx)
	}
	return f.scan, f.scanErr
}

func (f *file) Name() string { return Name }

func (f *file) Trailer() object.Dict { return f.table.trailer }

func (f *file) Close() error { return nil }

func (f *file) Load(ref object.Ref) (o object.Object, err error) {
	defer object.Recover(Name, &err)
	if f.ctx.Err() != nil {
		return nil, context.Cause(f.ctx)
	}
	e, ok := f.table.entries[ref.Number]
	if !ok || e.free {
		return nil, nil
	}
	// An object in an object stream has generation 0 (7.5.7). In a damaged
	// file the number alone has to do.
	if e.generation != ref.Generation && !f.damaged {
		return nil, nil
	}
	if e.stream != 0 {
		return f.compressed(ref.Number, e)
	}
	return f.plain(ref.Number, e)
}

// plain loads an object of the file itself.
func (f *file) plain(number int, e entry) (object.Object, error) {
	obj, ok := f.locate(number, e)
	if !ok {
		return nil, fmt.Errorf("%w: object %d does not stand at byte %d", object.ErrDamaged, number, e.offset)
	}
	if obj.deep {
		return nil, fmt.Errorf("object %d: %w", number, &object.LimitError{Limit: "Nesting", Value: int64(f.limits.Nesting) + 1, Max: int64(f.limits.Nesting)})
	}
	value := obj.value
	if f.crypt != nil {
		value = f.crypt.strings(value, obj.number, obj.generation, f.limits.Nesting)
	}
	if !obj.stream {
		return value, nil
	}
	dict := value.(object.Dict)
	return &object.Stream{Dict: dict, Handle: handle{obj.data, obj.number, obj.generation}}, nil
}

// locate reads the object where its entry says it is, or where a scan found
// it.
func (f *file) locate(number int, e entry) (indirect, bool) {
	if obj, ok := f.src.object(e.offset, f.limits.Nesting); ok && obj.number == number {
		return obj, true
	}
	s, err := f.scanOnce()
	if err != nil {
		return indirect{}, false
	}
	found, ok := s.entries[number]
	if !ok || found.stream != 0 {
		return indirect{}, false
	}
	return f.src.object(found.offset, f.limits.Nesting)
}

// resolve follows references, no further than the nesting limit.
func (f *file) resolve(o object.Object) object.Object {
	for range f.limits.Nesting {
		ref, ok := o.(object.Ref)
		if !ok {
			return o
		}
		o, _ = f.Load(ref)
	}
	return nil
}
