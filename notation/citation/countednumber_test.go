package citation

import (
	"testing"

	"recount.invalid/recount/vocabulary"
)

// TestCountedNumber: a number that counts issues or pages is no day of the month behind it.
func TestCountedNumber(t *testing.T) {
	for note, want := range map[string]string{
		"Harbour Police Quarterly, vol. 4, no. 2, April 1999, p. 17.":                                                  "1999-04",
		"Net Watch, Notices, no. 8, October 1998.":                                                                     "1998-10",
		"“Nets and Ropes,” Net Watch no. 8 (October 1998).":                                                            "1998-10",
		"“Nets and Ropes,” Net Watch, nr 8, October 1998, pp. 12–14.":                                                  "1998-10",
		"“Nets and Ropes,” Net Watch, vol. 12, October 1998.":                                                          "1998-10",
		"“Nets and Ropes,” Net Watch 12:3, October 1998.":                                                              "1998-10",
		"“Nets and Ropes,” Net Watch № 8, October 1998.":                                                               "1998-10",
		"“Nets and Ropes,” Net Watch n° 8, octobre 1998.":                                                              "1998-10",
		"“Nets and Ropes,” Net Watch, issue 3, May 2004.":                                                              "2004-05",
		"“Nets and Ropes,” Net Watch, nos. 3 and 4, May 2004.":                                                         "2004-05",
		"“Nets and Ropes,” Net Watch, p. 17, May 2004.":                                                                "2004-05",
		"“Nets and Ropes,” Net Quarterly 4, April 1999.":                                                               "1999-04",
		"“Nets and Ropes,” Net Watch, No. 12, 3 May 2004.":                                                             "2004-05-03",
		"“Nets and Ropes,” Net Watch, no. 8, 12 October 1998.":                                                         "1998-10-12",
		"“Nets and Ropes,” Net Watch, 3 May 2004.":                                                                     "2004-05-03",
		"“Nets and Ropes,” Net Watch, Tuesday 4, May 2004. Accessed 5 June 2004. http://www.nets.example/a":            "2004-05-04",
		"“Nets and Ropes,” Net Watch, late edition 3 May 2004. Accessed 5 June 2004. http://www.nets.example/a":        "2004-05-03",
		"Resolution No. 806, Harbour Papers (Port Hare), 20 September 2013.":                                           "2013-09-20",
		"The list was consulted on the Agency’s site on three occasions, last on 9 May 2011.":                          "",
		"The Agency’s page was last visited on 9 May 2011 and gave no date.":                                           "",
		"The register was read in print in the library of the Agency, 9 May 2011.":                                     "",
		"Search of the pages of three ministries, May 27 to 29, 2002.":                                                 "",
		"Searches on www.nets.example and in three dailies on 6 and 7 May 2019.":                                       "",
		"Search for Lost Boats, The Daily Tide (Hare), 9 May 2011.":                                                    "2011-05-09",
		"Search of the Hare Quay, Harbour Office (Hare), 9 May 2011, http://www.nets.example/a, accessed 3 June 2011.": "2011-05-09",
		"Nets Last Seen at Hare, The Daily Tide, 9 May 2011.":                                                          "2011-05-09",
	} {
		if got, _, _ := ParseCitation(vocabulary.Default(), note, nil); got.Published != want {
			t.Errorf("ParseCitation(%q) published %q; want %q", note, got.Published, want)
		}
	}
}
