package elsewhere

import (
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/vocabulary"
)

// ReYearAlone finds a year; one of a span ("2004-2005") or of a serial
// ("2024-122") is told by what stands beside it.
var ReYearAlone = lazyregexp.NewWith(`\b(?:19|20)[0-9]{2}\b`, "19", "20")

// TitleFiller may stand between a year and a summit's name in a title.
var TitleFiller = map[string]bool{"interim": true, "final": true, "preliminary": true, "summit": true}

// A report often ends with a table over several summits: the members' averages at
// each, or the averages of everything. Its own column is a copy of its summary
// table, the others are copies of those summits' reports.

// SummitHead is a summit that a column or a row of such a table is of.
type SummitHead struct {
	Text  string
	Year  int    // of the summit: the first of a cycle ("2031-2032")
	Stage string // "" where the head names none
}

// SummitHeadOf reads a head that is a summit by its year, with or without its name:
// "2031 Norport", "Norport 2031-2032", "2031". A head of many words is a sentence.
func SummitHeadOf(text string) (h SummitHead, ok bool) {
	text = strings.TrimSpace(text)
	if len(strings.Fields(text)) > mostHeadWords {
		return h, false
	}
	at := ReYearAlone.FindStringIndex(text)
	if at == nil {
		return h, false
	}
	return SummitHead{Text: text, Year: rule.Atoi(text[at[0]:at[1]])}, true
}

// mostHeadWords is how many words the head of a summit's column has at the most.
const mostHeadWords = 6

// fewestSummits is how many summits make a table one over several.
const fewestSummits = 2

// SummitColumns gives the columns of a table whose heads are summits; nil where they
// are not at least two.
func SummitColumns(rows [][]string) map[int]SummitHead {
	if len(rows) < 3 {
		return nil
	}
	head := rows[0]
	// The corner above the members is often empty, and then not there at all.
	shift := 0
	for _, row := range rows[1:] {
		if len(row) != len(rows[1]) {
			return nil // cells were lost, or lie over several columns
		}
	}
	switch len(rows[1]) - len(head) {
	case 0:
	case 1:
		shift = 1
	default:
		return nil
	}
	out := map[int]SummitHead{}
	for i, text := range head {
		if h, ok := SummitHeadOf(text); ok {
			out[i+shift] = h
		}
	}
	if len(out) < fewestSummits {
		return nil
	}
	return out
}

// SummitRows gives the rows of a table over several summits with the summits as columns,
// and these; nil where it is none. A table that has a row for each summit is turned.
func SummitRows(rows [][]string) ([][]string, map[int]SummitHead) {
	if columns := SummitColumns(rows); columns != nil {
		return rows, columns
	}
	if len(rows) < fewestSummits+1 || len(rows) > mostSummitRows {
		return nil, nil
	}
	width := len(rows[0])
	for _, row := range rows {
		if len(row) != width {
			return nil, nil
		}
	}
	turned := make([][]string, width)
	for c := range turned {
		for _, row := range rows {
			turned[c] = append(turned[c], row[c])
		}
	}
	columns := SummitColumns(turned)
	_, last := columns[len(rows)-1]
	// Below the summits may stand a row of all of them.
	if len(columns) == len(rows)-1 || !last && len(columns) > fewestSummits && len(columns) == len(rows)-2 {
		return turned, columns
	}
	return nil, nil
}

// mostSummitRows is how many summits there have been at the most, with some to come.
const mostSummitRows = 100

// SummitFigure is an average of a table over several summits.
type SummitFigure struct {
	SummitHead
	Member string // code
	Name   string
	Stated model.Average
	Table  *model.Table
	Index  int // of the table among the report's
	// Column is where the summit stands in the table's rows, turned where it has a row for
	// each summit (SummitRows), and Row where the member does.
	Column, Row int
}

// SummitFigures are the averages of members in the report's tables over several
// summits. A column is left out where its head names two stages, or where a cell is
// no figure of compliance.
func SummitFigures(p *rule.Pass) []SummitFigure {
	var out []SummitFigure
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		rows, columns := SummitTable(p, t.Rows)
		if columns == nil || rule.WarnedOther(p.Report, t.At, rule.UnknownTable) {
			continue
		}
		stage, _ := p.Vocabulary.Stage(t.Title)
		names := membersColumn(rows[1:], p.Vocabulary)
		if names < 0 {
			continue
		}
		for _, c := range sortedColumns(columns) {
			head := columns[c]
			if head.Stage, _ = p.Vocabulary.Stage(head.Text); head.Stage == "" {
				head.Stage = stage
			}
			out = append(out, averagesDown(p, i, rows, names, c, head)...)
		}
	}
	return out
}

