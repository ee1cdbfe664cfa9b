package extract

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/open"
	"recount.invalid/recount/model"
)

// written is a whole file: a report of n pages of invented text, as plain a
// PDF as there is.
func written(n int) []byte {
	var b bytes.Buffer
	var offsets []int
	obj := func(format string, a ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", len(offsets))
		fmt.Fprintf(&b, format, a...)
		b.WriteString("\nendobj\n")
	}
	b.WriteString("%PDF-1.4\n")
	kids := make([]string, n)
	for i := range kids {
		kids[i] = fmt.Sprintf("%d 0 R", 6+2*i)
	}
	obj("<</Type /Catalog /Pages 2 0 R>>")
	obj("<</Type /Pages /Count %d /MediaBox [0 0 600 800] /Resources <</Font <</F 3 0 R /B 4 0 R>>>> /Kids [%s]>>", n, strings.Join(kids, " "))
	obj("<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>")
	obj("<</Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding>>")
	obj("<</Producer (A hand) /CreationDate (D:20310405060708Z)>>")
	for i := range n {
		obj("<</Type /Page /Parent 2 0 R /Contents %d 0 R>>", 7+2*i)
		c := writtenPage(i + 1)
		obj("<</Length %d>>\nstream\n%s\nendstream", len(c), c)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R /Info 5 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// writtenPage is a page as a report has it: a heading, justified paragraphs
// with raised markers, a ruled table, notes.
func writtenPage(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "BT /B 14 Tf 72 740 Td (%d. Rivers: The keeping of dykes) Tj ET\n", n)
	y := 715
	words := strings.Fields("the council of the lower fens has said that it would mend all dykes before the spring and that its engineers were to report in autumn of what they found")
	for line := range 34 {
		fmt.Fprintf(&b, "BT /F 11 Tf 72 %d Td [", y)
		for i := range 15 {
			fmt.Fprintf(&b, "(%s)%d( )", words[(line*15+i*7+n)%len(words)], -20-(i*line)%30)
		}
		b.WriteString("] TJ")
		if line%5 == 4 {
			fmt.Fprintf(&b, " /F 7 Tf 4 Ts (%d) Tj 0 Ts", 100*n+line)
		}
		b.WriteString(" ET\n")
		y -= 13
	}
	for row := range 9 {
		fmt.Fprintf(&b, "BT /F 11 Tf 75 %d Td (Member %d) Tj 250 0 Td (0) Tj 100 0 Td (+1) Tj ET 0.5 w 72 %d m 540 %d l S\n", y, row, y-3, y-3)
		y -= 15
	}
	for note := range 6 {
		fmt.Fprintf(&b, "BT /F 6 Tf 72 %d Td (%d) Tj /F 9 Tf 12 -3 Td (The dykes of the fens, River Office \\(Ostermark\\) 4 March 2031. Access Date: 5 April 2031.) Tj ET\n", y, 100*n+note)
		y -= 11
	}
	fmt.Fprintf(&b, "BT /F 10 Tf 530 40 Td (%d) Tj ET\n", n)
	return b.String()
}

func readBytes(t testing.TB, b []byte, o Options) (*model.Document, error) {
	t.Helper()
	return Read(context.Background(), "made.pdf", bytes.NewReader(b), int64(len(b)), o)
}

func TestReadWholeFile(t *testing.T) {
	b := written(3)
	doc, err := readBytes(t, b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b)
	want := model.Source{File: "made.pdf", SHA256: hex.EncodeToString(sum[:]), Pages: 3, Producer: "A hand",
		Created: "2031-04-05", Reader: doc.Source.Reader}
	if !reflect.DeepEqual(doc.Source, want) || doc.Source.Reader == "" {
		t.Errorf("source %+v", doc.Source)
	}
	if len(doc.Warnings) != 0 || len(doc.Pages) != 3 {
		t.Fatalf("%d pages, warnings %v", len(doc.Pages), doc.Warnings)
	}
	for i, p := range doc.Pages {
		if p.Number != i+1 || p.Width != 600 || p.Height != 800 || len(p.Lines) != 51 || len(p.Rules) != 9 {
			t.Errorf("page %d: number %d, %v × %v, %d lines, %d rules", i+1, p.Number, p.Width, p.Height, len(p.Lines), len(p.Rules))
		}
		if got := p.Lines[0].Text(); got != fmt.Sprintf("%d. Rivers: The keeping of dykes", i+1) || !p.Lines[0].Runs[0].Bold {
			t.Errorf("page %d begins %q", i+1, got)
		}
		for _, l := range p.Lines {
			if l.Page != i+1 || len(l.Runs) == 0 {
				t.Errorf("line %q of page %d", l.Text(), l.Page)
			}
		}
	}
}

func TestJobsGiveTheSameDocument(t *testing.T) {
	b := written(24)
	one, err := readBytes(t, b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	many, err := readBytes(t, b, Options{Jobs: 6, OnPage: func(done, total int) {
		seen++
		if done > total || total != 24 {
			t.Errorf("told %d of %d", done, total)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(one, many) {
		t.Error("six goroutines give another document than one")
	}
	if seen != 24 {
		t.Errorf("told of %d pages", seen)
	}
}

func TestReadRefusals(t *testing.T) {
	for _, c := range []struct {
		name string
		data string
		want error
	}{
		{"empty", "", object.ErrEmpty},
		{"text", "Dear reader, this is a letter and no more.", object.ErrNotPDF},
		{"no page", "%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n", object.ErrDamaged},
	} {
		doc, err := readBytes(t, []byte(c.data), Options{})
		var e *Error
		if doc != nil || !errors.Is(err, c.want) || !errors.As(err, &e) || e.File != "made.pdf" {
			t.Errorf("%s: document %v, error %v", c.name, doc != nil, err)
		}
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	b := written(30)
	_, err := Read(ctx, "made.pdf", bytes.NewReader(b), int64(len(b)), Options{OnPage: func(done, _ int) {
		if done == 3 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestTimeEndsBetweenPages(t *testing.T) {
	var kids object.Array
	for range 200 {
		kids = append(kids, object.Dict{"Type": object.Name("Page"), "Contents": stream(nil, "BT /F 10 Tf 50 700 Td (words) Tj ET")})
	}
	fonts := object.Dict{"Font": object.Dict{"F": simpleFont("Helvetica")}}
	m := &memory{trailer: object.Dict{"Root": object.Dict{"Pages": object.Dict{"Kids": kids, "Resources": fonts, "MediaBox": numbers(0, 0, 600, 800)}}}}
	// The clock is the test's: time is up after the second page.
	ctx, cancel := context.WithCancelCause(context.Background())
	doc, err := readPages(ctx, "made.pdf", newFile(m, object.DefaultLimits()), Options{OnPage: func(done, _ int) {
		if done == 2 {
			cancel(&object.LimitError{Limit: "Time", Max: 60})
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Pages) != 200 || len(doc.Pages[1].Lines) != 1 || len(doc.Pages[2].Lines) != 0 || doc.Pages[199].Number != 200 {
		t.Errorf("%d pages", len(doc.Pages))
	}
	if len(doc.Warnings) != 1 || doc.Warnings[0].Kind != KindLimit || !strings.Contains(doc.Warnings[0].Text, "198 pages") ||
		!strings.Contains(doc.Warnings[0].Text, "limit time") || doc.Warnings[0].At.Page() != 3 {
		t.Errorf("warnings %v", doc.Warnings)
	}
}

func TestPageLimit(t *testing.T) {
	doc, err := readBytes(t, written(12), Options{Limits: object.Limits{Pages: 5}})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Pages) != 5 || len(doc.Warnings) != 1 || doc.Warnings[0].Kind != KindLimit {
		t.Errorf("%d pages, warnings %v", len(doc.Pages), doc.Warnings)
	}
}

func TestPageTreeInheritanceAndCycles(t *testing.T) {
	pages, kid := object.Ref{Number: 1}, object.Ref{Number: 2}
	page := func(extra object.Dict) object.Dict {
		d := object.Dict{"Type": object.Name("Page")}
		for k, v := range extra {
			d[k] = v
		}
		return d
	}
	m := &memory{objects: map[object.Ref]object.Object{
		pages: object.Dict{"Type": object.Name("Pages"), "MediaBox": numbers(0, 0, 300, 400), "Rotate": int64(90), "Count": int64(9),
			"Kids": object.Array{kid, page(object.Dict{"Rotate": int64(0)}), pages, object.Ref{Number: 77}}},
		kid: object.Dict{"Type": object.Name("Pages"), "CropBox": numbers(10, 10, 110, 210),
			"Kids": object.Array{page(nil), kid, page(object.Dict{"MediaBox": numbers(0, 0, 50, 60), "CropBox": numbers(0, 0, 50, 60)})}},
	}, trailer: object.Dict{"Root": object.Dict{"Pages": pages}}}
	doc, err := readPages(context.Background(), "x", newFile(m, object.DefaultLimits()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var sizes []string
	for _, p := range doc.Pages {
		sizes = append(sizes, fmt.Sprintf("%v×%v", p.Width, p.Height))
	}
	if got := strings.Join(sizes, " "); got != "200×100 60×50 300×400" {
		t.Errorf("pages %s", got)
	}
	if kindsOf(doc) != "damaged pages-missing" || doc.Warnings[0].At.Page() != 4 {
		t.Errorf("warnings %v", doc.Warnings)
	}
}

// A page that the tree names twice is shown twice; a node with kids that leads
// back to itself is walked once.
func TestPageNamedTwice(t *testing.T) {
	pages, leaf := object.Ref{Number: 1}, object.Ref{Number: 2}
	m := &memory{objects: map[object.Ref]object.Object{
		pages: object.Dict{"Type": object.Name("Pages"), "MediaBox": numbers(0, 0, 300, 400), "Kids": object.Array{leaf, pages, leaf}},
		leaf:  object.Dict{"Type": object.Name("Page")},
	}, trailer: object.Dict{"Root": object.Dict{"Pages": pages}}}
	doc, err := readPages(context.Background(), "x", newFile(m, object.DefaultLimits()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Pages) != 2 {
		t.Errorf("%d pages, want 2", len(doc.Pages))
	}
}

// The tree may name one page without end; the limit on pages holds.
func TestPageNamedWithoutEnd(t *testing.T) {
	leaf := object.Ref{Number: 1}
	m := &memory{objects: map[object.Ref]object.Object{leaf: object.Dict{"Type": object.Name("Page")}},
		trailer: object.Dict{"Root": object.Dict{"Pages": object.Dict{"Kids": object.Array{leaf, leaf, leaf, leaf}}}}}
	limits := object.DefaultLimits()
	limits.Pages = 2
	doc, err := readPages(context.Background(), "x", newFile(m, limits), Options{})
	if err != nil || len(doc.Pages) != 2 || len(doc.Warnings) != 1 || doc.Warnings[0].Kind != KindLimit {
		t.Errorf("%v, %v", doc, err)
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"D:20310405060708+01'00'": "2031-04-05", "20310405": "2031-04-05", "D:2031": "", "D:20311305": "", "yesterday!": "", "": "",
	} {
		if got := edtfDay(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// shared is where the sample reports and the corpus are kept, beside the
// project; tests that want them are skipped without them.
func shared(t *testing.T, pattern string) []string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", "shared", pattern))
	if len(files) == 0 {
		t.Skipf("needs sample files at ../shared/%s beside the project", pattern)
	}
	return files
}

// TestWordsLikePdftotext prints the share of words that poppler finds too.
// Words that it joins over a line's end are joined here before comparing.
func TestWordsLikePdftotext(t *testing.T) {
	files := shared(t, filepath.Join("reports", "*.pdf"))
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("needs pdftotext (poppler-utils)")
	}
	for _, name := range files {
		out, err := exec.Command("pdftotext", name, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := readBytes(t, b, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var ours strings.Builder
		for _, p := range doc.Pages {
			ours.WriteString(text(p) + "\n")
		}
		share, n := wordShare(string(out), ours.String())
		t.Logf("%s: %.2f %% of %d words", filepath.Base(name), 100*share, n)
		if share < 0.985 {
			t.Errorf("%s: only %.2f %% of poppler's words", filepath.Base(name), 100*share)
		}
	}
}

// wordShare is the share of want's words that got has too, and their number.
func wordShare(want, got string) (float64, int) {
	have := map[string]int{}
	for _, w := range strings.Fields(got) {
		have[w]++
	}
	all := strings.Fields(strings.ReplaceAll(want, "\f", " "))
	found := 0
	for _, w := range all {
		if have[w] > 0 {
			have[w]--
			found++
		}
	}
	return float64(found) / float64(max(len(all), 1)), len(all)
}

// TestHostileFiles reads every file of the corpus: each ends in data or in
// one error, soon.
func TestHostileFiles(t *testing.T) {
	for _, name := range shared(t, filepath.Join("corpus", "*.pdf")) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		doc, err := Read(ctx, filepath.Base(name), bytes.NewReader(b), int64(len(b)), Options{})
		if ctx.Err() != nil {
			t.Errorf("%s: did not end", filepath.Base(name))
		}
		cancel()
		if (doc == nil) == (err == nil) {
			t.Errorf("%s: document %v, error %v", filepath.Base(name), doc != nil, err)
		}
		if doc != nil {
			checkDocument(t, doc)
		}
	}
}

// checkDocument holds a document against what model promises of it.
func checkDocument(t testing.TB, doc *model.Document) {
	t.Helper()
	for i, p := range doc.Pages {
		if p.Number != i+1 {
			t.Errorf("page %d has number %d", i+1, p.Number)
		}
		for _, l := range p.Lines {
			if len(l.Runs) == 0 || l.Page != p.Number {
				t.Errorf("page %d: line %+v", i+1, l)
			}
			if l.Dir%90 != 0 || l.Dir < 0 || l.Dir > 270 {
				t.Errorf("direction %d", l.Dir)
			}
			for k, r := range l.Runs {
				if r.Text == "" || strings.TrimSpace(r.Text) != r.Text || strings.Contains(r.Text, "  ") || strings.ContainsAny(r.Text, "\x00\n\t\u00a0") {
					t.Errorf("page %d: run text %q", i+1, r.Text)
				}
				if k == 0 && (r.Space || r.Gap != 0) || r.Gap < 0 || !(r.Box[0] <= r.Box[2]) || !(r.Box[1] <= r.Box[3]) || !(r.Size > 0) {
					t.Errorf("page %d: run %d: %+v", i+1, k, r)
				}
			}
		}
		for _, r := range p.Rules {
			if !(r.Box[0] <= r.Box[2]) || !(r.Box[1] <= r.Box[3]) {
				t.Errorf("page %d: rule %v", i+1, r.Box)
			}
		}
	}
}

// TestReadersAgree reads the same files with every object reader: the same
// glyphs at the same places.
func TestReadersAgree(t *testing.T) {
	files := map[string][]byte{"made": written(3)}
	samples, _ := filepath.Glob(filepath.Join("..", "..", "shared", "reports", "*.pdf"))
	for _, name := range samples {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = b
	}
	for name, b := range files {
		var first *model.Document
		for _, reader := range open.Names() {
			if reader == open.Auto {
				continue
			}
			doc, err := readBytes(t, b, Options{Reader: reader})
			if err != nil {
				t.Errorf("%s: %s: %v", name, reader, err)
				continue
			}
			if doc.Source.Reader == "" {
				t.Errorf("%s: %s does not say its name", name, reader)
			}
			doc.Source.Reader = ""
			if first == nil {
				first = doc
			} else if !reflect.DeepEqual(first, doc) {
				t.Errorf("%s: %s gives another document than %s", name, reader, open.Names()[1])
			}
		}
	}
}
