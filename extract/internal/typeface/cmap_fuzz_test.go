package typeface

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzCMap reads any bytes as a CMap and asks it for codes.
func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <01> <20> <0041> endbfrange 1 begincidrange <00> <ff> 1 endcidrange"), []byte("abc"))
	f.Add([]byte("/X usecmap /WMode 1 def 2 beginbfchar <0001> <D83DDE00> <02> <> endbfchar 1 beginbfrange <0001> <FFFFFFFF> [<00>] endbfrange"), []byte{0, 1})
	f.Fuzz(func(t *testing.T, b, s []byte) {
		m := parseCMap(b)
		if len(m.text) > 2*maxCMapEntries || len(m.cids) > 2*maxCMapEntries {
			t.Fatalf("%d texts, %d ranges", len(m.text), len(m.cids))
		}
		for len(s) > 0 {
			c, n := m.cut(s)
			if n < 1 || n > len(s) || n > 4 {
				t.Fatalf("a code of %d bytes out of %d", n, len(s))
			}
			m.cid(c)
			if u, ok := m.lookup(c); ok && strings.ToValidUTF8(u, "") != u {
				t.Fatalf("invalid text %q", u)
			}
			s = s[n:]
		}
	})
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
