package witness

import (
	"fmt"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
)

// mostSections is which share of the sections must have a part before its
// absence in another one is a doubt: a style without the part has it nowhere.
const mostSections = 0.6

// sectionPart is something that a style has in every member's section or in
// none.
type sectionPart struct {
	name, pointer string
	has           func(*model.Verdict) bool
}

var sectionParts = []sectionPart{
	{"score in the heading", "heading_score", func(v *model.Verdict) bool { return v.HeadingScore != nil }},
	{"score in the conclusion", "concluding_score", func(v *model.Verdict) bool { return v.ConcludingScore != nil }},
	{"words on compliance at the beginning", "opening", func(v *model.Verdict) bool { return v.Opening != nil && v.Opening.Compliance != "" }},
	{"words on compliance at the end", "closing", func(v *model.Verdict) bool { return v.Closing != nil && v.Closing.Compliance != "" }},
	{"analyst", "analyst", func(v *model.Verdict) bool { return v.Analyst != "" }},
}

// checkSections holds the sections against each other: a part that most have
// and one lacks may not have been recognised there.
func (r *Reader) checkSections(check string) {
	var all []*model.Verdict
	var pointers []string
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		for j := range c.Verdicts {
			all = append(all, &c.Verdicts[j])
			pointers = append(pointers, sheet.PointerTo("commitments", i, "verdicts", j))
		}
	}
	for k, v := range all {
		if r.concludesAnother(v) {
			r.Doubt("conclusion-of-another", "the sentence with the score at the end of the section of "+v.Name+" names another member; parts of the section may belong to another one: "+sheet.Clip(v.Concluding.Text, 80), v.At, pointers[k])
		}
	}
	if len(all) < 2 {
		return
	}
	for _, part := range sectionParts {
		n := 0
		for _, v := range all {
			if part.has(v) {
				n++
			}
		}
		if n == 0 {
			continue
		}
		most := float64(n) >= mostSections*float64(len(all))
		r.said(check, n == len(all) || !most, fmt.Sprintf("%d sections", len(all)), fmt.Sprintf("%d have: %s", n, part.name))
		if n == len(all) || !most {
			continue
		}
		for k, v := range all {
			if !part.has(v) {
				r.Doubt("section-part", "not found in the section of "+v.Name+", though others have it: "+part.name, v.At, pointers[k]+"/"+part.pointer)
			}
		}
	}
}

// concludesAnother reports whether the sentence that was taken for a section's
// conclusion names another member and not the section's own, as it does where the
// lines of two sections that stand side by side came to be mixed.
func (r *Reader) concludesAnother(v *model.Verdict) bool {
	if v.ConcludingScore == nil || v.Concluding == nil {
		return false
	}
	another := false
	for _, c := range scoretext.ScoreClaims(r.Vocab, v.Concluding.Text, v.Member) {
		if c.Own {
			return false
		}
		another = another || c.Others && c.Score == *v.ConcludingScore
	}
	return another
}
