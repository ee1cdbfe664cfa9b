package paragraph

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
)

// fewestLone is how many openings must stand alone inside the pages, and by how many
// times more than those that go on, before one at a page's end is taken to stand alone.
const fewestLone = 4

// opensAlone reports whether the block at index i is a section's opening ('Atlantis has
// fully complied with …') of one sentence, in a document whose openings are paragraphs of
// their own: what stands at the next page's top is not its second sentence.
func (r *Reader) opensAlone(i int) bool {
	lone, going := r.loneOpenings()
	return lone >= fewestLone && lone >= fewestLone*going && r.sectionOpening(i) && r.oneSentence(r.Blocks[i])
}

// loneOpenings counts the openings inside the pages that are one sentence, and those that
// go on.
func (r *Reader) loneOpenings() (lone, going int) {
	if r.openings == nil {
		r.openings = &[2]int{}
		for i := range r.Blocks {
			if i+1 == len(r.Blocks) || r.Blocks[i+1].Page != r.Blocks[i].Page || !r.sectionOpening(i) {
				continue
			}
			if r.oneSentence(r.Blocks[i]) {
				r.openings[0]++
			} else {
				r.openings[1]++
			}
		}
	}
	return r.openings[0], r.openings[1]
}

// sectionOpening reports whether the block at index i stands below a member's heading
// and says of the member how it complied.
func (r *Reader) sectionOpening(i int) bool {
	b := r.Blocks[i]
	if i == 0 || b.Table != nil || r.Blocks[i-1].Table != nil || r.headOf(r.Blocks[i-1]) == nil {
		return false
	}
	return r.saysCompliance(printed(b))
}

// saysCompliance reports whether a text begins with a member and says in its first
// sentence how it complied.
func (r *Reader) saysCompliance(s string) bool {
	s = r.FirstSentence(s)
	if _, _, _, ok := r.Vocab.MemberPrefix(script.WithoutArticle(s)); !ok {
		return false
	}
	_, says := scoretext.ComplianceWords(r.Vocab, s)
	return says
}

func (r *Reader) oneSentence(b *Block) bool {
	s := printed(b)
	return utf8.RuneCountInString(r.FirstSentence(s)) == utf8.RuneCountInString(s)
}

// printed are a block's lines as printed.
func printed(b *Block) string {
	var parts []string
	for _, l := range b.Lines {
		parts = append(parts, l.Printed)
	}
	return strings.Join(parts, " ")
}

// beginsWithMember reports whether a block begins, with the capital of an article, with a
// member of whom it says how it complied: no sentence goes on like that ('… was not on
// the table for / The United States has partially complied').
func (r *Reader) beginsWithMember(b *Block) bool {
	s := printed(b)
	return strings.HasPrefix(s, "The ") && r.saysCompliance(s)
}

// endsInMarker reports whether the last thing in a line is a raised marker.
func endsInMarker(l *sheet.Line) bool {
	return len(l.Runs) > 1 && sheet.RaisedEnd(l)
}
