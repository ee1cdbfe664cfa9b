package figures

import (
	"fmt"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

var _ = rule.Register(rule.Rule{
	ID:       "average-unattainable",
	Severity: rule.Error,
	Title:    "no set of scores of that many members has the stated average",
	Checks:   "For each average printed in a chapter's table: whether any scores of −1, 0 and +1 of as many members give it at all, whatever the scores are. Cells that cannot be read are tried as every score and as none; where one holds words, as every number between the scores.",
	Why:      "A mean of eight scores is a multiple of one eighth. A figure between two multiples is wrong without knowing a single score, so the test works where the table cannot be read in full.",
	Example:  "Seven scores that add up to 3 can be read and one cannot: the means nearest to +0.40 are 3/7 = +0.428… of seven members and 3/8 = +0.375 of eight, and +0.40 is a finding. Near miss: +0.38, which is 3/8.",
	Convention: "Brown and Heathers, The GRIM Test, Social Psychological and Personality Science 8 (2017): the mean of n integers is a multiple of 1/n. Intervals and ties as for average-stated. " +
		"In a report both rules speak of such an average, as the one exception from one finding for one figure: average-stated rests on every score as it was read from the page, this rule only on how many there are, so that it still holds where a score was misread, and whoever asks for one of the two must find it. The cells of a CSV are certain, and there it is left to average-stated.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		leftOut := conventions.ChaptersLeaveOut(p)
		for i := range p.Report.Commitments {
			averageUnattainable(p, i, leftOut)
		}
	},
})

func averageUnattainable(p *rule.Pass, i int, leftOut string) {
	c := &p.Report.Commitments[i]
	if c.Assessment == nil || c.Assessment.Average == nil {
		return
	}
	avg := c.Assessment.Average
	stated := tallies.StatedMean(p, *avg)
	if stated == (reckon.Figure{}) {
		return
	}
	if memberTwice(p, i, stated) {
		return
	}
	t := tallies.OfChapter(p, c)
	n := len(t.Scores) + t.Illegible
	if n == 0 {
		p.Undecided(1, "the number of members is not known")
		return
	}
	switch why := t.WhyUndecided(); why {
	case "", "a score cannot be read", "no scores were found":
	default:
		p.Undecided(1, why)
		return
	}
	doubt := rule.ColumnDoubt(p.Report)
	if t.Illegible > 0 {
		numbers, words := otherKindCells(c.Assessment, p.Vocabulary)
		could := numbers || conventions.AnyReading(p, i, stated, t, words)
		switch {
		case numbers:
			p.Undecided(1, "a cell holds a number that is no score: other scores than −1, 0 and +1 may be meant")
			return
		case could && words:
			p.Undecided(1, "a cell holds words: a score between −1, 0 and +1 may be meant")
			return
		case could:
		case doubt != "":
			p.Undecided(1, doubt)
			return
		case leftOut != "":
			p.Undecided(1, conventions.LeftOutReason(leftOut))
			return
		case conventions.OtherAverages(p, i) != "":
			p.Undecided(1, conventions.OtherAverages(p, i))
			return
		}
		p.Checked(1)
		if could {
			return
		}
	} else {
		if reckon.Attainable(stated, n) {
			p.Checked(1)
			return
		}
		if tallies.HeadingsExplain(p, c, stated, t) {
			p.Undecided(1, "the average holds with a heading's score, which the table does not have (score-heading-table, score-row-missing)")
			return
		}
		if rule.WarnedAt(p.Report, c.Assessment.At) {
			p.Undecided(1, rule.TableInDoubt)
			return
		}
		if doubt != "" {
			p.Undecided(1, doubt)
			return
		}
		if leftOut != "" {
			p.Undecided(1, conventions.LeftOutReason(leftOut))
			return
		}
		if why := conventions.OfChapter(p, i, stated, t); why != "" {
			p.Undecided(1, why)
			return
		}
		if tallies.OnOtherScale(p, stated, t) {
			p.Undecided(1, tallies.OtherScale)
			return
		}
		if c.Row > 0 && p.Selected("average-stated") {
			p.Undecided(1, "the scores are given and the average is reported by average-stated")
			return
		}
		p.Checked(1)
	}
	f := rule.About(c)
	f.Stated = reckon.StatedText(*avg)
	f.Quote = f.Stated
	f.At = avg.At
	f.Computed = reckon.NearestMeans(stated, n)
	f.Message = fmt.Sprintf("The average is stated as %s; no %s of −1, 0 and +1 have this mean.",
		stated.Text(), reckon.Plural(n, "score"))
	if t.Illegible > 0 {
		f.Message = fmt.Sprintf("The average is stated as %s; %s can be read (sum %d) and %s cannot, and no reading of those gives this mean.",
			stated.Text(), reckon.Plural(len(t.Scores), "score"), t.Sum(), reckon.Plural(t.Illegible, "cell"))
		f.Computed = t.NearestReadings(stated)
	}
	p.Found(f)
}

// otherKindCells reports whether a cell that cannot be read holds a number or a
// percentage: scores are then written in a way that is not known, and cells that seem
// to be empty ("none") may be scores. And whether one holds words, which may stand for
// a score between two others.
func otherKindCells(a *model.Assessment, words *vocabulary.Vocabulary) (numbers, letters bool) {
	for _, s := range a.Scores {
		text := strings.TrimSpace(s.Text)
		if reckon.ReadCell(s.Score, text, words) != reckon.CellIllegible {
			continue
		}
		numbers = numbers || script.Decimal(strings.TrimSuffix(text, "%")) != nil
		letters = letters || strings.ContainsFunc(text, unicode.IsLetter)
	}
	return numbers, letters
}
