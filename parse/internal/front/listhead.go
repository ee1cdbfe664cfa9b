package front

import (
	"strings"

	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// HeadsList reports whether block i is the head of a column ("Commitment") right
// over a table that lists the commitments under a caption of its own: no part of
// a chapter, though it is worded as one.
func (r *Reader) HeadsList(i int) bool {
	if i == 0 || i+1 >= len(r.Blocks) || r.Blocks[i].Table != nil {
		return false
	}
	kind, ok := r.SectionKind(r.Blocks[i])
	if !ok || kind != vocabulary.HeadingCommitment {
		return false
	}
	above, below := r.Blocks[i-1], r.Blocks[i+1]
	if above.Table != nil || below.Table == nil || above.Page != below.Page || !sheet.IsCaption(r.Content(above).Text) {
		return false
	}
	return r.isCommitmentsList(below.Table) && !r.IsRubric(below.Table)
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
