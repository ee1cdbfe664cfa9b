package vocabulary

import "testing"

// Narrow heads cut members' names; what may be two members, or nobody, is none.
func TestShortenedNames(t *testing.T) {
	v := Default()
	for s, want := range map[string]string{
		"Can.": "CAN", "Fra.": "FRA", "Ger.": "DEU", "Jap.": "JPN", "Indon.": "IDN", "Austral.": "AUS",
		"S. Africa": "ZAF", "S. Korea": "KOR", "S. Arabia": "SAU", "U. Kingdom": "GBR", "Eur. Union": "EU", "U.S.": "USA",
		"Ind.": "IND", // its code
		"A.":   "", "It.": "", "No. 5": "", "Sept.": "", "Fig.": "", "Vol.": "", "N. Korea": "", "S. Sudan": "", "U. S. Senate": "", "S.": "",
		"In. addition": "", "S. K.": "",
	} {
		got, ok := v.Member(s)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", s, got, ok, want)
		}
	}
}
