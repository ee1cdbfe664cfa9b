package scores

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/vocabulary"
)

// figureFindings are the findings of a table of figures without scores, each with its row.
func figureFindings(t *testing.T, text string) (out []string) {
	t.Helper()
	r, err := ReadFigures("x.csv", strings.NewReader(text), vocabulary.Default())
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	result, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		out = append(out, fmt.Sprintf("%d %s", f.Row, f.Rule))
	}
	return out
}

// Rows that close the groups of a table of figures are held against the rows above them in
// the way that most of them show.
func TestRowsThatCloseFigures(t *testing.T) {
	table := func(reefs, ports string) string {
		return "area,summit,n,x/n,z/n\n" +
			"Reefs,A,9,1.611,5.222\nReefs,B,6,0.250,2.917\nReefs,C,10,1.150,4.450\nReefs," + reefs + "\n" +
			"Ports,A,4,1.750,4.250\nPorts,B,8,0.688,2.813\nPorts,C,5,2.000,5.200\nPorts," + ports + "\n"
	}
	const (
		reefsMean, portsMean = "Total,25,1.004,4.196", "Total,17,1.479,4.088"
		reefsBy, portsBy     = "Total,25,1.100,4.360", "Total,17,1.324,3.853"
		reefsSum, portsSum   = "Total,25,3.011,12.589", "Total,17,4.438,12.263"
	)
	for _, c := range []struct {
		text string
		want []string
	}{
		{table(reefsMean, portsMean), nil},
		{table(reefsBy, portsBy), nil},
		{table(reefsSum, portsSum), nil},
		{table(reefsMean, portsBy), nil},                // two ways, and each holds
		{table("Average,25,1.0,4.2", portsMean), nil},   // fewer decimals
		{table("Total,25,1.003,4.196", portsMean), nil}, // of figures that are rounded
		{table("Total,25,1.004,4.296", portsMean), []string{"5 count-stated"}},
		{table(reefsBy, "Total,17,1.234,3.853"), []string{"9 count-stated"}},
		{table("Total,25,1.5,4.9", "Total,17,1.9,5.1"), nil}, // of something else
		{table("Total,26,1.004,4.196", portsMean), nil},      // a count, and too few to say
	} {
		if got := figureFindings(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("findings %q, want %q in\n%s", got, c.want, c.text)
		}
	}
}

// A row that closes the whole table may hold the mean of the groups' own.
func TestRowThatClosesGroups(t *testing.T) {
	table := func(whole string) string {
		return "area,summit,mean,share\n" +
			"Reefs,A,0.50,75%\nReefs,B,0.10,55%\nReefs,Average,0.30,65%\n" +
			"Ports,A,0.80,90%\nPorts,B,0.60,80%\nPorts,C,-0.20,40%\nPorts,Average,0.40,70%\n" +
			"All," + whole + "\n"
	}
	for whole, want := range map[string][]string{
		"Average,0.35,68%": nil, // of the groups
		"Average,0.36,68%": nil, // of the rows
		"Average,0.63,68%": {"9 count-stated"},
	} {
		if got := slices.DeleteFunc(figureFindings(t, table(whole)), func(s string) bool { return !strings.HasSuffix(s, "count-stated") }); !slices.Equal(got, want) {
			t.Errorf("%s: findings %q, want %q", whole, got, want)
		}
	}
}

// Titles and blank lines above the head are no part of a table of figures, and findings
// give the row that a spreadsheet shows.
func TestFiguresBelowTitles(t *testing.T) {
	text := "Commitments by area;;;\n\narea;2030;2031;total\nreefs;3;4;7\nports;1;2;3\nroads;2;2;4\ntents;5;1;7\nnets;4;4;8\n"
	r, err := ReadFigures("x.csv", strings.NewReader(text), vocabulary.Default())
	if err != nil {
		t.Fatal(err)
	}
	if at := r.Tables[0].SheetRow(5); len(r.Tables) != 1 || at != 7 {
		t.Errorf("row 5 is shown as %d in %d tables, want 7 in 1", at, len(r.Tables))
	}
	result, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Findings) != 1 || result.Findings[0].Row != 5 || !strings.Contains(result.Findings[0].Message, "A spreadsheet shows row 5 as row 7.") {
		t.Errorf("findings %+v, want one of row 5, shown as row 7", result.Findings)
	}
}

// Shares of one column in another are compared without a total, and a table of words with
// a total nowhere is none of figures.
func TestSharesWithoutTotal(t *testing.T) {
	table := func(share string) string {
		return "area,on climate,all,share\nA,22,53," + share + "\nB,5,120,4%\nC,33,135,24%\nD,30,429,7%\nE,7,21,33%\n"
	}
	if got := figureFindings(t, table("42%")); got != nil {
		t.Errorf("findings %q in a clean table", got)
	}
	if got := figureFindings(t, table("43%")); !slices.Equal(got, []string{"2 count-stated"}) {
		t.Errorf("findings %q, want one of row 2", got)
	}
	if _, err := ReadFigures("x.csv", strings.NewReader("name,town,remark\na,b,c\nd,e,total\n"), vocabulary.Default()); err == nil {
		t.Error("a table of words was taken for one of figures")
	}
}

