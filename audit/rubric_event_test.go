package audit

import (
	"strings"
	"testing"
)

// Dates against an event that has none.
func TestDatesAgainstAnEvent(t *testing.T) {
	top := "The country has acceded by 31 December 2014."
	for _, test := range []struct{ middle, lowest, gap string }{
		{"The country has acceded after 31 March 2015, but before the opening of the Norby Summit.", "The country has not acceded by the opening of the Norby Summit.", "after 31 December 2014 and before 31 March 2015; on 31 March 2015"},
		{"The country has acceded after 31 December 2014, but before the opening of the Norby Summit.", "The country has not acceded by the opening of the Norby Summit.", ""},
		{"The country has acceded after 31 December 2014 and before the Norby Summit.", "The country has not acceded before the Norby Summit.", ""},
		{"The country has acceded after 31 December 2014 but before the end of the compliance period.", "The country has not acceded by the end of the compliance period.", ""},
		{"The country has acceded after 31 December 2014, but before the Norby Summit.", "The country has acceded after the Norby Summit or not at all.", ""},
		// Near misses: two events, and an event of which it is not told when it is.
		{"The country has acceded after 31 March 2015, but before the Norby Summit.", "The country has not acceded by the Elby Summit.", ""},
		{"The country has acceded by the Norby Summit.", "The country has not acceded by the Norby Summit.", ""},
	} {
		got := gapsOf(t, [3]string{top, test.middle, test.lowest}, "", "")
		if (got == "") != (test.gap == "") || !strings.Contains(got, test.gap) || strings.Contains(got, "overlap") {
			t.Errorf("%s: %q", test.middle, got)
		}
	}
}

// Where less is more, nothing at all is in the highest level.
func TestScalesOnWhichLessIsMore(t *testing.T) {
	top, lowest := "The average cost of sending money is 5 per cent or less.", "The average cost of sending money is more than 8 per cent."
	for words, want := range map[string]string{
		"between 5 and 8 per cent, both figures included":    "rubric-overlap Two levels of the scoring table, +1 and 0, both cover exactly 5 per cent.",
		"more than 5 but not more than 8 per cent":           "",
		"above 5 and up to 8 per cent, both limits included": "",
		"less than 8 per cent but more than 5 per cent":      "covers exactly 8 per cent",
	} {
		got := gapsOf(t, [3]string{top, "The average cost of sending money is " + words + ".", lowest}, "", "")
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", words, got)
		}
	}
}

// Levels that compare with the year before.
func TestLevelsAgainstTheYearBefore(t *testing.T) {
	top := "The member's spending on pumps is higher than in the year before."
	for _, test := range []struct{ middle, lowest, want string }{
		{"The member's spending on pumps is the same as in the year before.", "The member's spending on pumps is lower than in the year before.", ""},
		{"The member's spending on pumps is equal to or higher than in the year before.", "The member's spending on pumps is lower than in the year before.", ""},
		{"The member's spending on pumps is equal to or lower than in the year before.", "The member's spending on pumps is lower than in the year before.", "both cover less than in the year before"},
		// Near miss: what is not compared in numbers.
		{"The member's spending on pumps is close to that of the year before.", "The member's spending on pumps is lower than in the year before.", ""},
	} {
		got := gapsOf(t, [3]string{top, test.middle, test.lowest}, "", "")
		if (got == "") != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s: %q", test.middle, got)
		}
	}
}

// One action or more is action in one part or more.
func TestOneActionAmongParts(t *testing.T) {
	top, lowest := "The member takes action in all three areas.", "The member takes no action in any of the three areas."
	for words, want := range map[string]string{
		"at least one action, but not action in all three areas": "",
		"at least two actions":                    "",
		"at least one action in exactly one area": "action in 2 dimensions",
		"at least one action in one or two areas": "",
	} {
		got := gapsOf(t, [3]string{top, "The member takes " + words + ".", lowest}, "", "")
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", words, got)
		}
	}
}
