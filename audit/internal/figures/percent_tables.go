package figures

import (
	"fmt"

	"recount.invalid/recount/audit/internal/columns"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Published tables often have averages and percentages of members or areas, and no
// scores. The two figures of a row must be able to be of one mean.

// fewestPairs is how many rows must have both figures before one is out of line.
const fewestPairs = 4

const (
	noCells     = "of how many scores a figure is was not found: neither scores nor a column for that ('n', 'commitments')"
	otherShares = "most percentages of the table are not those of the averages beside them: they may be of something else"
)

// percentTables compares the percentages of published tables without scores with the
// averages beside them, where most rows show that they belong together.
func percentTables(p *rule.Pass) {
	if !columns.Published(p) {
		return
	}
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		pairs, wrong := contradicting(t, p.Vocabulary)
		if len(pairs) == 0 {
			continue
		}
		if !certain(pairs, wrong) {
			p.Undecided(len(pairs), otherShares)
			continue
		}
		p.Checked(len(pairs))
		for _, r := range wrong {
			mean := r.f.Value.Rat()
			text := fmt.Sprintf("%s (%s%%)", reckon.Printed(*r.f.Value), r.f.Percent)
			p.Found(rule.Finding{
				Row: r.row, SheetRow: r.sheetRow, At: t.At, Stated: text, Quote: text,
				Message:  fmt.Sprintf("%s is stated as %s; no mean that rounds to %s gives %s%%.", r.label(), text, reckon.Printed(*r.f.Value), r.f.Percent),
				Computed: fmt.Sprintf("%s%% (from the printed mean %s)", reckon.Rounded100(mean, r.f.Percent.Places), reckon.Printed(*r.f.Value)),
			})
		}
	}
}

// contradicting gives the rows of a table that have an average and a percentage, and those
// of them of which the two are not of one mean.
func contradicting(t *model.Table, words *vocabulary.Vocabulary) (pairs, wrong []statedRow) {
	rows, heads := figureRows(t, words)
	if heads.mean < 0 || heads.percent < 0 {
		return nil, nil
	}
	for _, r := range rows {
		if r.f.Value == nil || r.f.Percent == nil {
			continue
		}
		if pairs = append(pairs, r); !reckon.PercentFits(*r.f.Percent, *r.f.Value) {
			wrong = append(wrong, r)
		}
	}
	return pairs, wrong
}

// certain reports whether so many pairs belong together that the others are slips.
func certain(pairs, wrong []statedRow) bool {
	return len(wrong) == 0 || len(pairs) >= fewestPairs && 4*len(wrong) <= len(pairs)
}

// withoutCells says why the figures of published tables are not tested, where nothing
// says of how many scores they are.
func withoutCells(p *rule.Pass) {
	if !columns.Published(p) {
		return
	}
	for i := range p.Report.Tables {
		rows, heads := figureRows(&p.Report.Tables[i], p.Vocabulary)
		if heads.cells < 0 && (heads.mean >= 0 || heads.percent >= 0) {
			n := 0
			for _, r := range rows {
				if r.f != (reckon.Figure{}) && !(r.f.Value != nil && elsewhere.OutsideScale(r.f.Value.Rat())) {
					n++
				}
			}
			p.Undecided(n, noCells)
		}
	}
}
