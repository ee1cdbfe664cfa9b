package dates

import (
	"fmt"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/notes"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "date-order",
	Severity:   rule.Note,
	Title:      "actions out of date order",
	Checks:     "Compares the date of every action with that of the dated action before it in the same member's section.",
	Why:        "The sections are written in order of date; an action out of order is often one with a wrong month or year.",
	Example:    "4 May, 9 June, 2 May. Near misses: two actions of one day; 'In June' after '9 June'.",
	Convention: "An action dated outside the compliance period is left to date-outside-period. A month or year is out of order only when all of it lies before the date above. A section with many such places was not written in order of date and is one finding.",
	Since:      "0.1.0",
	Run:        runDateOrder,
})

// unordered is the share of places out of order (one in unordered) from which
// on a section is taken to follow another order.
const unordered = 4

func runDateOrder(p *rule.Pass) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for j := range c.Verdicts {
			dateOrder(p, c, &c.Verdicts[j], added(p, i, j))
		}
	}
}

// added are the actions of a section that somebody added by hand, by their index.
// They stand at the end of the list, wherever the document has them.
func added(p *rule.Pass, commitment, verdict int) map[int]bool {
	out := map[int]bool{}
	for _, c := range p.Report.Corrections {
		rest, ok := strings.CutPrefix(c.Path, fmt.Sprintf("/commitments/%d/verdicts/%d/actions/", commitment, verdict))
		if k, err := strconv.Atoi(rest); ok && err == nil {
			out[k] = true
		}
	}
	return out
}

func dateOrder(p *rule.Pass, c *model.Commitment, v *model.Verdict, added map[int]bool) {
	var prev *model.Action
	var prevDays calendar.Days
	var found []rule.Finding
	pairs := 0
	for k := range v.Actions {
		a := &v.Actions[k]
		d, ok := calendar.ParseDays(a.Date)
		if !ok || added[k] {
			continue
		}
		if frontmatter.DatedOutside(p, a) {
			p.Undecided(1, notes.DateIsTheSlip)
			continue
		}
		if prev != nil {
			pairs++
			if d.Before(prevDays) {
				f := rule.About(c)
				f.Member, f.At = v.Member, a.At
				f.Message = fmt.Sprintf("In the section on %s an action of %s stands after one of %s.", reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), frontmatter.DateText(*a), frontmatter.DateText(*prev))
				f.Stated, f.Computed = frontmatter.DateText(*prev)+", then "+frontmatter.DateText(*a), frontmatter.DateText(*a)+", then "+frontmatter.DateText(*prev)
				f.Quote = rule.Excerpt(a.Text, 0, min(len(a.Text), 60))
				if y := otherYear(d, prevDays); y != "" {
					f.Explanations = []string{y}
				}
				found = append(found, f)
			}
		}
		prev, prevDays = a, d
	}
	p.Checked(pairs)
	if len(found) > 2 && len(found)*unordered > pairs {
		f := found[0]
		f.Message = fmt.Sprintf("The section on %s is not in order of date: %d of %d actions stand after a later one.", reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), len(found), pairs+1)
		f.At, f.Explanations = v.At, nil
		if len(f.At) == 0 {
			f.At = found[0].At
		}
		found = []rule.Finding{f}
	}
	for _, f := range found {
		p.Found(f)
	}
}

// otherYear says when a date would be in order a year later.
func otherYear(d, prev calendar.Days) string {
	if n := prev.First - d.First; n > 180 && n <= 366 {
		return "the same day a year later would be in order"
	}
	return ""
}
