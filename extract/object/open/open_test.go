package open_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// deadline is for a single file; a reader that runs into it hangs.
const deadline = 30 * time.Second

// readers are all readers but auto.
func readers() []string { return open.Names()[1:] }

func walk(t *testing.T, data []byte, opt open.Options) (objecttest.Walked, string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	r, err := open.Open(ctx, bytes.NewReader(data), int64(len(data)), opt)
	if err != nil {
		return objecttest.Walked{}, "", err
	}
	defer r.Close()
	w, err := objecttest.Walk(ctx, r)
	return w, r.Name(), err
}

// same compares two walks, object by object.
func same(t *testing.T, got, want objecttest.Walked) {
	t.Helper()
	for _, ref := range slices.SortedFunc(maps.Keys(want.Objects), compareRefs) {
		if g, ok := got.Objects[ref]; !ok {
			t.Errorf("object %v is missing (%v)", ref, got.Failed[ref])
		} else if g != want.Objects[ref] {
			t.Errorf("object %v:\n got %.300s\nwant %.300s", ref, g, want.Objects[ref])
		}
	}
	for _, ref := range slices.SortedFunc(maps.Keys(want.Streams), compareRefs) {
		if got.Streams[ref] != want.Streams[ref] {
			t.Errorf("stream %v has other data (%v)", ref, got.Failed[ref])
		}
	}
	for ref := range got.Objects {
		if _, ok := want.Objects[ref]; !ok {
			t.Errorf("object %v is too much: %.300s", ref, got.Objects[ref])
		}
	}
	if got.Pages != want.Pages {
		t.Errorf("%d pages, want %d", got.Pages, want.Pages)
	}
}

func compareRefs(a, b object.Ref) int { return a.Number - b.Number }

// variant is a way in which the sample document is written or damaged so that
// nothing of it is lost.
type variant struct {
	name string
	data func() []byte
}

func plainForm() []byte { return objecttest.Sample().Write(objecttest.Form{Encode: objecttest.Flate}) }

func compressedForm() []byte {
	return objecttest.Sample().Write(objecttest.Form{Encode: objecttest.Flate, Compress: true})
}

// replace replaces the last occurrence, and fails the test run where there is
// none: a variant that is not one proves nothing.
func replace(data []byte, old, with string) []byte {
	i := bytes.LastIndex(data, []byte(old))
	if i < 0 {
		panic("nothing to replace: " + old)
	}
	return slices.Concat(data[:i], []byte(with), data[i+len(old):])
}

// cut takes off everything from the last occurrence on.
func cut(data []byte, from string) []byte {
	i := bytes.LastIndex(data, []byte(from))
	if i < 0 {
		panic("nothing to cut: " + from)
	}
	return data[:i]
}

