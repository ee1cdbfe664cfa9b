package chapter

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// Chapter is one commitment's stretch of blocks.
type Chapter struct {
	label    *paragraph.Block   // over the heading: "Commitment 3"; nil for none
	area     *paragraph.Block   // over both: the area, where the heading is the title; nil for none
	headings []*paragraph.Block // usually one; two where a heading was set in two blocks
	blocks   []*paragraph.Block
	Number   int
	printed  bool // number was printed
	headless bool // begins with a member's section: an excerpt from a chapter's middle
	partless bool // its parts have no headings: a run of members' sections shows it
	// byMember are the sections on the commitment in a report that has a
	// chapter for each member.
	byMember []*verdictBlocks
	Rep      *model.Commitment
	serials  []serialClaim // that the chapter itself prints
	Pages    [2]int
	// scoresEnd is the index behind the block of the last table of scores.
	scoresEnd int
	// stated are the averages in lines of their own, statedTexts these lines.
	stated      []model.Average
	statedTexts []model.Text
	// leaders are the team leaders whom the chapter names.
	leaders []string
	// itemForms are the forms of numbers that the actions of its sections have.
	itemForms map[string]bool
}

// SplitChapters cuts the blocks into front matter and chapters. A chapter
// shows itself by its parts: a section heading of a chapter, or an assessment
// table, that comes first, comes after member sections, or comes a second
// time, begins a new one; its heading is the best heading above that.
func (r *Reader) SplitChapters() error {
	r.MergeTables()
	r.ReadContents()
	if r.Chapters = r.byCountry(); r.Chapters != nil {
		return nil
	}
	found := r.startsOfRuns(r.chapterStarts(nil), nil)
	if usual := r.usualHead(found); usual != nil {
		found = r.startsOfRuns(r.chapterStarts(usual), usual)
	}
	starts := make([]int, len(found))
	partless := map[int]bool{}
	areas := map[int]bool{} // of the starts that are an area above the heading
	firsts := make([]int, len(found))
	for i, s := range found {
		if s.heading < s.part {
			firsts[i] = s.first
		}
	}
	for i, above := range r.areasAbove(firsts) {
		if starts[i] = found[i].first; above {
			starts[i]--
			areas[starts[i]] = true
		}
	}
	for i, s := range found {
		_, _, _, partless[starts[i]] = r.MemberHeading(r.Blocks[s.part])
	}
	if first := r.headlessChapter(starts); first >= 0 {
		starts = append([]int{first}, starts...)
	}
	for k, s := range starts {
		end := len(r.Blocks)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		c := &Chapter{blocks: r.Blocks[s:end], partless: partless[s]}
		if _, _, _, ok := r.MemberHeading(r.Blocks[s]); ok {
			c.headless = true
			r.Chapters = append(r.Chapters, c)
			continue
		}
		if areas[s] {
			c.area, c.blocks = c.blocks[0], c.blocks[1:]
			s++
		}
		if len(c.blocks) > 0 && r.plainHeading(c.blocks[0]) && !r.HeadingLike(c.blocks[0]) {
			c.headings = append(c.headings, c.blocks[0])
			c.blocks = c.blocks[1:]
		}
		if len(c.blocks) > 1 && s+1 < end && r.labelAbove(s+1) == s && r.HeadingLike(c.blocks[1]) {
			c.label = c.blocks[0]
			c.blocks = c.blocks[1:]
		}
		for len(c.blocks) > 0 && r.anchorKind(c.blocks[0]) == "" && r.HeadingLike(c.blocks[0]) && len(c.headings) < 2 {
			if len(c.headings) == 1 && !front.ContinuesHeading(c.headings[0], c.blocks[0]) {
				break
			}
			c.headings = append(c.headings, c.blocks[0])
			c.blocks = c.blocks[1:]
		}
		r.Chapters = append(r.Chapters, c)
	}
	if len(starts) > 0 {
		r.Front = r.Blocks[:starts[0]]
	} else {
		r.Front = r.Blocks
	}
	return nil
}

// chapterStarts finds where chapters begin. usual is how most chapters'
// headings are set; nil where that is not known yet.
func (r *Reader) chapterStarts(usual *headStyle) []chapterStart {
	var starts []chapterStart
	seen := map[string]bool{}
	verdicts := false
	inside := false
	low := 0
	listed := 0 // blocks of a list of scores that are still to come
	table := -1 // the last table of scores
	for i, b := range r.Blocks {
		if listed > 0 {
			listed--
			low = i + 1
			continue
		}
		kind := r.anchorKind(b)
		switch {
		case r.HeadsList(i):
			kind = ""
		case kind == vocabulary.HeadingAssessment:
			_, listed = r.ScoreList(r.Blocks[i+1:])
		}
		if kind == "" {
			if inside && len(seen) > 0 {
				if _, _, _, ok := r.MemberHeading(b); ok {
					verdicts = true
					low = i + 1
				}
			}
			continue
		}
		// A head that stands right below a heading ("Final Compliance Score"
		// over the columns) repeats nothing.
		repeated := seen[kind] && low < i && partKinds[kind]
		if !inside || verdicts || repeated {
			h := r.chapterHeading(i, low, usual)
			if inside && h == i && !verdicts && !repeated {
				continue
			}
			if inside && h == i && kind == anchorTable && !r.leadsChapter(i) {
				continue // a second table of the chapter before
			}
			if inside && h == i && kind == anchorTable && !verdicts && r.tableGoesOver(table, i) {
				table = i
				continue // the rest of the table
			}
			if !r.beginsChapter(i, h, kind) {
				continue
			}
			first := h
			if l := r.labelAbove(h); h < i && l >= low {
				first = l
			}
			starts = append(starts, chapterStart{part: i, heading: h, first: first})
			seen = map[string]bool{}
			verdicts = false
			inside = true
		}
		seen[kind] = true
		low = i + 1
		if kind == anchorTable {
			table = i
		}
	}
	return starts
}

