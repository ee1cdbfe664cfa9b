package fontfile

import (
	"bytes"
	"strconv"
	"strings"

	"recount.invalid/recount/extract/internal/glyph"
)

// Type1Encoding reads the built-in encoding of a Type 1 font program (Adobe
// Type 1 Font Format, 2.2): an array of names in the part before eexec.
func Type1Encoding(program []byte) (*glyph.Encoding, bool) {
	if i := bytes.Index(program, []byte("eexec")); i >= 0 {
		program = program[:i]
	}
	i := bytes.Index(program, []byte("/Encoding"))
	if i < 0 {
		return nil, false
	}
	// An encoding has 256 lines of some thirty bytes.
	text := string(program[i+len("/Encoding") : min(len(program), i+64<<10)])
	words := strings.Fields(strings.ReplaceAll(text, "/", " /"))
	if len(words) > 0 && words[0] == "StandardEncoding" {
		e := *glyph.Standard()
		return &e, true
	}
	e, found := new(glyph.Encoding), false
	for k := 0; k+3 < len(words); k++ {
		if words[k] == "def" && found || words[k] == "readonly" && found {
			break
		}
		// dup 65 /A put
		if words[k] != "dup" || words[k+3] != "put" || !strings.HasPrefix(words[k+2], "/") {
			continue
		}
		if c, ok := postScriptInt(words[k+1]); ok && c >= 0 && c < 256 {
			e[c] = words[k+2][1:]
			found = true
		}
	}
	return e, found
}

// postScriptInt reads "65" and "8#101".
func postScriptInt(s string) (int, bool) {
	base := 10
	if b, digits, ok := strings.Cut(s, "#"); ok {
		n, err := strconv.Atoi(b)
		if err != nil || n < 2 || n > 36 {
			return 0, false
		}
		base, s = n, digits
	}
	v, err := strconv.ParseInt(s, base, 32)
	return int(v), err == nil
}