var variants = []variant{
	{"plain", plainForm},
	{"object streams", compressedForm},
	{"PDF 2.0", func() []byte {
		return objecttest.Sample().Write(objecttest.Form{Header: "%PDF-2.0\n%\xe2\xe3\xcf\xd3\n", Encode: objecttest.Flate})
	}},
	{"unknown version", func() []byte {
		return objecttest.Sample().Write(objecttest.Form{Header: "%PDF-3.14\n", Encode: objecttest.Flate})
	}},
	{"carriage returns", func() []byte {
		return objecttest.Sample().Write(objecttest.Form{Header: "%PDF-1.4\r"})
	}},
	{"junk in front, offsets from the file", func() []byte {
		return objecttest.Sample().Write(objecttest.Form{Header: "Received: by post\r\n\r\n%PDF-1.7\n", Encode: objecttest.Flate})
	}},
	{"junk in front, offsets from the header", func() []byte {
		return slices.Concat([]byte("Received: by post\r\n\r\n"), plainForm())
	}},
	{"junk in front of object streams", func() []byte {
		return slices.Concat(bytes.Repeat([]byte("<p>not yet</p>\n"), 100), compressedForm())
	}},
	{"bytes after the end", func() []byte { return slices.Concat(plainForm(), bytes.Repeat([]byte("\x00tail"), 500)) }},
	{"no end mark", func() []byte { return cut(plainForm(), "%%EOF") }},
	{"no startxref", func() []byte { return cut(plainForm(), "startxref") }},
	{"no trailer", func() []byte { return cut(plainForm(), "trailer") }},
	{"no cross-reference, no trailer", func() []byte { return cut(plainForm(), "xref\n0 ") }},
	{"wrong startxref", func() []byte { return replace(plainForm(), "startxref\n", "startxref\n1") }},
	{"startxref 0", func() []byte { return replace(plainForm(), "startxref\n", "startxref\n0 ") }},
	{"wrong startxref, object streams", func() []byte { return replace(compressedForm(), "startxref\n", "startxref\n9") }},
	{"no cross-reference stream", func() []byte {
		data := compressedForm()
		return data[:bytes.LastIndex(data, []byte(" obj"))-3]
	}},
	{"shifted offsets", func() []byte {
		return replace(plainForm(), "0000000000 65535 f \n", "0000000000 65535 f \n0000000003 00000 n \n")
	}},
	{"one offset wrong", func() []byte {
		data := plainForm()
		at := bytes.Index(data, []byte("\n7 0 obj")) + 1
		return replace(data, fmt.Sprintf("%010d 00000 n", at), fmt.Sprintf("%010d 00000 n", at+3))
	}},
	{"one entry lost", func() []byte {
		// The table ends before the last object, which the trailer's Size
		// leaves out too.
		data := plainForm()
		at := bytes.Index(data, []byte("\n11 0 obj")) + 1
		data = replace(data, fmt.Sprintf("%010d 00000 n \n", at), "")
		return replace(replace(data, "xref\n0 12", "xref\n0 11"), "/Size 12", "/Size 11")
	}},
	{"garbage in the table", func() []byte { return replace(plainForm(), "65535 f", "6553\xff5 f") }},
	{"lines of 19 bytes in the table", func() []byte { return bytes.ReplaceAll(plainForm(), []byte(" n \n"), []byte(" n\n")) }},
	{"cyclic Prev", func() []byte {
		data := objecttest.Sample().Write(objecttest.Form{Encode: objecttest.Flate, Extra: object.Dict{"Prev": int64(12345678)}})
		start := bytes.LastIndex(data, []byte("xref\n0 "))
		return replace(data, "12345678", fmt.Sprint(start))
	}},
	{"Prev beyond the file", func() []byte {
		return objecttest.Sample().Write(objecttest.Form{Encode: objecttest.Flate, Extra: object.Dict{"Prev": int64(1 << 40)}})
	}},
	{"Length too small", length(func(n int) object.Object { return int64(n / 2) })},
	{"Length too large", length(func(n int) object.Object { return int64(n + 9) })},
	{"Length beyond the file", length(func(int) object.Object { return int64(1 << 40) })},
	{"Length negative", length(func(int) object.Object { return int64(-1) })},
	{"Length missing", length(func(int) object.Object { return nil })},
	{"Length of another kind", length(func(int) object.Object { return object.Name("long") })},
	{"Length refers to nothing", length(func(int) object.Object { return object.Ref{Number: 4711} })},
	{"Length refers to itself", length(func(int) object.Object { return object.Ref{Number: 5} })},
	{"updated", updated},
	{"update cut off", func() []byte {
		// A later revision of which only the first bytes arrived.
		return slices.Concat(plainForm(), []byte("7 0 obj\n<</Type/Font/Base"))
	}},
	{"no word xref", func() []byte { return replace(plainForm(), "xref\n0 ", "0 ") }},
	{"table on one line", func() []byte {
		data := plainForm()
		at := bytes.LastIndex(data, []byte("xref\n0 "))
		end := bytes.LastIndex(data, []byte("startxref"))
		return slices.Concat(data[:at], bytes.ReplaceAll(data[at:end], []byte("\n"), []byte(" ")), data[end:])
	}},
	{"comments in the table", func() []byte { return replace(plainForm(), "65535 f \n", "65535 f % free\n%%\n") }},
	{"no endobj", func() []byte { return bytes.ReplaceAll(plainForm(), []byte("\nendobj"), nil) }},
	{"no endstream", func() []byte { return bytes.ReplaceAll(plainForm(), []byte("\nendstream"), nil) }},
	{"objects over lines", func() []byte {
		return bytes.ReplaceAll(plainForm(), []byte(" 0 obj\n"), []byte("\r0\nobj"))
	}},
	{"objects without space", func() []byte {
		data := bytes.ReplaceAll(plainForm(), []byte(" 0 obj\n"), []byte(" 0 obj"))
		return bytes.ReplaceAll(data, []byte("\nendobj\n"), []byte("endobj"))
	}},
	{"stream behind a carriage return", func() []byte {
		return bytes.ReplaceAll(plainForm(), []byte("\nstream\n"), []byte(" stream \r"))
	}},
	{"escaped key", func() []byte { return bytes.ReplaceAll(plainForm(), []byte("/Type "), []byte("/T#79pe ")) }},
	{"filter and its parameters by reference", func() []byte {
		d := objecttest.Sample()
		d.Objects[12], d.Objects[13] = object.Array{object.Name("FlateDecode")}, object.Array{object.Dict{"Predictor": int64(1)}}
		return d.Write(objecttest.Form{Encode: func(data []byte) ([]byte, object.Dict) {
			return objecttest.Deflate(data), object.Dict{"Filter": object.Ref{Number: 12}, "DecodeParms": object.Ref{Number: 13}}
		}})
	}},
	{"null among the parameters", func() []byte {
		return objecttest.Sample().Write(objecttest.Form{Encode: func(data []byte) ([]byte, object.Dict) {
			return fmt.Appendf(nil, "%x>", objecttest.Deflate(data)), object.Dict{
				"Filter":      object.Array{object.Name("ASCIIHexDecode"), object.Name("FlateDecode")},
				"DecodeParms": object.Array{nil, object.Dict{"Predictor": int64(1)}},
			}
		}})
	}},
	{"first half of a linearized file's trailer", func() []byte {
		// The table at the end names no Root; the one at the front does.
		data := replace(plainForm(), "/Root 1 0 R", "           ")
		return slices.Concat([]byte("%PDF-1.7\ntrailer\n<</Root 1 0 R>>\n"), cut(data, "startxref"))
	}},
	{"hybrid", hybrid},
	{"file within a stream", func() []byte {
		d := objecttest.Sample()
		d.Objects[1].(object.Dict)["Attached"] = object.Ref{Number: 12}
		inner := strings.NewReplacer("Wibbling", "Whistling").Replace(string(d.Write(objecttest.Form{})))
		d.Objects[12] = objecttest.Content{Dict: object.Dict{}, Data: []byte(inner)}
		return cut(d.Write(objecttest.Form{}), "xref\n0 ")
	}},
}

