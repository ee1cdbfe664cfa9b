package parse

import (
	"fmt"

	"recount.invalid/recount/model"
)

// checkContents holds the table of contents against the chapters: a numbered
// entry whose heading stands in the document, and no chapter begins with it,
// is a chapter that was not told apart; a chapter whose heading no entry has,
// where others have theirs, may begin elsewhere. What an excerpt leaves out is
// no doubt.
func (r *reading) checkContents(check string) {
	if len(r.contents) == 0 || len(r.rep.Commitments) == 0 {
		r.unsaid(check, "no table of contents was found")
		return
	}
	read := map[string]bool{}
	listed := 0
	for i := range r.rep.Commitments {
		if h := r.rep.Commitments[i].Heading; h != nil {
			key := headingKey(h.Text)
			read[key] = true
			if r.inContents[key] {
				listed++
			}
		}
	}
	standing := map[string]model.At{}
	for i, b := range r.blocks {
		if b.table == nil && r.headingLike(b) && r.listedInContents(i) {
			t := r.content(b)
			standing[headingKey(t.Text)] = t.At
		}
	}
	agrees, numbered := true, 0
	for _, e := range r.contents {
		if e.number == 0 {
			continue
		}
		if _, ok := r.vocab.Heading(withoutFigure(e.text)); ok {
			continue // "1. Introduction"
		}
		numbered++
		if at, ok := standing[e.key]; ok && !read[e.key] {
			agrees = false
			r.doubt("chapter-unread", "the table of contents has '"+clip(e.text, 60)+"', which no chapter begins with", at, r.chapterBehind(at))
		}
	}
	for i := range r.rep.Commitments {
		c := &r.rep.Commitments[i]
		if c.Heading == nil || r.inContents[headingKey(c.Heading.Text)] || listed <= len(r.rep.Commitments)/2 {
			continue
		}
		agrees = false
		r.doubt("chapter-unlisted", "not found in the table of contents: chapter "+chapterName(c), c.Heading.At, pointerTo("commitments", i, "heading"))
	}
	r.said(check, agrees, fmt.Sprintf("%d numbered entries", numbered), fmt.Sprintf("%d of %d chapters stand in it", listed, len(r.rep.Commitments)))
}

// chapterBehind points at the heading of the chapter to which a heading at a
// place seems to belong: the first chapter on its page or behind, if its own
// heading is missing or stands in no table of contents; otherwise at all.
func (r *reading) chapterBehind(at model.At) string {
	for i, c := range r.chapters {
		if len(at) == 0 || c.pages[0] < at[0].Page {
			continue
		}
		h := r.rep.Commitments[i].Heading
		if h == nil || !r.inContents[headingKey(h.Text)] {
			return pointerTo("commitments", i, "heading")
		}
		break
	}
	return "/commitments"
}

// withoutFigure takes the number off a heading.
func withoutFigure(s string) string {
	if _, rest, ok := leadingFigure(s); ok {
		return rest
	}
	return s
}
