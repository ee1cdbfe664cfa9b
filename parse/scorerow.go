package parse

import "recount.invalid/recount/notation"

// A chapter's table may lie on its side: the members stand over the columns,
// often by three letters, and one row below them holds their scores, with the
// average at its end. It is the same in form as a matrix with one commitment,
// so it is a chapter's table only inside a chapter that has none yet.

// rowUnderMembers reports whether a row of scores at ls[first] stands right
// under a line that names a member over most of its columns: it is a table
// though it has no second row.
func (r *reading) rowUnderMembers(ls []*line, head, first int) bool {
	if head >= first || !r.namesMembers(ls[head]) {
		return false
	}
	figures := 0
	for _, pc := range pieces(ls[first]) {
		n, _, other := r.countFigures(pc)
		if other > 0 && hasLetter(ls[first].text) {
			continue // the row's label
		}
		figures += n
	}
	named := 0
	for _, pc := range pieces(ls[head]) {
		if s, _ := r.raw(pc); r.isMember(s) {
			named++
		}
	}
	return figures >= minMatrixMembers && 5*named >= 4*(figures-1)
}

// uprightScores gives a chapter's table that lies on its side with its rows as
// columns; nil where the table is none, or has a second row of scores: a matrix.
func (r *reading) uprightScores(t *table) *table {
	head, members, _ := r.matrixHead(t)
	if head < 0 {
		return nil
	}
	upright := t.transposed()
	upright.assessment = nil
	scored := map[int]bool{}
	for row := head + 1; row < t.rows; row++ {
		for _, c := range t.row(row) {
			v, ok, na := notation.ParseScore(r.vocab, c.text.Text)
			if members[c.col] == "" || !ok && !na {
				continue
			}
			if ok && (v < -1 || v > 1) {
				return nil // counts
			}
			scored[row] = true
		}
	}
	if len(scored) != 1 || !r.isAssessment(upright) {
		return nil
	}
	return upright
}
