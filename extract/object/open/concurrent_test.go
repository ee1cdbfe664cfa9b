package open_test

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// TestConcurrent: goroutines that read one Reader at the same time read what
// one alone does. Run with -race it also shows that they share nothing
// unguarded.
func TestConcurrent(t *testing.T) {
	data := book(40).Write(objecttest.Form{Encode: objecttest.Flate, Compress: true})
	damaged := replace(book(40).Write(objecttest.Form{Encode: objecttest.Flate}), "65535 f \n", "65535 f \n0000000003 00000 n \n")
	want, err := objecttest.Outline(context.Background(), book(40).Reader())
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"object streams": data, "damaged": damaged} {
		for _, reader := range readers() {
			t.Run(name+"/"+reader, func(t *testing.T) {
				r, err := open.Open(context.Background(), bytes.NewReader(data), int64(len(data)), open.Options{Reader: reader, Limits: object.Limits{DocumentRatio: 1000}})
				if err != nil {
					t.Fatal(err)
				}
				defer r.Close()
				var all sync.WaitGroup
				for range 4 {
					all.Go(func() {
						got, err := objecttest.Outline(context.Background(), r)
						if err != nil || !slices.Equal(got, want) {
							t.Errorf("read otherwise: %v", err)
						}
					})
				}
				all.Wait()
			})
		}
	}
}
