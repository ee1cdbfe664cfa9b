package open_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// small limits keep an input of a few kilobytes from costing more than that.
var small = object.Limits{
	StreamFloor: 1 << 20, DocumentFloor: 8 << 20, Objects: 10_000, XRefEntries: 20_000, Time: 10 * time.Second,
}

// FuzzOpen: whatever bytes come in, every reader ends in objects or an error,
// within its limits. A panic, a hang or a crash of the process is what this
// looks for.
func FuzzOpen(f *testing.F) {
	for _, v := range variants {
		f.Add(v.data())
	}
	paths, _ := filepath.Glob("testdata/*.pdf")
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, reader := range readers() {
			ctx, cancel := context.WithTimeout(context.Background(), deadline)
			r, err := open.Open(ctx, bytes.NewReader(data), int64(len(data)), open.Options{Reader: reader, Limits: small})
			if err != nil {
				cancel()
				continue
			}
			w, _ := objecttest.Walk(ctx, r)
			if most := small.DocumentFloor + small.StreamFloor; w.Decoded > most {
				t.Errorf("%s decoded %d bytes, more than %d", r.Name(), w.Decoded, most)
			}
			if ctx.Err() != nil {
				t.Errorf("%s did not end in time", reader)
			}
			r.Close()
			cancel()
		}
	})
}
