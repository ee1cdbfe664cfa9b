package extract

import (
	"bytes"
	"context"
	"testing"

	"recount.invalid/recount/extract/internal/arrange"
	"recount.invalid/recount/extract/internal/content"
	"recount.invalid/recount/extract/object"
)

// BenchmarkRead reads a whole file of 28 pages.
func BenchmarkRead(b *testing.B) {
	data := written(28)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), "x", bytes.NewReader(data), int64(len(data)), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// drawn is an interpreter with a page's content.
func drawn() (*content.Interpreter, content.View, []byte) {
	m := &memory{objects: map[object.Ref]object.Object{{Number: 3}: simpleFont("Times-Roman"), {Number: 4}: simpleFont("Times-Bold")}}
	f := newFile(m, object.DefaultLimits())
	node := pageNode{mediaBox: []float64{0, 0, 600, 800}, resources: object.Dict{"Font": object.Dict{
		"F": object.Ref{Number: 3}, "B": object.Ref{Number: 4}}}}
	return content.New(context.Background(), f.File, f.fonts, f.layers), node.view(), []byte(writtenPage(1))
}

// BenchmarkInterpreter runs the content of one page.
func BenchmarkInterpreter(b *testing.B) {
	in, page, data := drawn()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := in.Run(page, data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLines builds the lines of one page.
func BenchmarkLines(b *testing.B) {
	in, page, data := drawn()
	if err := in.Run(page, data); err != nil {
		b.Fatal(err)
	}
	var as arrange.Arranger
	b.ReportAllocs()
	for b.Loop() {
		if len(as.Page(&in.Drawing().Page, 1, page.Width, page.Height).Lines) == 0 {
			b.Fatal("no lines")
		}
	}
}
