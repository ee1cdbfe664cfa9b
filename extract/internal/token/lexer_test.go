package token

import (
	"fmt"
	"strings"
	"testing"
)

// spelled writes operators and operands so that a test can read them.
func spelled(src string) string {
	l := New([]byte(src))
	var out []string
	for {
		op, args, ok := l.Next()
		if !ok {
			return strings.Join(out, "; ")
		}
		var b strings.Builder
		for _, a := range args {
			b.WriteString(spellOperand(l, a) + " ")
		}
		out = append(out, b.String()+string(op))
	}
}

func spellOperand(l *Lexer, a Operand) string {
	switch a.Kind {
	case Number:
		return fmt.Sprintf("%.4g", a.Num)
	case Name:
		return "/" + string(l.Bytes(a))
	case String:
		return fmt.Sprintf("%q", l.Bytes(a))
	case Bool:
		return fmt.Sprint(a.Num == 1)
	case Array, Dict:
		var parts []string
		for _, e := range l.Items(a) {
			parts = append(parts, spellOperand(l, e))
		}
		if a.Kind == Dict {
			return "<<" + strings.Join(parts, " ") + ">>"
		}
		return "[" + strings.Join(parts, " ") + "]"
	}
	return "null"
}

func TestLexer(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"numbers", "1 -2 +3 .5 -.25 4. 0012 --6 td", "1 -2 3 0.5 -0.25 4 12 -6 td"},
		{"a sign inside ends a number's worth", "12-34 5 x", "12 5 x"},
		{"second point begins another", "1.2.3 x", "1.2 0.3 x"},
		{"long numbers stay finite", "99999999999999999999999999 x", "1e+14 x"},
		{"long fractions", "0.123456789012345678901234567890 x", "0.1235 x"},
		{"a fraction of many zeros", "0.00000000000000001776 -.000000000000000000000000000004 1 x", "0 -0 1 x"},
		{"literal strings", `(a\(b\)c) (n(e)st) (\101\7\0053) (x\
y) Tj`, `"a(b)c" "n(e)st" "A\a\x053" "xy" Tj`},
		{"line ends in strings", "(a\r\nb\rc) Tj", `"a\nb\nc" Tj`},
		{"unknown escapes lose their stroke", `(a\qb) Tj`, `"aqb" Tj`},
		{"hex strings", "<48 65 6C6> Tj", `"Hel` + "`" + `" Tj`},
		{"hex with rubbish", "<4x8> Tj", `"H" Tj`},
		{"names", "/A#20B /C#zz / gs", "/A B /C#zz / gs"},
		{"arrays", "[(a) -12 [1 2] /N] TJ", `["a" -12 [1 2] /N] TJ`},
		{"dictionaries", "/Span <</ActualText (x) /K <</Y 1>>>> BDC", `/Span <</ActualText "x" /K <</Y 1>>>> BDC`},
		{"comments", "1 % 2 3\n4 w", "1 4 w"},
		{"operators without blanks", "q(a)Tj/F 1 Tf[(b)]TJ", `q; "a" Tj; /F 1 Tf; ["b"] TJ`},
		{"a quote is an operator", "(a)' 1 2 (b)\"", `"a" '; 1 2 "b" "`},
		{"an array without end", "[(a) 1 TJ ET", `["a" 1] TJ; ET`},
		{"an end without array", "] >> ) } 1 w", "1 w"},
		{"a string without end", "(abc", ""},
		{"true, false, null", "true false null x", "true false null x"},
		{"operands at the end belong to nothing", "1 w 2 3", "1 w"},
	} {
		if got := spelled(c.in); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.in, got, c.want)
		}
	}
}

func TestLexerBounds(t *testing.T) {
	l := New([]byte(strings.Repeat("1 ", 100_000) + "w"))
	if _, args, ok := l.Next(); !ok || len(args) != maxContentOperands {
		t.Errorf("%d operands kept, want %d", len(args), maxContentOperands)
	}
	l = New([]byte(strings.Repeat("[", 100_000) + "1 TJ"))
	if _, args, ok := l.Next(); !ok || len(args) > 1 {
		t.Errorf("nesting: %d operands, %v", len(args), ok)
	}
	l = New([]byte("[" + strings.Repeat("1 ", 3*MaxElements) + "] TJ"))
	if _, args, _ := l.Next(); len(args) > 0 && len(l.Items(args[0])) > MaxElements {
		t.Errorf("array of %d elements", len(l.Items(args[0])))
	}
}

func TestInlineImage(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"by length", "BI /W 4 /H 2 /BPC 8 /CS /G ID 12 EI 78 EI (a) Tj", `BI; "a" Tj`},
		{"by length, mask", "BI /W 16 /H 2 /IM true ID \xff\x00\xff\x00\nEI (a) Tj", `BI; "a" Tj`},
		{"compressed", "BI /W 9 /H 9 /F /Fl ID \x01\x02 EI\xfe\x80 stuff\xff\nEI Q (a) Tj", `BI; Q; "a" Tj`},
		{"EI inside a word", "BI /F /DCT /W 1 /H 1 ID \x80 THEIR \x90\nEI\n(a) Tj", `BI; "a" Tj`},
		{"wrong length", "BI /W 100 /H 100 ID abc\nEI (a) Tj", `BI; "a" Tj`},
		{"at the end", "BI /F /Fl ID \x80\x81\nEI", "BI"},
		{"without end", "BI /W 1 ID abc", "BI"},
	} {
		l := New([]byte(c.in))
		var out []string
		for {
			op, args, ok := l.Next()
			if !ok {
				break
			}
			var b strings.Builder
			for _, a := range args {
				b.WriteString(spellOperand(l, a) + " ")
			}
			out = append(out, b.String()+string(op))
			if string(op) == "BI" {
				l.SkipInlineImage()
			}
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestOperatorInArray: an operator in an array that is closed is passed over;
// one in an array that is not closed ends it.
func TestOperatorInArray(t *testing.T) {
	for in, want := range map[string]string{
		"[(two) 0 Tc (words)] TJ":        "two words TJ",
		"[(two) 0 Tc (w]ords)] TJ":       "two w]ords TJ",
		"[(two) TJ 0 -12 Td [(more)] TJ": "two TJ",
		"[(two) TJ ET":                   "two TJ",
	} {
		l := New([]byte(in))
		op, args, _ := l.Next()
		var got []string
		for _, e := range l.Items(args[0]) {
			if e.Kind == String {
				got = append(got, string(l.Bytes(e)))
			}
		}
		if s := strings.Join(append(got, string(op)), " "); s != want {
			t.Errorf("%s: %q, want %q", in, s, want)
		}
	}
}