// averagesDown are the averages in a column of such a table; none where a figure is
// outside the scale, or none of them shows by its form that it is an average: numbers
// of commitments stand in such tables, too.
func averagesDown(p *rule.Pass, table int, rows [][]string, names, c int, head SummitHead) []SummitFigure {
	var out []SummitFigure
	sure := false
	for r, row := range rows {
		if r == 0 {
			continue
		}
		code, ok := p.Vocabulary.MemberHead(row[names])
		if !ok {
			continue
		}
		a, ok := scoretext.ParseAverage(p.Vocabulary, row[c])
		if !ok || a.Value == nil && a.Percent == nil {
			continue
		}
		if a.Value != nil && OutsideScale(a.Value.Rat()) {
			return nil
		}
		sure = sure || a.Percent != nil || a.Value.Places > 0
		out = append(out, SummitFigure{head, code, strings.TrimSpace(row[names]), a, &p.Report.Tables[table], table, c, r})
	}
	if !sure {
		return nil
	}
	return out
}

func sortedColumns(columns map[int]SummitHead) []int {
	var out []int
	for c := range columns {
		out = append(out, c)
	}
	slices.Sort(out)
	return out
}

// membersColumn is the column whose cells are members, most of them, each once; -1
// where none is.
func membersColumn(rows [][]string, words *vocabulary.Vocabulary) int {
	for c := range rows[0] {
		known := map[string]bool{}
		for _, row := range rows {
			if code, ok := words.MemberHead(row[c]); ok {
				known[code] = true
			}
		}
		if len(known) >= 2 && 3*len(known) >= 2*len(rows) {
			return c
		}
	}
	return -1
}

// StageOrFinal is the report's stage, final where it states none.
func StageOrFinal(p *rule.Pass) string {
	if stage := p.Report.Report.Stage; stage != "" {
		return stage
	}
	return FinalStage
}

// ReportOf is the report of a summit among the other files; nil where there is none,
// or where two may be meant: two summits of a year, or two versions. Chapters that were
// published apart are not the report.
func ReportOf(p *rule.Pass, h SummitHead) *across.Source {
	wanted := h.Stage
	if wanted == "" {
		wanted = FinalStage
	}
	var fit []*across.Source
	for _, o := range p.ReportsOf(p.Report.Report.Forum, h.Year) {
		stage := o.Stage
		if stage == "" {
			stage = FinalStage
		}
		if o.Forum == "" || o.Forum != p.Report.Report.Forum || o.Year != h.Year || stage != wanted || o.Revised != "" ||
			o.Name != "" && NamesAnother(h.Text, o.Name) {
			continue
		}
		fit = append(fit, o)
	}
	return wholeOf(fit)
}

// wholeOf is the one of several files that has more commitments than each of the others,
// and theirs; nil where there is none.
func wholeOf(files []*across.Source) *across.Source {
	if len(files) == 0 {
		return nil
	}
	whole := slices.MaxFunc(files, func(a, b *across.Source) int { return len(a.Entries()) - len(b.Entries()) })
	for _, o := range files {
		if o != whole && o.SHA256 != whole.SHA256 && (len(o.Entries()) >= len(whole.Entries()) || !across.Versions(o, whole)) {
			return nil
		}
	}
	return whole
}

// NamesAnother reports whether a head names a place that is not a summit's.
func NamesAnother(head, name string) bool {
	if strings.Contains(strings.ToLower(head), strings.ToLower(name)) {
		return false
	}
	for _, w := range strings.Fields(head) {
		w = strings.Trim(w, "()[],.:;")
		if w != "" && !strings.ContainsAny(w, "0123456789") && !TitleFiller[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// OutsideScale reports whether a mean lies beyond −1 or +1.
func OutsideScale(v *big.Rat) bool { return new(big.Rat).Abs(v).Cmp(big.NewRat(1, 1)) > 0 }
