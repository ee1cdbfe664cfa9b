package claims

import (
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// ProseEvidence is everything that the tables say, by subject.
type ProseEvidence struct {
	Of       map[prose.Subject]*Evidence
	Order    []prose.Subject // members in table order, then commitments, then overall
	Complete bool            // members' averages rest on every commitment
	Rows     int             // commitments in the tables
	RowsSure bool            // tables and list agree on their number
	doubt    string          // why no table can refute a figure, empty where they can
}

// entry gives the evidence of a subject, making it where there is none.
func (x *ProseEvidence) entry(s prose.Subject, label, id string) *Evidence {
	e := x.Of[s]
	if e == nil {
		e = &Evidence{Label: label, Id: id}
		x.Of[s] = e
		x.Order = append(x.Order, s)
	}
	return e
}

// Gather reads matrices, chapters and rankings. A matrix whose title names
// another stage or summit is left out.
func Gather(r *model.Report, words *vocabulary.Vocabulary, own func(title string) bool) *ProseEvidence {
	x := &ProseEvidence{Of: map[prose.Subject]*Evidence{}}
	var tables []model.Matrix
	for _, m := range r.Matrices {
		if len(m.Rows) > 0 && len(m.Members) > 0 && own(m.Title) {
			tables = append(tables, m)
		}
	}
	// A member's average is that of one table; where the rows are spread
	// over several tables, over all of them.
	columns := map[string]reckon.Tally{}
	all := reckon.Tally{Noun: "score"}
	var rowMeans []*big.Rat
	var memberOrder []string
	names := map[string]string{}
	seen := map[int]bool{}
	repeated := false
	for _, m := range tables {
		for i := range m.Rows {
			row := &m.Rows[i]
			if row.Number > 0 && seen[row.Number] {
				repeated = true // the same commitments once more: a second table
				continue
			}
			seen[row.Number] = true
			t := reckon.Tally{Noun: "member"}
			for j, s := range row.Scores {
				if j >= len(m.Members) {
					break
				}
				code := m.Members[j]
				name := ""
				if j < len(m.Names) {
					name = m.Names[j]
				}
				cell := ""
				if j < len(row.Cells) {
					cell = row.Cells[j]
				}
				name = reckon.MemberLabel(code, name, words)
				t.Add(code, name, s, cell, words)
				c, known := columns[code]
				if !known {
					memberOrder = append(memberOrder, code)
					names[code] = name
					c.Noun = "commitment"
				}
				c.Add("", summaryLabel(row), s, cell, words)
				columns[code] = c
				all.Add("", name, s, cell, words)
			}
			e := x.entry(prose.Subject{Kind: prose.Commitment, Commitment: row.Number}, summaryLabel(row), row.ID)
			e.Scores = t
			if mean, ok := t.Mean(); ok && t.Illegible == 0 {
				e.Means = append(e.Means, mean)
				rowMeans = append(rowMeans, mean)
			}
			e.Print(row.Average, "table")
			e.alsoOfChapter(tallies.ChapterOfRow(r, row), words)
			x.Rows++
		}
	}
	x.Complete = len(tables) > 0 && len(tallies.ChaptersWithoutRow(r)) == 0
	if len(tables) == 0 {
		x.chapters(r, words, columns, &all, &rowMeans, &memberOrder, names)
	}
	var columnMeans []*big.Rat
	for _, code := range memberOrder {
		if code == "" {
			continue
		}
		e := x.entry(prose.Subject{Kind: prose.Member, Member: code}, names[code], "")
		t := columns[code]
		e.Scores = t
		if mean, ok := t.Mean(); ok && t.Illegible == 0 && !repeated {
			e.Means = append(e.Means, mean)
			columnMeans = append(columnMeans, mean)
		}
	}
	over := x.entry(prose.Subject{Kind: prose.Overall}, "the overall average", "")
	over.Scores = all
	if mean, ok := all.Mean(); ok && all.Illegible == 0 && !repeated {
		over.Means = append(over.Means, mean)
		for _, list := range [][]*big.Rat{rowMeans, columnMeans} {
			if m, ok := reckon.MeanOf(list); ok {
				over.Means = append(over.Means, m)
			}
		}
	}
	for _, m := range tables {
		over.Percents = append(over.Percents, matrix.MeansOfPercents(&m)...)
		for _, c := range m.ColumnAverages {
			if e := x.Of[prose.Subject{Kind: prose.Member, Member: c.Member}]; e != nil && c.Member != "" {
				e.Print(&model.Average{Text: c.Text, Value: c.Value, Percent: c.Percent, At: c.At}, "table")
			}
		}
		over.Print(m.Overall, "table")
		if over.ContradictsItself() {
			over.Means = append(over.Means, meansAsPrinted(&m, over.Printed)...)
		}
	}
	for _, k := range r.Rankings {
		if !own(k.Title) {
			continue
		}
		for _, n := range k.Entries {
			if n.Member == "" {
				continue
			}
			e := x.entry(prose.Subject{Kind: prose.Member, Member: n.Member}, reckon.MemberLabel(n.Member, n.Label, words), "")
			e.Print(&model.Average{Text: n.Text, Value: n.Value, Percent: n.Percent, At: n.At}, "ranking")
		}
	}
	listed := len(r.CommitmentsList)
	x.RowsSure = len(tables) > 0 && x.Complete && !repeated && (listed == 0 || listed == x.Rows)
	return x
}

// counts says how many members the tables have, and how many scores are in them; 0
// where they are not complete.
func (x *ProseEvidence) counts() (members, scores int) {
	if !x.Complete {
		return 0, 0
	}
	for s := range x.Of {
		if s.Kind == prose.Member {
			members++
		}
	}
	if over := x.Of[prose.Subject{Kind: prose.Overall}]; over != nil && over.Scores.Illegible == 0 {
		scores = len(over.Scores.Scores)
	}
	return members, scores
}

// meansAsPrinted gives the means of the averages that a table prints for its rows and
// for its columns, where the overall one follows from them: then one of those is not
// what its scores give, and the overall one no further contradiction.
func meansAsPrinted(m *model.Matrix, printed []model.Average) []*big.Rat {
	var out []*big.Rat
	for _, mean := range matrix.PrintedMeans(m, func(a *model.Average) *model.Decimal { return a.Value }) {
		holds := func(a model.Average) bool { return a.Value != nil && reckon.Holds(*a.Value, mean) }
		if slices.ContainsFunc(printed, holds) {
			out = append(out, mean)
		}
	}
	return out
}

// alsoOfChapter adds what the chapter's own table says of a commitment.
func (e *Evidence) alsoOfChapter(c *model.Commitment, words *vocabulary.Vocabulary) {
	if c == nil || c.Assessment == nil {
		return
	}
	t := reckon.TallyScores(c.Assessment.Scores, words)
	if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
		e.TwoMeans = len(e.Means) > 0 && e.Means[0].Cmp(mean) != 0
		e.Means = append(e.Means, mean)
	}
	e.Print(c.Assessment.Average, "chapter")
}

