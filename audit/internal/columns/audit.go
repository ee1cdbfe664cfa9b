package columns

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/crosstabs"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// told is what a table says to one rule: comparisons, ones that cannot be decided, or a
// finding.
type told struct {
	rule      string
	checked   int
	undecided int
	why       string
	finding   *rule.Finding
}

// readTable is what one table of the report says.
type readTable struct {
	told  []told
	known map[int]bool // columns whose totals are explained
}

var read = rule.Keep(func(p *rule.Pass) []readTable {
	out := make([]readTable, len(p.Report.Tables), len(p.Report.Tables)+1)
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		if Published(p) && crosstabs.Reads(t, p.Vocabulary) {
			continue // its rows are of several kinds
		}
		out[i] = readOne(p, t, readGrid(t, p.Vocabulary), Published(p))
	}
	if t := p.Report.Printed(); t != nil && len(p.Report.Tables) == 0 {
		out = append(out, readPrinted(p, t))
	}
	return out
})

// Compare tells one rule what the tables of figures say: those of published files, and of
// reports what their columns add up to.
func Compare(p *rule.Pass, id string) {
	for _, t := range read.Of(p) {
		for _, one := range t.told {
			if one.rule != id {
				continue
			}
			p.Checked(one.checked)
			p.Undecided(one.undecided, one.why)
			if one.finding != nil && !toldAlready(id, p.Findings, *one.finding) {
				p.Found(*one.finding)
			}
		}
	}
}

// Totals compares the totals of tables of counts with their parts.
func Totals(p *rule.Pass) {
	all := read.Of(p)
	for i := range p.Report.Tables {
		if t := &p.Report.Tables[i]; !Published(p) || !crosstabs.Reads(t, p.Vocabulary) {
			compareTotals(p, t, all[i].known)
		}
	}
}

// Published reports whether the file is a table of figures without scores.
func Published(p *rule.Pass) bool {
	return len(p.Report.Commitments) == 0 && (p.Report.Source.Reader == "csv" || p.Report.Source.Reader == "xlsx")
}

// toldAlready reports whether a rule tells of a figure of a row or a member already. The
// percentage of a row is told with its average, and either may be what is stated.
func toldAlready(id string, all []rule.Finding, f rule.Finding) bool {
	return slices.ContainsFunc(all, func(other rule.Finding) bool {
		return other.SameFigure(f) || id == "percent-stated" && !other.OfFigures && other.Row == f.Row && f.Row > 0 && other.Member == f.Member
	})
}

// readPrinted is what a table of published scores says beside them; of one that has no
// scores, all that it says.
func readPrinted(p *rule.Pass, t *model.Table) (out readTable) {
	g := readGrid(t, p.Vocabulary)
	if g == nil {
		return out
	}
	g.whole = true
	scores := g.scoreColumns(p.Vocabulary)
	if len(scores) < fewestScoreColumns {
		if len(p.Report.Commitments) > 0 {
			return out // a table of another form
		}
		return readOne(p, t, g, true)
	}
	down, across := g.beside(scores, p.Vocabulary), g.acrossScores(scores, p.Vocabulary)
	down.rowOf = p.TurnedRows()
	for c, h := range g.heads {
		k := slices.IndexFunc(p.Report.Summaries, func(s model.Summary) bool { return s.Label == h })
		if _, known := down.rowOf[c]; !known && down.rowOf != nil && k >= 0 {
			down.rowOf[c] = p.Report.Summaries[k].Row
		}
	}
	if across != nil {
		across.rowOf = down.rowOf
	}
	found := down.relate(true, p.Vocabulary)
	down.withoutOwned(p, &found)
	out.told = append(out.told, checkedBy(found)...)
	wide := across.relateAcross(p)
	join(down, &found, across, &wide)
	out.told = append(out.told, down.closingCounts(found, p.Vocabulary)...)
	for _, o := range found.odd {
		// What stands in a row of averages follows from its column in ways that rules of
		// their own know.
		if !down.rows[o.row].closes {
			out.told = append(out.told, down.tell(o))
		}
	}
	for _, o := range wide.odd {
		out.told = append(out.told, across.tell(o))
	}
	out.told = append(out.told, checkedBy(wide)...)
	return out
}

