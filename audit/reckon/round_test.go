package reckon

import (
	"math"
	"math/big"
	"testing"

	"recount.invalid/recount/model"
)

func decimal(t *testing.T, s string) model.Decimal {
	t.Helper()
	d, err := model.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestHolds(t *testing.T) {
	for _, test := range []struct {
		printed  string
		num, den int64
		want     bool
	}{
		{"0.38", 3, 8, true}, // a tie, either way
		{"0.37", 3, 8, true},
		{"0.36", 3, 8, false},
		{"0.39", 3, 8, false},
		{"-0.38", -3, 8, true},
		{"-0.37", -3, 8, true},
		{"0.4", 3, 8, true},
		{"0.3", 3, 8, false},
		{"0.71", 15, 21, true}, // 0.714285…
		{"0.714286", 15, 21, true},
		{"0.714285", 15, 21, false}, // cut off
		{"0", 0, 5, true},
		{"-0.00", 0, 5, true},
		{"0.00", 1, 201, true},
		{"0.00", 1, 199, false},
	} {
		if got := Holds(decimal(t, test.printed), big.NewRat(test.num, test.den)); got != test.want {
			t.Errorf("%s for %d/%d: %v, want %v", test.printed, test.num, test.den, got, test.want)
		}
	}
}

func TestPercentHolds(t *testing.T) {
	for _, test := range []struct {
		percent, mean string // mean as printed, "" for none
		num, den      int64  // exact mean; den 0 for unknown
		want          bool
	}{
		{"69", "0.38", 3, 8, true},  // 68.75 and 69.0
		{"68", "0.38", 3, 8, false}, // neither
		{"68.8", "", 3, 8, true},
		{"68.7", "", 3, 8, true}, // tie: 68.75
		{"86", "0.71", 15, 21, true},
		{"85", "0.71", 15, 21, true}, // from the printed mean 85.5, a tie
		{"88", "0.71", 15, 21, false},
		{"100", "1.00", 8, 8, true},
		{"0", "-1.00", -8, 8, true},
		{"85", "0.71", 0, 0, true},
		{"88", "0.71", 0, 0, false},
	} {
		var mean *model.Decimal
		if test.mean != "" {
			d := decimal(t, test.mean)
			mean = &d
		}
		var exactMean *big.Rat
		if test.den != 0 {
			exactMean = big.NewRat(test.num, test.den)
		}
		if got := PercentHolds(decimal(t, test.percent), exactMean, mean); got != test.want {
			t.Errorf("%s%% beside %q of %d/%d: %v, want %v", test.percent, test.mean, test.num, test.den, got, test.want)
		}
	}
}

func TestPercentFits(t *testing.T) {
	for _, test := range []struct {
		percent, mean string
		want          bool
	}{
		{"86", "0.71", true}, // the exact mean may be 0.7142…
		{"85", "0.71", true},
		{"87", "0.71", false},
		{"84", "0.71", false},
		{"67", "0.3", true},
		{"63", "0.3", true},
		{"62", "0.3", true}, // 0.25 is 62.5 %
		{"61", "0.3", false},
	} {
		if got := PercentFits(decimal(t, test.percent), decimal(t, test.mean)); got != test.want {
			t.Errorf("%s%% beside %s: %v, want %v", test.percent, test.mean, got, test.want)
		}
	}
}

// The attainable means of n scores are counted out here one by one, which the
// rule does not do.
func TestAttainable(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 7, 8, 9, 20, 21} {
		for units := int64(-120); units <= 120; units++ {
			want := false
			for k := -n; k <= n; k++ {
				// |units/100 - k/n| <= 1/200, in whole numbers.
				d := units*2*int64(n) - int64(k)*200
				want = want || d <= int64(n) && d >= int64(-n)
			}
			if got := Attainable(Figure{Value: &model.Decimal{Units: units, Places: 2}}, n); got != want {
				t.Errorf("%d/100 of %d scores: %v, want %v", units, n, got, want)
			}
		}
	}
}

func TestCutOff(t *testing.T) {
	for _, test := range []struct {
		printed  string
		num, den int64
		want     bool
	}{
		{"0.85", 6, 7, true},
		{"0.86", 6, 7, false},
		{"-0.85", -6, 7, true},
		{"-0.86", -6, 7, false},
		{"0.37", 3, 8, false}, // a tie holds and needs no explanation
		{"0.84", 6, 7, false},
	} {
		if got := IsCutOff(decimal(t, test.printed), big.NewRat(test.num, test.den)); got != test.want {
			t.Errorf("%s of %d/%d: %v, want %v", test.printed, test.num, test.den, got, test.want)
		}
	}
}

func TestExactIsNeverMistakenForRounded(t *testing.T) {
	for _, test := range []struct {
		num, den int64
		want     string
	}{
		{3, 8, "+0.375"}, {-3, 8, "-0.375"}, {15, 21, "+0.714…"}, {-1, 7, "-0.142…"},
		{0, 5, "0"}, {1, 1, "+1"}, {-1, 3000, "-0.000…"}, {4, 8, "+0.5"},
	} {
		if got := Exact(big.NewRat(test.num, test.den)); got != test.want {
			t.Errorf("%d/%d: %s, want %s", test.num, test.den, got, test.want)
		}
	}
}

// Machine integers must answer as the interval does, up to their bounds and
// beyond.
func TestHoldsMachine(t *testing.T) {
	near := 0
	for _, places := range []int{0, 1, 2, 6, 7} {
		scale := int64(math.Pow10(places))
		for _, den := range []int64{1, 2, 3, 7, 8, 20, 1<<20 - 1, 1 << 20} {
			for _, num := range []int64{0, 1, -1, 5, -7, 13, 1<<20 - 1, -(1<<20 - 1), 1 << 20} {
				exact := big.NewRat(num, den)
				for off := int64(-2); off <= 2; off++ {
					d := model.Decimal{Units: num*scale/den + off, Places: places}
					want := IntervalOf(d).Contains(exact)
					if got := Holds(d, exact); got != want {
						t.Errorf("%s of %s: %v", d, exact, got)
					}
					if want {
						near++
					}
					percent := Percent(exact)
					d.Units = 50*(num+den)*scale/den + off
					if got, want := PercentHolds(d, exact, nil), IntervalOf(d).Contains(percent); got != want {
						t.Errorf("%s of %s per cent: %v", d, percent, got)
					}
				}
			}
		}
	}
	if near < 300 {
		t.Errorf("only %d figures hold", near)
	}
}
