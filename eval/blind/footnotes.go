package blind

import (
	"fmt"
	"slices"

	"recount.invalid/recount/model"
)

// footnoteFields are those of a citation.
var footnoteFields = []comparer[*Note, *model.Footnote]{
	{"footnote.published",
		func(n *Note) string { return exactIfStated(n.Published) },
		func(f *model.Footnote) string { return exact(f.Published) }},
	{"footnote.accessed",
		func(n *Note) string { return exactIfStated(n.Accessed) },
		func(f *model.Footnote) string { return exact(f.Accessed) }},
	{"footnote.url",
		func(n *Note) string { return exactIfStated(n.URL) },
		func(f *model.Footnote) string { return exact(f.URL) }},
	{"footnote.place",
		func(n *Note) string { return wordsOrOpen(n.Place) },
		func(f *model.Footnote) string { return words(f.Place) }},
	{"footnote.translated",
		func(n *Note) string {
			if !n.Translated.is {
				return open
			}
			return yes(n.Translated.value != nil && *n.Translated.value)
		},
		func(f *model.Footnote) string { return yes(f.Translation != "") }},
}

// noteKey finds a note: by its number, and by its chapter where notes restart.
type noteKey struct{ commitment, number int }

// compareFootnotes takes notes of the same number in their order, so that a
// number that is printed twice has both its notes compared.
func compareFootnotes(s *Sheet, t *Truth, r *model.Report) {
	if len(t.Footnotes) == 0 {
		return // the truth does not speak of notes
	}
	restart := slices.ContainsFunc(t.Footnotes, func(n Note) bool { return n.Commitment != 0 })
	key := func(commitment, number int) noteKey {
		if !restart {
			commitment = 0
		}
		return noteKey{commitment, number}
	}
	at := map[noteKey][]int{}
	for i, f := range r.Footnotes {
		k := key(f.Commitment, f.Number)
		at[k] = append(at[k], i)
	}
	taken := map[int]bool{}
	for i := range t.Footnotes {
		n := &t.Footnotes[i]
		f := new(model.Footnote)
		s.object = "/footnotes"
		k := key(n.Commitment, n.Number)
		found := len(at[k]) > 0
		if found {
			j := at[k][0]
			at[k] = at[k][1:]
			taken[j] = true
			f, s.object = &r.Footnotes[j], footnoteObject(j)
		}
		where := fmt.Sprintf("#%d", n.Number)
		if restart {
			where = fmt.Sprintf("%d#%d", n.Commitment, n.Number)
		}
		s.found("footnote.found", where, found)
		compareFields(s, footnoteFields, where, n, f)
	}
	for i, f := range r.Footnotes {
		if !taken[i] {
			s.object = footnoteObject(i)
			s.spurious("footnote.spurious", fmt.Sprintf("#%d", f.Number))
		}
	}
}
