package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// Sentences of which no grammar reads every word, against the table of proseReport: found by all
// else in them being right. Each stands beside the same sentence as it should be.
func TestWeighed(t *testing.T) {
	for _, c := range []struct{ wrong, right string }{
		{"All in all the twenty marks split into nine full, seven partial and three nil.", "All in all the twenty marks split into ten full, seven partial and three nil."},
		{"Of these scores 50% are +1, 35% are 0 and 25% are −1.", "Of these scores 50% are +1, 35% are 0 and 15% are −1."},
		{"Port fees came to 0.00, with France, Germany, Italy and Japan left in progress.", "Port fees came to 0.00, with France, Germany and Italy left in progress."},
		{"Canada comes out at +0.75, France at +0.50, Germany at 0.00 and Japan, of all members, at +0.25.", "Canada comes out at +0.75, France at +0.50, Germany at 0.00 and Japan, of all members, at +0.50."},
		{"Vaccine storage got as far as +0.80, reef mapping as far as +0.80, rural broadband as far as −0.40.", "Vaccine storage got as far as +0.80, reef mapping as far as +0.80, rural broadband as far as −0.20."},
		{"Rural broadband brings up the rear at −0.20: one member complied, two were in progress and three failed.", "Rural broadband brings up the rear at −0.20: one member complied, two were in progress and two failed."},
		{"With its +0.35 (68%) the Group has kept its word somewhat across the five commitments selected.", "With its +0.35 (68%) the Group has kept its word somewhat across the four commitments selected."},
	} {
		for text, want := range map[string]int{c.wrong: 1, c.right: 0} {
			found, _, all := runRules(t, proseReport(t, "Scores differ. "+text), "prose-figure", "ranking-order", "count-stated")
			if len(found) != want {
				t.Errorf("%s\n\tfound %q, want %d\n\t%v", text, found, want, all)
			}
			for _, f := range all {
				if strings.Contains(f.Message, "All else") && f.Severity != Warning {
					t.Errorf("%s\n\tis a %s", text, f.Severity)
				}
			}
		}
	}
}

// What says something else is accused of nothing, however much of it is right.
func TestWeighedInnocent(t *testing.T) {
	for _, text := range []string{
		"On reef mapping Canada, France, Italy and Japan complied, as Germany would have liked to.",
		"All but Germany went home with full marks on reef mapping; Canada, France, Italy and Japan did.",
		"Canada comes out at +0.75 and France at +0.50, a good deal above the +0.25 of the last summit.",
		"Canada and France averaged +0.63, Germany and Italy 0.00.",
		"At the interim stage nine full, seven partial and three nil scores had been given.",
		"Canada has three full scores and one partial; Japan, which failed once, has three of them too.",
		"Ten scores are full ones, seven were in progress (0) and three are failures (−1).",
		"Two of the four commitments end at +0.80, that is 90%, and one below zero.",
		"Canada stands at +0.75 and France at +0.50; the distance from first to last is 0.75.",
		"Port fees, the second commitment, came to 0.00 with one full score, three partial ones and one failure.",
		"France and Japan have +0.50 each, with two full scores in the one case and three in the other.",
		"The promise on port fees drew three visits by Canada, two by France and four by Japan before it came to 0.00.",
		"Vaccine storage and reef mapping share the lead: +0.80, ahead of port fees at 0.00 and rural broadband at −0.20.",
		"Vaccine storage (+0.80), port fees (0.00), reef mapping (+0.80) and broadband (−0.20) were assessed for five members.",
		"Canada, France and Japan averaged above zero, Germany and Italy at zero.",
		"Three stand at 0 there, and one, Japan, at −1, which makes +0.60 with what Canada and the others have.",
		"Port fees: one full score (Canada), three partial ones and one failure (Japan), average 0.00.",
		"Canada and France share the first two places on fees, at +1 and 0, while Japan is third from below at −1.",
		"Port members scored +0.35 overall, and port fees 0.00.",
		"Germany and Italy, at 0.00, are joint fourth, Canada, at +0.75, is first and France and Japan second.",
	} {
		found, _, all := runRules(t, proseReport(t, "Scores differ. "+text), "prose-figure", "ranking-order", "count-stated")
		if len(found) != 0 {
			t.Errorf("%s\n\tfound %q\n\t%v", text, found, all)
		}
	}
}

// What a chapter says of its own scores, whatever else it is about.
func TestWeighedInChapters(t *testing.T) {
	for text, want := range map[string]int{
		"Of the five members one complied, three were works in progress and one failed.":                           0,
		"Of the five members two complied, three were works in progress and one failed.":                           1,
		"One member complied, three were in progress and one failed, so that the average is 0.00 (50%).":           0,
		"One member complied, three were in progress and one failed, so that the average is 0.20 (60%).":           1,
		"One ship in five complied, three ports were in progress and 57% of the pilots are to be trained.":         0,
		"One member complied, three were in progress and one failed in the interim report.":                        0,
		"Two harbours complied with the code, three of them in part, and the fleet averaged 0.75 tons of fuel.":    0,
		"The average of 0.20 was reached by three of the older members before the summit; one failed to reach it.": 0,
	} {
		r := proseReport(t, "Scores differ.")
		r.Commitments = []model.Commitment{{Number: 2, ID: "2031-14", Background: []model.Text{{Text: text, At: model.At{{Page: 5}}}}}}
		found, _, all := runRules(t, r, "prose-figure", "ranking-order", "count-stated")
		if len(found) != want {
			t.Errorf("%s\n\tfound %q, want %d\n\t%v", text, found, want, all)
		}
		for _, f := range all {
			if f.Commitment != 2 {
				t.Errorf("%s: commitment %d", text, f.Commitment)
			}
		}
	}
}
