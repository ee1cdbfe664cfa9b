package extract

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
)

// memory is an object reader over objects that a test makes up.
type memory struct {
	objects map[object.Ref]object.Object
	trailer object.Dict
}

func (m *memory) Name() string         { return "memory" }
func (m *memory) Trailer() object.Dict { return m.trailer }
func (m *memory) Close() error         { return nil }

func (m *memory) Load(r object.Ref) (object.Object, error) { return m.objects[r], nil }

// Data gives a stream's bytes; a stream made with nil data panics, as a
// library might.
func (m *memory) Data(s *object.Stream) ([]byte, error) {
	switch b := s.Handle.(type) {
	case string:
		return []byte(b), nil
	case []byte:
		return b, nil
	case error:
		return nil, b
	}
	panic("no data")
}

func stream(d object.Dict, data string) *object.Stream {
	if d == nil {
		d = object.Dict{}
	}
	return &object.Stream{Dict: d, Handle: data}
}

func numbers(v ...float64) object.Array {
	a := make(object.Array, len(v))
	for i, n := range v {
		a[i] = n
	}
	return a
}

// simpleFont is a font of the standard 14, F in every test page's resources
// unless the test says otherwise.
func simpleFont(base string) object.Dict {
	return object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type1"),
		"BaseFont": object.Name(base), "Encoding": object.Name("WinAnsiEncoding")}
}

// sheet describes a one-page document.
type sheet struct {
	content   string
	fonts     object.Dict
	resources object.Dict // merged over the fonts
	page      object.Dict // merged into the page dictionary
	objects   map[object.Ref]object.Object
	catalog   object.Dict
	limits    object.Limits
	contents  object.Object // instead of content
}

// document reads the sheet.
func (s sheet) document(t testing.TB) *model.Document {
	t.Helper()
	fonts := object.Dict{
		"F": simpleFont("Helvetica"), "B": simpleFont("Helvetica-Bold"), "I": simpleFont("Times-Italic"),
	}
	for k, v := range s.fonts {
		fonts[k] = v
	}
	res := object.Dict{"Font": fonts}
	for k, v := range s.resources {
		res[k] = v
	}
	page := object.Dict{"Type": object.Name("Page"), "MediaBox": numbers(0, 0, 600, 800),
		"Resources": res, "Contents": object.Ref{Number: 900001}}
	for k, v := range s.page {
		page[k] = v
	}
	catalog := object.Dict{"Pages": object.Dict{"Type": object.Name("Pages"), "Count": int64(1),
		"Kids": object.Array{page}}}
	for k, v := range s.catalog {
		catalog[k] = v
	}
	m := &memory{objects: map[object.Ref]object.Object{}, trailer: object.Dict{"Root": catalog}}
	for k, v := range s.objects {
		m.objects[k] = v
	}
	m.objects[object.Ref{Number: 900001}] = stream(nil, s.content)
	if s.contents != nil {
		m.objects[object.Ref{Number: 900001}] = s.contents
	}
	doc, err := readPages(context.Background(), "made.pdf", newFile(m, s.limits.OrDefault()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func (s sheet) read(t testing.TB) model.Page {
	t.Helper()
	return s.document(t).Pages[0]
}

// read gives the page that a content stream draws on 600 × 800 points.
func read(t testing.TB, content string) model.Page {
	t.Helper()
	return sheet{content: content}.read(t)
}

// text is a page's lines.
func text(p model.Page) string {
	var lines []string
	for _, l := range p.Lines {
		lines = append(lines, l.Text())
	}
	return strings.Join(lines, "\n")
}

// runs writes lines with what sets their runs apart: "|" between glued runs,
// " | " where white space stands between, ^ raised, _ lowered, *bold*,
// /italic/, ?hidden?, ~artifact~.
func runs(p model.Page) string {
	var lines []string
	for _, l := range p.Lines {
		var b strings.Builder
		for i, r := range l.Runs {
			if i > 0 {
				if r.Space {
					b.WriteString(" | ")
				} else {
					b.WriteString("|")
				}
			}
			mark := ""
			for _, m := range []struct {
				on   bool
				mark string
			}{{r.Bold, "*"}, {r.Italic, "/"}, {r.Hidden, "?"}, {r.Artifact, "~"}} {
				if m.on {
					mark += m.mark
				}
			}
			if r.Rise > 0 {
				b.WriteString("^")
			}
			if r.Rise < 0 {
				b.WriteString("_")
			}
			b.WriteString(mark + r.Text + mark)
		}
		lines = append(lines, b.String())
	}
	return strings.Join(lines, "\n")
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

func wantText(t *testing.T, p model.Page, want string) {
	t.Helper()
	if got := text(p); got != want {
		t.Errorf("text\n got %q\nwant %q", got, want)
	}
}

func wantRuns(t *testing.T, p model.Page, want string) {
	t.Helper()
	if got := runs(p); got != want {
		t.Errorf("runs\n got %s\nwant %s", got, want)
	}
}

// at shows text at a place: "(…) at x y".
func at(x, y float64, s string) string {
	return fmt.Sprintf("1 0 0 1 %g %g Tm (%s) Tj\n", x, y, s)
}
