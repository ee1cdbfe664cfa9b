package scores

import (
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

// Each head rules the rows below it, up to the next.
func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"another order", "Commitment,Canada,France,Italy,Average\nReefs,1,0,-1,0.00\nCommitment,Italy,Canada,France,Average\nNets,1,0,-1,0.00\n",
			[]string{" 0.00 CAN+1 FRA+0 ITA-1", " 0.00 CAN+0 FRA-1 ITA+1"}},
		{"other members", "id,Canada,France,Italy,Average\nx,1,0,-1,0.00\n,,,,\nid,Japan,Canada,Italy,Average\ny,1,0,0,0.33\n",
			[]string{"x 0.00 CAN+1 FRA+0 ITA-1", "y 0.33 CAN+0 ITA+0 JPN+1"}},
		{"a member more", "id,Canada,France,Italy,Average\nx,1,0,-1,0.00\nid,Canada,France,Italy,EU,Average\ny,1,0,0,1,0.50\n",
			[]string{"x 0.00 CAN+1 FRA+0 ITA-1", "y 0.50 CAN+1 FRA+0 ITA+0 EU+1"}},
		{"the average in front", "id,Canada,France,Italy,Average\nx,1,0,-1,0.00\nid,Average,Canada,France,Italy\ny,0.33,1,0,0\n",
			[]string{"x 0.00 CAN+1 FRA+0 ITA-1", "y 0.33 CAN+1 FRA+0 ITA+0"}},
		{"the name of the block in its head", "Reefs (N=1),Canada,France,Italy,Average\nx,1,0,-1,0.00\nNets (N=1),Italy,Canada,France,Average\ny,1,0,-1,0.00\n",
			[]string{" 0.00 CAN+1 FRA+0 ITA-1", " 0.00 CAN+0 FRA-1 ITA+1"}},
		{"near miss: members named in a row", "id,Canada,France,Italy,Average\nx,1,0,-1,0.00\nbest,Canada,Italy,France,\ny,1,0,0,0.33\n",
			nil},
	} {
		if got := lines(read(t, c.text)); c.want != nil && !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Below the scores may stand another table, of figures: it is none of theirs.
func TestOtherTableBelow(t *testing.T) {
	const scores = "Commitment,Canada,France,Italy,Average\nNets,1,0,-1,0.00\nReefs,1,1,0,0.67\nTides,1,0,1,0.67\nAverage,1.00,0.33,0.00,0.44\n"
	for _, below := range []string{
		"\nEarlier summits\nSummit,Canada,France,Italy,Average\nNorport 2029,0.50,0.25,0.10,0.28\nSouthport 2030,0.40,0.75,0.20,0.45\n",
		"\nSummit,Canada,France,Italy,Total\nNorport 2029,50,25,10,85\nSouthport 2030,40,75,20,135\n",
		"\nSummit,Italy,Canada,France,Average\nNorport 2029,50%,25%,10%,28%\n",
		"\nComparison\nCommitment,Interim,Final,Change\nNets,-0.33,0.00,0.33\nReefs,0.33,0.67,0.33\nTides,0.00,0.67,0.67\n",
		"\nIssue area,Mean,Best,Worst\nSeas,0.44,0.67,0.00\nNets,0.00,1.00,-1.00\n",
	} {
		if got := saidOf(t, scores+below); len(got) > 0 {
			t.Errorf("%q of %s", got, below)
		}
		r := read(t, scores+below)
		if len(r.Commitments) != 3 || len(r.Summaries) != 1 {
			t.Errorf("%d rows, %d summaries of %s", len(r.Commitments), len(r.Summaries), below)
		}
	}
}

// The same ids stand in the blocks of the interim and of the final report; one that
// stands twice in a block is a finding.
func TestIDsInBlocks(t *testing.T) {
	const text = "Interim\nID,Canada,France,Italy,Average\n2031-1,1,0,-1,0.00\n2031-2,1,1,0,0.67\n2031-3,1,0,1,0.67\n\nFinal\nID,Italy,France,Canada,Average\n2031-1,1,0,1,0.67\n2031-2,1,1,1,1.00\n2031-3,1,1,1,1.00\n"
	if got := saidOf(t, text); len(got) > 0 {
		t.Errorf("%q", got)
	}
	if got, want := saidOf(t, text+"2031-3,0,1,1,0.67\n"), []string{"row-duplicate row 9 "}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Blocks may have the same name.
func TestBlocksOfOneName(t *testing.T) {
	const text = "Results (N=2)\nCommitment,Canada,France,Italy,Average\nNets,1,0,-1,0.00\nReefs,1,1,0,0.67\nResults (N=1)\nCommitment,Italy,France,Canada,Average\nTides,1,0,1,0.67\n"
	if got := saidOf(t, text); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

const blockTable = `Nets and reefs

Norport 2031 (N=2)
Commitment,Canada,France,Italy,Japan,Average
Nets,1,0,-1,1,0.25
Reefs,1,1,0,n/a,0.67
Average,1.00,0.50,-0.50,1.00,0.46
Scores of +1: 4 of 7 (57%)

Southport 2032 (N=3)
Commitment,Japan,Canada,Italy,France,EU,Average
Sails,1,0,-1,1,1,0.40
Ropes,1,1,0,0,1,0.60
Tides,0,1,1,n/a,-1,0.25
Average,0.67,0.67,0.00,0.50,0.33,0.42
Scores of +1: 8 of 14 (57%)
`

func TestBlocksWithTheirFigures(t *testing.T) {
	if got := saidOf(t, blockTable); len(got) > 0 {
		t.Errorf("clean: %q", got)
	}
	for _, c := range []struct{ was, is, want string }{
		{"(N=3)", "(N=4)", "count-stated row 6 "},
		{"8 of 14 (57%)", "8 of 14 (75%)", "count-stated row 12 "},
		{"8 of 14 (57%)", "9 of 14 (64%)", "count-stated row 12 "},
		{"4 of 7 (57%)", "5 of 7 (71%)", "count-stated row 5 "},
		{"0.67,0.67,0.00", "0.67,0.76,0.00", "matrix-column-average row 11 CAN"},
		{"Ropes,1,1,0,0,1,0.60", "Ropes,1,1,0,0,1,0.06", "average-stated row 9 "},
	} {
		text := strings.Replace(blockTable, c.was, c.is, 1)
		if got := saidOf(t, text); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %q, want %q", c.is, got, c.want)
		}
	}
}

// A text that says of how many is no commitment, wherever it stands.
func TestShares(t *testing.T) {
	for text, want := range map[string]string{
		"Scores of +1: 26 of 44 (59%)":                "Scores of +1|26/44|59",
		"+1: 26 out of 44 (59.1 %)":                   "+1|26/44|59.1",
		"26/44 (59%)":                                 "|26/44|59",
		"Full compliance 1,026 of 2,044 scores (50%)": "Full compliance|1026/2044|50",
		"Restore 26 of 44 reefs":                      "",
		"Half of 44 (59%)":                            "",
		"50 of 44 (59%)":                              "",
		"Cut emissions by 50%":                        "",
	} {
		s, ok := readShare(text, vocabulary.Default())
		got := ""
		if ok {
			got = s.label + "|" + strings.Join([]string{sprint(s.of[0].Part) + "/" + sprint(s.of[0].Whole), s.of[0].Percent.String()}, "|")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
