package chapter

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
)

// The area of a chapter and its title may be two headings: the area above the title,
// in small capitals or behind a label ("Issue area: Health"), or the title below the
// area. Which of them is the area, its name says: it is one by which areas are counted.

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

// areaAbove gives the block with which a chapter begins whose heading, or its label, is
// block first: a line above it on its page, nothing of a member's section, that names
// an area; first itself where there is none.
func (r *Reader) areaAbove(first int) int {
	if first == 0 {
		return first
	}
	b := r.Blocks[first-1]
	if b.Table != nil || len(b.Lines) != 1 || b.Page != r.Blocks[first].Page || r.areaNamed(r.Content(b).Text) == "" {
		return first
	}
	if first > 1 && r.Blocks[first-2].Page == b.Page && r.Blocks[first-2].Table == nil && r.HeadingLike(r.Blocks[first-2]) {
		return first // it belongs to the heading above it
	}
	return first - 1
}

// titleBeside looks for the title of a chapter, or its area, in a heading of its own:
// above, where what was read is the title; below, where it is the area. divided says
// that the heading has both.
func (r *Reader) titleBeside(c *Chapter, divided bool) {
	if c.area != nil {
		if !divided {
			c.Rep.Title = c.Rep.IssueArea
			c.Rep.IssueArea = r.areaNamed(r.Content(c.area).Text)
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
