package open_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// TestLostTree: pages are found though what leads to them is lost, in the
// order of the file where nothing else says it.
func TestLostTree(t *testing.T) {
	lose := func(numbers ...int) []byte {
		d := objecttest.Sample()
		for _, n := range numbers {
			d.Objects[n] = object.String("gone")
		}
		return d.Write(objecttest.Form{Encode: objecttest.Flate})
	}
	for name, data := range map[string][]byte{
		"catalog":                           lose(1),
		"page tree":                         lose(2),
		"catalog and page tree":             lose(1, 2),
		"catalog, cross-reference, trailer": cut(lose(1), "xref\n0 "),
		"everything but the pages":          cut(lose(1, 2), "xref\n0 "),
		"Root":                              bytes.Replace(plainForm(), []byte("/Root 1 0 R"), []byte("/Root 7 0 R"), 1),
		"kids":                              bytes.Replace(plainForm(), []byte("/Kids [3 0 R 4 0 R ]"), []byte("/Kids [33 0 R 44 0 R]"), 1),
	} {
		for _, reader := range append(readers(), open.Auto) {
			t.Run(name+"/"+reader, func(t *testing.T) {
				r, err := open.Open(context.Background(), bytes.NewReader(data), int64(len(data)), open.Options{Reader: reader})
				if err != nil {
					t.Fatal(err)
				}
				defer r.Close()
				root, _ := object.Resolve(r, r.Trailer()["Root"]).(object.Dict)
				tree, _ := object.Resolve(r, root["Pages"]).(object.Dict)
				kids, _ := object.Resolve(r, tree["Kids"]).(object.Array)
				if len(kids) != 2 {
					t.Fatalf("kids %v", objecttest.Text(kids))
				}
				for i, want := range []string{"5 0 R", "6 0 R"} {
					page, _ := object.Resolve(r, kids[i]).(object.Dict)
					if got := objecttest.Text(page["Contents"]); got != want {
						t.Errorf("page %d has content %s, want %s", i+1, got, want)
					}
				}
				if len(object.Repairs(r)) == 0 {
					t.Error("nothing is told of it")
				}
			})
		}
	}
}

// TestCutObjectStream: an object that a damaged object stream holds in part is
// lost, not half given; those in front of the damage are there, and it is
// told.
func TestCutObjectStream(t *testing.T) {
	index, whole, half := "20 0 21 14 ", "[(all of it)] ", "<</Day 17 /Month 3"
	packed := fmt.Sprintf("%x", index+whole+half) + "!!" + fmt.Sprintf("%x", " /Year 1990>>")
	data := cut(with(
		streamOf(fmt.Sprintf("/Type/ObjStm/N 2/First %d/Filter/ASCIIHexDecode", len(index)), []byte(packed)),
	), "xref\n0 ")
	r, err := open.Open(context.Background(), bytes.NewReader(data), int64(len(data)), open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if o, err := r.Load(object.Ref{Number: 20}); err != nil || objecttest.Text(o) != `[ ("all of it")]` {
		t.Errorf("object in front of the damage: %s, %v", objecttest.Text(o), err)
	}
	if o, err := r.Load(object.Ref{Number: 21}); err == nil {
		t.Errorf("object in the damage: %s", objecttest.Text(o))
	}
	if told := strings.Join(object.Repairs(r), "|"); !strings.Contains(told, "object streams that are damaged, objects in them lost: 1") {
		t.Errorf("told %q", told)
	}
}
