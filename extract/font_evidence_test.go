package extract

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
)

// What a file says of a font more than once is held against itself; beside each kind
// of damage stands what writers do for reasons of their own.
func TestStatementsOnAFont(t *testing.T) {
	const words = "BT /F 10 Tf 50 700 Td (words) Tj ET "
	name := func(s string) object.Name { return object.Name(s) }
	drawing := object.Dict{"a": stream(nil, "0 0 0 0 5 5 d1 0 0 5 5 re f")}
	type3 := func(change object.Dict) object.Dict {
		f := object.Dict{"Type": name("Font"), "Subtype": name("Type3"), "FontMatrix": numbers(0.1, 0, 0, 0.1, 0, 0), "FirstChar": int64(97), "LastChar": int64(97), "Widths": numbers(6),
			"Encoding": object.Dict{"Differences": object.Array{int64(97), name("a")}}, "CharProcs": drawing}
		maps.Copy(f, change)
		return f
	}
	subset := func(base, own string, change object.Dict) object.Dict {
		f := simpleFont(base)
		f["FontDescriptor"] = object.Dict{"FontName": name(own), "FontFile3": stream(nil, "")}
		maps.Copy(f, change)
		return f
	}
	composed := func(change, below object.Dict) object.Dict {
		cid := object.Dict{"Subtype": name("CIDFontType2"), "BaseFont": name("ABCDEF+Corvina"), "FontDescriptor": object.Dict{"FontName": name("ABCDEF+Corvina"), "FontFile2": stream(nil, "")}}
		maps.Copy(cid, below)
		f := object.Dict{"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": name("ABCDEF+Corvina"), "Encoding": name("Identity-H"), "DescendantFonts": object.Array{cid}}
		maps.Copy(f, change)
		return f
	}
	// list is a list of widths that begins at these characters, two in each part.
	list := func(starts ...int64) object.Dict {
		var w object.Array
		for _, s := range starts {
			w = append(w, s, numbers(500, 600))
		}
		return object.Dict{"W": w}
	}
	for _, c := range []struct {
		name string
		font object.Dict
		told bool
	}{
		{"a font that is drawn", type3(nil), false},
		{"a font of another kind that has no drawings", type3(object.Dict{"CharProcs": nil}), true},
		{"a kind that lost a bit", subset("ABCDEF+Corvina", "ABCDEF+Corvina", object.Dict{"Subtype": name("Tyqe1")}), true},
		{"a kind that a program calls so", subset("ABCDEF+Corvina", "ABCDEF+Corvina", object.Dict{"Subtype": name("OpenType")}), false},
		{"a simple font with a part of another kind", subset("ABCDEF+Corvina", "ABCDEF+Corvina", object.Dict{"DescendantFonts": object.Array{object.Dict{}}}), true},
		{"a whole font without its part", object.Dict{"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": name("Corvina"), "Encoding": name("Identity-H")}, true},
		{"names that agree", subset("ABCDEF+Corvina-Bold", "ABCDEF+Corvina-Bold", nil), false},
		{"a letter of a name", subset("ABCDEF+Corvina-B\xefld", "ABCDEF+Corvina-Bold", nil), true},
		{"a letter of a name's mark", subset("ABCDeF+Corvina-Bold", "ABCDEF+Corvina-Bold", nil), true},
		{"the end of a name", subset("ABCDEF+Corvina", "ABCDEF+Corvina-Bold", nil), true},
		{"names with marks of their own", subset("ABCDEF+Corvina", "GHIJKL+Corvina", nil), false},
		{"a name in two spellings", subset("Corvina,Bold", "Corvina-Bold", nil), false},
		{"a family's name", subset("Corvina", "Corvina-Bold", nil), false},
		{"a name with its table of codes", composed(object.Dict{"BaseFont": name("ABCDEF+Corvina-Identity-H")}, nil), false},
		{"a descendant's name", composed(nil, object.Dict{"BaseFont": name("ABCDEF+Corvjna")}), true},
		{"an encoding's name", subset("ABCDEF+Corvina", "ABCDEF+Corvina", object.Dict{"Encoding": name("WinAnsiEncodjng")}), true},
		{"an encoding of another writer", subset("ABCDEF+Corvina", "ABCDEF+Corvina", object.Dict{"Encoding": name("PDFDocEncoding")}), false},
		{"a table of codes", composed(object.Dict{"Encoding": name("Identi|y-H")}, nil), true},
		{"an ordered list of widths", composed(nil, list(1, 5, 9, 20, 30)), false},
		{"a list with one part out of its order", composed(nil, list(1, 5, 900, 20, 30)), false},
		{"a list without order", composed(nil, list(30, 5, 9, 2, 20)), false},
		{"a range of widths that ends before it begins", composed(nil, object.Dict{"W": object.Array{int64(20), int64(9), int64(500)}}), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := kindsOf(sheet{content: words, fonts: object.Dict{"F": c.font}}.document(t))
			if strings.Contains(got, KindDamaged) != c.told {
				t.Errorf("warnings: %q, told should be %v", got, c.told)
			}
		})
	}
}

