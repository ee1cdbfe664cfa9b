package recount_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/model"
)

// metamorphics are the changes of TestMetamorphic.
var metamorphics = []metamorphic{
	{name: "scaled to 0.7", file: pagesChanged(scaledBy(0.7))},
	{name: "scaled to 1.4", file: pagesChanged(scaledBy(1.4))},
	{name: "margins moved", file: pagesChanged(moved)},
	{name: "printed twice, 0.3 pt apart", file: pagesChanged(twice(0.3, 0, 1, ""))},
	{name: "printed twice, 1.2 pt apart, diagonally", file: pagesChanged(twice(1.2, -1.2, 1, ""))},
	{name: "every second page printed twice, 0.5 pt apart", file: pagesChanged(twice(0.5, 0.5, 2, ""))},
	{name: "an invisible copy, 0.7 pt apart", file: pagesChanged(twice(0.7, 0, 1, unseen))},
	{name: "an invisible copy, 2 pt apart", file: pagesChanged(twice(0, 2, 1, unseen))},
	{name: "objects in another order", file: reordered},
	{name: "a blank page in front", text: func(d *model.Document, _ *model.Report) bool { return blankAt(d, func(i int) bool { return i == 0 }) }},
	{name: "three blank pages in front", text: func(d *model.Document, _ *model.Report) bool {
		for range 3 {
			blankAt(d, func(i int) bool { return i == 0 })
		}
		return true
	}},
	{name: "a blank page behind every fourth", text: func(d *model.Document, _ *model.Report) bool {
		return blankAt(d, func(i int) bool { return i > 0 && i%4 == 0 })
	}},
	{name: "a paragraph on the cover", text: coverParagraph, adds: "/report/cover"},
	{name: "running heads of five lines", text: tallHeads},
	{name: "a remark behind each conclusion", text: remarks},
	{name: "no bold", text: noBold},
	{name: "fonts renamed", text: fontsRenamed},
	{name: "a contents page put in", text: contentsPage},
	{name: "no page numbers", text: noPageNumbers},
	{name: "stamped", text: stamped},
}

// pagesChanged calls change for each page with its place, its box and its content.
func pagesChanged(change func(d *objecttest.Document, i int, page object.Dict, box [4]float64, content []byte) []byte) func(*testing.T, *objecttest.Document) bool {
	return func(t *testing.T, d *objecttest.Document) bool {
		t.Helper()
		i := 0
		var walk func(o object.Object, box, resources object.Object)
		walk = func(o object.Object, box, resources object.Object) {
			node, _ := resolved(d, o).(object.Dict)
			if b := node["MediaBox"]; b != nil {
				box = resolved(d, b)
			}
			if r := node["Resources"]; r != nil {
				resources = r
			}
			if kids, ok := resolved(d, node["Kids"]).(object.Array); ok {
				for _, k := range kids {
					walk(k, box, resources)
				}
				return
			}
			var b [4]float64
			for k, n := range box.(object.Array) {
				b[k] = number(resolved(d, n))
			}
			node["MediaBox"], node["Resources"] = slices.Clone(box.(object.Array)), resources
			delete(node, "CropBox")
			node["Contents"] = add(d, objecttest.Content{Data: change(d, i, node, b, contentOf(d, node["Contents"]))})
			i++
		}
		root := resolved(d, d.Trailer["Root"]).(object.Dict)
		walk(root["Pages"], nil, nil)
		return i > 0
	}
}

func resolved(d *objecttest.Document, o object.Object) object.Object {
	if r, ok := o.(object.Ref); ok {
		return d.Objects[r.Number]
	}
	return o
}

func contentOf(d *objecttest.Document, o object.Object) []byte {
	switch v := resolved(d, o).(type) {
	case objecttest.Content:
		return v.Data
	case object.Array:
		var all [][]byte
		for _, part := range v {
			all = append(all, contentOf(d, part))
		}
		return bytes.Join(all, []byte("\n"))
	}
	return nil
}

