package open_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// book is a document of that many pages, each with a content stream of its
// own of some kilobytes, as a report has.
func book(pages int) objecttest.Document {
	ref := func(n int) object.Ref { return object.Ref{Number: n} }
	d := objecttest.Document{Objects: map[int]object.Object{}, Trailer: object.Dict{"Root": ref(1)}}
	d.Objects[1] = object.Dict{"Type": object.Name("Catalog"), "Pages": ref(2)}
	kids := object.Array{}
	for i := range pages {
		n := 4 + 4*i
		kids = append(kids, ref(n))
		var words []byte
		for line := range 60 {
			words = fmt.Appendf(words, "1 0 0 1 72 %d Tm [(Line %d of page %d) -250 (tells of %d boats)] TJ\n", 720-11*line, line, i, i*line%89)
		}
		d.Objects[n] = object.Dict{
			"Type": object.Name("Page"), "Parent": ref(2), "Contents": ref(n + 1), "Resources": ref(n + 2),
			"MediaBox": object.Array{int64(0), int64(0), int64(612), int64(792)},
		}
		d.Objects[n+1] = objecttest.Content{Dict: object.Dict{}, Data: words}
		d.Objects[n+2] = object.Dict{"Font": object.Dict{"F1": ref(3)}, "ProcSet": object.Array{object.Name("PDF")}}
		d.Objects[n+3] = object.Dict{"S": object.Name("P"), "Pg": ref(n), "K": int64(i)}
	}
	d.Objects[2] = object.Dict{"Type": object.Name("Pages"), "Kids": kids, "Count": int64(pages)}
	d.Objects[3] = object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type1"), "BaseFont": object.Name("Times-Roman")}
	return d
}

// readPages opens a file and reads of each page what an interpreter needs:
// page, resources, content.
func readPages(data *bytes.Reader, reader string) (decoded int, err error) {
	r, err := open.Open(context.Background(), data, data.Size(), open.Options{Reader: reader})
	if err != nil {
		return 0, err
	}
	defer r.Close()
	load := func(o object.Object) object.Object {
		if ref, ok := o.(object.Ref); ok && err == nil {
			o, err = r.Load(ref)
		}
		return o
	}
	root, _ := load(r.Trailer()["Root"]).(object.Dict)
	tree, _ := load(root["Pages"]).(object.Dict)
	kids, _ := tree["Kids"].(object.Array)
	for _, kid := range kids {
		page, _ := load(kid).(object.Dict)
		load(page["Resources"])
		content, ok := load(page["Contents"]).(*object.Stream)
		if !ok || err != nil {
			return decoded, fmt.Errorf("page %v: %v", kid, err)
		}
		text, derr := r.Data(content)
		if derr != nil {
			return decoded, derr
		}
		decoded += len(text)
	}
	return decoded, err
}

// counting counts the bytes that are read of a file.
type counting struct {
	*bytes.Reader
	n int64
}

func (c *counting) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.Reader.ReadAt(p, off)
	c.n += int64(n)
	return n, err
}

// TestReadOnce: what is read of a file grows as the file does: no page tree
// is walked again for each page, no object stream read again for each object.
func TestReadOnce(t *testing.T) {
	for _, compress := range []bool{false, true} {
		share := func(pages int) float64 {
			data := book(pages).Write(objecttest.Form{Encode: objecttest.Flate, Compress: compress})
			c := &counting{Reader: bytes.NewReader(data)}
			r, err := open.Open(context.Background(), c, int64(len(data)), open.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			w, err := objecttest.Walk(context.Background(), r)
			if err != nil || w.Pages != pages {
				t.Fatalf("%d pages, %v", w.Pages, err)
			}
			return float64(c.n) / float64(len(data))
		}
		few, many := share(30), share(300)
		if many > 2*few {
			t.Errorf("compressed %v: each byte read %.1f times at 300 pages, %.1f times at 30", compress, many, few)
		}
	}
}

func BenchmarkReadPages(b *testing.B) {
	for _, form := range []struct {
		name     string
		compress bool
	}{{"plain", false}, {"object streams", true}} {
		data := book(1000).Write(objecttest.Form{Encode: objecttest.Flate, Compress: form.compress})
		for _, reader := range readers() {
			b.Run(form.name+"/"+reader, func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := readPages(bytes.NewReader(data), reader); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
