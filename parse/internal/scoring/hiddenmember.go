package scoring

import (
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
)

// doubtHiddenMembers says of a matrix where members' names stand over one column with other
// heads: a piece that goes over several columns has hidden what is between them, and with
// it the scores of these members.
func (r *Reader) doubtHiddenMembers(t *sheet.Table, head int, members map[int]string) {
	for _, c := range t.Row(head) {
		if members[c.Col] == "" && r.hidesMembers(c) {
			r.Warn("member-unknown", "members are named over one column of the matrix with others: "+c.Text.Text, t.Where())
		}
	}
}

// hidesMembers reports whether a cell names two members, or one in a piece of its own beside
// others.
func (r *Reader) hidesMembers(c *sheet.Cell) bool {
	named, beside := 0, false
	for _, pt := range c.Parts {
		for _, w := range grid.Pieces(pt.L) {
			if w.From < pt.From || w.To > pt.To {
				continue
			}
			if s, _ := r.Raw(w); r.IsMember(s) {
				named++
			} else {
				beside = true
			}
		}
	}
	return named > 1 || named > 0 && beside || len(r.Vocab.MembersIn(c.Text.Text)) > 1
}
