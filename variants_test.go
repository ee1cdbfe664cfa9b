package recount_test

import (
	"bytes"
	"compress/lzw"
	"context"
	"encoding/ascii85"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"recount.invalid/recount"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
	"recount.invalid/recount/output"
)

// The sample is written by the fixture generator (CID fonts, Flate, a plain
// cross-reference table). Here the same report is written in other ways, and
// each way must give the same JSON, places included, `source` left out.

// TestVariantsOfBytes: what happens to a file's bytes on its way.
func TestVariantsOfBytes(t *testing.T) {
	want := reportJSON(t, fixtures.SamplePDF, extract.Options{})
	for name, change := range map[string]func(t *testing.T, b []byte) []byte{
		"junk head": func(_ *testing.T, b []byte) []byte {
			return slices.Concat([]byte("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"), b)
		},
		"byte order mark": func(_ *testing.T, b []byte) []byte { return slices.Concat([]byte("\xef\xbb\xbf"), b) },
		"bytes behind the end": func(_ *testing.T, b []byte) []byte {
			return slices.Concat(b, []byte("\r\n<!-- served by a web page -->\r\n"), make([]byte, 3000))
		},
		"cut tail, cross-reference gone":      func(_ *testing.T, b []byte) []byte { return b[:lastXref(t, b)] },
		"cut tail, inside the reference":      func(_ *testing.T, b []byte) []byte { return b[:lastXref(t, b)+200] },
		"cut tail, trailer without its end":   func(t *testing.T, b []byte) []byte { return b[:index(t, b, "startxref")] },
		"startxref too small":                 swapped(`startxref\s+\d+`, "startxref\n7"),
		"startxref beyond the end":            swapped(`startxref\s+\d+`, "startxref\n99999999"),
		"cross-reference of other places":     swapped(`(?m)^0000(\d{6}) 00000 n`, "0001$1 00000 n"),
		"cross-reference one byte off":        swapped(`(?m)^(\d{9})\d 00000 n`, "${1}9 00000 n"),
		"cross-reference without its word":    swapped(`(?m)^xref$`, "xxxx"),
		"cross-reference entries of 19 bytes": swapped(`(?m)^(\d{10} \d{5} [nf]) ?\r?\n`, "$1\n"),
		"cross-reference entries of 21 bytes": swapped(`(?m)^(\d{10} \d{5} [nf]) ?\r?\n`, "$1 \r\n"),
		"all objects marked free":             swapped(`(?m) 00000 n `, " 00000 f "),
		"lengths too small":                   swapped(`/Length \d+`, "/Length 3"),
		"lengths too large":                   swapped(`/Length (\d+)`, "/Length 9$1"),
		"lengths missing":                     swapped(`/Length \d+`, ""),
		"incremental update":                  updated,
		"PDF 2.0":                             swapped(`%PDF-1\.\d`, "%PDF-2.0"),
	} {
		t.Run(name, func(t *testing.T) {
			b := change(t, fixtures.SamplePDF)
			if bytes.Equal(b, fixtures.SamplePDF) {
				t.Fatal("nothing was changed")
			}
			mustRead(t, b, want, extract.Options{})
		})
	}
}

// TestVariantsOfStructure: the same objects, written by another program.
func TestVariantsOfStructure(t *testing.T) {
	want := reportJSON(t, fixtures.SamplePDF, extract.Options{})
	for name, form := range map[string]objecttest.Form{
		"uncompressed":                    {},
		"Flate":                           {Encode: objecttest.Flate},
		"object streams":                  {Header: "%PDF-1.5\n", Encode: objecttest.Flate, Compress: true},
		"PDF 2.0 with object streams":     {Header: "%PDF-2.0\n", Encode: objecttest.Flate, Compress: true},
		"LZW":                             {Encode: func(b []byte) ([]byte, object.Dict) { return lzwEarly(b), filters("LZWDecode") }},
		"LZW, late change of code length": {Encode: lzwLate},
		"base 85 over LZW": {Encode: func(b []byte) ([]byte, object.Dict) {
			return base85(lzwEarly(b)), filters("ASCII85Decode", "LZWDecode")
		}},
		"hexadecimal": {Encode: func(b []byte) ([]byte, object.Dict) {
			return []byte(hex.EncodeToString(b) + ">"), filters("ASCIIHexDecode")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			b := sampleObjects(t).Write(form)
			for _, reader := range open.Names() {
				t.Run(reader, func(t *testing.T) { mustRead(t, b, want, extract.Options{Reader: reader}) })
			}
		})
	}
	t.Run("object streams, cut tail", func(t *testing.T) {
		b := sampleObjects(t).Write(objecttest.Form{Encode: objecttest.Flate, Compress: true})
		mustRead(t, b[:index(t, b, "startxref")], want, extract.Options{})
	})
}

