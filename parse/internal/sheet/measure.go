package sheet

import (
	"errors"
	"math"
	"sort"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/layout"
)

// ErrNoText is returned for a document in which no page has text: a scan
// without a text layer, or pages of pictures.
var ErrNoText = errors.New("no text was found on any page")

// Page is a page on its way through the stages.
type Page struct {
	*model.Page
	Size float64 // body size of this page, points
	// Body are the lines that are neither running heads nor notes, in
	// reading order.
	Body []*Line
	// Zone are the lines of the footnote zone, in reading order.
	Zone []*Line
	// Signs are the marks of the text that are signs instead of figures.
	Signs  map[string]bool
	Tables []*Table
	// Ruling are the page's ruled lines, also the typed ones, without those that
	// underline words.
	Ruling []model.Rule
	// margins are those of the page's body text.
	Margins
	// Lead is the usual distance between baselines, as a ratio of the size.
	Lead float64
}

// Line is a model.Line with what the stages find out about it.
type Line struct {
	*model.Line
	On     *Page
	Bold   bool // every visible letter is bold
	Italic bool
	// Underlined says that a rule underlines all of the line.
	Underlined bool
	Chars      int // code points
	Printed    string
	Origin     *Line // the line of the page, where this is a copy cut finer
	// Made are the lines of the page that this one is put together of; none for a
	// line of the page.
	Made []*Line
	// column is the one that the line stands in, nil where the page has one.
	column *column
}

// LeadingDefault is the document-wide distance from baseline to baseline within
// paragraphs, as a ratio of the font size. It is used where a page gives no
// better evidence.
const LeadingDefault = 1.2

// Measure finds the sizes and margins that the later stages compare with.
func (r *Reader) Measure() error {
	total := 0
	weight := map[int]int{} // half points → code points
	var sizes []map[int]int // the same, page by page
	for i := range r.Doc.Pages {
		p := &Page{Page: &r.Doc.Pages[i]}
		p.Body = make([]*Line, 0, len(p.Lines))
		perPage := map[int]int{}
		var typed []model.Rule
		for j := range p.Lines {
			if rules := typedRules(&p.Lines[j]); rules != nil {
				typed = append(typed, rules...)
				continue
			}
			l := NewLine(&p.Lines[j], p)
			if l.Printed == "" {
				continue
			}
			total += l.Chars
			p.Body = append(p.Body, l)
			if l.Dir == model.Rightward {
				weight[layout.HalfPoints(l.Size)] += l.Chars
				perPage[layout.HalfPoints(l.Size)] += l.Chars
			}
		}
		p.Size = layout.BodySize(perPage)
		sizes = append(sizes, perPage)
		p.Ruling = append(p.withoutUnderlines(), typed...)
		r.Pages = append(r.Pages, p)
	}
	if total == 0 {
		return ErrNoText
	}
	size := layout.BodySize(weight)
	for i, p := range r.Pages {
		// A page of notes or of tables with a few lines of text must not
		// take its notes or headings for the text: the document's size holds
		// wherever the page uses it.
		used, all := 0, 0
		for half, w := range sizes[i] {
			all += w
			if layout.SameSize(float64(half)/2, size) {
				used += w
			}
		}
		if used*8 >= all || p.Size < size*0.97 || p.Size > size*1.25 {
			p.Size = size
		}
	}
	r.SetMargins()
	r.SetColumns()
	lines := 0
	for _, p := range r.Pages {
		lines += len(p.Body)
	}
	texts := make([]string, 0, lines)
	for _, p := range r.Pages {
		for _, l := range p.Body {
			texts = append(texts, l.Printed)
		}
	}
	r.Words = join.NewWordEvidence(texts)
	return nil
}

