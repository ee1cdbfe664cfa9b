package parse

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/model"
)

// doubtMatrixMembers warns of summary tables that lack members whom every
// chapter has in its table, or rows for chapters: a column or the end of the
// table was lost. A table that shares few members with the chapters, such as
// one of a region, is no such table; what one of several tables lacks another
// may have.
func (r *reading) doubtMatrixMembers() {
	everywhere := r.membersOfAllChapters()
	if len(everywhere) < minMatrixMembers {
		return
	}
	held := map[string]bool{}
	rows := 0
	for i := range r.rep.Matrices {
		rows += len(r.rep.Matrices[i].Rows)
		for _, code := range r.rep.Matrices[i].Members {
			held[code] = true
		}
	}
	var missing []string
	for _, code := range everywhere {
		if !held[code] {
			missing = append(missing, code)
		}
	}
	for i := range r.rep.Matrices {
		m := &r.rep.Matrices[i]
		shared := 0
		for _, code := range m.Members {
			if slices.Contains(everywhere, code) {
				shared++
			}
		}
		if 2*shared <= len(everywhere) {
			continue
		}
		about := pointerTo("matrices", i)
		if len(missing) > 0 && len(missing) <= shared {
			r.doubt("matrix-members", "every chapter has members of whom none was found in the summary table: "+strings.Join(missing, ", "), m.At, about)
		}
		if n := len(r.rep.Commitments); rows < n {
			r.doubt("matrix-rows", fmt.Sprintf("%d rows were found in the summary tables, and there are %d chapters", rows, n), m.At, about)
		}
	}
}

// membersOfAllChapters gives the members that the tables of all chapters have,
// in the order of the first; none where a chapter has no table.
func (r *reading) membersOfAllChapters() []string {
	var out []string
	for i := range r.rep.Commitments {
		a := r.rep.Commitments[i].Assessment
		if a == nil || len(a.Scores) == 0 {
			return nil
		}
		has := func(code string) bool {
			return slices.ContainsFunc(a.Scores, func(s model.Score) bool { return s.Member == code })
		}
		if i == 0 {
			for _, s := range a.Scores {
				if s.Member != "" {
					out = append(out, s.Member)
				}
			}
			continue
		}
		out = slices.DeleteFunc(out, func(code string) bool { return !has(code) })
	}
	return out
}
