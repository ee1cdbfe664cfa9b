package action

import "testing"

func TestSoleDate(t *testing.T) {
	for text, want := range map[string]string{
		"Sixty mills were re-equipped by 16 December 2031 under a programme.":                    "2031-12-16",
		"Seventy firms had their nets paid for by May 27, 2032, at no cost.":                     "2032-05-27",
		"Lind, the first of these, had by 20 February 2032 no iron left.":                        "2032-02-20",
		"All three had reached N’Kash by May 4, 2032, the last of them by rail.":                 "2032-05-04",
		"Bursaries had been given to 97 pilots by December 2031.":                                "2031-12",
		"Twenty centres were in operation by 1 March 2032.":                                      "2032-03-01",
		"Article 22 of the Harbour Law of 17 August 2031 forbids wet nets.":                      "2031-08-17",
		"The agreement of 23 August 2031 gives Thule ten nets.":                                  "2031-08-23",
		"Owners have had to report them every year since a law of 4 August 2031.":                "2031-08-04",
		"A sum was spent on nets, which the board’s 210 boats mended by 27 February 2032.":       "2032-02-27",
		"Seed worth half of that amount was in store by February 2032 in spite of the troubles.": "2032-02",
		"Officers exchanged the nets of 330 pilots in Hare and Thule by May 1, 2032.":            "2032-05-01",
		"All 1,480 results could be read on a public map by 22 March 2032.":                      "2032-03-22",
		"The Secretary Kaporal. Olga Hare told the News on 4 February 2032 that nets are free.":  "2032-02-04",
		// The first sentence has no date, and the second goes on about it.
		"Pilots who report a leak may keep their boats. The decree, no. 1,960, was signed on 27 November 2031.": "2031-11-27",
		"Ten nets of the plan are meant for Thule. The call for tenders of 30 March 2032 concerns 37 lagoons.":  "2032-03-30",
		"Pilots may keep their boats. The decree was signed in November 2031.":                                  "",
		"Pilots may keep their boats. Thule signed on 27 November 2031.":                                        "",
		"Pilots may keep their boats. The decree will be signed on 27 November 2031.":                           "",
		"Pilots may keep their boats. The decree had been signed on 27 November 2031.":                          "",
		"Pilots may keep their boats. The decree is read. It was signed on 27 November 2031.":                   "",
		"Pilots may keep their boats. The decree was signed on 27 November 2031, not on 3 May 2032.":            "",
		"Pilots may keep their boats. The decree was signed on 27 November 2019.":                               "",
		// Near misses.
		"The Secretary spoke. Olga Hare told the News on 4 February 2032 that nets are free.": "",
		"Officers promised to mend the nets of 330 pilots by May 1, 2032.":                    "",
		"The board ordered the nets of Hare exchanged by May 1, 2032.":                        "",
		"Officers who exchanged nets by May 1, 2032 will be paid.":                            "",
		"The plan required the nets of Hare by May 1, 2032.":                                  "",
		"A sum was spent on nets, which are to be mended by 27 February 2032.":                "",
		"A sum was spent on nets, which the board wanted mended by 27 February 2032.":         "",
		"A sum was spent on nets, which the board promised by 27 February 2032.":              "",
		"A sum was spent on nets, which mended by 27 February 2032 will do.":                  "",
		"The board asked for ten nets mended by 27 February 2032.":                            "",
		"The agreement of 23 August 2019 gives Thule ten nets.":                               "",
		"The board wants all nets mended by 31 December 2031.":                                "",
		"The nets are to be mended by 31 December 2031.":                                      "",
		"Atlantis was asked to mend its nets by 31 December 2031.":                            "",
		"Atlantis had promised ten nets by 9 March 2032.":                                     "",
		"Atlantis had agreed to mend its nets by 9 March 2032.":                               "",
		"Atlantis had a plan of ten nets by 9 March 2032.":                                    "",
		"Bids were invited by 9 March 2032.":                                                  "",
		"After frost had destroyed ten nets by 9 March 2032, the board met.":                  "",
		"The boats had by 9 March 2032 to be mended.":                                         "",
		"The law on nets, first expected for December 2031, is not there.":                    "",
		"In line with the decree of 5 July 2031, Atlantis mends its nets.":                    "",
		"Atlantis welcomed the agreement of 5 July 2031.":                                     "",
		"The fair of 5 July 2031 will go on until 9 July 2031.":                               "",
		"Nets were mended by 5 July 2031, and hares were fed by 9 July 2031.":                 "",
		"Atlantis mends its nets.":                                                            "",
	} {
		got, ok := SoleDate(testVocab, text, datePeriod)
		if got.EDTF != want || ok != (want != "") {
			t.Errorf("%s\n\tgot %q, want %q", text, got.EDTF, want)
		}
	}
}
