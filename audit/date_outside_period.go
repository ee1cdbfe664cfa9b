package audit

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "date-outside-period",
	Severity: Warning,
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

// unknownSummitDays is how long before a stated period an action is left
// undecided when the summit's days are not known: a period often begins on
// the day after a summit of three days.
const unknownSummitDays = 4

func runDateOutsidePeriod(p *Pass) {
	info := &p.Report.Report
	stated := p.statedPeriods()
	first, open, known := stated.first, stated.open, stated.first != nil
	sure := false
	if known {
		if d, ok := summitDays(info.Forum, info.Summit.Name, info.Summit.Year); ok && d.first < open.first && open.first-d.last <= 31 {
			open.first, sure = d.first, true
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
				d, ok := parseDays(a.Date)
				switch {
				case !ok:
					p.Undecided(1, "the date of the action is none (see date-impossible)")
					continue
				case !known:
					p.Undecided(1, "no compliance period was found")
					continue
				case !sure && d.last < open.first && open.first-d.last <= unknownSummitDays:
					p.Undecided(1, "an action just before the period, when the days of the summit are not known")
					continue
				}
				p.Checked(1)
				where, n := "", 0
				switch {
				case d.last < open.first:
					where, n = "before", open.first-d.last
				case d.first > open.last:
					where, n = "after", d.first-open.last
				default:
					continue
				}
				f := about(c)
				f.Member, f.At, f.Stated = v.Member, a.At, a.DateText
				f.Message = fmt.Sprintf("An action of %s is dated %s, %s %s the compliance period.", reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), dateText(a), apart(n), where)
				f.Computed = periodText(*first)
				f.Quote = excerpt(a.Text, 0, min(len(a.Text), 60))
				p.Found(f)
			}
		}
	}
}

// datedOutside reports whether the action's date lies outside every stated
// compliance period, by more than the days in which that is left open: the
// date is then the slip, and what else it does not fit is not another.
func (p *Pass) datedOutside(a *model.Action) bool {
	d, ok := parseDays(a.Date)
	if !ok || !p.Selected("date-outside-period") {
		return false
	}
	info := &p.Report.Report
	periods := info.Periods
	if info.Period != nil {
		periods = append([]model.Period{*info.Period}, periods...)
	}
	known := false
	for i := range periods {
		q, ok := periodDays(periods[i])
		if !ok {
			continue
		}
		known = true
		if d.last >= q.first-unknownSummitDays && d.first <= q.last {
			return false
		}
	}
	return known
}

// periodOfOtherStage reports whether the sentence that states a period speaks
// of another stage or report ("the interim report covered …").
func (p *Pass) periodOfOtherStage(q model.Period) bool {
	if q.Text == "" {
		return false
	}
	reader := prose.Reader{Vocabulary: p.Vocabulary, Stage: p.Report.Report.Stage}
	for _, h := range p.heldTexts() {
		if h.kind == kindFootnote || !strings.Contains(h.text, q.Text) {
			continue
		}
		for _, sp := range prose.Sentences(p.Vocabulary, h.text) {
			s := h.text[sp.Start:sp.End]
			if strings.Contains(s, q.Text) && reader.OtherStage(s) {
				return true
			}
		}
	}
	return false
}

func periodDays(q model.Period) (days, bool) {
	a, ok1 := parseDays(q.From)
	b, ok2 := parseDays(q.To)
	if !ok1 || !ok2 || b.last < a.first {
		return days{}, false
	}
	return days{a.first, b.last}, true
}

func periodText(q model.Period) string {
	if q.Text != "" {
		return q.Text
	}
	return q.From + " to " + q.To
}

// dateText is an action's date as printed.
func dateText(a model.Action) string {
	if a.DateText != "" {
		return a.DateText
	}
	return a.Date
}
