package rule

import (
	"strconv"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A report says itself where its reading is in doubt (model.Warning). A figure
// is not accused on evidence that the program may have misread.

const (
	// TableInDoubt and the others are reasons for leaving a case undecided.
	TableInDoubt    = "some text of the table could not be placed"
	chaptersInDoubt = "the chapters may not have been told apart rightly"
	chapterTwice    = "another chapter has the same heading and the same promise: a page may stand in the file twice"
	twoSections     = "a member has two sections in the chapter, which may be of two chapters"
	manyDiffer      = "so much of the chapter differs from its table that it may not have been read in order"
	RowInDoubt      = "a cell of the row holds more than a score: the row may have been misread"
	MatrixInDoubt   = "a row of the table could not be read"
	ProseInDoubt    = "some text within the paragraph could not be placed"
	HeadingInDoubt  = "some text beside the score could not be placed"
)

// elsewhere are the kinds of warning that say nothing of what stands around
// them: where a paragraph ends, and cells and averages without a value, which
// the sums leave out or count as illegible by themselves.
// Nor do those by which the document is its own witness: what they doubt, the
// rules compare by themselves.
var elsewhere = map[string]bool{
	"paragraph-over-page": true, "paragraph-unclear": true, "score-illegible": true, "average-illegible": true,
	"section-missing": true, "row-missing": true, "section-part": true, "marker-without-note": true, "note-without-marker": true,
	"notes-lost": true, "note-gap": true, "matrix-numbers": true, "cover-unread": true, "chapter-unlisted": true, "chapter-unread": true, "summit-year": true, "serial-differs": true, "chapter-without-rubric": true, "rubric-level-lost": true, "date-none": true, "date-close": true, "date-sole": true,
}

// chapterKinds are the kinds of warning that a chapter was not told apart from
// the one before or behind it.
var chapterKinds = map[string]bool{"chapter-without-heading": true, "chapter-without-table": true, "chapter-without-verdicts": true}

// WarnedAt reports whether the report warns of something within one of the
// places.
func WarnedAt(r *model.Report, at model.At) bool { return WarnedOther(r, at, "") }

// UnknownTable is the kind of the warning that stands at every table of no known
// kind.
const UnknownTable = "table-unknown"

// WarnedOther is WarnedAt of other kinds of warnings than one.
func WarnedOther(r *model.Report, at model.At, kind string) bool {
	for _, w := range r.Warnings {
		if elsewhere[w.Kind] || w.Kind == kind {
			continue
		}
		for _, a := range w.At {
			for _, b := range at {
				if a.Page == b.Page && a.Box.X0() < b.Box.X1() && b.Box.X0() < a.Box.X1() &&
					a.Box.Top() < b.Box.Bottom() && b.Box.Top() < a.Box.Bottom() {
					return true
				}
			}
		}
	}
	return false
}

// CountsWarning is the kind of the warning that the figures of a summary table may be counts
// rather than scores.
const CountsWarning = "scores-or-counts"

// Kinds of warnings on columns of a CSV that look like scores and have no
// known member's head (package scores): ColumnWarning on those that are not
// counted, ColumnDoubtWarning on those of which it is not certain whether the
// averages count them.
const (
	ColumnWarning      = "column"
	ColumnDoubtWarning = "column-doubt"
)

// ColumnDoubt is why no average of a CSV is called wrong, "" where it may be.
func ColumnDoubt(r *model.Report) string {
	for _, w := range r.Warnings {
		if w.Kind == ColumnDoubtWarning {
			return w.Text
		}
	}
	return ""
}

// DoubtsChapter reports whether the report warns that a chapter was not told
// apart from its neighbours. A border that was lost lies between two chapters,
// so that a warning about one touches the chapter before and the one behind it,
// and no other. A warning that names no chapter touches all. Where every member
// has its section in the chapter, and none has two, nothing went over its
// borders, whatever else was not found in it: reports without a table in any
// chapter were printed so.
func (p *Pass) DoubtsChapter(c *model.Commitment) bool {
	if p.EveryMemberOnce(c) {
		return false
	}
	at := 0
	for at < len(p.Report.Commitments)-1 && &p.Report.Commitments[at] != c {
		at++
	}
	for _, w := range p.Report.Warnings {
		if !chapterKinds[w.Kind] {
			continue
		}
		about := p.chaptersOf(&w)
		if len(about) == 0 {
			return true
		}
		for _, i := range about {
			if i-1 <= at && at <= i+1 {
				return true
			}
		}
	}
	return false
}

// EveryMemberOnce reports whether the chapter has one section of each member
// that any chapter of the report has a section of.
func (p *Pass) EveryMemberOnce(c *model.Commitment) bool {
	if len(p.Report.Commitments) < 2 || len(c.Verdicts) < fewestSections {
		return false
	}
	own := map[string]bool{}
	for i := range c.Verdicts {
		member := c.Verdicts[i].Member
		if member == "" || own[member] {
			return false
		}
		own[member] = true
	}
	s := sectionsOf.Of(p)
	for _, member := range s.members {
		if !own[member] {
			return false
		}
	}
	// The others must bear it out: a report whose chapters all are pieces has
	// no whole one to go by.
	return s.chapters[len(c.Verdicts)] > 1
}

// sections are the members that any chapter has a section of, and how many chapters
// have how many sections.
type sections struct {
	members  []string
	chapters map[int]int
}

var sectionsOf = Keep(func(p *Pass) sections {
	s := sections{chapters: map[int]int{}}
	known := map[string]bool{}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		s.chapters[len(c.Verdicts)]++
		for j := range c.Verdicts {
			if m := c.Verdicts[j].Member; m != "" && !known[m] {
				known[m] = true
				s.members = append(s.members, m)
			}
		}
	}
	return s
})

