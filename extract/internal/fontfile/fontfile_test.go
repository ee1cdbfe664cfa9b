package fontfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"testing"
)

func be16(v ...int) []byte {
	var b []byte
	for _, n := range v {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	return b
}

func be32(v ...int) []byte {
	var b []byte
	for _, n := range v {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// sfnt is a font program of some tables.
func sfnt(tables map[string][]byte) []byte {
	var tags []string
	for t := range tables {
		tags = append(tags, t)
	}
	slices.Sort(tags)
	b := append(be32(0x00010000), be16(len(tags), 0, 0, 0)...)
	var body []byte
	for _, t := range tags {
		b = append(b, t...)
		b = append(b, be32(0, 12+16*len(tags)+len(body), len(tables[t]))...)
		body = append(body, tables[t]...)
	}
	return append(b, body...)
}

type sub struct {
	platform, encoding int
	data               []byte
}

func cmapTable(subs ...sub) []byte {
	b := be16(0, len(subs))
	var body []byte
	for _, s := range subs {
		b = append(b, be16(s.platform, s.encoding)...)
		b = append(b, be32(4+8*len(subs)+len(body))...)
		body = append(body, s.data...)
	}
	return append(b, body...)
}

// format4 maps from..to of each segment to glyphs through a delta, or through
// an array where glyphs are given.
func format4() []byte {
	// Two segments: 65 to 67 by delta to glyphs 10 to 12; 0x2212 by array to
	// glyph 20; and the end.
	return slices.Concat(
		be16(4, 0, 0, 6, 0, 0, 0),
		be16(67, 0x2212, 0xffff), be16(0),
		be16(65, 0x2212, 0xffff),
		be16(-55, 0, 1),
		be16(0, 4, 0),
		be16(20))
}

func TestTrueType(t *testing.T) {
	mac := append(be16(0, 262, 0), make([]byte, 256)...)
	mac[6+1], mac[6+2] = 10, 20
	post := slices.Concat(be32(0x00020000), make([]byte, 28), be16(22),
		be16(0), make([]byte, 2*20), be16(258), []byte("\x06endash"))
	font := ReadTrueType(sfnt(map[string][]byte{
		"cmap": cmapTable(
			sub{3, 1, format4()},
			sub{1, 0, mac},
			sub{3, 0, slices.Concat(be16(6, 0, 0, 0xf041, 2), be16(11, 21))},
			sub{3, 10, slices.Concat(be16(12, 0), be32(0, 0, 1), be32(0x1f600, 0x1f601, 30))},
		),
		"post": post,
	}))
	if font == nil {
		t.Fatal("not read")
	}
	for g, want := range map[int]string{10: "A", 12: "C", 20: "\u2212", 21: "\u2013", 30: "\U0001F600", 31: "\U0001F601", 13: "", 99999: "", -1: ""} {
		if got, _ := font.Text(g); got != want {
			t.Errorf("glyph %d: %q, want %q", g, got, want)
		}
	}
	for c, want := range map[byte]string{1: "A", 2: "\u2212", 0x41: "B", 0x42: "\u2013", 3: ""} {
		if got, _ := font.Code(c); got != want {
			t.Errorf("code %#x: %q, want %q", c, got, want)
		}
	}
}

func TestTheOrdinaryCharacterOfAGlyph(t *testing.T) {
	// A hyphen, a soft hyphen and a private character share a glyph.
	font := ReadTrueType(sfnt(map[string][]byte{"cmap": cmapTable(sub{0, 3, slices.Concat(be16(12, 0), be32(0, 0, 3),
		be32(0x2d, 0x2d, 5), be32(0xad, 0xad, 5), be32(0xe000, 0xe000, 5))})}))
	if got, _ := font.Text(5); got != "-" {
		t.Errorf("%q", got)
	}
}

func cffIndex(items ...[]byte) []byte {
	if len(items) == 0 {
		return be16(0)
	}
	b := append(be16(len(items)), 2)
	at := 1
	b = append(b, be16(at)...)
	for _, i := range items {
		at += len(i)
		b = append(b, be16(at)...)
	}
	return append(b, bytes.Join(items, nil)...)
}

// int5 is an integer operand of five bytes, so that a DICT's length does not
// depend on its offsets.
func int5(v int) []byte { return append([]byte{29}, be32(v)...) }

// cff is a program whose glyphs are .notdef and those with the given string
// identifiers; codes are the built-in encoding.
func cff(ros bool, sids []int, codes []byte, strings ...[]byte) []byte {
	head := []byte{1, 0, 4, 2}
	name := cffIndex([]byte("Own"))
	texts := cffIndex(strings...)
	dict := func(charset, encoding, glyphs int) []byte {
		d := []byte{}
		if ros {
			d = slices.Concat(int5(391), int5(391), int5(0), []byte{12, 30})
		}
		d = append(d, 30, 0x1a, 0x5f) // a real number that belongs to nothing
		return slices.Concat(d, int5(charset), []byte{15}, int5(encoding), []byte{16}, int5(glyphs), []byte{17})
	}
	start := len(head) + len(name) + len(cffIndex(dict(0, 0, 0))) + len(texts) + len(cffIndex())
	charset := append([]byte{0}, be16(sids...)...)
	encoding := append([]byte{0, byte(len(codes))}, codes...)
	glyphs := make([][]byte, len(sids)+1)
	for i := range glyphs {
		glyphs[i] = []byte{14}
	}
	top := cffIndex(dict(start, start+len(charset), start+len(charset)+len(encoding)))
	return slices.Concat(head, name, top, texts, cffIndex(), charset, encoding, cffIndex(glyphs...))
}

func TestCFF(t *testing.T) {
	c := ReadCFF(cff(false, []int{34, 391, 392}, []byte{65, 1, 2}, []byte("uni2212"), []byte("f_f_i")))
	if c == nil || !slices.Equal(c.Names, []string{".notdef", "A", "uni2212", "f_f_i"}) {
		t.Fatalf("%+v", c)
	}
	if c.Encoding[65] != "A" || c.Encoding[1] != "uni2212" || c.Encoding[2] != "f_f_i" || c.Encoding[66] != "" {
		t.Errorf("encoding %q %q %q", c.Encoding[65], c.Encoding[1], c.Encoding[2])
	}
	k := ReadCFF(cff(true, []int{700, 12}, nil))
	if k == nil || k.Names != nil || !slices.Equal(k.CIDs, []int{0, 700, 12}) {
		t.Errorf("CID-keyed: %+v", k)
	}
}

func TestType1Encoding(t *testing.T) {
	for _, c := range []struct {
		in   string
		code int
		want string
		ok   bool
	}{
		{"/Encoding StandardEncoding def", 39, "quoteright", true},
		{"/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 65/minus put dup 16#42 /Q put readonly def", 65, "minus", true},
		{"/Encoding 256 array dup 65/minus put dup 16#42 /Q put def dup 67 /X put", 66, "Q", true},
		{"/Encoding 256 array dup 65/minus put def dup 67 /X put", 67, "", true},
		{"/Encoding 256 array dup 300/minus put dup 65 minus put def", 65, "", false},
		{"eexec /Encoding StandardEncoding def", 39, "", false},
		{"nothing", 65, "", false},
	} {
		e, ok := Type1Encoding([]byte(c.in))
		if ok != c.ok || ok && e[c.code] != c.want {
			t.Errorf("%s: %v, %v", c.in, ok, e)
		}
	}
}

// charstring is a glyph's name and what draws it.
type charstring struct {
	name string
	code []byte
}

// encipher is the reverse of decipher.
func encipher(b []byte, key uint16) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		out[i] = c ^ byte(key>>8)
		key = (uint16(out[i])+key)*cipherFactor + cipherSum
	}
	return out
}

// type1 is a Type 1 program with these glyphs.
func type1(hexadecimal bool, glyphs ...charstring) []byte {
	private := "0000/Private 8 dict dup begin /lenIV 4 def /CharStrings " + fmt.Sprint(len(glyphs)) + " dict dup begin\n"
	for _, g := range glyphs {
		hidden := encipher(append([]byte("0000"), g.code...), charstringKey)
		private += fmt.Sprintf("/%s %d RD %s ND\n", g.name, len(hidden), hidden)
	}
	hidden := encipher([]byte(private+"end"), eexecKey)
	if hexadecimal {
		hidden = fmt.Appendf(nil, "%x", hidden)
	}
	return append([]byte("%!PS-AdobeFont-1.0\ncurrentfile eexec\n"), hidden...)
}

func TestType1Widths(t *testing.T) {
	glyphs := []charstring{
		{"A", []byte{139 + 10, 247, 500 - 256 - 108 + 20, commandHSBW, 14}},      // 10, 264
		{"B", []byte{139, 255, 0, 0, 0x02, 0x58, commandHSBW}},                   // 600
		{"C", []byte{139, 139, 248, 0, 139, commandEscape, escapeSBW}},           // 364
		{"D", []byte{139, 255, 0, 0, 4, 0, 141, commandEscape, 12, commandHSBW}}, // 1024/2
		{"minus", []byte{139, 251, 0, commandHSBW}},                              // -108
		{"E", []byte{commandHSBW}},
		{"F", []byte{139, 139, 14}},
	}
	want := map[string]float64{"A": 264, "B": 600, "C": 364, "D": 512, "minus": -108}
	for _, hexadecimal := range []bool{false, true} {
		if got := Type1Widths(type1(hexadecimal, glyphs...)); !maps.Equal(got, want) {
			t.Errorf("hexadecimal %v: %v, want %v", hexadecimal, got, want)
		}
	}
	for _, none := range []string{"", "eexec", "eexec 12", "currentfile eexec nothing that could be one"} {
		if got := Type1Widths([]byte(none)); len(got) > 0 {
			t.Errorf("%q: %v", none, got)
		}
	}
}

// FuzzPrograms reads any bytes as each kind of font program.
func FuzzPrograms(f *testing.F) {
	f.Add(sfnt(map[string][]byte{"cmap": cmapTable(sub{3, 1, format4()})}))
	f.Add(cff(false, []int{34, 391}, []byte{65, 1}, []byte("uni2212")))
	f.Add([]byte("/Encoding 256 array dup 65/A put def"))
	f.Add(type2(op(6, 10, 20), op(5, 10, 20), op(14)))
	f.Add(type1(false, charstring{"A", []byte{139, 139 + 100, commandHSBW}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		if font := ReadTrueType(b); font != nil {
			for g := range 300 {
				font.Text(g)
			}
			for c := range 256 {
				font.Code(byte(c))
			}
			font.Named("A")
		}
		if c := ReadCFF(b); c != nil && len(c.Names) > maxGlyphs {
			t.Fatalf("%d glyphs", len(c.Names))
		}
		if o := ReadOutlines(b); o != nil {
			for g := range 300 {
				o.Ink(g)
				o.Shape(g)
			}
		}
		if o, names := ReadType1(b); o != nil {
			for g := range names {
				o.Shape(g)
			}
		}
		Type1Encoding(b)
		if w := Type1Widths(b); len(w) > mostCharstrings {
			t.Fatalf("%d widths", len(w))
		}
	})
}
