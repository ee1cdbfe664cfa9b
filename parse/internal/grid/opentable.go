package grid

import (
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
)

// openTables finds tables that are set by white space alone (or by rules that
// do not make cells): runs of lines of which at least three carry scores in
// columns, with the heads above them and the labels between them. A table stands
// in one column of the page, or above or below them.
func (r *Reader) openTables(p *sheet.Page) (out []*sheet.Table) {
	for _, strip := range p.Strips() {
		out = append(out, r.openTablesIn(p, r.AboveNotes(p, marker.TopDown(p, strip)))...)
	}
	return out
}

func (r *Reader) openTablesIn(p *sheet.Page, ls []*sheet.Line) []*sheet.Table {
	var out []*sheet.Table
	ls = r.joinStaggered(ls)
	r.partRunOn(ls)
	from := 0
	if t, next := r.continueTable(p, ls); t != nil {
		out = append(out, t)
		from = next
	}
	for i := from; i < len(ls); {
		if !r.scoreRow(ls[i]) && !r.scoresUnder(ls, i) {
			i++
			continue
		}
		last, rows := i, 1
		near := i // the last row, or the heads printed again below it
		for j := i + 1; j < len(ls) && j-last <= 4; j++ {
			if lead(ls[near], ls[j]) > 6*ls[last].Size || sheet.IsCaption(ls[j].Printed) || r.beginsRanking(ls[j], ls[last]) || textUnder(ls[last], ls[j]) || r.scoresUnder(ls, i) && r.beginsBlock(ls, j) && !r.headedAgain(ls, i, j) {
				break
			}
			if r.completesRow(ls, ls[last], j) {
				continue
			}
			if r.scoreRow(ls[j]) || r.blankRow(ls[j], ls[i]) || r.tightRow(ls[j], ls[last]) || r.centredAverage(ls, j) {
				if r.closed(ls[last]) && !r.closed(ls[j]) && len(Pieces(ls[j])) == 1 {
					break // behind the averages a name is a heading
				}
				last, near = j, j
				rows++
			} else if r.headedAgain(ls, i, j) {
				near = j
			} else if ls[j].Bold && len(Pieces(ls[j])) == 1 && !r.subhead(ls, j) && !r.headsGroup(ls, j) {
				break // a heading: what follows is another table
			}
		}
		blank := r.blankRowsAbove(ls, i)
		rows += i - blank
		first := max(from, r.headLines(p, ls, blank)) // the lines before are another table's
		captioned := first > 0 && rows == minOpenRows-1 && sheet.IsCaption(ls[first-1].Printed)
		block := len(out) > 0 && from > 0 && first == from && r.scoresUnder(ls, i)
		if rows >= minOpenRows || captioned || block || r.underAssessment(ls, first) || r.underMembers(ls, i) {
			end := r.labelLines(ls, last)
			if t := r.fillNamed(p, ls[first:end+1]); t != nil {
				out = append(out, t)
				i = end + 1
				from = i
				continue
			}
		}
		i = last + 1
	}
	ls = separated(ls)
	out = append(out, r.openRubrics(p, ls, out)...)
	r.tail = tailTable(ls, out)
	return out
}

// minOpenRows is how many rows make a table that nothing announces.
const minOpenRows = 3