// TestVariantsOfPages: the same page, described in another way.
func TestVariantsOfPages(t *testing.T) {
	want := reportJSON(t, fixtures.SamplePDF, extract.Options{})
	type change struct {
		name string
		do   func(d *objecttest.Document, page object.Dict, content []byte)
	}
	changes := []change{
		{"contents in four streams", func(d *objecttest.Document, page object.Dict, content []byte) {
			var parts object.Array
			lines := bytes.SplitAfter(content, []byte("\n"))
			for _, part := range slices.Collect(slices.Chunk(lines, len(lines)/4+1)) {
				parts = append(parts, add(d, objecttest.Content{Data: bytes.Join(part, nil)}))
			}
			page["Contents"] = parts
		}},
		{"contents cut anywhere", func(d *objecttest.Document, page object.Dict, content []byte) {
			var parts object.Array
			for part := range slices.Chunk(content, 97) {
				parts = append(parts, add(d, objecttest.Content{Data: part}))
			}
			page["Contents"] = parts
		}},
		{"contents in streams without line ends", func(d *objecttest.Document, page object.Dict, content []byte) {
			var parts object.Array
			for line := range bytes.SplitSeq(content, []byte("\n")) {
				parts = append(parts, nil, add(d, objecttest.Content{Data: bytes.TrimSpace(line)}))
			}
			page["Contents"] = parts
		}},
		{"form XObjects", func(d *objecttest.Document, page object.Dict, content []byte) { wrap(d, page, content, 1) }},
		{"form XObjects in forms", func(d *objecttest.Document, page object.Dict, content []byte) { wrap(d, page, content, 4) }},
		{"moved boxes", func(d *objecttest.Document, page object.Dict, content []byte) {
			w, h := paper(page)
			page["MediaBox"] = object.Array{-300.0, -20.0, w + 400, h + 500}
			page["CropBox"] = object.Array{100.0, 250.0, w + 100, h + 250}
			turned(d, page, content, "1 0 0 1 100 250")
		}},
		// Rotate turns clockwise (PDF 32000-1, table 30); the content is
		// turned back. The page begins at 30, 40.
		{"rotated by 90", func(d *objecttest.Document, page object.Dict, content []byte) {
			w, h := paper(page)
			page["MediaBox"], page["Rotate"] = object.Array{30.0, 40.0, 30 + h, 40 + w}, int64(90)
			turned(d, page, content, fmt.Sprintf("0 1 -1 0 %v 40", 30+h))
		}},
		{"rotated by 180", func(d *objecttest.Document, page object.Dict, content []byte) {
			w, h := paper(page)
			page["MediaBox"], page["Rotate"] = object.Array{30.0, 40.0, 30 + w, 40 + h}, int64(180)
			turned(d, page, content, fmt.Sprintf("-1 0 0 -1 %v %v", 30+w, 40+h))
		}},
		{"rotated by 270", func(d *objecttest.Document, page object.Dict, content []byte) { turnedLeft(d, page, content, 270) }},
		{"rotated by -90", func(d *objecttest.Document, page object.Dict, content []byte) { turnedLeft(d, page, content, -90) }},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			d := sampleObjects(t)
			eachPage(t, &d, func(page object.Dict, content []byte) { c.do(&d, page, content) })
			mustRead(t, d.Write(objecttest.Form{Encode: objecttest.Flate}), want, extract.Options{})
		})
	}
	for name, change := range map[string]func(tree object.Dict){
		"page tree without Type":        func(tree object.Dict) { delete(tree, "Type") },
		"page tree without Count":       func(tree object.Dict) { delete(tree, "Count") },
		"page tree with neither":        func(tree object.Dict) { delete(tree, "Type"); delete(tree, "Count") },
		"page tree that counts no page": func(tree object.Dict) { tree["Count"] = int64(0) },
		"null kids": func(tree object.Dict) {
			kids := object.Array{nil}
			for _, k := range tree["Kids"].(object.Array) {
				kids = append(kids, k, nil)
			}
			tree["Kids"] = kids
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := sampleObjects(t)
			root := d.Objects[d.Trailer["Root"].(object.Ref).Number].(object.Dict)
			change(d.Objects[root["Pages"].(object.Ref).Number].(object.Dict))
			b := d.Write(objecttest.Form{Encode: objecttest.Flate})
			for _, reader := range open.Names() {
				t.Run(reader, func(t *testing.T) { mustRead(t, b, want, extract.Options{Reader: reader}) })
			}
		})
	}
	// A page that is displayed on its side is turned before it is read, places
	// too (package model).
	for _, rotate := range []int64{90, 180, 270} {
		t.Run(fmt.Sprintf("on its side by %d", rotate), func(t *testing.T) {
			d := sampleObjects(t)
			eachPage(t, &d, func(page object.Dict, _ []byte) { page["Rotate"] = rotate })
			mustRead(t, d.Write(objecttest.Form{Encode: objecttest.Flate}), want, extract.Options{})
		})
	}
}

