package amount

import (
	"strings"
	"testing"
)

func TestFindAmounts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It paid CAD520 million for nets.", "CAD 520000000 [CAD520 million]"},
		{"£37 million and £ 38 million", "GBP 37000000 [£37 million]; GBP 38000000 [£ 38 million]"},
		{"USD 1.43 billion; US$5bn; U.S.$2.5m", "USD 1430000000 [USD 1.43 billion]; USD 5000000000 [US$5bn]; USD 2500000 [U.S.$2.5m]"},
		{"€19 million, EUR 2.5 bn, €400,000", "EUR 19000000 [€19 million]; EUR 2500000000 [EUR 2.5 bn]; EUR 400000 [€400,000]"},
		{"$19 million", " 19000000 [$19 million]"},
		{"Cdn$2.75 million, us$5bn and Nz$ 3 million", "CAD 2750000 [Cdn$2.75 million]; USD 5000000000 [us$5bn]; NZD 3000000 [Nz$ 3 million]"},
		{"a$5 fee, usd 5 million", " 5 [$5]"},
		{"It began with $850,000 in Canadian funds.", "CAD 850000 [$850,000 in Canadian funds]"},
		{"$1.1 million in U.S. dollars and $2 million (Can.)", "USD 1100000 [$1.1 million in U.S. dollars]; CAD 2000000 [$2 million (Can.)]"},
		{"$5 million in Australian currency, $6 million US dollars", "AUD 5000000 [$5 million in Australian currency]; USD 6000000 [$6 million US dollars]"},
		{"$5 million in Canadian ports, $6 million in US aid", " 5000000 [$5 million];  6000000 [$6 million]"},
		{"It has spent US$3.25 billion. It has spent US$3.25 billion.", "USD 3250000000 [US$3.25 billion]"},
		{"It has spent US$3.25 billion. It has lent US$3.25 billion.", "USD 3250000000 [US$3.25 billion]; USD 3250000000 [US$3.25 billion]"},
		{"$19 million USD and $3 million (CAD)", "USD 19000000 [$19 million USD]; CAD 3000000 [$3 million (CAD)]"},
		{"¥5 trillion, JPY 5 trillion, 5 trillion yen", " 5000000000000 [¥5 trillion]; JPY 5000000000000 [JPY 5 trillion]; JPY 5000000000000 [5 trillion yen]"},
		{"INR 500 crore and R$2 million", "INR 5000000000 [INR 500 crore]; BRL 2000000 [R$2 million]"},
		{"RMB 20 billion, KRW3 trillion, 40 billion yuan", "CNY 20000000000 [RMB 20 billion]; KRW 3000000000000 [KRW3 trillion]; CNY 40000000000 [40 billion yuan]"},
		{"300 million euros, 19 million Canadian dollars", "EUR 300000000 [300 million euros]; CAD 19000000 [19 million Canadian dollars]"},
		{"€1,234,567.89 or EUR 1 234 567 or €1.234.567", "EUR 1234567.89 [€1,234,567.89]; EUR 1234567 [EUR 1 234 567]; EUR 1234567 [€1.234.567]"},
		{"€1,5 million", "EUR 1500000 [€1,5 million]"},
		{"EUR 1,500 million", "EUR 1500000000 [EUR 1,500 million]"},
		{"€5–10 million", "EUR 5000000 [€5–10 million]; EUR 10000000 [€5–10 million]"},
		{"from €5 to €10 million", "EUR 5000000 [€5 to €10 million]; EUR 10000000 [€10 million]"},
		{"between €5 million and €10 million", "EUR 5000000 [€5 million]; EUR 10000000 [€10 million]"},
		{"5 to 10 million euros", "EUR 5000000 [5 to 10 million euros]; EUR 10000000 [5 to 10 million euros]"},
		{"a €5-million net, a 5-million-euro net", "EUR 5000000 [€5-million]; EUR 5000000 [5-million-euro]"},
		{"in 2010 EUR5 million", "EUR 5000000 [EUR5 million]"},
		{"CAD520million", "CAD 520000000 [CAD520million]"},
		{"CAD\u00a0520\u00a0million", "CAD 520000000 [CAD 520 million]"},
		{"5 million dollars", " 5000000 [5 million dollars]"},
		{"€0.5 million and €1.25", "EUR 500000 [€0.5 million]; EUR 1.25 [€1.25]"},
		{"$5 M, €0.5 m, $5 K, $5 T, EUR 5 M", " 5000000 [$5 M]; EUR 500000 [€0.5 m];  5000 [$5 K];  5000000000000 [$5 T]; EUR 5000000 [EUR 5 M]"},
		{"$5MM, 50 MUSD, 5 M EUR, US$5M and $5 bn", " 5000000 [$5MM]; USD 50000000 [50 MUSD]; EUR 5000000 [5 M EUR]; USD 5000000 [US$5M];  5000000000 [$5 bn]"},
		{"€2 Mia and €3 to Mia", "EUR 2000000000 [€2 Mia]; EUR 3 [€3]"},
		{"€2 Mrd, MEUR 5, k€ 30, 30 k€, 7 bn€", "EUR 2000000000 [€2 Mrd]; EUR 5000000 [MEUR 5]; EUR 30000 [k€ 30]; EUR 30000 [30 k€]; EUR 7000000000 [7 bn€]"},
		{"$5+ million, $5 hundred million, $.5 million", " 5000000 [$5+ million];  500000000 [$5 hundred million];  500000 [$.5 million]"},
		{"€5–10 M", "EUR 5000000 [€5–10 M]; EUR 10000000 [€5–10 M]"},
		{"$14.5 million (Canadian), $3 (American) and $4 (in cash)", "CAD 14500000 [$14.5 million (Canadian)]; USD 3 [$3 (American)];  4 [$4]"},
		{"nine million euros, Seventeen million euros and five-million-euro nets", "EUR 9000000 [nine million euros]; EUR 17000000 [Seventeen million euros]; EUR 5000000 [five-million-euro]"},
		{"two hundred and fifty million yuan; one hundred million euros; twenty-five billion yen", "CNY 250000000 [two hundred and fifty million yuan]; EUR 100000000 [one hundred million euros]; JPY 25000000000 [twenty-five billion yen]"},
		{"half a million rubles, a million euros, one and a half billion rand and six euros", "RUB 500000 [half a million rubles]; EUR 1000000 [a million euros]; ZAR 1500000000 [one and a half billion rand]; EUR 6 [six euros]"},
		{"Rp240 billion and Rp 5,000", "IDR 240000000000 [Rp240 billion]; IDR 5000 [Rp 5,000]"},
		// Said twice, in words and in figures.
		{"Two million dollars (USD2,000,000) for nets", "USD 2000000 [Two million dollars]"},
		{"nine million euros (€9,000,000) and €9 million", "EUR 9000000 [nine million euros]; EUR 9000000 [€9 million]"},
		{"$3 million ($3,000,000)", " 3000000 [$3 million]"},
		{"$3 million (CAD 3 million)", "CAD 3000000 [$3 million]"},
		{"€3 million (USD 3 million)", "EUR 3000000 [€3 million]; USD 3000000 [USD 3 million]"},
		{"€3 million (€4 million)", "EUR 3000000 [€3 million]; EUR 4000000 [€4 million]"},
		{"€3 million (of which €3 million new)", "EUR 3000000 [€3 million]; EUR 3000000 [€3 million]"},
		{"€3 million (€3 million a year)", "EUR 3000000 [€3 million]; EUR 3000000 [€3 million]"},
		// Local names.
		{"worth TL 73 million, TL73 million and 73 million TL.", "TRY 73000000 [TL 73 million]; TRY 73000000 [TL73 million]; TRY 73000000 [73 million TL]"},
		{"costs KES 1,300, KES1300, KSh 1,300, Ksh1.3 billion, Kshs. 400 or 1,300 Kenyan shillings", "KES 1300 [KES 1,300]; KES 1300 [KES1300]; KES 1300 [KSh 1,300]; KES 1300000000 [Ksh1.3 billion]; KES 400 [Kshs. 400]; KES 1300 [1,300 Kenyan shillings]"},
		{"₦5 billion, 5 million naira, GH₵ 20, 300 million Turkish Lira and five million Kenyan Shillings", "NGN 5000000000 [₦5 billion]; NGN 5000000 [5 million naira]; GHS 20 [GH₵ 20]; TRY 300000000 [300 million Turkish Lira]; KES 5000000 [five million Kenyan Shillings]"},
		{"6.5 billion CFA francs (XOF), 14 million convertible marks, 3 million francs (CHF) and 2 million francs (XOF 10)", "XOF 6500000000 [6.5 billion CFA francs (XOF)]; BAM 14000000 [14 million convertible marks]; CHF 3000000 [3 million francs (CHF)];  2000000 [2 million francs]; XOF 10 [XOF 10]"},
		{"500 million CFA francs, FCFA 20 billion, 40 shillings, RM5 million, NT$ 3 million", " 500000000 [500 million CFA francs];  20000000000 [FCFA 20 billion];  40 [40 shillings]; MYR 5000000 [RM5 million]; TWD 3000000 [NT$ 3 million]"},
		{"COP 21, SDG 5, RON 95, NIS 2, ALL 20 members, the CRC 44 and 3,000 KGS", ""},
		{"In 2010 Rand told of nets; TLC 4, ATL 5 and the 5 TLs", ""},
		// Near misses.
		{"two thousand five hundred euros, two euro area members, five pounds of cod, one Euro 2012", ""},
		{"a euro, half a euro, nine million people, ninety euros-a-day", "EUR 90 [ninety euros]"},
		{"It paid $5 to M. Hare, €5 A and $5 Mayors", " 5 [$5]; EUR 5 [€5];  5 [$5]"},
		{"5 M people, 50 MUSDA, 5 m of net, section 3.5 and A.5 million", ""},
		{"€5 t of sand, $5+ and $7", "EUR 5 [€5];  5 [$5];  7 [$7]"},
		{"12 million people in 2010, 45% of 300 boats", ""},
		{"5 million pounds of fish and Euro 2012, €5x", ""},
		{"the EU 5 and the CADET 520 million", ""},
		{"COVID-19 and MAC520 million", ""},
		{"version €1.2.3", ""},
		{"", ""},
	} {
		var got []string
		for _, a := range FindAmounts(testVocab, c.text, "") {
			got = append(got, a.Currency+" "+a.Value+" ["+a.Text+"]")
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("FindAmounts(%q) =\n %s\nwant\n %s", c.text, g, c.want)
		}
	}
}