// headlessChapter finds the member's section with which a document begins that
// is cut from a chapter's middle: a heading with a score before every chapter,
// and behind it a sentence that awards one. -1 is none.
func (r *Reader) headlessChapter(starts []int) int {
	before := r.Blocks
	if len(starts) > 0 {
		before = r.Blocks[:starts[0]]
	}
	first := -1
	for i, b := range before {
		if b.Table != nil {
			continue
		}
		if first < 0 {
			if _, _, score, ok := r.MemberHeading(b); ok && score != nil {
				first = i
			}
			continue
		}
		if _, score, ok := scoretext.ConcludingScore(r.Vocab, r.Content(b).Text); ok && score != nil {
			return first
		}
	}
	return -1
}

// leadsChapter reports whether a table of scores at block i, which no heading
// announces, is followed by the parts of a chapter before the next one begins.
func (r *Reader) leadsChapter(i int) bool {
	for _, b := range r.Blocks[i+1:] {
		if _, _, _, ok := r.MemberHeading(b); ok {
			return true
		}
		switch r.anchorKind(b) {
		case "":
		case vocabulary.HeadingCommitment, vocabulary.HeadingAssessment, anchorTable:
			return false
		default:
			return true
		}
	}
	return false
}

// anchorTable stands for an assessment table among the kinds of headings.
const anchorTable = "assessment table"

// anchorKind tells by what a block belongs to a chapter; "" by nothing.
func (r *Reader) anchorKind(b *paragraph.Block) string {
	if b.Table != nil {
		if r.IsAssessment(b.Table) {
			return anchorTable
		}
		return ""
	}
	if kind, ok := r.SectionKind(b); ok && paragraph.ChapterKinds[kind] {
		return kind
	}
	return ""
}

// sectionRole is the role of who wrote a member's section, which stands at its
// end.
const sectionRole = "analyst"

// belowTitle gives the chapter's heading that is set as one block with the
// report's title above it, as reports repeat it over each chapter: the lines
// behind the title. "" is none.
func (r *Reader) belowTitle(b *paragraph.Block) string {
	if len(b.Lines) < 2 || len(b.Lines) > 4 || !r.IsReportTitle(b.Lines[0].Printed) {
		return ""
	}
	if _, year := r.SummitName(b.Lines[0].Printed); year == 0 {
		return ""
	}
	rest := r.Text(marker.WholeLines(b.Lines[1:])).Text
	if r.IsTitle(rest) || r.HasStage(rest) || r.HasForum(rest) || len(date.FindDates(r.Vocab, rest)) > 0 || !sheet.HasLetter(rest) {
		return "" // the title goes on
	}
	return rest
}

// plainHeading reports whether a block of plain text can be a chapter's heading
// where nothing above it is set as one: a single short line with a number
// before it and no full stop behind it.
func (r *Reader) plainHeading(b *paragraph.Block) bool {
	if b.Table != nil || len(b.Lines) != 1 || b.Lines[0].Chars > 90 || sheet.EndsSentence(b.Lines[0].Printed) {
		return false
	}
	n, rest, ok := sheet.LeadingFigure(b.Lines[0].Printed)
	return ok && n > 0 && n < 400 && paragraph.BeginsAnew(rest) && sheet.HasLetter(rest) && len(date.FindDates(r.Vocab, b.Lines[0].Printed)) == 0
}

// readHeading takes the i-th chapter's heading apart: number, serial, area, title.
func (r *Reader) readHeading(i int, c *Chapter) {
	if len(c.headings) == 0 {
		return
	}
	var t model.Text
	if c.label != nil {
		t = r.Content(c.label)
		c.label.Used = true
	}
	for _, b := range c.headings {
		t = marker.AppendText(t, r.Content(b), " ")
		b.Used = true
	}
	c.Rep.Heading = &t
	c.Rep.At = t.At
	text := t.Text
	if below := r.belowTitle(c.headings[0]); below != "" && len(c.headings) == 1 {
		text = below
	}
	if c.label != nil {
		c.Number, c.printed = r.ChapterLabel(c.label), true
		label := r.Content(c.label)
		text = strings.TrimSpace(strings.TrimPrefix(text, label.Text))
		_, serial := labelSerial(label.Text)
		c.claimSerial(serial, label.At)
	} else {
		text = r.readNumber(i, c, text)
	}
	text, serial := scoring.TakeSerial(text)
	if serial == "" {
		text, serial = leadingSerial(text)
	}
	c.claimSerial(serial, t.At)
	area, title, ok := r.splitTitle(text)
	c.Rep.IssueArea = strings.TrimSpace(area)
	if ok {
		c.Rep.Title = strings.TrimSpace(title)
	}
	r.titleBeside(c, ok)
}
