package chapter

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// The area of a chapter and its title may be two headings: the area above the title,
// in small capitals or behind a label ("Issue area: Health"), or the title below the
// area. Which of them is the area, its name says: it is one by which areas are counted,
// or it stands where other chapters have such a one.

// maxAreaLabel bounds the words of a label before an area.
const maxAreaLabel = 3

// areaNamed gives the area that a line names, perhaps behind a label; "" for none.
func (r *Reader) areaNamed(s string) string {
	if _, known := r.Vocab.Area(s); known {
		return strings.TrimSpace(s)
	}
	if label, behind, ok := strings.Cut(s, ":"); ok && len(strings.Fields(label)) <= maxAreaLabel {
		if _, known := r.Vocab.Area(behind); known {
			return strings.TrimSpace(behind)
		}
	}
	return ""
}

// areaLook is how a line above the heading of a chapter is set.
type areaLook struct {
	size         int // half points
	bold, italic bool
}

// areasAbove gives for each of the chapters whose heading, or its label, is the block
// given whether it begins with the block above that: a line that names an area, or
// one that is set as the lines above other chapters that do, where these are a
// third of all such lines.
func (r *Reader) areasAbove(firsts []int) []bool {
	out := make([]bool, len(firsts))
	all, named := map[areaLook]int{}, map[areaLook]int{}
	looks := make([]*areaLook, len(firsts))
	for i, first := range firsts {
		b := r.lineAbove(first)
		if b == nil {
			continue
		}
		look := areaLook{layout.HalfPoints(b.Size), b.Bold, b.Italic}
		looks[i] = &look
		all[look]++
		if out[i] = r.areaNamed(r.Content(b).Text) != ""; out[i] {
			named[look]++
		}
	}
	for i, look := range looks {
		if look != nil && named[*look] > 0 && 3*named[*look] >= all[*look] && 2*all[*look] > len(firsts) {
			out[i] = true
		}
	}
	return out
}

// lineAbove is the block above the heading of a chapter that can name its area: a
// line on its page, no sentence, nobody's name with a role, nothing of the heading
// above; nil where there is none.
func (r *Reader) lineAbove(first int) *paragraph.Block {
	if first <= 0 {
		return nil
	}
	b := r.Blocks[first-1]
	if b.Table != nil || len(b.Lines) != 1 || b.Page != r.Blocks[first].Page || b.Lines[0].Chars > maxArea || sheet.EndsSentence(b.Lines[0].Printed) {
		return nil
	}
	if _, _, _, people := r.RoleLine(r.Content(b).Text); people {
		return nil
	}
	if first > 1 && r.Blocks[first-2].Page == b.Page && r.Blocks[first-2].Table == nil && r.HeadingLike(r.Blocks[first-2]) {
		return nil // it belongs to the heading above it
	}
	return b
}

// maxArea is how long the name of an area is at most, in code points.
const maxArea = 60

// titleBeside looks for the title of a chapter, or its area, in a heading of its own:
// above, where what was read is the title; below, where it is the area. divided says
// that the heading has both.
func (r *Reader) titleBeside(c *Chapter, divided bool) {
	if c.area != nil {
		if !divided {
			c.Rep.Title = c.Rep.IssueArea
			if c.Rep.IssueArea = r.areaNamed(r.Content(c.area).Text); c.Rep.IssueArea == "" {
				c.Rep.IssueArea = r.Content(c.area).Text
			}
		}
		r.addToHeading(c, c.area, true)
		return
	}
	if divided {
		return
	}
	if _, known := r.Vocab.Area(c.Rep.IssueArea); !known || len(c.blocks) == 0 {
		return
	}
	b := c.blocks[0]
	if b.Table != nil || b.Page != c.headings[len(c.headings)-1].Page || !r.HeadingLike(b) || r.anchorKind(b) != "" {
		return
	}
	if _, _, _, member := r.MemberHeading(b); member {
		return
	}
	if _, _, _, people := r.RoleLine(r.Content(b).Text); people {
		return
	}
	c.Rep.Title = strings.Trim(r.Content(b).Text, " ")
	c.blocks = c.blocks[1:]
	r.addToHeading(c, b, false)
}

// addToHeading puts a block to the chapter's heading, before or behind it.
func (r *Reader) addToHeading(c *Chapter, b *paragraph.Block, before bool) {
	b.Used = true
	t := r.Content(b)
	var whole model.Text
	if before {
		whole = marker.AppendText(t, *c.Rep.Heading, " ")
	} else {
		whole = marker.AppendText(*c.Rep.Heading, t, " ")
	}
	c.Rep.Heading = &whole
	c.Rep.At = whole.At
}
