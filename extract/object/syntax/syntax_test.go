package syntax_test

import (
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/syntax"
)

// TestObject: one object, written as objecttest.Text does. Near misses stand
// beside what they miss.
func TestObject(t *testing.T) {
	for in, want := range map[string]string{
		"12":                    "12",
		"-12":                   "-12",
		"+7":                    "7",
		"--5":                   "-5",
		"12-34":                 "1234",
		"1.2.3":                 "1.2",
		".5":                    "0.5",
		"-.25":                  "-0.25",
		"4.":                    "4",
		"-":                     "0",
		".":                     "0",
		"99999999999999999999":  "1e+20",
		"0.1234567890123456789": "0.12345678901234568",
		"12endobj":              "12",
		"[1.2.3 4-5 6x7]":       "[ 1.2 0.3 45 6]",
		"-1.5e-06":              "-1.5e-06",
		"2E3":                   "2000",
		"1endobj":               "1",
		"1e+":                   "1",
		"12 0 R":                "12 0 R",
		"12 0 RG":               "12",
		"12 0 n":                "12",
		"12 R":                  "12",
		"-12 0 R":               "-12",
		"12 % two\n0 R":         "12 0 R",
		"12 0\n%c\nR":           "12 0 R",
		"/Name":                 `/"Name"`,
		"/A#20B":                `/"A B"`,
		"/A#2":                  `/"A#2"`,
		"/A#G0":                 `/"A#G0"`,
		"/":                     `/""`,
		"/A/B":                  `/"A"`,
		"(a (b) c)":             `("a (b) c")`,
		`(\(\)\\)`:              `("()\\")`,
		`(\101\7\0534)`:         `("A\a+4")`,
		`(\q)`:                  `("q")`,
		"(a\\\nb)":              `("ab")`,
		"(a\\\r\nb)":            `("ab")`,
		"(a\r\nb\rc)":           `("a\nb\nc")`,
		`(\n\r\t\b\f)`:          `("\n\r\t\b\f")`,
		"(open":                 `("open")`,
		"<48 65 6>":             "(\"He`\")",
		"<4x8>":                 `("H")`,
		"<48":                   `("H")`,
		"[1[2[3]]]":             "[ 1 [ 2 [ 3]]]",
		"[1 2":                  "[ 1 2]",
		"[1 foo 2]":             "[ 1 2]",
		"[1 2 Q 3 0 R]":         "[ 1 2 3 0 R]",
		"[1 2 endobj":           "[ 1 2]",
		"[true null false]":     "[ true null false]",
		"<</A 1/B<</C(x)>>>>":   `<< /"A" 1 /"B" << /"C" ("x")>>>>`,
		"<</A/B/C>>":            `<< /"A" /"B">>`,
		"<</A null/B 2>>":       `<< /"B" 2>>`,
		"<</A 1/A 2>>":          `<< /"A" 2>>`,
		"<</A 1 junk /B 2>>":    `<< /"A" 1 /"B" 2>>`,
		"<</A 1 endobj":         `<< /"A" 1>>`,
		"<</A>>":                "<<>>",
		"%comment\n\x00\t\f 5":  "5",
		"true":                  "true",
		"null":                  "null",
	} {
		l := &syntax.Lexer{Buf: []byte(in), Nesting: 10}
		o, ok := l.Object()
		if got := objecttest.Text(o); !ok || got != want {
			t.Errorf("%q: got %s (%v), want %s", in, got, ok, want)
		}
	}
}

// TestNoObject: nothing is consumed where no object begins.
func TestNoObject(t *testing.T) {
	for _, in := range []string{"", "]", ">>", "endobj", "}", "trueish", "%end", "-x", "+." + "x"} {
		l := &syntax.Lexer{Buf: []byte(in), Nesting: 10}
		if o, ok := l.Object(); ok {
			t.Errorf("%q: got %s", in, objecttest.Text(o))
		}
	}
}

// TestNesting: deeper than allowed is told, not followed.
func TestNesting(t *testing.T) {
	for _, c := range []struct {
		in   string
		deep bool
	}{
		{strings.Repeat("[", 10) + strings.Repeat("]", 10), false},
		{strings.Repeat("[", 11) + strings.Repeat("]", 11), true},
		{strings.Repeat("<</K", 1_000_000), true},
	} {
		l := &syntax.Lexer{Buf: []byte(c.in), Nesting: 10}
		if l.Object(); l.Deep != c.deep {
			t.Errorf("%.40q…: deep is %v", c.in, l.Deep)
		}
	}
}

// TestCut: the lexer says when more bytes could change what it read.
func TestCut(t *testing.T) {
	for in, want := range map[string]bool{
		"12 ": true, "12 0 ": true, "12 0 R": false, "12 0 R ": false, "(a": true, "(a)": false,
		"[1 2]": false, "<</A 1": true, "<</A 1>>": false, "/Na": true, "/Na ": false,
	} {
		l := &syntax.Lexer{Buf: []byte(in), Nesting: 10}
		if l.Object(); l.Cut != want {
			t.Errorf("%q: cut is %v", in, l.Cut)
		}
	}
}

