// Package native reads objects straight from the file, one at a time, with
// no library in between.
//
// It is there because neither library will do for what readers of this
// program send in. Measured on about 650 files of public suites, on 600
// copies of them with bytes cut out, overwritten and inserted, and on a report
// of 1,008 pages with object streams:
//
//   - ledongthuc/pdf refuses one file in six, ends the process on some (it
//     allocates what a damaged cross-reference asks for), and inflates an
//     object stream once per object: 16 seconds for the report.
//   - pdfcpu refuses few files, but loses pages of 33 damaged copies that
//     poppler finds, where this package loses 3, and reads every object of a
//     file before the first is asked for: 0.26 seconds and 90 MB for the
//     report, where this package opens it in 0.01 seconds and 10 MB.
//
// Both stay as checks on this package: what they can read, they must read the
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
	"slices"
	"sync"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/filter"
)

// Name is the reader's name in `source`.
const Name = "native"

// File is an open file. Its table does not change once it is open; what is
// found out later lies behind the mutexes.
type File struct {
	ctx               context.Context
	src               source
	limits            object.Limits
	bound             *filter.Bounded
	parsing           *object.Budget // of the bytes that Load reads, each time anew
	header            int64          // offset of %PDF
	shift             int64          // what offsets in the cross-reference are raised by
	most, mostEntries int            // objects and cross-reference entries allowed

	table *table
	crypt *crypt // nil: not encrypted
	// damaged says that table was made by scanning.
	damaged bool

	scanning sync.Mutex
	scan     *scanned // nil until the file was scanned
	scanErr  error

	streams streamCache
	objects objectCache
	ends    endFinder
	repairs repairs
}

