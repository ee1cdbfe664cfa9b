package margin

import (
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
)

// leastRaisedDots is how many scores with a raised dot show that a document sets
// its decimals so.
const leastRaisedDots = 2

// InUsualForm is the document with rare signs and decimal marks of scores in their
// usual form (script.UsualForm), so that no stage has to know them. What it is
// given stays as it is; most documents have none.
func InUsualForm(doc *model.Document) *model.Document {
	dots := 0
	for i := range doc.Pages {
		for j := range doc.Pages[i].Lines {
			for _, run := range doc.Pages[i].Lines[j].Runs {
				dots += script.RaisedDots(run.Text)
			}
		}
	}
	out := doc
	for i := range doc.Pages {
		var lines []model.Line // of the page, once one of them has changed
		for j := range doc.Pages[i].Lines {
			runs, changed := runsInUsualForm(doc.Pages[i].Lines[j].Runs, dots >= leastRaisedDots)
			if !changed {
				continue
			}
			if out == doc {
				copied := *doc
				copied.Pages = slices.Clone(doc.Pages)
				out = &copied
			}
			if lines == nil {
				lines = slices.Clone(doc.Pages[i].Lines)
				out.Pages[i].Lines = lines
			}
			lines[j].Runs = runs
		}
	}
	return out
}

// runsInUsualForm gives the runs of a line and whether one of them has changed. A
// sign that stands in a run of its own is seen with its neighbours.
func runsInUsualForm(runs []model.Run, dots bool) ([]model.Run, bool) {
	changed := false
	for k := range runs {
		text := runs[k].Text
		if !script.HasRareForm(text, dots) {
			continue
		}
		var before strings.Builder
		for b, r := range runs[:k+1] {
			if r.Space && b > 0 {
				before.WriteByte(' ')
			}
			if b < k {
				before.WriteString(r.Text)
			}
		}
		behind := ""
		if k+1 < len(runs) {
			if behind = runs[k+1].Text; runs[k+1].Space {
				behind = " " + behind
			}
		}
		if usual := script.UsualForm(before.String(), text, behind, dots); usual != text {
			if !changed {
				runs, changed = slices.Clone(runs), true
			}
			runs[k].Text = usual
		}
	}
	return runs, changed
}