// sameEntries holds Entries against Object: the same entries, read to the same
// place, with the same to say of it.
func sameEntries(t *testing.T, data []byte) {
	t.Helper()
	keys := []object.Name{"A", "Subtype", "B#"}
	whole := &syntax.Lexer{Buf: data, Nesting: 5}
	o, _ := whole.Object()
	some := &syntax.Lexer{Buf: data, Nesting: 5}
	got, ok := some.Entries(keys)
	d, isDict := o.(object.Dict)
	if ok != isDict {
		t.Fatalf("%q: a dictionary: %v, want %v", data, ok, isDict)
	}
	if !ok {
		return
	}
	want := object.Dict{}
	for _, k := range keys {
		if v, ok := d[k]; ok {
			want[k] = v
		}
	}
	if objecttest.Text(got) != objecttest.Text(want) || some.Pos != whole.Pos || some.Cut != whole.Cut || some.Deep != whole.Deep {
		t.Errorf("%q: %s to %d, cut %v, deep %v; want %s to %d, cut %v, deep %v", data,
			objecttest.Text(got), some.Pos, some.Cut, some.Deep, objecttest.Text(want), whole.Pos, whole.Cut, whole.Deep)
	}
}

var entriesSeeds = []string{
	"<</A 1/C 2>>", "<</C<</A 3>>/A<</A 4/C[5]>>>>", "<</C[1 0 R(x\\)>>)<3e>]/A 12 0 R>> x", "<</A 1/A null/A 2>>", "<</Q 12 0 R/Subtype/Link>>",
	"<</C (unbalanced ( ) /A 1>>", "<</C <48 /A 1>>", "<</C endobj/A 1>>", "<</C/A/B#23 2>>", "<</#41 1/Subtyp#65/x>>", "<<1 2/A 3 4>>",
	"<</C 1e400/A -.5>>", "<</C 42endobj/A 1>>", "<</C[[[[[[/A 1>>", "<</C<</C<</C<</C<</C<</A 1>>>>>>>>>>>>/A 1>>", "<</C null/A 2", "[<</A 1>>]", "12", "<41>", "",
	"<</C 99999999999999999999 0 R/A 7 0 R>>", "<</C true/A false>>", "<</C % comment >>\n/A 1>>",
}

func TestEntries(t *testing.T) {
	for _, in := range entriesSeeds {
		for n := range len(in) + 1 {
			sameEntries(t, []byte(in[:n])) // cut anywhere
		}
	}
}

// FuzzEntries: reading some entries passes over the same bytes as reading all.
func FuzzEntries(f *testing.F) {
	for _, in := range entriesSeeds {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, data []byte) { sameEntries(t, data) })
}

// FuzzObject: any bytes end in objects or keywords, each call taking some.
func FuzzObject(f *testing.F) {
	f.Add([]byte("<</A[1 0 R(x)]/B<48>>>"))
	f.Add([]byte("1 0 obj<</Length 3>>stream\nabc\nendstream endobj"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := &syntax.Lexer{Buf: data, Nesting: 20}
		for l.Pos < len(data) {
			before := l.Pos
			o, ok := l.Object()
			if !ok {
				o = l.Token()
			}
			if l.Pos <= before {
				t.Fatalf("stuck at %d", before)
			}
			if _, isKeyword := o.(syntax.Keyword); !isKeyword {
				objecttest.Refs(o, func(ref object.Ref) {
					if ref.Number < 0 || ref.Generation < 0 {
						t.Errorf("reference %v", ref)
					}
				})
			}
		}
	})
}

// What has no place in an object is told of; what it says is read all the same.
func TestTorn(t *testing.T) {
	for text, want := range map[string]bool{
		"<< /A 1 /B [ 1 2 ] /C << /D (x) >> >>": false,
		"<< /A null >>":                         false,
		"[ 1 2 3 ]":                             false,
		"<< /A 1 /B [ 1 2 >>":                   true,
		"<< /A 1 /B 2 endobj":                   true,
		"<< /A 1 /A 2 >>":                       true,
		"<< /A 1 /A 1 >>":                       false,
		"<< /A [ 1 /N ] /A [ 1 /N ] >>":         false,
		"<< /A 1 /A 1.5 >>":                     true,
		"<< /PageMode /UseNone /A 1 /PageMode /UseOutlines >>": false,
		"<< /PageMode /UseNone /Pages 1 0 R /Pages 2 0 R >>":   true,
		"<< /A 1 2 /B 3 >>":   true,
		"<< /A 1 /B >>":       true,
		"<< /A 1 foo /B 2 >>": true,
		"[ 1 2 endobj":        true,

		"<< /A [ 1" + strings.Repeat("\x00", 16) + "] >>": true,
		"<< /A [ 1\x00\x00\x00\x002 ] >>":                 false,

		"<< /A <0a 0B\n> >>":           false,
		"<< /A <0a\xbc/Type> >>":       true,
		"<< /A /Name %of it\n /B 1 >>": false,
		"<< %all\n /A 1 >>":            false,
		"<< /A /Na%e\n /B 1 >>":        true,
	} {
		l := syntax.Lexer{Buf: []byte(text), Nesting: 10}
		if o, ok := l.Object(); !ok || o == nil || l.Torn != want {
			t.Errorf("%s: %v, torn %v", text, o, l.Torn)
		}
	}
}
