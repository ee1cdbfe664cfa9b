package notes

import (
	"fmt"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "citation-date-mismatch",
	Severity: rule.Note,
	Title:    "a source published months away from the action it supports, or read before it",
	Checks: "Compares the date of every dated action with the dates of publication of the footnotes that it cites, " +
		"and the day of an action with the days on which all its sources were read.",
	Why: "A source from another time may tell of another action; more often one of the dates has a wrong month or year. " +
		"What was read before the event cannot tell that it took place.",
	Example: "An action 'On 5 March 2032' with a source of 5 March 2031; an action 'On 5 March 2032, Canada opened another office' with a source of 20 February 2032, read on 1 March 2032. " +
		"Near misses: a source of 9 March 2032; a law of 2019 cited beside a report of the day; 'Canada will open another office on 5 March 2032' with the last source.",
	Convention: fmt.Sprintf("A source may be published up to %d days after the action or %d before it. "+
		"An action whose own date lies outside the compliance period is left to date-outside-period. Where another source of the same action is that near, the distant one is taken for background. Sources without a date are left out. "+
		"Of the date of access only full days are compared, and only where every source of the action was read two days or more before it, the words tell of one day and of something done on it, "+
		"and none, of the paragraph or of a source's title, leaves it open whether it was still to come. A source read before its own date is left to citation-access-before-publication.",
		afterAction, beforeAction),
	Since: "0.1.0",
	Run:   runCitationDateMismatch,
})

// How far from the action a source may be published, in days: a ministry's
// page may follow by weeks, an announcement may come a month ahead.
const (
	afterAction  = 62
	beforeAction = 45
)

// DateIsTheSlip is why what an action's date does not fit is left to one
// finding.
const DateIsTheSlip = "the action's own date lies outside the compliance period (date-outside-period)"

func runCitationDateMismatch(p *rule.Pass) {
	notes := newNoteIndex(p.Report, p.Numbering())
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for j := range c.Verdicts {
			for k := range c.Verdicts[j].Actions {
				dated := datedAction{c, &c.Verdicts[j], &c.Verdicts[j].Actions[k], fmt.Sprintf("/commitments/%d/verdicts/%d/actions/%d", i, j, k)}
				citationDates(p, dated, notes)
			}
		}
	}
}

// datedAction is an action, whose it is, and its JSON Pointer.
type datedAction struct {
	c       *model.Commitment
	v       *model.Verdict
	a       *model.Action
	pointer string
}

// finding begins a finding on the action and one of its notes.
func (d datedAction) finding(p *rule.Pass, note *model.Footnote) rule.Finding {
	f := citation(p, note)
	f.Commitment, f.CommitmentID, f.Member = rule.About(d.c).Commitment, d.c.ID, d.v.Member
	f.Computed = "action of " + frontmatter.DateText(*d.a)
	f.At = append(model.At(nil), d.a.At...).Join(note.At)
	return f
}

func citationDates(p *rule.Pass, dated datedAction, notes noteIndex) {
	c, a := dated.c, dated.a
	when, ok := calendar.ParseDays(a.Date)
	if !ok {
		return
	}
	type far struct {
		note *model.Footnote
		n    int
		late bool
	}
	var distant []far
	near, checked := 0, 0
	for _, r := range a.Footnotes {
		f := notes.find(c, r.Number)
		if f == nil || f.Published == "" {
			continue
		}
		pub, ok := calendar.ParseDays(f.Published)
		if !ok {
			continue
		}
		checked++
		n := when.Distance(pub)
		late := when.Before(pub)
		if late && n > afterAction || !late && n > beforeAction {
			distant = append(distant, far{f, n, late})
			continue
		}
		near++
	}
	if near == 0 && frontmatter.DatedOutside(p, a) {
		p.Undecided(checked, DateIsTheSlip)
		return
	}
	p.Checked(checked)
	if near > 0 {
		readBefore(p, dated, notes)
		return
	}
	for _, d := range distant {
		f := dated.finding(p, d.note)
		f.Stated = printedDate(d.note.PublishedText, d.note.Published)
		word := "before"
		if d.late {
			word = "after"
		}
		f.Message = fmt.Sprintf("Footnote %d was published on %s, %s %s the action of %s that it supports.", d.note.Number, f.Stated, calendar.Apart(d.n), word, frontmatter.DateText(*a))
		if d.n > 335 && d.n < 396 {
			f.Explanations = []string{"one of the two years is off by one"}
		}
		if len(a.Footnotes) == 1 && d.note.Accessed == a.Date && isDay(a.Date) {
			f.Explanations = append(f.Explanations, "the date of access, which is the same day, was taken for the action's")
		}
		p.Found(f)
	}
}

// noteIndex finds the footnote of a marker where numbering may begin again in
// every chapter.
type noteIndex struct {
	byChapter map[[2]int]*model.Footnote
	// byNumber has nil for a number that two notes have, and nothing where
	// numbering begins again.
	byNumber map[int]*model.Footnote
}

// newNoteIndex leaves out numbers that two notes of a chapter have, and those
// of notes that stand for another number: whose they are is not certain.
func newNoteIndex(r *model.Report, n *rule.Numbering) noteIndex {
	x := noteIndex{byChapter: make(map[[2]int]*model.Footnote, len(r.Footnotes)), byNumber: map[int]*model.Footnote{}}
	if !n.Restarts {
		x.byNumber = make(map[int]*model.Footnote, len(r.Footnotes))
	}
	doubtful := map[[2]int]bool{}
	for _, t := range n.Twice {
		doubtful[[2]int{n.Notes[t.Second].Commitment, n.Notes[t.Second].Number}] = true
	}
	for i := range n.StandsFor {
		doubtful[[2]int{n.Notes[i].Commitment, n.Notes[i].Number}] = true
	}
	for i := range r.Footnotes {
		f := &r.Footnotes[i]
		k := [2]int{f.Commitment, f.Number}
		if doubtful[k] {
			continue
		}
		if x.byChapter[k] == nil {
			x.byChapter[k] = f
		}
		if !n.Restarts {
			if _, twice := x.byNumber[f.Number]; twice {
				f = nil
			}
			x.byNumber[k[1]] = f
		}
	}
	return x
}

// find gives the note of that number in the chapter, otherwise the only one
// of that number in the report; nil where it is not certain.
func (x noteIndex) find(c *model.Commitment, number int) *model.Footnote {
	if f := x.byChapter[[2]int{c.Number, number}]; f != nil {
		return f
	}
	return x.byNumber[number]
}
