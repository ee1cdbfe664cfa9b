package audit

import "testing"

// Sentences about everything, and about commitments by their place, in forms
// that reports have; near misses beside them.
func TestProseOfEverythingAndByPlace(t *testing.T) {
	for _, tc := range []struct {
		name, text         string
		want               []string
		checked, undecided int
	}{
		{name: "the whole period is named",
			text: "From 4 May 2031 to 1 March 2032, the five members complied with the four commitments at an average of +0.54 (77%).",
			want: []string{"prose-figure - +0.54 (77%)"}, checked: 1},
		{name: "the same, right",
			text:    "Between 4 May 2031 and 1 March 2032, average compliance of the members was +0.35 (68%).",
			checked: 1},
		{name: "behind the words",
			text: "Average compliance of the members from May 4, 2031, to March 1, 2032, was +0.45 (73%).",
			want: []string{"prose-figure - +0.45 (73%)"}, checked: 1},
		{name: "a part of the period",
			text:      "From 4 May 2031 to 1 December 2031, the five members complied with the four commitments at an average of +0.54 (77%).",
			undecided: 1},
		{name: "a part of the commitments, by their number",
			text:      "From 4 May 2031 to 1 March 2032, the five members complied with the three commitments at an average of +0.54 (77%).",
			undecided: 1},
		{name: "compliance over all, and its percentage in words",
			text: "Compliance over the four commitments and five members comes to +0.45, which is 73% on the scale from nothing to everything.",
			want: []string{"prose-figure - +0.45, which is 73%"}, checked: 1},
		{name: "compliance over two commitments",
			text:      "Compliance over the two commitments and five members comes to +0.45, which is 73%.",
			undecided: 1},
		{name: "the overall average first, what is said of the commitments behind it",
			text: "With an overall average of +0.45 (73%), the Norport commitments were kept better than it was to be expected of a year without reefs.",
			want: []string{"prose-figure - +0.45 (73%)"}, checked: 1},
		{name: "the same, right",
			text:    "With an overall average of +0.35 (68%), the four commitments were kept better than it was to be expected.",
			checked: 1},
		{name: "an average first, of some commitments",
			text:      "With an overall average of +0.45 (73%), the three commitments were kept better than it was to be expected.",
			undecided: 1},
		{name: "an average first, of the commitments of others",
			text:      "With an overall average of +0.45 (73%), the Oldport commitments were kept better than it was to be expected.",
			undecided: 1},
		{name: "a relative clause limits nothing",
			text: "Japan, which was found to have done nothing on port fees but much for reef mapping, has an average of +0.25 (63%) in compliance.",
			want: []string{"prose-figure JPN +0.25 (63%)"}, checked: 1},
		{name: "the same, right",
			text:    "Japan, which was found to have done nothing on port fees but much for reef mapping, has an average of +0.50 (75%) in compliance.",
			checked: 1},
		{name: "no relative clause",
			text:      "Japan, on port fees and reef mapping, has an average of +0.25 (63%) in compliance.",
			undecided: 1},
		{name: "the members and the union",
			text: "On the four commitments examined, the G7 members and the European Union reached an average of +0.45.",
			want: []string{"prose-figure - +0.45"}, checked: 1},
		{name: "some members and the union",
			text:      "The European G7 members and the European Union averaged a score of +0.45.",
			undecided: 1},
		{name: "the members and one of them",
			text:      "The G7 members and Germany averaged a score of +0.45.",
			undecided: 1},
		{name: "by place",
			text: "The first commitment, on vaccine storage, stands at a compliance of +0.80; the second, on port fees, at +0.10.",
			want: []string{"prose-figure 2 +0.10"}, checked: 2},
		{name: "by place alone",
			text: "The third commitment scored +0.70 (85%) and the fourth scored −0.20 (40%) in compliance.",
			want: []string{"prose-figure 3 +0.70 (85%)"}, checked: 2},
		{name: "a place that is not its subject's",
			text:      "The first commitment, on reef mapping, scored +0.10 (55%) in compliance.",
			undecided: 1},
		{name: "a place that is no commitment's",
			text:      "The seventh commitment scored +0.10 (55%) in compliance.",
			undecided: 1},
		{name: "the first to be met",
			text:      "The first commitment to be met scored +0.10 (55%) in compliance.",
			undecided: 1},
		{name: "the first of many years",
			text:      "The first commitment of the forum to reach such an average had +0.10 (55%) in compliance.",
			undecided: 1},
	} {
		found, counts, _ := runRules(t, proseReport(t, tc.text), "prose-figure")
		c := counts["prose-figure"]
		if !same(found, tc.want) || c.Checked != tc.checked || c.Undecided != tc.undecided {
			t.Errorf("%s: found %v, want %v; checked %d (%d), undecided %d (%d)", tc.name, found, tc.want, c.Checked, tc.checked, c.Undecided, tc.undecided)
		}
	}
}

// True sentences in the same forms accuse nobody.
func TestProseByPlaceAccusesNoInnocent(t *testing.T) {
	for _, s := range []string{
		"In compliance, the first commitment scored +0.80, the second 0.00, the third +0.80 and the fourth −0.20.",
		"Compliance of the first two commitments averaged +0.40 (70%).",
		"The second commitment on oceans, a promise of 2029, had an average of +0.15 (58%).",
		"Among the members, the first was Canada with a score of +0.75, the second France with +0.50.",
		"The first commitment was weakest at the last summit, with a score of −0.40 (30%).",
		"The first commitment asked for 0.70 percent of income; the second, compliance with a limit of 0.30.",
		"The first commitment, on vaccine storage, was met in 80% of cases; the second, in 20% of cases, by score.",
		"The first commitment of Canada, on health, has a score of +0.90 (95%).",
		"Canada scored +1.00 on the first commitment and 0.00 on the fourth.",
		"On the second commitment, the average of the European members was 0.00 (50%), on the fourth −0.67 (17%).",
		"From 4 May 2031 to 1 March 2032, average compliance of the European members was +0.17 (58%).",
		"From 4 May 2030 to 1 March 2031, average compliance of the members was +0.17 (58%).",
		"By 1 December 2031, average compliance of the members had been +0.17 (58%).",
		"Compliance over the two commitments on port fees and rural broadband comes to −0.10, which is 45%.",
		"Compliance by the three members in Europe comes to +0.17, which is 58% on this scale.",
	} {
		found, _, _ := runRules(t, proseReport(t, s), "prose-figure", "ranking-order", "count-stated")
		if len(found) > 0 {
			t.Errorf("%q: %v", s, found)
		}
	}
}
