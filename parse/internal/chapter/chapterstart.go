package chapter

import (
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// The words that head the parts of a chapter head other things too: an
// introduction has 'The Commitments' and 'The Compliance Score' in it. What
// speaks for and against a chapter at such words is summed here.

// startEvidence is something that speaks for or against a chapter at a block.
type startEvidence int

const (
	startTable startEvidence = iota
	startNumbered
	startListed
	startParts
	startUnderOther
	startHeadBetween
	startMatrixBetween
	startCaptioned
	startEvidences
)

// startWeights are the weights of evidence. Without any a part of a chapter
// begins one: startFloor is 0.
var startWeights = [startEvidences]int{
	startTable:         10, // it is a table of scores
	startNumbered:      3,  // the heading above has a number
	startListed:        4,  // the heading above stands in the table of contents
	startParts:         2,  // another part of a chapter follows, or a member's section
	startUnderOther:    -2, // a larger heading above it says that this is the introduction, the conclusion …
	startHeadBetween:   -4, // before its table and sections comes a heading that is a chapter's itself
	startMatrixBetween: -4, // so does a summary table
	startCaptioned:     -9, // what heads it is the title of a table ("Table 1: …")
}

const startFloor = 0

// outlineReach bounds how far the heading is looked for under which a block
// stands, and the next part of a chapter behind it, in blocks.
const outlineReach = 120

// beginsChapter weighs whether the chapter's part at block i, with its heading
// at block h (i where there is none), begins a chapter.
func (r *Reader) beginsChapter(i, h int, kind string) bool {
	sum := 0
	add := func(e startEvidence, holds bool) {
		if holds {
			sum += startWeights[e]
		}
	}
	add(startTable, kind == anchorTable)
	if h < i {
		n, _, numbered := sheet.LeadingFigure(r.Content(r.Blocks[h]).Text)
		add(startNumbered, numbered && n > 0)
		add(startListed, r.ListedInContents(h))
	}
	add(startCaptioned, h < i && sheet.IsCaption(r.Content(r.Blocks[h]).Text))
	add(startUnderOther, h == i && r.underOther(i))
	parts, head, matrix := r.beforeNextPart(i, kind)
	add(startParts, parts)
	add(startHeadBetween, head)
	add(startMatrixBetween, matrix)
	return sum >= startFloor
}

// underOther reports whether the nearest larger heading above a block opens a
// part of the report that is no chapter.
func (r *Reader) underOther(i int) bool {
	size := r.Blocks[i].Size
	for j := i - 1; j >= 0 && j >= i-outlineReach; j-- {
		b := r.Blocks[j]
		if !r.HeadingLike(b) || b.Size < size*1.03 {
			continue
		}
		kind, ok := r.SectionKind(b)
		return ok && !paragraph.ChapterKinds[kind]
	}
	return false
}

// beforeNextPart looks from a chapter's part on to its table of scores or its
// first member's section: whether another part or one of these comes, and
// whether a heading of another chapter or a summary table comes before.
func (r *Reader) beforeNextPart(i int, kind string) (parts, head, matrix bool) {
	from := r.Blocks[i]
	for j := i + 1; j < len(r.Blocks) && j <= i+outlineReach; j++ {
		b := r.Blocks[j]
		next := r.anchorKind(b)
		_, _, _, member := r.MemberHeading(b)
		switch {
		case next == kind && partKinds[kind]:
			return parts, false, matrix
		case next == anchorTable || member:
			return true, false, matrix
		case next != "":
			parts = true
		case b.Table != nil:
			matrix = matrix || r.IsMatrix(b.Table) && r.AssessmentTable(b.Table) == nil
		case b.Size > from.Size*1.03 && r.HeadingLike(b):
			n, _, numbered := sheet.LeadingFigure(r.Content(b).Text)
			if numbered && n > 0 || r.ListedInContents(j) {
				return parts, true, matrix
			}
		}
	}
	return parts, false, matrix
}

// partKinds are the kinds of a chapter's parts that stand once in each.
var partKinds = map[string]bool{
	vocabulary.HeadingCommitment: true, vocabulary.HeadingAssessment: true, vocabulary.HeadingBackground: true, anchorTable: true,
}
