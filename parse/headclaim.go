package parse

import (
	"strings"

	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
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
	headNumbered:     20, // a number stands before it
	headListed:       4,  // the table of contents has it
	headLabelled:     4,  // "Commitment 3" stands right above it
	headUsual:        3,  // most chapters' headings are set like it
	headOverPart:     2,  // clearly larger than the heading of the chapter's first part
	headOpensPage:    1,  // it opens its page
	headOverPeople:   2,  // a line with people stands right below it, on the page of the first part
	headBeyondPeople: -4, // a line with people stands between: it may end the chapter before
}

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

func styleOf(b *block) headStyle { return headStyle{b.size, b.bold, b.italic} }

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
func (r *reading) chapterHeading(i, low int, usual *headStyle) int {
	best, most := i, 0
	paragraphs := 0
	plain := -1
	people, table := false, false
	for j := i - 1; j >= low && j >= i-lookBack; j-- {
		b := r.blocks[j]
		if b.table != nil {
			table = true // above it only the table of contents can tell a heading
			continue
		}
		text := r.content(b).Text
		if _, _, _, ok := r.roleLine(text); ok {
			if r.endsSection(j) {
				break
			}
			// Who led the work may stand between the promise and the
			// chapter's first part; or it ends the chapter before.
			people = true
			continue
		}
		if _, _, ok := notation.ConcludingScore(r.vocab, text); ok {
			break
		}
		if !r.headingLike(b) {
			if plain < 0 && r.plainHeading(b) {
				plain = j
			}
			if paragraphs++; paragraphs > maxHeadText {
				break
			}
			continue
		}
		if _, ok := r.sectionKind(b); ok {
			break
		}
		if _, _, _, ok := r.memberHeading(b); ok || r.isReportTitle(text) && r.belowTitle(b) == "" {
			break
		}
		if r.chapterLabel(b) > 0 && best < i {
			continue // it belongs to the heading below it
		}
		sum := r.weighHeading(j, r.blocks[i], people, usual)
		if sum < headFloor || table && !r.listedInContents(j) {
			continue
		}
		if best == i || sum > most || sum == most && b.size > r.blocks[best].size {
			best, most = j, sum
		}
	}
	if best == i && plain >= 0 {
		return plain
	}
	if best > low && best < i {
		if prev := r.blocks[best-1]; r.headingLike(prev) && continuesHeading(prev, r.blocks[best]) {
			if _, _, numbered := leadingFigure(r.content(prev).Text); numbered {
				best--
			}
		}
	}
	return best
}

// weighHeading sums what speaks for block j being the heading of the chapter
// that has part as its first part; people says that a line with people stands
// between the two.
func (r *reading) weighHeading(j int, part *block, people bool, usual *headStyle) int {
	b := r.blocks[j]
	sum := 0
	add := func(e headEvidence, holds bool) {
		if holds {
			sum += headWeights[e]
		}
	}
	n, rest, ok := leadingFigure(r.content(b).Text)
	add(headNumbered, ok && n > 0 && n < maxChapters && beginsAnew(rest))
	add(headListed, r.listedInContents(j))
	label := r.labelAbove(j)
	add(headLabelled, label < j)
	add(headUsual, usual != nil && usual.like(styleOf(b)))
	add(headOverPart, b.size >= part.size*leadingSize)
	add(headOpensPage, label == 0 || r.blocks[label-1].page != b.page)
	add(headOverPeople, b.page == part.page && r.headsPeople(j))
	add(headBeyondPeople, people)
	return sum
}

// maxChapters bounds the number of a chapter: what is larger is a year or an
// amount.
const maxChapters = 400

// labelAbove gives the block at which the heading at block j begins: the label
// right above it ("Commitment 3"), or j.
func (r *reading) labelAbove(j int) int {
	if j == 0 || r.blocks[j-1].page != r.blocks[j].page || r.chapterLabel(r.blocks[j-1]) == 0 {
		return j
	}
	return j - 1
}

// chapterLabel reads a line that is the word for a chapter or a promise and
// its number, and nothing else ("Commitment 3", "Chapter IV"); 0 is none.
func (r *reading) chapterLabel(b *block) int {
	if b.table != nil || len(b.lines) != 1 {
		return 0
	}
	words := strings.Fields(r.content(b).Text)
	if len(words) == 3 && strings.EqualFold(strings.TrimRight(words[1], "."), "no") {
		words = append(words[:1], words[2])
	}
	if len(words) != 2 || !r.namesChapter(words[0]) {
		return 0
	}
	number := strings.TrimRight(words[1], ":.–—")
	if n := plainNumber(number); n > 0 && n < maxChapters {
		return n
	}
	return romanLevel(number)
}

// namesChapter reports whether a word is one for a chapter or a promise.
func (r *reading) namesChapter(word string) bool {
	kind, _ := r.vocab.Heading(word)
	folded := vocabulary.Fold(word)
	return kind == vocabulary.HeadingCommitment || r.vocab.Has(vocabulary.PromiseLabels, folded) || r.vocab.Has(vocabulary.ChapterWords, folded)
}

// endsSection reports whether the line with people at block j names who wrote
// a member's section. Those who are named right below the one who led the
// work on a chapter are the chapter's, whatever they are called.
func (r *reading) endsSection(j int) bool {
	role, _, _, ok := r.roleLine(r.content(r.blocks[j]).Text)
	if !ok || role != sectionRole {
		return false
	}
	if j == 0 || r.blocks[j-1].table != nil || r.blocks[j-1].page != r.blocks[j].page {
		return true
	}
	above, _, _, ok := r.roleLine(r.content(r.blocks[j-1]).Text)
	return !ok || above == sectionRole
}

// usualHead is how the headings of more than half of the chapters are set, at
// least of two; nil where they are not alike.
func (r *reading) usualHead(starts []chapterStart) *headStyle {
	for k, s := range starts {
		style := styleOf(r.blocks[s.heading])
		if s.heading == s.part || style.size == 0 {
			continue
		}
		alike := 0
		for _, t := range starts[k:] {
			if t.heading != t.part && style.like(styleOf(r.blocks[t.heading])) {
				alike++
			}
		}
		if alike > 1 && 2*alike > len(starts) {
			return &style
		}
	}
	return nil
}