// TestVariantsOfFonts: the same letters, coded in another way.
func TestVariantsOfFonts(t *testing.T) {
	want := reportJSON(t, fixtures.SamplePDF, extract.Options{})
	for name, recode := range map[string]func(d *objecttest.Document, f *sampleFont){
		"Type 1 by glyph names":   func(d *objecttest.Document, f *sampleFont) { f.simple(d, "Type1", "uni%04X") },
		"Type 1 with ToUnicode":   func(d *objecttest.Document, f *sampleFont) { f.simple(d, "Type1", "g%d"); f.toUnicode(d, 1) },
		"TrueType with ToUnicode": func(d *objecttest.Document, f *sampleFont) { f.simple(d, "TrueType", "g%d"); f.toUnicode(d, 1) },
		"Type 3 with ToUnicode": func(d *objecttest.Document, f *sampleFont) {
			f.simple(d, "Type3", "g%d")
			f.drawn(d)
			f.toUnicode(d, 1)
		},
		"CID, other codes, ToUnicode":     func(d *objecttest.Document, f *sampleFont) { f.composite(d); f.toUnicode(d, 2) },
		"CID, embedded CMap":              func(d *objecttest.Document, f *sampleFont) { f.composite(d); f.embeddedCMap(d); f.toUnicode(d, 1) },
		"CID, ranges of widths, mixed DW": func(d *objecttest.Document, f *sampleFont) { f.composite(d); f.widthRanges(); f.toUnicode(d, 2) },
	} {
		t.Run(name, func(t *testing.T) {
			d := sampleObjects(t)
			recodeFonts(t, &d, recode)
			mustRead(t, d.Write(objecttest.Form{Encode: objecttest.Flate}), want, extract.Options{})
		})
	}
}

// TestVariantsOfQPDF: encryption of each kind and what else qpdf writes.
func TestVariantsOfQPDF(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("needs qpdf")
	}
	want := reportJSON(t, fixtures.SamplePDF, extract.Options{})
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(in, fixtures.SamplePDF, 0o600); err != nil {
		t.Fatal(err)
	}
	encrypt := func(user string, how ...string) []string {
		return slices.Concat([]string{"--allow-weak-crypto", "--encrypt", user, "owner"}, how, []string{"--"})
	}
	for _, c := range []struct {
		name     string
		args     []string
		password string
	}{
		{"object streams", []string{"--object-streams=generate"}, ""},
		{"linearized", []string{"--linearize"}, ""},
		{"linearized, object streams", []string{"--linearize", "--object-streams=generate"}, ""},
		{"qdf", []string{"--qdf"}, ""},
		{"PDF 2.0", []string{"--force-version=2.0", "--object-streams=generate"}, ""},
		{"RC4 of 40 bits", encrypt("", "40"), ""},
		{"RC4 of 128 bits", encrypt("", "128", "--use-aes=n"), ""},
		{"RC4 of 128 bits, crypt filters", encrypt("", "128", "--use-aes=n", "--force-V4"), ""},
		{"AES of 128 bits", encrypt("", "128", "--use-aes=y"), ""},
		{"AES of 256 bits", encrypt("", "256"), ""},
		{"AES of 256 bits, revision 5", encrypt("", "256", "--force-R5"), ""},
		{"AES of 256 bits, object streams", append([]string{"--object-streams=generate"}, encrypt("", "256")...), ""},
		{"RC4 with a password", encrypt("bridge", "128", "--use-aes=n"), "bridge"},
		{"AES with a password", encrypt("bridge", "256"), "bridge"},
		{"AES with the owner's password", encrypt("bridge", "256"), "owner"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out.pdf")
			if msg, err := exec.Command(qpdf, append(c.args, in, out)...).CombinedOutput(); err != nil {
				t.Fatalf("qpdf %v: %v\n%s", c.args, err, msg)
			}
			b, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			if slices.Contains(c.args, "--encrypt") != bytes.Contains(b, []byte("/Encrypt ")) {
				t.Fatal("encrypted where it should not be, or the reverse")
			}
			mustRead(t, b, want, extract.Options{Password: c.password})
		})
	}
}

