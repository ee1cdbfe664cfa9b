// Package open opens a PDF file with the object reader that suits it.
//
// Package native reads first, whatever is asked for: it refuses the least,
// costs the least, and what it knows of the file keeps the libraries from
// what they cannot bear. The libraries get the file itself where it is intact,
// otherwise, or when they refuse it, a plain copy (package plain): they repair
// less than native does, and what pdfcpu repairs it does not always get right
// (it cuts a stream off where Length is too small).
//
// Under the name auto the libraries are asked where native refuses a file; where
// it repairs one or cannot read a page, package extract asks them too
// (Options.AsWritten) and holds their words against its own. A library that a
// damaged file can bring down (ledongthuc/pdf) is given sound files only.
//
// With the build tag lean the libraries are not there: a damaged file that native
// refuses may still be read by a program that has them.
package open

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"sync"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/native"
	"recount.invalid/recount/extract/object/plain"
)

// Auto lets Open choose the reader.
const Auto = "auto"

// Options say how a file is opened. The zero value opens an unencrypted file,
// or one with an empty user password, with the default limits.
type Options struct {
	Password string        // user or owner password; the empty one is always tried
	Reader   string        // one of Names; empty is "auto"
	Limits   object.Limits // fields that are zero stand for their defaults
	// AsWritten: a library is given the file itself or, where it may not be given
	// that, nothing (ErrDamaged): what it says then is its own.
	AsWritten bool
}

// library is a reader that is not ours.
type library struct {
	name string
	open func(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (object.Reader, error)
	// plainOnly: it may only be given files that are plain and were looked
	// through.
	plainOnly bool
}

// Others are the names of the readers beside our own that this program has.
func Others() (names []string) {
	for _, l := range libraries {
		names = append(names, l.name)
	}
	return names
}

// Names are the names that Options.Reader may have.
func Names() []string {
	return []string{Auto, native.Name, pdfcpuName, ledongthucName}
}

// The names of the libraries.
const (
	pdfcpuName     = "pdfcpu"
	ledongthucName = "ledongthuc"
)

// Open opens the size bytes of src. src must stay readable, for concurrent
// use, until the Reader is closed. ctx and the limit Time bound the Reader
// for as long as it is used: when either is over, Load and Data give its
// error. The error is, or wraps, one of package object's; Open never panics
// out. The Reader is safe for concurrent use.
func Open(ctx context.Context, src io.ReaderAt, size int64, opt Options) (object.Reader, error) {
	limits := opt.Limits.OrDefault()
	if err := looksLikePDF(src, size); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, limits.Time, &object.LimitError{
		Limit: "Time", Max: int64(limits.Time.Seconds()),
	})
	r, err := choose(ctx, src, size, opt, limits)
	if err != nil {
		cancel()
		return nil, err
	}
	return &closing{r, cancel}, nil
}

// Revisions gives how many of the first bytes of a file are an earlier revision of
// it (native.Revisions).
func Revisions(ctx context.Context, src io.ReaderAt, size int64, opt Options, most int) []int64 {
	return native.Revisions(ctx, src, size, opt.Password, opt.Limits.OrDefault(), most)
}

// closing ends the reader's context with the reader.
type closing struct {
	object.Reader
	cancel context.CancelFunc
}

// Repairs are those of the reader (object.Repairer).
func (c *closing) Repairs() []string { return object.Repairs(c.Reader) }

// Lossy is what the reader says (object.Repairer).
func (c *closing) Lossy() bool { return object.Lossy(c.Reader) }

// Numbers are those of the reader (object.Lister).
func (c *closing) Numbers() []int { return object.Numbers(c.Reader) }

// Entries are those of the reader (object.Partial).
func (c *closing) Entries(ref object.Ref, keys []object.Name) (object.Dict, bool) {
	return object.Entries(c.Reader, ref, keys)
}

// Close ends the context too.
func (c *closing) Close() error {
	c.cancel()
	return c.Reader.Close()
}

