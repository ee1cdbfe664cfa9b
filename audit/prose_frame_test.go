package audit

import "testing"

// Plain sentences behind one that says of what they speak, with figures that are not the
// tables', and the same where others of the paragraph are.
func TestProseBehindAFrame(t *testing.T) {
	rules := []string{"prose-figure", "ranking-order", "count-stated"}
	for text, want := range map[string]int{
		// Another report, another time, a part, somebody else's marks.
		"The picture at the interim stage was less kind. The average stood at +0.10, and Canada came first with +0.25.": 0,
		"What follows is the record of the meeting at Sudport. The average was +0.52 (76%).":                            0,
		"Let us look at the three members from Europe. The average is +0.10.":                                           0,
		"The shipowners counted in their own way. Canada scored +0.60, Japan +0.40 and Italy +0.20.":                    0,
		"Readers were asked, too. Canada is first with +0.60, and port fees are last with -0.40.":                       0,
		"Readers were asked, too. Four members scored 0 on port fees.":                                                  0,
		"Canada scored +0.60, France +0.30, Japan +0.20 and Italy -0.20.":                                               0,
		"The interim report gave other figures. Canada had +0.75 (88%), as now. Japan had +0.25 (63%).":                 0,
		"The picture at the interim stage was less kind. Canada had +0.75 (88%). Japan had +0.25 (63%).":                0,
		"Canada scored +0.75. Let us set beside it the full list of 21 commitments chosen by our readers.":              0,
		"Port fees have 0.00 and rural broadband -0.20. Two of five members have 0 on each of them.":                    0,
		// The same behind words that say nothing of the kind, or beside figures of the tables.
		"Compliance was mixed. The average stood at +0.10.":                                                  1,
		"Full marks were rare. Canada came first with +0.85.":                                                1,
		"Ministers met four times. Canada scored +0.75 (88%), and France and Japan scored +0.40 (70%).":      1,
		"Ministers met four times. France and Japan scored +0.40 (70%). Canada came first with +0.75 (88%).": 1,
		"Ministers met four times. Canada came first with +0.75 (88%). Four members scored 0 on port fees.":  1,
		"Canada had +0.75 (88%). France and Japan had +0.50 (75%). Germany and Italy had +0.25 (63%).":       1,
	} {
		if got, _, all := runRules(t, proseReport(t, text), rules...); len(got) != want {
			t.Errorf("%s\n  %q, want %d\n  %v", text, got, want, all)
		}
	}
}
