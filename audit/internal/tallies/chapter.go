package tallies

import (
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// HeadingsExplain reports whether a chapter's figure holds with scores of headings
// that its table does not have, so that the cause is a score, which other rules
// report (score-heading-table, score-row-missing), and not the figure. A heading
// that stands alone explains nothing: where the closing sentence of the section and
// the summary table both have the table's score, the figure follows from neither.
func HeadingsExplain(p *rule.Pass, c *model.Commitment, f reckon.Figure, t reckon.Tally) bool {
	if !p.Selected("score-heading-table") && !p.Selected("score-row-missing") {
		return false
	}
	if len(c.Assessment.Scores) == 0 {
		return rule.HeadingsExplain(f, t, closingsDiffer(p, c))
	}
	var others []reckon.MemberScore
	for _, o := range rule.HeadingDiffers(c, p.Vocabulary) {
		if !headingAlone(p, c, o.Member) {
			others = append(others, o)
		}
	}
	return rule.HeadingsExplain(f, t, others)
}

// headingAlone reports whether closing sentence and summary table both have the
// score of the chapter's table for the member.
func headingAlone(p *rule.Pass, c *model.Commitment, member string) bool {
	s, ok := rule.TableScore(c, member)
	v := rule.VerdictOf(c, member)
	if !ok || s.Score == nil || v == nil || v.ConcludingScore == nil || *v.ConcludingScore != *s.Score {
		return false
	}
	summary, ok := SummaryScore(p, c, member)
	return ok && summary == *s.Score
}

// SummaryScore is the member's score for the chapter in the report's summary
// tables, where all of them that have one agree.
func SummaryScore(p *rule.Pass, c *model.Commitment, member string) (score int, ok bool) {
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		col := ColumnOf(m, member)
		for r := range m.Rows {
			row := &m.Rows[r]
			if col < 0 || col >= len(row.Scores) || row.Scores[col] == nil || ChapterOfRow(p.Report, row) != c {
				continue
			}
			if ok && *row.Scores[col] != score {
				return 0, false
			}
			score, ok = *row.Scores[col], true
		}
	}
	return score, ok
}

// OfChapter counts the scores of a chapter: those of its table, or, where it has no
// table, those in the headings of its members' sections, as older reports print them.
// The headings count where all are there and nothing shows that one was misread.
func OfChapter(p *rule.Pass, c *model.Commitment) reckon.Tally {
	if c.Assessment == nil || len(c.Assessment.Scores) > 0 || c.Row > 0 {
		if c.Assessment == nil {
			return reckon.Tally{Noun: "member"}
		}
		return reckon.TallyScores(c.Assessment.Scores, p.Vocabulary)
	}
	t := reckon.Tally{Noun: "member"}
	if !p.EveryMemberOnce(c) || p.ChapterDoubt(c) != "" {
		return t
	}
	all := t
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		if v.HeadingScore == nil {
			return t
		}
		if summary, ok := SummaryScore(p, c, v.Member); ok && summary != *v.HeadingScore {
			return t // which of the two the average is of, nothing says
		}
		all.Add(v.Member, reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), v.HeadingScore, "", p.Vocabulary)
	}
	return all
}

// closingsDiffer gives the scores of closing sentences that are not their headings'.
func closingsDiffer(p *rule.Pass, c *model.Commitment) []reckon.MemberScore {
	var out []reckon.MemberScore
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		if v.HeadingScore != nil && v.ConcludingScore != nil && *v.ConcludingScore != *v.HeadingScore {
			out = append(out, reckon.MemberScore{Member: v.Member, Name: reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), Score: *v.ConcludingScore})
		}
	}
	return out
}