// Open reads the file's cross-reference and checks that it leads to pages.
// Load and Data are safe for concurrent use. They give ctx's error once ctx
// is done.
func Open(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (*File, error) {
	f, err := openSafely(ctx, src, size, password, limits, openFile)
	if err != nil {
		return nil, err
	}
	f.objects.open = true
	return f, nil
}

// openSafely opens a file in one of the ways below; a panic is an error.
func openSafely(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits,
	open func(context.Context, io.ReaderAt, int64, string, object.Limits) (*File, error)) (_ *File, err error) {
	defer object.Recover(Name, &err)
	return open(ctx, src, size, password, limits)
}

func openFile(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (*File, error) {
	f, err := openAsWritten(ctx, src, size, password, limits)
	if err == nil {
		return f, nil
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if f == nil || errors.As(err, new(*object.LimitError)) {
		return nil, err
	}
	if err := f.rescue(password); err != nil {
		return nil, err
	}
	return f, nil
}

// errNoPages is a cross-reference that leads to no page.
var errNoPages = fmt.Errorf("%w: no page found", object.ErrDamaged)

// openAsWritten opens a file by its cross-reference. Where that cannot be used the
// file comes with the error, to be rescued; without it, it cannot be.
func openAsWritten(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (*File, error) {
	f := &File{
		ctx:    ctx,
		src:    newSource(src, size),
		limits: limits,
		bound:  filter.NewBounded(limits, size),

		// Looking at a byte costs about as much as decoding one.
		parsing: object.NewBudget(limits, size),
		most:    limits.ObjectsFor(size),

		mostEntries: limits.XRefEntriesFor(size),
	}
	f.streams.max = limits.StreamMax
	const farthest = 64 << 10 // mail headers and web pages in front of the header
	f.header = max(0, int64(bytes.Index(f.src.bytes(0, farthest), []byte("%PDF-"))))

	var err error
	if f.table, err = f.readTable(ctx); err != nil {
		return f, err
	}
	if err := f.unlock(password); err != nil {
		return nil, err
	}
	if !object.HasPages(f) {
		return f, errNoPages
	}
	return f, nil
}

// rescue replaces the cross-reference by one made by scanning.
func (f *File) rescue(password string) error {
	s, err := f.scanOnce()
	if err != nil {
		return err
	}
	f.table, f.damaged = &s.table, true
	if err := f.unlock(password); err != nil {
		return err
	}
	f.expand(s)
	if f.ctx.Err() != nil {
		return context.Cause(f.ctx)
	}
	if n := len(s.infos); n > 0 && f.table.trailer["Info"] == nil {
		f.table.trailer["Info"] = s.ref(s.infos[n-1])
	}
	if object.HasPages(f) {
		return nil
	}
	f.table.trailer["Root"] = f.lostRoot(s)
	if !object.HasPages(f) {
		return fmt.Errorf("%w: no page found", object.ErrDamaged)
	}
	return nil
}

// lostRoot is a catalog for a file whose trailer names none: the last one
// found, or one made for the topmost page-tree node, or for the pages in the
// order of the file.
func (f *File) lostRoot(s *scanned) object.Object {
	const most = 50 // of each that are tried; a file has one, or one for each revision
	for i := len(s.catalogs) - 1; i >= max(0, len(s.catalogs)-most); i-- {
		catalog, ok := f.resolve(s.ref(s.catalogs[i])).(object.Dict)
		if ok && object.LeadsToPage(f, catalog["Pages"]) {
			return s.ref(s.catalogs[i])
		}
	}
	for i := len(s.roots) - 1; i >= max(0, len(s.roots)-most); i-- {
		if object.LeadsToPage(f, s.ref(s.roots[i])) {
			return object.Dict{"Type": object.Name("Catalog"), "Pages": s.ref(s.roots[i])}
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
			kids = append(kids, s.ref(number))
		}
	}
	pages := object.Dict{"Type": object.Name("Pages"), "Kids": kids, "Count": int64(len(kids))}
	return object.Dict{"Type": object.Name("Catalog"), "Pages": pages}
}

// scanOnce scans the file, the first time that it is asked to.
func (f *File) scanOnce() (*scanned, error) {
	f.scanning.Lock()
	defer f.scanning.Unlock()
	if f.scan == nil && f.scanErr == nil {
		f.scan, f.scanErr = f.scanFile(f.ctx)
	}
	return f.scan, f.scanErr
}

// Name is the reader's name (object.Reader).
func (f *File) Name() string { return Name }

// Trailer is the newest trailer, filled up from older ones (object.Reader).
func (f *File) Trailer() object.Dict { return f.table.trailer }

// Numbers are those that the cross-reference has in use (object.Lister).
func (f *File) Numbers() []int {
	out := make([]int, 0, len(f.table.entries))
	for n, e := range f.table.entries {
		if !e.free {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// Close has nothing to let go of (object.Reader).
func (f *File) Close() error { return nil }

// Load reads an object (object.Reader).
func (f *File) Load(ref object.Ref) (o object.Object, err error) {
	defer object.Recover(Name, &err)
	if f.ctx.Err() != nil {
		return nil, context.Cause(f.ctx)
	}
	if o, ok := f.objects.get(ref); ok {
		return o, nil
	}
	if _, err := f.parsing.Left(); err != nil {
		return nil, err
	}
	e, ok := f.table.entries[ref.Number]
	if !ok {
		return f.unlisted(ref)
	}
	if e.free {
		return nil, nil
	}
	if e.stream != 0 {
		// Such an object has generation 0 (7.5.7). In a damaged file the
		// number alone has to do.
		if ref.Generation != 0 && !f.damaged {
			return nil, nil
		}
		return f.compressed(ref.Number, e)
	}
	return f.plain(ref, e)
}

// unlisted loads an object that the cross-reference does not know. By the
// standard that is null; but where the file has it all the same, an entry was
// lost.
func (f *File) unlisted(ref object.Ref) (object.Object, error) {
	s, err := f.scanOnce()
	if err != nil {
		return nil, nil
	}
	e, ok := s.entries[ref.Number]
	if !ok || e.stream != 0 || e.generation != ref.Generation && !f.damaged {
		return nil, nil
	}
	f.repairs.note(unlisted, ref.Number)
	return f.plain(ref, e)
}

// plain loads an object of the file itself.
func (f *File) plain(ref object.Ref, e entry) (object.Object, error) {
	obj, ok := f.locate(ref.Number, e)
	f.parsing.Spend(obj.length)
	if !ok && e.offset == nowhere {
		return nil, nil
	}
	if !ok {
		f.repairs.note(lost, ref.Number)
		return nil, fmt.Errorf("%w: object %v does not stand at byte %d", object.ErrDamaged, ref, e.offset)
	}
	// A reference to an object that was deleted, its number used again. The
	// object's own word counts, and in a damaged file the number alone.
	if obj.generation != ref.Generation && e.generation != ref.Generation && !f.damaged {
		return nil, nil
	}
	if obj.deep {
		return nil, fmt.Errorf("object %v: %w", ref, f.limits.TooDeep())
	}
	if obj.torn {
		f.repairs.note(torn, ref.Number)
	}
	value := obj.value
	if f.crypt != nil {
		value = f.crypt.strings(value, obj.number, obj.generation, f.limits.Nesting)
	}
	if !obj.stream {
		f.objects.put(ref, value, obj.length)
		return value, nil
	}
	dict := value.(object.Dict)
	return &object.Stream{Dict: dict, Handle: handle{obj.data, obj.number, obj.generation}}, nil
}

// locate reads the object where its entry says it is, or where a scan found
// it.
func (f *File) locate(number int, e entry) (indirect, bool) {
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
	f.repairs.note(moved, number)
	return f.src.object(found.offset, f.limits.Nesting)
}

// resolve follows references.
func (f *File) resolve(o object.Object) object.Object { return object.Resolve(f, o) }
