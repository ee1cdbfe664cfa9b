package chapter

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
)

// A member's heading may go on in a line of its own below it: with the score in
// whatever words ('Score awarded: +1'), with who wrote the section, or both. One
// such line proves nothing; that most of the sections begin with a line of its
// form does.

// underHead is what a line below a member's heading says, nil where it is
// nothing that belongs to a heading.
func (r *Reader) underHead(b *paragraph.Block) *scoretext.HeadingForm {
	if b.Table != nil || len(b.Lines) != 1 || b.Lines[0].Chars > maxUnderHead {
		return nil
	}
	f, ok := scoretext.ReadUnderHeading(r.Vocab, r.Gapped(b.Lines[0]))
	if !ok {
		return nil
	}
	return &f
}

// maxUnderHead bounds a line that goes on with a heading, in characters.
const maxUnderHead = 90

// maxUnderHeads is how many such lines a heading has at most: who wrote the section, and
// the score.
const maxUnderHeads = 2

// underHeads gives the forms of the lines with which the members' sections of the
// report begin: at least minSectionsSigned, and two of three. Where names stand
// alone they are those of two persons at the least, or it may be a label.
func (r *Reader) underHeads() map[string]bool {
	sections := 0
	forms := map[string]int{}
	people := map[string]map[string]bool{}
	for _, c := range r.Chapters {
		r.eachSection(c, func(_ string, blocks []*paragraph.Block) {
			sections++
			if len(blocks) < 2 {
				return
			}
			for _, b := range blocks[:min(len(blocks)-1, maxUnderHeads)] {
				f := r.underHead(b)
				if f == nil {
					break
				}
				forms[f.Form]++
				if people[f.Form] == nil {
					people[f.Form] = map[string]bool{}
				}
				people[f.Form][f.Role+f.People] = true
			}
		})
	}
	for form, n := range forms {
		if n < minSectionsSigned || 3*n < 2*sections || form == scoretext.PeopleForm && len(people[form]) < 2 {
			delete(forms, form)
		}
	}
	under := make(map[string]bool, len(forms))
	for form := range forms {
		under[form] = true
	}
	return under
}

// takeUnderHead takes the lines that go on with a section's heading off its
// text.
func (r *Reader) takeUnderHead(v *verdictBlocks, out *model.Verdict, ts []model.Text) []model.Text {
	for range maxUnderHeads {
		if len(ts) < 2 || len(r.under) == 0 {
			return ts
		}
		f := r.underHead(v.blocks[0])
		if f == nil || !r.under[f.Form] || f.Score != nil && out.HeadingScore != nil && *f.Score != *out.HeadingScore {
			return ts
		}
		if f.People != "" {
			v.headed = append(v.headed, model.Person{Role: f.Role, Name: f.People, At: ts[0].At})
		}
		if f.Score != nil && out.HeadingScore == nil {
			out.HeadingScore = f.Score
		}
		heading := marker.AppendText(*out.Heading, ts[0], "\n")
		out.Heading = &heading
		v.blocks, ts = v.blocks[1:], ts[1:]
	}
	return ts
}
