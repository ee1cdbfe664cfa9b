package witness

import (
	"fmt"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// KindTableUnread is the kind of the warning that no table was found under a
// table's title.
const KindTableUnread = "table-unread"

// captionReach is how many lines may stand between a table's title and the
// table: a subtitle, the scale, a note.
const captionReach = 5

// overReach is how many may stand below the title at its page's end, and above the table
// on the next page.
const overReach = 2

// tableCaption is a table's title and where it stands.
type tableCaption struct {
	text  string
	page  *sheet.Page
	box   model.Box
	size  float64
	found bool
}

// tableAt is something that was read from a table, on one page.
type tableAt struct {
	page  int
	box   model.Box
	taken *bool // by the title above it; of all parts of a table over pages
}

// checkCaptions holds the titles of tables ('Table 3: …') against the tables: one
// under which, and above which, nothing was read as a table names what was lost among
// the paragraphs.
func (r *Reader) checkCaptions(check string) {
	captions := r.tableCaptions()
	if len(captions) == 0 {
		r.unsaid(check, "no title of a table was found")
		return
	}
	tables := r.tablesRead()
	for i := range captions {
		r.takeBelow(captions, i, tables)
	}
	lost := 0
	for i := range captions {
		c := &captions[i]
		if c.found || takeAbove(c, tables) {
			continue
		}
		lost++
		at := model.At{{Page: c.page.Number, Box: c.box}}
		text := "no table was read under its title: " + sheet.Clip(c.text, 80)
		if about := r.lacking(c.text, r.commitmentAround(at)); len(about) > 0 {
			r.Doubt(KindTableUnread, text, at, about...)
		} else {
			r.Warn(KindTableUnread, text, at) // what took its lines is in doubt
		}
	}
	r.said(check, lost == 0, fmt.Sprintf("%d titles of tables", len(captions)), fmt.Sprintf("%d without a table", lost))
}

// tableCaptions gives the titles of tables outside the contents, in the order of the
// document.
func (r *Reader) tableCaptions() []tableCaption {
	listed := map[int]bool{} // pages
	for _, e := range r.Contents {
		listed[e.Page()] = true
	}
	var out []tableCaption
	for _, b := range r.Blocks {
		if b.Table != nil {
			continue
		}
		for i, l := range b.Lines {
			if !captionLine(b, i) {
				continue
			}
			if _, paged := front.BeforePage(l.Printed); paged && (listed[l.Page] || strings.Contains(l.Printed, "..") || strings.Contains(l.Printed, ". .") || strings.Contains(l.Printed, "…")) {
				continue
			}
			if listed[l.Page] && r.InContents[front.HeadingKey(l.Printed)] {
				continue // its page stands in the next line
			}
			out = append(out, tableCaption{text: r.Content(b).Text, page: l.On, box: l.Box, size: l.Size})
		}
	}
	return out
}

// captionLine reports whether line i of a block is a table's title: with a mark behind
// its number, or alone in its line above the words.
func captionLine(b *paragraph.Block, i int) bool {
	l := b.Lines[i]
	if i > 0 && !sheet.EndsSentence(b.Lines[i-1].Printed) && !l.Bold {
		return false // 'in / Table 3. The others …'
	}
	if sheet.IsCaption(l.Printed) {
		return true
	}
	words := strings.Fields(l.Printed)
	if len(words) != 2 || !strings.EqualFold(words[0], "table") || i > 0 || len(words[1]) > captionReach {
		return false
	}
	for _, c := range words[1] {
		if !unicode.IsDigit(c) && !unicode.IsUpper(c) && c != '.' && c != '-' {
			return false
		}
	}
	return !strings.HasSuffix(words[1], ".")
}

// tablesRead gives where tables were found, whatever they were read as, and where lists
// that stand in their place were.
func (r *Reader) tablesRead() []tableAt {
	var out []tableAt
	add := func(at model.At) {
		taken := new(bool)
		for _, p := range at {
			out = append(out, tableAt{page: p.Page, box: p.Box, taken: taken})
		}
	}
	for _, p := range r.Pages {
		for _, t := range p.Tables {
			add(t.Where())
		}
	}
	rep := r.Rep
	for i := range rep.Matrices {
		add(rep.Matrices[i].At)
	}
	for i := range rep.Rankings {
		add(rep.Rankings[i].At)
	}
	for i := range rep.Tables {
		add(rep.Tables[i].At)
	}
	for i := range rep.CommitmentsList {
		add(rep.CommitmentsList[i].At)
	}
	for i := range rep.Commitments {
		c := &rep.Commitments[i]
		if c.Assessment != nil {
			add(c.Assessment.At)
		}
		for _, levels := range [][]model.Level{c.Guidelines, c.Rubric} {
			for k := range levels {
				add(levels[k].At)
			}
		}
	}
	return out
}

// takeBelow finds what was read under a title: on its page before the next title, or at
// the next page's top where little stands below it on its own.
func (r *Reader) takeBelow(captions []tableCaption, i int, tables []tableAt) {
	c := &captions[i]
	end, last := c.page.Height, true
	next := 0.0 // the first title of the next page
	for k := range captions {
		o := &captions[k]
		switch {
		case o.page == c.page && o.box.Top() > c.box.Top():
			end, last = min(end, o.box.Top()), false
		case o.page.Number == c.page.Number+1 && (next == 0 || o.box.Top() < next):
			next = o.box.Top()
		}
	}
	for k := range tables {
		t := &tables[k]
		switch t.page {
		case c.page.Number:
			if t.box.Bottom() > c.box.Top() && t.box.Top() < end && linesBetween(c.page, c.box.Bottom(), t.box.Top()) <= captionReach {
				*t.taken, c.found = true, true
			}
		case c.page.Number + 1:
			if last && (next == 0 || t.box.Top() < next) && linesBetween(c.page, c.box.Bottom(), end) <= overReach && r.linesAbove(t) <= overReach {
				*t.taken, c.found = true, true
			}
		}
	}
}

// takeAbove finds a table right above its title, which no other title has.
func takeAbove(c *tableCaption, tables []tableAt) bool {
	for k := range tables {
		t := &tables[k]
		if !takenAt(t, tables) && t.page == c.page.Number && t.box.Top() < c.box.Top() && linesBetween(c.page, t.box.Bottom(), c.box.Top()) <= 1 {
			*t.taken = true
			return true
		}
	}
	return false
}

// takenAt reports whether a title has a table, or another reading of its place.
func takenAt(t *tableAt, tables []tableAt) bool {
	for k := range tables {
		if o := &tables[k]; *o.taken && o.page == t.page && (sheet.HoldsCentre(o.box, t.box) || sheet.HoldsCentre(t.box, o.box)) {
			return true
		}
	}
	return *t.taken
}

// linesAbove counts the lines above a table on its page.
func (r *Reader) linesAbove(t *tableAt) int {
	for _, p := range r.Pages {
		if p.Number == t.page {
			return linesBetween(p, 0, t.box.Top())
		}
	}
	return 0
}

// linesBetween counts the lines of a page's body between two heights.
func linesBetween(p *sheet.Page, from, to float64) int {
	n := 0
	for _, l := range p.Body {
		if y := l.Box.CentreY(); y > from && y < to {
			n++
		}
	}
	return n
}

// commitmentAround is the chapter on whose pages a place lies behind its heading; -1
// before the first.
func (r *Reader) commitmentAround(at model.At) int {
	found := -1
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		start := c.At
		if c.Heading != nil {
			start = c.Heading.At
		}
		if len(start) == 0 || start[0].Page > at[0].Page || start[0].Page == at[0].Page && start[0].Box.Top() > at[0].Box.Top() {
			continue
		}
		found = i
	}
	return found
}

// lacking are the pointers of what the report, or chapter k of it, has none of and the
// table under a title may have been.
func (r *Reader) lacking(title string, k int) (about []string) {
	switch rep := r.Rep; {
	case k >= 0:
		if rep.Commitments[k].Assessment == nil {
			about = append(about, sheet.PointerTo("commitments", k, "assessment"))
		}
	case r.namesScores(title):
		if len(rep.Matrices) == 0 {
			about = append(about, "/matrices")
		}
		if len(rep.Rankings) == 0 {
			about = append(about, "/rankings")
		}
	case len(rep.CommitmentsList) == 0:
		about = append(about, "/commitments_list")
	}
	return about
}

// namesScores reports whether a table's title speaks of scores.
func (r *Reader) namesScores(s string) bool {
	for _, w := range vocabulary.Words(s) {
		if r.Vocab.Has(vocabulary.FigureWords, w.Folded) || r.Vocab.Has(vocabulary.WeakFigureWords, w.Folded) {
			return true
		}
	}
	return false
}