func length(f func(int) object.Object) func() []byte {
	return func() []byte {
		return objecttest.Sample().Write(objecttest.Form{Encode: objecttest.Flate, Length: f})
	}
}

// updated is the sample with an older object 7 that a later revision
// replaces.
func updated() []byte {
	d := objecttest.Sample()
	newer := objecttest.Syntax(d.Objects[7])
	d.Objects[7] = object.Dict{"Type": object.Name("Font"), "BaseFont": object.Name("Courier")}
	d.Objects[12] = object.String("to be deleted")
	data := d.Write(objecttest.Form{Encode: objecttest.Flate})
	prev := bytes.LastIndex(data, []byte("xref\n0 "))
	at := len(data)
	data = fmt.Appendf(data, "7 0 obj\n%s\nendobj\n", newer)
	start := len(data)
	data = fmt.Appendf(data, "xref\n0 1\n0000000012 65535 f \n7 1\n%010d 00000 n \n12 1\n0000000000 00001 f \n", at)
	return fmt.Appendf(data, "trailer\n<</Root 1 0 R /Info 8 0 R /Size 13 /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", prev, start)
}

// hybrid is the sample with the objects that only new readers see in an
// object stream, which the table's XRefStm leads to (PDF 32000-1, 7.5.8.4).
func hybrid() []byte {
	d := objecttest.Sample()
	hidden := []int{9, 10, 11}
	var index, body string
	for _, n := range hidden {
		index += fmt.Sprintf("%d %d ", n, len(body))
		body += objecttest.Syntax(d.Objects[n]) + "\n"
		delete(d.Objects, n)
	}
	d.Objects[11] = nil // keeps the numbers up
	data := cut(d.Write(objecttest.Form{Encode: objecttest.Flate}), "11 0 obj")
	offset := func(n int) int { return bytes.Index(data, fmt.Appendf(nil, "\n%d 0 obj", n)) + 1 }
	packed := objecttest.Deflate([]byte(index + body))
	data = fmt.Appendf(data, "12 0 obj\n<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n", len(index), len(packed), packed)
	stm := len(data)
	rows := []byte{2, 12, 0, 2, 12, 1, 2, 12, 2}
	data = fmt.Appendf(data, "13 0 obj\n<</Type/XRef/Size 14/W[1 1 1]/Index[9 3]/Length %d>>stream\n%s\nendstream\nendobj\n", len(rows), rows)
	start := len(data)
	data = append(data, "xref\n0 1\n0000000000 65535 f \n1 8\n"...)
	for n := 1; n <= 8; n++ {
		data = fmt.Appendf(data, "%010d 00000 n \n", offset(n))
	}
	data = fmt.Appendf(data, "9 3\n%s12 1\n%010d 00000 n \n", strings.Repeat("0000000000 00000 f \n", 3), offset(12))
	return fmt.Appendf(data, "trailer\n<</Root 1 0 R/Info 8 0 R/Size 14/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n", stm, start)
}

