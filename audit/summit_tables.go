package audit

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// A report often ends with a table over several summits: the members' averages at
// each, or the averages of everything. Its own column is a copy of its summary
// table, the others are copies of those summits' reports.

// summitHead is a summit that a column or a row of such a table is of.
type summitHead struct {
	text  string
	year  int    // of the summit: the first of a cycle ("2031-2032")
	stage string // "" where the head names none
}

// summitHeadOf reads a head that is a summit by its year, with or without its name:
// "2031 Norport", "Norport 2031-2032", "2031". A head of many words is a sentence.
func summitHeadOf(text string) (h summitHead, ok bool) {
	text = strings.TrimSpace(text)
	if len(strings.Fields(text)) > mostHeadWords {
		return h, false
	}
	at := reYearAlone.FindStringIndex(text)
	if at == nil {
		return h, false
	}
	return summitHead{text: text, year: atoi(text[at[0]:at[1]])}, true
}

// mostHeadWords is how many words the head of a summit's column has at the most.
const mostHeadWords = 6

// fewestSummits is how many summits make a table one over several.
const fewestSummits = 2

// summitColumns gives the columns of a table whose heads are summits; nil where they
// are not at least two.
func summitColumns(rows [][]string) map[int]summitHead {
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
	out := map[int]summitHead{}
	for i, text := range head {
		if h, ok := summitHeadOf(text); ok {
			out[i+shift] = h
		}
	}
	if len(out) < fewestSummits {
		return nil
	}
	return out
}

// summitFigure is an average of a table over several summits.
type summitFigure struct {
	summitHead
	member string // code
	name   string
	stated model.Average
	table  *model.Table
}

// summitFigures are the averages of members in the report's tables over several
// summits. A column is left out where its head names two stages, or where a cell is
// no figure of compliance.
func (p *Pass) summitFigures() []summitFigure {
	var out []summitFigure
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		columns := summitColumns(t.Rows)
		if columns == nil || warnedOther(p.Report, t.At, unknownTable) {
			continue
		}
		stage, _ := p.Vocabulary.Stage(t.Title)
		names := membersColumn(t.Rows[1:], p.Vocabulary)
		if names < 0 {
			continue
		}
		for _, c := range sortedColumns(columns) {
			head := columns[c]
			if head.stage, _ = p.Vocabulary.Stage(head.text); head.stage == "" {
				head.stage = stage
			}
			out = append(out, p.averagesDown(t, names, c, head)...)
		}
	}
	return out
}

// averagesDown are the averages in a column of such a table; none where a figure is
// outside the scale, or none of them shows by its form that it is an average: numbers
// of commitments stand in such tables, too.
func (p *Pass) averagesDown(t *model.Table, names, c int, head summitHead) []summitFigure {
	var out []summitFigure
	sure := false
	for _, row := range t.Rows[1:] {
		code, ok := p.Vocabulary.MemberHead(row[names])
		if !ok {
			continue
		}
		a, ok := notation.ParseAverage(p.Vocabulary, row[c])
		if !ok || a.Value == nil && a.Percent == nil {
			continue
		}
		if a.Value != nil && outsideScale(a.Value.Rat()) {
			return nil
		}
		sure = sure || a.Percent != nil || a.Value.Places > 0
		out = append(out, summitFigure{head, code, strings.TrimSpace(row[names]), a, t})
	}
	if !sure {
		return nil
	}
	return out
}

func sortedColumns(columns map[int]summitHead) []int {
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

// otherSummits compares what tables over several summits state of the members with
// those summits' own reports.
func (p *Pass) otherSummits() {
	for _, s := range p.summitFigures() {
		if s.year == p.Report.Report.Summit.Year && (s.stage == "" || s.stage == p.stageOrFinal()) {
			continue
		}
		other := p.reportOf(s.summitHead)
		if other == nil {
			continue
		}
		figures := figuresOfOther(p.Report, other, prose.Subject{Kind: prose.Member, Member: s.member})
		if len(figures) == 0 {
			continue
		}
		p.Checked(1)
		held := stageFigure{value: s.stated.Value, percent: s.stated.Percent}
		if otherStageHolds(held, figures) {
			continue
		}
		p.Found(Finding{
			Member: s.member, Stated: held.text(), Computed: figures[0].text() + " in " + other.Source.File, Quote: s.stated.Text, At: s.table.At,
			Message: fmt.Sprintf("The average of %s at “%s” is stated as %s (a table%s); %s gives %s.",
				s.name, s.text, held.text(), onPage(s.table.At), other.Source.File, figures[0].text()),
		})
	}
}

// stageOrFinal is the report's stage, final where it states none.
func (p *Pass) stageOrFinal() string {
	if stage := p.Report.Report.Stage; stage != "" {
		return stage
	}
	return finalStage
}

// reportOf is the report of a summit among the other files; nil where there is none,
// or where two may be meant: two summits of a year, or two versions.
func (p *Pass) reportOf(h summitHead) *model.Report {
	var found *model.Report
	for _, o := range p.otherFiles() {
		info := &o.Report
		stage := info.Stage
		if stage == "" {
			stage = finalStage
		}
		wanted := h.stage
		if wanted == "" {
			wanted = finalStage
		}
		if info.Forum == "" || info.Forum != p.Report.Report.Forum || info.Summit.Year != h.year || stage != wanted || info.Revised != "" ||
			info.Summit.Name != "" && namesAnother(h.text, info.Summit.Name) {
			continue
		}
		if found != nil {
			return nil
		}
		found = o
	}
	return found
}

// namesAnother reports whether a head names a place that is not a summit's.
func namesAnother(head, name string) bool {
	if strings.Contains(strings.ToLower(head), strings.ToLower(name)) {
		return false
	}
	for _, w := range strings.Fields(head) {
		w = strings.Trim(w, "()[],.:;")
		if w != "" && !strings.ContainsAny(w, "0123456789") && !titleFiller[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

func outsideScale(v *big.Rat) bool { return new(big.Rat).Abs(v).Cmp(big.NewRat(1, 1)) > 0 }
