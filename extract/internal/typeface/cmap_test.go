package typeface

import (
	"strings"
	"testing"
)

func TestToUnicodeMaps(t *testing.T) {
	m := parseCMap([]byte(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap
		1 begincodespacerange <0000> <FFFF> endcodespacerange
		3 beginbfchar <0003> <0020> <0005> <D83DDE00> <0006> <41> endbfchar
		4 beginbfrange
		<0010> <0013> <0041>
		<0020> <0022> [<0078> <00660069> <007A>]
		<0030> <0032> <00660061>
		<1000> <1FFF> <4E00>
		endbfrange
		1 beginbfrange <0040> <003F> <0041> endbfrange
		endcmap`))
	for _, c := range []struct {
		code uint32
		want string
	}{
		{0x03, " "}, {0x05, "\U0001F600"}, {0x06, "A"},
		{0x10, "A"}, {0x13, "D"}, {0x14, ""},
		{0x20, "x"}, {0x21, "fi"}, {0x22, "z"}, {0x23, ""},
		{0x30, "fa"}, {0x32, "fc"},
		{0x1000, "一"}, {0x1fff, "\u5dff"}, {0x2000, ""}, {0xfff, ""},
		{0x40, ""},
	} {
		if got, _ := m.lookup(c.code); got != c.want {
			t.Errorf("code %#x: %q, want %q", c.code, got, c.want)
		}
	}
}

func TestCodesAreCutByTheirSpaces(t *testing.T) {
	m := parseCMap([]byte(`2 begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange
		1 begincodespacerange <E0000000> <E0FFFFFF> endcodespacerange
		1 begincidrange <8140> <8150> 100 endcidrange 1 begincidchar <41> 7 endcidchar
		1 begincidrange <8140> <8140> 500 endcidrange`))
	for _, c := range []struct {
		in   string
		code uint32
		n    int
		cid  uint32
	}{
		{"A\x81", 0x41, 1, 7},
		{"\x81\x41", 0x8141, 2, 101},
		{"\x81\x40", 0x8140, 2, 500}, // the later entry
		{"\x82\x30", 0x82, 1, 0},     // second byte out of range: the shortest length
		{"\xe0\x01\x02\x03", 0xe0010203, 4, 0},
		{"\x81", 0x81, 1, 0},
	} {
		code, n := m.cut([]byte(c.in))
		if code != c.code || n != c.n || m.cid(code) != c.cid {
			t.Errorf("%q: code %#x of %d bytes, CID %d; want %#x, %d, %d", c.in, code, n, m.cid(code), c.code, c.n, c.cid)
		}
	}
}

func TestCMapsAreBounded(t *testing.T) {
	var b strings.Builder
	for range 4000 {
		b.WriteString("1 beginbfrange <0000> <00FE> <0041> endbfrange\n")
		b.WriteString("1 beginbfrange <000000> <FFFFFF> <0041> endbfrange\n")
		b.WriteString("1 begincodespacerange <00> <FF> endcodespacerange\n")
	}
	m := parseCMap([]byte(b.String()))
	if len(m.text) > maxCMapEntries || len(m.spread) > maxCMapEntries || len(m.spaces) > 256 {
		t.Errorf("%d texts, %d ranges, %d spaces", len(m.text), len(m.spread), len(m.spaces))
	}
	long := parseCMap([]byte("1 beginbfchar <01> <" + strings.Repeat("0041", 100_000) + "> endbfchar"))
	if s, _ := long.lookup(1); len(s) > 128 {
		t.Errorf("text of %d bytes", len(s))
	}
}
