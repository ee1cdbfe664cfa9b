package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// The figures of all in one table are made in one way: where the one of the report's own summit
// is the mean of the commitments' averages, the mean of the members' is none of another summit that
// states the first.
func TestAllOverSummitsMadeAlike(t *testing.T) {
	overall := func(r *model.Report, value, percent string) *model.Report {
		r.Matrices = []model.Matrix{{Title: "Table 2", Overall: &model.Average{Value: decimalOf(value), Percent: decimalOf(percent)}}}
		return r
	}
	for _, c := range []struct {
		name, quay, pier string
		stated           bool // quay.pdf states its average
		found            bool
	}{
		{"as its report has it", "+0.06 (53%)", "+0.83 (92%)", true, false},
		{"the members' mean, the own one is that of the commitments", "+0.28 (64%)", "+0.83 (92%)", true, true},
		{"both are the members' mean", "+0.28 (64%)", "+0.67 (83%)", true, false},
		{"its report states none", "+0.28 (64%)", "+0.83 (92%)", false, false},
		{"something else", "+0.45 (73%)", "+0.83 (92%)", true, true},
	} {
		quay := source("quay.pdf", "final", "2030-7|We will drill wells in every harbour.|0.67|+ + 0", "2030-8|We will build ports for all.|0.50|+ 0 .", "2030-9|We will mend the ships of the fleet.|-1|- . .")
		quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
		if c.stated {
			overall(quay, "0.06", "53")
		}
		pier := overall(source("pier.pdf", "final", wells, "2031-8|We will build ports for all.|1.00|+ . ."), "0.83", "92")
		pier.Report.PreparedBy, quay.Report.PreparedBy = []string{"Ada Merriweather"}, []string{"Ada Merriweather"}
		pier.Tables = []model.Table{grid("Table 3", "Summit|Commitments|Average", "Shore 2029|4|+0.21 (60%)", "Quay 2030|3|"+c.quay, "Pier 2031|2|"+c.pier)}
		got := strings.Join(heldAcross(t, []*model.Report{pier, quay}, nil), "\n")
		if strings.Contains(got, "The average of all at “Quay 2030” is stated as "+c.quay) != c.found || !c.found && got != "" {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// A row of all is the mean of its column, in which a member's figure is not that of the
// summit's report: both are told. Where the column is right its mean is no fault.
func TestMeanOfAWrongColumn(t *testing.T) {
	for line, want := range map[string]int{"+0.53|+0.40": 2, "+0.33|+0.33": 0, "+0.53|+0.33": 1} {
		part := strings.Split(line, "|")
		quay := source("quay.pdf", "final", wells, ports, ships)
		quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
		pier := source("pier.pdf", "final", wells, ports)
		pier.Tables = []model.Table{grid("Table 5", "Summit|Canada|France|Italy|All", "Quay 2030|+0.67|"+part[0]+"|0.00|"+part[1], "Pier 2031|+1.00|+0.50|0.00|+0.50")}
		if got := heldAcross(t, []*model.Report{pier, quay}, nil); len(got) != want {
			t.Errorf("%s: %q, want %d", line, got, want)
		}
	}
}
