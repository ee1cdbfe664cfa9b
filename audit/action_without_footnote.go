package audit

import (
	"fmt"
	"strings"

	"recount/model"
)

var _ = register(Rule{
	ID:         "action-without-footnote",
	Severity:   Warning,
	Title:      "an action without a source",
	Checks:     "Every dated action of a member's section has at least one marker, or an address in its text.",
	Why:        "The score rests on the actions; one without a source cannot be checked by anybody.",
	Example:    "'On 5 May 2031, the ministry opened an office.' without a marker: a finding. Where the next, undated paragraph goes on with the action and has the marker, it is none.",
	Convention: "Undated paragraphs are not counted as actions: sections hold remarks too. In a chapter without any marker (reports that list their sources elsewhere) the actions are undecided.",
	Since:      "0.1.0",
	Run: func(p *Pass) {
		for i := range p.Report.Commitments {
			p.actionsWithout(&p.Report.Commitments[i])
		}
	},
})

func (p *Pass) actionsWithout(c *model.Commitment) {
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
				p.Undecided(1, "no action of the chapter has a marker: its sources may stand elsewhere")
				continue
			}
			p.Checked(1)
			if len(a.Footnotes) > 0 || hasAddress(a.Text) || continuedWithSource(v.Actions[j+1:]) {
				continue
			}
			f := verdictFinding(c, v)
			f.Stated = a.DateText
			f.Quote = a.Text
			if len(a.At) > 0 {
				f.At = a.At
			}
			when := a.DateText
			if when == "" {
				when = a.Date
			}
			f.Message = fmt.Sprintf("The action of %s in the section of %s has no footnote.",
				when, memberLabel(v.Member, v.Name, p.Vocabulary))
			p.Found(f)
		}
	}
}

// continuedWithSource reports whether undated paragraphs that follow directly
// carry a marker.
func continuedWithSource(next []model.Action) bool {
	for _, a := range next {
		if a.Date != "" || a.DateText != "" {
			return false
		}
		if len(a.Footnotes) > 0 {
			return true
		}
	}
	return false
}

// hasAddress reports whether a text names its source by a web address.
func hasAddress(text string) bool {
	return strings.Contains(text, "http://") || strings.Contains(text, "https://") || strings.Contains(text, "www.")
}
