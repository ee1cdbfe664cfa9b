package notes

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/lost"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "action-without-footnote",
	Severity:   rule.Warning,
	Title:      "an action without a source",
	Checks:     "Every dated action of a member's section has at least one marker, or an address in its text.",
	Why:        "The score rests on the actions; one without a source cannot be checked by anybody.",
	Example:    "'On 5 May 2031, the ministry opened an office.' without a marker: a finding. Where the next paragraph has no date but a marker, the finding says so: it may go on with the action. Near miss: 'No further offices were opened.', which has no date.",
	Convention: "Undated paragraphs are not counted as actions: sections hold remarks too. In a chapter without any marker (reports that list their sources elsewhere) the actions are undecided.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run: func(p *rule.Pass) {
		var unmarked map[*model.Action]bool
		if p.Selected("footnote-unreferenced") {
			_, unmarked = lost.Markers(p)
		}
		for i := range p.Report.Commitments {
			actionsWithout(p, &p.Report.Commitments[i], unmarked)
		}
	},
})

func actionsWithout(p *rule.Pass, c *model.Commitment, unmarked map[*model.Action]bool) {
	sourced := false
	for _, v := range c.Verdicts {
		for _, a := range v.Actions {
			sourced = sourced || len(a.Footnotes) > 0
		}
	}
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		for j, a := range v.Actions {
			if a.Date == "" && a.DateText == "" {
				continue
			}
			if !sourced {
				p.Undecided(1, "no marker was found at any action of the chapter: its sources may stand elsewhere")
				continue
			}
			if unmarked[&v.Actions[j]] {
				p.Undecided(1, "a note whose marker was not found stands in its place (footnote-unreferenced)")
				continue
			}
			if len(a.Footnotes) == 0 && wording.FiguresBehindEnd(a.Text) {
				p.Undecided(1, "figures stand behind its last sentence, which may be the marker")
				continue
			}
			p.Checked(1)
			if len(a.Footnotes) > 0 || hasAddress(a.Text) {
				continue
			}
			f := rule.VerdictFinding(c, v)
			f.Stated = a.DateText
			f.Quote = a.Text
			if len(a.At) > 0 {
				f.At = a.At
			}
			when := a.DateText
			if when == "" {
				when = a.Date
			}
			f.Message = fmt.Sprintf("No footnote was found at the action of %s in the section of %s.",
				when, reckon.MemberLabel(v.Member, v.Name, p.Vocabulary))
			if n := nextSource(v.Actions[j+1:]); n > 0 {
				f.Explanations = []string{fmt.Sprintf("no date was found in the next paragraph, but footnote %d: it may go on with this action", n)}
			}
			p.Found(f)
		}
	}
}

// nextSource gives the first footnote of the undated paragraphs that follow
// directly, 0 for none.
func nextSource(next []model.Action) int {
	for _, a := range next {
		if a.Date != "" || a.DateText != "" {
			return 0
		}
		if len(a.Footnotes) > 0 {
			return a.Footnotes[0].Number
		}
	}
	return 0
}

// hasAddress reports whether a text names its source by a web address.
func hasAddress(text string) bool {
	return strings.Contains(text, "http://") || strings.Contains(text, "https://") || strings.Contains(text, "www.")
}
