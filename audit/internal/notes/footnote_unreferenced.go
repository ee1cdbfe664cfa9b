package notes

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/lost"
	"recount.invalid/recount/audit/internal/rule"
)

var _ = rule.Register(rule.Rule{
	ID:         "footnote-unreferenced",
	Severity:   rule.Warning,
	Title:      "a note without a marker",
	Checks:     "Every note is looked up among the markers of the text: of the whole document, or of its chapter where the numbers start again.",
	Why:        "A source that no statement refers to was cut off from its statement, or the marker carries another number.",
	Example:    "Notes 11, 12, 13 and markers 11 and 13: a finding for 12. Near miss: the marker 12 stands in the background, outside the members' sections.",
	Convention: "Where more than half of the notes have no marker, or none has one, markers were probably not recognised and the notes are undecided. A marker with a wrong number is one finding, footnote-without-note. Three or more notes in a row are one finding.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run: func(p *rule.Pass) {
		n := p.Numbering()
		ms := p.Markers()
		cited := p.Cited()
		meant := map[[2]int]bool{}
		if p.Selected("footnote-without-note") {
			for i, m := range ms {
				if k := wrongMarker(n, cited, ms, i); k > 0 {
					meant[[2]int{n.Scope(m.Chapter), k}] = true
				}
			}
		}
		total, unreferenced := map[int]int{}, map[int][]int{}
		for i, note := range n.Notes {
			scope := n.Scope(note.Commitment)
			total[scope]++
			number := note.Number
			if k, ok := n.StandsFor[i]; ok && cited[scope][k] {
				number = k // the marker carries the right number
			}
			if !cited[scope][number] {
				unreferenced[scope] = append(unreferenced[scope], i)
			}
		}
		actions, _ := lost.Markers(p)
		var found []rule.Finding
		for i, note := range n.Notes {
			scope := n.Scope(note.Commitment)
			if !contains(unreferenced[scope], i) {
				p.Checked(1)
				continue
			}
			switch {
			case len(cited[scope]) == 0 || len(unreferenced[scope])*2 > total[scope]:
				p.Undecided(1, "no marker of most notes was found: markers may not have been recognised")
				continue
			case rule.UnplacedNumber(p.Report, note.Number):
				p.Undecided(1, rule.UnplacedReason)
				continue
			case meant[[2]int{scope, note.Number}]:
				p.Undecided(1, "a marker with a wrong number stands in its place (footnote-without-note)")
				continue
			}
			p.Checked(1)
			f := rule.Finding{Commitment: note.Commitment, Footnote: note.Number, At: note.At}
			f.Stated = fmt.Sprint(note.Number)
			f.Quote = fmt.Sprintf("%d %s", note.Number, opening(note.Text))
			f.Message = fmt.Sprintf("No marker of footnote %d was found in the text.", note.Number)
			if marker, ok := actions[[2]int{scope, note.Number}]; ok {
				f.Member = marker.Member
				f.At = rule.Join(f.At, marker.Action.At)
				f.Explanations = []string{fmt.Sprintf("at the action of %s, between the markers before and behind it, none was found", frontmatter.DateText(*marker.Action))}
			}
			found = append(found, f)
		}
		for _, run := range consecutive(found) {
			p.Found(spanning(run, "No markers of footnotes %d to %d were found in the text."))
		}
	},
})

// spanning makes one finding of those that consecutive put together; the form of its
// message takes the first and the last number.
func spanning(run []rule.Finding, form string) rule.Finding {
	f := run[0]
	if last := run[len(run)-1]; len(run) > 1 {
		f.Message = fmt.Sprintf(form, f.Footnote, last.Footnote)
		f.Stated = fmt.Sprintf("%d–%d", f.Footnote, last.Footnote)
		for _, g := range run[1:] {
			f.At = rule.Join(f.At, g.At)
		}
	}
	return f
}

// consecutive puts findings together whose footnotes follow one another: a
// stretch of at least three has one cause. Others stay by themselves.
func consecutive(found []rule.Finding) [][]rule.Finding {
	const stretch = 3
	var out [][]rule.Finding
	for i := 0; i < len(found); {
		j := i + 1
		for j < len(found) && found[j].Footnote == found[j-1].Footnote+1 && found[j].Commitment == found[i].Commitment {
			j++
		}
		if j-i < stretch {
			j = i + 1
		}
		out = append(out, found[i:j])
		i = j
	}
	return out
}

// contains reports whether a sorted list of indexes has i.
func contains(sorted []int, i int) bool {
	_, ok := slices.BinarySearch(sorted, i)
	return ok
}
