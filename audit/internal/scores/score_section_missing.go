package scores

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/internal/lost"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
)

var _ = rule.Register(rule.Rule{
	ID:       "score-section-missing",
	Severity: rule.Error,
	Title:    "a member with a score in the table has no section",
	Checks:   "In a chapter with sections: every member that the table gives a score is looked for among them.",
	Why:      "A score without a section is a verdict without reasons.",
	Example:  "The table lists six members with scores and five sections follow: a finding for the sixth. Near miss: a member that the table lists as 'n/a' needs no section.",
	Convention: "A chapter without any section (a summary, an excerpt) is not checked. Where a document ends with an unfinished chapter, the members at its end are undecided: the file may be an excerpt. " +
		"Where the section before breaks off or a run of notes is missing too, a page of the file may be, and the section is undecided. " +
		"So it is where a new page begins between the sections before and behind and neither page numbers nor markers nor room left on the page show that nothing is missing there.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Commitments {
			sectionMissing(p, i)
		}
	},
})

func sectionMissing(p *rule.Pass, i int) {
	c := &p.Report.Commitments[i]
	if c.Assessment == nil || len(c.Verdicts) == 0 {
		return
	}
	unknown := false
	for _, v := range c.Verdicts {
		unknown = unknown || v.Member == ""
	}
	var missing []int // indexes into the table
	scored := 0
	for k, s := range c.Assessment.Scores {
		if s.Score == nil {
			continue
		}
		if s.Member == "" {
			p.Undecided(1, "a member of the table is not known")
			continue
		}
		scored++
		if rule.VerdictOf(c, s.Member) == nil {
			missing = append(missing, k)
		}
	}
	// Sections follow the order of the table: only members behind the last
	// one that has a section can be cut off with the end of a file.
	last := -1
	for k, s := range c.Assessment.Scores {
		if rule.VerdictOf(c, s.Member) != nil {
			last = k
		}
	}
	tail := 0
	for _, k := range missing {
		if k > last {
			tail++
		}
	}
	final := &c.Verdicts[len(c.Verdicts)-1]
	finished := final.Concluding != nil || final.ConcludingScore != nil || final.Closing != nil || final.Analyst != ""
	mayEnd := i == len(p.Report.Commitments)-1 && (tail > 1 || !finished || !lost.Followed(p.Report, final) && !lost.WouldFollow(p, final))
	p.Checked(scored - len(missing))
	doubt := p.ChapterDoubt(c)
	for _, k := range missing {
		s := c.Assessment.Scores[k]
		switch {
		case unknown:
			p.Undecided(1, "the member of a section is not known")
			continue
		case doubt != "":
			p.Undecided(1, doubt)
			continue
		case k > last && mayEnd:
			p.Undecided(1, rule.EndOfFile)
			continue
		case lost.Before(p, c, k):
			p.Undecided(1, lost.Page)
			continue
		case !lost.PlaceSeen(p, c, k):
			p.Undecided(1, rule.PageBetween)
			continue
		case namedElsewhere(p, c, s.Member):
			p.Undecided(1, "the member's name heads other text of the chapter, which may be its section")
			continue
		}
		p.Checked(1)
		f := rule.About(c)
		f.Member = s.Member
		f.Stated = reckon.SignedScore(*s.Score)
		f.Computed = fmt.Sprintf("%d sections for %d members with a score", len(c.Verdicts), scored)
		f.Quote = quoteScore(s)
		f.At = s.At
		if len(f.At) == 0 {
			f.At = c.Assessment.At
		}
		f.Message = fmt.Sprintf("The table gives %s the score %s; no section for it was found in the chapter.",
			reckon.MemberLabel(s.Member, s.Name, p.Vocabulary), reckon.SignedScore(*s.Score))
		p.Found(f)
	}
}

// namedElsewhere reports whether text of the chapter that was not taken for a
// section, or could not be placed, begins with the member's name, or another
// member's section has a sentence that gives this one a score: signs of a heading
// that was not recognised.
func namedElsewhere(p *rule.Pass, c *model.Commitment, member string) bool {
	starts := func(text string) bool {
		// Its number or its score may stand before the name.
		name := strings.TrimLeftFunc(text, func(c rune) bool { return !unicode.IsLetter(c) })
		code, _, _, ok := p.Vocabulary.MemberPrefix(script.WithoutArticle(name))
		return ok && code == member
	}
	for _, w := range p.Report.Warnings {
		if starts(w.Text) {
			return true
		}
	}
	// The first section may have been read as the end of what stands before it.
	for _, list := range [][]model.Text{c.Background, c.Features} {
		for _, t := range list {
			if starts(t.Text) && (strings.Contains(strings.ToLower(t.Text), "compl") || len(strings.Fields(t.Text)) <= 6 || behindRubric(c, t)) {
				return true
			}
		}
	}
	for _, s := range c.Other {
		if starts(s.Heading) {
			return true
		}
		for _, t := range s.Paragraphs {
			if starts(t.Text) {
				return true
			}
		}
	}
	for _, levels := range [][]model.Level{c.Rubric, c.Guidelines} {
		for _, l := range levels {
			if starts(l.Text) {
				return true
			}
		}
	}
	for _, t := range p.Report.Tables {
		if withinSections(c, t.At) && slices.ContainsFunc(t.Rows, func(cells []string) bool { return slices.ContainsFunc(cells, starts) }) {
			return true
		}
	}
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		for _, a := range v.Actions {
			if name, score, ok := scoretext.ConcludingScore(p.Vocabulary, a.Text); ok && score != nil {
				if code, known := p.Vocabulary.Member(script.WithoutArticle(name)); known && code == member {
					return true
				}
			}
			// A heading is short: a name, perhaps a score. A sentence that
			// begins with another country's name is ordinary.
			if len(strings.Fields(a.Text)) <= 6 && starts(a.Text) {
				return true
			}
		}
		if v.Concluding != nil && rule.OthersNamed(v.Concluding.Text, v.Member, p.Vocabulary) {
			for _, m := range p.Vocabulary.MembersIn(v.Concluding.Text) {
				if m.Code == member {
					return true
				}
			}
		}
	}
	return false
}

// withinSections reports whether a place is on a page on which members' sections
// of the chapter stand.
func withinSections(c *model.Commitment, at model.At) bool {
	from, to := rule.PageSpan(at)
	for i := range c.Verdicts {
		if first, last := rule.PageSpan(c.Verdicts[i].At); from <= last && first <= to && from > 0 {
			return true
		}
	}
	return false
}

// behindRubric reports whether a text stands behind the chapter's scoring table or
// guidelines, where sections are.
func behindRubric(c *model.Commitment, t model.Text) bool {
	if len(t.At) == 0 {
		return false
	}
	for _, levels := range [][]model.Level{c.Rubric, c.Guidelines} {
		for _, l := range levels {
			for _, at := range l.At {
				if at.Page < t.At[0].Page || at.Page == t.At[0].Page && at.Box.Top() < t.At[0].Box.Top() {
					return true
				}
			}
		}
	}
	return false
}
