package scores

import (
	"slices"
	"strings"
	"testing"
)

// A column without a head is no damage where nearly all records have it, and neither are
// numbers of rows before the first head.
func TestColumnsWithoutAHead(t *testing.T) {
	const head = "Commitment,Canada,France,Italy,Japan,Average"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"percentages behind the average": {
			head + ",,\nReefs,1,0,1,0,0.50,75%,\nPorts,0,0,1,0,0.25,63%,\nTides,1,1,1,0,0.75,88%,\nWinds,-1,0,1,0,0.00,50%,\nAverage,0.25,0.25,1.00,0.00,0.38,69%,\n,63%,63%,100%,50%,69%,,\n", nil},
		"one of them wrong": {
			head + "\nReefs,1,0,1,0,0.50,75%\nPorts,0,0,1,0,0.25,36%\nTides,1,1,1,0,0.75,88%\nWinds,-1,0,1,0,0.00,50%\nSands,1,1,1,1,1.00,100%\n", []string{"percent-stated row 3"}},
		"remarks": {
			head + "\nReefs,1,0,1,0,0.50,late\nPorts,0,0,1,0,0.25,\nTides,1,1,1,0,0.75,late\nWinds,-1,0,1,0,0.00,late\nSands,1,1,1,1,1.00,late\nFoams,1,0,1,1,0.75,late\n", nil},
		"numbered rows": {
			head + "\n1,Reefs,1,0,1,0,0.50\n2,Ports,0,0,1,0,0.25\n3,Tides,1,1,1,0,0.75\n4,Winds,-1,0,1,0,0.00\n", nil},
		// Near misses: decimals that a comma divides, a text that one divides, and one
		// record that is longer alone.
		"decimals": {
			head + "\nReefs,1,0,1,0,0,50\nPorts,0,0,1,0,0,25\nTides,1,1,1,0,0,75\nWinds,-1,0,1,0,0,00\n", []string{"file-incomplete", "file-incomplete", "file-incomplete", "file-incomplete"}},
		"texts": {
			head + "\nReefs, warm,1,0,1,0,0.50\nPorts, cold,0,0,1,0,0.25\nTides, high,1,1,1,0,0.75\nWinds, weak,-1,0,1,0,0.00\n", []string{"file-incomplete", "file-incomplete", "file-incomplete", "file-incomplete"}},
		"one record": {
			head + "\nReefs,1,0,1,0,0.50\nPorts,0,0,1,0,0.25,x\nTides,1,1,1,0,0.75\nWinds,-1,0,1,0,0.00\n", []string{"file-incomplete"}},
	} {
		var got []string
		for _, f := range saidOf(t, c.text) {
			rule, _, _ := strings.Cut(f, " row 0")
			got = append(got, strings.TrimRight(rule, " "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: findings %q, want %q", name, got, c.want)
		}
	}
}

// Heads of sections may have their average alone; they stand above their rows where the
// first record of the table is one.
func TestAverageAloneAboveItsSection(t *testing.T) {
	table := func(n string) string {
		return "Commitment,Canada,France,Italy,Japan,Average\nSea (N=" + n + "),,,,,0.50\nReefs,1,0,1,0,0.50\nPorts,0,0,1,0,0.25\nTides,1,1,1,0,0.75\n" +
			"Land (N=2),,,,,0.50\nWinds,-1,0,1,0,0.00\nSands,1,1,1,1,1.00\nOverall (N=5),0.40,0.40,1.00,0.20,0.50\n"
	}
	if got := saidOf(t, table("3")); len(got) > 0 {
		t.Errorf("%q", got)
	}
	if got := saidOf(t, table("4")); len(got) != 1 || !strings.HasPrefix(got[0], "count-stated") {
		t.Errorf("N=4: %q", got)
	}
}

// Averages without members are read where a row closes them, and whole numbers with signs
// are averages on the scale from −100 to +100: they are rounded.
func TestFiguresWithoutMembers(t *testing.T) {
	stages := func(first, change, last string) string {
		return "#,Issue,Interim,Final,Difference\n1,Reefs,0.50,0.63,+0.13\n2,Ports," + first + ",0.75,0.00\n3,Tides,0.38,0.63,+0.25\n4,Winds,0.00,0.13,+0.13\n5,Sands,0.25,0.50," + change + "\n6,Foams,0.63,0.88,+0.25\n7,Dunes,0.13,0.13,0.00\n8,Gales,0.88,1.00,+0.12\n" +
			",Average (N=8),0.44," + last + ",+0.14\n,8 members assessed on every commitment,,,\n"
	}
	signs := func(cell, all string) string {
		return "\"By summit, percent (−100 to +100)\",,,,,,\nSummit,N,Canada,France,Italy,Japan,All\nA,9,+44,0,+78,0,+31\nB,12,+42,0,+42,+33,+29\nC,8,+38,+50,+38,+25,+38\nD,13,+54,+46," + cell + ",+38,+48\nE,12,+8,0,+25,+58,+23\nF,18,+33,+50,+39,−50,+18\nMean of summits,,+37,+24,+46,+17," + all + "\n"
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{stages("0.75", "+0.25", "0.58"), nil},
		{stages("0.70", "+0.25", "0.58"), []string{"3 percent-attainable"}},
		{stages("0.75", "+0.15", "0.58"), []string{"6 count-stated"}},
		{stages("0.75", "+0.25", "0.85"), []string{"10 count-stated"}},
		{signs("+54", "+31"), nil},
		{signs("+54*", "+31"), nil},
		{signs("+54", "+51"), []string{"8 count-stated"}},
	} {
		if got := figureFindings(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("findings %q, want %q in\n%s", got, c.want, c.text)
		}
	}
}

// Rows of sums may close groups of counts; that one is wrong is said of it, and not of what
// follows from it. Below counts their means and shares may stand, and counts may be given in
// other languages.
func TestGroupsOfCounts(t *testing.T) {
	groups := func(first, all string) string {
		return "Engagement;+1;0;−1;Total;Moyenne\nRécifs;9;6;5;20;0,20\nPorts;18;0;2;20;0,80\nMarées;9;4;7;20;0,10\nSous-total Mer;" + first + ";60;0,37\n" +
			"Vents;16;2;2;20;0,70\nSables;12;4;4;20;0,40\nDunes;3;9;8;20;−0,25\nSous-total Terre;31;15;14;60;0,28\nTotal général;" + all + ";120;0,33\n"
	}
	below := func(share, mean string) string {
		return "Summit;Sea;Land;Total;Kept;Share kept (%)\nA;27;26;53;15;28,3\nB;18;36;54;20;37,0\nC;15;25;40;23;57,5\nD;23;17;40;14;35,0\nE;19;37;56;15;26,8\nF;31;35;66;17;25,8\n" +
			"Total;133;176;309;104;" + share + "\nAverage;" + mean + ";29,3;51,5;17,3;\nShare (%);43,0;57,0;100;;\n"
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{groups("36;10;14", "67;25;28"), nil},
		{groups("27;10;14", "67;25;28"), []string{"5 count-stated"}},
		{groups("36;10;14", "67;15;28"), []string{"10 count-stated"}},
		{below("33,7", "22,2"), nil},
		{below("38,7", "22,2"), []string{"8 count-stated"}},
		{"Paese;+1;0;−1;Totale\nCanada;6;4;5;15\nFrancia;6;5;4;15\nItalia;7;2;6;15\nGiappone;5;5;5;15\nTotale;24;16;20;60\nRispettati: 24 su 60 (40%)\n", nil},
		{"Paese;+1;0;−1;Totale\nCanada;6;4;5;15\nFrancia;6;5;4;15\nItalia;7;2;6;15\nGiappone;5;5;5;15\nTotale;24;16;20;60\nRispettati: 24 su 60 (47%)\n", []string{"7 count-stated"}},
		{"Paese;+1;0;−1;Totale\nCanada;6;4;5;15\nFrancia;6;5;4;15\nItalia;7;2;6;15\nGiappone;5;5;5;15\nTotale;24;16;20;60\nRispettati: 24 a 60 (47%)\n", nil},
	} {
		if got := figureFindings(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("findings %q, want %q in\n%s", got, c.want, c.text)
		}
	}
}
