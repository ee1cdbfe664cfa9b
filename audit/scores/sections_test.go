package scores

import (
	"context"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// audited is what the audit says of a table.
func audited(t *testing.T, table string) []audit.Finding {
	t.Helper()
	r, err := Read("t.csv", strings.NewReader(table), "", vocabulary.Default())
	if err != nil {
		t.Fatalf("%v\n%s", err, table)
	}
	res, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(res.Findings, func(f audit.Finding) bool { return f.Severity == audit.Note })
}

// The average of a section stands below its rows, or is that of others; what it follows
// from is said.
func TestSectionAverages(t *testing.T) {
	const head = "Commitment,Canada,France,Germany,Italy,Japan,Average\n"
	const economy = "Markets,1,1,0,-1,1,0.40\nBanks,0,1,1,1,1,0.80\nTaxes,-1,-1,0,0,1,-0.20\n"
	const health = "Clinics,1,1,1,1,1,1.00\nVaccines,0,0,1,-1,1,0.20\nNurses,-1,-1,-1,0,1,-0.40\n"
	const oceans = "Plastic,1,0,0,0,1,0.40\nFishing,0,0,1,0,1,0.40\nReefs,1,-1,0,0,1,0.20\n"
	for name, c := range map[string]struct {
		table string
		rows  []int
		why   string
	}{
		"heads with sizes, labels with names": {
			head + "Economy (N=3),,,,,,\n" + economy + "Economy average,,,,,,0.33\nHealth (N=3),,,,,,\n" + health + "Health average,,,,,,0.27\nOceans (N=3),,,,,,\n" + oceans + "Oceans average,,,,,,0.33\nAll commitments (N=9),,,,,,0.31\n", nil, ""},
		"heads without": {
			head + "Economy,,,,,,\n" + economy + "Average for Economy,,,,,,0.33\nHealth,,,,,,\n" + health + "Average for Health,,,,,,0.27\nOceans,,,,,,\n" + oceans + "Average for Oceans,,,,,,0.33\nOverall average,,,,,,0.31\n", nil, ""},
		"the last row left out": {
			head + "Economy (N=3),,,,,,\n" + economy + "Economy average,,,,,,0.33\nHealth (N=3),,,,,,\n" + health + "Health average,,,,,,0.60\nOceans (N=3),,,,,,\n" + oceans + "Oceans average,,,,,,0.33\nAll commitments (N=9),,,,,,0.31\n", []int{11}, "fits without the last row"},
		"the first row left out": {
			head + "Economy (N=3),,,,,,\n" + economy + "Economy average,,,,,,0.33\nHealth (N=3),,,,,,\n" + health + "Health average,,,,,,-0.10\nOceans (N=3),,,,,,\n" + oceans + "Oceans average,,,,,,0.33\nAll commitments (N=9),,,,,,0.31\n", []int{11}, "fits without the first row"},
		"another block": {
			head + economy + "Average,0.00,0.33,0.33,0.00,1.00,0.33\n" + health + "Average,0.00,0.00,0.33,0.00,1.00,0.27\n" + oceans + "Average,0.67,0.00,0.33,0.00,1.00,0.33\n", []int{13}, "fits the rows of"},
	} {
		got := audited(t, c.table)
		var rows []int
		for _, f := range got {
			rows = append(rows, f.Row)
			if c.why != "" && !slices.ContainsFunc(f.Explanations, func(s string) bool { return strings.HasPrefix(s, c.why) }) {
				t.Errorf("%s: %q, wanted %q", name, f.Explanations, c.why)
			}
		}
		if !slices.Equal(rows, c.rows) {
			t.Errorf("%s: findings in rows %v, want %v: %v", name, rows, c.rows, got)
		}
	}
}

// A row of figures behind all others that says of how many rows it is stands for the table
// and heads no section, whatever it is called and whatever notes stand below.
func TestSizedRowAtTheEnd(t *testing.T) {
	const table = "id,Commitment,Canada,France,Germany,Italy,Japan,Average\nEconomy (N=3),,,,,,,\n" +
		"1,Markets,1,1,0,-1,1,0.40\n2,Banks,0,1,1,1,1,0.80\n3,Taxes,-1,-1,0,0,1,-0.20\nHealth (N=2),,,,,,,\n" +
		"4,Clinics,1,1,1,1,1,1.00\n5,Vaccines,0,0,1,-1,1,0.20\n"
	for below, want := range map[string][]int{
		"Ensemble (N=5),,0.20,0.40,0.60,0.00,1.00,0.44\n":                                   nil,
		"Ensemble (N=5),,0.20,0.40,0.60,0.00,1.00,0.44\nall scores were used here\n":        nil,
		"Ensemble (N=5),,0.20,0.40,0.60,0.00,1.00,0.44\nall scores were used here,,,,,,,\n": nil,
		"Ensemble (N=4),,0.20,0.40,0.60,0.00,1.00,0.44\n":                                   {9},
		"Oceans (N=1),,1.00,1.00,1.00,0.00,0.00,0.60\n6,Reefs,1,1,1,0,0,0.60\n":             nil,
		"Oceans (N=2),,1.00,1.00,1.00,0.00,0.00,0.60\n6,Reefs,1,1,1,0,0,0.60\n":             {9},
	} {
		var rows []int
		for _, f := range audited(t, table+below) {
			rows = append(rows, f.Row)
		}
		if !slices.Equal(rows, want) {
			t.Errorf("%q: findings in rows %v, want %v", below, rows, want)
		}
	}
}

// The sign for an average is a word for it.
func TestAverageSign(t *testing.T) {
	for _, head := range []string{"Ø", "⌀", "ø", "Average"} {
		got := audited(t, "Commitment,Canada,France,Germany,Italy,Japan,"+head+",%\nMarkets,1,1,0,-1,1,0.40,70\nBanks,0,1,1,1,1,0.80,90\n"+
			"Taxes,-1,-1,0,0,1,-0.20,40\nClinics,1,1,1,1,1,0.80,100\nVaccines,0,0,1,-1,1,0.20,60\n")
		if len(got) != 1 || got[0].Row != 5 {
			t.Errorf("%s: %v", head, got)
		}
	}
}

// A cell that cannot be read leaves the average of many cells within bounds.
func TestUnreadCellBoundsAverages(t *testing.T) {
	const head = "Commitment,Canada,France,Germany,Italy,Japan,Average\n"
	table := func(cell, overall string) string {
		return head + "a,1,1,0,-1,1,0.40\nb,0,1,1,1,1,0.80\nc,-1," + cell + ",0,0,1,\nd,1,0,0,0,1,0.40\ne,0,0,1,0,1,0.40\nf,1,-1,0,0,1,0.20\nAverage,0.33,0.17,0.33,0.00,1.00," + overall + "\n"
	}
	for name, c := range map[string]struct {
		cell, overall string
		want          int
	}{
		"far off":             {"-", "0.60", 1},
		"a letter":            {"O", "0.60", 1},
		"as the letter is 0":  {"O", "0.37", 0},
		"as the sign is +1":   {"+", "0.40", 0},
		"as it is left out":   {"-", "0.38", 0},
		"between two":         {"0 / 1", "0.38", 0},
		"a number is no sign": {"7.5", "0.60", 0},
		"as a 2 is read":      {"2", "0.43", 0},
		"a 2 and far off":     {"2", "0.60", 1},
	} {
		n := 0
		for _, f := range audited(t, table(c.cell, c.overall)) {
			if f.Rule == "matrix-overall" {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d findings on the whole, want %d", name, n, c.want)
		}
	}
}

// The averages of rows stand in a column 'Score'; those of members below percentages.
func TestColumnOfMeans(t *testing.T) {
	table := "Commitment,Canada,France,Germany,Score,%\na,1,0,0,0.33,67%\nb,1,1,0,0.67,83%\nc,-1,0,0,-0.33,33%\nd,1,1,1,1.00,100%\nAverage,0.50,0.50,0.25,0.42,71%\n"
	if got := audited(t, table); len(got) > 0 {
		t.Errorf("clean: %v", got)
	}
	wrong := audited(t, strings.Replace(table, "0.50,0.25", "-0.50,0.25", 1))
	if len(wrong) != 1 || wrong[0].Member != "FRA" || wrong[0].Rule != "matrix-column-average" {
		t.Errorf("the sign: %v", wrong)
	}
	sums := "Commitment,Canada,France,Germany,Score\na,1,0,0,1\nb,1,1,0,2\nc,-1,0,0,-1\n"
	r, err := Read("t.csv", strings.NewReader(sums), "", vocabulary.Default())
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(r.Commitments, func(c model.Commitment) bool { return c.Assessment.Average != nil }) {
		t.Error("sums are taken for averages")
	}
}
