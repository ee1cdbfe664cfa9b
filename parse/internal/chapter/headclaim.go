package chapter

import (
	"strings"

	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Between the end of one chapter and the first sure part of the next stand, in
// any order, the chapter's heading, a label over or under it, the promise, its
// serial and source and those who led the work. Every heading among them is a
// claim; what speaks for and against it is summed here.

// headEvidence is something that speaks for or against a chapter's heading.
type headEvidence int

const (
	headNumbered headEvidence = iota
	headListed
	headLabelled
	headUsual
	headOverPart
	headOpensPage
	headOverPeople
	headBeyondPeople
	headEvidences
)

// headWeights are the weights of evidence. A number outweighs all else together.
var headWeights = [headEvidences]int{
	headNumbered:     20, // a number stands before it, or the word for a chapter with one
	headListed:       4,  // the table of contents has it
	headLabelled:     4,  // "Commitment 3" stands right above it
	headUsual:        3,  // most chapters' headings are set like it
	headOverPart:     2,  // clearly larger than the heading of the chapter's first part
	headOpensPage:    1,  // it opens its page
	headOverPeople:   2,  // a line with people stands right below it, on the page of the first part
	headBeyondPeople: -4, // a line with people stands between: it may end the chapter before
}

// headNames name the evidence where it is counted.
var headNames = [headEvidences]string{"numbered", "listed", "labelled", "usual", "over part", "opens page", "over people", "beyond people"}

const (
	// headFloor is the least sum with which a heading is a chapter's.
	headFloor = 0
	// lookBack bounds how far above a chapter's first section its heading is
	// looked for, in blocks.
	lookBack = 16
	// maxHeadText is how many blocks of text may stand between: the promise.
	maxHeadText = 8
)

// headStyle is how a heading is set.
type headStyle struct {
	size         float64
	bold, italic bool
}

func styleOf(b *paragraph.Block) headStyle { return headStyle{b.Size, b.Bold, b.Italic} }

// like reports whether two headings are set alike.
func (s headStyle) like(t headStyle) bool {
	return layout.SameSize(s.size, t.size) && s.bold == t.bold && s.italic == t.italic
}

// chapterStart is where a chapter begins: its first sure part, its heading
// (the part itself where there is none) and the first block of both.
type chapterStart struct{ part, heading, first int }

// chapterHeading finds the heading of the chapter whose first part is block i,
// among the headings above it down to low: the one for which most speaks, of
// those the largest, of those the nearest. Without any it is i itself, or a
// plain line with a number. usual is how most chapters' headings are set; nil
// where that is not known.
func (r *Reader) chapterHeading(i, low int, usual *headStyle) int {
	best, most := i, 0
	paragraphs := 0
	plain := -1
	people, table := false, false
	for j := i - 1; j >= low && j >= i-lookBack; j-- {
		b := r.Blocks[j]
		if b.Table != nil {
			table = true // above it only the table of contents can tell a heading
			continue
		}
		text := r.Content(b).Text
		if _, _, _, ok := r.RoleLine(text); ok {
			if r.endsSection(j) {
				break
			}
			// Who led the work may stand between the promise and the
			// chapter's first part; or it ends the chapter before.
			people = true
			continue
		}
		if _, _, ok := scoretext.ConcludingScore(r.Vocab, text); ok {
			break
		}
		if !r.HeadingLike(b) {
			if plain < 0 && r.plainHeading(b) {
				plain = j
			}
			if paragraphs++; paragraphs > maxHeadText {
				break
			}
			continue
		}
		if _, ok := r.SectionKind(b); ok {
			break
		}
		if _, _, _, ok := r.MemberHeading(b); ok || r.IsReportTitle(text) && r.belowTitle(b) == "" {
			break
		}
		if r.ChapterLabel(b) > 0 && best < i {
			continue // it belongs to the heading below it
		}
		sum := r.weighHeading(j, r.Blocks[i], people, usual)
		if sum < headFloor || table && !r.ListedInContents(j) {
			continue
		}
		if best == i || sum > most || sum == most && b.Size > r.Blocks[best].Size {
			best, most = j, sum
		}
	}
	if best == i && plain >= 0 {
		return plain
	}
	if best > low && best < i {
		if prev := r.Blocks[best-1]; r.HeadingLike(prev) && front.ContinuesHeading(prev, r.Blocks[best]) {
			if _, _, numbered := sheet.LeadingFigure(r.Content(prev).Text); numbered {
				best--
			}
		}
	}
	return best
}

// weighHeading sums what speaks for block j being the heading of the chapter
// that has part as its first part; people says that a line with people stands
// between the two.
func (r *Reader) weighHeading(j int, part *paragraph.Block, people bool, usual *headStyle) int {
	b := r.Blocks[j]
	var held [headEvidences]bool
	n, rest, ok := r.HeadingNumber(r.Content(b).Text)
	label := r.labelAbove(j)
	held[headNumbered] = ok && n > 0 && n < maxChapters && paragraph.BeginsAnew(rest)
	held[headListed] = r.ListedInContents(j)
	held[headLabelled] = label < j
	held[headUsual] = usual != nil && usual.like(styleOf(b))
	held[headOverPart] = b.Size >= part.Size*leadingSize
	held[headOpensPage] = label == 0 || r.Blocks[label-1].Page != b.Page
	held[headOverPeople] = b.Page == part.Page && r.headsPeople(j)
	held[headBeyondPeople] = people
	return r.Weigh(headNames[:], headWeights[:], held[:], func() sheet.Weighing {
		t := r.Content(b)
		return sheet.Weighing{Question: "chapter heading", Text: t.Text, At: t.At}
	})
}

// maxChapters bounds the number of a chapter: what is larger is a year or an
// amount.
const maxChapters = 400

// labelAbove gives the block at which the heading at block j begins: the label
// right above it ("Commitment 3"), or j.
func (r *Reader) labelAbove(j int) int {
	if j == 0 || r.Blocks[j-1].Page != r.Blocks[j].Page || r.ChapterLabel(r.Blocks[j-1]) == 0 {
		return j
	}
	return j - 1
}

// ChapterLabel reads a line that is the word for a chapter or a promise and
// its number, and nothing else but perhaps the serial ("Commitment 3", "Chapter
// IV", "Commitment 3 [2031-12]"); 0 is none.
func (r *Reader) ChapterLabel(b *paragraph.Block) int {
	if b.Table != nil || len(b.Lines) != 1 {
		return 0
	}
	text, _ := labelSerial(r.Content(b).Text)
	words := strings.Fields(text)
	if len(words) == 3 && strings.EqualFold(strings.TrimRight(words[1], "."), "no") {
		words = append(words[:1], words[2])
	}
	if len(words) != 2 || !r.NamesChapter(words[0]) {
		return 0
	}
	number := strings.TrimRight(words[1], ":.–—")
	if n := plainNumber(number); n > 0 && n < maxChapters {
		return n
	}
	if n, end, ok := r.Vocab.NumberWordAt([]rune(number), 0); ok && n > 0 && end == len([]rune(number)) && paragraph.BeginsAnew(number) {
		return n // "Chapter Three"
	}
	return paragraph.RomanLevel(number)
}

// labelSerial takes the serial off the end of a label: in brackets, or with the
// year of the summit.
func labelSerial(label string) (rest, serial string) {
	if rest, serial = scoring.TakeSerial(label); serial != "" {
		return rest, serial
	}
	label = strings.TrimSpace(label)
	i := strings.LastIndexByte(label, ' ')
	if i < 0 {
		return label, ""
	}
	serial, _ = SerialWord(label[i+1:])
	if year, _, _ := strings.Cut(serial, "-"); len(year) < 4 {
		return label, ""
	}
	return strings.TrimRight(label[:i], " –—-:.|·"), serial
}

// endsSection reports whether the line with people at block j names who wrote
// a member's section. Those who are named right below a chapter's heading, or
// below the one who led the work on it, are the chapter's, whatever they are
// called.
func (r *Reader) endsSection(j int) bool {
	role, _, _, ok := r.RoleLine(r.Content(r.Blocks[j]).Text)
	if !ok || role != sectionRole {
		return false
	}
	if j == 0 || r.Blocks[j-1].Table != nil || r.Blocks[j-1].Page != r.Blocks[j].Page {
		return true
	}
	if r.isChapterHead(r.Blocks[j-1]) {
		return false
	}
	above, _, _, ok := r.RoleLine(r.Content(r.Blocks[j-1]).Text)
	return (!ok || above == sectionRole) && !r.underChapterHead(j)
}

// underChapterHead reports whether block j stands on the page of a chapter's heading,
// which has a number or is in the contents, with nothing but a promise and its source
// between: no member's heading, no conclusion, no table.
func (r *Reader) underChapterHead(j int) bool {
	for k := j - 1; k >= max(0, j-maxHeadText) && r.Blocks[k].Page == r.Blocks[j].Page && r.Blocks[k].Table == nil; k-- {
		b := r.Blocks[k]
		text := r.Content(b).Text
		if _, _, ok := scoretext.ConcludingScore(r.Vocab, text); ok {
			return false
		}
		if !r.HeadingLike(b) {
			continue
		}
		if !r.isChapterHead(b) {
			return false
		}
		if n, _, numbered := r.HeadingNumber(text); numbered && n > 0 && n < maxChapters || r.ListedInContents(k) || r.ChapterLabel(b) > 0 {
			return true
		}
	}
	return false
}

// isChapterHead reports whether a block is set as a heading and is neither a
// member's nor that of a part: no section of a member ends with such.
func (r *Reader) isChapterHead(b *paragraph.Block) bool {
	if !r.HeadingLike(b) {
		return false
	}
	_, section := r.SectionKind(b)
	_, _, _, member := r.MemberHeading(b)
	return !section && !member
}

// usualHead is how the headings of more than half of the chapters are set, at
// least of two; nil where they are not alike.
func (r *Reader) usualHead(starts []chapterStart) *headStyle {
	for k, s := range starts {
		style := styleOf(r.Blocks[s.heading])
		if s.heading == s.part || style.size == 0 {
			continue
		}
		alike := 0
		for _, t := range starts[k:] {
			if t.heading != t.part && style.like(styleOf(r.Blocks[t.heading])) {
				alike++
			}
		}
		if alike > 1 && 2*alike > len(starts) {
			return &style
		}
	}
	return nil
}