// TestLinearizedFileCut: a linearized file has its first page and a trailer at
// its head, so that what is left of it looks like a file with an end. It is
// refused, or read with a warning where that is asked for.
func TestLinearizedFileCut(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("needs qpdf")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, fixtures.SamplePDF, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, streams := range []string{"disable", "generate"} {
		if msg, err := exec.Command(qpdf, "--linearize", "--object-streams="+streams, in, out).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, msg)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		read := 0
		for tenths := 2; tenths < 10; tenths++ {
			path := filepath.Join(dir, "cut.pdf")
			if err := os.WriteFile(path, b[:len(b)*tenths/10], 0o600); err != nil {
				t.Fatal(err)
			}
			if r, err := recount.Read(context.Background(), path, recount.Options{}); err == nil {
				t.Errorf("object streams %s, %d tenths: read, with warnings %v", streams, tenths, r.Report.Warnings)
			}
			r, err := recount.Read(context.Background(), path, recount.Options{Incomplete: true})
			if err != nil {
				continue
			}
			read++
			if len(r.Report.Warnings) == 0 {
				t.Errorf("object streams %s, %d tenths: read without a warning", streams, tenths)
			}
		}
		if read == 0 {
			t.Errorf("object streams %s: nothing was read", streams)
		}
	}
}

// reportJSON is the JSON of the report that a file holds, without `source`.
func reportJSON(t *testing.T, b []byte, o extract.Options) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	result, err := recount.Read(context.Background(), path, recount.Options{Extract: o})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Report.Commitments) != 2 {
		t.Errorf("%d commitments, not two", len(result.Report.Commitments))
	}
	result.Report.Source = model.Source{}
	var out bytes.Buffer
	if err := output.WriteJSON(&out, result.Report, true); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// mustRead fails, with the first lines that differ, where the file gives
// another report.
func mustRead(t *testing.T, b, want []byte, o extract.Options) {
	t.Helper()
	g, w := strings.Split(string(reportJSON(t, b, o)), "\n"), strings.Split(string(want), "\n")
	shown := 0
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			if t.Errorf("line %d\n got %.300s\nwant %.300s", i+1, g[i], w[i]); shown == 4 {
				return
			}
			shown++
		}
	}
	if len(g) != len(w) {
		t.Errorf("%d lines, want %d", len(g), len(w))
	}
}

// index is where the word stands in b for the last time.
func index(t *testing.T, b []byte, word string) int {
	t.Helper()
	i := bytes.LastIndex(b, []byte(word))
	if i < 0 {
		t.Fatalf("no %q in the file", word)
	}
	return i
}

// lastXref is where the sample's cross-reference table begins.
func lastXref(t *testing.T, b []byte) int { return index(t, b, "\nxref\n") + 1 }

// swapped gives a change of every match of a pattern.
func swapped(pattern, with string) func(*testing.T, []byte) []byte {
	re := regexp.MustCompile(pattern)
	return func(_ *testing.T, b []byte) []byte { return re.ReplaceAll(b, []byte(with)) }
}

