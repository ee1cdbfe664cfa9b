package recount_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
)

// A digit of a width that is lost moves letters apart or together; the font's own
// program tells.
func TestDigitOfAWidth(t *testing.T) {
	// A simple font, and a composite one.
	simple, err := os.ReadFile("fixtures/producers/libreoffice-dress-3067.pdf")
	if err != nil {
		t.Fatal(err)
	}
	const some = "/Widths[0 557 554 277 392"
	// A font with a Type 1 program, and one whose encoding lies over another.
	type1, err := os.ReadFile("fixtures/producers/docx-dress-3084.pdf")
	if err != nil {
		t.Fatal(err)
	}
	tex, err := os.ReadFile("fixtures/producers/pdftex-dress-3041.pdf")
	if err != nil {
		t.Fatal(err)
	}
	// A composite font with an OpenType program.
	openType, err := os.ReadFile("fixtures/producers/weasyprint-dress-3028.pdf")
	if err != nil {
		t.Fatal(err)
	}
	const list = "/W [ 1 [ 250 ] 12 [ 760 ] 15 [ 250 ] 17 [ 500 500"
	if !bytes.Contains(openType, []byte(list)) {
		t.Fatal("the report has no such list of widths")
	}
	const body = "278 278 500 500 833 500 722"
	if !bytes.Contains(type1, []byte(body)) {
		t.Fatal("the report has no such widths")
	}
	const plus = "/W [ 32 [ 250 333 408 500 500 833 778 180 333 333 ]\n 42 [ 500 564"
	if !bytes.Contains(fixtures.SamplePDF, []byte(plus)) {
		t.Fatal("the sample has no such widths")
	}
	if !bytes.Contains(simple, []byte(some)) {
		t.Fatal("the report has no such widths")
	}
	for _, c := range []struct {
		file     []byte
		was, now string
		told     bool
	}{
		{fixtures.SamplePDF, plus, plus, false},
		{fixtures.SamplePDF, plus, strings.Replace(plus, "564", "964", 1), true},
		{fixtures.SamplePDF, plus, strings.Replace(plus, "564", "565", 1), false},    // rounding
		{fixtures.SamplePDF, plus, strings.Replace(plus, "[ 250", "[ 950", 1), true}, // a blank
		{tex, "", "", false},
		{openType, list, list, false},
		{openType, list, strings.Replace(list, "760", "160", 1), true},
		{openType, list, strings.Replace(list, "1 [ 250", "1 [ 050", 1), true}, // a blank
		{openType, list, strings.Replace(list, "17", "13", 1), true},           // of other characters
		{type1, body, body, false},
		{type1, body, "278 278 500 500 833 722", true}, // fewer than characters
		{type1, "/Widths[0 500", "/WidthS[0 500", true},
		{type1, body, "278 278 400 500 833 500 722", true},
		{simple, some, some, false},
		{simple, some, strings.Replace(some, "277", "237", 1), true},
	} {
		file := bytes.Replace(c.file, []byte(c.was), []byte(c.now), 1)
		told := false
		for _, w := range readBytes(t, file).Warnings {
			told = told || w.Kind == extract.KindDamaged && strings.Contains(strings.ToLower(w.Text), "widths")
		}
		if told != c.told {
			t.Errorf("%s: told %v, want %v", c.now, told, c.told)
		}
	}
}
