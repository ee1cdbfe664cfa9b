package audit

import "fmt"

var _ = register(Rule{
	ID:         "footnote-duplicate",
	Severity:   Warning,
	Title:      "two footnotes have the same number",
	Checks:     "No two notes of one sequence have the same number. A sequence ends where the numbers start again.",
	Why:        "A reader who follows the marker finds two sources and cannot tell which is meant.",
	Example:    "11, 12, 12, 14: one finding, which says that the second 12 stands where 13 is missing. 12 in one chapter and 12 in the next, where numbers start again, is none.",
	Convention: "As footnote-gap.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run: func(p *Pass) {
		n := p.numbering()
		p.Checked(n.checked)
		for _, t := range n.twice {
			a, b := n.notes[t.first], n.notes[t.second]
			f := Finding{Commitment: b.Commitment, Footnote: b.Number, At: join(a.At, b.At)}
			f.Stated = fmt.Sprint(b.Number)
			f.Quote = fmt.Sprintf("%d %s … %d %s", a.Number, opening(a.Text), b.Number, opening(b.Text))
			f.Message = fmt.Sprintf("Two footnotes have the number %d", b.Number)
			if a.Text == b.Text && a.Text != "" {
				f.Message += ", with the same text"
			}
			f.Message += "."
			if t.expected > 0 {
				f.Computed = fmt.Sprintf("expected %d", t.expected)
				f.Message += fmt.Sprintf(" Footnote %d was not found where the second of them stands.", t.expected)
				f.Explanations = []string{fmt.Sprintf("the second note numbered %d is note %d", b.Number, t.expected)}
			}
			p.Found(f)
		}
	},
})
