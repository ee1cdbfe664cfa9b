package notes

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
)

var _ = rule.Register(rule.Rule{
	ID:         "footnote-duplicate",
	Severity:   rule.Warning,
	Title:      "two footnotes have the same number",
	Checks:     "No two notes of one sequence have the same number. A sequence ends where the numbers start again.",
	Why:        "A reader who follows the marker finds two sources and cannot tell which is meant.",
	Example:    "Notes 11, 12, 12, 14: one finding, which says that the second 12 stands where 13 is missing. Near miss: 12 in one chapter and 12 in the next, where numbers start again.",
	Convention: "As footnote-gap.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run: func(p *rule.Pass) {
		n := p.Numbering()
		p.Checked(n.Checked)
		for _, t := range n.Twice {
			a, b := n.Notes[t.First], n.Notes[t.Second]
			f := rule.Finding{Commitment: b.Commitment, Footnote: b.Number, At: rule.Join(a.At, b.At)}
			f.Stated = fmt.Sprint(b.Number)
			f.Quote = fmt.Sprintf("%d %s … %d %s", a.Number, opening(a.Text), b.Number, opening(b.Text))
			f.Message = fmt.Sprintf("Two footnotes have the number %d", b.Number)
			if a.Text == b.Text && a.Text != "" {
				f.Message += ", with the same text"
			}
			f.Message += "."
			if t.Expected > 0 {
				f.Computed = fmt.Sprintf("expected %d", t.Expected)
				f.Message += fmt.Sprintf(" Footnote %d was not found where the second of them stands.", t.Expected)
				f.Explanations = []string{fmt.Sprintf("the second note numbered %d is note %d", b.Number, t.Expected)}
			}
			p.Found(f)
		}
	},
})
