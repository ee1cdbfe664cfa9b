package reckon

import (
	"testing"

	"recount.invalid/recount/model"
)

func TestOfOneMean(t *testing.T) {
	for _, c := range []struct {
		mean, percent string
		want          bool
	}{
		{"0.15", "15", true}, {"0.15", "18", false}, {"0.15", "58", true}, {"0.15", "57", true}, {"-0.22", "39", true}, {"-0.22", "-22", true},
		{"-0.22", "44", false}, {"0.13", "65", false}, {"0.13", "56", true}, {"1.00", "100", true}, {"0.5", "75", true}, {"0.00", "0", true}, {"0.00", "50", true},
	} {
		mean, err := model.ParseDecimal(c.mean)
		percent, err2 := model.ParseDecimal(c.percent)
		if err != nil || err2 != nil || OfOneMean(mean, percent) != c.want {
			t.Errorf("%s and %s: want %v", c.mean, c.percent, c.want)
		}
	}
}
