package picture

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"recount.invalid/recount/fixtures/sample"
)

func sampleFile(t *testing.T) File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(path, sample.PDF, 0o644); err != nil {
		t.Fatal(err)
	}
	file, err := Stat(path, "")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestPages(t *testing.T) {
	file := sampleFile(t)
	var r Renderer
	defer func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}()
	if r.pool != nil {
		t.Error("PDFium is there before a page is asked for")
	}
	ctx := context.Background()
	for _, page := range []int{1, 2, 1} {
		data, err := r.PNG(ctx, file, page)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if s := img.Bounds().Size(); s.X < 900 || s.X > maxWidth || s.Y > maxHeight {
			t.Errorf("page %d has %v pixels", page, s)
		}
		dark := 0
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if red, _, _, _ := img.At(x, y).RGBA(); red < 0x6000 {
					dark++
				}
			}
		}
		if dark < 500 {
			t.Errorf("page %d: %d dark pixels", page, dark)
		}
	}
	// A page that is not there, and what is no PDF, break nothing.
	if _, err := r.PNG(ctx, file, 999); err == nil {
		t.Error("page 999 was drawn")
	}
	bad := filepath.Join(t.TempDir(), "bad.pdf")
	if err := os.WriteFile(bad, []byte("%PDF-1.7\n<<"), 0o644); err != nil {
		t.Fatal(err)
	}
	badFile, err := Stat(bad, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.PNG(ctx, badFile, 1); err == nil {
		t.Error("what is no PDF was drawn")
	}
	if _, err := r.PNG(ctx, file, 3); err != nil {
		t.Error(err)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := r.PNG(gone, file, 4); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	later := file
	later.Modified = later.Modified.Add(-time.Hour)
	if _, err := r.PNG(ctx, later, 1); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
}

func TestCacheIsBounded(t *testing.T) {
	var c cache
	for page := range 200 {
		c.put(key{page: page}, make([]byte, 1<<20))
		c.get(key{page: 0})
	}
	if c.bytes > cacheBytes || len(c.by) != cacheBytes>>20 || c.used.Len() != len(c.by) {
		t.Errorf("%d bytes, %d pictures", c.bytes, len(c.by))
	}
	if _, ok := c.get(key{page: 0}); !ok {
		t.Error("what was used last is gone")
	}
	if _, ok := c.get(key{page: 5}); ok {
		t.Error("what was not used is there")
	}
}

func TestClosed(t *testing.T) {
	var r Renderer
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := r.PNG(context.Background(), sampleFile(t), 1); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
}