// What a shared mark means in the section of the member whose own it is.
func TestAmountsInAMembersSection(t *testing.T) {
	for _, c := range []struct{ member, text, want string }{
		{"JPN", "¥4.8 billion and $3 million", "JPY 4800000000;  3000000"},
		{"CHN", "¥4.8 billion", "CNY 4800000000"},
		{"KOR", "¥4.8 billion", " 4800000000"},
		{"ZAF", "R18.5 million, R1,400 less, R61 million", "ZAR 18500000; ZAR 1400; ZAR 61000000"},
		{"ZAF", "the road R61, the bill R24, AR5 million", ""},
		{"BRA", "R18.5 million", ""},
		{"IND", "Rs 500 crore and 40 million rupees", "INR 5000000000; INR 40000000"},
		{"MEX", "40 million pesos, three million pesos", "MXN 40000000; MXN 3000000"},
		{"CAN", "$4 million", " 4000000"},
		{"USA", "$4 million and two million dollars", "USD 4000000; USD 2000000"},
		{"USA", "A$4 million", "AUD 4000000"},
	} {
		var got []string
		for _, a := range FindAmounts(testVocab, c.text, c.member) {
			got = append(got, a.Currency+" "+a.Value)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s: findAmounts(%q) = %s, want %s", c.member, c.text, g, c.want)
		}
	}
}
