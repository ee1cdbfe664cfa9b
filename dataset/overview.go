package dataset

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"sync"
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
	chartRight  = 16.0
	chartTop    = 16.0
	chartHeight = 260.0
	barHeight   = 22.0
	barLabel    = 220.0
	barFigure   = 60.0 // room for the figure behind the longest bar
)

// overviewPage is what the template shows.
type overviewPage struct {
	Reports, Commitments, Scores, Findings int
	Width, Height, Left, Right, Bottom     float64
	Ticks                                  []tick
	Forums                                 []forumChart
	Members, Areas                         []barChart
}

// tick is a line of the percentage axis.
type tick struct {
	Y     float64
	Label string
}

// forumChart is the line of one forum's summits.
type forumChart struct {
	Forum  string
	Class  string // colour and dash
	Line   string // SVG points
	Points []chartPoint
}

type chartPoint struct {
	X, Y    float64
	Label   string // below the axis, empty where there is no room
	Title   string
	Percent string
	Average string
	Scores  int
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
	Percent                string
	Average                string
	Scores                 int
}

// writeOverview writes one self-contained page: compliance by summit over
// time, by member and by issue area, drawn as SVG with the figures as tables
// beneath, so that it can be read without sight of the drawings.
func (w *Writer) writeOverview(out io.Writer) error {
	c := w.seen
	p := overviewPage{
		Reports: c.rows[tableReports], Commitments: c.rows[tableCommitments],
		Scores: c.rows[tableScores], Findings: c.found,
		Width: chartWidth, Height: chartHeight + chartTop + 28, Left: chartLeft, Right: chartWidth - chartRight,
		Bottom:  chartTop + chartHeight,
		Forums:  forumCharts(c.bySummit()),
		Members: barCharts(c.byMember()),
		Areas:   barCharts(c.byArea()),
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
		for i, m := range pool {
			if f := &out[len(out)-1]; m.n > 0 {
				f.Line += fmt.Sprintf("%.1f,%.1f ", x(first+i), percentY(m.percent()))
			}
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

func barCharts(groups []group) []barChart {
	var out []barChart
	for _, g := range groups {
		forum := orElse(g.forum, "(no forum)")
		if len(out) == 0 || out[len(out)-1].Forum != forum {
			out = append(out, barChart{Forum: forum, Width: chartWidth, Label: barLabel})
		}
		b := &out[len(out)-1]
		y := float64(len(b.Bars)) * barHeight
		width := (chartWidth - barLabel - barFigure) * g.percent() / 100
		b.Bars = append(b.Bars, chartBar{
			Y: y + 3, TextY: y + barHeight - 7, TextX: barLabel + width + 6, Width: width,
			Name: g.name, Percent: percentOf(g.mean) + "%", Average: fmt.Sprintf("%+.2f", g.value()), Scores: g.n,
		})
		b.Height = y + barHeight
	}
	return out
}
