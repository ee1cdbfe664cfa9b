package notes

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
)

var _ = rule.Register(rule.Rule{
	ID:         "footnote-without-note",
	Severity:   rule.Warning,
	Title:      "a marker without a note",
	Checks:     "Every marker in the text is looked up among the notes: of the whole document, or of its chapter where the numbers start again.",
	Why:        "The statement before the marker has no source that a reader could look up.",
	Example:    "A marker 13 and notes 11, 12, 14: a finding. Near miss: a raised 2 in a document whose notes start at 902, which is not taken for a marker.",
	Convention: "Numbers below the first note or above the last are undecided unless they are next to it: raised figures that are no markers, and the end of an excerpt, look like that. A number above the last that stands behind a sentence's end, between the markers of two notes of which one follows the other, is a marker. All markers of one missing note are one finding, and so are three or more missing notes in a row.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run: func(p *rule.Pass) {
		n := p.Numbering()
		ms := p.Markers()
		cited := p.Cited()
		type key struct{ scope, number int }
		reported := map[key]int{}
		var found []rule.Finding
		for i, m := range ms {
			scope := n.Scope(m.Chapter)
			notes := n.Has[scope]
			switch {
			case len(notes) == 0:
				p.Undecided(1, "no notes were found in the marker's part of the document")
				continue
			case notes[m.Number]:
				p.Checked(1)
				continue
			case n.ExpectedElsewhere(m.Number, scope):
				p.Undecided(1, "a misnumbered note stands in its place (footnote-gap, footnote-duplicate)")
				continue
			case rule.UnplacedNumber(p.Report, m.Number):
				p.Undecided(1, rule.UnplacedReason)
				continue
			case m.Number < n.Low[scope]-1 || m.Number > n.High[scope]+rule.MaxGap || n.InLongGap(m.Number):
				if wrongMarker(n, cited, ms, i) == 0 && !amongNotes(n, ms, i) {
					p.Undecided(1, "the number is far from those of the notes: it may be no marker")
					continue
				}
			case m.Number > n.High[scope] && m.At.Page() >= rule.LastPage(p.Report):
				p.Undecided(1, "the document ends on the marker's page, perhaps before the note")
				continue
			}
			p.Checked(1)
			if at, ok := reported[key{scope, m.Number}]; ok {
				found[at].At = rule.Join(found[at].At, m.At)
				continue
			}
			f := rule.Finding{Commitment: m.Chapter, CommitmentID: m.Id, Member: m.Member, Footnote: m.Number, At: m.At}
			f.Stated = fmt.Sprint(m.Number)
			f.Quote = rule.Before(m.Text, m.Offset)
			f.Message = fmt.Sprintf("The text has a marker %d; no footnote with this number was found.", m.Number)
			if meant := wrongMarker(n, cited, ms, i); meant > 0 {
				f.Message += fmt.Sprintf(" No marker of footnote %d, which would follow here, was found.", meant)
				f.Explanations = []string{fmt.Sprintf("the marker %d is %d", m.Number, meant)}
			}
			reported[key{scope, m.Number}] = len(found)
			found = append(found, f)
		}
		for _, run := range consecutive(found) {
			p.Found(spanning(run, "The text has markers %d to %d; no footnotes with these numbers were found."))
		}
	},
})

// wrongMarker gives the number that marker i stands for when it stands
// between two markers of which exactly one number lies, and a note of that
// number has no marker; 0 otherwise.
func wrongMarker(n *rule.Numbering, cited map[int]map[int]bool, ms []rule.Marker, i int) int {
	if i == 0 || i+1 >= len(ms) {
		return 0
	}
	scope := n.Scope(ms[i].Chapter)
	if n.Scope(ms[i-1].Chapter) != scope || n.Scope(ms[i+1].Chapter) != scope || n.Has[scope][ms[i].Number] {
		return 0
	}
	meant := ms[i-1].Number + 1
	if ms[i+1].Number != meant+1 || !n.Has[scope][meant] || cited[scope][meant] {
		return 0
	}
	return meant
}

// amongNotes reports whether marker i, whose number is above those of the notes, can
// be nothing but a marker: it stands behind the end of a sentence, between the
// markers of two notes of which the second follows the first.
func amongNotes(n *rule.Numbering, ms []rule.Marker, i int) bool {
	if i == 0 || i+1 >= len(ms) {
		return false
	}
	scope, before, behind := n.Scope(ms[i].Chapter), ms[i-1], ms[i+1]
	if n.Scope(before.Chapter) != scope || n.Scope(behind.Chapter) != scope || ms[i].Number <= n.High[scope] {
		return false
	}
	if !n.Has[scope][before.Number] || behind.Number != before.Number+1 || !n.Has[scope][behind.Number] {
		return false
	}
	said := strings.TrimRight(rule.Before(ms[i].Text, ms[i].Offset), "”’\"')]» ")
	return strings.HasSuffix(said, ".") || strings.HasSuffix(said, "!") || strings.HasSuffix(said, "?")
}
