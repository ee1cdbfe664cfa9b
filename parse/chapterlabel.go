package parse

// A chapter's heading may be set in two blocks, the word for a chapter with its
// number over the title; and headings without a known name may stand between it
// and the first part that is known. Then the table of contents says which is the
// chapter's.

// maxLabel bounds the line that labels a chapter, in code points.
const maxLabel = 24

// isLabel reports whether a block is the word for a chapter with a number and
// nothing else ("COMMITMENT 3").
func (r *reading) isLabel(b *block) bool {
	if b.table != nil || len(b.lines) != 1 || b.lines[0].chars > maxLabel {
		return false
	}
	text := r.content(b).Text
	if _, _, plain := leadingFigure(text); plain {
		return false
	}
	n, rest, ok := r.headingNumber(text + " ")
	return ok && n > 0 && rest == ""
}

// findLabels finds the labels over titles: right below each stands a heading that
// is none of a part or a member, larger than the text or in the table of contents.
func (r *reading) findLabels() {
	r.labels = map[*block]bool{}
	for i, b := range r.blocks {
		if i+1 == len(r.blocks) || !r.isLabel(b) {
			continue
		}
		next := r.blocks[i+1]
		if next.table != nil || next.page != b.page || !r.headingLike(next) {
			continue
		}
		if _, part := r.sectionKind(next); part {
			continue
		}
		if _, _, _, member := r.memberHeading(next); member {
			continue
		}
		if r.listedInContents(i+1) || next.size > next.lines[0].bodySize()*leadingSize {
			r.labels[b] = true
		}
	}
}

// headingByContents finds the heading of the chapter whose first known part is
// block i by the table of contents: above it, down to low, the largest heading
// that stands there, and that is larger than the part's own. -1 is none.
func (r *reading) headingByContents(i, low int) int {
	best := -1
	for j := i - 1; j >= low && j >= i-outlineReach; j-- {
		b := r.blocks[j]
		if r.labels[b] {
			return j
		}
		if b.table != nil {
			continue
		}
		if _, _, _, member := r.memberHeading(b); member {
			break
		}
		kind, known := r.sectionKind(b)
		if known && !chapterKinds[kind] {
			break
		}
		if known || !r.headingLike(b) || !r.listedInContents(j) || b.size < r.blocks[i].size*leadingSize && r.blocks[i].table == nil {
			continue
		}
		if best < 0 || b.size > r.blocks[best].size {
			best = j
		}
	}
	if best > low && r.labels[r.blocks[best-1]] {
		best--
	}
	return best
}

// withoutLabel takes the word for a chapter and its number off an entry of the
// table of contents ("Commitment 3. Title").
func (r *reading) withoutLabel(s string) (n int, rest string) {
	if _, _, plain := leadingFigure(s); plain {
		return 0, s
	}
	if n, rest, ok := r.headingNumber(s); ok && n > 0 && hasLetter(rest) {
		return n, rest
	}
	return 0, s
}