// updated loses the first page's contents and gives the page again behind the
// end, as a program does that saves what it changed only (PDF 32000-1, 7.5.6).
func updated(t *testing.T, b []byte) []byte {
	t.Helper()
	page := regexp.MustCompile(`(?s)\b(\d+) 0 obj\n<</Type /Page\n.*?endobj\n`)
	m := page.FindSubmatchIndex(b)
	startxref := regexp.MustCompile(`startxref\s+(\d+)`).FindSubmatch(b)
	trailer := regexp.MustCompile(`(?s)trailer\n<<(.*?)>>`).FindSubmatch(b)
	if m == nil || startxref == nil || trailer == nil {
		t.Fatal("the sample is not written as this test wants it")
	}
	whole := b[m[0]:m[1]]
	old := bytes.Replace(b, whole, bytes.Replace(whole, []byte("/Contents "), []byte("/Nothings "), 1), 1)
	at := len(old) + 1
	old = slices.Concat(old, []byte("\n"), whole)
	return fmt.Appendf(old, "xref\n%s 1\n%010d 00000 n \ntrailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n",
		b[m[2]:m[3]], at, trailer[1], startxref[1], len(old))
}

func filters(names ...object.Name) object.Dict {
	var list object.Array
	for _, n := range names {
		list = append(list, n)
	}
	return object.Dict{"Filter": list}
}

func base85(b []byte) []byte {
	out := make([]byte, ascii85.MaxEncodedLen(len(b)))
	return append(out[:ascii85.Encode(out, b)], "~>"...)
}

// lzwLate is the standard library's LZW, which lengthens its codes when it
// must.
func lzwLate(b []byte) ([]byte, object.Dict) {
	var out bytes.Buffer
	w := lzw.NewWriter(&out, lzw.MSB, 8)
	_, _ = w.Write(b) // a bytes.Buffer takes everything
	_ = w.Close()
	d := filters("LZWDecode")
	d["DecodeParms"] = object.Dict{"EarlyChange": int64(0)}
	return out.Bytes(), d
}

// lzwEarly is LZW as PDF has it by default: codes grow one code early (PDF
// 32000-1, 7.4.4.3). The table is cleared before it is full.
func lzwEarly(b []byte) []byte {
	const clearCode, endCode, full = 256, 257, 4093
	var out []byte
	var acc uint64
	bits, width := 0, 9
	put := func(code int) {
		acc, bits = acc<<width|uint64(code), bits+width
		for ; bits >= 8; bits -= 8 {
			out = append(out, byte(acc>>(bits-8)))
		}
	}
	type entry struct {
		prefix int
		next   byte
	}
	table := map[entry]int{}
	put(clearCode)
	now := -1
	for _, c := range b {
		if now < 0 {
			now = int(c)
			continue
		}
		if code, ok := table[entry{now, c}]; ok {
			now = code
			continue
		}
		put(now)
		code := 258 + len(table)
		table[entry{now, c}] = code
		now = int(c)
		switch {
		case code >= full:
			put(clearCode)
			clear(table)
			width = 9
		case code+2 > 1<<width: // the decoder is one entry behind
			width++
		}
	}
	if now >= 0 {
		put(now)
	}
	put(endCode)
	return append(out, byte(acc<<(8-bits)))
}

// sampleObjects is the sample by its objects, streams decoded.
func sampleObjects(t *testing.T) objecttest.Document {
	t.Helper()
	return objectsOf(t, fixtures.SamplePDF)
}

