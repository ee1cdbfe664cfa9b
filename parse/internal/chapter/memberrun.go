package chapter

import (
	"slices"

	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// Early reports have no headings for the parts of a chapter and no table of
// scores in it: behind its heading stand the promise and a few paragraphs, and
// then the members' sections. What shows the chapter is the run of the
// members, each once, with a score in the heading and text below it.

// minRunMembers is how many members' sections with a score make a run.
const minRunMembers = 3

// memberRun is a run of members' sections: its first heading and its last.
type memberRun struct{ first, last int }

// memberRuns finds the runs of members' sections. A run ends where a member
// comes a second time. Names that follow each other without text between them
// are the rows of a table.
func (r *Reader) memberRuns() []memberRun {
	var out []memberRun
	var run memberRun
	seen := map[string]bool{}
	scored, empty := 0, 0
	end := func() {
		if scored >= minRunMembers && 2*empty < len(seen) {
			out = append(out, run)
		}
		seen = map[string]bool{}
		scored, empty = 0, 0
	}
	for i, b := range r.Blocks {
		code, _, score, ok := r.MemberHeading(b)
		if !ok || !r.HeadingLike(b) {
			continue
		}
		if _, _, withScore := scoretext.HeadingScore(r.Vocab, r.HeadingText(b)); !withScore {
			continue
		}
		if seen[code] {
			end()
		}
		if len(seen) == 0 {
			run.first = i
		}
		run.last = i
		seen[code] = true
		if score != nil {
			scored++
		}
		if i+1 == len(r.Blocks) || r.Blocks[i+1].Table != nil {
			empty++
		} else if _, _, _, next := r.MemberHeading(r.Blocks[i+1]); next {
			empty++
		}
	}
	end()
	return out
}

// startsOfRuns adds the chapters that none of their parts has shown: those of
// the runs of members' sections before which no chapter begins, and over which
// stands a heading that has a number or is in the table of contents. A word for
// a part that stands alone in front of such a heading, and is no larger, is of
// an introduction ('The Commitments').
func (r *Reader) startsOfRuns(found []chapterStart, usual *headStyle) []chapterStart {
	low := 0
	for _, run := range r.memberRuns() {
		within := func(s chapterStart) bool { return s.part >= low && s.part <= run.last }
		k := slices.IndexFunc(found, within)
		if k >= 0 {
			alone := found[k].heading == found[k].part && found[k].part < run.first
			low = found[k].part + 1
			for i := low; i < run.first; i++ {
				alone = alone && r.anchorKind(r.Blocks[i]) == ""
			}
			if !alone {
				low = run.last + 1
				continue
			}
		}
		if h := r.chapterHeading(run.first, low, usual); h < run.first && r.surelyHeads(h) && (k < 0 || r.Blocks[h].Size > 0.97*r.Blocks[found[k].part].Size) {
			first := h
			if l := r.labelAbove(h); l >= low {
				first = l
			}
			if k >= 0 {
				found = slices.Delete(found, k, k+1)
			}
			found = append(found, chapterStart{part: run.first, heading: h, first: first})
		}
		low = run.last + 1
	}
	slices.SortFunc(found, func(a, b chapterStart) int { return a.first - b.first })
	return found
}

// surelyHeads reports whether a heading has what only a chapter's has: a
// number, a label with one over it, or its line in the table of contents.
func (r *Reader) surelyHeads(h int) bool {
	b := r.Blocks[h]
	n, rest, numbered := sheet.LeadingFigure(r.Content(b).Text)
	if numbered && n > 0 && n < maxChapters && paragraph.BeginsAnew(rest) {
		return true
	}
	_, inSequence := r.Unnumbered[b]
	return inSequence || r.labelAbove(h) < h || r.ListedInContents(h)
}
