package rule

import (
	"iter"
	"strings"

	"recount.invalid/recount/model"
)

// A file may lack pages of the report that it is a copy of, or hold them in
// another order: the report warns of it (kinds that begin with 'pages-'), or
// nothing shows that two pages of the file follow each other in print. What
// stands on both sides of such a place is not held against each other.

const (
	PagesInDoubt = "pages were not found there, or stand in another order: the numbers that they print do not go on"
	fileDamaged  = "the file is damaged or was read in part: what differs may not have been printed so"
	notAsSeen    = "not all that was read is seen on the page, or seen so: what differs may not be printed"
	EndOfFile    = "the file ends with the chapter, perhaps before the section"
	PageBetween  = "a page may be missing where the section would stand: nothing shows that the pages there follow each other"
)

// PagesKinds is how the kinds of warnings on the order of pages begin.
const PagesKinds = "pages-"

// DamageKinds are the kinds of warnings after which any figure of the file may
// be wrong or missing: it is damaged, or a limit was hit.
var DamageKinds = map[string]bool{"damaged": true, "page-cut": true, "page-failed": true, "limit": true, "cut-off": true, "readers-differ": true}

// UnseenKinds are the kinds of warnings after which what was read may not be
// what the page shows: recognised text, text that is hidden, signs and figures
// that the file says are others than it draws.
var UnseenKinds = map[string]bool{"unseen": true, "recognised": true, "drawn-sign": true, "glyph-text": true}

// fileKinds are further kinds of warnings that are about the file, not about what
// stands in it: text that it has and that is not shown, letters that it does not
// name, earlier revisions that are still in it.
var fileKinds = map[string]bool{"revision": true, "unmapped": true, "outside-page": true, "undrawn": true}

// OfFile reports whether a warning is about the file: what of it could not be
// read, is not seen, or is shown otherwise by others or by an earlier revision. All
// others are about what stands in the report.
func OfFile(w model.Warning) bool {
	return DamageKinds[w.Kind] || UnseenKinds[w.Kind] || fileKinds[w.Kind] || strings.HasPrefix(w.Kind, PagesKinds)
}

// unseen is where the report warns of such text.
type unseen struct {
	// everywhere says that any figure may be meant: a warning names no place,
	// or more places than are kept, or one on a page with a summary table, on
	// which the figures of the whole report are counted again.
	everywhere bool
	pages      map[int]bool
}

// mostUnseen is from how many places on the list of them may not be whole.
const mostUnseen = 200

func unseenOf(r *model.Report) *unseen {
	u := &unseen{pages: map[int]bool{}}
	for _, w := range r.Warnings {
		if !UnseenKinds[w.Kind] {
			continue
		}
		u.everywhere = u.everywhere || len(w.At) == 0 || len(w.At) >= mostUnseen
		for _, place := range w.At {
			u.pages[place.Page] = true
		}
	}
	for i := range r.Matrices {
		u.everywhere = u.everywhere || u.touches(r.Matrices[i].At)
	}
	for i := range r.Tables {
		u.everywhere = u.everywhere || u.touches(r.Tables[i].At)
	}
	return u
}

// touches reports whether such text stands on a page of a place.
func (u *unseen) touches(at model.At) bool {
	for _, place := range at {
		if u.pages[place.Page] {
			return true
		}
	}
	return false
}

// touchesFinding reports whether what a finding compares may stand on such a
// page: where it points to, and the tables of the chapters that it counts.
func (u *unseen) touchesFinding(r *model.Report, f *Finding) bool {
	if u.everywhere || len(u.pages) > 0 && len(f.At) == 0 || u.touches(f.At) {
		return true
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		own := c.Number == f.Commitment || c.Row > 0
		if f.Commitment != 0 && !own {
			continue
		}
		if c.Assessment != nil && u.touches(c.Assessment.At) {
			return true
		}
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			about := v.Heading != nil && u.touches(v.Heading.At) || v.Concluding != nil && u.touches(v.Concluding.At)
			// Sections are counted only where the chapter has no table.
			if about && (v.Member == f.Member || f.Member == "" && c.Assessment == nil) {
				return true
			}
		}
	}
	return false
}

