package chapter

import (
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/paragraph"
)

// A chapter's scores may stand in several tables, one below another, and their
// average in a line of its own below them.

// addScores adds the scores of the next part of a chapter's table.
func (r *Reader) addScores(c *Chapter, more *model.Assessment) {
	a := c.Rep.Assessment
	a.Scores = append(a.Scores, more.Scores...)
	a.Heads = append(a.Heads, more.Heads...)
	a.At = append(a.At, more.At...)
	if a.Average == nil {
		a.Average = more.Average
	}
}

// maxHeadsAgain is how many blocks the heads of a table's columns have at most where they
// are printed again over its rest on the next page.
const maxHeadsAgain = 4

// headsAgain reports whether what stands behind the table at block i up to block j, on the
// page of block j, is no more than the heads of the table's columns, printed again: each
// begins as a block above the table does.
func (r *Reader) headsAgain(bs []*paragraph.Block, i, j int) bool {
	if i < 0 || i >= j || j-i-1 > maxHeadsAgain {
		return false
	}
	for _, b := range bs[i+1 : j] {
		if b.Table != nil || b.Page != bs[j].Page {
			return false
		}
		text := r.Content(b).Text
		again := func(above *paragraph.Block) bool {
			if above.Table != nil {
				return false
			}
			before := r.Content(above).Text
			return before != "" && (strings.HasPrefix(text, before) || strings.HasPrefix(before, text))
		}
		if !slices.ContainsFunc(bs[max(0, i-maxHeadsAgain):i], again) {
			return false
		}
	}
	return true
}

// tableGoesOver reports whether the table of scores at block j is the rest of the one at
// block i, which a page's end has cut: it has other members, and at most the heads of the
// columns stand between the two.
func (r *Reader) tableGoesOver(i, j int) bool {
	if i < 0 || r.Blocks[i].Page.Number+1 != r.Blocks[j].Page.Number {
		return false
	}
	return r.headsAgain(r.Blocks, i, j) && r.OtherMembers(r.Blocks[i].Table, r.Blocks[j].Table)
}

// averageBehind reads block i as the average of the chapter's scores, where it
// stands right behind their table, which has none, and says nothing else.
func (r *Reader) averageBehind(c *Chapter, i int) bool {
	a := c.Rep.Assessment
	if a == nil || a.Average != nil || c.scoresEnd != i || i == 0 {
		return false
	}
	text := r.Content(c.blocks[i])
	label, figure, ok := strings.Cut(text.Text, ":")
	if figure = strings.TrimRight(strings.TrimSpace(figure), "."); !ok || len(label) > maxAverageLabel || !r.AveragesRow(label, []string{figure}) {
		return false
	}
	avg, ok := r.Average(figure)
	if !ok {
		return false
	}
	avg.Label, avg.Text, avg.At = label, figure, text.At
	a.Average = &avg
	return true
}

// maxAverageLabel bounds what stands before such an average, in bytes.
const maxAverageLabel = 60

// averageStated reads a block that is an average with its label and nothing else,
// wherever it stands before the members' sections (below the promise, below the text of
// the assessment, over the table) or at the end of the chapter.
func (r *Reader) averageStated(c *Chapter, text model.Text) bool {
	avg, ok := r.StatedAverage(text.Text)
	if !ok {
		return false
	}
	avg.At = text.At
	c.stated, c.statedTexts = append(c.stated, avg), append(c.statedTexts, text)
	return true
}

// takeStatedAverage gives the chapter the average that it states in a line of its own,
// where its table has none. Lines that are not taken stay text.
func (r *Reader) takeStatedAverage(c *Chapter) {
	avg, used := r.OwnAverage(c.stated)
	if a := c.Rep.Assessment; a != nil && a.Average != nil {
		avg = nil
	}
	for i, t := range c.statedTexts {
		if avg == nil || !used[i] {
			c.Rep.Background = append(c.Rep.Background, t)
		}
	}
	if avg == nil {
		return
	}
	if c.Rep.Assessment == nil {
		c.Rep.Assessment = &model.Assessment{Scores: []model.Score{}, At: avg.At}
	}
	a := c.Rep.Assessment
	a.Average = avg
	for i, t := range c.statedTexts {
		if used[i] {
			a.Footnotes = append(a.Footnotes, t.Footnotes...)
		}
	}
}
