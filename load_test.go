package recount_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"recount.invalid/recount"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/parse"
)

// Example reads a report and prints what its first table says.
func Example() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "report.pdf")
	if err := os.WriteFile(path, fixtures.SamplePDF, 0o600); err != nil {
		fmt.Println(err)
		return
	}
	result, err := recount.Read(context.Background(), path, recount.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	table := result.Report.Commitments[0].Assessment
	for _, s := range table.Scores {
		if s.Score == nil {
			fmt.Printf("%s: not assessed\n", s.Name)
			continue
		}
		fmt.Printf("%s: %+d, page %d\n", s.Name, *s.Score, s.At.Page())
	}
	fmt.Println("stated average:", table.Average.Text)
	// Output:
	// Canada: +0, page 4
	// France: not assessed
	// Germany: -1, page 4
	// stated average: −1.00 (0%)
}

// marked is text as Windows PowerShell writes it to a file.
func marked(order unicode.Endianness, text string) string {
	out, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return out
}

func TestLoadUTF16(t *testing.T) {
	text := `{"schema": "recount/report@1", "source": {"file": "naïve 🙂.pdf"}, "report": {}, "commitments": []` + strings.Repeat(" ", 9000) + "}\r\n"
	path := filepath.Join(t.TempDir(), "r.json")
	if err := os.WriteFile(path, []byte(marked(unicode.LittleEndian, text)), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := recount.Load(context.Background(), path, recount.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Report.Source.File != "naïve 🙂.pdf" {
		t.Errorf("%d reports, the first of %q", len(got), got[0].Report.Source.File)
	}
}

func TestDecodeReports(t *testing.T) {
	one := `{"schema": "recount/report@1", "source": {"file": "a.pdf"}, "report": {}, "commitments": []}`
	for name, c := range map[string]struct {
		in   string
		want int // reports; -1: an error
	}{
		"one":              {one, 1},
		"two lines":        {one + "\n" + one + "\n", 2},
		"byte order mark":  {"\ufeff" + one, 1},
		"UTF-16":           {marked(unicode.LittleEndian, one), 1},
		"UTF-16, big end":  {marked(unicode.BigEndian, one+"\n"+one), 2},
		"UTF-16, cut off":  {marked(unicode.LittleEndian, one[:len(one)-5]), -1},
		"UTF-16, no mark":  {marked(unicode.LittleEndian, one)[2:], -1},
		"a later field":    {strings.Replace(one, `"report"`, `"novelty": 3, "report"`, 1), 1},
		"another schema":   {strings.Replace(one, "report@1", "audit@1", 1), -1},
		"no schema":        {`{"name": "x"}`, -1},
		"nothing":          {"", -1},
		"cut off":          {one[:len(one)-5], -1},
		"words behind it":  {one + " words", -1},
		"a list":           {"[" + one + "]", -1},
		"a wrong type":     {strings.Replace(one, "[]", `"none"`, 1), -1},
		"too big a number": {strings.Replace(one, `"report"`, `"footnotes": [{"number": 1e400}], "report"`, 1), -1},
	} {
		got, err := recount.DecodeReports(strings.NewReader(c.in))
		switch {
		case c.want < 0 && !errors.Is(err, recount.ErrNotReportJSON):
			t.Errorf("%s: error %v", name, err)
		case c.want >= 0 && (err != nil || len(got) != c.want):
			t.Errorf("%s: %d reports, %v; want %d", name, len(got), err, c.want)
		}
	}
}

func FuzzDecodeReports(f *testing.F) {
	f.Add(`{"schema": "recount/report@1", "commitments": [{"number": 1, "assessment": {"scores": []}}]}`)
	f.Add("{}\n{}")
	f.Fuzz(func(t *testing.T, in string) {
		reports, err := recount.DecodeReports(strings.NewReader(in))
		if err == nil && len(reports) == 0 {
			t.Error("no report and no error")
		}
	})
}

// Who reads a file gets an error that names it and can be asked for the
// reason.
func TestReadErrors(t *testing.T) {
	// A name of its own: what t.TempDir calls the folder, '001', can stand in
	// the number above it too.
	dir := filepath.Join(t.TempDir(), "Rio 2024")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	half := string(fixtures.SamplePDF[:len(fixtures.SamplePDF)/2])
	for path, want := range map[string]error{
		write("words.pdf", "words"):     object.ErrNotPDF,
		write("empty.pdf", ""):          object.ErrEmpty,
		write("half.pdf", half):         recount.ErrCutOff,
		filepath.Join(dir, "none.pdf"):  os.ErrNotExist,
		dir:                             recount.ErrFolder,
		write("letter.pdf", letterPDF):  parse.ErrNotReport,
		write("blank.pdf", blankPDF):    parse.ErrNoText,
		write("not-really.json", "{}x"): recount.ErrNotReportJSON,
	} {
		_, err := recount.Load(context.Background(), path, recount.Options{})
		var file *recount.FileError
		if !errors.Is(err, want) || !errors.As(err, &file) || file.File != path {
			t.Errorf("%s: %v, want %v", filepath.Base(path), err, want)
		}
		if err != nil && strings.Count(err.Error(), filepath.Base(path)) != 1 {
			t.Errorf("the file is not named once: %v", err)
		}
	}
}

const blankPDF = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
   /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
endobj
trailer
<< /Root 1 0 R /Size 5 >>
startxref
0
%%EOF
`

// letterPDF is blankPDF with a line on its page.
var letterPDF = strings.Replace(blankPDF, "trailer", `4 0 obj
<< /Length 55 >>
stream
BT /F1 12 Tf 72 700 Td (Dear reader, good day.) Tj ET  
endstream
endobj
trailer`, 1)
