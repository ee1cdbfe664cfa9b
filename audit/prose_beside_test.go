package audit

import "testing"

// Of the members beside a figure not each is its subject: those in brackets behind
// the figure before, in a clause that ended, counted with others, or placed from an end.
func TestProseBesideAFigure(t *testing.T) {
	rules := []string{"prose-figure", "ranking-order", "count-stated"}
	for _, tc := range []struct {
		text string
		want []string
	}{
		// True of the report of proseReport, or said of nobody in it for certain.
		{"The best average score is 0.75 (Canada) and the second best 0.50 (France and Japan).", nil},
		{"The best average score is +0.80 (vaccine storage, reef mapping) and the worst −0.20 (rural broadband).", nil},
		{"The four countries and Canada together averaged +0.35 (68%).", nil},
		{"Canada and the other members averaged +0.35 (68%).", nil},
		{"Canada, together with others, averaged +0.35 (68%).", nil},
		{"Vaccine storage has an average of +0.80 (90%), where only Italy fell short, and then port fees 0.00 (50%).", nil},
		{"Port fees, where Japan failed, but not reef mapping (+0.80, 90%), had low compliance.", nil},
		{"Compliance was low in Italy, second from the bottom with Germany or last with it, at 0.00 (50%).", nil},
		{"France, second from the top in compliance, scored +0.50 (75%).", nil},
		{"Canada complied fully with all of the three commitments on which it was judged by more than one source.", nil},
		{"Canada complied with all three commitments that it had sponsored.", nil},
		{"Germany complied with none of the three commitments on which Germany had been asked.", nil},
		{"All of the two commitments on the sea were assessed.", nil},
		// False.
		{"The best average score is 0.50 (Canada) and the worst −0.10 (Germany).", []string{"prose-figure CAN +0.50", "prose-figure DEU -0.10"}},
		{"Average scores range: +0.30 (rural broadband), then 0.00 (port fees).", []string{"prose-figure 4 +0.30"}},
		{"Canada did well in trade, and scored +0.50 (75%) overall in compliance.", nil},
		{"Japan, second from the bottom in compliance, has a score of +0.50 (75%).", nil},
		{"Canada was next to last in compliance.", []string{"ranking-order CAN place 2 from the lowest"}},
		{"Italy failed to comply with any of the five commitments.", []string{"count-stated - five commitments"}},
	} {
		got, _, _ := runRules(t, proseReport(t, tc.text), rules...)
		if !same(got, tc.want) {
			t.Errorf("%s\n  %v, want %v", tc.text, got, tc.want)
		}
	}
}

// A place that is stated by its ordinal alone is counted with equals or without.
func TestProsePlaceByOrdinal(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"In compliance, France and Japan tied for second at +0.50 (75%).", nil},
		{"Germany and Italy, with a score of 0.00 (50%), were fourth.", nil},
		{"Germany and Italy were third with a score of 0.00 (50%).", nil},
		{"Germany ranks fifth with a score of 0.00 (50%), and last.", nil},
		{"Germany and Italy were jointly last with 0.00 in compliance.", nil},
		{"In trade, Canada was second with a score of +0.75 (88%).", nil},
		{"In the first group of members, Japan was fourth with a score of +0.50 (75%).", nil},
		{"Canada was second only to others in speed; its score is +0.75 (88%).", nil},
		{"Canada was the third to join; its compliance score is +0.75 (88%).", nil},
		{"Canada, with a score of +0.75 (88%), was third among the members on the coast.", nil},
		{"Canada, with a score of +0.75 (88%), was third, on trade.", nil},
		{"Canada, with a score of +0.75 (88%), was not third.", nil},
		{"Canada, with a score of +0.75 (88%), was third at the last summit.", nil},
		{"Canada, with a score of +0.75 (88%), was third to none.", nil},
		{"Canada, with a score of +0.75 (88%), was second, ahead of Japan.", []string{"ranking-order CAN place 2 from the highest"}},
		{"In compliance, France and Japan tied for third at +0.50 (75%).", []string{"ranking-order FRA place 3 from the highest"}},
		{"Germany and Italy, with a score of 0.00 (50%), were fifth.", []string{"ranking-order DEU place 5 from the highest"}},
		{"Germany and Italy were jointly last with +0.25 in compliance.", []string{"prose-figure - +0.25"}},
	} {
		got, _, _ := runRules(t, proseReport(t, tc.text), "prose-figure", "ranking-order", "count-stated")
		if !same(got, tc.want) {
			t.Errorf("%s\n  %v, want %v", tc.text, got, tc.want)
		}
	}
}
