package action

import "testing"

func TestDayWithinTheMonthThatOpens(t *testing.T) {
	for text, want := range map[string]string{
		"In January the work was widened: an agreement reached in Thule on 19 January 2032 pays for ten nets.": "2032-01-19",
		"In January 2032 Atlantis mended its nets and opened a quay on 19 January 2032.":                       "2032-01-19",
		"In 2031, a new quay was opened in Thule on 3 July 2031.":                                              "2031-07-03",
		// Near misses: another month, two days, what is somebody else's or to come.
		"In January the work was widened: an agreement reached in Thule on 19 March 2032 pays.":      "2032-01",
		"In January 2032 nets were mended on 3 January 2032 in Thule and on 9 January 2032 in Hare.": "2032-01",
		"In January 2032 Atlantis welcomed the agreement of 19 January 2032.":                        "2032-01",
		"In January 2032 Atlantis said that all nets will be free on 30 January 2032.":               "2032-01",
		"In January 2032 the board asked for ten nets by 30 January 2032.":                           "2032-01",
		"In January 2032 Atlantis mended its nets. The board met on 19 January 2032.":                "2032-01",
		"In January 2032 the minister said that “on 19 January 2032 the nets were free”.":            "2032-01",
	} {
		got, near, ok := ActionDate(testVocab, text, datePeriod)
		if !ok || got.EDTF != want {
			t.Errorf("%s\n\tgot %q (%v, %v), want %s", text, got.EDTF, ok, near, want)
		}
	}
}
