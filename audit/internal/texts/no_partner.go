package texts

import (
	"fmt"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/scores"
	"recount.invalid/recount/audit/reckon"
)

var _ = rule.Register(rule.Rule{
	ID:         "no-partner",
	Severity:   rule.Note,
	Title:      "a row without a report's commitment, or a commitment without a row",
	Checks:     "The rows of a table of published scores are looked up in the reports of their summits that are audited together with it or named with --against, and the other way round. What has no partner on either side is named once for each report.",
	Why:        "A join drops rows without a partner in silence, and a mean over what is left looks whole.",
	Example:    "A table has ten rows of 2031, the report on 2031 nine chapters with scores: the tenth row is named. Near miss: rows of a summit of 2030, of which no report is given, are not looked up.",
	Convention: "Rows belong to the summit whose year their serial begins with. A report of a single assessed commitment says nothing of the other rows. Without --against a table is held against the one report of a summit that has the most commitments, where two at least were found in both and fewer have no partner, on either side, than have one; a row that another file of the summit has is not alone, nor is one whose serial the report has with other words, and a report that says that it is published in parts says nothing of the rest.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		for _, other := range p.HeldAgainst() {
			if ok, _ := across.Comparable(p.Here(), other); !ok || !across.Speaks(p.Here(), other) || !p.Here().Table {
				continue
			}
			entries := len(other.Entries())
			res := across.Compare(p.Here(), other, reckon.Holds)
			p.Undecided(res.Yearless, withoutYear)
			if res.Compared == 0 && entries > 0 {
				p.Undecided(1, noneJoined)
			}
			if entries < 2 || res.Compared == 0 {
				continue // a chapter alone, or a table of another forum
			}
			p.Checked(entries)
			withoutPartner(p, other, res.Alone, res.Missing)
		}
		besideTable(p)
	},
})

// withoutPartner names the rows and the commitments of a report that have no partner.
func withoutPartner(p *rule.Pass, other *across.Source, alone, missing []across.Entry) {
	if len(alone) == 0 && len(missing) == 0 {
		return
	}
	var rows, chapters []string
	for _, e := range alone {
		rows = append(rows, rule.RowNumber(e.Commitment))
	}
	for _, e := range missing {
		name := e.Commitment.ID
		if name == "" {
			name = fmt.Sprint(e.Commitment.Number)
		}
		chapters = append(chapters, name)
	}
	f := rule.Finding{Stated: reckon.Plural(len(rows), "row") + " alone", Computed: reckon.Plural(len(chapters), "commitment") + " alone in " + other.File}
	f.Message = "Without a partner"
	if len(rows) > 0 {
		f.Message += fmt.Sprintf(" in %s: %s %s", other.File, pluralWord(len(rows), "row"), reckon.Listing(rows, scores.MostRows, "and"))
		f.Row = alone[0].Commitment.Row
	}
	if len(chapters) > 0 {
		if len(rows) > 0 {
			f.Message += "; without one"
		}
		f.Message += fmt.Sprintf(" here: its %s %s", pluralWord(len(chapters), "commitment"), reckon.Listing(chapters, scores.MostRows, "and"))
		if len(rows) == 0 {
			f.Message += " in " + other.File
		}
	}
	f.Message += "."
	p.Found(f)
}

// Why a table is not, or not wholly, compared with a report.
const (
	withoutYear = "a row that names no year and is no commitment of the report by its number or its text"
	noneJoined  = "no row of the table was found to be a commitment of the report: nothing was compared"
)

func pluralWord(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