// withoutUnderlines leaves out the rules that underline words, as links and
// headings are: they lie close below a baseline, closer than a table's rule can without
// cutting letters, and reach no farther than their line.
func (p *Page) withoutUnderlines() []model.Rule {
	var out []model.Rule
	for _, rule := range p.Rules {
		if !rule.Horizontal() || !p.underlines(rule) {
			out = append(out, rule)
		}
	}
	return out
}

func (p *Page) underlines(rule model.Rule) bool {
	y := rule.Box.CentreY()
	for _, l := range p.Body {
		if l.Dir != model.Rightward || y < l.Baseline-0.05*l.Size {
			continue
		}
		near := y < l.Baseline+0.2*l.Size && rule.Box.X0() > l.Box.X0()-0.2*l.Size && rule.Box.X1() < l.Box.X1()+0.2*l.Size
		if near || drawnUnder(rule, l) {
			l.Underlined = l.Underlined || rule.Box.Width() > 0.9*l.Box.Width()
			return true
		}
	}
	return false
}

// drawnUnder reports whether a rule that stands somewhat lower, as a typewriter's
// does, begins and ends with the words of a line, which are no cells of a table.
func drawnUnder(rule model.Rule, l *Line) bool {
	if rule.Box.CentreY() > l.Baseline+0.3*l.Size ||
		math.Abs(rule.Box.X0()-l.Box.X0()) > 0.1*l.Size || math.Abs(rule.Box.X1()-l.Box.X1()) > 0.1*l.Size {
		return false
	}
	for _, run := range l.Runs {
		if run.Gap > 2.5*l.Size {
			return false
		}
	}
	return true
}

// NewLine makes a line of the document ready for the stages.
func NewLine(m *model.Line, p *Page) *Line {
	l := &Line{Line: m, On: p, Printed: m.Text(), Bold: true, Italic: true}
	l.Chars = utf8.RuneCountInString(l.Printed)
	letters := false
	for _, run := range m.Runs {
		if !script.HasLetterOrDigit(run.Text) || layout.IsRaised(m, run) {
			continue
		}
		letters = true
		l.Bold = l.Bold && run.Bold
		l.Italic = l.Italic && run.Italic
	}
	if !letters {
		l.Bold, l.Italic = false, false
	}
	return l
}

// marginLines is how many lines of text a page must have for its own margins
// to be believed.
const marginLines = 10

// SetMargins finds the margins of each page's text: the left edge that most
// lines share and the right edge that few exceed. A page with little text
// takes those of the document's pages of its width.
func (r *Reader) SetMargins() {
	type edges struct{ x0, x1 []float64 }
	byWidth := map[int]*edges{}
	pages := make([]edges, len(r.Pages))
	for i, p := range r.Pages {
		w := int(p.Width)
		if byWidth[w] == nil {
			byWidth[w] = &edges{}
		}
		pages[i].x0, pages[i].x1 = make([]float64, 0, len(p.Body)), make([]float64, 0, len(p.Body))
		for _, l := range p.Body {
			if l.Dir == model.Rightward && l.Size > p.Size*0.9 && l.Size < p.Size*1.1 {
				pages[i].x0 = append(pages[i].x0, l.Box.X0())
				pages[i].x1 = append(pages[i].x1, l.Box.X1())
			}
		}
		byWidth[w].x0 = append(byWidth[w].x0, pages[i].x0...)
		byWidth[w].x1 = append(byWidth[w].x1, pages[i].x1...)
	}
	for _, e := range byWidth {
		sort.Float64s(e.x0)
		sort.Float64s(e.x1)
	}
	for i, p := range r.Pages {
		e := &pages[i]
		if len(e.x0) < marginLines {
			e = byWidth[int(p.Width)]
		} else {
			sort.Float64s(e.x0)
			sort.Float64s(e.x1)
		}
		if len(e.x0) == 0 {
			p.Left, p.Right = 0, p.Width
			continue
		}
		p.Left = e.x0[len(e.x0)/10]
		p.Right = e.x1[len(e.x1)-1-len(e.x1)/20]
	}
}
