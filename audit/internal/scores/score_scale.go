package scores

import (
	"fmt"
	"slices"
	"sort"
	"strconv"

	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "score-scale",
	Severity:   rule.Error,
	Title:      "a score that the rubric has no level for",
	Checks:     "Every score of a chapter (table, headings, closing sentences) and of a summary table is looked up on the scale −1, 0, +1 and among the levels that the chapter's scoring table or interpretive guidelines define.",
	Why:        "A score without a level has no meaning that a reader could look up.",
	Example:    "'+2' anywhere; or 0 in a chapter whose rubric defines −1 and +1 only. Near miss: the scoring table alone lacks the level 0, which the guidelines have.",
	Convention: "The scale is −1, 0, +1 in the reports of all years. That the rubric lacks a level is held against a score only where the scoring table and the interpretive guidelines both do; otherwise the missing level is a warning of its own (rubric-level-missing).",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		if n := onAnotherScale(p.Report); n > 0 {
			p.Undecided(n, "the file has no score below 0 and several above 1: it may use another scale")
			return
		}
		for i := range p.Report.Commitments {
			scoreScale(p, &p.Report.Commitments[i])
		}
		for i := range p.Report.Matrices {
			matrixScale(p, &p.Report.Matrices[i], mayBeCounts(p.Report, i))
		}
	},
})

// fewestAbove is how many scores above 1 are more than slips of the pen.
const fewestAbove = 3

// onAnotherScale gives the number of scores of a data file that has none below
// 0 and several above 1, as one that counts from 0 to 2 does; 0 for others.
func onAnotherScale(r *model.Report) int {
	all, above := 0, 0
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Row == 0 || c.Assessment == nil {
			return 0
		}
		for _, s := range c.Assessment.Scores {
			switch {
			case s.Score == nil:
			case *s.Score < 0:
				return 0
			default:
				all++
				if *s.Score > reckon.HighestScore {
					above++
				}
			}
		}
	}
	if above < fewestAbove {
		return 0
	}
	return all
}

// scoreUse is one place where a score is printed.
type scoreUse struct {
	member, name, where, quote string
	at                         model.At
	row, sheetRow              int // of a table with a row for each score
}

func scoreScale(p *rule.Pass, c *model.Commitment) {
	uses := map[int][]scoreUse{}
	add := func(score *int, u scoreUse) {
		if score != nil {
			p.Checked(1)
			uses[*score] = append(uses[*score], u)
		}
	}
	if c.Assessment != nil {
		for _, s := range c.Assessment.Scores {
			add(s.Score, scoreUse{s.Member, reckon.MemberLabel(s.Member, s.Name, p.Vocabulary), "table", quoteScore(s), s.At, s.Row, s.SheetRow})
		}
	}
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		name := reckon.MemberLabel(v.Member, v.Name, p.Vocabulary)
		add(v.HeadingScore, scoreUse{v.Member, name, "heading", rule.HeadingText(v), rule.HeadingAt(v), 0, 0})
		if v.Concluding != nil {
			add(v.ConcludingScore, scoreUse{v.Member, name, "closing sentence", v.Concluding.Text, v.Concluding.At, 0, 0})
		}
	}
	levels, certain := rubricLevels(c)
	var scores []int
	for s := range uses {
		scores = append(scores, s)
	}
	sort.Ints(scores)
	for _, s := range scores {
		switch {
		case !reckon.OnScale(s):
			// Each member is a case of its own: a slip of the pen.
			for _, group := range byMember(uses[s]) {
				f := scaleFinding(c, group)
				f.Stated = reckon.SignedScore(s)
				f.Computed = "the scale is −1, 0, +1"
				f.Message = fmt.Sprintf("The score of %s is stated as %s (%s); the scale is −1, 0, +1.",
					group[0].name, f.Stated, wheres(group))
				p.Found(f)
			}
		case !levels[s] && len(levels) > 0 && !certain:
			p.Undecided(1, "a level for the score was not found, but the rubric may not have been read in full (rubric-level-missing)")
		case certain && !levels[s]:
			// One missing level is one cause, however many members have it.
			f := scaleFinding(c, uses[s])
			f.Stated = reckon.SignedScore(s)
			f.Computed = "levels defined: " + levelList(levels)
			var names []string
			for _, group := range byMember(uses[s]) {
				names = append(names, group[0].name)
			}
			if len(names) > 1 {
				f.Member = ""
			}
			f.Message = fmt.Sprintf("The score %s is given to %s; the rubric of the chapter defines %s.",
				reckon.SignedScore(s), reckon.Listing(names, 6, "and"), levelList(levels))
			p.Found(f)
		}
	}
}

