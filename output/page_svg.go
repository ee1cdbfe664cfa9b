package output

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
)

// The drawing of a page shows where its text and its ruled lines stand. It is
// made of what extract saw, so that a reader sees what the audit worked with;
// it is not a picture of the page.

// margins around a marked region, in points.
const (
	regionAbove = 70
	regionSide  = 8
	// mostRegion is how much of a page's height a drawing shows at most; a
	// whole table is marked at its beginning.
	mostRegion = 420
)

// pageSymbol draws a page as an SVG symbol with that id: one element for each
// run of text, stretched to the run's width, and one for each ruled line.
func pageSymbol(id string, page *model.Page) template.HTML {
	var b strings.Builder
	fmt.Fprintf(&b, `<symbol id="%s" viewBox="0 0 %s %s"><g class="page"><path class="paper" d="M0 0H%sV%sH0Z"/>`,
		html.EscapeString(id), num(page.Width), num(page.Height), num(page.Width), num(page.Height))
	var d strings.Builder
	for _, r := range page.Rules {
		if !finite(r.Box) {
			continue
		}
		if r.Horizontal() {
			fmt.Fprintf(&d, "M%s %sH%s", num(r.Box.X0()), num(r.Box.CentreY()), num(r.Box.X1()))
		} else {
			fmt.Fprintf(&d, "M%s %sV%s", num(r.Box.CentreX()), num(r.Box.Top()), num(r.Box.Bottom()))
		}
	}
	if d.Len() > 0 {
		fmt.Fprintf(&b, `<path class="ruled" d="%s"/>`, d.String())
	}
	scan := allHidden(page)
	for _, l := range page.Lines {
		for _, r := range l.Runs {
			if scan || !r.Hidden {
				runText(&b, l, r)
			}
		}
	}
	b.WriteString("</g></symbol>")
	return template.HTML(b.String())
}

// allHidden reports whether the page's text is a scanner's layer only, which is
// then all there is to show.
func allHidden(page *model.Page) bool {
	for _, l := range page.Lines {
		for _, r := range l.Runs {
			if !r.Hidden {
				return false
			}
		}
	}
	return true
}

// runText draws a run along its line's direction.
func runText(b *strings.Builder, l model.Line, r model.Run) {
	if !finite(r.Box) || r.Size <= 0 || math.IsNaN(l.Baseline) {
		return
	}
	var x, y, length float64
	turn := ""
	switch l.Dir {
	case model.Up:
		x, y, length = l.Baseline-r.Rise, r.Box.Bottom(), r.Box.Height()
		turn = fmt.Sprintf(` transform="rotate(-90 %s %s)"`, num(x), num(y))
	case model.Down:
		x, y, length = l.Baseline+r.Rise, r.Box.Top(), r.Box.Height()
		turn = fmt.Sprintf(` transform="rotate(90 %s %s)"`, num(x), num(y))
	case model.Leftward:
		x, y, length = r.Box.X1(), l.Baseline+r.Rise, r.Box.Width()
		turn = fmt.Sprintf(` transform="rotate(180 %s %s)"`, num(x), num(y))
	default:
		x, y, length = r.Box.X0(), l.Baseline-r.Rise, r.Box.Width()
	}
	style := ""
	if r.Bold {
		style += ` font-weight="bold"`
	}
	if r.Italic {
		style += ` font-style="italic"`
	}
	if length > 0 {
		style += fmt.Sprintf(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, num(length))
	}
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"%s%s>%s</text>`,
		num(x), num(y), num(r.Size), style, turn, html.EscapeString(printable(r.Text)))
}

// regionSVG shows the part of a page around a place, the place marked.
func regionSVG(symbol string, page *model.Page, p model.Place) template.HTML {
	if !finite(p.Box) || page.Width <= 0 || page.Height <= 0 {
		return ""
	}
	top := math.Max(0, p.Box.Top()-regionAbove)
	bottom := math.Min(page.Height, p.Box.Bottom()+regionAbove)
	if bottom-top > mostRegion {
		bottom = top + mostRegion
	}
	if bottom <= top {
		return ""
	}
	left, right := inked(page, p.Box)
	return template.HTML(fmt.Sprintf(
		`<svg class="place" role="img" aria-label="Page %d, the place marked" viewBox="%s %s %s %s" preserveAspectRatio="xMidYMin meet">`+
			`<use href="#%s" width="%s" height="%s"/>`+
			`<rect class="mark" x="%s" y="%s" width="%s" height="%s" rx="2"/></svg>`,
		p.Page, num(left), num(top), num(right-left), num(bottom-top),
		html.EscapeString(symbol), num(page.Width), num(page.Height),
		num(p.Box.X0()-regionSide/2), num(p.Box.Top()-regionSide/4),
		num(p.Box.Width()+regionSide), num(p.Box.Height()+regionSide/2)))
}

// inked is the page's horizontal extent without its margins, so that the
// drawing can be read on a telephone; the marked region is always inside.
func inked(page *model.Page, mark model.Box) (left, right float64) {
	left, right = mark.X0(), mark.X1()
	for _, l := range page.Lines {
		if finite(l.Box) {
			left, right = math.Min(left, l.Box.X0()), math.Max(right, l.Box.X1())
		}
	}
	left, right = math.Max(0, left-2*regionSide), math.Min(page.Width, right+2*regionSide)
	if right-left < page.Width/4 {
		return 0, page.Width
	}
	return left, right
}

// finite reports whether a box can be drawn.
func finite(b model.Box) bool {
	for _, v := range b {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// num writes a length with at most one decimal; a tenth of a point cannot be
// seen.
func num(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	s := fmt.Sprintf("%.1f", v)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

// printable takes out control characters, which no markup may hold.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
