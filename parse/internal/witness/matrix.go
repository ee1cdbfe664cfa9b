package witness

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// DoubtMatrixMembers warns of summary tables that lack members whom every
// chapter has in its table, or rows for chapters: a column or the end of the
// table was lost. A table that shares few members with the chapters, such as
// one of a region, is no such table; what one of several tables lacks another
// may have.
func (r *Reader) DoubtMatrixMembers() {
	everywhere := r.membersOfAllChapters()
	if len(everywhere) < sheet.MinMatrixMembers {
		return
	}
	held := map[string]bool{}
	rows := 0
	for i := range r.Rep.Matrices {
		rows += len(r.Rep.Matrices[i].Rows)
		for _, code := range r.Rep.Matrices[i].Members {
			held[code] = true
		}
	}
	var missing []string
	for _, code := range everywhere {
		if !held[code] {
			missing = append(missing, code)
		}
	}
	for i := range r.Rep.Matrices {
		m := &r.Rep.Matrices[i]
		shared := 0
		for _, code := range m.Members {
			if slices.Contains(everywhere, code) {
				shared++
			}
		}
		if 2*shared <= len(everywhere) {
			continue
		}
		about := sheet.PointerTo("matrices", i)
		if len(missing) > 0 && len(missing) <= shared {
			r.Doubt("matrix-members", "every chapter has members of whom none was found in the summary table: "+strings.Join(missing, ", "), m.At, about)
		}
		if n := len(r.Rep.Commitments); rows < n {
			r.Doubt("matrix-rows", fmt.Sprintf("%d rows were found in the summary tables, and there are %d chapters", rows, n), m.At, about)
		}
	}
}

// membersOfAllChapters gives the members that the tables of all chapters have,
// in the order of the first; none where a chapter has no table.
func (r *Reader) membersOfAllChapters() []string {
	var out []string
	for i := range r.Rep.Commitments {
		a := r.Rep.Commitments[i].Assessment
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
