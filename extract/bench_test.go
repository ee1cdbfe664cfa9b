package extract

import (
	"bytes"
	"context"
	"testing"

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

// drawn is a page's content after the interpreter.
func drawn(b *testing.B) (*interpreter, pageNode, []byte) {
	b.Helper()
	m := &memory{objects: map[object.Ref]object.Object{{Number: 3}: simpleFont("Times-Roman"), {Number: 4}: simpleFont("Times-Bold")}}
	in := &interpreter{file: newFile(m, object.DefaultLimits()), out: &content{}, ctx: context.Background()}
	node := pageNode{mediaBox: []float64{0, 0, 600, 800}, resources: object.Dict{"Font": object.Dict{
		"F": object.Ref{Number: 3}, "B": object.Ref{Number: 4}}}}
	return in, node, []byte(writtenPage(1))
}

// BenchmarkInterpreter runs the content of one page.
func BenchmarkInterpreter(b *testing.B) {
	in, node, data := drawn(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		in.out.reset()
		if err := in.run(node, data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLines builds the lines of one page.
func BenchmarkLines(b *testing.B) {
	in, node, data := drawn(b)
	if err := in.run(node, data); err != nil {
		b.Fatal(err)
	}
	rules := in.out.rules(in.out.usualSize())
	var as assembler
	b.ReportAllocs()
	for b.Loop() {
		if len(as.assemble(in.out, 1, rules)) == 0 {
			b.Fatal("no lines")
		}
	}
}

// BenchmarkCMap reads a ToUnicode map of the usual size.
func BenchmarkCMap(b *testing.B) {
	var m bytes.Buffer
	for i := range 60 {
		m.WriteString("1 beginbfrange <00" + string("0123456789ABCDEF"[i/16]) + string("0123456789ABCDEF"[i%16]) + "> <00FF> <0041> endbfrange\n")
	}
	b.ReportAllocs()
	for b.Loop() {
		parseCMap(m.Bytes())
	}
}
