package audit

import "fmt"

var _ = register(Rule{
	ID:         "footnote-without-note",
	Severity:   Warning,
	Title:      "a marker without a note",
	Checks:     "Every marker in the text is looked up among the notes: of the whole document, or of its chapter where the numbers start again.",
	Why:        "The statement before the marker has no source that a reader could look up.",
	Example:    "A marker 13 and notes 11, 12, 14: a finding. A raised 2 in a document whose notes start at 902 is not taken for a marker.",
	Convention: "Numbers below the first note or above the last are undecided unless they are next to it: raised figures that are no markers, and the end of an excerpt, look like that. All markers of one missing note are one finding, and so are three or more missing notes in a row.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run: func(p *Pass) {
		n := p.numbering()
		ms := p.markers()
		cited := p.cited()
		type key struct{ scope, number int }
		reported := map[key]int{}
		var found []Finding
		for i, m := range ms {
			scope := n.scope(m.chapter)
			notes := n.has[scope]
			switch {
			case len(notes) == 0:
				p.Undecided(1, "no notes were found in the marker's part of the document")
				continue
			case notes[m.number]:
				p.Checked(1)
				continue
			case n.expectedElsewhere(m.number, scope):
				p.Undecided(1, "a misnumbered note stands in its place (footnote-gap, footnote-duplicate)")
				continue
			case unplacedNumber(p.Report, m.number):
				p.Undecided(1, unplacedReason)
				continue
			case m.number < n.low[scope]-1 || m.number > n.high[scope]+maxGap || n.inLongGap(m.number):
				if wrongMarker(n, cited, ms, i) == 0 {
					p.Undecided(1, "the number is far from those of the notes: it may be no marker")
					continue
				}
			case m.number > n.high[scope] && m.at.Page() >= lastPage(p.Report):
				p.Undecided(1, "the document ends on the marker's page, perhaps before the note")
				continue
			}
			p.Checked(1)
			if at, ok := reported[key{scope, m.number}]; ok {
				found[at].At = join(found[at].At, m.at)
				continue
			}
			f := Finding{Commitment: m.chapter, CommitmentID: m.id, Member: m.member, Footnote: m.number, At: m.at}
			f.Stated = fmt.Sprint(m.number)
			f.Quote = before(m.text, m.offset)
			f.Message = fmt.Sprintf("The text has a marker %d; no footnote with this number was found.", m.number)
			if meant := wrongMarker(n, cited, ms, i); meant > 0 {
				f.Message += fmt.Sprintf(" No marker of footnote %d, which would follow here, was found.", meant)
				f.Explanations = []string{fmt.Sprintf("the marker %d is %d", m.number, meant)}
			}
			reported[key{scope, m.number}] = len(found)
			found = append(found, f)
		}
		for _, run := range consecutive(found) {
			f := run[0]
			if last := run[len(run)-1]; len(run) > 1 {
				f.Message = fmt.Sprintf("The text has markers %d to %d; no footnotes with these numbers were found.", f.Footnote, last.Footnote)
				f.Stated = fmt.Sprintf("%d–%d", f.Footnote, last.Footnote)
				for _, g := range run[1:] {
					f.At = join(f.At, g.At)
				}
			}
			p.Found(f)
		}
	},
})

// citedNumbers gives the numbers that have a marker, by scope.
func citedNumbers(n *numbering, ms []marker) map[int]map[int]bool {
	cited := map[int]map[int]bool{}
	for _, m := range ms {
		scope := n.scope(m.chapter)
		if cited[scope] == nil {
			size := 0
			if !n.restarts {
				size = len(n.notes)
			}
			cited[scope] = make(map[int]bool, size)
		}
		cited[scope][m.number] = true
	}
	return cited
}

// wrongMarker gives the number that marker i stands for when it stands
// between two markers of which exactly one number lies, and a note of that
// number has no marker; 0 otherwise.
func wrongMarker(n *numbering, cited map[int]map[int]bool, ms []marker, i int) int {
	if i == 0 || i+1 >= len(ms) {
		return 0
	}
	scope := n.scope(ms[i].chapter)
	if n.scope(ms[i-1].chapter) != scope || n.scope(ms[i+1].chapter) != scope || n.has[scope][ms[i].number] {
		return 0
	}
	meant := ms[i-1].number + 1
	if ms[i+1].number != meant+1 || !n.has[scope][meant] || cited[scope][meant] {
		return 0
	}
	return meant
}
