package open_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// fill repeats s up to the size that the hostile files have.
func fill(s string) string {
	const size = 64 << 10
	return strings.Repeat(s, size/len(s))
}

// file is a file of these objects, with a table that fits, and what may stand
// behind.
func file(trailer string, objects ...string) []byte {
	data := []byte("%PDF-1.7\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", len(data))
		data = fmt.Appendf(data, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := len(data)
	return fmt.Appendf(data, "%strailer\n<</Root 1 0 R/Size %d %s>>\nstartxref\n%d\n%%%%EOF\n", table, len(objects)+1, trailer, start)
}

// skeleton are a catalog, a page tree and a page whose content is object 4.
var skeleton = []string{
	"<</Type/Catalog/Pages 2 0 R>>",
	"<</Type/Pages/Kids[3 0 R]/Count 1>>",
	"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
}

func with(objects ...string) []byte { return file("", append(skeleton[:3:3], objects...)...) }

func streamOf(dict string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data)
}

// xrefStream is a file whose cross-reference is one stream with this
// dictionary and data.
func xrefStream(dict string, data []byte) []byte {
	out := []byte("%PDF-1.7\n")
	for i, o := range skeleton {
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := len(out)
	return fmt.Appendf(out, "9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", streamOf("/Type/XRef/Root 1 0 R"+dict, data), start)
}

// hostile are files of 64 KB or less that are made to cost much.
var hostile = map[string]func() []byte{
	"bomb": func() []byte { return with(streamOf("/Filter/FlateDecode", objecttest.Deflate(make([]byte, 60<<20)))) },
	"bomb in a bomb": func() []byte {
		return with(streamOf("/Filter[/FlateDecode/FlateDecode]", objecttest.Deflate(objecttest.Deflate(make([]byte, 100<<20)))))
	},
	"one bomb as content of a thousand pages": func() []byte {
		pages := append([]string(nil), skeleton...)
		pages[1] = "<</Type/Pages/Kids[" + strings.Repeat("3 0 R ", 1000) + "]/Count 1000>>"
		pages[2] = "<</Type/Page/Contents[" + strings.Repeat("4 0 R ", 1000) + "]>>"
		return file("", append(pages, streamOf("/Filter/FlateDecode", objecttest.Deflate(make([]byte, 15<<20))))...)
	},
	"predictor with rows of a terabyte": func() []byte {
		return with(streamOf("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1099511627776>>", objecttest.Deflate([]byte("x"))))
	},
	"cross-reference of two thousand million": func() []byte {
		return xrefStream("/Size 2147483647/W[1 2 1]", []byte{1, 0, 9, 0})
	},
	"cross-reference far out": func() []byte {
		return xrefStream("/Size 5/W[1 2 1]/Index[1000000000 1]", []byte{1, 0, 9, 0})
	},
	"cross-reference with wide fields": func() []byte {
		return xrefStream("/Size 5/W[1 1000000000 1]", []byte{1, 0, 9, 0})
	},
	"cross-reference with rows of a terabyte": func() []byte {
		return xrefStream("/Size 5/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1099511627776>>", objecttest.Deflate([]byte{2, 1, 0, 9, 0}))
	},
	"cross-reference bomb": func() []byte {
		return xrefStream("/Size 2000000000/W[1 2 1]/Filter/FlateDecode", objecttest.Deflate(make([]byte, 60<<20)))
	},
	"table far out": func() []byte {
		return bytes.Replace(with("null"), []byte("xref\n0 "), []byte("xref\n1000000000 "), 1)
	},
	"table without end": func() []byte {
		return bytes.Replace(with("null"), []byte("xref\n0 5"), []byte("xref\n0 9999999999"), 1)
	},
	"tables in a ring": func() []byte {
		data := file("/Prev 12345678", skeleton...)
		return replace(data, "12345678", fmt.Sprint(bytes.LastIndex(data, []byte("xref\n0 "))))
	},
	"tables on tables": func() []byte {
		var b strings.Builder
		b.WriteString("%PDF-1.7\n")
		prev := 0
		for b.Len() < 60<<10 {
			at := b.Len()
			fmt.Fprintf(&b, "xref\n0 0\ntrailer<</Prev %d>>\n", prev)
			prev = at
		}
		return fmt.Appendf(nil, "%sstartxref\n%d\n%%%%EOF\n", b.String(), prev)
	},
	"brackets":           func() []byte { return with(fill("[")) },
	"dictionaries":       func() []byte { return with(fill("<</A")) },
	"parentheses":        func() []byte { return with(fill("(")) },
	"objects in strings": func() []byte { return []byte("%PDF-1.7\n" + fill("1 0 obj(")) },
	"objects in arrays":  func() []byte { return []byte("%PDF-1.7\n" + fill("1 0 obj[")) },
	"objects that are streams": func() []byte {
		return []byte("%PDF-1.7\n" + fill("1 0 obj<</Type/ObjStm/N 9/First 9>>stream\n"))
	},
	"word obj":     func() []byte { return []byte("%PDF-1.7\n1 0 obj" + fill("obj ")) },
	"word trailer": func() []byte { return []byte("%PDF-1.7\n1 0 obj" + fill("trailer<<")) },
	"comments":     func() []byte { return []byte("%PDF-1.7\n" + fill("1 %\n0 %\nobj %\n")) },
	"numbers":      func() []byte { return with("[" + fill("1 0 ") + "]") },
	"streams over each other": func() []byte {
		var objects []string
		for range 1000 {
			objects = append(objects, "<</Length 60000>>stream")
		}
		kids := "[" + strings.Repeat("4 0 R ", 10) + "]"
		for i := range objects {
			kids += fmt.Sprintf("/K%d %d 0 R", i, i+4)
		}
		return file("/Extra"+kids, append(append(skeleton[:2:2], "<</Type/Page/Contents"+kids+">>"), objects...)...)
	},
	"object stream within itself": func() []byte {
		body := "4 0 5 2 7 8 "
		return bytes.Replace(with(streamOf("/Type/ObjStm/N 2/First 8", []byte(body))), []byte("/Pages 2 0 R"), []byte("/Pages 5 0 R"), 1)
	},
	"object stream with a thousand million objects": func() []byte {
		return []byte("%PDF-1.7\n1 0 obj" + streamOf("/Type/ObjStm/N 1000000000/First 4", []byte("5 0 <</Type/Page>>")))
	},
	"Length in the stream that it is the length of": func() []byte {
		data := []byte("%PDF-1.7\n8 0 obj\n<</Type/ObjStm/N 2/First 8/Length 7 0 R>>stream\n7 0 1 3 9  <</Pages 2 0 R>>\nendstream\nendobj\n")
		start := len(data)
		rows := []byte{2, 8, 1, 1, 0, 0, 2, 8, 0, 1, 9, 0}
		return fmt.Appendf(data, "9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", streamOf("/Type/XRef/Root 1 0 R/Size 9/W[1 1 1]/Index[1 2 7 2]", rows), start)
	},
	"objects of a stream over each other": func() []byte {
		var index strings.Builder
		for n := range 40_000 {
			fmt.Fprintf(&index, "%d %d ", n+10, n%50)
		}
		packed := objecttest.Deflate([]byte(index.String() + fill("(a") + fill("(a")))
		return []byte("%PDF-1.7\n1 0 obj" + streamOf(fmt.Sprintf("/Type/ObjStm/N 40000/First %d/Filter/FlateDecode", index.Len()), packed))
	},
	"references in a ring": func() []byte {
		return with("5 0 R", "6 0 R", "4 0 R")
	},
	"page tree in a ring": func() []byte {
		return file("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Parent 3 0 R>>", "<</Type/Pages/Kids[2 0 R 3 0 R]/Parent 2 0 R>>")
	},
	"page tree that doubles": func() []byte {
		objects := []string{skeleton[0]}
		for n := 2; n < 60; n++ {
			objects = append(objects, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %d 0 R]>>", n+1, n+1))
		}
		return file("", objects...)
	},
	"filters upon filters": func() []byte {
		return with(streamOf("/Filter["+strings.Repeat("/ASCIIHexDecode", 4000)+"]", []byte("00>")))
	},
	"encryption of nonsense": func() []byte {
		return file("/ID[(a)]/Encrypt<</Filter/Standard/V 5/R 6/Length 99999/O(x)/U(y)/OE()/UE()/P 1e9/CF<</A<</CFM/AESV3>>>>/StmF/A/StrF/A>>", skeleton...)
	},
	"encryption that refers to itself": func() []byte {
		return file("/Encrypt 4 0 R", append(skeleton[:3:3], "<</Filter/Standard/V 4/R 4/O 4 0 R/U 4 0 R/P 4 0 R/CF 4 0 R/StmF 4 0 R>>")...)
	},
}

// TestHostile: each file ends in objects or one error, in time, and takes no
// more memory than the limits promise.
func TestHostile(t *testing.T) {
	const most = 1 << 30 // allocated in all, so less is in use at any time
	for name, make := range hostile {
		data := make()
		if len(data) > 1<<20 {
			t.Fatalf("%s: %d bytes is no small file", name, len(data))
		}
		for _, reader := range append(readers(), open.Auto) {
			t.Run(name+"/"+reader, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(context.Background(), deadline)
				defer cancel()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				r, err := open.Open(ctx, bytes.NewReader(data), int64(len(data)), open.Options{Reader: reader})
				if err == nil {
					defer r.Close()
					if _, err := objecttest.Walk(ctx, r); err != nil {
						t.Error(err)
					}
				}
				if ctx.Err() != nil {
					t.Error("did not end in time")
				}
				runtime.ReadMemStats(&after)
				if used := after.TotalAlloc - before.TotalAlloc; used > most {
					t.Errorf("allocated %d MB", used>>20)
				}
			})
		}
	}
}