// objectsOf is a PDF by its objects, streams decoded.
func objectsOf(t *testing.T, pdf []byte) objecttest.Document {
	t.Helper()
	r, err := open.Open(context.Background(), bytes.NewReader(pdf), int64(len(pdf)), open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	d := objecttest.Document{Objects: map[int]object.Object{}, Trailer: object.Dict{}}
	var fetch func(object.Ref)
	fetch = func(ref object.Ref) {
		if _, ok := d.Objects[ref.Number]; ok {
			return
		}
		o, err := r.Load(ref)
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := o.(*object.Stream); ok {
			data, err := r.Data(s)
			if err != nil {
				t.Fatal(err)
			}
			dict := maps.Clone(s.Dict)
			for _, k := range []object.Name{"Length", "Filter", "DecodeParms"} {
				delete(dict, k)
			}
			d.Objects[ref.Number] = objecttest.Content{Dict: dict, Data: bytes.Clone(data)}
			objecttest.Refs(dict, fetch)
			return
		}
		d.Objects[ref.Number] = cloned(o)
		objecttest.Refs(o, fetch)
	}
	for _, k := range []object.Name{"Root", "Info"} {
		d.Trailer[k] = r.Trailer()[k]
		objecttest.Refs(d.Trailer[k], fetch)
	}
	return d
}

// cloned is a dictionary that may be changed; what the reader gives may not.
func cloned(o object.Object) object.Object {
	if d, ok := o.(object.Dict); ok {
		return maps.Clone(d)
	}
	return o
}

// add gives the document a new object.
func add(d *objecttest.Document, o object.Object) object.Ref {
	n := slices.Max(slices.Collect(maps.Keys(d.Objects))) + 1
	d.Objects[n] = o
	return object.Ref{Number: n}
}

// eachPage calls f for each page with a MediaBox of its own.
func eachPage(t *testing.T, d *objecttest.Document, f func(page object.Dict, content []byte)) {
	t.Helper()
	pages := 0
	for _, n := range slices.Sorted(maps.Keys(d.Objects)) {
		page, ok := d.Objects[n].(object.Dict)
		if !ok || page["Type"] != object.Name("Page") {
			continue
		}
		pages++
		if page["MediaBox"] == nil {
			page["MediaBox"] = d.Objects[page["Parent"].(object.Ref).Number].(object.Dict)["MediaBox"]
		}
		f(page, d.Objects[page["Contents"].(object.Ref).Number].(objecttest.Content).Data)
	}
	if pages == 0 {
		t.Fatal("no pages")
	}
}

// paper is a page's size; the sample's boxes begin at zero.
func paper(page object.Dict) (w, h float64) {
	box := page["MediaBox"].(object.Array)
	return number(box[2]), number(box[3])
}

func number(o object.Object) float64 {
	if n, ok := o.(int64); ok {
		return float64(n)
	}
	return o.(float64)
}

// turned puts a matrix before a page's content.
func turned(d *objecttest.Document, page object.Dict, content []byte, matrix string) {
	page["Contents"] = add(d, objecttest.Content{Data: slices.Concat([]byte("q "+matrix+" cm\n"), content, []byte("\nQ\n"))})
}

// turnedLeft is a page that Rotate turns to the left and its content to the
// right.
func turnedLeft(d *objecttest.Document, page object.Dict, content []byte, rotate int64) {
	w, h := paper(page)
	page["MediaBox"], page["Rotate"] = object.Array{30.0, 40.0, 30 + h, 40 + w}, rotate
	turned(d, page, content, fmt.Sprintf("0 -1 1 0 30 %v", 40+w))
}

// wrap puts a page's content into a form that is drawn by forms, as many as
// depth says. Every form moves and scales, and what draws it undoes that.
func wrap(d *objecttest.Document, page object.Dict, content []byte, depth int) {
	resources := page["Resources"]
	for range depth {
		form := add(d, objecttest.Content{Data: content, Dict: object.Dict{
			"Type": object.Name("XObject"), "Subtype": object.Name("Form"), "Resources": resources,
			"BBox":   object.Array{int64(-2000), int64(-2000), int64(4000), int64(4000)},
			"Matrix": object.Array{0.5, int64(0), int64(0), 0.5, int64(64), int64(-32)},
		}})
		content = []byte("q 2 0 0 2 -128 64 cm /Whole Do Q\n")
		resources = object.Dict{"XObject": object.Dict{"Whole": form}}
	}
	page["Resources"], page["Contents"] = resources, add(d, objecttest.Content{Data: content})
}

// sampleFont is a font of the sample: composite, its codes UTF-16.
type sampleFont struct {
	dict   object.Dict            // the font's dictionary, changed in place
	cid    object.Dict            // its descendant's
	codes  map[rune]int           // the new codes, in the order in which the pages use the letters
	widths map[rune]object.Object // in thousandths of the size
	bytes  int                    // of a new code
}

// firstCode is the first new code; those below are left out, among them
// those that could be mistaken for a space or a line end.
const firstCode = 33

func (f *sampleFont) letters() []rune {
	return slices.SortedFunc(maps.Keys(f.codes), func(a, b rune) int { return f.codes[a] - f.codes[b] })
}

// simple makes a font of one byte per letter with glyph names of the form.
func (f *sampleFont) simple(d *objecttest.Document, subtype object.Name, names string) {
	f.bytes = 1
	var widths object.Array
	differences := object.Array{int64(firstCode)}
	for _, r := range f.letters() {
		widths = append(widths, f.widths[r])
		differences = append(differences, object.Name(fmt.Sprintf(names, r)))
	}
	descriptor := maps.Clone(d.Objects[f.cid["FontDescriptor"].(object.Ref).Number].(object.Dict))
	delete(descriptor, "FontFile2") // numbers its glyphs in another way
	base := f.dict["BaseFont"]
	clear(f.dict)
	maps.Copy(f.dict, object.Dict{
		"Type": object.Name("Font"), "Subtype": subtype, "BaseFont": base, "FontDescriptor": add(d, descriptor),
		"FirstChar": int64(firstCode), "LastChar": int64(firstCode + len(widths) - 1), "Widths": widths,
		"Encoding": object.Dict{"Type": object.Name("Encoding"), "Differences": differences},
	})
}

// drawn makes a simple font one whose glyphs are drawn by contents (PDF
// 32000-1, 9.6.5), in units of a two-thousandth of the size.
func (f *sampleFont) drawn(d *objecttest.Document) {
	procs := object.Dict{}
	var widths object.Array
	for _, r := range f.letters() {
		w := 2 * number(f.widths[r])
		widths = append(widths, w)
		procs[object.Name(fmt.Sprintf("g%d", r))] = add(d, objecttest.Content{Data: fmt.Appendf(nil, "%v 0 d0 0 0 900 900 re f\n", w), Dict: object.Dict{}})
	}
	var box object.Array
	descriptor := d.Objects[f.dict["FontDescriptor"].(object.Ref).Number].(object.Dict)
	for _, side := range descriptor["FontBBox"].(object.Array) {
		box = append(box, 2*number(side))
	}
	delete(f.dict, "BaseFont")
	maps.Copy(f.dict, object.Dict{
		"FontMatrix": object.Array{0.0005, int64(0), int64(0), 0.0005, int64(0), int64(0)},
		"FontBBox":   box,
		"CharProcs":  procs, "Widths": widths, "Resources": object.Dict{},
	})
}

// composite gives the font two-byte codes that say nothing of the letters.
func (f *sampleFont) composite(d *objecttest.Document) {
	f.bytes = 2
	var widths object.Array
	for _, r := range f.letters() {
		widths = append(widths, f.widths[r])
	}
	f.cid["W"] = add(d, object.Array{int64(firstCode), widths})
	delete(f.dict, "ToUnicode")
}

// widthRanges writes the widths of a composite font as ranges, the most
// frequent width as the default.
func (f *sampleFont) widthRanges() {
	count := map[float64]int{}
	for _, w := range f.widths {
		count[number(w)]++
	}
	usual := slices.MaxFunc(slices.Sorted(maps.Keys(count)), func(a, b float64) int { return count[a] - count[b] })
	var w object.Array
	for _, r := range f.letters() {
		if number(f.widths[r]) != usual {
			code := int64(f.codes[r])
			w = append(w, code, code, f.widths[r])
		}
	}
	f.cid["W"], f.cid["DW"] = w, usual
}

// embeddedCMap gives a composite font codes of one byte by a CMap of its own
// (PDF 32000-1, 9.7.5.4).
func (f *sampleFont) embeddedCMap(d *objecttest.Document) {
	f.bytes = 1
	last := firstCode + len(f.codes) - 1
	text := fmt.Sprintf("/CMapName /Own def /CMapType 1 def begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n"+
		"1 begincidrange <%02x> <%02x> %d endcidrange\nendcmap\n", firstCode, last, firstCode)
	f.dict["Encoding"] = add(d, objecttest.Content{Data: []byte(text), Dict: object.Dict{
		"Type": object.Name("CMap"), "CMapName": object.Name("Own"),
		"CIDSystemInfo": object.Dict{"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": int64(0)},
	}})
}

// toUnicode says the letters of codes of so many bytes.
func (f *sampleFont) toUnicode(d *objecttest.Document, size int) {
	var b strings.Builder
	b.WriteString("begincmap\n1 begincodespacerange <" + strings.Repeat("00", size) + "> <" + strings.Repeat("ff", size) + "> endcodespacerange\n")
	for chunk := range slices.Chunk(f.letters(), 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for _, r := range chunk {
			fmt.Fprintf(&b, "<%0*x> <%04x>\n", 2*size, f.codes[r], r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\n")
	f.dict["ToUnicode"] = add(d, objecttest.Content{Data: []byte(b.String()), Dict: object.Dict{}})
}

// shown is a font being set or a string in the sample's contents, which hold
// literal strings only.
var shown = regexp.MustCompile(`/(\S+) [\d.]+ Tf|(?s:\((?:[^()\\]|\\.)*\))`)

// recodeFonts changes the sample's fonts and its contents with them.
func recodeFonts(t *testing.T, d *objecttest.Document, recode func(*objecttest.Document, *sampleFont)) {
	t.Helper()
	fonts := map[string]*sampleFont{}
	var resources object.Dict
	eachPage(t, d, func(page object.Dict, _ []byte) {
		resources = d.Objects[page["Resources"].(object.Ref).Number].(object.Dict)
	})
	for name, o := range resources["Font"].(object.Dict) {
		f := &sampleFont{codes: map[rune]int{}, widths: map[rune]object.Object{}}
		f.dict = d.Objects[o.(object.Ref).Number].(object.Dict)
		f.cid = d.Objects[f.dict["DescendantFonts"].(object.Array)[0].(object.Ref).Number].(object.Dict)
		if f.dict["Encoding"] != object.Name("Identity-H") {
			t.Fatalf("font %s is not coded as this test wants it", name)
		}
		fonts[string(name)] = f
	}
	// First the letters that are used, then the fonts, then the new codes.
	rewrite(t, d, fonts, func(f *sampleFont, text []rune) string {
		for _, r := range text {
			if _, ok := f.codes[r]; !ok {
				f.codes[r] = firstCode + len(f.codes)
				f.widths[r] = widthOf(d, f.cid, int64(r))
			}
		}
		return ""
	}, false)
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		if n := len(fonts[name].codes); n == 0 || firstCode+n > 256 {
			t.Fatalf("font %s has %d letters", name, n)
		}
		recode(d, fonts[name])
	}
	rewrite(t, d, fonts, func(f *sampleFont, text []rune) string {
		var b strings.Builder
		for _, r := range text {
			fmt.Fprintf(&b, "%0*x", 2*f.bytes, f.codes[r])
		}
		return "<" + b.String() + ">"
	}, true)
}

// rewrite calls f for every string of the pages with its font and, where keep
// is set, puts what it gives in the string's place.
func rewrite(t *testing.T, d *objecttest.Document, fonts map[string]*sampleFont, f func(*sampleFont, []rune) string, keep bool) {
	t.Helper()
	eachPage(t, d, func(page object.Dict, content []byte) {
		var now *sampleFont
		changed := shown.ReplaceAllFunc(content, func(m []byte) []byte {
			if m[0] == '/' {
				now = fonts[strings.Fields(string(m[1:]))[0]]
				return m
			}
			if now == nil {
				t.Fatalf("text without a font: %.40q", m)
			}
			return []byte(f(now, fromUTF16(literal(m[1:len(m)-1]))))
		})
		if keep {
			page["Contents"] = add(d, objecttest.Content{Data: changed, Dict: object.Dict{}})
		}
	})
}

// literal undoes the escapes that the generator writes.
func literal(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if s[i] == 'r' {
				out = append(out, '\r')
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

func fromUTF16(b []byte) []rune {
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return utf16.Decode(units)
}

// widthOf looks a width up in W, whose entries are a code and a list, or two
// codes and a width (PDF 32000-1, 9.7.4.3).
func widthOf(d *objecttest.Document, cid object.Dict, code int64) object.Object {
	w, ok := cid["W"].(object.Array)
	if ref, is := cid["W"].(object.Ref); is {
		w, ok = d.Objects[ref.Number].(object.Array)
	}
	for i := 0; ok && i+1 < len(w); {
		first := w[i].(int64)
		if list, is := w[i+1].(object.Array); is {
			if code >= first && code < first+int64(len(list)) {
				return list[code-first]
			}
			i += 2
			continue
		}
		if code >= first && code <= w[i+1].(int64) {
			return w[i+2]
		}
		i += 3
	}
	return cid["DW"]
}
