package dates

import (
	"fmt"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

var _ = rule.Register(rule.Rule{
	ID:       "date-outside-period",
	Severity: rule.Warning,
	Title:    "an action dated outside the compliance period",
	Checks: "Compares the date of every action with the compliance period that the cover states, or that the text states where it says otherwise. " +
		"Two statements of the period that differ are reported by front-matter.",
	Why:     "An action before the summit cannot keep its promises, and one after the period was not open to every member.",
	Example: "Period 3 May 2031 to 2 March 2032; an action 'On 9 March 2032'. Near misses: an action on the summit's day; 'In March 2032'.",
	Convention: "Both ends of the period and the days of the summit count as inside. Of a month or year every day counts: it is outside only when all of it is. " +
		"Where two periods are stated an action must be outside both.",
	Since: "0.1.0",
	Run:   runDateOutsidePeriod,
})

func runDateOutsidePeriod(p *rule.Pass) {
	info := &p.Report.Report
	stated := frontmatter.StatedPeriods(p)
	first, open, known := stated.First, stated.Open, stated.First != nil
	sure := false
	if known {
		if d, ok := calendar.SummitDays(p.Vocabulary, info.Forum, info.Summit.Name, info.Summit.Year); ok && d.First < open.First && open.First-d.Last <= 31 {
			open.First, sure = d.First, true
		} else {
			sure = ok
		}
	}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			for _, a := range v.Actions {
				if a.Date == "" {
					continue
				}
				d, ok := calendar.ParseDays(a.Date)
				switch {
				case !ok:
					p.Undecided(1, "the date of the action is none (see date-impossible)")
					continue
				case !known:
					p.Undecided(1, "no compliance period was found")
					continue
				case !sure && d.Last < open.First && open.First-d.Last <= frontmatter.UnknownSummitDays:
					p.Undecided(1, "an action just before the period, when the days of the summit are not known")
					continue
				}
				p.Checked(1)
				where, n := "", 0
				switch {
				case d.Last < open.First:
					where, n = "before", open.First-d.Last
				case d.First > open.Last:
					where, n = "after", d.First-open.Last
				default:
					continue
				}
				f := rule.About(c)
				f.Member, f.At, f.Stated = v.Member, a.At, a.DateText
				f.Message = fmt.Sprintf("An action of %s is dated %s, %s %s the compliance period.", reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), frontmatter.DateText(a), calendar.Apart(n), where)
				f.Computed = frontmatter.PeriodText(*first)
				f.Quote = rule.Excerpt(a.Text, 0, min(len(a.Text), 60))
				p.Found(f)
			}
		}
	}
}
