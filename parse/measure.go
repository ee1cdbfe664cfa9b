package parse

import (
	"sort"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// pageState is a page on its way through the stages.
type pageState struct {
	*model.Page
	size float64 // body size of this page, points
	// body are the lines that are neither running heads nor notes, in
	// reading order.
	body []*line
	// zone are the lines of the footnote zone, in reading order.
	zone []*line
	// signs are the marks of the text that are signs instead of figures.
	signs  map[string]bool
	tables []*table
	// rules are the page's ruled lines without those that underline words.
	rules []model.Rule
	// margins are those of the page's body text.
	margins
	// lead is the usual distance between baselines, as a ratio of the size.
	lead float64
}

// line is a model.Line with what the stages find out about it.
type line struct {
	*model.Line
	page   *pageState
	bold   bool // every visible letter is bold
	italic bool
	// underlined says that a rule underlines all of the line.
	underlined bool
	chars      int // code points
	text       string
	origin     *line // the line of the page, where this is a copy cut finer
	// column is the one that the line stands in, nil where the page has one.
	column *column
}

// leadingOf is the document-wide distance from baseline to baseline within
// paragraphs, as a ratio of the font size. It is used where a page gives no
// better evidence.
const leadingDefault = 1.2

// measure finds the sizes and margins that the later stages compare with.
func (r *reading) measure() error {
	total := 0
	weight := map[int]int{} // half points → code points
	var sizes []map[int]int // the same, page by page
	for i := range r.doc.Pages {
		p := &pageState{Page: &r.doc.Pages[i]}
		p.body = make([]*line, 0, len(p.Lines))
		perPage := map[int]int{}
		for j := range p.Lines {
			l := newLine(&p.Lines[j], p)
			if l.text == "" {
				continue
			}
			total += l.chars
			p.body = append(p.body, l)
			if l.Dir == model.Rightward {
				weight[layout.HalfPoints(l.Size)] += l.chars
				perPage[layout.HalfPoints(l.Size)] += l.chars
			}
		}
		p.size = layout.BodySize(perPage)
		sizes = append(sizes, perPage)
		p.rules = p.withoutUnderlines()
		r.pages = append(r.pages, p)
	}
	if total == 0 {
		return ErrNoText
	}
	size := layout.BodySize(weight)
	for i, p := range r.pages {
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
		if used*8 >= all || p.size < size*0.97 || p.size > size*1.25 {
			p.size = size
		}
	}
	r.setMargins()
	r.setColumns()
	lines := 0
	for _, p := range r.pages {
		lines += len(p.body)
	}
	texts := make([]string, 0, lines)
	for _, p := range r.pages {
		for _, l := range p.body {
			texts = append(texts, l.text)
		}
	}
	r.words = notation.NewWordEvidence(texts)
	return nil
}

// withoutUnderlines leaves out the rules that underline words, as links and
// headings are: they lie close below a baseline, closer than a table's rule can without
// cutting letters, and reach no farther than their line.
func (p *pageState) withoutUnderlines() []model.Rule {
	var out []model.Rule
	for _, rule := range p.Rules {
		if !rule.Horizontal() || !p.underlines(rule) {
			out = append(out, rule)
		}
	}
	return out
}

func (p *pageState) underlines(rule model.Rule) bool {
	y := rule.Box.CentreY()
	for _, l := range p.body {
		if l.Dir == model.Rightward && y > l.Baseline-0.05*l.Size && y < l.Baseline+0.2*l.Size &&
			rule.Box.X0() > l.Box.X0()-0.2*l.Size && rule.Box.X1() < l.Box.X1()+0.2*l.Size {
			l.underlined = l.underlined || rule.Box.Width() > 0.9*l.Box.Width()
			return true
		}
	}
	return false
}

func newLine(m *model.Line, p *pageState) *line {
	l := &line{Line: m, page: p, text: m.Text(), bold: true, italic: true}
	l.chars = utf8.RuneCountInString(l.text)
	letters := false
	for _, run := range m.Runs {
		if !notation.HasLetterOrDigit(run.Text) || layout.IsRaised(m, run) {
			continue
		}
		letters = true
		l.bold = l.bold && run.Bold
		l.italic = l.italic && run.Italic
	}
	if !letters {
		l.bold, l.italic = false, false
	}
	return l
}

// marginLines is how many lines of text a page must have for its own margins
// to be believed.
const marginLines = 10

// setMargins finds the margins of each page's text: the left edge that most
// lines share and the right edge that few exceed. A page with little text
// takes those of the document's pages of its width.
func (r *reading) setMargins() {
	type edges struct{ x0, x1 []float64 }
	byWidth := map[int]*edges{}
	pages := make([]edges, len(r.pages))
	for i, p := range r.pages {
		w := int(p.Width)
		if byWidth[w] == nil {
			byWidth[w] = &edges{}
		}
		pages[i].x0, pages[i].x1 = make([]float64, 0, len(p.body)), make([]float64, 0, len(p.body))
		for _, l := range p.body {
			if l.Dir == model.Rightward && l.Size > p.size*0.9 && l.Size < p.size*1.1 {
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
	for i, p := range r.pages {
		e := &pages[i]
		if len(e.x0) < marginLines {
			e = byWidth[int(p.Width)]
		} else {
			sort.Float64s(e.x0)
			sort.Float64s(e.x1)
		}
		if len(e.x0) == 0 {
			p.left, p.right = 0, p.Width
			continue
		}
		p.left = e.x0[len(e.x0)/10]
		p.right = e.x1[len(e.x1)-1-len(e.x1)/20]
	}
}
