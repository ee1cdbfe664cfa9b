package texts

import (
	"maps"
	"slices"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

// A table and the reports that it was made from often lie in one folder. Nobody says that
// they belong together, so more is wanted than with --against: most of both must have a
// partner, and a row may be that of another file.

// fewestJoined is how many commitments a table and a report must have in common.
const fewestJoined = 2

// besideTable looks up a table's rows in the whole reports among the other files of the run.
func besideTable(p *rule.Pass) {
	here := p.Here()
	if here == nil || !here.Table {
		return
	}
	whole := map[int]*across.Source{} // by year, that with the most commitments
	results := map[*across.Source]across.Result{}
	against := p.HeldAgainst()
	for _, other := range p.OtherReports() {
		if ok, _ := across.Comparable(here, other); !ok || !across.Speaks(here, other) || slices.Contains(against, other) {
			continue
		}
		results[other] = across.Compare(here, other, reckon.Holds)
		if w := whole[other.Year]; other.Year != 0 && (w == nil || len(other.Entries()) > len(w.Entries())) {
			whole[other.Year] = other
		}
	}
	for _, year := range slices.Sorted(maps.Keys(whole)) {
		other := whole[year]
		res := results[other]
		entries := len(other.Entries())
		joined := entries - len(res.Missing)
		if res.Compared == 0 || joined < fewestJoined {
			continue
		}
		if _, why := frontmatter.SelectedCommitments(rule.NewPass(p.Context(), other.Report(), p.Vocabulary, nil, rule.OtherFiles{}), frontmatter.FrontTexts(other.Report())); why != "" {
			p.Undecided(1, why)
			continue
		}
		alone := slices.DeleteFunc(slices.Clone(res.Alone), func(e across.Entry) bool {
			if across.HasSerial(other, e) {
				return true // with other words: which of the two is meant is not known
			}
			for o, r := range results {
				if o != other && o.Year == year && !slices.ContainsFunc(r.Alone, func(a across.Entry) bool { return a.Commitment == e.Commitment }) {
					return true
				}
			}
			return false
		})
		missing := slices.DeleteFunc(slices.Clone(res.Missing), func(e across.Entry) bool { return across.HasSerial(here, e) })
		if len(alone) >= joined || len(missing) >= joined {
			p.Undecided(1, "table and report have few commitments in common: one may be a selection")
			continue
		}
		p.Checked(entries)
		withoutPartner(p, other, alone, missing)
	}
}
