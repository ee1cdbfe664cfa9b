package dataset

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"sync"
	"unicode/utf8"
)

//go:embed overview.html.tmpl
var overviewSource string

var overviewTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("overview").Parse(overviewSource))
})

// The geometry of the drawings, in SVG user units.
const (
	chartWidth  = 720.0
	chartLeft   = 48.0
	chartRight  = 22.0 // half of a year at the edge, in a wide face too
	chartTop    = 16.0
	chartHeight = 260.0
	barHeight   = 22.0
	barLine     = 15.0  // what a second line of a label needs
	barLetter   = 7.3   // room for a letter of a label, on average
	barLabel    = 140.0 // room for labels, at least and at most
	barLabelMax = 300.0
	barFigure   = 60.0 // room for the figure behind the longest bar

	// lineGap is the longest gap, in years, that a line is drawn over: a longer
	// one says nothing of what lies between.
	lineGap = 5
)

// overviewPage is what the template shows.
type overviewPage struct {
	Reports, Commitments, Scores, Findings int
	Width, Height, Left, Right, Bottom     float64
	Ticks                                  []tick
	Forums                                 []forumChart
	Members, Areas                         []barChart
	Parts                                  bool // a summit is known from a part of its assessment only
	Summits                                []summitRows
}

// tick is a line of the percentage axis.
type tick struct {
	Y     float64
	Label string
}

// forumChart is the line of one forum's summits.
type forumChart struct {
	Forum  string
	Class  string   // colour and dash
	Lines  []string // SVG points; a line ends where years are missing
	Points []chartPoint
}

type chartPoint struct {
	X, Y    float64
	Label   string // below the axis, empty where there is no room
	Title   string
	Percent string
	Average string
	Scores  int
	// Anchor is the id of the summit's promises on the page.
	Anchor   string
	Promises int
	Part     bool   // an excerpt or a single chapter
	From     string // what the scores come from, in words
}

// barChart is one forum's members or issue areas.
type barChart struct {
	Forum        string
	Height       float64
	Bars         []chartBar
	Width, Label float64
}

type chartBar struct {
	Y, TextY, TextX, Width float64
	Name                   string
	Lines                  []string // the name, as it is set
	Percent                string
	Average                string
	Scores                 int
}

// writeOverview writes one self-contained page: compliance by summit over
// time, by member and by issue area, drawn as SVG with the figures as tables
// beneath, so that it can be read without sight of the drawings.
func (w *Writer) writeOverview(out io.Writer) error {
	c := w.seen
	averages, err := c.averages()
	if err != nil {
		return err
	}
	p := overviewPage{
		Reports: c.rows[tableReports], Commitments: c.rows[tableCommitments],
		Scores: c.rows[tableScores], Findings: c.found,
		Width: chartWidth, Height: chartHeight + chartTop + 28, Left: chartLeft, Right: chartWidth - chartRight,
		Bottom:  chartTop + chartHeight,
		Forums:  forumCharts(averages.bySummit),
		Members: barCharts(averages.byMember),
		Areas:   barCharts(averages.byArea),
	}
	if p.Summits, err = c.summitRows(averages.bySummit); err != nil {
		return err
	}
	if err := c.describePoints(&p); err != nil {
		return err
	}
	for percent := 0; percent <= 100; percent += 25 {
		p.Ticks = append(p.Ticks, tick{Y: percentY(float64(percent)), Label: fmt.Sprintf("%d%%", percent)})
	}
	return overviewTemplate().Execute(out, p)
}

func percentY(percent float64) float64 { return chartTop + chartHeight*(1-percent/100) }

// yearLabels gives the years of summits to be written at the axis: from the
// first on, each that is far enough from the label before.
func yearLabels(groups []group, apart int) map[int]bool {
	var years []int
	for _, g := range groups {
		if g.year != 0 {
			years = append(years, g.year)
		}
	}
	slices.Sort(years)
	out := map[int]bool{}
	last := 0
	for _, y := range years {
		if last == 0 || y-last >= apart {
			out[y], last = true, y
		}
	}
	// The last year is always written; the label before makes room for it.
	if n := len(years); n > 0 && years[n-1] != last {
		if years[n-1]-last < apart && last != years[0] {
			delete(out, last)
		}
		out[years[n-1]] = true
	}
	return out
}

