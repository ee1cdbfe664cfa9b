package parse

import (
	"context"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// drawnSheet builds a document by hand, line by line, the way a reader sees it.
// In a text, "^12^" is a raised marker, "*word*" is bold, "_word_" italic and
// " | " a gap between cells.
type drawnSheet struct {
	doc  model.Document
	size float64
	lead float64
	y    float64
}

const sheetLeft, sheetRight = 72.0, 540.0

func newSheet() *drawnSheet { return &drawnSheet{size: 11, lead: 1.2} }

func (s *drawnSheet) page() *drawnSheet {
	s.doc.Pages = append(s.doc.Pages, model.Page{Number: len(s.doc.Pages) + 1, Width: 612, Height: 792})
	s.doc.Source.Pages = len(s.doc.Pages)
	s.y = 90
	return s
}

func (s *drawnSheet) current() *model.Page { return &s.doc.Pages[len(s.doc.Pages)-1] }

// line puts one line at the left margin and moves down.
func (s *drawnSheet) line(text string) *drawnSheet { return s.put(sheetLeft, s.size, text) }

// para puts lines and a paragraph's space behind them.
func (s *drawnSheet) para(lines ...string) *drawnSheet {
	for _, l := range lines {
		s.line(l)
	}
	s.y += 0.7 * s.size
	return s
}

// put sets a line at x in a size and moves down by its leading.
func (s *drawnSheet) put(x, size float64, text string) *drawnSheet {
	s.at(x, s.y, size, text)
	s.y += s.lead * size
	return s
}

// charWidth is the width of every character, as a ratio of the size.
const charWidth = 0.45

func (s *drawnSheet) at(x, y, size float64, text string) *drawnSheet {
	p := s.current()
	l := model.Line{Page: p.Number, Baseline: y, Size: size}
	gap, space := 0.0, false
	bold, italic, raised := false, false, false
	var b strings.Builder
	flush := func() {
		t := b.String()
		b.Reset()
		trimmed := strings.TrimSpace(t)
		if trimmed == "" {
			space = space || t != ""
			return
		}
		if strings.HasPrefix(t, " ") {
			space = true
		}
		r := model.Run{Text: trimmed, Font: "Test", Size: size, Bold: bold, Italic: italic}
		top := y - 0.75*size
		if raised {
			r.Size, r.Rise = size*0.6, size*0.33
			top -= r.Rise
		}
		if space && len(l.Runs) > 0 && gap == 0 {
			x += charWidth * size
		}
		w := charWidth * r.Size * float64(utf8.RuneCountInString(trimmed))
		r.Box = model.Box{x, top, x + w, top + r.Size}
		r.Space = len(l.Runs) > 0 && (space || gap > 0)
		r.Gap = gap
		x += w
		gap = 0
		space = strings.HasSuffix(t, " ")
		l.Runs = append(l.Runs, r)
		l.Box = l.Box.Union(r.Box)
	}
	for i, cell := range strings.Split(text, " | ") {
		if i > 0 {
			flush()
			gap = 3 * size
			x += gap
			space = false
		}
		for _, c := range cell {
			switch c {
			case '^':
				flush()
				raised = !raised
			case '*':
				flush()
				bold = !bold
			case '_':
				flush()
				italic = !italic
			default:
				b.WriteRune(c)
			}
		}
		flush()
	}
	p.Lines = append(p.Lines, l)
	return s
}

// rule draws a ruled line.
func (s *drawnSheet) rule(x0, y0, x1, y1 float64) *drawnSheet {
	p := s.current()
	p.Rules = append(p.Rules, model.Rule{Box: model.Box{x0, y0, x1, y1}})
	return s
}

// ruled puts a ruled table of one-line cells with the given column edges.
func (s *drawnSheet) ruled(edges []float64, rows ...[]string) *drawnSheet {
	h := 1.6 * s.size
	top := s.y - s.size
	for i, row := range rows {
		y := top + float64(i)*h
		s.rule(edges[0], y, edges[len(edges)-1], y)
		for c, text := range row {
			if text != "" {
				s.at(edges[c]+3, y+1.1*s.size, s.size, text)
			}
		}
	}
	bottom := top + float64(len(rows))*h
	s.rule(edges[0], bottom, edges[len(edges)-1], bottom)
	for _, x := range edges {
		s.rule(x, top, x, bottom)
	}
	s.mergeRows()
	s.y = bottom + 2*s.size
	return s
}

// mergeRows puts what was set at one height into one line, as extract does.
func (s *drawnSheet) mergeRows() {
	p := s.current()
	var out []model.Line
	for _, l := range p.Lines {
		if n := len(out); n > 0 && out[n-1].Baseline == l.Baseline {
			prev := &out[n-1]
			l.Runs[0].Gap = l.Box.X0() - prev.Box.X1()
			l.Runs[0].Space = true
			prev.Runs = append(prev.Runs, l.Runs...)
			prev.Box = prev.Box.Union(l.Box)
			continue
		}
		out = append(out, l)
	}
	p.Lines = out
}

// foot puts notes at the page's foot, under a short rule.
func (s *drawnSheet) foot(lines ...string) *drawnSheet {
	y := 700 - 10*float64(len(lines))
	s.rule(sheetLeft, y-14, sheetLeft+144, y-14)
	for _, l := range lines {
		s.at(sheetLeft, y, 8, l)
		y += 10
	}
	return s
}

// heads puts a running head and foot on the page.
func (s *drawnSheet) heads(head, foot string) *drawnSheet {
	p := s.current()
	s.at(200, 40, 9, head)
	s.at(sheetLeft, 750, 9, foot)
	s.at(sheetRight-20, 762, 9, strconv.Itoa(p.Number+100))
	return s
}

// chapterHead is the beginning of a small chapter.
func (s *drawnSheet) chapterHead() *drawnSheet {
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.ruled([]float64{72, 200, 300, 400, 520},
		[]string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		[]string{"Canada", "", "", "+1"},
		[]string{"France", "", "0", ""},
		[]string{"Japan", "−1", "", ""},
		[]string{"Average", "", "0.00 (50%)", ""})
	return s
}

func (s *drawnSheet) tryParse() (*model.Report, error) {
	return Parse(context.Background(), &s.doc, Options{})
}

func (s *drawnSheet) parse(t *testing.T) *model.Report {
	t.Helper()
	rep, err := s.tryParse()
	if err != nil {
		t.Fatal(err)
	}
	return rep
}
