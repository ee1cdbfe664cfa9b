package parse

import "slices"

// Early summary tables stand in groups of issue areas: each begins with a row of
// its name and the group's mean, and the heads of the columns are printed again
// over it.

// repeatedHeads gives the lines of an open table that print its heads again
// below its first row of scores.
func (r *reading) repeatedHeads(ls []*line, scored int) map[*line]bool {
	heads := map[string]bool{}
	named := false
	for _, l := range ls[:max(scored, 0)] {
		members := r.memberWords(l)
		heads[l.text] = len(pieces(l)) > 1 || members > 1
		named = named || members >= minMatrixMembers
	}
	if !named {
		return nil
	}
	out := map[*line]bool{}
	for _, l := range ls[max(scored, 0):] {
		if heads[l.text] && !r.scoreRow(l) {
			out[l] = true
		}
	}
	return out
}

// groupHeads gives the lines of an open table that print its members again over
// a group of rows, behind the group's own name: a row without scores.
func (r *reading) groupHeads(ls []*line, scored int) map[*line]bool {
	if scored < 1 || !slices.ContainsFunc(ls[:scored], r.namesMembers) {
		return nil
	}
	heads := map[string]bool{}
	for _, l := range ls[:scored] {
		heads[l.text] = true
	}
	out := map[*line]bool{}
	for _, l := range ls[scored:] {
		ps := pieces(l)
		label, _ := r.raw(ps[0])
		if !heads[l.text] && !r.scoreRow(l) && !r.isMember(label) && len(ps) > minMatrixMembers && r.namesMembers(l) {
			out[l] = true
		}
	}
	return out
}

// memberWords is how many words of a line name a member by themselves.
func (r *reading) memberWords(l *line) int {
	n := 0
	for _, pc := range pieces(l) {
		for _, w := range r.headWords(pc) {
			if r.isMember(w.Text()) {
				n++
			}
		}
	}
	return n
}
