// Package open opens a PDF file with the object reader that suits it.
package open

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"recount/extract/object"
	"recount/extract/object/ledongthuc"
	"recount/extract/object/native"
	"recount/extract/object/pdfcpu"
)

// Auto lets Open choose the reader.
const Auto = "auto"

// Options say how a file is opened. The zero value opens an unencrypted file,
// or one with an empty user password, with the default limits.
type Options struct {
	Password string        // user or owner password; the empty one is always tried
	Reader   string        // "auto" (or empty), "native", "pdfcpu" or "ledongthuc"
	Limits   object.Limits // fields that are zero stand for their defaults
}

type opener func(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits) (object.Reader, error)

// readers are the known readers in the order in which auto tries them.
var readers = []struct {
	name string
	open opener
}{
	{native.Name, native.Open},
	{pdfcpu.Name, pdfcpu.Open},
	{ledongthuc.Name, ledongthuc.Open},
}

// Names are the names that Options.Reader may have.
func Names() []string {
	names := []string{Auto}
	for _, r := range readers {
		names = append(names, r.name)
	}
	return names
}

// Open opens the size bytes of src. src must stay readable, for concurrent
// use, until the Reader is closed. The error is, or wraps, one of package
// object's; it never panics out.
func Open(ctx context.Context, src io.ReaderAt, size int64, opt Options) (object.Reader, error) {
	limits := opt.Limits.OrDefault()
	if err := looksLikePDF(src, size); err != nil {
		return nil, err
	}
	var first error
	known := false
	for _, r := range readers {
		if opt.Reader != "" && opt.Reader != Auto && opt.Reader != r.name {
			continue
		}
		known = true
		got, err := r.open(ctx, src, size, opt.Password, limits)
		if err == nil {
			return got, nil
		}
		if first == nil {
			first = err
		}
		if ctx.Err() != nil || errors.Is(err, object.ErrEncrypted) || errors.Is(err, object.ErrPassword) {
			break
		}
	}
	if !known {
		return nil, fmt.Errorf("unknown reader %q", opt.Reader)
	}
	return nil, first
}

// looksLikePDF refuses what no reader needs to try.
func looksLikePDF(src io.ReaderAt, size int64) error {
	if size == 0 {
		return object.ErrEmpty
	}
	head := make([]byte, min(size, 1<<16))
	n, err := src.ReadAt(head, 0)
	if n == 0 && err != nil {
		return err
	}
	if !bytes.Contains(head[:n], []byte("%PDF-")) && !bytes.Contains(head[:n], []byte(" obj")) {
		return object.ErrNotPDF
	}
	return nil
}
