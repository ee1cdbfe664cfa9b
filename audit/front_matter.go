package audit

import (
	"fmt"

	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "front-matter",
	Severity: Warning,
	Title:    "what a report says of itself is stated differently in two places",
	Checks: "Compares the statements of the compliance period, the stage (interim, final), the summit's days and year, and the number of commitments or members " +
		"on the cover, in the text before the chapters, in running heads and in the tables; and the day of publication with the period's end.",
	Why: "Readers cite period, stage and summit from the first page that they see. Of about fifty title pages of real reports fifteen state one of them in two ways.",
	Example: "'7 July 2031 to 30 May 2032' on the cover and 'from 7 July 2031 to 31 May 2032' in the introduction; a final report whose first sentence is 'The 2031 Norport Interim Compliance Report reviews …'; " +
		"dated 3 September 2031 with a period to 5 September 2031. " +
		"Near misses: 'the interim report covered actions from 7 July 2031 to 15 January 2032' in a final report; '20 of the 469 commitments' beside 'the 20 commitments selected'.",
	Convention: "Statements are compared with each other, not with the world; only the years of a summit's name are known from the list of summits (audit/summits.csv). " +
		"Two periods are statements of the same one where they share an end and no sentence around them speaks of another stage. " +
		"Of the number of commitments only statements that say 'selected', 'priority' or 'assessed' are compared, and only where the report does not speak of volumes, parts or chapters that were published apart. " +
		"A year beside a summit's name in running text is reported by summit-year.",
	Since: "0.1.0",
	Run:   runFrontMatter,
})

func runFrontMatter(p *Pass) {
	info := &p.Report.Report
	if info.Title == "" && info.Period == nil && len(info.Cover) == 0 && len(p.Report.Sections) == 0 && len(p.Report.RunningHeads) == 0 {
		return // a table of scores has no front matter
	}
	front := frontTexts(p.Report)
	p.frontPeriods()
	p.frontPublished()
	p.frontStage(front)
	p.frontTitleYears(front)
	p.frontSummitDays(front)
	p.frontNextSummit(front)
	p.frontCommitments(front)
	p.frontMembers(front)
}

// frontText is a paragraph of the cover or of the text before the chapters.
type frontText struct {
	text  string
	at    model.At
	cover bool
	// opens says that it is the first paragraph of its section.
	opens bool
}

// frontTexts gives the cover's paragraphs and those of the sections before the
// chapters. What stands between quotation marks is somebody else's word.
func frontTexts(r *model.Report) []frontText {
	var out []frontText
	for _, t := range r.Report.Cover {
		if !quoted(t.Text) {
			out = append(out, frontText{text: t.Text, at: t.At, cover: true})
		}
	}
	first := 0
	for i := range r.Commitments {
		if page := r.Commitments[i].At.Page(); page > 0 && (first == 0 || page < first) {
			first = page
		}
	}
	for _, s := range r.Sections {
		for i, t := range s.Paragraphs {
			if first > 0 && t.At.Page() > first || quoted(t.Text) {
				continue
			}
			out = append(out, frontText{text: t.Text, at: t.At, opens: i == 0})
		}
	}
	return out
}

// frontPeriods compares the statements of the compliance period.
func (p *Pass) frontPeriods() {
	stated := p.statedPeriods()
	if len(stated.same) == 0 {
		p.Undecided(1, "the compliance period was not found in two places")
	}
	p.Undecided(stated.apart, "a period in the text shares no end with the cover's")
	p.Undecided(stated.otherStage, "a period in the text is that of another stage")
	p.Checked(len(stated.same))
	for _, q := range stated.differ {
		p.Found(Finding{
			Message: fmt.Sprintf("The compliance period is stated as %s and as %s.", periodText(*stated.first), periodText(*q)),
			Stated:  periodText(*stated.first), Computed: periodText(*q),
			Quote: q.Text, At: append(model.At(nil), stated.first.At...).Join(q.At),
		})
	}
}

// frontPublished compares the day of publication with the period's end.
func (p *Pass) frontPublished() {
	info := &p.Report.Report
	stated := p.statedPeriods()
	d, ok := parseDays(info.Published)
	if !ok || stated.first == nil {
		p.Undecided(1, "the day of publication or the compliance period was not found")
		return
	}
	p.Checked(1)
	if d.last >= stated.span.last {
		return
	}
	p.Found(Finding{
		Message: fmt.Sprintf("The report is dated %s, %s before the compliance period ends (%s).", info.Published, apart(stated.span.last-d.last), periodText(*stated.first)),
		Stated:  info.Published, Computed: stated.first.To,
		Quote: periodText(*stated.first), At: info.At,
	})
}