// chapters takes the chapters' own tables where there is no summary table.
// Members' averages can be had from them only when the report is whole, which
// a list of commitments of the same length shows.
func (x *ProseEvidence) chapters(r *model.Report, words *vocabulary.Vocabulary, columns map[string]reckon.Tally, all *reckon.Tally, rowMeans *[]*big.Rat, memberOrder *[]string, names map[string]string) {
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil || len(c.Assessment.Scores) == 0 || c.Row > 0 {
			continue // the average alone, beside scores in headings
		}
		t := reckon.TallyScores(c.Assessment.Scores, words)
		e := x.entry(prose.Subject{Kind: prose.Commitment, Commitment: c.Number}, chapterLabel(c), c.ID)
		e.Scores = t
		if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
			e.Means = append(e.Means, mean)
			*rowMeans = append(*rowMeans, mean)
		}
		e.Print(c.Assessment.Average, "table")
		x.Rows++
	}
	x.Complete = x.Rows > 0 && x.Rows == len(r.CommitmentsList)
	if !x.Complete {
		return
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		for _, s := range c.Assessment.Scores {
			t, known := columns[s.Member]
			if !known {
				t.Noun = "commitment"
				*memberOrder = append(*memberOrder, s.Member)
				names[s.Member] = reckon.MemberLabel(s.Member, s.Name, words)
			}
			t.Add("", chapterLabel(c), s.Score, s.Text, words)
			columns[s.Member] = t
			all.Add("", s.Name, s.Score, s.Text, words)
		}
	}
}

// Usable gives the evidence on a subject, or why there is none that could
// refute a figure.
func (x *ProseEvidence) Usable(s prose.Subject) (*Evidence, string) {
	e := x.Of[s]
	switch {
	case x.doubt != "":
		return nil, x.doubt
	case e == nil || len(e.Means) == 0 && len(e.Printed) == 0:
		return nil, "what the figure is about was found in no table"
	case s.Kind != prose.Commitment && !x.Complete && len(e.Printed) == 0:
		return nil, "the report's tables are not complete"
	case len(e.Means) > 0 && len(e.Printed) == 0 && s.Kind != prose.Commitment && e.Scores.WhyUndecided() == "a score is outside the scale":
		return nil, "a score is outside the scale"
	case e.ContradictsItself():
		return nil, "the table's own average is not what its scores give"
	}
	return e, ""
}