func scaledBy(s float64) func(*objecttest.Document, int, object.Dict, [4]float64, []byte) []byte {
	return func(_ *objecttest.Document, _ int, page object.Dict, box [4]float64, content []byte) []byte {
		scaled := object.Array{}
		for _, n := range box {
			scaled = append(scaled, s*n)
		}
		page["MediaBox"] = scaled
		return slices.Concat([]byte(fmt.Sprintf("q %g 0 0 %g 0 0 cm\n", s, s)), content, []byte("\nQ\n"))
	}
}

func moved(_ *objecttest.Document, _ int, page object.Dict, box [4]float64, content []byte) []byte {
	page["MediaBox"] = object.Array{box[0] - 35, box[1] - 20, box[2] + 15, box[3] + 60}
	return content
}

// unseen makes letters invisible, and lines and areas transparent.
const unseen = "3 Tr /Unseen gs "

// twice prints each so-many-th page a second time, so far to the right and up; state
// goes before the copy.
func twice(dx, dy float64, every int, state string) func(*objecttest.Document, int, object.Dict, [4]float64, []byte) []byte {
	return func(d *objecttest.Document, i int, page object.Dict, _ [4]float64, content []byte) []byte {
		if i%every != 0 {
			return content
		}
		if state == unseen {
			resources := maps.Clone(resolved(d, page["Resources"]).(object.Dict))
			states, _ := resolved(d, resources["ExtGState"]).(object.Dict)
			states = maps.Clone(states)
			if states == nil {
				states = object.Dict{}
			}
			states["Unseen"] = object.Dict{"ca": 0.0, "CA": 0.0}
			resources["ExtGState"], page["Resources"] = states, resources
		}
		return slices.Concat([]byte("q\n"), content, []byte(fmt.Sprintf("\nQ\nq 1 0 0 1 %g %g cm %s\n", dx, dy, state)), content, []byte("\nQ\n"))
	}
}

// reordered gives the objects their numbers in the opposite order, by which they
// are written.
func reordered(_ *testing.T, d *objecttest.Document) bool {
	old := slices.Sorted(maps.Keys(d.Objects))
	number := map[int]int{}
	for i, n := range old {
		number[n] = old[len(old)-1-i]
	}
	var renumbered func(o object.Object) object.Object
	renumbered = func(o object.Object) object.Object {
		switch v := o.(type) {
		case object.Ref:
			return object.Ref{Number: number[v.Number], Generation: v.Generation}
		case object.Array:
			out := make(object.Array, len(v))
			for i, x := range v {
				out[i] = renumbered(x)
			}
			return out
		case object.Dict:
			out := object.Dict{}
			for k, x := range v {
				out[k] = renumbered(x)
			}
			return out
		case objecttest.Content:
			return objecttest.Content{Dict: renumbered(v.Dict).(object.Dict), Data: v.Data}
		}
		return o
	}
	objects := map[int]object.Object{}
	for n, o := range d.Objects {
		objects[number[n]] = renumbered(o)
	}
	d.Objects, d.Trailer = objects, renumbered(d.Trailer).(object.Dict)
	return true
}

// numberPages numbers pages and their lines anew.
func numberPages(d *model.Document) {
	for i := range d.Pages {
		p := &d.Pages[i]
		p.Number = i + 1
		for j := range p.Lines {
			p.Lines[j].Page = i + 1
		}
	}
	d.Source.Pages = len(d.Pages)
}

// blankAt puts blank pages before those of which at says so.
func blankAt(d *model.Document, at func(i int) bool) bool {
	var pages []model.Page
	for i, p := range d.Pages {
		if at(i) {
			pages = append(pages, model.Page{Width: p.Width, Height: p.Height})
		}
		pages = append(pages, p)
	}
	d.Pages = pages
	numberPages(d)
	return true
}

