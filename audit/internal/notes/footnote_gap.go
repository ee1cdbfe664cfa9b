package notes

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
)

var _ = rule.Register(rule.Rule{
	ID:         "footnote-gap",
	Severity:   rule.Warning,
	Title:      "a number is missing in the sequence of footnotes",
	Checks:     "The numbers of the notes, in the order in which they stand, rise by one. A missing number, or a wrong one between right ones, is a finding.",
	Why:        "A missing number is a note that was lost, or a reference that now points to its neighbour.",
	Example:    "Notes 11, 12, 14: a finding for 13. Near misses: 11, 12, then 1, 2 in the next chapter, where the numbers start again; a document that starts with 3028, an excerpt.",
	Convention: "Numbers may start anywhere and may start again. More than ten numbers missing in a row are undecided: the file may be an excerpt. Where the text has a marker for the missing number, the one finding is footnote-without-note.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run: func(p *rule.Pass) {
		n := p.Numbering()
		p.Checked(n.Checked)
		marked := map[[2]int]bool{}
		for _, m := range p.Markers() {
			marked[[2]int{n.Scope(m.Chapter), m.Number}] = true
		}
		for _, g := range n.Gaps {
			note := n.Notes[g.Before]
			if g.To-g.From+1 > rule.MaxGap {
				p.Undecided(1, "more than ten numbers in a row are missing: the document may be an excerpt")
				continue
			}
			from, to := g.From, g.To
			if !g.Instead && p.Selected("footnote-without-note") {
				scope := n.Scope(note.Commitment)
				for from <= to && marked[[2]int{scope, from}] {
					from++
				}
				for from <= to && marked[[2]int{scope, to}] {
					to--
				}
				if from > to {
					p.Undecided(1, "the text has a marker for the missing number (footnote-without-note)")
					continue
				}
			}
			if !g.Instead && rule.UnplacedNumber(p.Report, from) && rule.UnplacedNumber(p.Report, to) {
				p.Undecided(1, rule.UnplacedReason)
				continue
			}
			f := rule.Finding{Commitment: note.Commitment, Footnote: from, At: note.At}
			f.Stated = fmt.Sprint(note.Number)
			f.Quote = fmt.Sprintf("%d %s", note.Number, opening(note.Text))
			f.Computed = fmt.Sprintf("expected %d", from)
			switch {
			case g.Instead:
				f.Message = fmt.Sprintf("Footnote %d was not found; where it is expected stands a note with the number %d, and the numbers go on with %d.", from, note.Number, from+1)
				f.Explanations = []string{fmt.Sprintf("the note numbered %d is note %d", note.Number, from)}
			case from == to:
				f.Message = fmt.Sprintf("Footnote %d was not found: note %d follows note %d.", from, note.Number, g.From-1)
			default:
				f.Message = fmt.Sprintf("Footnotes %d to %d were not found: note %d follows note %d.", from, to, note.Number, g.From-1)
			}
			p.Found(f)
		}
	},
})

// openingRunes is how many code points of a note are quoted.
const openingRunes = 80

// opening is the beginning of a text, to the end of a word.
func opening(text string) string {
	runes := []rune(text)
	if len(runes) <= openingRunes {
		return text
	}
	end := openingRunes
	for end > 0 && runes[end] != ' ' {
		end--
	}
	if end == 0 {
		end = openingRunes
	}
	return string(runes[:end]) + " …"
}