// TestVariants: however the sample is written or damaged, every reader gives
// the objects that were put in.
func TestVariants(t *testing.T) {
	for _, v := range variants {
		for _, reader := range append(readers(), open.Auto) {
			t.Run(v.name+"/"+reader, func(t *testing.T) {
				want := objecttest.Sample()
				if v.name == "file within a stream" {
					want.Objects[1].(object.Dict)["Attached"] = object.Ref{Number: 12}
					inner := strings.NewReplacer("Wibbling", "Whistling").Replace(string(want.Write(objecttest.Form{})))
					want.Objects[12] = objecttest.Content{Dict: object.Dict{}, Data: []byte(inner)}
				}
				got, _, err := walk(t, v.data(), open.Options{Reader: reader})
				if err != nil {
					t.Fatal(err)
				}
				same(t, got, want.Expected())
			})
		}
	}
}

// TestRepairs: what was repaired is told, and nothing where nothing was.
func TestRepairs(t *testing.T) {
	want := map[string]string{
		"plain":                                  "",
		"object streams":                         "",
		"PDF 2.0":                                "",
		"updated":                                "",
		"hybrid":                                 "",
		"bytes after the end":                    "",
		"junk in front, offsets from the header": "",
		"no startxref":                           "the cross-reference is damaged; the objects were found by scanning the file",
		"shifted offsets":                        "the cross-reference is damaged; the objects were found by scanning the file",
		"Length too small":                       "streams that are not as long as they say, their end found by its mark: 2",
		"one offset wrong":                       "objects that are not where the cross-reference says, found by scanning the file: 1",
		"one entry lost":                         "objects that the cross-reference does not know, found by scanning the file: 1",
	}
	told := 0
	for _, v := range variants {
		text, ok := want[v.name]
		if !ok {
			continue
		}
		told++
		data := v.data()
		r, err := open.Open(context.Background(), bytes.NewReader(data), int64(len(data)), open.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if _, err := objecttest.Walk(context.Background(), r); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(object.Repairs(r), "|"); got != text {
			t.Errorf("%s: %q, want %q", v.name, got, text)
		}
	}
	if told != len(want) {
		t.Errorf("%d of %d variants found", told, len(want))
	}
}

// TestRefused: what cannot be read is refused with the reason.
func TestRefused(t *testing.T) {
	sample := plainForm()
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, object.ErrEmpty},
		{"text", []byte("Dear reader,\nthis is a letter.\n"), object.ErrNotPDF},
		{"text that speaks of objects", []byte("id,text\n1,We set 12 objectives and 3 obj. for 2030\n"), object.ErrNotPDF},
		{"header alone", []byte("%PDF-1.7\n"), object.ErrDamaged},
		{"first tenth", sample[:len(sample)/10], object.ErrDamaged},
		{"no pages", bytes.ReplaceAll(sample, []byte("/Page"), []byte("/Pug_")), object.ErrDamaged},
		{"certificates", replace(sample, "trailer\n<<", "trailer\n<</Encrypt <</Filter/Adobe.PubSec/V 4>>"), object.ErrCipher},
	} {
		for _, reader := range append(readers(), open.Auto) {
			t.Run(c.name+"/"+reader, func(t *testing.T) {
				_, _, err := walk(t, c.data, open.Options{Reader: reader})
				if !errors.Is(err, c.want) {
					t.Errorf("got %v, want %v", err, c.want)
				}
			})
		}
	}
	if _, _, err := walk(t, sample, open.Options{Reader: "nosuch"}); err == nil {
		t.Error("an unknown reader was accepted")
	}
}

// TestCancelled: a context that is over ends opening and loading.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	data := plainForm()
	r, err := open.Open(ctx, bytes.NewReader(data), int64(len(data)), open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cancel()
	if _, err := r.Load(object.Ref{Number: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("Load after cancel: %v", err)
	}
	for _, reader := range readers() {
		if _, err := open.Open(ctx, bytes.NewReader(data), int64(len(data)), open.Options{Reader: reader}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s opened after cancel: %v", reader, err)
		}
	}
}
