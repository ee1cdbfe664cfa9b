package figures

import (
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// A list of figures is a ranking where it stands in the order of its figures but for one
// line, and in no other order: summits by their years, members by the alphabet or as in the
// summary table, and commitments by their numbers may fall for a while. The number at the
// head of a line is a place only where it can be one: years and serials are none.

const (
	// fewestOrdered is how many lines a list without places has at least before one of them
	// stands in the wrong place, fewestPlaced one with places, fewestShared one where two
	// lines share a place, as no numbering has it.
	fewestOrdered = 5
	fewestPlaced  = 4
	fewestShared  = 3
)

// mostRanked bounds the lists whose order is looked at, since every two of their figures are
// compared.
const mostRanked = 2000

// reOrderKey is a year, or the number with which a label begins.
var reOrderKey = lazyregexp.New(`\b(?:19|20)[0-9]{2}\b|^\s*(?:[A-Za-z]{1,3}[- ]?)?[0-9]{1,3}\b`)

// isRanking reports whether the lines of a list are in the order of their figures. sign is
// 1 where the highest stands first, otherwise −1.
func isRanking(p *rule.Pass, entries []model.RankedEntry, sign int) bool {
	values := make([]*big.Rat, 0, len(entries))
	for _, e := range entries {
		v := valueOf(e)
		if v == nil {
			return false
		}
		values = append(values, v)
	}
	if len(values) > mostRanked {
		return false
	}
	fewest := fewestOrdered
	if arePlaces(entries) && ranksRise(entries) {
		fewest = fewestPlaced
		if sharePlace(entries) {
			fewest = fewestShared
		}
	}
	off := len(values) - longestRun(values, sign)
	return off == 0 || off == 1 && len(values) >= fewest && !orderedOtherwise(p, entries)
}

// valueOf is the figure of a line as a mean; nil where it has none.
func valueOf(e model.RankedEntry) *big.Rat {
	switch {
	case e.Value != nil:
		return e.Value.Rat()
	case e.Percent != nil:
		return reckon.FromPercent(e.Percent.Rat())
	}
	return nil
}

// arePlaces reports whether the numbers at the head of the lines can be places among them.
// The first page of a table that goes on has all of them, a later one has not.
func arePlaces(entries []model.RankedEntry) bool {
	first := false
	for _, e := range entries {
		if e.Rank <= 0 || e.Rank > len(entries) {
			return false
		}
		first = first || e.Rank == 1
	}
	return first || len(entries) > 1 && entries[0].Rank == entries[1].Rank // equals may share the last of their places
}

// sharePlace reports whether two lines have one place.
func sharePlace(entries []model.RankedEntry) bool {
	for i := 1; i < len(entries); i++ {
		if entries[i].Rank == entries[i-1].Rank {
			return true
		}
	}
	return false
}

// ranksRise reports whether every line has a rank and none is before the one
// above it: the best stands first.
func ranksRise(entries []model.RankedEntry) bool {
	for i, e := range entries {
		if e.Rank <= 0 || i > 0 && e.Rank < entries[i-1].Rank {
			return false
		}
	}
	return true
}

// longestRun is how many figures are in order at most when others are left out.
func longestRun(values []*big.Rat, sign int) int {
	best := 0
	long := make([]int, len(values))
	for i, v := range values {
		long[i] = 1
		for k := range i {
			if values[k].Cmp(v)*sign >= 0 && long[k]+1 > long[i] {
				long[i] = long[k] + 1
			}
		}
		best = max(best, long[i])
	}
	return best
}

// orderedOtherwise reports whether the lines of a list are in an order of their own: by a
// date, year or number, by the alphabet, or as the report's own tables and chapters are.
func orderedOtherwise(p *rule.Pass, entries []model.RankedEntry) bool {
	if !slices.ContainsFunc(entries, func(e model.RankedEntry) bool { return e.Rank <= 0 }) && !arePlaces(entries) {
		return true // years or serials before the names
	}
	var labels, names, codes, dates, keys []string
	summits, members := 0, []int{}
	order := membersOrder(p.Report)
	for _, e := range entries {
		if elsewhere.IsSummit(p, e.Label) {
			summits++
		}
		if ds := date.FindDates(p.Vocabulary, e.Label); len(ds) > 0 {
			dates = append(dates, ds[0].EDTF)
		}
		if at := reOrderKey.FindStringIndex(e.Label); at != nil {
			key := e.Label[at[0]:at[1]]
			keys = append(keys, strings.Repeat(" ", max(0, 8-len(key)))+key)
		}
		// Unions stand at one of the ends of lists of states.
		if e.Member != "" && !isCountry(e.Member) {
			continue
		}
		labels = append(labels, strings.ToLower(e.Label))
		if e.Member != "" {
			names, codes = append(names, strings.ToLower(p.Vocabulary.MemberName(e.Member))), append(codes, e.Member)
			members = append(members, slices.Index(order, e.Member))
		}
	}
	return 2*summits >= len(entries) || slices.IsSorted(labels) ||
		len(codes) == len(labels) && len(codes) > 0 && (slices.IsSorted(names) || slices.IsSorted(codes) || slices.IsSorted(members) && members[0] >= 0) ||
		len(dates) == len(entries) && eitherWay(dates) || len(keys) == len(entries) && eitherWay(keys) || commitmentsInOrder(p.Report, entries)
}

// eitherWay reports whether keys rise or fall.
func eitherWay(keys []string) bool {
	back := slices.Clone(keys)
	slices.Reverse(back)
	return slices.IsSorted(keys) || slices.IsSorted(back)
}

// membersOrder are the members as the first table of the report that has all has them.
func membersOrder(r *model.Report) []string {
	var out []string
	for i := range r.Matrices {
		if len(r.Matrices[i].Members) > len(out) {
			out = r.Matrices[i].Members
		}
	}
	for i := range r.Commitments {
		if a := r.Commitments[i].Assessment; a != nil && len(a.Scores) > len(out) {
			out = nil
			for _, s := range a.Scores {
				out = append(out, s.Member)
			}
		}
	}
	return out
}

// commitmentsInOrder reports whether the lines are the report's commitments, most of them, as
// its summary table or its chapters have them.
func commitmentsInOrder(r *model.Report, entries []model.RankedEntry) bool {
	var names []string
	for i := range r.Commitments {
		names = append(names, strings.ToLower(r.Commitments[i].IssueArea+" "+r.Commitments[i].Title))
	}
	if len(names) == 0 && len(r.Matrices) > 0 {
		for _, row := range r.Matrices[0].Rows {
			names = append(names, strings.ToLower(row.Label))
		}
	}
	at, known := 0, 0
	for _, e := range entries {
		label := strings.ToLower(strings.TrimSpace(e.Label))
		here := slices.IndexFunc(names, func(n string) bool {
			return label != "" && (strings.Contains(n, label) || strings.TrimSpace(n) != "" && strings.Contains(label, strings.TrimSpace(n)))
		})
		if here < 0 {
			continue
		}
		if known > 0 && here < at {
			return false
		}
		at, known = here, known+1
	}
	return known >= 2 && 4*known >= 3*len(entries)
}
