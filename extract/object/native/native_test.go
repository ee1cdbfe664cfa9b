package native

import (
	"bytes"
	"context"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/syntax"
)

// TestScan: what a scan takes for the beginning of an object, and the near
// misses beside it. Each input has the one object 7, or none.
func TestScan(t *testing.T) {
	for in, want := range map[string]bool{
		"7 0 obj 1 endobj":             true,
		"junk7 0 obj 1 endobj":         true,
		"endobj7 0 obj 1 endobj":       true,
		"\x00\xff7\t0\r\nobj<<>>":      true,
		"7 65535 obj 1":                true,
		"7 0 obj":                      true,
		"7 0obj 1":                     false,
		"7 obj 1":                      false,
		" 0 obj 1":                     false,
		"7 0 endobj":                   false,
		"7 0 xobj 1":                   false,
		"7 -1 obj 1":                   false,
		"99999999999999999999 0 obj 1": false,
		"1 0 obj<</Length 9>>stream\n7 0 obj 1\nendstream": false, // not looked into: Length is right
		"1 0 obj<</Length 5>>stream\n7 0 obj 1\nendstream": true,  // Length is wrong
	} {
		f := &File{src: newSource(bytes.NewReader([]byte(in)), int64(len(in))), limits: defaults, most: 100}
		s, err := f.scanFile(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if _, got := s.entries[7]; got != want {
			t.Errorf("%q: found is %v", in, got)
		}
	}
}

// TestObjectThatIsNone: what stands in the place of an object and is none is told of;
// an object of nothing is null.
func TestObjectThatIsNone(t *testing.T) {
	for in, want := range map[string]bool{
		"7 0 obj << /A 1 >> endobj":     false,
		"7 0 obj endobj":                false,
		"7 0 obj null endobj":           false,
		"7 0 obj\n":                     false,
		"7 0 obj \xbc< /A 1 >> endobj":  true,
		"7 0 obj <\xbc/Type/F>> endobj": true,
		"7 0 obj >> endobj":             true,
	} {
		s := newSource(bytes.NewReader([]byte(in)), int64(len(in)))
		if obj, ok := s.object(0, 10); !ok || obj.torn != want {
			t.Errorf("%q: torn is %v, %v", in, obj.torn, ok)
		}
	}
}

// TestScanChunks: an object is found wherever the border between two chunks
// falls in it.
func TestScanChunks(t *testing.T) {
	const chunk = 256 << 10
	text := "\n4711 0 obj\n<</A 1>>\nendobj\ntrailer<</Root 1 0 R>>"
	for shift := range 60 {
		data := append(bytes.Repeat([]byte("."), chunk-shift), text...)
		data = append(data, bytes.Repeat([]byte("."), chunk)...)
		f := &File{src: newSource(bytes.NewReader(data), int64(len(data))), limits: defaults, most: 100}
		s, err := f.scanFile(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if e := s.entries[4711]; e.offset != int64(chunk-shift+1) || len(s.order) != 1 || s.trailer["Root"] == nil {
			t.Errorf("border %d bytes in: at %d, %d objects, trailer %v", shift, e.offset, len(s.order), s.trailer)
		}
	}
}

var defaults = object.DefaultLimits()

// TestStreamCache: a stream is read once while it is held, and the one used
// longest ago goes when room is short.
func TestStreamCache(t *testing.T) {
	c := streamCache{max: 250}
	read := map[int]int{}
	get := func(number int) {
		c.get(number, func() *objectStream {
			read[number]++
			return &objectStream{data: make([]byte, 100)}
		})
	}
	for _, number := range []int{1, 2, 1, 3, 1, 2} {
		get(number)
	}
	if read[1] != 1 || read[2] != 2 || read[3] != 1 {
		t.Errorf("read %v", read)
	}
}

// TestWidths: fields of a cross-reference stream.
func TestWidths(t *testing.T) {
	for _, c := range []struct {
		w  object.Object
		ok bool
	}{
		{object.Array{int64(1), int64(2), int64(1)}, true},
		{object.Array{int64(0), int64(2), int64(0)}, true},
		{object.Array{int64(0), int64(0), int64(0)}, false},
		{object.Array{int64(1), int64(-2), int64(1)}, false},
		{object.Array{int64(1), int64(1 << 40), int64(1)}, false},
		{object.Array{int64(1), int64(2)}, false},
		{object.Array{int64(1), object.Name("2"), int64(1)}, false},
		{nil, false},
	} {
		if _, err := fieldWidths(c.w); (err == nil) != c.ok {
			t.Errorf("%s: %v", objecttest.Text(c.w), err)
		}
	}
	if got := field([]byte{1, 0, 2}); got != 65538 {
		t.Errorf("field is %d", got)
	}
	if got := field(bytes.Repeat([]byte{0xff}, 9)); got != -1 {
		t.Errorf("a field too large is %d", got)
	}
}

// TestSpellings: a password is tried in the bytes that its revision has for
// it, and the empty one always.
func TestSpellings(t *testing.T) {
	has := func(list [][]byte, want string) bool {
		for _, b := range list {
			if string(b) == want {
				return true
			}
		}
		return false
	}
	decomposed := "Ka\u0308se"
	if got := spellings(decomposed, 3); !has(got, "K\xe4se") || !has(got, "") {
		t.Errorf("before revision 5: %q", got)
	}
	if got := spellings(decomposed, 6); !has(got, "Käse") || !has(got, "") {
		t.Errorf("from revision 5: %q", got)
	}
}

// TestClassicEntry: entries of a cross-reference table as the standard writes
// them are read as their tokens are, and so is what only looks like one.
func TestClassicEntry(t *testing.T) {
	for _, in := range []string{
		"0000000017 00000 n \n", "0000000017 00007 f\r\n", "0000000017 65535 n\n0000000018", "\n  0000000017 00000 n \n", "17 0 n \n",
		"0000000017 00000 nx\n", "0000000017 00000 n", "0000000017  0000 n \n", "000000001- 00000 n \n", "0000000017 0000x n \n",
		"+000000017 00000 n \n", "0000000017 00000 x \n", "0000000017\t00000 n \n", "00000000017 00000 n \n", "0000000017 00000 n%\n", "",
	} {
		some, all := &syntax.Lexer{Buf: []byte(in)}, &syntax.Lexer{Buf: []byte(in)}
		offset, generation, kind, ok := classicEntry(some)
		wantOffset, ok1 := all.Token().(int64)
		wantGeneration, ok2 := all.Token().(int64)
		wantKind, ok3 := all.Token().(syntax.Keyword)
		if ok != (ok1 && ok2 && ok3) || ok && (offset != wantOffset || generation != wantGeneration || kind != wantKind || some.Pos != all.Pos) {
			t.Errorf("%q: %d %d %s %v to %d, want %d %d %s to %d", in, offset, generation, kind, ok, some.Pos, wantOffset, wantGeneration, wantKind, all.Pos)
		}
	}
}
