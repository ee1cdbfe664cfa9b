package scores

import (
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// What is read as a score in words or percentages, and what is not.
func TestScoresThatAreNoNumbers(t *testing.T) {
	for _, c := range []struct {
		name, cells string // a row each line
		want        string // the scores of the first row, '?' for a cell that is not read
	}{
		{"words", "full|partial|none;full|full|partial", "+1 0 -1"},
		{"words of reports", "Full Compliance|Work in Progress|Lack of Compliance;n/a||Full Compliance;Full Compliance|Full Compliance|Work in Progress", "+1 0 -1"},
		{"percentages", "100%|50%|0%;100%|100%|50%", "+1 0 -1"},
		{"percentages of the old scale", "100%|0%|-100%;100%|100%|0%", "+1 0 -1"},
		{"percentages that tell no scale", "100%|0%|0%;100%|100%|0%", "? ? ?"},
		{"percentages of averages", "100%|50%|83%;100%|100%|50%", "? ? ?"},
		{"one word more", "full|partial|none;full|see note|partial", "? ? "}, // 'none' is nothing
		{"one level alone", "full|full|full;full|full|full", "? ? ?"},
		{"words beside numbers", "1|0|none;1|full|0", "+1 0 "},
		{"too few cells", "full|partial|none", "? ? "},
	} {
		csv := "id,Canada,France,Italy,average\n"
		for i, row := range strings.Split(c.cells, ";") {
			csv += string(rune('a'+i)) + "," + strings.ReplaceAll(row, "|", ",") + ",0.00\n"
		}
		r, err := Read("t.csv", strings.NewReader(csv), "", vocabulary.Default())
		if err != nil {
			t.Fatal(c.name, err)
		}
		var got []string
		for _, s := range r.Commitments[0].Assessment.Scores {
			switch {
			case s.Score != nil:
				got = append(got, map[int]string{-1: "-1", 0: "0", 1: "+1"}[*s.Score])
			case s.Text != "":
				got = append(got, "?")
			default:
				got = append(got, "")
			}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %q, want %q", c.name, g, c.want)
		}
		said := slices.ContainsFunc(r.Warnings, func(w model.Warning) bool { return w.Kind == KindWording })
		if read := strings.Contains(c.want, "+1 0 -1"); said != read {
			t.Errorf("%s: said %v", c.name, said)
		}
	}
}

// A table in words of which one is not known accuses nobody, whatever "none" means.
func TestWordsThatAreNotRead(t *testing.T) {
	const csv = "id,Canada,France,Italy,Japan,average\na,full,partial,none,none,-0.25\nb,see note,none,full,full,0.25\nc,partial,partial,none,full,0.00\n"
	if errors, _, _ := formFindings(t, "t.csv", []byte(csv)); len(errors) > 0 {
		t.Errorf("errors %q", errors)
	}
}
