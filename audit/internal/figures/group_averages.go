package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A table of scores may have an average of some members beside that of all: those of the G7
// in a table of the G20. Who belongs to a forum the vocabulary knows, by year; whether its
// union is counted, and whether those who joined later are, the rows show.

const (
	// fewestGrouped is how many averages of a group must follow before one is wrong, and
	// groupedToSlip how many for each that does not.
	fewestGrouped = 6
	groupedToSlip = 4
	// fewestOfGroup is how many members of a group the table has at least.
	fewestOfGroup = 3
)

// groupYears are years of which a table may take a forum's members throughout, 0 for those
// of each row's own.
var groupYears = []int{0, 2005, 2013, 2023}

// groupWay is whom an average of a group may be of.
type groupWay struct {
	year   int
	unions bool
}

// groupPlace is one average of a group.
type groupPlace struct {
	commitment int
	stated     model.Decimal
	text       string
}

// groupAverages compares the columns of averages that name a forum with the scores of its
// members.
func groupAverages(p *rule.Pass) {
	places := map[string][]groupPlace{}
	var order []string
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Row == 0 || c.Assessment == nil {
			continue
		}
		for _, v := range c.Columns {
			d, err := model.ParseDecimal(strings.ReplaceAll(strings.TrimSpace(v.Value), ",", "."))
			if err != nil || d.Rat().Cmp(big.NewRat(1, 1)) > 0 || d.Rat().Cmp(big.NewRat(-1, 1)) < 0 || groupHead(p, v.Name) == "" {
				continue
			}
			if places[v.Name] == nil {
				order = append(order, v.Name)
			}
			places[v.Name] = append(places[v.Name], groupPlace{i, d, strings.TrimSpace(v.Value)})
		}
	}
	for _, name := range order {
		groupColumn(p, name, places[name])
	}
}

// groupHead is the forum whose average a head names, with words for an average or without.
func groupHead(p *rule.Pass, head string) string {
	forum := ""
	var rest []string
	for _, word := range strings.FieldsFunc(head, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if f, ok := p.Vocabulary.ForumNamed(word); ok && forum == "" {
			forum = f
			continue
		}
		rest = append(rest, word)
	}
	if words := strings.Join(rest, " "); words != "" && !p.Vocabulary.AverageLabel(words) {
		return ""
	}
	return forum
}

// groupTally are the scores of a forum's members in a row, taken in one way; nil where
// hardly any of them is there.
func groupTally(p *rule.Pass, c *model.Commitment, forum string, way groupWay) *reckon.Tally {
	year := way.year
	if year == 0 {
		if year = groupYear(p, c); year == 0 {
			return nil
		}
	}
	members := p.Vocabulary.ForumMembers(forum, year)
	var scores []model.Score
	for _, s := range c.Assessment.Scores {
		if slices.Contains(members, s.Member) && (way.unions || len(s.Member) == len("FRA")) {
			scores = append(scores, s)
		}
	}
	if len(scores) < fewestOfGroup {
		return nil
	}
	t := reckon.TallyScores(scores, p.Vocabulary)
	return &t
}

// groupYear is the year of a row: of its serial, or of a column of its own; otherwise that
// of the report, 0 for none.
func groupYear(p *rule.Pass, c *model.Commitment) int {
	first, _, _ := strings.Cut(c.ID, "-")
	if n, err := strconv.Atoi(first); err == nil && len(first) == 4 {
		return n
	}
	for _, v := range c.Columns {
		if e, ok := p.Vocabulary.Edition(v.Value); ok && e.Year > 0 {
			return e.Year
		}
	}
	return p.Report.Report.Summit.Year
}

// means are what scores may give as an average: those without a score left out, or as 0.
func groupMeans(t *reckon.Tally) (out []*big.Rat) {
	if t == nil || t.WhyUndecided() != "" {
		return nil
	}
	if m, ok := t.Mean(); ok {
		out = append(out, m)
	}
	return append(out, conventions.ZeroMeans(*t)...)
}

// groupColumn compares the averages of one column.
func groupColumn(p *rule.Pass, name string, places []groupPlace) {
	forum := groupHead(p, name)
	var best groupWay
	most := -1
	for _, year := range groupYears {
		for _, unions := range []bool{false, true} {
			way, n := groupWay{year, unions}, 0
			for _, at := range places {
				if groupHolds(groupMeans(groupTally(p, &p.Report.Commitments[at.commitment], forum, way)), at.stated, false) {
					n++
				}
			}
			if n > most {
				best, most = way, n
			}
		}
	}
	var odd, cut []groupPlace
	decided := 0
	for _, at := range places {
		c := &p.Report.Commitments[at.commitment]
		means := groupMeans(groupTally(p, c, forum, best))
		switch {
		case len(means) == 0:
			continue
		case groupHolds(means, at.stated, false):
		case groupHolds(means, at.stated, true):
			cut = append(cut, at)
		default:
			odd = append(odd, at)
		}
		decided++
	}
	if len(cut) > 1 {
		most += len(cut) // the decimals are cut off
	} else {
		odd = append(odd, cut...)
	}
	if most < fewestGrouped || len(odd) > 1 && most < groupedToSlip*len(odd) {
		p.Undecided(decided, "averages of a group of which it is not certain whom they are of")
		return
	}
	p.Checked(decided)
	for _, at := range odd {
		c := &p.Report.Commitments[at.commitment]
		t := groupTally(p, c, forum, best)
		f := rule.About(c)
		f.Stated, f.Quote, f.At = at.text, at.text, c.At
		f.Computed = reckon.Fraction(t.Sum(), len(t.Scores))
		f.Message = fmt.Sprintf("“%s” is stated as %s; the mean of the %s of members of the %s in the row is %s, and it is what the column has in %d of %d rows.",
			name, at.text, reckon.Plural(len(t.Scores), "score"), forum, f.Computed, most, decided)
		if mean, ok := t.Mean(); ok && reckon.IsCutOff(at.stated, mean) {
			f.Explanations = append(f.Explanations, "cut off instead of rounded, as no other row is: "+reckon.Exact(mean))
		}
		p.Found(f)
	}
}

// groupHolds reports whether one of some means is the figure, rounded or cut off.
func groupHolds(means []*big.Rat, stated model.Decimal, cut bool) bool {
	return slices.ContainsFunc(means, func(m *big.Rat) bool { return reckon.Holds(stated, m) || cut && reckon.IsCutOff(stated, m) })
}
