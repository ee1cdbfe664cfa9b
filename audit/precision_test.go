package audit

import (
	"context"
	"math/big"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestPrecisions(t *testing.T) {
	percent := func(units int64, places int) *model.Decimal { return &model.Decimal{Units: units, Places: places} }
	for _, c := range []struct {
		value   string
		percent *model.Decimal
		scores  string
		want    []string
	}{
		{"0.67", nil, "+ + 0", []string{"row 2: 0.67 is printed with 2 decimals and stands for 0.665 to 0.675; the scores give 2/3 = +0.666…: it holds"}},
		{"0.5", nil, "+ 0 0", []string{"rounding half up gives 0.3"}},
		{"-0.7", nil, "- - 0", []string{"stands for -0.75 to -0.65"}},
		// 2/3 is 83.33 %, of 0.67 as printed 83.5 %: 84 follows in that way only,
		// 83 by the exact mean.
		{"0.67", percent(84, 0), "+ + 0", []string{"it holds", "it holds only by rounding half up of the mean as printed and rounding half to even of the mean as printed; rounding half up of the exact mean gives 83%"}},
		{"0.67", percent(90, 0), "+ + 0", []string{"it holds", "it does not follow; rounding half up of the exact mean gives 83%"}},
	} {
		r := published("A|" + c.value + "|" + c.scores)
		r.Commitments[0].Assessment.Average.Percent = c.percent
		list, err := Explain(context.Background(), r, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) != len(c.want) {
			t.Errorf("%s: %v", c.value, list)
			continue
		}
		for i, want := range c.want {
			if got := list[i].String(); !strings.Contains(got, want) {
				t.Errorf("%s: %s\nwant %s", c.value, got, want)
			}
		}
	}
}

// A tie is up or to the even digit, on both sides of zero.
func TestRoundingOfTies(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		places   int
		up, even string
	}{
		{1, 8, 2, "0.13", "0.12"}, {-1, 8, 2, "-0.13", "-0.12"}, {3, 8, 2, "0.38", "0.38"}, {1, 3, 2, "0.33", "0.33"}, {-2, 3, 2, "-0.67", "-0.67"}, {1, 2, 0, "1", "0"}, {3, 2, 0, "2", "2"}, {0, 1, 2, "0.00", "0.00"},
	} {
		v := big.NewRat(c.num, c.den)
		if up, even := roundHalfUp(v, c.places).FloatString(c.places), roundHalfEven(v, c.places).FloatString(c.places); up != c.up || even != c.even {
			t.Errorf("%d/%d: %s and %s, want %s and %s", c.num, c.den, up, even, c.up, c.even)
		}
	}
}

// Every figure that the audit compares is explained: of chapters, of summary
// tables, of summary rows and in the text.
func TestEveryFigureIsExplained(t *testing.T) {
	clean := cleanReport()
	list, err := Explain(context.Background(), clean, nil)
	if err != nil {
		t.Fatal(err)
	}
	about := map[string]int{}
	for _, p := range list {
		if !p.holds() {
			t.Errorf("%s", p)
		}
		of, in, found := strings.Cut(p.About, " in ")
		switch {
		case strings.HasPrefix(p.About, "the text"):
			about["text"]++
		case strings.HasPrefix(p.About, "the whole"):
			about["whole"]++
		case found && strings.HasPrefix(of, "commitment"):
			about["row"]++
		case found && in != "":
			about["column"]++
		default:
			about["chapter"]++
		}
	}
	// A mean and a percentage each.
	for of, want := range map[string]int{"chapter": 6, "row": 6, "column": 12, "whole": 2} {
		if about[of] != want {
			t.Errorf("%d figures of %s, want %d", about[of], of, want)
		}
	}
	table := published("A|0.67|+ + 0", "A|0|0 . 0", "B|0.33|+ 0 0")
	table.Summaries = []model.Summary{{Label: "Average", Row: 5, Average: average("0.33"), Averages: []model.ColumnAverage{{Member: "FRA", Value: average("0.33").Value}, {Member: "CAN", Value: average("0.67").Value}}}}
	list, err = Explain(context.Background(), table, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range list {
		all = append(all, p.String())
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{
		"row 5, France in “Average”: 0.33 is printed with 2 decimals and stands for 0.325 to 0.335; the scores give all cells = +0.5: it holds only by rounding half up of the mean with cells without a score counted as 0",
		"row 5, “Average”: 0.33 is printed with 2 decimals",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}