// plainFont is the font and the size of most of a document's text.
func plainFont(d *model.Document) (font string, size float64) {
	letters := map[string]int{}
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for _, r := range l.Runs {
				if !r.Bold && !r.Italic {
					letters[fmt.Sprintf("%.1f %s", r.Size, r.Font)] += len(r.Text)
				}
			}
		}
	}
	best := ""
	for _, k := range slices.Sorted(maps.Keys(letters)) {
		if best == "" || letters[k] > letters[best] {
			best = k
		}
	}
	s, font, _ := strings.Cut(best, " ")
	size, _ = strconv.ParseFloat(s, 64)
	return font, size
}

// written is a line of plain text.
func written(page int, text, font string, size, x, baseline float64) model.Line {
	box := model.Box{x, baseline - 0.9*size, x + 0.45*size*float64(len(text)), baseline + 0.2*size}
	return model.Line{Page: page, Box: box, Baseline: baseline, Size: size, Runs: []model.Run{{Text: text, Font: font, Size: size, Box: box}}}
}

// shifted moves what of a page stands below a height further down.
func shifted(p *model.Page, from, by float64) {
	down := func(b model.Box) model.Box { return model.Box{b[0], b[1] + by, b[2], b[3] + by} }
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Box.Top() < from {
			continue
		}
		l.Box = down(l.Box)
		if l.Dir == model.Rightward || l.Dir == model.Leftward {
			l.Baseline += by
		}
		for k := range l.Runs {
			l.Runs[k].Box = down(l.Runs[k].Box)
		}
	}
	for i := range p.Rules {
		switch b := &p.Rules[i].Box; {
		case b.Top() >= from:
			*b = down(*b)
		case b.Bottom() > from:
			b[3] += by
		}
	}
	p.Height += by
}

// put adds lines where their heights belong.
func put(p *model.Page, lines ...model.Line) {
	p.Lines = append(p.Lines, lines...)
	slices.SortStableFunc(p.Lines, func(a, b model.Line) int {
		switch {
		case a.Baseline < b.Baseline:
			return -1
		case a.Baseline > b.Baseline:
			return 1
		}
		return 0
	})
}

// coverParagraph writes three lines into the widest gap of the first page.
func coverParagraph(d *model.Document, _ *model.Report) bool {
	p := &d.Pages[0]
	font, size := plainFont(d)
	for i := 1; i < len(p.Lines); i++ {
		above, below := &p.Lines[i-1], &p.Lines[i]
		if y := above.Box.Bottom() + 2*size; below.Box.Top()-y > 6*size {
			put(p,
				written(1, "The tide gauges of the coast were kept by volunteers, to whom the", font, size, 90, y+size),
				written(1, "authors owe their thanks. What is said here is said by the authors", font, size, 90, y+2.2*size),
				written(1, "alone and binds neither the keepers nor their towns.", font, size, 90, y+3.4*size))
			return true
		}
	}
	return false
}

// tallHeads puts five lines above all else on each page but the first.
func tallHeads(d *model.Document, _ *model.Report) bool {
	font, size := plainFont(d)
	size *= 0.8
	for i := range d.Pages {
		p := &d.Pages[i]
		if i == 0 || len(p.Lines) == 0 {
			continue
		}
		const top = 20
		shifted(p, 0, 7*1.2*size)
		var lines []model.Line
		for k, text := range []string{"Tide Gauge Institute", "School of Coasts and Harbours", "Working Group on Promises", "Series of Reports, Volume 7", "Not for sale"} {
			lines = append(lines, written(i+1, text, font, size, 72, top+1.2*size*float64(k+1)))
		}
		put(p, lines...)
	}
	return true
}

