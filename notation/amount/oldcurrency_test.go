package amount

import (
	"strings"
	"testing"
)

func TestAmountsBeforeTheEuroAndInGroups(t *testing.T) {
	for _, c := range []struct{ member, text, want string }{
		{"DEU", "DM 7.5 million, DM 900,000 and 3 billion deutschmarks", "DEM 7500000; DEM 900000; DEM 3000000000"},
		{"DEU", "nets for 2 million marks", "DEM 2000000"},
		{"DEU", "nets with 12 marks and 2 million marked nets", ""},
		{"JPN", "nets with 2 million marks", ""},
		{"FRA", "FF 18 million and 64 million francs", "FRF 18000000; FRF 64000000"},
		{"CAN", "64 million francs, 3 million French francs, 5 million Swiss francs", " 64000000; FRF 3000000; CHF 5000000"},
		{"ITA", "Lit 6 billion, Lit. 940 million and Lit 1,500,000", "ITL 6000000000; ITL 940000000; ITL 1500000"},
		{"ITA", "9.4 billion lire, three billion lire, 2 million lira", "ITL 9400000000; ITL 3000000000; ITL 2000000"},
		{"TUR", "2 million lira and 3 million Turkish lira", "TRY 2000000; TRY 3000000"},
		{"EU", "ECU 2 million and 30 million ecus", "XEU 2000000; XEU 30000000"},
		{"KOR", "36 billion won", "KRW 36000000000"},
		{"KOR", "36 won medals, 36 million wonder", ""},
		{"GBR", "36 million won", ""},
		{"IDN", "96 billion rupiah, Rp 5 million", "IDR 96000000000; IDR 5000000"},
		{"DEU", "at a cost of 350 000 €, 1 250 000 euros and 12 000 DM", "EUR 350000; EUR 1250000; DEM 12000"},
		{"DEU", "in 2012 350 000 €", "EUR 350000"},
		// The end of a number that nothing lets read is no amount.
		{"DEU", "1234 000 €", ""},
		{"DEU", "nets for 350 000 boats", ""},
		{"DEU", "€0 and €0.50", "EUR 0; EUR 0.50"},
	} {
		var got []string
		for _, a := range FindAmounts(testVocab, c.text, c.member) {
			got = append(got, a.Currency+" "+a.Value)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s %q: %q, want %q", c.member, c.text, strings.Join(got, "; "), c.want)
		}
	}
}
