package vocabulary

import "testing"

func TestEdition(t *testing.T) {
	for text, want := range map[string]Edition{
		"Interim":                 {Stage: StageInterim},
		"Final Average Score":     {Stage: StageFinal},
		"Interim (December 2005)": {Stage: StageInterim, Year: 2005},
		"2006–07":                 {Year: 2006},
		"Average 2006":            {Year: 2006},
		"Last Year's Average":     {Order: EditionEarlier},
		"Second Assessment":       {Order: EditionSecond},
		"Interim Trade Deal":      {},
		"Final Declaration":       {},
		"Average":                 {},
		"Score":                   {},
		"20067":                   {},
		"":                        {},
	} {
		if got, ok := Default().Edition(text); got != want || ok != (want != Edition{}) {
			t.Errorf("%q: %+v %v", text, got, ok)
		}
	}
}

func TestAverageLabelOfWords(t *testing.T) {
	for text, want := range map[string]bool{
		"G8 Average": true, "Average compliance score (all members)": true, "Overall Final Compliance Score": true, "Members’ Average": true,
		"Final Compliance Score": false, "Average Depth": false, "All members": true, "Score": false, "Compliance by country": false,
	} {
		if got := Default().AverageLabel(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
