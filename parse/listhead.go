package parse

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// headsList reports whether block i is the head of a column ("Commitment") right
// over a table that lists the commitments under a caption of its own: no part of
// a chapter, though it is worded as one.
func (r *reading) headsList(i int) bool {
	if i == 0 || i+1 >= len(r.blocks) || r.blocks[i].table != nil {
		return false
	}
	kind, ok := r.sectionKind(r.blocks[i])
	if !ok || kind != vocabulary.HeadingCommitment {
		return false
	}
	above, below := r.blocks[i-1], r.blocks[i+1]
	if above.table != nil || below.table == nil || above.page != below.page || !isCaption(r.content(above).Text) {
		return false
	}
	return r.isCommitmentsList(below.table) && !r.isRubric(below.table)
}

// countsEntries reports whether what stands before the texts of a table counts
// them from 1 on instead of naming levels of the scale.
func (r *reading) countsEntries(t *table) bool {
	due := 1
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) < 2 {
			continue
		}
		if listNumber(cs[0].text.Text) != due {
			return false
		}
		due++
	}
	return due > 2
}

// cutQuoted parts a listed commitment behind the serial in brackets after which
// its quotation begins.
func cutQuoted(s string) (head, promise string, ok bool) {
	for _, sep := range []string{"): “", ") “"} {
		if head, promise, ok = strings.Cut(s, sep); ok {
			return head, promise, true
		}
	}
	return s, "", false
}