// readOne is what a table of figures says.
func readOne(p *rule.Pass, t *model.Table, g *grid, published bool) (out readTable) {
	if g == nil {
		return out
	}
	if published {
		g.signPercents(p.Vocabulary)
		g.closeSums(p.Vocabulary)
	}
	found := g.relate(published, p.Vocabulary)
	g.withoutTotals(t, &found, p.Vocabulary)
	out.told = checkedBy(found)
	var across *grid
	var wide related
	if published {
		if across = g.acrossFigures(p.Vocabulary); across != nil {
			wide = across.relateAcross(p)
			join(g, &found, across, &wide)
		}
		checked, odd := g.impossible(found, p.Vocabulary)
		out.told = append(out.told, told{rule: "percent-attainable", checked: checked})
		for _, o := range odd {
			out.told = append(out.told, g.impossibleFinding(o, &found, across, &wide))
		}
	}
	out.known = map[int]bool{}
	g.withoutCrossed(&found)
	if published {
		out.told = append(out.told, g.subtotals(&found, p.Vocabulary)...)
		out.told = append(out.told, g.closings(&found, p.Vocabulary)...)
		out.told = append(out.told, g.closingCounts(found, p.Vocabulary)...)
	}
	for _, o := range found.odd {
		f, part := g.crossed(o)
		if part >= 0 {
			out.known[part] = true
		}
		if part < 0 || part == o.claim.column {
			f = g.oddFinding(o)
		}
		out.told = append(out.told, told{rule: o.claim.rule, finding: &f})
	}
	for _, o := range wide.odd {
		one := across.tell(o)
		told := slices.ContainsFunc(out.told, func(other told) bool {
			return other.finding != nil && other.finding.Row == one.finding.Row && other.finding.Stated == one.finding.Stated
		})
		if !told {
			out.told = append(out.told, one)
		}
	}
	if published {
		out.told = g.sayAgain(out.told)
	}
	for c := range g.heads {
		if g.percents(c, p.Vocabulary) && !found.claimed(c) {
			n := 0
			for _, r := range g.rows {
				if r.cells[c].sign {
					n++
				}
			}
			if n >= summaries.FewestTotals {
				out.told = append(out.told, told{rule: "count-stated", undecided: n, why: "percentages of which no two columns are the share"})
			}
		}
	}
	return out
}

// checkedBy counts what was compared.
func checkedBy(found related) (out []told) {
	for _, c := range found.claims {
		out = append(out, told{rule: c.rule, checked: len(c.fits) + len(c.odd)})
	}
	return out
}

// tell is what is said of a cell that does not follow.
func (g *grid) tell(o oddCell) told {
	f := g.oddFinding(o)
	return told{rule: o.claim.rule, finding: &f}
}

// claimed reports whether it is known what a column is.
func (found related) claimed(column int) bool {
	for _, c := range found.claims {
		if c.column == column {
			return true
		}
	}
	return false
}

// isOdd reports whether a cell is told of already.
func (found related) isOdd(row, column int) bool {
	for _, o := range found.odd {
		if o.row == row && o.claim.column == column {
			return true
		}
	}
	return false
}

// finding begins what is said of a cell.
func (g *grid) finding(r row, column int) rule.Finding {
	one := r.cells[column]
	f := rule.Finding{OfFigures: true, Row: one.at.row, At: g.table.At, Stated: one.text, Quote: one.text}
	if g.scored {
		f.Member = r.member
	}
	if g.rowOf != nil {
		f.Row = g.rowOf[one.at.column]
		return f
	}
	f.SheetRow = g.table.SheetRow(f.Row)
	return f
}

// oddFinding says that a cell is not what its column is.
func (g *grid) oddFinding(o oddCell) rule.Finding {
	c, r := o.claim, g.rows[o.row]
	f := g.finding(r, c.column)
	f.Computed = reckon.Unsigned(o.v)
	if strings.HasSuffix(r.cells[c.column].text, "%") {
		f.Computed += "%"
	}
	if c.relation == place && !o.v.IsInt() {
		f.Computed = "a tie that takes in " + o.v.FloatString(1)
	}
	text := c.text(g, c.from)
	lines := "rows"
	if g.across {
		lines = "columns"
	}
	f.Message = fmt.Sprintf("%s of %s is stated as %s; %s is %s, as it is in %d of %d %s.", g.name(c.column), rowName(r), r.cells[c.column].text, text, f.Computed, len(c.fits), len(c.fits)+len(c.odd), lines)
	if stated := *r.cells[c.column].value; c.rounds && reckon.IsCutOff(stated, o.v) && !reckon.Holds(stated, o.v) {
		f.Explanations = append(f.Explanations, "cut off instead of rounded, as no other row is: "+reckon.Exact(o.v))
	}
	switch c.relation {
	case share:
		part, whole := r.cells[c.from[0]].value.Units, r.cells[c.from[1]].value.Units
		f.Computed = fmt.Sprintf("%d/%d = %s", part, whole, f.Computed)
		if len(c.from) == 2 {
			f.Explanations = reckon.NearShares(int(part), int(whole), *r.cells[c.column].value)
		}
	case mean:
		if text := g.asText(o); text >= 0 {
			f.Explanations = append(f.Explanations, fmt.Sprintf("it follows without %s, whose “%s” has a minus sign (U+2212) where other cells have a hyphen: for a spreadsheet it is a text, which formulas leave out", g.name(text), r.cells[text].text))
		}
	case percentOfMean, hundredfold:
		if len(c.from) > 1 {
			break
		}
		f.Computed = fmt.Sprintf("%s%% (from the printed mean %s)", reckon.Unsigned(o.v), r.cells[c.from[0]].text)
	}
	return f
}

