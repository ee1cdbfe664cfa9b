// Package picture draws pages of PDFs as they are, for a person to look at beside
// what was read of them. It runs PDFium as WebAssembly, without cgo: what a file
// makes it do stays in a memory of bounded size, without files and network.
// Nothing of it is loaded before the first page is asked for.
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// What a picture may cost.
const (
	maxWidth    = 1400 // pixels
	maxHeight   = 2000
	memoryPages = 4096 // of 64 KiB: what PDFium may use, 256 MiB
	deadline    = 15 * time.Second
	// cacheBytes bounds the pictures that are kept; one has some 300 kB.
	cacheBytes = 48 << 20
)

var (
	// ErrChanged says that a file is no longer the one that was read.
	ErrChanged = errors.New("the file has changed since it was read")
	// ErrTime says that a page took too long.
	ErrTime = errors.New("drawing the page took too long")
	// ErrClosed is returned after Close.
	ErrClosed = errors.New("no more pages are drawn")
)

// File names a file as it was when it was read.
type File struct {
	Path     string
	Password string
	Size     int64
	Modified time.Time
}

// Stat gives a file as it is.
func Stat(path, password string) (File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return File{}, err
	}
	return File{Path: path, Password: password, Size: info.Size(), Modified: info.ModTime()}, nil
}

// Renderer draws pages, one at a time. The zero value is ready to use.
type Renderer struct {
	closed atomic.Bool
	mu     sync.Mutex // one page at a time
	pool   pdfium.Pool
	broken error // why PDFium does not start; it is not tried again
	work   pdfium.Pdfium
	open   *opened
	cache  cache
}

// opened is the file that PDFium has open.
type opened struct {
	file File
	f    *os.File
	doc  references.FPDF_DOCUMENT
}

// Warm starts PDFium, which takes some seconds, so that the first page need not
// wait for it. It returns when that is done.
func (r *Renderer) Warm() error {
	r.mu.Lock()
	defer r.unlock()
	return r.start()
}

// unlock lets the next page be drawn, or ends what Close could not.
func (r *Renderer) unlock() {
	if r.closed.Load() {
		_ = r.end() // nobody waits for it any more
	}
	r.mu.Unlock()
}

// PNG draws a page, counted from 1. A context that is done while the page waits
// for its turn ends it.
func (r *Renderer) PNG(ctx context.Context, file File, page int) ([]byte, error) {
	k := key{file, page}
	if data, ok := r.cache.get(k); ok {
		return data, nil
	}
	r.mu.Lock()
	defer r.unlock()
	if err := ctx.Err(); err != nil {
		return nil, err // whoever asked has gone on
	}
	if data, ok := r.cache.get(k); ok {
		return data, nil
	}
	if now, err := Stat(file.Path, file.Password); err != nil || now != file {
		return nil, errors.Join(ErrChanged, err)
	}
	if err := r.start(); err != nil {
		return nil, err
	}
	data, err := r.bounded(file, page)
	if err == nil {
		r.cache.put(k, data)
	}
	return data, err
}

// Close ends PDFium. It does not wait for a page that is being drawn, nor for
// PDFium's start; whoever draws or starts it ends it then.
func (r *Renderer) Close() error {
	r.closed.Store(true)
	if !r.mu.TryLock() {
		return nil
	}
	defer r.mu.Unlock()
	return r.end()
}

func (r *Renderer) end() error {
	r.shut()
	r.cache.clear()
	if r.pool == nil {
		return nil
	}
	err := r.pool.Close()
	r.pool = nil
	return err
}

// start compiles PDFium, once.
func (r *Renderer) start() error {
	switch {
	case r.closed.Load():
		return ErrClosed
	case r.broken != nil:
		return r.broken
	case r.pool != nil:
		return nil
	}
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), // no folder at all
		Stdout:   io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(memoryPages).
			WithCloseOnContextDone(true),
	})
	if err != nil {
		r.broken = fmt.Errorf("PDFium does not start: %w", err)
		return r.broken
	}
	r.pool = pool
	debug.FreeOSMemory() // what compiling took is some hundred megabytes
	return nil
}

// bounded draws a page within the time that it may take. An instance that did
// not come to an end, or broke, is thrown away.
func (r *Renderer) bounded(file File, page int) ([]byte, error) {
	if r.work == nil {
		work, err := r.pool.GetInstance(deadline)
		if err != nil {
			return nil, fmt.Errorf("PDFium does not start: %w", err)
		}
		r.work = work
	}
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if v := recover(); v != nil { // a defect in PDFium must not end the program
				done <- result{nil, fmt.Errorf("the page cannot be drawn: %v", v)}
			}
		}()
		data, err := r.draw(file, page)
		done <- result{data, err}
	}()
	timer := time.NewTimer(deadline)
	defer timer.Stop()
	var got result
	select {
	case got = <-done:
	case <-timer.C:
		_ = r.work.Kill() // it is thrown away in any case
		<-done
		got.err = ErrTime
	}
	if got.err != nil {
		r.shut()
		got.err = fmt.Errorf("page %d: %w", page, got.err)
	}
	return got.data, got.err
}

// draw draws a page of a file, which stays open for the next.
func (r *Renderer) draw(file File, page int) ([]byte, error) {
	if r.open == nil || r.open.file != file {
		if err := r.openFile(file); err != nil {
			return nil, err
		}
	}
	out, err := r.work.RenderPageInPixels(&requests.RenderPageInPixels{
		Width: maxWidth, Height: maxHeight, RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT,
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: r.open.doc, Index: page - 1}},
	})
	if err != nil {
		return nil, err
	}
	defer out.Cleanup()
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err = encoder.Encode(&b, out.Result.RenderedImage)
	return b.Bytes(), err
}

func (r *Renderer) openFile(file File) error {
	r.closeFile()
	f, err := os.Open(file.Path)
	if err != nil {
		return err
	}
	ask := &requests.OpenDocument{FileReader: f, FileReaderSize: file.Size}
	if file.Password != "" {
		ask.Password = &file.Password
	}
	doc, err := r.work.OpenDocument(ask)
	if err != nil {
		_ = f.Close() // opened for reading only
		return err
	}
	r.open = &opened{file: file, f: f, doc: doc.Document}
	return nil
}

func (r *Renderer) closeFile() {
	if r.open == nil {
		return
	}
	if r.work != nil {
		// An instance that cannot close a document is thrown away later.
		_, _ = r.work.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: r.open.doc})
	}
	_ = r.open.f.Close() // opened for reading only
	r.open = nil
}

// shut throws the instance away.
func (r *Renderer) shut() {
	if r.open != nil {
		_ = r.open.f.Close() // opened for reading only
		r.open = nil
	}
	if r.work != nil {
		_ = r.work.Close() // it may be broken, and is given up
		r.work = nil
	}
}
