package witness

import (
	"fmt"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/chapter"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/sheet"
)

// checkContents holds the table of contents against the chapters: a numbered
// entry whose heading stands in the document, and no chapter begins with it,
// is a chapter that was not told apart; a chapter whose heading no entry has,
// where others have theirs, may begin elsewhere. What an excerpt leaves out is
// no doubt.
func (r *Reader) checkContents(check string) {
	if len(r.Contents) == 0 || len(r.Rep.Commitments) == 0 {
		r.unsaid(check, "no table of contents was found")
		return
	}
	read := map[string]bool{}
	listed := 0
	for i := range r.Rep.Commitments {
		if h := r.Rep.Commitments[i].Heading; h != nil {
			key := r.EntryKey(h.Text)
			read[key], read[front.HeadingKey(h.Text)] = true, true
			if r.InContents[key] {
				listed++
			}
		}
	}
	standing := map[string]model.At{}
	for i, b := range r.Blocks {
		if b.Table == nil && r.HeadingLike(b) && r.ListedInContents(i) {
			t := r.Content(b)
			standing[r.EntryKey(t.Text)] = t.At
		}
	}
	agrees, numbered := true, 0
	for _, e := range r.Contents {
		if e.Number == 0 {
			continue
		}
		if _, ok := r.Vocab.Heading(front.WithoutFigure(e.Text)); ok {
			continue // "1. Introduction"
		}
		numbered++
		if at, ok := standing[e.Key]; ok && !read[e.Key] {
			agrees = false
			r.Doubt("chapter-unread", "the table of contents has '"+sheet.Clip(e.Text, 60)+"', which no chapter begins with", at, r.chapterBehind(at))
		}
	}
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		if c.Heading == nil || r.InContents[r.EntryKey(c.Heading.Text)] || listed <= len(r.Rep.Commitments)/2 {
			continue
		}
		agrees = false
		r.Doubt("chapter-unlisted", "not found in the table of contents: chapter "+chapter.ChapterName(c), c.Heading.At, sheet.PointerTo("commitments", i, "heading"))
	}
	r.said(check, agrees, fmt.Sprintf("%d numbered entries", numbered), fmt.Sprintf("%d of %d chapters stand in it", listed, len(r.Rep.Commitments)))
}

// chapterBehind points at the heading of the chapter to which a heading at a
// place seems to belong: the first chapter on its page or behind, if its own
// heading is missing or stands in no table of contents; otherwise at all.
func (r *Reader) chapterBehind(at model.At) string {
	for i, c := range r.Chapters {
		if len(at) == 0 || c.Pages[0] < at[0].Page {
			continue
		}
		h := r.Rep.Commitments[i].Heading
		if h == nil || !r.InContents[r.EntryKey(h.Text)] {
			return sheet.PointerTo("commitments", i, "heading")
		}
		break
	}
	return "/commitments"
}