// remarks puts a paragraph of two lines behind the last sentence of each section.
func remarks(d *model.Document, base *model.Report) bool {
	font, size := plainFont(d)
	type place struct {
		page int
		box  model.Box
	}
	var ends []place
	for _, c := range base.Commitments {
		for _, v := range c.Verdicts {
			if v.Concluding == nil || len(v.Concluding.At) == 0 {
				continue
			}
			at := v.Concluding.At[len(v.Concluding.At)-1]
			ends = append(ends, place{at.Page, at.Box})
		}
	}
	// From the foot of the last page up, so that places stay where they are.
	slices.SortStableFunc(ends, func(a, b place) int {
		switch {
		case a.page != b.page:
			return b.page - a.page
		case a.box.Bottom() > b.box.Bottom():
			return -1
		}
		return 1
	})
	for _, e := range ends {
		p := &d.Pages[e.page-1]
		y := e.box.Bottom()
		shifted(p, y-1, 4.5*size)
		put(p,
			written(e.page, "Readers who know of more are asked to write to the institute, which will", font, size, e.box.X0(), y+2.2*size),
			written(e.page, "gladly look at it for the next edition.", font, size, e.box.X0(), y+3.4*size))
	}
	return len(ends) > 0
}

func noBold(d *model.Document, _ *model.Report) bool {
	bold := false
	for i := range d.Pages {
		for j := range d.Pages[i].Lines {
			for k := range d.Pages[i].Lines[j].Runs {
				r := &d.Pages[i].Lines[j].Runs[k]
				bold = bold || r.Bold
				r.Bold = false
				r.Font = strings.NewReplacer("-Bold", "", "Bold", "", ",Bold", "").Replace(r.Font)
			}
		}
	}
	return bold
}

func fontsRenamed(d *model.Document, _ *model.Report) bool {
	names := map[string]string{}
	for i := range d.Pages {
		for j := range d.Pages[i].Lines {
			for k := range d.Pages[i].Lines[j].Runs {
				r := &d.Pages[i].Lines[j].Runs[k]
				if names[r.Font] == "" {
					names[r.Font] = fmt.Sprintf("F%d", len(names)+1)
				}
				r.Font = names[r.Font]
			}
		}
	}
	return true
}

// contentsPage puts a table of contents behind the first page; reports that have one
// are left as they are.
func contentsPage(d *model.Document, base *model.Report) bool {
	for _, p := range d.Pages[:min(4, len(d.Pages))] {
		for _, l := range p.Lines {
			if strings.Contains(strings.ToLower(l.Text()), "contents") {
				return false
			}
		}
	}
	font, size := plainFont(d)
	lines := []model.Line{written(2, "Table of Contents", font, 1.4*size, 72, 90)}
	y := 120.0
	for _, c := range base.Commitments {
		if len(c.At) == 0 || c.Title == "" {
			continue
		}
		entry := fmt.Sprintf("%d. %s ", c.Number, c.Title)
		lines = append(lines, written(2, entry+strings.Repeat(".", max(3, 90-len(entry)))+" "+strconv.Itoa(c.At.Page()+1), font, size, 72, y))
		y += 1.5 * size
	}
	if len(lines) < 2 {
		return false
	}
	p := model.Page{Width: d.Pages[0].Width, Height: d.Pages[0].Height, Lines: lines}
	d.Pages = slices.Insert(d.Pages, 1, p)
	numberPages(d)
	return true
}

// noPageNumbers takes lone numbers off the heads and feet of pages.
func noPageNumbers(d *model.Document, _ *model.Report) bool {
	taken := false
	for i := range d.Pages {
		p := &d.Pages[i]
		n := len(p.Lines)
		p.Lines = slices.DeleteFunc(p.Lines, func(l model.Line) bool {
			_, err := strconv.Atoi(strings.Trim(l.Text(), "–-| "))
			return err == nil && (l.Box.Top() > 0.9*p.Height || l.Box.Bottom() < 0.1*p.Height)
		})
		taken = taken || len(p.Lines) < n
	}
	return taken
}

// stamped puts a word in large letters over each page.
func stamped(d *model.Document, _ *model.Report) bool {
	font, size := plainFont(d)
	for i := range d.Pages {
		p := &d.Pages[i]
		if len(p.Lines) > 0 {
			put(p, written(i+1, "EMBARGOED", font, 5*size, 0.15*p.Width, 0.55*p.Height))
		}
	}
	return true
}