// A row of averages may stand below the row of totals, and follows from totals as they
// should be: one slip is told once.
func TestAveragesBelowTotals(t *testing.T) {
	table := func(ports, nets string) string {
		return "summit,nets,ports,reefs,total\nA,3,4,7,14\nB,1,5,1," + ports + "\nC,2,2,4,8\nD,9,1,10,20\nE,4,4,8,16\n" +
			"Total," + nets + ",16,30,65\nAverage,3.8,3.2,6.0,13.0\n"
	}
	for _, c := range []struct {
		ports, nets string
		want        []string
	}{
		{"7", "19", nil},
		{"17", "19", []string{"3 count-stated"}},
		{"7", "15", []string{"0 count-stated"}},
	} {
		if got := figureFindings(t, table(c.ports, c.nets)); !slices.Equal(got, c.want) {
			t.Errorf("%s, %s: findings %q, want %q", c.ports, c.nets, got, c.want)
		}
	}
}

// What closes a table of figures is told once, where it is wrong, and not for another cell of
// its row or column.
func TestClosingFiguresToldOnce(t *testing.T) {
	const head = "Member,Full,Partial,None,Total,Average\n"
	counts := func(cyan, all string) string {
		return head + "Argentina,6,2,2,10,0.40\nBrazil,3,3,4,10,-0.10\n" + cyan + "\nChina,7,1,2,10,0.50\nIndia,2,6,2,10,0.00\nMexico,8,1,1,10,0.70\nJapan,9,0,1,10,0.80\n" + all + "\n"
	}
	const right, rightAll = "France,4,4,2,10,0.20", "All members,39,17,14,70,0.36"
	for _, c := range []struct {
		text string
		want []string
	}{
		{counts(right, rightAll), nil},
		{counts("France,4,4,2,9,0.20", rightAll), []string{"4 count-stated"}},
		{counts(right, "All members,39,18,14,70,0.36"), []string{"9 count-stated"}},
		{counts(right, "All 7 members,39,18,14,70,0.36"), []string{"9 count-stated"}},
		{counts(right, "All 7 members,39,17,14,70,0.36"), nil},
	} {
		if got := figureFindings(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%v, want %v in\n%s", got, c.want, c.text)
		}
	}
}

// Where a title says that everybody was assessed on everything, a figure that only fewer
// scores give is told; and the mean of a column that leaves its last row out.
func TestFiguresOfEveryone(t *testing.T) {
	table := func(title, ports, average string) string {
		return "\"" + title + "\"\nField,Interim,Final,Change\nRoads,0.50,0.70,0.20\nPorts,0.40," + ports + "\nMail,0.35,0.55,0.20\nRail,0.25,0.25,0.00\n" +
			"Coal,0.35,0.65,0.30\nIron,0.40,0.45,0.05\nWool,0.65,0.85,0.20\nSalt,0.60,0.90,0.30\nSilk,0.20,0.20,0.00\nCorn,0.80,1.00,0.20\nAverage," + average + "\n"
	}
	const everyone, plain, mean = "Averages, all 20 members assessed on every commitment", "Averages of 20 members", "0.45,0.61,0.16"
	for _, c := range []struct {
		text string
		want []string
	}{
		{table(everyone, "0.55,0.15", mean), nil},
		{table(plain, "0.55,0.15", mean), nil},
		{table(plain, "0.53,0.13", mean), nil},
		{table(everyone, "0.53,0.13", mean), []string{"3 percent-attainable"}},
		{table(everyone, "0.55,0.15", "0.41,0.61,0.20"), []string{"12 count-stated"}},
	} {
		if got := figureFindings(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%v, want %v in\n%s", got, c.want, c.text)
		}
	}
}

// Counts below the scores are compared where their rows are called by the scores alone, below
// averages or without them.
func TestCountsBelowScores(t *testing.T) {
	const body = "ID,Commitment,Canada,France,Germany,Italy,Japan,Average\n" +
		"2031-1,Trade,1,0,1,1,0,0.60\n2031-2,Tax,1,1,1,0,0,0.60\n2031-3,Debt,0,1,-1,1,0,0.20\n2031-4,Aid,1,0,1,1,1,0.80\n" +
		"2031-5,Water,1,0,1,1,0,0.60\n2031-6,Gender,1,1,1,0,0,0.60\n2031-7,Crime,0,1,-1,1,0,0.20\n"
	for _, average := range []string{"", ",Average,0.71,0.57,0.43,0.71,0.14,0.51\n"} {
		for full, want := range map[string]int{"5,4,5,5,1": 0, "3,4,5,5,1": 1} {
			got := accusations(t, body+average+",+1,"+full+",\n,0,2,3,0,2,6,\n,-1,0,0,2,0,0,\n")
			if len(got) != want || want > 0 && !strings.Contains(got[0], "count-stated") {
				t.Errorf("%s: %q, want %d", full, got, want)
			}
		}
	}
}
