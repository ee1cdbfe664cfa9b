package audit

import "testing"

// Who is alone, how scores are made up and how far two stand apart, against the table of
// proseReport: found where it is wrong, and silent where it is right or may be.
func TestProseAlone(t *testing.T) {
	for text, want := range map[string]int{
		"The scores differ. Only Canada has an average above +0.50.":                                      0,
		"The scores differ. Only Canada and Japan have a positive average.":                               1,
		"The scores differ. Of the older members, only Canada and Japan have a positive average.":         0,
		"Canada and France lead the scores; Japan is the only other member above zero.":                   0,
		"Canada leads the scores; Japan is the only other member above zero.":                             1,
		"The scores differ. Japan is the only other member above zero.":                                   0,
		"Port fees averaged 0.00. There, Canada was alone in complying fully.":                            0,
		"Port fees averaged 0.00. There, Canada and Italy were alone in complying fully.":                 1,
		"The average of port fees is lowest but one; the member that failed it was Japan.":                0,
		"The average of port fees is lowest but one; the member that failed it was Italy.":                1,
		"Canada averages +0.75; it has three scores of +1 and one of 0.":                                  0,
		"Canada averages +0.75; it has two scores of +1 and two of 0.":                                    1,
		"Germany is last, at 0.00: one score of +1, two zeros and one −1.":                                0,
		"Germany is last, at 0.00: two scores of +1 and two of −1.":                                       1,
		"Vaccine storage and reef mapping averaged +0.80: in each, four members complied fully.":          0,
		"Vaccine storage and port fees differ in their average: in each, one member made no progress.":    1,
		"Full compliance on all but one commitment was achieved by Canada. The scores show it.":           0,
		"Full compliance on every commitment was achieved by Canada. The scores show it.":                 1,
		"Canada ranks first with an average of +0.75, 0.25 above France and Japan.":                       0,
		"Canada ranks first with an average of +0.75, 0.35 above France and Japan.":                       1,
		"Port fees have an average of 50%, 40 points below the leaders.":                                  0,
		"Port fees have an average of 50%, 30 points below the leaders.":                                  1,
		"Canada and France stand 12 percentage points apart, at 88% and 75% compliance.":                  0,
		"The average is +0.35. The gap between the top and the bottom of the table comes to a full 1.00.": 0, // of the commitments
		"The average is +0.35. The gap between the top and the bottom of the table comes to a full 1.25.": 1,
		"France and Japan share an average of +0.50, or 70%.":                                             1,
		"The scores differ. Canada has +0.75 (88%) and Japan 0 (50%).":                                    1,
	} {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order", "count-stated")
		if len(found) != want {
			t.Errorf("%s\n\tfound %q, want %d\n\t%v", text, found, want, all)
		}
	}
}
