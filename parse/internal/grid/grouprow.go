package grid

import (
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// Early summary tables stand in groups of issue areas: each begins with a row of
// its name and the group's mean, and the heads of the columns are printed again
// over it.

// repeatedHeads gives the lines of an open table that print its heads again
// below its first row of scores.
func (r *Reader) repeatedHeads(ls []*sheet.Line, scored int) map[*sheet.Line]bool {
	heads := map[string]bool{}
	named := false
	for _, l := range ls[:max(scored, 0)] {
		members := r.memberWords(l)
		heads[l.Printed] = len(Pieces(l)) > 1 || members > 1
		named = named || members >= sheet.MinMatrixMembers
	}
	if !named {
		return nil
	}
	out := map[*sheet.Line]bool{}
	for _, l := range ls[max(scored, 0):] {
		if heads[l.Printed] && !r.scoreRow(l) {
			out[l] = true
		}
	}
	return out
}

// headedAgain reports whether line j below the score row i prints again the
// members that are named over that row: another group of the same table begins,
// however far from the one before.
func (r *Reader) headedAgain(ls []*sheet.Line, i, j int) bool {
	return i > 0 && r.namesMembers(ls[i-1]) && r.namesMembers(ls[j]) && slices.Equal(r.memberNames(ls[i-1]), r.memberNames(ls[j]))
}

// memberNames are the members that a line names, in their order.
func (r *Reader) memberNames(l *sheet.Line) []string {
	var out []string
	for _, pc := range Pieces(l) {
		for _, w := range r.headWords(pc) {
			if s := w.Text(); r.IsMember(s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// groupHeads gives the lines of an open table that print its members again over
// a group of rows, behind the group's own name: a row without scores.
func (r *Reader) groupHeads(ls []*sheet.Line, scored int) map[*sheet.Line]bool {
	if scored < 1 || !slices.ContainsFunc(ls[:scored], r.namesMembers) {
		return nil
	}
	heads := map[string]bool{}
	for _, l := range ls[:scored] {
		heads[l.Printed] = true
	}
	out := map[*sheet.Line]bool{}
	for _, l := range ls[scored:] {
		ps := Pieces(l)
		label, _ := r.Raw(ps[0])
		if !heads[l.Printed] && !r.scoreRow(l) && !r.IsMember(label) && len(ps) > sheet.MinMatrixMembers && r.namesMembers(l) {
			out[l] = true
		}
	}
	return out
}

// headsGroup reports whether line i of an open table is the name of a group of
// members ("Europe") and nothing else: the row below it begins with a whole
// member's name, and so does the one above, so that it is part of neither.
func (r *Reader) headsGroup(ls []*sheet.Line, i int) bool {
	l := ls[i]
	if i+1 >= len(ls) || l.Dir != model.Rightward || len(Pieces(l)) != 1 || !sheet.HasLetter(l.Printed) || strings.ContainsAny(l.Printed, "0123456789") || r.IsMember(l.Printed) || r.isHead(l.Printed) {
		return false
	}
	member := func(l *sheet.Line) bool {
		label, _ := r.Raw(Pieces(l)[0])
		return r.scoreRow(l) && r.IsMember(label)
	}
	if near := 2.2 * l.Size; l.Bold && (lead(l, ls[i+1]) > near || i > 0 && lead(ls[i-1], l) > near) {
		return false // a heading stands apart
	}
	if !member(ls[i+1]) || math.Abs(l.Box.X0()-ls[i+1].Box.X0()) > 3*l.Size || r.IsMember(l.Printed+" "+Pieces(ls[i+1])[0].L.Runs[0].Text) {
		return false
	}
	return i > 0 && (member(ls[i-1]) || len(Pieces(ls[i-1])) > 1 && !r.scoreRow(ls[i-1]))
}

// memberWords is how many words of a line name a member by themselves.
func (r *Reader) memberWords(l *sheet.Line) int { return len(r.memberNames(l)) }
