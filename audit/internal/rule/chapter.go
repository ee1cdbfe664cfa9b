package rule

import (
	"fmt"
	"math/big"
	"strconv"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// About starts a finding on a chapter: the fields that say which one.
func About(c *model.Commitment) Finding {
	f := Finding{Commitment: c.Number, CommitmentID: c.ID, Row: c.Row, SheetRow: c.SheetRow}
	if c.Row > 0 {
		f.Commitment = 0 // a record of a CSV has no printed number
	}
	return f
}

// RowNumber is the number of a record, and of the row in which a spreadsheet
// shows it where that is another.
func RowNumber(c *model.Commitment) string {
	if c.SheetRow > 0 {
		return fmt.Sprintf("%d (%d in a spreadsheet)", c.Row, c.SheetRow)
	}
	return strconv.Itoa(c.Row)
}

// TableScore is the member's cell in the chapter's table.
func TableScore(c *model.Commitment, member string) (model.Score, bool) {
	if c.Assessment == nil || member == "" {
		return model.Score{}, false
	}
	for _, s := range c.Assessment.Scores {
		if s.Member == member {
			return s, true
		}
	}
	return model.Score{}, false
}

// VerdictOf is the member's section of the chapter.
func VerdictOf(c *model.Commitment, member string) *model.Verdict {
	for i := range c.Verdicts {
		if member != "" && c.Verdicts[i].Member == member {
			return &c.Verdicts[i]
		}
	}
	return nil
}

// HeadingDiffers gives, for every member whose heading states another score
// than the table (or stands in no row of it), the score of the heading.
func HeadingDiffers(c *model.Commitment, words *vocabulary.Vocabulary) []reckon.MemberScore {
	var out []reckon.MemberScore
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		if v.HeadingScore == nil || v.Member == "" {
			continue
		}
		s, ok := TableScore(c, v.Member)
		if ok && (s.Score == nil || *s.Score == *v.HeadingScore) {
			continue
		}
		out = append(out, reckon.MemberScore{Member: v.Member, Name: reckon.MemberLabel(v.Member, v.Name, words), Score: *v.HeadingScore})
	}
	return out
}

// HeadingsExplain reports whether the figure holds once the scores of
// headings replace those of the table: one of them, or all. The cause is then
// the score, which score-heading-table and score-row-missing report, and not
// the average.
func HeadingsExplain(f reckon.Figure, t reckon.Tally, others []reckon.MemberScore) bool {
	all := t
	for _, o := range others {
		all = all.With(o.Member, o.Name, o.Score)
		if m, ok := t.With(o.Member, o.Name, o.Score).Mean(); ok && f.Fits(m) {
			return true
		}
	}
	m, ok := all.Mean()
	return len(others) > 1 && ok && f.Fits(m)
}

// NearAverages are the exact means of the chapters beside c.
func NearAverages(p *Pass, i int) []reckon.Neighbour {
	var out []reckon.Neighbour
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(p.Report.Commitments) {
			continue
		}
		c := &p.Report.Commitments[j]
		if c.Assessment == nil || len(c.Assessment.Scores) == 0 {
			continue
		}
		t := reckon.TallyScores(c.Assessment.Scores, p.Vocabulary)
		if m, ok := t.Mean(); ok && t.WhyUndecided() == "" {
			out = append(out, reckon.Neighbour{Label: CommitmentLabel(c), Mean: m})
		}
	}
	return out
}

// CommitmentLabel names a chapter in a sentence.
func CommitmentLabel(c *model.Commitment) string {
	f := About(c)
	switch {
	case f.Row > 0:
		return "row " + strconv.Itoa(f.Row)
	case f.Commitment > 0:
		return "commitment " + strconv.Itoa(f.Commitment)
	}
	return "the chapter"
}

// MeanOrNil is the tally's mean, nil without scores.
func MeanOrNil(t reckon.Tally) *big.Rat {
	m, ok := t.Mean()
	if !ok {
		return nil
	}
	return m
}