// damaged reports whether the report warns that the file's bytes are not what
// was written, or that not all of them were read.
func damaged(r *model.Report) bool {
	for _, w := range r.Warnings {
		if DamageKinds[w.Kind] || strings.HasPrefix(w.Kind, PagesKinds) && len(w.At) == 0 {
			return true
		}
	}
	return false
}

// pageBreak is a place between two pages of the file, from before to, where
// the order of the print is lost.
type pageBreak struct{ from, to int }

// PageOrder is what is known of how the file's pages follow each other.
type pageOrder struct {
	breaks  []pageBreak
	Numbers map[int]int // printed page number by page of the file
	// first and last are the lowest and the highest number of a marker or
	// note on each page; notes that start again in each chapter go on too.
	first, last map[int]int
}

func newPageOrder(r *model.Report, refs []Marker) *pageOrder {
	o := &pageOrder{Numbers: map[int]int{}, first: map[int]int{}, last: map[int]int{}}
	for _, w := range r.Warnings {
		if !strings.HasPrefix(w.Kind, PagesKinds) || len(w.At) == 0 {
			continue
		}
		from, to := PageSpan(w.At)
		if w.Kind == "pages-repeated" {
			from, to = to-1, to+1 // the second of two equal pages is out of place
		}
		o.breaks = append(o.breaks, pageBreak{from, to})
	}
	for _, h := range r.RunningHeads {
		for i, n := range h.Numbers {
			if i < len(h.Pages) && n > 0 {
				o.Numbers[h.Pages[i]] = n
			}
		}
	}
	see := func(number int, at model.At) {
		if number <= 0 || number > highestNote || len(at) != 1 {
			return
		}
		page := at[0].Page
		if n, ok := o.first[page]; !ok || number < n {
			o.first[page] = number
		}
		o.last[page] = max(o.last[page], number)
	}
	for _, m := range refs {
		see(m.Number, m.At)
	}
	return o
}

// Broken reports whether the order of pages is lost somewhere between two
// pages of the file.
func (o *pageOrder) Broken(from, to int) bool {
	for _, b := range o.breaks {
		if from < b.to && to > b.from {
			return true
		}
	}
	return false
}

// Adjacent reports whether something shows that each page from one to the
// other follows the page before it in print: the numbers that the pages print
// go on, or the numbers of the markers on them do.
func (o *pageOrder) Adjacent(from, to int) bool {
	if o.Broken(from, to) {
		return false
	}
	for page := from; page < to; page++ {
		m, n := o.Numbers[page], o.Numbers[page+1]
		if m > 0 && n == m+1 {
			continue
		}
		if m > 0 && n == 0 && page+2 <= to && o.Numbers[page+2] == m+2 {
			page++ // a page without its number between two that have theirs
			continue
		}
		last, ok := o.last[page]
		if !ok || o.first[page+1] != last+1 {
			return false
		}
	}
	return true
}

// PageSpan gives the first and the last page of a place; 0, 0 for none.
func PageSpan(at model.At) (from, to int) {
	var s span
	s.see(at)
	return s.from, s.to
}

// ChapterSpan gives the pages from a chapter's first to the one on which the
// next chapter begins, or to the file's last.
func (p *Pass) ChapterSpan(c *model.Commitment) (from, to int) {
	spans := spansOf.Of(p)
	for i := range spans {
		if &p.Report.Commitments[i] != c {
			continue
		}
		from, to = spans[i].from, spans[i].to
		if from == 0 {
			return 0, 0
		}
		next := LastPage(p.Report)
		if i+1 < len(spans) && spans[i+1].from >= from {
			next = spans[i+1].from
		}
		return from, max(to, next)
	}
	return 0, 0
}

// span is the first and the last page of what it has seen; 0, 0 before.
type span struct{ from, to int }

func (s *span) see(at model.At) {
	for i := range at {
		page := at[i].Page
		if s.from == 0 || page < s.from {
			s.from = page
		}
		s.to = max(s.to, page)
	}
}

