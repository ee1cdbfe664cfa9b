package scores

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A long table repeats in each row what is not of that row alone: the average of the
// commitment, or of the member, and how many scores there are. Of which of the two a column
// is shows where it stays the same; one row that has another figure than the others of its
// commitment is kept beside theirs.

// mostlySame is how many in a hundred rows must have the figure that most rows of their
// commitment, or member, have.
const mostlySame = 75

// stated is a figure in a row of a long table.
type stated struct {
	record  int
	key     string // by which figures are compared
	average *model.Average
}

// readFigures reads the columns that repeat a figure. It gives the averages of members.
func (t *longTable) readFigures() (sums []model.Summary) {
	columns := slices.Clone(t.averages)
	if len(columns) == 0 && t.average >= 0 {
		columns = []int{t.average}
	}
	averages := t.own
	taken := false
	for _, column := range columns {
		t.average = column
		rows := t.statedAverages()
		ofCommitment, sameCommitment := group(rows, func(s stated) string { return strconv.Itoa(t.of[s.record]) })
		ofMember, sameMember := group(rows, func(s stated) string { _, name := t.memberName(s.record); return name })
		if t.ofMembers(rows, sameCommitment, sameMember) {
			sums = append(sums, t.memberAverages(column, rows, ofMember))
			continue
		}
		if taken {
			continue
		}
		taken = true
		sure := 100*sameCommitment >= mostlySame*len(rows)
		for n := range averages {
			g := ofCommitment[strconv.Itoa(n)]
			switch {
			case averages[n] != nil || g == nil:
			case sure || g.most == len(g.rows):
				averages[n] = g.rows[g.first].average
				t.keepOdd(g, n, model.RepeatAverage)
			default:
				// Which of them is meant nobody knows: none is compared.
				averages[n] = &model.Average{Text: g.texts()}
			}
		}
	}
	restoreZeros(averages)
	for n, average := range averages {
		t.made[n].Assessment.Average = average
	}
	t.readNumbers()
	return sums
}

// statedAverages are the figures of the average column, where a row has one.
func (t *longTable) statedAverages() []stated {
	var out []stated
	for i, average := range t.readAverages(t.records, t.form) {
		if average == nil || t.labels[i] == "" {
			continue
		}
		key := average.Text
		if average.Value != nil || average.Percent != nil {
			key = ""
		}
		for _, d := range []*model.Decimal{average.Value, average.Percent} {
			if d != nil {
				key += "|" + d.Rat().RatString()
			}
		}
		out = append(out, stated{i, key, average})
	}
	return out
}

// ofMembers reports whether a column has an average for each member: it is the same in the
// rows of a member, and not in those of a commitment.
func (t *longTable) ofMembers(rows []stated, sameCommitment, sameMember int) bool {
	return len(t.made) > 1 && 100*sameMember >= mostlySame*len(rows) && 100*sameCommitment < mostlySame*len(rows)
}

// figureGroup are the figures of the rows that belong together.
type figureGroup struct {
	rows  []stated
	most  int // how many rows have the figure that most have
	first int // the first of them
}

// texts are the different figures.
func (g *figureGroup) texts() string {
	var out []string
	for _, s := range g.rows {
		if !slices.Contains(out, s.average.Text) {
			out = append(out, s.average.Text)
		}
	}
	return strings.Join(out, " / ")
}

// group puts rows together by what they are of, and counts those that have the figure
// which most rows of their group have. A group of one row tells nothing.
func group(rows []stated, of func(stated) string) (groups map[string]*figureGroup, same int) {
	groups = map[string]*figureGroup{}
	for _, s := range rows {
		g := groups[of(s)]
		if g == nil {
			g = &figureGroup{}
			groups[of(s)] = g
		}
		g.rows = append(g.rows, s)
	}
	for _, g := range groups {
		counts := map[string]int{}
		for _, s := range g.rows {
			counts[s.key]++
		}
		for k, s := range g.rows {
			if counts[s.key] > g.most {
				g.most, g.first = counts[s.key], k
			}
		}
		if len(g.rows) > 1 && 2*g.most > len(g.rows) {
			same += g.most
		}
	}
	return groups, same
}

// keepOdd keeps the figures of a commitment's rows that are not those of most.
func (t *longTable) keepOdd(g *figureGroup, n int, of string) {
	for _, s := range g.rows {
		if s.key != g.rows[g.first].key {
			t.keep(s, g, n, of)
		}
	}
}

func (t *longTable) keep(s stated, g *figureGroup, n int, of string) {
	r := t.records[s.record]
	code, name := t.memberName(s.record)
	usual := g.rows[g.first]
	t.made[n].Assessment.Repeats = append(t.made[n].Assessment.Repeats, model.Repeat{
		Of: of, Member: code, Name: name, Row: r.number, SheetRow: r.sheetRow(), Text: s.average.Text, Average: s.average,
		First: usual.average.Text, FirstRow: t.records[usual.record].number, Rows: g.most,
	})
}

// memberAverages is a column of the members' averages as a summary of the table.
func (t *longTable) memberAverages(column int, rows []stated, groups map[string]*figureGroup) model.Summary {
	out := model.Summary{Label: t.heads[column]}
	done := map[string]bool{}
	for _, s := range rows {
		code, name := t.memberName(s.record)
		g := groups[name]
		if !done[name] && code != "" {
			a := g.rows[g.first].average
			out.Averages = append(out.Averages, model.ColumnAverage{Member: code, Text: a.Text, Value: a.Value, Percent: a.Percent})
			if r := t.records[g.rows[g.first].record]; out.Row == 0 {
				out.Row, out.SheetRow = r.number, r.sheetRow()
			}
		}
		done[name] = true
		if s.key != g.rows[g.first].key && 2*g.most > len(g.rows) {
			t.keep(s, g, t.of[s.record], model.RepeatMemberAverage)
		}
	}
	return out
}

// readNumbers finds whole numbers that are the same in nearly all rows of each commitment,
// and the rows in which they are not.
func (t *longTable) readNumbers() {
	for column, head := range t.heads {
		if head == "" || column == t.score || column == t.member || column == t.average || column == t.percent || slices.Contains(t.keys(t.words), column) {
			continue
		}
		if t.words.HasHead(head, vocabulary.HeadRank, vocabulary.HeadPage) {
			continue
		}
		var rows []stated
		for i, r := range t.records {
			text := seen(r.cells[column])
			if n, err := strconv.Atoi(asciiNumber(text)); err == nil && t.labels[i] != "" {
				rows = append(rows, stated{i, strconv.Itoa(n), &model.Average{Text: text}})
			}
		}
		groups, same := group(rows, func(s stated) string { return strconv.Itoa(t.of[s.record]) })
		if len(rows) == 0 || 100*same < mostlySame*len(rows) {
			continue
		}
		for n := range t.made {
			g := groups[strconv.Itoa(n)]
			if g == nil {
				continue
			}
			for k := range t.made[n].Columns {
				if t.made[n].Columns[k].Name == head {
					t.made[n].Columns[k].Value = g.rows[g.first].average.Text
				}
			}
			for _, s := range g.rows {
				if s.key != g.rows[g.first].key && 2*g.most > len(g.rows) {
					t.keep(s, g, n, head)
					last := &t.made[n].Assessment.Repeats[len(t.made[n].Assessment.Repeats)-1]
					last.Average = nil
				}
			}
		}
	}
}
