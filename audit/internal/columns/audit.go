package columns

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

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
	out := make([]readTable, len(p.Report.Tables))
	for i := range p.Report.Tables {
		out[i] = readOne(p, &p.Report.Tables[i])
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
			if one.finding != nil {
				p.Found(*one.finding)
			}
		}
	}
}

// Totals compares the totals of tables of counts with their parts.
func Totals(p *rule.Pass) {
	for i, one := range read.Of(p) {
		compareTotals(p, &p.Report.Tables[i], one.known)
	}
}

// Published reports whether the file is a table of figures without scores.
func Published(p *rule.Pass) bool {
	return len(p.Report.Commitments) == 0 && (p.Report.Source.Reader == "csv" || p.Report.Source.Reader == "xlsx")
}

func readOne(p *rule.Pass, t *model.Table) (out readTable) {
	g := readGrid(t, p.Vocabulary)
	if g == nil {
		return out
	}
	found := g.relate(Published(p), p.Vocabulary)
	for _, c := range found.claims {
		out.told = append(out.told, told{rule: c.rule, checked: len(c.fits) + len(c.odd)})
	}
	if Published(p) {
		checked, odd := g.impossible(found, p.Vocabulary)
		out.told = append(out.told, told{rule: "percent-attainable", checked: checked})
		for _, o := range odd {
			out.told = append(out.told, g.impossibleFinding(o, &found))
		}
	}
	out.known = map[int]bool{}
	g.withoutCrossed(&found)
	if Published(p) {
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
	if Published(p) {
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
	text := r.cells[column].text
	return rule.Finding{Row: r.number, SheetRow: g.table.SheetRow(r.number), At: g.table.At, Stated: text, Quote: text}
}

// oddFinding says that a cell is not what its column is.
func (g *grid) oddFinding(o oddCell) rule.Finding {
	c, r := o.claim, g.rows[o.row]
	f := g.finding(r, c.column)
	f.Computed = reckon.Unsigned(o.v)
	if r.cells[c.column].sign {
		f.Computed += "%"
	}
	if c.relation == place && !o.v.IsInt() {
		f.Computed = "a tie that takes in " + o.v.FloatString(1)
	}
	text := c.text(g, c.from)
	f.Message = fmt.Sprintf("%s of %s is stated as %s; %s is %s, as it is in %d of %d rows.", g.name(c.column), rowName(r), r.cells[c.column].text, text, f.Computed, len(c.fits), len(c.fits)+len(c.odd))
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
	case percentOfMean:
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