// forumCharts puts all forums' summits on one axis of years: a point for each
// summit, a line through the means of the years.
func forumCharts(groups []group) []forumChart {
	first, last := 0, 0
	for _, g := range groups {
		if g.year != 0 && (first == 0 || g.year < first) {
			first = g.year
		}
		last = max(last, g.year)
	}
	x := func(year int) float64 {
		room := chartWidth - chartLeft - chartRight
		if first == last {
			return chartLeft + room/2
		}
		return chartLeft + room*float64(year-first)/float64(last-first)
	}
	var out []forumChart
	var pool []mean // of each forum's years, for the line
	flush := func() {
		before := -lineGap - 1
		for i, m := range pool {
			if m.n == 0 {
				continue
			}
			f := &out[len(out)-1]
			if i-before > lineGap {
				f.Lines = append(f.Lines, "")
			}
			f.Lines[len(f.Lines)-1] += fmt.Sprintf("%.1f,%.1f ", x(first+i), percentY(m.percent()))
			before = i
		}
	}
	labels := yearLabels(groups, (last-first)/14+1)
	for _, g := range groups {
		if len(out) == 0 || out[len(out)-1].Forum != orElse(g.forum, "(no forum)") {
			flush()
			pool = make([]mean, last-first+1)
			out = append(out, forumChart{Forum: orElse(g.forum, "(no forum)"), Class: fmt.Sprintf("s%d", len(out)%6)})
		}
		f := &out[len(out)-1]
		point := chartPoint{
			X: x(g.year), Y: percentY(g.percent()), Title: g.name,
			Percent: percentOf(g.mean) + "%", Average: fmt.Sprintf("%+.2f", g.value()), Scores: g.n,
			Anchor: anchor(g.name),
		}
		if g.year == 0 {
			point.X = -1 // in the table, not in the drawing
		} else {
			m := &pool[g.year-first]
			m.sum, m.n = m.sum+g.sum, m.n+g.n
			if labels[g.year] {
				delete(labels, g.year) // once, whatever forums met in that year
				point.Label = yearText(g.year)
			}
		}
		f.Points = append(f.Points, point)
	}
	flush()
	return out
}

// barCharts draws a bar for each group, forum by forum. A name that is longer
// than its room is set on two lines.
func barCharts(groups []group) []barChart {
	var out []barChart
	for _, g := range groups {
		forum := orElse(g.forum, "(no forum)")
		if len(out) == 0 || out[len(out)-1].Forum != forum {
			out = append(out, barChart{Forum: forum, Width: chartWidth, Label: barLabel})
		}
		b := &out[len(out)-1]
		bar := chartBar{Name: g.name, Lines: twoLines(g.name), Percent: percentOf(g.mean) + "%", Average: fmt.Sprintf("%+.2f", g.value()), Scores: g.n}
		for _, line := range bar.Lines {
			b.Label = min(max(b.Label, float64(utf8.RuneCountInString(line))*barLetter+16), barLabelMax)
		}
		bar.Width = g.percent() // made a length below, when the labels' room is known
		b.Bars = append(b.Bars, bar)
	}
	for i := range out {
		b := &out[i]
		for j := range b.Bars {
			bar := &b.Bars[j]
			bar.Width *= (chartWidth - b.Label - barFigure) / 100
			bar.Y, bar.TextY, bar.TextX = b.Height+3, b.Height+barHeight-7, b.Label+bar.Width+6
			b.Height += barHeight + float64(len(bar.Lines)-1)*barLine
		}
	}
	return out
}

// twoLines divides a name that is too long for a label at the blank that is
// nearest to its middle.
func twoLines(name string) []string {
	if float64(utf8.RuneCountInString(name))*barLetter+16 <= barLabelMax {
		return []string{name}
	}
	best := -1
	for i, r := range name {
		if r == ' ' && (best < 0 || abs(2*i-len(name)) < abs(2*best-len(name))) {
			best = i
		}
	}
	if best < 0 {
		return []string{name}
	}
	return []string{name[:best], name[best+1:]}
}

func abs(n int) int { return max(n, -n) }
