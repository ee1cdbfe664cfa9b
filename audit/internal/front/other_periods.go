package front

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// otherPeriods compares the periods and the numbers of commitments that a report states of
// another stage with that stage's report.
func otherPeriods(p *rule.Pass) {
	for _, q := range frontmatter.StatedPeriods(p).Stages {
		holds, file, theirs := true, "", (*model.Period)(nil)
		for _, other := range stageReports(p, q.Stage) {
			if first, same := samePeriod(*q.Period, &other.Report().Report); first != nil {
				holds, file, theirs = same, other.File, first
				if same {
					break
				}
			}
		}
		if theirs == nil {
			continue
		}
		if !holds && !oneTime(q.From, theirs.From) && !oneTime(q.To, theirs.To) {
			p.Undecided(1, "a period in the text shares no end with that of the stage's report")
			continue
		}
		p.Checked(1)
		if !holds {
			said := "is stated as "
			if q.From == "" {
				said = "is said to go "
			}
			p.Found(rule.Finding{
				Message: fmt.Sprintf("The %s stage's compliance period %s%s; %s states %s.", q.Stage, said, frontmatter.PeriodText(*q.Period), file, frontmatter.PeriodText(*theirs)),
				Stated:  frontmatter.PeriodText(*q.Period), Computed: frontmatter.PeriodText(*theirs) + " in " + file, Quote: q.Text, At: q.At,
			})
		}
	}
	for _, c := range frontmatter.StageCounts(p) {
		for _, other := range stageReports(p, c.Stage) {
			n, holds := commitmentsOf(other, c.N)
			if n == 0 {
				continue
			}
			p.Checked(1)
			if !holds {
				p.Found(rule.Finding{
					Message: fmt.Sprintf("The %s stage is said to have assessed %s; %s has %d.", c.Stage, reckon.Plural(c.N, "commitment"), other.File, n),
					Stated:  c.Text, Computed: reckon.Plural(n, "commitment") + " in " + other.File, Quote: c.Quote, At: c.At,
				})
			}
			break
		}
	}
}

// stageReports are the reports of another stage of this one's summit and commitments.
func stageReports(p *rule.Pass, stage string) []*across.Source {
	var out []*across.Source
	for _, other := range p.OtherReports() {
		if other.Stage == stage && sameSummit(p.Here(), other) && across.Versions(p.Here(), other) {
			out = append(out, other)
		}
	}
	return out
}

// samePeriod gives the first period that another report states, and reports whether one of
// those that it states is a given one; nil where it states none.
func samePeriod(q model.Period, there *model.Info) (first *model.Period, same bool) {
	for _, o := range append(periodsOf(there), there.Periods...) {
		if !oneTime(q.From, o.From) || !oneTime(q.To, o.To) {
			if first == nil && o.From != "" && o.To != "" {
				first = &o
			}
			continue
		}
		return &o, true
	}
	return first, false
}

func periodsOf(i *model.Info) []model.Period {
	if i.Period == nil {
		return nil
	}
	return []model.Period{*i.Period}
}

// oneTime reports whether two dates may be one, of which one is said more exactly.
func oneTime(a, b string) bool {
	x, ok1 := calendar.ParseDays(a)
	y, ok2 := calendar.ParseDays(b)
	return !ok1 || !ok2 || x.First <= y.Last && y.First <= x.Last
}

// commitmentsOf is how many commitments another report has, and whether n is a number that
// it gives of them; 0 where it has one alone, a chapter of its own.
func commitmentsOf(other *across.Source, n int) (count int, holds bool) {
	r := other.Report()
	count = len(other.Entries())
	if count < 2 {
		return 0, false
	}
	return count, n == count || n == len(r.CommitmentsList) || n == len(r.Commitments) || len(r.Matrices) > 0 && n == len(r.Matrices[0].Rows)
}

// otherFront compares the period, and how many commitments were selected, with what
// another file of the same summit and stage states. told is that of otherWords.
func otherFront(p *rule.Pass, other *across.Source, told map[string]bool) {
	stated, joined := frontmatter.StatedPeriods(p), joinedHow(p.Here(), other)
	if stated.First != nil {
		if theirs, same := samePeriod(*stated.First, &other.Report().Report); theirs != nil {
			p.Checked(1)
			f := rule.Finding{
				Message: fmt.Sprintf("The compliance period is stated as %s; %s states %s.", frontmatter.PeriodText(*stated.First), other.File, frontmatter.PeriodText(*theirs)) + joined,
				Stated:  frontmatter.PeriodText(*stated.First), Computed: frontmatter.PeriodText(*theirs) + " in " + other.File, Quote: stated.First.Text, At: stated.First.At,
			}
			if key := "period " + theirs.From + theirs.To; !same && !told[key] {
				told[key] = true
				p.Found(f)
			}
		}
	}
	counts, why := frontmatter.SelectedCommitments(p, frontmatter.FrontTexts(p.Report))
	n, _ := commitmentsOf(other, 0)
	if why != "" || len(counts) == 0 || n <= len(p.Here().Entries()) {
		return
	}
	p.Checked(1)
	if _, holds := commitmentsOf(other, counts[0].N); !holds && !told["count"] {
		told["count"] = true
		p.Found(rule.Finding{
			Message: fmt.Sprintf("The text speaks of %s; %s has %d.", strings.TrimSpace(counts[0].Text), other.File, n) + joined,
			Stated:  counts[0].Text, Computed: reckon.Plural(n, "commitment") + " in " + other.File, Quote: counts[0].Quote, At: counts[0].At,
		})
	}
}
