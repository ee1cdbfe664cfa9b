package diff

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// isTable reports whether a report is a table of published scores.
func isTable(r *model.Report) bool {
	return len(r.Commitments) > 0 && r.Commitments[0].Row > 0
}

// ofOneSummit makes a table and a report comparable: of a table of many summits
// it leaves the rows of the report's summit, where their serials say so, for the
// rest has no partner by its nature; of the report it leaves what a table can
// have.
func (c *comparison) ofOneSummit() (old, now *model.Report) {
	switch {
	case isTable(c.old) == isTable(c.now):
	case isTable(c.old):
		c.now = figuresOf(c.now)
		c.old = rowsOf(c.old, c.now, c.words)
	default:
		c.old = figuresOf(c.old)
		c.now = rowsOf(c.now, c.old, c.words)
	}
	return c.old, c.now
}

// figuresOf is a report with the tables of its chapters and, for rows of its
// summary table that have no chapter, with theirs; and nothing else.
func figuresOf(r *model.Report) *model.Report {
	out := &model.Report{Schema: r.Schema, Source: r.Source, Report: model.Info{Forum: r.Report.Forum, Summit: r.Report.Summit}}
	listed := map[int]model.ListedPromise{}
	for _, p := range r.CommitmentsList {
		listed[p.Number] = p
	}
	have := map[int]bool{}
	for _, c := range r.Commitments {
		have[c.Number] = true
		if c.Assessment == nil || len(c.Assessment.Scores) == 0 {
			continue
		}
		id := c.ID
		if id == "" {
			id = listed[c.Number].ID
		}
		out.Commitments = append(out.Commitments, model.Commitment{Number: c.Number, ID: id, IssueArea: c.IssueArea, Title: c.Title, Text: c.Text, At: c.At, Assessment: c.Assessment})
	}
	for i := range r.Matrices {
		m := &r.Matrices[i]
		if i > 0 {
			break // others are of other stages and summits
		}
		for k, row := range m.Rows {
			number := row.Number
			if number == 0 {
				number = k + 1
			}
			if have[number] || len(row.Scores) != len(m.Members) {
				continue
			}
			c := model.Commitment{Number: number, ID: row.ID, Title: row.Label, Text: listed[number].Text, At: row.At, Assessment: &model.Assessment{Average: row.Average}}
			if c.ID == "" {
				c.ID = listed[number].ID
			}
			for col, s := range row.Scores {
				name := ""
				if col < len(m.Names) {
					name = m.Names[col]
				}
				c.Assessment.Scores = append(c.Assessment.Scores, model.Score{Member: m.Members[col], Name: name, Score: s, At: row.At})
			}
			out.Commitments = append(out.Commitments, c)
		}
	}
	return out
}

// sameFigures gives averages that are the same number in two forms ("0.5",
// "+0.50 (75%)", 0.4286 for 0.43; 0.62 and 0.63 of 5/8) the same words, so that
// they are no change.
func (c *comparison) sameFigures() {
	for i, j := range c.match {
		if j < 0 {
			continue
		}
		a, b := assessed(&c.old.Commitments[i]), assessed(&c.now.Commitments[j])
		if a == nil || b == nil {
			continue
		}
		x, y := c.old.Commitments[i].Assessment, c.now.Commitments[j].Assessment
		if !oneFigure(*a, *b) && !(sameScores(x, y) && across.OneMean(x, y, reckon.Holds)) {
			continue
		}
		changed := *c.now.Commitments[j].Assessment
		average := *a
		average.At = b.At
		changed.Average = &average
		c.now.Commitments[j].Assessment = &changed
	}
}

// sameScores reports whether two assessments give every member that both have the same score.
func sameScores(x, y *model.Assessment) bool {
	scores := map[string]*int{}
	for _, s := range x.Scores {
		scores[s.Member] = s.Score
	}
	for _, s := range y.Scores {
		if o := scores[s.Member]; o != nil && s.Score != nil && *o != *s.Score {
			return false
		}
	}
	return true
}

// oneFigure reports whether one of two averages is the other, or follows from
// it by rounding.
func oneFigure(a, b model.Average) bool {
	same := func(x, y *model.Decimal) bool {
		return reckon.Holds(*x, y.Rat()) || reckon.Holds(*y, x.Rat())
	}
	switch {
	case a.Value != nil && b.Value != nil:
		return same(a.Value, b.Value)
	case a.Percent != nil && b.Percent != nil:
		return same(a.Percent, b.Percent)
	case a.Value != nil && b.Percent != nil:
		return reckon.PercentFits(*b.Percent, *a.Value)
	case b.Value != nil && a.Percent != nil:
		return reckon.PercentFits(*a.Percent, *b.Value)
	}
	return false
}

// rowsOf are the rows whose serial begins with the year of the report's summit,
// and those that state no year.
func rowsOf(table, report *model.Report, words *vocabulary.Vocabulary) *model.Report {
	year := report.Report.Summit.Year
	if year == 0 {
		return table
	}
	// Serials of the report's own chapters tell the letter of a summit, where a
	// year has two: '2009P-117'.
	letters := map[string]bool{}
	for _, c := range report.Commitments {
		if y, letter, _, ok := splitSerial(c.ID, words); ok && y == year {
			letters[letter] = true
		}
	}
	out := *table
	out.Commitments = make([]model.Commitment, 0, len(table.Commitments))
	stated := false // some row states its year
	for _, c := range table.Commitments {
		if !across.OfForum(&c, report.Report.Forum, words) {
			continue
		}
		y, letter, _, ok := splitSerial(c.ID, words)
		if ok && (y != year || len(letters) > 0 && !letters[letter]) {
			stated = true
			continue
		}
		column := across.RowYear(&c, words)
		if stated = stated || ok || column > 0; !ok && column > 0 && column != year {
			continue
		}
		if !ok && column == year {
			c.ID = serial(c.ID, year, words)
		}
		out.Commitments = append(out.Commitments, c)
	}
	if !stated {
		out.Report.Summit.Year = year // a table of one summit, whose serials have no year
	}
	return &out
}

// splitSerial reads '2009P-117' as 2009, P and 117.
func splitSerial(id string, words *vocabulary.Vocabulary) (year int, letter, number string, ok bool) {
	id = across.PlainSerial(id, words)
	if len(id) < 5 || strings.Trim(id[:4], "0123456789") != "" || id[0] != '1' && id[0] != '2' {
		return 0, "", "", false
	}
	head, number, found := strings.Cut(id, "-")
	if !found || len(head) > 6 {
		return 0, "", "", false
	}
	for _, c := range head[:4] {
		year = year*10 + int(c-'0')
	}
	return year, head[4:], strings.TrimSpace(number), true
}

// serial is a commitment's serial as it is compared: blanks and brackets off,
// '122' with the year of its report's summit.
func serial(id string, year int, words *vocabulary.Vocabulary) string {
	id = across.PlainSerial(id, words)
	if id != "" && year > 0 && strings.Trim(id, "0123456789") == "" && len(id) < 4 {
		return fmt.Sprintf("%d-%s", year, strings.TrimLeft(id, "0"))
	}
	if y, letter, number, ok := splitSerial(id, words); ok {
		return fmt.Sprintf("%d%s-%s", y, letter, strings.TrimLeft(number, "0"))
	}
	return id
}
