package front

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
)

// Why figures of other summits are not told to be wrong, or to differ.
const (
	otherSummit = "most figures of the other summit are not those of the file that may be its report: it may be another group's"
	otherTables = "most figures of other summits are not those of the other report's tables: they may be another group's"
)

// heldSummits is what came of comparing the figures that a report gives of other summits
// with the files that may be those summits' reports. Several groups write on one summit:
// a slip stands beside figures that agree.
type heldSummits struct {
	why string // nothing is told
	// fewest is how many figures must agree for each that differs.
	fewest int
	order  []*across.Source
	agree  map[*across.Source]int
	found  map[*across.Source][]rule.Finding
}

func newHeldSummits(why string, fewest int) *heldSummits {
	return &heldSummits{why: why, fewest: fewest, agree: map[*across.Source]int{}, found: map[*across.Source][]rule.Finding{}}
}

func (h *heldSummits) holds(other *across.Source) {
	h.agree[other]++
	h.know(other)
}

func (h *heldSummits) differs(other *across.Source, f rule.Finding) {
	h.found[other] = append(h.found[other], f)
	h.know(other)
}

func (h *heldSummits) know(other *across.Source) {
	if !slices.Contains(h.order, other) {
		h.order = append(h.order, other)
	}
}

// tell gives the findings about the reports with which enough of the figures agree;
// about those that have an author of this one fewer need to.
func (h *heldSummits) tell(p *rule.Pass) {
	told := map[string]bool{} // by what is said to be stated: two files may state otherwise
	for _, other := range h.order {
		agree, found := h.agree[other], h.found[other]
		p.Checked(agree)
		enough := agree >= h.fewest*len(found)
		if !enough && oneAuthor(p, other) { // it is no other group's: what is left is to read wrongly
			enough = agreesForAuthor*agree >= len(found) || len(found) == 1
		}
		if !enough {
			p.Undecided(len(found), h.why)
			continue
		}
		p.Checked(len(found))
		for _, f := range found {
			subject, _, _ := strings.Cut(f.Message, " is stated as ")
			if key := fmt.Sprint(subject, " ", f.Stated, " ", f.At); !told[key] {
				told[key] = true
				p.Found(f)
			}
		}
	}
}

// agreesForAuthor is how many figures may differ for each that agrees where the two reports
// have an author in common.
const agreesForAuthor = 2

// oneAuthor reports whether two reports name one and the same author, by two names at least.
func oneAuthor(p *rule.Pass, other *across.Source) bool {
	for _, a := range p.Report.Report.PreparedBy {
		for _, b := range other.Report().Report.PreparedBy {
			if strings.EqualFold(a, b) && len(strings.Fields(a)) >= 2 && !p.NamesForum(strings.Fields(a)[0]) {
				return true
			}
		}
	}
	return false
}
