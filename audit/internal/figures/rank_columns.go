package figures

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A table of published scores may have the places of its members, or of its commitments,
// beside their averages. How equal averages share a place, and from which end is counted,
// most of its places show; one that fits neither the averages as printed nor those that
// the scores give is found.

// placed is a place in a ranking and the averages that it follows from.
type placed struct {
	who            string
	rank           int
	printed, exact *big.Rat
	finding        rule.Finding
}

// ranking is how places follow from averages: the lowest and the highest that one may
// have, of how many are before it, how many different ones, and how many are equal, itself
// among them.
type ranking struct {
	text string
	of   func(before, different, equal int) (low, high int)
}

var rankings = []ranking{
	{"equal averages share the best place", func(before, _, _ int) (int, int) { return before + 1, before + 1 }},
	{"equal averages share a place and the next follows", func(_, different, _ int) (int, int) { return different + 1, different + 1 }},
	{"equal averages share the last place", func(before, _, equal int) (int, int) { return before + equal, before + equal }},
	{"equal averages in any order", func(before, _, equal int) (int, int) { return before + 1, before + equal }},
}

// rankColumns compares the places of published tables with their averages.
func rankColumns(p *rule.Pass) {
	for i := range p.Report.Summaries {
		if s := &p.Report.Summaries[i]; p.Vocabulary.HasHead(s.Label, vocabulary.HeadRank) {
			rankOrder(p, s.Label, memberPlaces(p, s))
		}
	}
	columns := map[string][]placed{}
	var order []string
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Row == 0 || c.Assessment == nil || c.Assessment.Average == nil {
			continue
		}
		printed := asMean(*c.Assessment.Average)
		if printed == nil {
			continue
		}
		for _, v := range c.Columns {
			rank, err := strconv.Atoi(strings.Trim(strings.TrimSpace(v.Value), "=#."))
			if err != nil || rank < 1 || !p.Vocabulary.HasHead(v.Name, vocabulary.HeadRank) {
				continue
			}
			if columns[v.Name] == nil {
				order = append(order, v.Name)
			}
			f := rule.About(c)
			f.Quote = strings.TrimSpace(v.Value)
			columns[v.Name] = append(columns[v.Name], placed{rule.CommitmentLabel(c), rank, printed, exactOr(reckon.TallyScores(c.Assessment.Scores, p.Vocabulary), printed), f})
		}
	}
	for _, name := range order {
		rankOrder(p, name, columns[name])
	}
}

// asMean is an average as a mean; nil where it has none.
func asMean(a model.Average) *big.Rat {
	switch {
	case a.Value != nil:
		return a.Value.Rat()
	case a.Percent != nil:
		return a.Percent.Rat()
	}
	return nil
}

// exactOr is the mean of scores that can be read, otherwise the average as printed.
func exactOr(t reckon.Tally, printed *big.Rat) *big.Rat {
	if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
		return mean
	}
	return printed
}

// memberPlaces are the places in a row of ranks, with the averages of the row of averages
// that they fit best.
func memberPlaces(p *rule.Pass, ranks *model.Summary) []placed {
	cells := map[string][]model.Score{}
	for i := range p.Report.Commitments {
		if a := p.Report.Commitments[i].Assessment; a != nil {
			for _, s := range a.Scores {
				member := s.Member
				s.Member, s.Name = "", "" // one of many of the member
				cells[member] = append(cells[member], s)
			}
		}
	}
	var best []placed
	most := -1
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		if kind, sums := summaries.KindOf(p, s.Label); sums && kind != vocabulary.SummaryShare || s == ranks || len(s.Averages) == 0 {
			continue
		}
		of := map[string]*big.Rat{}
		for _, a := range s.Averages {
			of[a.Member] = asMean(model.Average{Value: a.Value, Percent: a.Percent})
		}
		var list []placed
		for _, a := range ranks.Averages {
			printed := of[a.Member]
			if printed == nil || a.Value == nil {
				continue
			}
			f := rule.Finding{Member: a.Member, Row: ranks.Row, SheetRow: ranks.SheetRow, Quote: a.Text}
			exact := exactOr(reckon.TallyScores(cells[a.Member], p.Vocabulary), printed)
			if percents(s) {
				exact = printed // of another scale
			}
			list = append(list, placed{p.Vocabulary.MemberName(a.Member), int(a.Value.Units), printed, exact, f})
		}
		if _, _, _, fit := bestRanking(list); fit > most {
			best, most = list, fit
		}
	}
	return best
}

// percents reports whether a row of averages has percentages alone.
func percents(s *model.Summary) bool {
	for _, a := range s.Averages {
		if a.Value != nil {
			return false
		}
	}
	return true
}

// fits reports whether a place follows from the averages.
func (k ranking) fits(list []placed, at int, sign int, of func(placed) *big.Rat) (low, high int, ok bool) {
	before, equal := 0, 0
	different := map[string]bool{}
	own := of(list[at])
	for _, o := range list {
		switch v := of(o); own.Cmp(v) * sign {
		case -1:
			before++
			different[v.RatString()] = true
		case 0:
			equal++
		}
	}
	low, high = k.of(before, len(different), equal)
	return low, high, low <= list[at].rank && list[at].rank <= high
}

func printedOf(p placed) *big.Rat { return p.printed }
func exactOf(p placed) *big.Rat   { return p.exact }

// bestRanking is the way in which most places follow from the averages.
func bestRanking(list []placed) (best ranking, sign int, of func(placed) *big.Rat, fit int) {
	if len(list) > mostPlaces {
		return rankings[0], 1, printedOf, -1
	}
	best, sign, of, fit = rankings[0], 1, printedOf, -1
	for _, k := range rankings {
		for _, direction := range []int{1, -1} {
			for _, values := range []func(placed) *big.Rat{printedOf, exactOf} {
				n := 0
				for i := range list {
					if _, _, ok := k.fits(list, i, direction, values); ok {
						n++
					}
				}
				if n > fit {
					best, sign, of, fit = k, direction, values, n
				}
			}
		}
	}
	return best, sign, of, fit
}

// mostPlaces bounds a ranking: each place is held against every other.
const mostPlaces = 500

// rankOrder compares places with the averages beside them.
func rankOrder(p *rule.Pass, label string, list []placed) {
	if len(list) == 0 {
		return
	}
	if doubt := rule.ColumnDoubt(p.Report); doubt != "" {
		p.Undecided(len(list), doubt)
		return
	}
	best, sign, of, fit := bestRanking(list)
	if fit < summaries.FewestTotals || fit*5 < len(list)*4 {
		p.Undecided(len(list), "places of which it is not certain what they follow from")
		return
	}
	p.Checked(len(list))
	for i, one := range list {
		low, high, ok := best.fits(list, i, sign, of)
		if ok {
			continue
		}
		if _, _, other := best.fits(list, i, sign, printedOf); other {
			continue
		}
		if _, _, other := best.fits(list, i, sign, exactOf); other {
			continue
		}
		before, word := 0, "higher"
		if sign < 0 {
			word = "lower"
		}
		for _, o := range list {
			if of(one).Cmp(of(o))*sign < 0 {
				before++
			}
		}
		f := one.finding
		f.Stated = strconv.Itoa(one.rank)
		f.Computed = strconv.Itoa(low)
		if high > low {
			f.Computed = fmt.Sprintf("%d to %d", low, high)
		}
		f.Message = fmt.Sprintf("“%s” of %s is stated as %d; %d of %d have a %s average, which makes it %s (%s, as in %d of %d places).",
			label, one.who, one.rank, before, len(list), word, f.Computed, best.text, fit, len(list))
		p.Found(f)
	}
}
