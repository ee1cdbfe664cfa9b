package front

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// MergeTables joins a table that goes on over a page's end: the next block
// after it is a table at the top of the next page with as many columns, or one
// that by what it says belongs to it, and no heading between, only perhaps the
// remark that it goes on or its own heading again. A repeated head is taken once.
func (r *Reader) MergeTables() {
	kept := r.Blocks[:0:0]
	for _, b := range r.Blocks {
		if k := r.tableAbove(kept, b); k >= 0 {
			a := kept[k]
			for _, remark := range kept[k+1:] {
				remark.Used = true
				a.Lines = append(a.Lines, remark.Lines...)
			}
			if !sameColumns(a.Table, b.Table) {
				byPlace(a.Table, b.Table)
			}
			a.Table.Append(b.Table)
			a.Lines = append(a.Lines, b.Lines...)
			kept = kept[:k+1]
			continue
		}
		kept = append(kept, b)
	}
	r.Blocks = kept
}

// sameColumns reports whether two parts of a table are of one form.
func sameColumns(a, b *sheet.Table) bool { return a.Cols == b.Cols && a.Ruled == b.Ruled }

// mostRemarks is how many remarks stand where a table is broken: one at the foot
// of the page, one at the head of the next.
const mostRemarks = 2

// tableAbove is the index of the block whose table goes on in block b, -1 for
// none.
func (r *Reader) tableAbove(kept []*paragraph.Block, b *paragraph.Block) int {
	if b.Table == nil {
		return -1
	}
	k, repeated := r.lastTable(kept)
	if k < 0 {
		return -1
	}
	a := kept[k].Table
	last := a.Page.Number
	for _, l := range a.Lines {
		last = max(last, l.Page)
	}
	remarked := k < len(kept)-1
	switch {
	case b.Page.Number != last+1:
		return -1
	case repeated:
		// The part with the last members may have few of them, as may the first.
		if (r.IsAssessment(a) || r.IsAssessment(b.Table)) && r.othersIn(a, b.Table) {
			return k
		}
	case sameColumns(a, b.Table), r.averagesOf(a, b.Table),
		remarked && r.IsAssessment(a) && r.IsAssessment(b.Table) && r.othersIn(a, b.Table):
		return k
	}
	return -1
}

// lastTable is the index of the last block that is a table, -1 where more follows
// it than tells of its going on: remarks, and what heads it and is repeated word
// for word above its next part (a caption, a head over several columns).
func (r *Reader) lastTable(kept []*paragraph.Block) (k int, repeated bool) {
	k = len(kept) - 1
	for len(kept)-1-k < mostRemarks && k >= 0 && kept[k].Table == nil {
		k--
	}
	if k < 0 || kept[k].Table == nil {
		return -1, false
	}
	for _, b := range kept[k+1:] {
		switch {
		case r.saysItGoesOn(b):
		case r.headsAbove(kept[:k], r.Content(b).Text):
			repeated = true
		default:
			return -1, false
		}
	}
	return k, repeated
}

// headsAbove reports whether a text is that of one of the short blocks which end
// the blocks above a table.
func (r *Reader) headsAbove(above []*paragraph.Block, text string) bool {
	for n := 1; n <= mostRemarks && n <= len(above); n++ {
		b := above[len(above)-n]
		if b.Table != nil || len(b.Lines) > mostRemarks {
			return false
		}
		if r.Content(b).Text == text {
			return true
		}
	}
	return false
}

// longestRemark bounds the remark that a table goes on, in code points.
const longestRemark = 80

// saysItGoesOn reports whether a block is nothing but the remark that something
// goes on over the page's end: '(continued)', 'Table 2: Scores, cont'd', 'continued
// on the next page'. What stands before the remark is a caption, set off from it:
// a sentence that says that somebody goes on is none.
func (r *Reader) saysItGoesOn(b *paragraph.Block) bool {
	if b.Table != nil || len(b.Lines) != 1 {
		return false
	}
	text := r.Content(b).Text
	if utf8.RuneCountInString(text) > longestRemark {
		return false
	}
	remark := text[strings.LastIndexAny(text, "([,:;\u2013\u2014")+1:]
	words := strings.FieldsFunc(remark, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '\u2019' })
	says := false
	for _, w := range words {
		switch {
		case r.Vocab.Has(vocabulary.GoesOn, w):
			says = true
		case !r.Vocab.Has(vocabulary.BesideGoesOn, w):
			return false
		}
	}
	return says
}
