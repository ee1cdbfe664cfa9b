package scores

import (
	"errors"
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

// A table of how often each score was given has figures and no scores.
func TestCountsOfScores(t *testing.T) {
	const byMember = `Member;+1;0;-1;n/a;Commitments;Average
Canada;11;4;1;0;16;+0.63
France;7;6;0;3;16;+0.54
Italy;12;3;1;0;16;+0.69
Japan;6;8;1;1;16;+0.33
Total;36;21;3;4;64;+0.55
`
	const byScore = `Score,Canada,France,Italy,Japan,Average
+1,11,7,12,6,9.00
0,4,6,3,8,5.25
-1,1,0,1,1,0.75
`
	const scored = `Member;1;2;3;4;Average
Canada;1;0;-1;1;0.25
France;0;0;1;1;0.50
Italy;1;1;0;0;0.50
Japan;0;1;1;2;0.50
`
	const scoredUpright = `id,Canada,France,Italy,Japan,Average
0,1,1,0,1,0.75
1,0,1,0,2,0.25
-1,-1,0,1,1,0.25
`
	const long = "member;score;count\nCanada;+1;11\nCanada;0;4\nCanada;-1;3\nFrance;+1;7\nFrance;0;8\nFrance;-1;3\nTotal;;36\n"
	for _, c := range []struct {
		name, table string
		edit        []string
		counts      bool
	}{
		{"by member", byMember, nil, true},
		{"called otherwise", byMember, []string{";+1;0;-1;", ";Score +1;Score 0;Score \u22121;"}, true},
		{"called by levels", byMember, []string{";+1;0;-1;", ";Full compliance;Partial compliance;No compliance;"}, true},
		{"shares", byMember, []string{";11;4;1;", ";69%;25%;6%;", ";7;6;0;", ";54%;46%;0%;", ";12;3;1;", ";75%;19%;6%;", ";6;8;1;", ";40%;53%;7%;"}, true},
		{"a dash for none", byMember, []string{";7;6;0;", ";7;6;\u2013;"}, true},
		{"members in the head", byScore, nil, true},
		{"in rows", long, nil, true},
		{"scores in rows", long, []string{"member;score;count", "member;score;id"}, false},
		{"scores with serials", scored, nil, false},
		{"scores of commitments 0 and 1, and a slip", scored, []string{";1;2;3;4;", ";0;1;a;b;"}, false},
		{"scores below scores", scoredUpright, nil, false},
	} {
		text := strings.NewReplacer(c.edit...).Replace(c.table)
		_, err := Read("t.csv", strings.NewReader(text), "", vocabulary.Default())
		if counts := errors.Is(err, ErrNotScores); counts != c.counts || !counts && err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if !c.counts || c.table == long {
			continue
		}
		if r, err := ReadFigures("t.csv", strings.NewReader(text), vocabulary.Default()); err != nil || len(r.Tables) != 1 {
			t.Errorf("%s: figures: %v", c.name, err)
		}
	}
}
