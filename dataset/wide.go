package dataset

import (
	"bufio"
	"cmp"
	"io"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/dataset/form"
	"recount.invalid/recount/dataset/publish"
	"recount.invalid/recount/vocabulary"
)

// wideFile is the name of the wide table.
const wideFile = "wide.csv"

// wideFirst are the members that the shared tables of the field begin with,
// and the names of their columns there; scripts written for those tables
// find them.
var wideFirst = []struct{ code, column string }{
	{"CAN", "canada"}, {"FRA", "france"}, {"DEU", "germany"}, {"ITA", "italy"}, {"JPN", "japan"},
	{"RUS", "russia"}, {"GBR", "uk"}, {"USA", "us"}, {"EU", "eu"},
}

// wideColumn is a member's column.
type wideColumn struct {
	member string
	name   string
}

// wideColumns are the usual members, always there, and behind them whoever
// else has a score, by name.
func (c *collector) wideColumns() []wideColumn {
	var out, more []wideColumn
	taken := map[string]bool{}
	for _, f := range wideFirst {
		out = append(out, wideColumn{f.code, f.column})
		taken[f.code] = true
	}
	words := vocabulary.Default()
	for member, printed := range c.members {
		if taken[member] {
			continue
		}
		name := words.MemberName(member)
		if name == "" {
			name = printed
		}
		more = append(more, wideColumn{member, columnName(name)})
	}
	slices.SortFunc(more, func(a, b wideColumn) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.member, b.member))
	})
	return append(out, more...)
}

// columnName writes a name as a column's: lower case, without accents, words
// joined by "_".
func columnName(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(name))
	return strings.Join(strings.FieldsFunc(strings.ToLower(plain), func(r rune) bool {
		return r == ' ' || r == '-' || r == '.' || r == ',' || r == '\''
	}), "_")
}

// wideHead is what stands before and behind the members' columns.
var wideHead, wideTail = []string{"area", "id", "year", "text", "average"},
	[]string{"promise_id", "title", "number", "forum", "summit", "stage", "commitment_id", "report_id", "file"}

// writeWide writes one row per promise that has a score, of the version that
// counts: area, id, year, text, average, a column per member, and behind them
// the key and where the row is from. The average is the mean of the row's scores
// to nine decimals.
func (c *collector) writeWide(w io.Writer) error {
	out := bufio.NewWriter(w)
	columns := c.wideColumns()
	header := slices.Clone(wideHead)
	for _, col := range columns {
		header = append(header, col.name)
	}
	form.WriteRecord(out, append(header, wideTail...))
	err := c.eachCommitment(func(info *commitmentInfo) error {
		if len(info.cells) == 0 || !info.counts {
			return nil
		}
		var sum, n int64
		cells := make([]string, len(columns))
		for i, col := range columns {
			if cell := info.cells[col.member]; cell != nil && cell.score.Set {
				cells[i] = strconv.FormatInt(cell.score.Int, 10)
				sum += cell.score.Int
				n++
			}
		}
		average := ""
		if n > 0 {
			average = nineDecimals(big.NewRat(sum, n))
		}
		record := append([]string{orElse(info.normalArea, info.area), orElse(info.normal, info.serial), yearText(info.year), orElse(info.text, info.title), average}, cells...)
		form.WriteRecord(out, append(record, info.promise, info.title, strconv.Itoa(info.number), info.forum, c.place(info), info.stage,
			info.id, info.report.id, info.report.file))
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// wideDocs say what the columns of wide.csv are that are no member's.
var wideDocs = map[string]string{
	"area": "Issue area, under the name that counts areas together where there is one.", "id": "Serial in its normal form, otherwise as printed.",
	"year": "Year of the summit.", "text": "The commitment's words, otherwise its title.", "average": "Mean of the row's scores, rounded to nine decimals.",
	"promise_id": "Promise; key of the table.", "title": "Title as printed.", "number": "Number in the source.", "forum": "Forum.",
	"summit": "Place of the summit.", "stage": "Stage of the assessment.", "commitment_id": "Row of table commitments.",
	"report_id": "Row of table reports.", "file": "The file that the row comes from.",
}

// wideSchema describes wide.csv.
func (c *collector) wideSchema() *publish.TableSchema {
	s := &publish.TableSchema{Missing: []string{""}, PrimaryKey: []string{"promise_id"}}
	types := map[string]string{"year": "integer", "number": "integer", "average": "number"}
	for _, name := range wideHead {
		s.Fields = append(s.Fields, publish.Field{Name: name, Type: orElse(types[name], "string"), Desc: wideDocs[name]})
	}
	for _, col := range c.wideColumns() {
		s.Fields = append(s.Fields, publish.Field{Name: col.name, Type: "integer", Desc: "Score of " + orElse(vocabulary.Default().MemberName(col.member), col.member) + "."})
	}
	for _, name := range wideTail {
		f := publish.Field{Name: name, Type: orElse(types[name], "string"), Desc: wideDocs[name]}
		if name == "promise_id" {
			f.Constraints = map[string]any{"required": true, "unique": true}
		}
		s.Fields = append(s.Fields, f)
	}
	return s
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// percentOf is audit's formula, here so that the summary and the audit agree.
func percentOf(m mean) string {
	return reckon.Percent(big.NewRat(int64(m.sum), int64(m.n))).FloatString(0)
}
