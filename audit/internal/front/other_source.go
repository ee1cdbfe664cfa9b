package front

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

var _ = rule.Register(rule.Rule{
	ID:         "other-source",
	Severity:   rule.Warning,
	Title:      "a score, an average, a text or a period is another one in another file of the same summit and stage",
	Checks:     "Where several files are audited together, or others are named with --against, each commitment is looked up in the other files of its summit and stage: by its serial, where the words are alike too, otherwise by its words. Scores of which both files have one are compared, then the stated averages; the words of the commitments; the serials of those that are the same by their words; of a chapter's own file and the whole report also the compliance period, and how many commitments the text says were selected, and the dates and figures of actions that have the same words.",
	Why:        "A table is made from a report by hand, a chapter is published before the whole: a cell that was copied wrong, or corrected in one place only, stands in one of the two until somebody compares them.",
	Example:    "A row '2031-7' of a table gives Canada +1; the report's chapter gives 0: one finding for the row, with the page. A row whose text lacks 'by 2035': a finding that quotes these words. A row '2031-191' with the words of the report's 2031-119: one for the serial. Near misses: an average of 0.43 beside +0.4286 is the same figure, and so are 0.62 and 0.63 where the scores have the mean 5/8; a text without its final stop, with an ellipsis or a short name in its place; a row of another year is not compared.",
	Convention: "A report that prints no year, as chapters do that are files of their own, is of the year of its serials, otherwise of the one summit in whose reports its commitments stand word for word, with the same members and no other serial; findings say how it was joined. The differences of one commitment are one finding, told of the table, otherwise of the file with fewer commitments. A row whose serial has no year is compared where its number and its words both fit. Which of the two is right is not said. Actions are compared by member and commitment where all their words but one date or figure are the same, and three others are the same for each. Of texts only words count: signs, case, hyphens, '&', British and American spelling, acronyms, words in square brackets and what an ellipsis stands for are no difference, nor is another order. A text that begins later or ends earlier than the other is told only where longer texts of the file are whole, so that no room of a cell explains it; where most texts of a file are worded otherwise, or one is in many places, it is a summary and nothing is told. Where more than half of the scores differ it is not taken for the same commitment; where one of two reports calls itself revised, differences are meant.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		told := map[string]bool{}
		for _, other := range p.OtherReports() {
			ok, reason := across.Comparable(p.Here(), other)
			if reason != "" && across.Speaks(p.Here(), other) {
				p.Undecided(1, reason)
			}
			if !ok || !across.Speaks(p.Here(), other) {
				continue
			}
			joined := joinedHow(p.Here(), other)
			found := func(f rule.Finding) {
				f.Message += joined
				p.Found(f)
			}
			res := across.Compare(p.Here(), other, reckon.Holds)
			p.Checked(res.Compared)
			for why, n := range res.Undecided {
				p.Undecided(n, why)
			}
			for _, d := range res.Scores {
				found(otherScores(d, other))
			}
			for _, d := range res.Averages {
				f := rule.About(d.Here.Commitment)
				here, there := d.Here.Commitment.Assessment.Average, d.There.Commitment.Assessment.Average
				f.Stated, f.Computed, f.Quote, f.At = reckon.StatedText(*here), fmt.Sprintf("%s in %s", reckon.StatedText(*there), place(other, d.There)), here.Text, here.At
				f.Message = fmt.Sprintf("The average is stated as %s; %s states %s.", f.Stated, place(other, d.There), reckon.StatedText(*there))
				found(f)
			}
			for _, d := range res.Unscored {
				f := rule.About(d.Here.Commitment)
				f.Member, f.Stated, f.Computed = d.Member, d.Member+" "+reckon.SignedScore(d.Score), fmt.Sprintf("“%s” in %s", d.Words, place(other, d.There))
				if len(d.At) > 0 {
					f.At = d.At
				}
				f.Message = fmt.Sprintf("%s here; %s has “%s”, and an average without it.", f.Stated, place(other, d.There), d.Words)
				found(f)
			}
			otherWords(p, other, told)
			if res.Compared > 0 && !p.Here().Table && !other.Table {
				otherFront(p, other, told)
				otherActions(p, other, told)
			}
		}
	},
})

// place names where another file states something.
func place(s *across.Source, e across.Entry) string { return s.File + ", " + e.Where() }

// joinedHow is a sentence for each of two files that prints no year: how it is known of
// which summit it is.
func joinedHow(here, other *across.Source) string {
	out := ""
	for _, s := range []*across.Source{here, other} {
		if how := s.Joined(); how != "" {
			name := s.File
			if s == here {
				name = "this file"
			}
			out += fmt.Sprintf(" No year was found in %s; it is taken for one on the summit of %d because %s.", name, s.Year, how)
		}
	}
	return out
}

// mostScores is how many scores a message names.
const mostScores = 8

func otherScores(d across.ScoresDiffer, other *across.Source) rule.Finding {
	f := rule.About(d.Here.Commitment)
	var here, there []string
	for i, s := range d.Scores {
		if i == mostScores {
			here, there = append(here, "…"), append(there, "…")
			break
		}
		here = append(here, s.Member+" "+reckon.SignedScore(s.Here))
		there = append(there, s.Member+" "+reckon.SignedScore(s.There))
	}
	if len(d.Scores) == 1 {
		f.Member = d.Scores[0].Member
		for _, s := range d.Here.Commitment.Assessment.Scores {
			if s.Member == f.Member && len(s.At) > 0 {
				f.At = s.At
			}
		}
	}
	f.Stated, f.Computed = strings.Join(here, ", "), strings.Join(there, ", ")+" in "+place(other, d.There)
	f.Message = fmt.Sprintf("%s here, %s in %s.", f.Stated, strings.Join(there, ", "), place(other, d.There))
	if a, b := d.Here.Commitment.Assessment.Average, d.There.Commitment.Assessment.Average; a != nil && b != nil {
		if !otherStageHolds(rule.StageFigure{Value: a.Value, Percent: a.Percent}, []otherFigure{{value: b.Value, percent: b.Percent}}) {
			f.Message += fmt.Sprintf(" The averages are %s and %s.", reckon.StatedText(*a), reckon.StatedText(*b))
		}
	}
	return f
}
