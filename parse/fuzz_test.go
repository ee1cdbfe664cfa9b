package parse

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/sheet"
)

// documentOf builds a document from bytes, so that the fuzzer can vary layout
// and text alike: one line of input is one line of the page in the notation
// of sheet, behind a byte each for x, size and the step down; a form feed
// begins a page, a line that begins with '=' draws a rule.
func documentOf(data []byte) *model.Document {
	s := newSheet().page()
	for i, row := range strings.Split(string(data), "\n") {
		if i > 400 {
			break
		}
		for strings.HasPrefix(row, "\f") && len(s.doc.Pages) < 8 {
			s.page()
			row = row[1:]
		}
		if len(row) < 3 || len(row) > 400 {
			continue
		}
		x := 40 + float64(row[0]%64)*8
		size := 5 + float64(row[1]%16)
		if row[0] == '=' {
			s.rule(x-40, s.y, x-40+float64(row[1])*2, s.y).rule(x, s.y, x, s.y+float64(row[2]))
			continue
		}
		s.y += float64(row[2]%40) - 4
		s.at(x, s.y, size, strings.ToValidUTF8(row[3:], "\ufffd"))
		if p := s.current(); len(p.Lines[len(p.Lines)-1].Runs) == 0 {
			p.Lines = p.Lines[:len(p.Lines)-1]
		}
	}
	return &s.doc
}

// seedOf writes a document in the notation of documentOf.
func seedOf(doc *model.Document) []byte {
	var b bytes.Buffer
	for i, p := range doc.Pages {
		if i > 0 {
			b.WriteByte('\f')
		}
		y := 90.0
		for _, rule := range p.Rules {
			b.Write([]byte{'=', byte(rule.Box.Width() / 2), byte(rule.Box.Height())})
			b.WriteByte('\n')
		}
		for _, l := range p.Lines {
			b.Write([]byte{byte((l.Box.X0() - 40) / 8), byte(l.Size - 5), byte(int(l.Baseline-y+4)) % 40})
			y = l.Baseline
			for k, run := range l.Runs {
				switch {
				case run.Gap > 0:
					b.WriteString(" | ")
				case k > 0 && run.Space:
					b.WriteByte(' ')
				}
				mark := ""
				if run.Rise > 0 {
					mark = "^"
				} else if run.Bold {
					mark = "*"
				}
				b.WriteString(mark + run.Text + mark)
			}
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

// FuzzParse runs every stage over documents of any shape: no panic, an error
// that is one of the promised ones, and the same bytes twice.
func FuzzParse(f *testing.F) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Background*")
	s.para("Tide gauges were first promised in the harbour of Lind.^1^")
	s.put(sheetLeft, 12, "*Canada: +1*")
	s.para("Canada has fully complied with its commitment.")
	s.para("On 4 October 2031, Minister Ada Quill opened a gauge.^2,3^")
	s.para("Thus, Canada receives a score of +1.")
	s.foot("^1^ Gauges, Lind Harbour Office (Lind) 1 May 2030.", "^2^ Tides, Harbour Office (Lind) 3 May 2030.")
	f.Add(seedOf(&s.doc))
	f.Add([]byte("\x04\x06\x10Table 2 | Canada | France | Japan\n\x04\x06\x10Moles | +1 | 0 | -1 | 0.00\n\x04\x06\x10Lamps | +1 | 0 | n/a | 0.50\n"))
	f.Add([]byte("\x04\x06\x10-1 | The member has not taken any action at all\n\x04\x06\x100 | The member has taken weak action\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := documentOf(data)
		first := parseJSON(t, doc)
		if second := parseJSON(t, doc); !bytes.Equal(first, second) {
			t.Error("two readings of one document differ")
		}
	})
}

func parseJSON(t *testing.T, doc *model.Document) []byte {
	t.Helper()
	rep, err := Parse(context.Background(), doc, Options{})
	if err != nil {
		if !errors.Is(err, sheet.ErrNoText) && !errors.Is(err, front.ErrNotReport) {
			t.Fatalf("error %v", err)
		}
		return nil
	}
	b, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