// chapterSpans gives the pages of what every chapter holds.
func chapterSpans(r *model.Report) []span {
	out := make([]span, len(r.Commitments))
	for i := range r.Commitments {
		c, s := &r.Commitments[i], &out[i]
		if c.Heading != nil {
			s.see(c.Heading.At)
		}
		s.see(c.At)
		if c.Assessment != nil {
			s.see(c.Assessment.At)
		}
		for j := range c.Verdicts {
			for at := range VerdictAt(&c.Verdicts[j]) {
				s.see(at)
			}
		}
	}
	return out
}

// VerdictSpan gives the pages of what a section holds; 0, 0 for none.
func VerdictSpan(v *model.Verdict) (from, to int) {
	var s span
	for at := range VerdictAt(v) {
		s.see(at)
	}
	return s.from, s.to
}

// VerdictAt are the places of what a section holds, part by part.
func VerdictAt(v *model.Verdict) iter.Seq[model.At] {
	return func(yield func(model.At) bool) {
		if !yield(v.At) || v.Heading != nil && !yield(v.Heading.At) {
			return
		}
		for _, s := range []*model.Statement{v.Opening, v.Closing} {
			if s != nil && !yield(s.At) {
				return
			}
		}
		for i := range v.Actions {
			if !yield(v.Actions[i].At) {
				return
			}
		}
		if v.Concluding != nil {
			yield(v.Concluding.At)
		}
	}
}

// accusationDoubt is why a finding accuses nobody, "" where it does: the file
// is damaged or has lost its signs, or what is quoted runs over from one page to another that may
// not be the next one in print.
func (p *Pass) accusationDoubt(f *Finding) string {
	if why := bearing.Of(p); why != "" {
		return why
	}
	if unseenIn.Of(p).touchesFinding(p.Report, f) {
		return notAsSeen
	}
	for i := 1; i < len(f.At); i++ {
		if a, b := f.At[i-1].Page, f.At[i].Page; b == a+1 && p.PageOrder().Broken(a, b) {
			return PagesInDoubt
		}
	}
	return ""
}

// ChapterBroken reports whether a finding is on a chapter whose pages are not
// in order, or stands outside the chapters beside such a place.
func (p *Pass) ChapterBroken(f *Finding) bool {
	o := p.PageOrder()
	if len(o.breaks) == 0 {
		return false
	}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Number == f.Commitment && c.Row == 0 {
			from, to := p.ChapterSpan(c)
			if f.Footnote != 0 || !beginsWithHeading(c, from) {
				// A page missing right before it may have held its beginning,
				// or the notes before its first.
				from--
			}
			if o.Broken(from, to) {
				return true
			}
		}
	}
	if f.Commitment != 0 && f.Footnote == 0 {
		return false // within a chapter, and nothing is lost there
	}
	from, to := PageSpan(f.At)
	return from > 0 && o.Broken(from-1, to+1)
}

// beginsWithHeading reports whether a chapter's heading stands on its first
// page: what is missing in front of it is then no part of it, as in a chapter
// that is published with the report's cover.
func beginsWithHeading(c *model.Commitment, first int) bool {
	return c.Heading != nil && c.Heading.At.Page() == first && first > 0
}

// bearsNothing is why a file bears no accusation at all, "" where it does.
func bearsNothing(r *model.Report) string {
	switch {
	case damaged(r):
		return fileDamaged
	case signsLost(r):
		return signLost
	}
	return ""
}

var (
	orderOfPages = Keep(func(p *Pass) *pageOrder { return newPageOrder(p.Report, p.Markers()) })
	spansOf      = Keep(func(p *Pass) []span { return chapterSpans(p.Report) })
	unseenIn     = Keep(func(p *Pass) *unseen { return unseenOf(p.Report) })
	// bearing is why the file bears no accusation, empty where it does.
	bearing = Keep(func(p *Pass) string { return bearsNothing(p.Report) })
)

// PageOrder says which pages of the report are out of order or lost.
func (p *Pass) PageOrder() *pageOrder { return orderOfPages.Of(p) }