// fewestSections is how many sections make a chapter that can be told to be
// whole.
const fewestSections = 3

// chaptersOf are the chapters that a warning is about, by their places among
// the commitments: those that it names, otherwise those on its pages.
func (p *Pass) chaptersOf(w *model.Warning) []int {
	var out []int
	for _, pointer := range w.About {
		rest, ok := strings.CutPrefix(pointer, "/commitments/")
		if !ok {
			continue
		}
		number, _, _ := strings.Cut(rest, "/")
		if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(p.Report.Commitments) {
			out = append(out, i)
		}
	}
	if from, to := PageSpan(w.At); len(out) == 0 && from > 0 {
		for i, s := range spansOf.Of(p) {
			if s.from <= to && from <= s.to {
				out = append(out, i)
			}
		}
	}
	return out
}

// headedTwice reports whether another chapter has the chapter's heading
// and its promise word for word: a page that begins it stands in the file
// twice.
func headedTwice(r *model.Report, c *model.Commitment) bool {
	if c.Heading == nil || c.Heading.Text == "" {
		return false
	}
	n := 0
	for i := range r.Commitments {
		o := &r.Commitments[i]
		if o.Heading != nil && o.Heading.Text == c.Heading.Text && o.Text == c.Text {
			n++
		}
	}
	return n > 1
}

// DoubtsMatrix reports whether the matrix runs over pages whose order is lost,
// or the report warns of a row on its pages that could not be read; sums over
// columns are then sums over other rows.
func (p *Pass) DoubtsMatrix(m *model.Matrix) bool {
	r := p.Report
	if from, to := PageSpan(m.At); p.PageOrder().Broken(from, to) {
		return true
	}
	for _, w := range r.Warnings {
		if w.Kind != "matrix-row" {
			continue
		}
		for _, a := range w.At {
			for _, b := range m.At {
				if a.Page == b.Page {
					return true
				}
			}
		}
	}
	return false
}

// DoubtsRow reports whether a cell of a matrix' row holds more than half a
// score, such as an average or a piece of the label: the cells of such a row
// may stand in the wrong columns.
func (p *Pass) DoubtsRow(r *model.MatrixRow) bool {
	for col := range r.Scores {
		text := strings.TrimSpace(CellText(r, col))
		if reckon.ReadCell(r.Scores[col], text, p.Vocabulary) == reckon.CellIllegible && len([]rune(text)) > 1 {
			return true
		}
	}
	return false
}

// ChapterDoubt is why nothing that a chapter's sections say is held against
// its table, "" where it is. One section or two that are missing or differ are
// a slip of the report; many are a sign that text was read in a wrong order or
// put into a wrong chapter.
func (p *Pass) ChapterDoubt(c *model.Commitment) string {
	if p.DoubtsChapter(c) {
		return chaptersInDoubt
	}
	if from, to := p.ChapterSpan(c); p.PageOrder().Broken(from, to) {
		return PagesInDoubt
	}
	if headedTwice(p.Report, c) {
		return chapterTwice
	}
	sections := map[string]bool{}
	for i := range c.Verdicts {
		member := c.Verdicts[i].Member
		if member != "" && sections[member] {
			return twoSections
		}
		sections[member] = true
	}
	if c.Assessment == nil || len(c.Assessment.Scores) == 0 || len(c.Verdicts) == 0 {
		return ""
	}
	rows, without, last := 0, 0, -1
	for i, s := range c.Assessment.Scores {
		if sections[s.Member] {
			last = i
		}
	}
	for i, s := range c.Assessment.Scores {
		if s.Score == nil || s.Member == "" || i > last { // behind the last section the file may end
			continue
		}
		rows++
		if !sections[s.Member] {
			without++
		}
	}
	compared, differ, extra := 0, 0, 0
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		s, ok := TableScore(c, v.Member)
		if !ok {
			extra++
			continue
		}
		if s.Score != nil && v.HeadingScore != nil {
			compared++
			if *s.Score != *v.HeadingScore {
				differ++
			}
		}
	}
	if Many(without, rows) || Many(extra, len(c.Verdicts)) || Many(differ, compared) {
		return manyDiffer
	}
	return ""
}

// SectionDoubt is why what a section says is not held against itself, its
// heading against its words, "" where it is. A table that was read in part says
// nothing against sections of which every member has one.
func (p *Pass) SectionDoubt(c *model.Commitment) string {
	why := p.ChapterDoubt(c)
	if why != manyDiffer || !p.EveryMemberOnce(c) {
		return why
	}
	compared, differ := 0, 0
	for i := range c.Verdicts {
		s, ok := TableScore(c, c.Verdicts[i].Member)
		if ok && s.Score != nil && c.Verdicts[i].HeadingScore != nil {
			compared++
			if *s.Score != *c.Verdicts[i].HeadingScore {
				differ++
			}
		}
	}
	if Many(differ, compared) {
		return why
	}
	return ""
}

// Many is at least three, and more than a quarter.
func Many(n, of int) bool { return n >= 3 && n*4 > of }
