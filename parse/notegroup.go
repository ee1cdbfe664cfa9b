package parse

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/citation"
)

// maxFirstNote is the highest number with which a count of notes begins.
const maxFirstNote = 3

// settleNoteGroups gives notes that begin to count again in each chapter to
// their chapters where they all stand at the report's end, far from the markers:
// the first count belongs to the first chapter that has markers, and so on. The
// evidence is that there are as many counts as such chapters and that most of the
// numbers of each are marked in its chapter.
func (r *reading) settleNoteGroups(notes []citation.Note, marked []map[int][]model.Place) {
	var groups [][]int
	for i := range notes {
		if i == 0 || notes[i].Number <= notes[i-1].Number {
			groups = append(groups, nil)
		}
		k := len(groups) - 1
		groups[k] = append(groups[k], i)
	}
	var chapters []int
	for i, m := range marked {
		if len(m) > 0 {
			chapters = append(chapters, i)
		}
	}
	if len(groups) < 2 || len(groups) != len(chapters) {
		return
	}
	for k, group := range groups {
		if notes[group[0]].Number > maxFirstNote {
			return // a number printed twice, not a new count
		}
		hits := 0
		for _, i := range group {
			if len(marked[chapters[k]][notes[i].Number]) > 0 {
				hits++
			}
		}
		if 2*hits <= len(group) {
			return
		}
	}
	for k, group := range groups {
		for _, i := range group {
			notes[i].Commitment = r.Chapters[chapters[k]].Number
		}
	}
}