// crossed finds the one cell with which a row does not add up and its column does not
// either, by the same number: that one is wrong, and not the two sums. It may be the row's
// sum itself; part is −1 where there is no such cell.
func (g *grid) crossed(o oddCell) (f rule.Finding, part int) {
	part = -1
	r := g.rows[o.row]
	stated := r.cells[o.claim.column].value
	if o.claim.relation != sum || len(g.rows) == 0 {
		return f, -1
	}
	more := new(big.Rat).Sub(o.v, stated.Rat())
	if r.closes || o.row == len(g.rows)-1 {
		return g.crossedTotal(o, more)
	}
	last := len(g.rows) - 1
	for last > o.row && !g.rows[last].closes {
		last--
	}
	if last <= o.row {
		return f, -1
	}
	if total := g.rows[last].cells[o.claim.column].value; total != nil && new(big.Rat).Sub(total.Rat(), g.bodySum(last, o.claim.column)).Cmp(more) == 0 {
		return f, o.claim.column
	}
	for _, c := range o.claim.from {
		total := g.rows[last].cells[c].value
		if total == nil || r.cells[c].value == nil || new(big.Rat).Sub(g.bodySum(last, c), total.Rat()).Cmp(more) != 0 {
			continue
		}
		if part >= 0 {
			return f, -1
		}
		part = c
	}
	if part < 0 {
		return f, -1
	}
	f = g.finding(r, part)
	right := new(big.Rat).Sub(r.cells[part].value.Rat(), more)
	f.Computed = reckon.Unsigned(right)
	f.Message = fmt.Sprintf("%s of %s is stated as %s; its row adds up to %s and its column to “%s” with %s.",
		g.name(part), rowName(r), r.cells[part].text, g.name(o.claim.column), g.rows[last].label, f.Computed)
	return f, part
}

// withoutCrossed leaves out the cells that hold with the part of a sum that crossed tells of
// put right.
func (g *grid) withoutCrossed(found *related) {
	right := map[[2]int]*big.Rat{}
	for _, o := range found.odd {
		if _, part := g.crossed(o); part >= 0 && part != o.claim.column {
			v := new(big.Rat).Sub(g.rows[o.row].cells[part].value.Rat(), g.off(o))
			right[[2]int{o.row, part}] = v
		}
	}
	if len(right) == 0 {
		return
	}
	found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool {
		_, part := g.crossed(o)
		return part < 0 && g.holdsMended(o, right)
	})
}

// crossedTotal is crossed for a row of totals: the one of them that is off from the sum of
// its column by as much as the row is.
func (g *grid) crossedTotal(o oddCell, more *big.Rat) (f rule.Finding, part int) {
	part = -1
	r := g.rows[o.row]
	if g.bodySum(o.row, o.claim.column).Cmp(r.cells[o.claim.column].value.Rat()) != 0 {
		return f, -1
	}
	for _, c := range o.claim.from {
		total := r.cells[c].value
		if total == nil || new(big.Rat).Sub(total.Rat(), g.bodySum(o.row, c)).Cmp(more) != 0 {
			continue
		}
		if part >= 0 {
			return f, -1
		}
		part = c
	}
	if part < 0 {
		return f, -1
	}
	f = g.finding(r, part)
	f.Computed = reckon.Unsigned(g.bodySum(o.row, part))
	f.Message = fmt.Sprintf("%s of %s is stated as %s; its column adds up to %s, and with that the row to %s.",
		g.name(part), rowName(r), r.cells[part].text, f.Computed, g.name(o.claim.column))
	return f, part
}

// rowName is what a row is called.
func rowName(r row) string {
	if strings.TrimSpace(r.label) == "" {
		return fmt.Sprintf("row %d", r.number)
	}
	return "“" + r.label + "”"
}