// TestLimits: a limit that is hit is named.
func TestLimits(t *testing.T) {
	bomb := hostile["bomb"]()
	r, err := open.Open(context.Background(), bytes.NewReader(bomb), int64(len(bomb)), open.Options{Limits: object.Limits{StreamFloor: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	o, err := r.Load(object.Ref{Number: 4})
	if err != nil {
		t.Fatal(err)
	}
	data, err := r.Data(o.(*object.Stream))
	wantLimit(t, err, "StreamRatio")
	if raw := len(bomb); len(data) == 0 || len(data) > raw*object.DefaultLimits().StreamRatio {
		t.Errorf("%d bytes kept", len(data))
	}

	_, _, err = walk(t, plainForm(), open.Options{Limits: object.Limits{XRefEntries: 5}})
	wantLimit(t, err, "XRefEntries")
	_, _, err = walk(t, plainForm(), open.Options{Limits: object.Limits{Objects: 5}})
	wantLimit(t, err, "Objects")
	far := hostile["cross-reference bomb"]()
	_, _, err = walk(t, far, open.Options{})
	wantLimit(t, err, "Objects")
	_, _, err = walk(t, far, open.Options{Limits: object.Limits{Objects: 1_900_000}})
	wantLimit(t, err, "XRefEntries")
	_, _, err = walk(t, plainForm(), open.Options{Limits: object.Limits{Time: 1}})
	wantLimit(t, err, "Time")

	w, _, err := walk(t, with("[[[[[[1]]]]]]"), open.Options{Limits: object.Limits{Nesting: 5}})
	if err != nil {
		t.Fatal(err)
	}
	wantLimit(t, w.Failed[object.Ref{Number: 4}], "Nesting")
}

// TestLoadingIsBounded: a long object that is asked for again and again is
// read once; what is too long to be kept is read within the limits.
func TestLoadingIsBounded(t *testing.T) {
	// The time is not what is tested: a busy machine may take longer than a run has.
	limits := object.Limits{DocumentFloor: 20 << 20, DocumentRatio: 1, Time: time.Hour}
	load := func(object4 string) (err error) {
		data := with(object4)
		r, err := open.Open(context.Background(), bytes.NewReader(data), int64(len(data)), open.Options{Limits: limits})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		for range 1000 {
			if _, err = r.Load(object.Ref{Number: 4}); err != nil {
				break
			}
		}
		return err
	}
	if err := load("[" + fill("7 ") + "]"); err != nil {
		t.Error(err)
	}
	wantLimit(t, load("["+strings.Repeat(fill("7 "), 20)+"]"), "DocumentFloor")
	limits.DocumentFloor, limits.DocumentRatio = 1, 20
	wantLimit(t, load("["+strings.Repeat(fill("7 "), 20)+"]"), "DocumentRatio")
}

func wantLimit(t *testing.T, err error, limit string) {
	t.Helper()
	var over *object.LimitError
	if !errors.As(err, &over) || over.Limit != limit {
		t.Errorf("got %v, want the limit %s", err, limit)
	}
}