// listed is a reader that knows its objects.
type listed struct{ *memory }

func (l listed) Numbers() (out []int) {
	for ref := range l.objects {
		out = append(out, ref.Number)
	}
	slices.Sort(out)
	return out
}

// pagesMade makes pages of which each shows its number, with fonts F and G, and changes
// the objects: 1 is the list of pages, 10 to 14 are pages, 20 to 24 what they show, 30
// and 31 the fonts, 40 to 44 what is on the pages.
func pagesMade(t *testing.T, change func(map[int]object.Object)) string {
	t.Helper()
	ref := func(n int) object.Ref { return object.Ref{Number: n} }
	objects := map[int]object.Object{30: simpleFont("Helvetica"), 31: simpleFont("Times-Roman")}
	kids := object.Array{}
	for i := range 5 {
		kids = append(kids, ref(10+i))
		objects[10+i] = object.Dict{"Type": object.Name("Page"), "MediaBox": numbers(0, 0, 600, 800), "Resources": ref(40 + i), "Contents": ref(20 + i)}
		objects[20+i] = stream(nil, "BT /F 10 Tf 50 700 Td (page "+string(rune('0'+i))+") Tj /G 10 Tf ( and more) Tj ET")
		objects[40+i] = object.Dict{"Font": object.Dict{"F": ref(30), "G": ref(31)}}
	}
	objects[1] = object.Dict{"Type": object.Name("Pages"), "Count": int64(5), "Kids": kids}
	change(objects)
	m := listed{&memory{objects: map[object.Ref]object.Object{}, trailer: object.Dict{"Root": object.Dict{"Pages": ref(1)}}}}
	for n, o := range objects {
		m.objects[ref(n)] = o
	}
	doc, err := readPages(context.Background(), "made.pdf", newFile(m, object.Limits{}.OrDefault()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return kindsAndPages(doc)
}

func kindsAndPages(doc *model.Document) string {
	var out []string
	for _, w := range doc.Warnings {
		pages := ""
		for _, at := range w.At {
			pages += " " + string(rune('0'+at.Page))
		}
		out = append(out, w.Kind+pages)
	}
	return strings.Join(out, "; ")
}

// A reference that leads to another object of its kind is told of where the one that
// it led to is left over, or where all pages else agree.
func TestReferencesThatLeadElsewhere(t *testing.T) {
	ref := func(n int) object.Ref { return object.Ref{Number: n} }
	dict := func(objects map[int]object.Object, n int) object.Dict { return objects[n].(object.Dict) }
	for _, c := range []struct {
		name   string
		change func(map[int]object.Object)
		want   string
	}{
		{"nothing", func(map[int]object.Object) {}, ""},
		{"a page", func(o map[int]object.Object) { dict(o, 1)["Kids"].(object.Array)[2] = ref(10) }, "damaged 3"},
		{"a page that is shown twice", func(o map[int]object.Object) {
			dict(o, 1)["Kids"] = append(dict(o, 1)["Kids"].(object.Array), ref(10))
		}, ""},
		{"what a page shows", func(o map[int]object.Object) { dict(o, 13)["Contents"] = ref(20) }, "damaged 4"},
		{"what two pages show", func(o map[int]object.Object) { dict(o, 13)["Contents"] = ref(20); delete(o, 23) }, ""},
		{"the list of what a page shows", func(o map[int]object.Object) {
			dict(o, 13)["Contents"], dict(o, 14)["Contents"] = object.Array{ref(20)}, object.Array{ref(20)}
		}, "damaged 5"},
		{"a font of one page", func(o map[int]object.Object) { dict(o, 42)["Font"].(object.Dict)["G"] = ref(30) }, "damaged 3"},
		{"a font of all pages", func(o map[int]object.Object) {
			for i := range 5 {
				dict(o, 10+i)["Resources"] = ref(40)
			}
			dict(o, 40)["Font"].(object.Dict)["G"] = ref(30)
			for i := 1; i < 5; i++ {
				delete(o, 40+i)
			}
		}, "damaged 1"},
		{"one font under two names", func(o map[int]object.Object) {
			for i := range 5 {
				dict(o, 40+i)["Font"].(object.Dict)["G"] = ref(30)
			}
			delete(o, 31)
		}, ""},
		{"names that each page gives anew", func(o map[int]object.Object) {
			for i := range 5 {
				if i%2 == 0 {
					o[40+i] = object.Dict{"Font": object.Dict{"F": ref(31), "G": ref(30)}}
				}
			}
		}, ""},
		{"a key of a page", func(o map[int]object.Object) {
			dict(o, 11)["MadiaBox"] = dict(o, 11)["MediaBox"]
			delete(dict(o, 11), "MediaBox")
		}, "damaged 2"},
		{"what a page shows, a list, under another name", func(o map[int]object.Object) {
			dict(o, 11)["Conteqts"] = object.Array{ref(21)}
			delete(dict(o, 11), "Contents")
		}, "damaged 2"},
		{"a list of pages", func(o map[int]object.Object) {
			o[2] = object.Dict{"Type": object.Name("Pages"), "Count": int64(3)}
			dict(o, 1)["Kids"] = append(dict(o, 1)["Kids"].(object.Array), ref(2))
		}, "damaged 6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := pagesMade(t, c.change); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// lettersOnly is a CFF program of the capitals A to Z, whose glyphs are blank.
func lettersOnly() string {
	be := func(v int) []byte { return []byte{byte(v >> 8), byte(v)} }
	index := func(items ...[]byte) []byte {
		if len(items) == 0 {
			return be(0)
		}
		b, at := append(be(len(items)), 2, 0, 1), 1
		for _, i := range items {
			at += len(i)
			b = append(b, be(at)...)
		}
		return append(b, slices.Concat(items...)...)
	}
	number := func(v int) []byte { return append([]byte{29, 0, 0}, be(v)...) }
	const capitalA, letters = 34, 26
	charset, glyphs := []byte{0}, [][]byte{{14}}
	for i := range letters {
		charset, glyphs = append(charset, be(capitalA+i)...), append(glyphs, []byte{14})
	}
	top := func(charset, glyphs int) []byte {
		return index(slices.Concat(number(charset), []byte{15}, number(glyphs), []byte{17}))
	}
	front := slices.Concat([]byte{1, 0, 4, 2}, index([]byte("Own")))
	start := len(front) + len(top(0, 0)) + 2*len(index())
	return string(slices.Concat(front, top(start, start+len(charset)), index(), index(), charset, index(glyphs...)))
}

// A name of an encoding that the part of a font does not have, and is nearly that of a
// glyph that no code leads to, lost a bit.
func TestNamesOfGlyphsThatAreThere(t *testing.T) {
	font := func(base string, other map[byte]string) object.Dict {
		differences := object.Array{int64('A')}
		for c := byte('A'); c <= 'Z'; c++ {
			n, ok := other[c]
			if !ok {
				n = string(rune(c))
			}
			differences = append(differences, object.Name(n))
		}
		f := simpleFont(base)
		f["Encoding"] = object.Dict{"Differences": differences}
		f["FontDescriptor"] = object.Dict{"FontName": object.Name(base), "FontFile3": &object.Stream{Dict: object.Dict{"Length": int64(500)}, Handle: lettersOnly()}}
		return f
	}
	for _, c := range []struct {
		name string
		font object.Dict
		told bool
	}{
		{"all names", font("ABCDEF+Corvina", nil), false},
		{"a name that is none", font("ABCDEF+Corvina", map[byte]string{'M': "\xcd"}), true},
		{"a name that stands twice", font("ABCDEF+Corvina", map[byte]string{'M': "L"}), true},
		{"a name that the font lacks", font("ABCDEF+Corvina", map[byte]string{'M': "eacute"}), false},
		{"a whole font", font("Corvina", map[byte]string{'M': "L"}), false},
		{"a font with more than is used", font("ABCDEF+Corvina", map[byte]string{'M': "L", 'N': "L", 'O': "L"}), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := kindsOf(sheet{content: "BT /F 10 Tf 50 700 Td (WORDS) Tj ET ", fonts: object.Dict{"F": c.font}}.document(t))
			if strings.Contains(got, KindDamaged) != c.told {
				t.Errorf("warnings: %q, told should be %v", got, c.told)
			}
		})
	}
}