// mayBeCounts reports whether the reading warns that the figures of the i-th summary table
// may be no scores.
func mayBeCounts(r *model.Report, i int) bool {
	path := "/matrices/" + strconv.Itoa(i)
	return slices.ContainsFunc(r.Warnings, func(w model.Warning) bool {
		return w.Kind == rule.CountsWarning && slices.Contains(w.About, path)
	})
}

func matrixScale(p *rule.Pass, m *model.Matrix, counts bool) {
	for i := range m.Rows {
		r := &m.Rows[i]
		for col, s := range r.Scores {
			if s == nil {
				continue
			}
			if !reckon.OnScale(*s) && tallies.NumbersOf(m, col) {
				p.Undecided(1, "a column of the table holds other numbers than scores")
				continue
			}
			if !reckon.OnScale(*s) && counts {
				p.Undecided(1, "the figures of the table may be counts rather than scores")
				continue
			}
			p.Checked(1)
			if reckon.OnScale(*s) {
				continue
			}
			f := matrix.RowFinding(m, r)
			f.Member = tallies.MemberAt(m, col)
			f.Stated, f.Computed = reckon.SignedScore(*s), "the scale is −1, 0, +1"
			f.Quote = matrix.RowText(m, r)
			f.Message = fmt.Sprintf("%s gives %s the score %s for %s; the scale is −1, 0, +1.",
				reckon.Capital(tallies.MatrixTitle(m)), tallies.ColumnLabel(m, col, p.Vocabulary), f.Stated, tallies.RowLabel(r, i))
			p.Found(f)
		}
	}
}

// rubricLevels gives the scores that the scoring table or the guidelines
// define. That a level is missing is certain only when both were read, each
// with at least two levels and no text without one: a table that breaks over a
// page easily loses a row in reading, and rubric-level-missing warns of that.
func rubricLevels(c *model.Commitment) (levels map[int]bool, certain bool) {
	levels = map[int]bool{}
	certain = true
	for _, part := range [][]model.Level{c.Guidelines, c.Rubric} {
		scores := map[int]bool{}
		for _, l := range part {
			if l.Score == nil {
				certain = false
				continue
			}
			levels[*l.Score], scores[*l.Score] = true, true
		}
		certain = certain && len(scores) >= 2
	}
	return levels, certain
}

func levelList(levels map[int]bool) string {
	var sorted []int
	for s := range levels {
		sorted = append(sorted, s)
	}
	sort.Ints(sorted)
	var names []string
	for _, s := range sorted {
		names = append(names, reckon.SignedScore(s))
	}
	return reckon.Listing(names, len(names), "and")
}

// byMember groups uses by member, in the order of first appearance.
func byMember(uses []scoreUse) [][]scoreUse {
	var out [][]scoreUse
	at := map[string]int{}
	for _, u := range uses {
		key := u.member + "\x00" + u.name
		if u.member != "" {
			key = u.member
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], u)
	}
	return out
}

func wheres(uses []scoreUse) string {
	var names []string
	for _, u := range uses {
		names = append(names, u.where)
	}
	return reckon.Listing(names, len(names), "and")
}

func scaleFinding(c *model.Commitment, uses []scoreUse) rule.Finding {
	f := rule.About(c)
	if uses[0].row > 0 {
		f.Row, f.SheetRow = uses[0].row, uses[0].sheetRow
	}
	f.Member = uses[0].member
	f.Quote = uses[0].quote
	for _, u := range uses {
		f.At = rule.Join(f.At, u.at)
	}
	if len(f.At) == 0 && c.Assessment != nil {
		f.At = c.Assessment.At
	}
	return f
}
