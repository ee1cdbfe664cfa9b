package output

import (
	"bufio"
	"io"
	"slices"

	"recount.invalid/recount/model"
)

// paragraphGap is how much wider than the page's ordinary line distance the
// step to the next line must be for a blank line to be written between them.
const paragraphGap = 1.3

// DocumentText writes a document as plain text in reading order: a line per
// line, a blank line where the page leaves one, a form feed between pages.
// It needs no compliance report, only a text layer.
//
// note says whether a line of a page (both counted from 0) belongs to the
// footnotes; such lines follow the page's body. With a nil note the lines
// stay in the order in which they were read.
func DocumentText(w io.Writer, doc *model.Document, note func(page, line int) bool) error {
	out := bufio.NewWriterSize(w, writtenAtOnce)
	for i, page := range doc.Pages {
		if i > 0 {
			out.WriteString("\f")
		}
		var body, notes []model.Line
		for j, line := range page.Lines {
			if note != nil && note(i, j) {
				notes = append(notes, line)
			} else {
				body = append(body, line)
			}
		}
		usual := usualStep(page.Lines)
		writeLines(out, body, usual)
		if len(body) > 0 && len(notes) > 0 {
			out.WriteByte('\n')
		}
		writeLines(out, notes, usual)
	}
	// A bufio.Writer keeps its first error, so that it is enough to look here.
	return out.Flush()
}

// writeLines writes lines and the blank lines between them.
func writeLines(out *bufio.Writer, lines []model.Line, usual float64) {
	for i, line := range lines {
		if i > 0 && usual > 0 {
			if s := step(lines[i-1], line); s < 0 || s > paragraphGap*usual {
				out.WriteByte('\n')
			}
		}
		out.WriteString(line.Text())
		out.WriteByte('\n')
	}
}

// step is the distance between two baselines in line heights, so that small
// print is measured by its own size; negative where the second line stands
// higher (another column, rotated text).
func step(a, b model.Line) float64 {
	if a.Dir != b.Dir {
		return -1
	}
	size := max(a.Size, b.Size)
	if size <= 0 {
		return 0
	}
	return (b.Baseline - a.Baseline) / size
}

// usualStep is the median step between the lines of a page that follow one
// another downwards, or 0 where there are none.
func usualStep(lines []model.Line) float64 {
	var steps []float64
	for i := 1; i < len(lines); i++ {
		if s := step(lines[i-1], lines[i]); s > 0 {
			steps = append(steps, s)
		}
	}
	if len(steps) == 0 {
		return 0
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}
