package recount

import (
	"bytes"
	"strings"
	"testing"
)

func TestCutOff(t *testing.T) {
	object := "1 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n"
	long := strings.Repeat("x", 3*tailChunk)
	for name, c := range map[string]struct {
		file string
		want bool
	}{
		"whole":                        {"%PDF-1.4\n" + object + "xref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n", false},
		"bytes behind the end":         {"%PDF-1.4\n" + object + "startxref\n9\n%%EOF\n" + long, false},
		"no cross-reference":           {"%PDF-1.4\n" + object, false},
		"inside the cross-reference":   {"%PDF-1.4\n" + object + "xref\n0 12\n00000", false},
		"inside a stream":              {"%PDF-1.4\n" + object + "2 0 obj\n<< /Length 900 >>\nstream\nab", true},
		"inside a long stream":         {"%PDF-1.4\n" + object + "2 0 obj\n<< /Length 900000 >>\nstream\n" + long, true},
		"inside a dictionary":          {"%PDF-1.4\n" + object + "2 0 obj\n<< /Len", true},
		"inside the last xref stream":  {"%PDF-1.5\n" + object + "3 0 obj\n<< /Type /XRef /W [1 2 1] >>\nstream\n\x01\x02", false},
		"no PDF":                       {"some words", false},
		"empty":                        {"", false},
		"word on the border of chunks": {"%PDF-1.4\n1 0 obj\n<<>>\nendobj" + strings.Repeat(" ", tailChunk-3), false},
	} {
		r := bytes.NewReader([]byte(c.file))
		if got := cutOff(r, r.Size()); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
