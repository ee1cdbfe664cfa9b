package front

import (
	"fmt"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "front-matter",
	Severity: rule.Warning,
	Title:    "what a report says of itself is stated differently in two places",
	Checks: "Compares the statements of the compliance period, the stage (interim, final), the summit's days and year, and the number of commitments or members " +
		"on the cover, in the text before the chapters, in running heads and in the tables; and the day of publication with the period's end.",
	Why: "Readers cite period, stage and summit from the first page that they see. Of about fifty title pages of real reports fifteen state one of them in two ways.",
	Example: "'7 July 2031 to 30 May 2032' on the cover and 'from 7 July 2031 to 31 May 2032' in the introduction; a final report whose first sentence is 'The 2031 Norport Interim Compliance Report reviews …'; " +
		"dated 3 September 2031 with a period to 5 September 2031. " +
		"Near misses: 'the interim report covered actions from 7 July 2031 to 15 January 2032' in a final report; '20 of the 469 commitments' beside 'the 20 commitments selected'.",
	Convention: "Statements are compared with each other, not with the world; only the years of a summit's name are known from the list of summits (audit/summits.csv). " +
		"Two periods are statements of the same one where they share an end and no sentence around them speaks of another stage, or points back to one that does ('It covered …'); what is said of another stage is compared by other-stage. " +
		"Of the number of commitments only statements that say 'selected', 'priority' or 'assessed' are compared, and only where the report does not speak of volumes, parts or chapters that were published apart. " +
		"A year beside a summit's name in running text is reported by summit-year.",
	Since: "0.1.0",
	Run:   runFrontMatter,
})

func runFrontMatter(p *rule.Pass) {
	info := &p.Report.Report
	if info.Title == "" && info.Period == nil && len(info.Cover) == 0 && len(p.Report.Sections) == 0 && len(p.Report.RunningHeads) == 0 {
		return // a table of scores has no front matter
	}
	front := frontmatter.FrontTexts(p.Report)
	frontPeriods(p)
	frontPublished(p)
	frontStage(p, front)
	frontTitleYears(p, front)
	frontSummitDays(p, front)
	frontNextSummit(p, front)
	frontCommitments(p, front)
	frontMembers(p, front)
}

// frontPeriods compares the statements of the compliance period.
func frontPeriods(p *rule.Pass) {
	stated := frontmatter.StatedPeriods(p)
	if len(stated.Same) == 0 {
		p.Undecided(1, "the compliance period was not found in two places")
	}
	p.Undecided(stated.Apart, "a period in the text shares no end with the cover's")
	p.Undecided(stated.OtherStage, "a period in the text is that of another stage")
	p.Checked(len(stated.Same))
	for _, q := range stated.Differ {
		p.Found(rule.Finding{
			Message: fmt.Sprintf("The compliance period is stated as %s and as %s.", frontmatter.PeriodText(*stated.First), frontmatter.PeriodText(*q)),
			Stated:  frontmatter.PeriodText(*stated.First), Computed: frontmatter.PeriodText(*q),
			Quote: q.Text, At: append(model.At(nil), stated.First.At...).Join(q.At),
		})
	}
}

// frontPublished compares the day of publication with the period's end.
func frontPublished(p *rule.Pass) {
	info := &p.Report.Report
	stated := frontmatter.StatedPeriods(p)
	d, ok := calendar.ParseDays(info.Published)
	if !ok || stated.First == nil {
		p.Undecided(1, "the day of publication or the compliance period was not found")
		return
	}
	p.Checked(1)
	if d.Last >= stated.Span.Last {
		return
	}
	p.Found(rule.Finding{
		Message: fmt.Sprintf("The report is dated %s, %s before the compliance period ends (%s).", info.Published, calendar.Apart(stated.Span.Last-d.Last), frontmatter.PeriodText(*stated.First)),
		Stated:  info.Published, Computed: stated.First.To,
		Quote: frontmatter.PeriodText(*stated.First), At: info.At,
	})
}
