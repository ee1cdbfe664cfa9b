package witness

import (
	"fmt"
	"strconv"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// checkList holds the list of commitments against the chapters. An excerpt has
// fewer chapters than its list; a chapter that the list has neither by number
// nor by serial is in doubt in any case.
func (r *Reader) checkList(check string) {
	list := r.Rep.CommitmentsList
	if len(list) == 0 || len(r.Rep.Commitments) == 0 {
		r.unsaid(check, "no list of commitments was found")
		return
	}
	listed := map[int]bool{}
	serials := map[string]bool{}
	for _, p := range list {
		listed[p.Number] = true
		serials[p.ID] = true
		serials[strconv.Itoa(p.Number)] = true // a list by serials alone
	}
	agrees := true
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		if listed[c.Number] || c.ID != "" && serials[c.ID] {
			continue
		}
		agrees = false
		r.Doubt("chapter-unlisted", fmt.Sprintf("number %d, which a chapter has, was not found in the list of commitments", c.Number),
			c.At, sheet.PointerTo("commitments", i, "number"), sheet.PointerTo("commitments", i, "heading"))
	}
	r.said(check, agrees, fmt.Sprintf("%d listed", len(list)), fmt.Sprintf("%d chapters", len(r.Rep.Commitments)))
}

// checkMatrix holds the rows of each summary table against the chapters.
// Several tables or an excerpt have other counts; a table whose rows are not
// told apart (a number twice) was not read rightly.
func (r *Reader) checkMatrix(check string) {
	if len(r.Rep.Matrices) == 0 {
		r.unsaid(check, "no summary table was found")
		return
	}
	chapters := map[int]bool{}
	for i := range r.Rep.Commitments {
		chapters[r.Rep.Commitments[i].Number] = true
	}
	for i := range r.Rep.Matrices {
		m := &r.Rep.Matrices[i]
		seen, twice, found := map[int]bool{}, false, 0
		for j := range m.Rows {
			n := m.Rows[j].Number
			twice = twice || seen[n]
			seen[n] = true
			if chapters[n] {
				found++
			}
		}
		about := sheet.PointerTo("matrices", i)
		r.said(check, !twice, fmt.Sprintf("%d rows", len(m.Rows)), fmt.Sprintf("%d of them have a chapter of their number", found), about)
		if twice {
			r.Doubt("matrix-numbers", "two rows of a summary table have the same number", model.At{}, about)
		}
	}
	r.DoubtMatrixMembers()
}