// choose opens the file with the reader asked for.
func choose(ctx context.Context, src io.ReaderAt, size int64, opt Options, limits object.Limits) (object.Reader, error) {
	first, err := native.Open(ctx, src, size, opt.Password, limits)
	switch opt.Reader {
	case native.Name:
		return orError(first, err)
	case "", Auto:
		if err == nil || !errors.Is(err, object.ErrDamaged) {
			return orError(first, err)
		}
		for _, l := range libraries {
			if l.plainOnly {
				continue
			}
			if r, lerr := l.guarded(ctx, src, size, opt.Password, limits); lerr == nil {
				return r, nil
			}
		}
		return nil, err
	}
	for _, l := range libraries {
		if l.name == opt.Reader {
			if opt.AsWritten {
				return l.openAsWritten(ctx, first, err, src, size, opt.Password, limits)
			}
			return l.openFor(ctx, first, err, src, size, opt.Password, limits)
		}
	}
	return nil, fmt.Errorf("unknown reader %q", opt.Reader)
}

// orError keeps a nil *native.File from becoming an object.Reader that is not
// nil.
func orError(f *native.File, err error) (object.Reader, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}

// openAsWritten opens the file itself with the library, where it may be given that.
func (l library) openAsWritten(ctx context.Context, first *native.File, err error, src io.ReaderAt, size int64, password string, limits object.Limits) (object.Reader, error) {
	if l.plainOnly && (err != nil || !first.Plain() || !first.Intact(ctx)) {
		return nil, fmt.Errorf("%w: %s is given plain and sound files only", object.ErrDamaged, l.name)
	}
	return l.guarded(ctx, src, size, password, limits)
}

// openFor opens the file with the library: the file itself, or a copy of what
// first, the native reader, reads. err is what native said.
func (l library) openFor(ctx context.Context, first *native.File, err error, src io.ReaderAt, size int64, password string, limits object.Limits) (object.Reader, error) {
	if err != nil && !errors.Is(err, object.ErrDamaged) {
		return nil, err // a wrong password, a limit, the time
	}
	if err != nil && l.plainOnly {
		return nil, err
	}
	if err == nil {
		password = first.Password()
	}
	if err != nil || first.Intact(ctx) && !first.Locked() && (first.Plain() || !l.plainOnly) {
		r, lerr := l.guarded(ctx, src, size, password, limits)
		if lerr != nil && !errors.Is(lerr, object.ErrDamaged) {
			return nil, lerr
		}
		// pdfcpu does not find the trailer's Info in every form of table.
		if lerr == nil && (err != nil || first.Trailer()["Info"] == nil || r.Trailer()["Info"] != nil) {
			return r, nil
		}
		if err != nil {
			return nil, err
		}
	}
	copied, err := plain.Write(ctx, first, size)
	if err != nil {
		return nil, err
	}
	r, err := l.guarded(ctx, bytes.NewReader(copied), int64(len(copied)), "", limits)
	if err != nil {
		return nil, err
	}
	return onCopy{r, l.name + " on a copy by " + native.Name, first}, nil
}

// onCopy is a reader of a copy. What had to be repaired was repaired by who
// made the copy.
type onCopy struct {
	object.Reader
	name   string
	source *native.File
}

func (r onCopy) Name() string      { return r.name }
func (r onCopy) Repairs() []string { return union(r.source.Repairs(), object.Repairs(r.Reader)) }

// Lossy is what the source or its copy says (object.Repairer).
func (r onCopy) Lossy() bool { return r.source.Lossy() || object.Lossy(r.Reader) }

// union is a with what of b is not in it.
func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// guarded opens with the library, but comes back when ctx is done even if the
// library does not.
func (l library) guarded(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (object.Reader, error) {
	type result struct {
		r   object.Reader
		err error
	}
	done := make(chan result, 1)
	go func() {
		r, err := l.open(ctx, src, size, password, limits)
		if err == nil && !object.HasPages(r) {
			err = fmt.Errorf("%w: no page found", object.ErrDamaged)
		}
		done <- result{r, err}
	}()
	select {
	case got := <-done:
		if got.err != nil {
			return nil, got.err
		}
		return got.r, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// looksLikePDF refuses what no reader needs to try.
func looksLikePDF(src io.ReaderAt, size int64) error {
	if size <= 0 {
		return object.ErrEmpty
	}
	const farthest = 64 << 10 // what may stand in front of the header
	head := make([]byte, min(size, farthest))
	n, err := src.ReadAt(head, 0)
	if n == 0 && err != nil {
		return err
	}
	if !bytes.Contains(head[:n], []byte("%PDF-")) && !objectBegins().Match(head[:n]) {
		return object.ErrNotPDF
	}
	return nil
}

// objectBegins is how an object begins in a file that has lost its header; a
// table or a text may speak of " objectives".
var objectBegins = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9]\s+[0-9]{1,5}\s+obj\b`) })
