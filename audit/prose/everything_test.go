package prose

import "testing"

// What is reviewed here is everything; a word more may limit it.
func TestOverallOfWhatIsReviewed(t *testing.T) {
	r := Reader{
		Members: func(string) []Mention { return nil }, Forum: "G7", Summit: "Lind", Stage: "final", MemberCount: 9,
		Catalogue: NewCatalogue([]Entry{
			{Number: 1, Label: "Health: Cold Stores"}, {Number: 2, Label: "Trade: Port Fees"}, {Number: 3, Label: "Finance: Small Loans"},
		}),
	}
	for text, overall := range map[string]bool{
		"Taken over all three commitments and all nine members, final compliance with the Lind commitments reviewed here stands at 0.48.": true,
		"Average compliance with the commitments covered here is 0.48.":                                                                   true,
		"Average compliance with the binding commitments reviewed here is 0.48.":                                                          false,
		"Taken over two commitments and all nine members, final compliance with the Lind commitments reviewed here stands at 0.48.":       false,
		"Average compliance with the commitments reviewed here and in Thule is 0.48.":                                                     false,
	} {
		claims := r.Read(text).Claims
		if len(claims) != 1 {
			t.Errorf("%q: %d claims", text, len(claims))
			continue
		}
		c := claims[0]
		if got := c.Doubt == "" && len(c.Subjects) == 1 && c.Subjects[0].Kind == Overall; got != overall {
			t.Errorf("%q: overall %v (%s), want %v", text, got, c.Doubt, overall)
		}
	}
}
