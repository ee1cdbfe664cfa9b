package parse

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// chapter is one commitment's stretch of blocks.
type chapter struct {
	label    *block   // over the heading: "Commitment 3"; nil for none
	headings []*block // usually one; two where a heading was set in two blocks
	blocks   []*block
	number   int
	printed  bool // number was printed
	headless bool // begins with a member's section: an excerpt from a chapter's middle
	partless bool // its parts have no headings: a run of members' sections shows it
	// byMember are the sections on the commitment in a report that has a
	// chapter for each member.
	byMember []*verdictBlocks
	rep      *model.Commitment
	serials  []serialClaim // that the chapter itself prints
	pages    [2]int
	// leaders are the team leaders whom the chapter names.
	leaders []string
}

// splitChapters cuts the blocks into front matter and chapters. A chapter
// shows itself by its parts: a section heading of a chapter, or an assessment
// table, that comes first, comes after member sections, or comes a second
// time, begins a new one; its heading is the best heading above that.
func (r *reading) splitChapters() error {
	r.mergeTables()
	r.readContents()
	if r.chapters = r.byCountry(); r.chapters != nil {
		return nil
	}
	found := r.startsOfRuns(r.chapterStarts(nil), nil)
	if usual := r.usualHead(found); usual != nil {
		found = r.startsOfRuns(r.chapterStarts(usual), usual)
	}
	starts := make([]int, len(found))
	partless := map[int]bool{}
	for i, s := range found {
		starts[i] = s.first
		_, _, _, partless[s.first] = r.memberHeading(r.blocks[s.part])
	}
	if first := r.headlessChapter(starts); first >= 0 {
		starts = append([]int{first}, starts...)
	}
	for k, s := range starts {
		end := len(r.blocks)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		c := &chapter{blocks: r.blocks[s:end], partless: partless[s]}
		if _, _, _, ok := r.memberHeading(r.blocks[s]); ok {
			c.headless = true
			r.chapters = append(r.chapters, c)
			continue
		}
		if len(c.blocks) > 0 && r.plainHeading(c.blocks[0]) && !r.headingLike(c.blocks[0]) {
			c.headings = append(c.headings, c.blocks[0])
			c.blocks = c.blocks[1:]
		}
		if len(c.blocks) > 1 && s+1 < end && r.labelAbove(s+1) == s && r.headingLike(c.blocks[1]) {
			c.label = c.blocks[0]
			c.blocks = c.blocks[1:]
		}
		for len(c.blocks) > 0 && r.anchorKind(c.blocks[0]) == "" && r.headingLike(c.blocks[0]) && len(c.headings) < 2 {
			if len(c.headings) == 1 && !continuesHeading(c.headings[0], c.blocks[0]) {
				break
			}
			c.headings = append(c.headings, c.blocks[0])
			c.blocks = c.blocks[1:]
		}
		r.chapters = append(r.chapters, c)
	}
	if len(starts) > 0 {
		r.front = r.blocks[:starts[0]]
	} else {
		r.front = r.blocks
	}
	return nil
}

