package plain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/native"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/plain"
)

func open(t *testing.T, data []byte) *native.File {
	t.Helper()
	f, err := native.Open(context.Background(), bytes.NewReader(data), int64(len(data)), "", object.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestWrite: a copy has the content of the file, is plain, and comes out the
// same every time.
func TestWrite(t *testing.T) {
	d := objecttest.Sample()
	d.Objects[9] = object.Array{
		object.Name("#20"), object.Name(""), object.Name("\x01\x7f\xff%"), object.String("\x00)(\\"),
		1.0, -2.5, 1e15, 0.000001, int64(-9), true, nil, object.Ref{Number: 10}, object.Ref{Number: 4711},
		object.Dict{"k#": object.Array{object.Dict{}}},
		object.Ref{Number: 11},
	}
	want, err := objecttest.Outline(context.Background(), d.Reader())
	if err != nil {
		t.Fatal(err)
	}
	for _, compress := range []bool{false, true} {
		src := open(t, d.Write(objecttest.Form{Encode: objecttest.Flate, Compress: compress}))
		first, err := plain.Write(context.Background(), src, 10_000)
		if err != nil {
			t.Fatal(err)
		}
		again, err := plain.Write(context.Background(), src, 10_000)
		if err != nil || !bytes.Equal(first, again) {
			t.Errorf("the second copy differs (%v)", err)
		}
		f := open(t, first)
		if !f.Plain() || !f.Intact(context.Background()) {
			t.Error("the copy is not plain and intact")
		}
		got, err := objecttest.Outline(context.Background(), f)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("compressed %v: %v\n got %s\nwant %s", compress, err, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestWriteLimit: streams that lie over each other do not make a copy of any
// size.
func TestWriteLimit(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n1 0 obj<</Pages 2 0 R/All[")
	const streams = 1000
	for i := range streams {
		fmt.Fprintf(&b, "%d 0 R ", i+3)
	}
	b.WriteString("]>>endobj 2 0 obj<</Kids[<<>>]>>endobj\n")
	for i := range streams {
		fmt.Fprintf(&b, "%d 0 obj<<>>stream\n", i+3)
	}
	b.Write(make([]byte, 1<<20))
	b.WriteString("trailer<</Root 1 0 R>>")
	_, err := plain.Write(context.Background(), open(t, b.Bytes()), int64(b.Len()))
	if !errors.Is(err, object.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}
