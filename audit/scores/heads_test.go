package scores

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// shapes writes what was read of each row: id, area, average, number of scores.
func shapes(r *model.Report) string {
	var out []string
	for _, c := range r.Commitments {
		average := ""
		if a := c.Assessment.Average; a != nil {
			average = a.Text
		}
		out = append(out, fmt.Sprintf("%s/%s/%s/%d", c.ID, c.IssueArea, average, len(c.Assessment.Scores)))
	}
	return strings.Join(out, " ")
}

// Heads are known however programs divide their words.
func TestHeadsInOtherForms(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"run together", "CommitmentID,IssueArea,CommitmentText,AverageScore,Canada,France\n7,Reefs,We will dive.,0.5,1,0\n", "7/Reefs/0.5/2"},
		{"full stops", "commitment.id,issue.area,text,Avg.,Canada,France\n7,Reefs,We will dive.,0.5,1,0\n", "7/Reefs/0.5/2"},
		{"long, a forum before the member", "id,G20 member state,Score\n7,Canada,1\n7,France,0\n", "7///2"},
		{"near miss: an average of another kind", "id,average (n),Canada,France,Italy\n7,3,1,0,0\n", "7///3"},
	} {
		if got := shapes(read(t, c.text)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// In a long table numbers begin again in each summit, by whatever head; a place in a
// ranking tells no commitments apart, and a row that sums up is nobody's score.
func TestKeysOfLongTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"year", "id,year,country,score\n1,2030,Canada,1\n1,2030,France,0\n1,2031,Canada,0\n1,2031,France,0\n", "1///2 1///2"},
		{"summit year", "id,SummitYear,country,score\n1,2030,Canada,1\n1,2030,France,0\n1,2031,Canada,0\n1,2031,France,0\n", "1///2 1///2"},
		{"near miss: place", "id,place,country,score\n1,1,Canada,1\n1,2,France,0\n", "1///2"},
		{"rows that sum up", "id,country,score\n1,Canada,1\n1,France,0\n1,Italy,1\n1,Japan,0\n1,Median,1\n1,Grand total,1\n1,Average,0.5\n", "1//0.5/4"},
	} {
		if got := shapes(read(t, c.text)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Heads of a user's vocabulary count in every form of table.
func TestHeadsOfUsers(t *testing.T) {
	words, err := vocabulary.Default().With(strings.NewReader("column_heads:\n  average: [Mark]\n  id: [Ref]\n  member: [Nation]\n  score: [Points]\n  total: [Altogether]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Ref,Mark,Canada,France\n7,0.5,1,0\n", "7//0.5/2"},
		{"Ref,Nation,Points\n7,Canada,1\n7,France,0\n", "7///2"},
	} {
		r, err := Read("x.csv", strings.NewReader(c.text), "", words)
		if err != nil {
			t.Fatalf("%q: %v", c.text, err)
		}
		if got := shapes(r); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	const counts = "area,first,second,altogether\nreefs,3,4,7\n"
	if _, err := ReadFigures("x.csv", strings.NewReader(counts), words); err != nil {
		t.Error(err)
	}
	if _, err := ReadFigures("x.csv", strings.NewReader(counts), vocabulary.Default()); err == nil {
		t.Error("a table of figures by a head that nobody knows")
	}
}
