package lost

import (
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/model"
)

// A file may lack a page that the published report has: it was left out when
// the file was made, or could not be read. What stood on it is then missing
// for no fault of the report's authors. The text around the place shows it: a
// section that breaks off, a run of notes that is not there.

const (
	Page = "the text around the place breaks off, or its notes were not found either: a page of the file may be"
	// SectionAfter is a reason for leaving a comparison between parts of a chapter
	// undecided.
	SectionAfter = "the section that the table has next is missing, and the sentence may be its end"
)

// fewestNotesLost is the number of notes missing in a row that is more than a
// slip of numbering.
const fewestNotesLost = 2

// Before reports whether text may be lost before the section of the member
// in the k-th row of the chapter's table, or where it should stand.
func Before(p *rule.Pass, c *model.Commitment, k int) bool {
	if notesLost(p.Report, c) || markersLost(p, c) {
		return true
	}
	for i := k - 1; i >= 0; i-- {
		if v := rule.VerdictOf(c, c.Assessment.Scores[i].Member); v != nil {
			return breaksOff(c, v)
		}
	}
	// Nothing of the sections stands before: the rubric does, where the
	// report's other chapters have one.
	if len(c.Rubric) > 0 || len(c.Guidelines) > 0 {
		return false
	}
	for i := range p.Report.Commitments {
		o := &p.Report.Commitments[i]
		if len(o.Rubric) > 0 || len(o.Guidelines) > 0 {
			return true
		}
	}
	return false
}

// PlaceSeen reports whether the place is seen where the section of the member
// in the k-th row of the table would stand: what stands before and behind it
// is on one page, or on pages that are known to follow each other in print.
// Reports without places (data that another program made) are believed.
func PlaceSeen(p *rule.Pass, c *model.Commitment, k int) bool {
	scores := c.Assessment.Scores
	from, to := 0, 0
	for i := k - 1; i >= 0 && from == 0; i-- {
		if v := rule.VerdictOf(c, scores[i].Member); v != nil {
			if a, b := rule.VerdictSpan(v); WouldFollow(p, v) && p.PageOrder().Adjacent(a, b) {
				return true
			}
			// From where it begins: what ends it may be the end of another
			// section, on a page that is not the next one.
			from, _ = rule.VerdictSpan(v)
		}
	}
	if from == 0 {
		// The first section stands behind the table and the rubric.
		_, from = rule.PageSpan(c.Assessment.At)
		for _, levels := range [][]model.Level{c.Rubric, c.Guidelines} {
			for _, l := range levels {
				_, n := rule.PageSpan(l.At)
				from = max(from, n)
			}
		}
	}
	for i := k + 1; i < len(scores) && to == 0; i++ {
		if v := rule.VerdictOf(c, scores[i].Member); v != nil {
			to, _ = rule.VerdictSpan(v)
		}
	}
	if to == 0 {
		_, to = p.ChapterSpan(c)
	}
	return from == 0 || to <= from || p.PageOrder().Adjacent(from, to)
}

// Followed reports whether anything of the report stands on a page behind a
// section: then the file does not end with it. Without places nothing is said.
func Followed(r *model.Report, v *model.Verdict) bool {
	_, page := rule.VerdictSpan(v)
	if page == 0 {
		return true
	}
	behind := func(at model.At) bool {
		_, to := rule.PageSpan(at)
		return to > page
	}
	for _, s := range r.Sections {
		if behind(s.At) {
			return true
		}
		for _, t := range s.Paragraphs {
			if behind(t.At) {
				return true
			}
		}
	}
	for i := range r.Footnotes {
		if behind(r.Footnotes[i].At) {
			return true
		}
	}
	for i := range r.Matrices {
		if behind(r.Matrices[i].At) {
			return true
		}
	}
	return false
}

// breaksOff reports whether a section stops before its end: it has a paragraph
// that stops in mid-sentence, or not the conclusion that others of the chapter
// have. What stands behind the place of a lost page may be taken for its end.
func breaksOff(c *model.Commitment, v *model.Verdict) bool {
	concluded := func(v *model.Verdict) bool {
		return v.Concluding != nil || v.ConcludingScore != nil || v.Closing != nil
	}
	for _, a := range v.Actions {
		if a.Text != "" && !wording.Finished(a.Text) {
			return true
		}
	}
	if concluded(v) {
		return false
	}
	for i := range c.Verdicts {
		if concluded(&c.Verdicts[i]) {
			return true
		}
	}
	return false
}

// notesLost reports whether the numbers of the notes leave out a run of
// numbers within the chapter, before its first note or behind its last one.
func notesLost(r *model.Report, c *model.Commitment) bool {
	for i := 1; i < len(r.Footnotes); i++ {
		f, prev := &r.Footnotes[i], &r.Footnotes[i-1]
		if (f.Commitment == c.Number || prev.Commitment == c.Number) && f.Number-prev.Number > fewestNotesLost {
			return true
		}
	}
	return false
}

// markersLost reports whether the markers of the chapter's sections leave out a
// run of numbers: where notes stand at the chapter's end, they are all there
// when a page of the text is missing.
func markersLost(p *rule.Pass, c *model.Commitment) bool {
	prev := 0
	jumps := false
	see := func(refs []model.Ref) {
		for _, r := range refs {
			jumps = jumps || prev > 0 && r.Number-prev > fewestNotesLost+1 && r.Number-prev < rule.LongestWalk
			prev = max(prev, r.Number)
		}
	}
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		if v.Opening != nil {
			see(v.Opening.Footnotes)
		}
		for _, a := range v.Actions {
			see(a.Footnotes)
		}
		if v.Closing != nil {
			see(v.Closing.Footnotes)
		}
	}
	return jumps
}

// NextSectionMissing reports whether the table's next member with a score has
// no section of its own in the chapter.
func NextSectionMissing(c *model.Commitment, member string) bool {
	if c.Assessment == nil {
		return false
	}
	behind := false
	for _, s := range c.Assessment.Scores {
		switch {
		case s.Member == member:
			behind = true
		case behind && s.Score != nil:
			return s.Member != "" && rule.VerdictOf(c, s.Member) == nil
		}
	}
	return false
}
