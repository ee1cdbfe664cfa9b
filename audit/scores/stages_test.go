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

// stagesSaid reads the tables of a file and audits each, those of figures too.
func stagesSaid(t *testing.T, text string) (out []string, tables int) {
	t.Helper()
	reports, err := ReadAll("t.csv", strings.NewReader(text), "", vocabulary.Default())
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	figures, err := ReadFigureSheets("t.csv", strings.NewReader(text), vocabulary.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(reports, figures...) {
		res, err := audit.Run(context.Background(), r, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range res.Findings {
			out = append(out, fmt.Sprintf("%s %s row %d %s", r.Source.Sheet, f.Rule, f.Row, f.Member))
		}
	}
	return out, len(reports)
}

// Stages that stand side by side are tables of their own, and what changed between them is
// compared with their averages.
func TestStagesSideBySide(t *testing.T) {
	const together = `;Canada;;France;;Italy;;Japan;;Average;;
Commitment;I;F;I;F;I;F;I;F;Interim;Final;Change
2031-3 Tax;1;1;0;1;1;1;1;1;0.75;1.00;+0.25
2031-9 Debt;0;1;0;0;0;0;1;1;0.25;0.50;+0.25
2031-12 Aid;-1;0;1;1;0;1;1;1;0.25;0.75;+0.50
2031-15 Water;0;0;0;1;-1;-1;1;0;0.00;0.00;0.00
2031-21 Work;1;1;1;1;0;0;0;1;0.50;0.75;+0.25
All;0.20;0.60;0.40;0.80;0.00;0.20;0.80;0.80;0.35;0.60;+0.25
`
	const apart = `The summit of 2031
;Interim report;;;;;;Final report
Commitment;Canada;France;Italy;Japan;Average;;Canada;France;Italy;Japan;Average
Tax;1;0;1;1;0.75;;1;1;1;1;1.00
Debt;0;0;0;1;0.25;;1;0;0;1;0.50
Aid;-1;1;0;1;0.25;;0;1;1;1;0.75
Water;0;0;-1;1;0.00;;0;1;-1;0;0.00
Average;0.00;0.25;0.00;1.00;0.31;;0.50;0.75;0.25;0.75;0.56
`
	for _, c := range []struct {
		name, text string
		edit       []string
		want       []string
	}{
		{"together", together, nil, nil},
		{"apart", apart, nil, nil},
		{"in Russian", apart, []string{"Canada;France;Italy;Japan;Average", "Канада;Франция;Италия;Япония;Среднее", "Average;0.00", "Среднее;0.00"}, nil},
		{"in German", together, []string{"Canada;;France;;Italy", "Kanada;;Frankreich;;Italien", "Average", "Durchschnitt"}, nil},
		{"an average", together, []string{"0.25;0.75;+0.50", "0.25;0.57;+0.50"}, []string{"F average-stated row 4 ", " count-stated row 4 ", " count-stated row 7 "}},
		{"a member's", together, []string{"0.40;0.80;0.00", "0.40;0.60;0.00"}, []string{"F matrix-column-average row 7 FRA"}},
		{"a change", together, []string{"0.25;0.75;+0.50", "0.25;0.75;+0.05"}, []string{" count-stated row 4 "}},
		{"an average of one stage", apart, []string{"0.25;;0;1;1;1;0.75", "0.52;;0;1;1;1;0.75"}, []string{"Interim report average-stated row 4 "}},
	} {
		got, tables := stagesSaid(t, strings.NewReplacer(c.edit...).Replace(c.text))
		if !slices.Equal(got, c.want) || tables != 2 {
			t.Errorf("%s: %q of %d tables, want %q", c.name, got, tables, c.want)
		}
	}
	// Near misses: one member twice by a slip, and one table.
	if _, tables := stagesSaid(t, "id;Canada;France;Italy;Canada;Average\n1;1;0;1;1;0.75\n2;0;0;1;1;0.50\n3;1;1;1;0;0.75\n"); tables != 1 {
		t.Errorf("a member twice: %d tables", tables)
	}
	if _, tables := stagesSaid(t, ";Canada;;France;;Italy;;Average\nCommitment;I;F;I;F;I;A;\nTax;1;1;0;1;1;1;0.75\nDebt;1;0;0;1;1;1;0.75\n"); tables != 1 {
		t.Errorf("other labels: %d tables", tables)
	}
}
