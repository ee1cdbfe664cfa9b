package marker

import (
	"math"
	"sort"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Feet are the lines of the strips that reach the page's foot, from top to
// bottom: below them stands nothing, or what may be notes under all columns.
func Feet(p *sheet.Page) [][]*sheet.Line {
	strips := p.Strips()
	if len(strips) < 2 {
		return [][]*sheet.Line{Foot(p)}
	}
	var out [][]*sheet.Line
	for i, s := range strips {
		above := false // another strip of text
		for k := i + 1; k < len(strips) && !above; k++ {
			above = sheet.Overlap(s, strips[k]) && !(k == len(strips)-1 && sheet.AllSmall(strips[k]))
		}
		if !above {
			out = append(out, TopDown(p, s))
		}
	}
	return out
}

// Foot gives the page's body lines outside tables from top to bottom.
func Foot(p *sheet.Page) []*sheet.Line { return TopDown(p, p.Body) }

// TopDown gives those of some lines that are outside tables from top to bottom.
func TopDown(p *sheet.Page, lines []*sheet.Line) []*sheet.Line {
	ls := make([]*sheet.Line, 0, len(lines))
	for _, l := range lines {
		if l.Dir == model.Rightward && !p.InTable(l) {
			ls = append(ls, l)
		}
	}
	sort.SliceStable(ls, func(i, j int) bool { return ls[i].Baseline < ls[j].Baseline })
	return ls
}

// AboveNotes leaves the notes out of a page's lines, before its tables are
// known: notes of unraised numbers, each behind a gap, are set as the entries
// of a list or the levels of a scoring table are. The evidence is a rule that
// stands alone, only small lines below it, and among them one that begins with
// a figure which is raised above the rule. Without a rule it takes two such
// lines that count up, or three that count up as markers on the pages before do.
func (r *Reader) AboveNotes(p *sheet.Page, ls []*sheet.Line) []*sheet.Line {
	small := len(ls)
	for small > 0 && ls[small-1].Size < ls[small-1].BodySize()*layout.SmallRatio {
		small--
	}
	if len(ls) == 0 {
		return ls
	}
	for _, y := range Separators(p, ls[0].Margins()) {
		k := sort.Search(len(ls), func(i int) bool { return ls[i].Box.CentreY() > y })
		if k >= small && k < len(ls) && countsMarked(ls[k:], r.markedAbove(ls[:k])) > 0 {
			return ls[:k]
		}
	}
	if small < len(ls) && (countsMarked(ls[small:], r.markedAbove(ls[:small])) > 1 || countsMarked(ls[small:], r.Marked) >= leastEndnotes) {
		return ls[:small]
	}
	return ls
}

// leastEndnotes is how many small lines in a row begin with the numbers of
// markers on earlier pages where they are a chapter's notes.
const leastEndnotes = 3

// markedAbove gives the figures that stand raised in some lines.
func (r *Reader) markedAbove(ls []*sheet.Line) map[int]bool {
	marked := map[int]bool{}
	r.AddMarked(marked, ls)
	return marked
}

// AddMarked adds the raised figures of lines that can be markers.
func (r *Reader) AddMarked(marked map[int]bool, ls []*sheet.Line) {
	for _, l := range ls {
		for i := 1; i < len(l.Runs); i++ {
			if nums, ok := r.MarkerNumbers(l, i); ok {
				for _, n := range nums {
					marked[n] = true
				}
			}
		}
	}
}

// countsMarked gives the number of lines that begin with figures which count up
// and are marked.
func countsMarked(ls []*sheet.Line, marked map[int]bool) int {
	if len(marked) == 0 {
		return 0
	}
	most, count, last := 0, 0, 0
	for _, l := range ls {
		n, rest, ok := sheet.LeadingFigure(l.Printed)
		if !ok {
			n, rest, ok = sheet.GluedFigure(l.Printed)
		}
		if !ok || rest == "" || !marked[n] {
			continue
		}
		// A number that does not go on may be a table's ('1. Trade' in its head) before
		// the notes begin.
		if n != last+1 {
			count = 0
		}
		count, last = count+1, n
		most = max(most, count)
	}
	return most
}

// Separators are the heights of the short horizontal rules that stand alone
// at the left margin of the page or of a column, lowest first.
func Separators(p *sheet.Page, m *sheet.Margins) []float64 {
	var ys []float64
	width := m.Right - m.Left
	rows := alikeRules(p)
	for _, rule := range p.Ruling {
		b := rule.Box
		if !rule.Horizontal() || b.Width() < 2*p.Size || b.Width() > width*1.1 {
			continue
		}
		if b.X0() > m.Left+2*p.Size || b.X1() < m.Left || rows[edgesOf(rule)].parts(rule) || p.RuleInTable(rule) || b.Top() < p.Height*0.08 {
			continue
		}
		ys = append(ys, b.CentreY())
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(ys)))
	return ys
}

// rowRules is how many rules from one edge to another are a table's, whose rows they
// part. Beside a rule above the notes there may be one below the running head and one
// above the foot.
const rowRules = 5

// edges are where a rule begins and ends, in half points.
type edges [2]int

func edgesOf(rule model.Rule) edges {
	return edges{int(math.Round(2 * rule.Box.X0())), int(math.Round(2 * rule.Box.X1()))}
}

// alike are horizontal rules from one edge to another.
type alike struct {
	count  int
	lowest float64 // of their heights
}

// parts reports whether one of them parts rows of a table: there are many, and the
// lowest, which may be above the notes or end the table, is another.
func (a alike) parts(rule model.Rule) bool {
	return a.count >= rowRules && rule.Box.CentreY() < a.lowest
}

// alikeRules gathers a page's horizontal rules by their edges.
func alikeRules(p *sheet.Page) map[edges]alike {
	out := map[edges]alike{}
	for _, r := range p.Ruling {
		if r.Horizontal() {
			a := out[edgesOf(r)]
			out[edgesOf(r)] = alike{a.count + 1, max(a.lowest, r.Box.CentreY())}
		}
	}
	return out
}

// ScoredMember reports whether a text is a member and its score.
func (r *Reader) ScoredMember(s string) bool {
	name, score, ok := scoretext.HeadingScore(r.Vocab, s)
	if !ok || score == nil {
		return false
	}
	_, known := r.Vocab.Member(name)
	return known
}