// chapterStarts finds where chapters begin. usual is how most chapters'
// headings are set; nil where that is not known yet.
func (r *reading) chapterStarts(usual *headStyle) []chapterStart {
	var starts []chapterStart
	seen := map[string]bool{}
	verdicts := false
	inside := false
	low := 0
	listed := 0 // blocks of a list of scores that are still to come
	for i, b := range r.blocks {
		if listed > 0 {
			listed--
			low = i + 1
			continue
		}
		kind := r.anchorKind(b)
		switch {
		case r.headsList(i):
			kind = ""
		case kind == vocabulary.HeadingAssessment:
			_, listed = r.scoreList(r.blocks[i+1:])
		}
		if kind == "" {
			if inside && len(seen) > 0 {
				if _, _, _, ok := r.memberHeading(b); ok {
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
	}
	return starts
}

// headlessChapter finds the member's section with which a document begins that
// is cut from a chapter's middle: a heading with a score before every chapter,
// and behind it a sentence that awards one. -1 is none.
func (r *reading) headlessChapter(starts []int) int {
	before := r.blocks
	if len(starts) > 0 {
		before = r.blocks[:starts[0]]
	}
	first := -1
	for i, b := range before {
		if b.table != nil {
			continue
		}
		if first < 0 {
			if _, _, score, ok := r.memberHeading(b); ok && score != nil {
				first = i
			}
			continue
		}
		if _, score, ok := notation.ConcludingScore(r.vocab, r.content(b).Text); ok && score != nil {
			return first
		}
	}
	return -1
}

// leadsChapter reports whether a table of scores at block i, which no heading
// announces, is followed by the parts of a chapter before the next one begins.
func (r *reading) leadsChapter(i int) bool {
	for _, b := range r.blocks[i+1:] {
		if _, _, _, ok := r.memberHeading(b); ok {
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
func (r *reading) anchorKind(b *block) string {
	if b.table != nil {
		if r.isAssessment(b.table) {
			return anchorTable
		}
		return ""
	}
	if kind, ok := r.sectionKind(b); ok && chapterKinds[kind] {
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
func (r *reading) belowTitle(b *block) string {
	if len(b.lines) < 2 || len(b.lines) > 4 || !r.isReportTitle(b.lines[0].text) {
		return ""
	}
	if _, year := r.summitName(b.lines[0].text); year == 0 {
		return ""
	}
	rest := r.text(wholeLines(b.lines[1:])).Text
	if r.isTitle(rest) || hasStage(r, rest) || hasForum(r, rest) || len(notation.FindDates(r.vocab, rest)) > 0 || !hasLetter(rest) {
		return "" // the title goes on
	}
	return rest
}

// plainHeading reports whether a block of plain text can be a chapter's heading
// where nothing above it is set as one: a single short line with a number
// before it and no full stop behind it.
func (r *reading) plainHeading(b *block) bool {
	if b.table != nil || len(b.lines) != 1 || b.lines[0].chars > 90 || endsSentence(b.lines[0].text) {
		return false
	}
	n, rest, ok := leadingFigure(b.lines[0].text)
	return ok && n > 0 && n < 400 && beginsAnew(rest) && hasLetter(rest) && len(notation.FindDates(r.vocab, b.lines[0].text)) == 0
}

// continuesHeading reports whether b is the second half of heading a: set
// alike, right below it.
func continuesHeading(a, b *block) bool {
	return a.page == b.page && layout.SameSize(a.size, b.size) && a.bold == b.bold && b.gap < 1.2
}

// readHeading takes the i-th chapter's heading apart: number, serial, area, title.
func (r *reading) readHeading(i int, c *chapter) {
	if len(c.headings) == 0 {
		return
	}
	var t model.Text
	if c.label != nil {
		t = r.content(c.label)
		c.label.used = true
	}
	for _, b := range c.headings {
		t = appendText(t, r.content(b), " ")
		b.used = true
	}
	c.rep.Heading = &t
	c.rep.At = t.At
	text := t.Text
	if below := r.belowTitle(c.headings[0]); below != "" && len(c.headings) == 1 {
		text = below
	}
	if c.label != nil {
		c.number, c.printed = r.chapterLabel(c.label), true
		text = strings.TrimSpace(strings.TrimPrefix(text, r.content(c.label).Text))
	} else {
		text = r.readNumber(i, c, text)
	}
	text, serial := takeSerial(text)
	if serial == "" {
		text, serial = leadingSerial(text)
	}
	c.claimSerial(serial, t.At)
	area, title, ok := strings.Cut(text, ": ")
	c.rep.IssueArea = strings.TrimSpace(area)
	if ok {
		c.rep.Title = strings.TrimSpace(title)
	}
}

// takeSerial takes the serial that stands in brackets at the end of a heading
// or of a listed commitment: "[2008-72]", "(2031-12)", "[134]". A bracket
// without a figure, or with a space, is no serial.
func takeSerial(s string) (rest, serial string) {
	t := strings.TrimRight(s, " *")
	var open byte
	switch {
	case strings.HasSuffix(t, "]"):
		open = '['
	case strings.HasSuffix(t, ")"):
		open = '('
	default:
		return s, ""
	}
	i := strings.LastIndexByte(t, open)
	if i < 0 {
		return s, ""
	}
	in := t[i+1 : len(t)-1]
	digits := 0
	for _, c := range in {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '-' || c == '–' || c == '.' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		default:
			return s, ""
		}
	}
	if digits == 0 || len(in) > 14 || notation.BeginsSigned(in) {
		return s, ""
	}
	if open == '(' && !strings.ContainsAny(in, "-–") {
		return s, "" // "(2013)" is a year, not a serial
	}
	return strings.TrimSpace(t[:i]), strings.ReplaceAll(in, "–", "-")
}
