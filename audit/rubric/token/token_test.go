package token

import (
	"fmt"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"Norland's Strong action":          "norland strong action",
		"Norland\u2019s non-state co-op":   "norland non-state co-op",
		"one-two 3\u20134 5-6":             "one-two 3 to 4 5 to 6",
		"-a b- '' it's \u00c9T\u00c9, end": "a b it \u00e9t\u00e9 , end",
		"1) first;\n2) second.":            "1 ) first ; \n 2 ) second .",
		"e\u0301-t x\u00ad y":              "e\u0301 t x y", // a mark is no letter for a hyphen to stand behind
		"12 of twelve 123":                 "12 of twelve 123",
	} {
		toks := Borrow(text)
		var words []string
		for _, tok := range *toks {
			words = append(words, tok.Word)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
		GiveBack(toks)
	}
}

func TestTokenKinds(t *testing.T) {
	toks := Borrow("Twelve strong measures, weak 13 123 commitments preventing")
	defer GiveBack(toks)
	var got []string
	for _, tok := range *toks {
		grade, graded := tok.Strength()
		got = append(got, fmt.Sprint(tok.Num, " ", tok.Stem, " ", tok.Is(ActionNouns), " ", grade, " ", graded))
	}
	want := []string{
		"12  false 0 false", "-1  false 1 true", "-1  true 0 false", "-1  false 0 false", "-1  false 2 true",
		"13  false 0 false", "-1 123 false 0 false", "-1  false 0 false", "-1 prevent false 0 false",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q, not %q", got, want)
	}
}
