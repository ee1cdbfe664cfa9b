package action

import "testing"

func TestDutySince(t *testing.T) {
	for text, want := range map[string]string{
		"New boats must carry lamp A from 13 February 2032 on. An order of that date has more.": "2032-02-13",
		"New boats must carry lamp A from 13 February 2032 onwards, even in port.":              "2032-02-13",
		"Boats must since 13 February 2032 carry lamps.":                                        "2032-02-13",
		"Every keeper shall, since 13 February 2032, have a lamp.":                              "2032-02-13",
		// A deadline, a plan, a wish, somebody's words, another date, no end of the clause.
		"New boats must carry lamp A from 13 February 2032.":                               "",
		"New boats must carry lamp A by 13 February 2032.":                                 "",
		"New boats will carry lamp A from 13 February 2032 on.":                            "",
		"New boats should carry lamp A from 13 February 2032 on.":                          "",
		"The minister said that boats must carry lamp A from 13 February 2032 on.":         "",
		"The board wants that boats must carry lamp A from 13 February 2032 on.":           "",
		"Boats that must carry lamps from 13 February 2032 on will be paid.":               "",
		"New boats must carry lamp A from 13 February 2032 on the lagoon.":                 "",
		"New boats must carry lamp A from 13 February 2033 on.":                            "",
		"Since boats must carry lamps from 13 February 2032 on, the board buys oil.":       "",
		"By the order of 3 February 2032 boats must carry lamps from 13 February 2032 on.": "2032-02-03",
	} {
		got, near, ok := ActionDate(testVocab, text, datePeriod)
		if got.EDTF != want || ok != (want != "") || len(near) > 0 {
			t.Errorf("%s\n\tgot %q, %v, want %q", text, got.EDTF, near, want)
		}
	}
}
