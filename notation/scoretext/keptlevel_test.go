package scoretext

import "testing"

func TestKeptLevel(t *testing.T) {
	for text, want := range map[string]string{
		"Canada has met its commitment to mend nets.":                 "full",
		"Canada has kept the promise it made at Hare.":                "full",
		"It has honoured this pledge.":                                "full",
		"Canada has met half of its commitment on nets.":              "partial",
		"As it fulfilled some of the commitment, Canada mended nets.": "",
		"Canada has not met its commitment to mend nets.":             "none",
		"Canada has failed to implement this commitment.":             "none",
		"Canada did not act on its promise.":                          "none",
		"Canada has yet to honour its pledge.":                        "none",
		"Canada has made progress but has not yet met its pledge.":    "",
		"Canada made progress, but has not met its pledge.":           "",
		"Canada has not yet met its pledge.":                          "",
		// Taken back, of something else, claimed, asked, of others.
		"Canada has met its commitment on nets, but not on lamps.":    "",
		"Canada has met its commitment in the first harbour.":         "",
		"Canada has not met its commitment in every harbour.":         "",
		"Canada has met the costs of its commitment.":                 "",
		"Canada has met the ministers who made the commitment.":       "",
		"Canada’s banks have met their commitment.":                   "",
		"The minister said that Canada has met its commitment.":       "",
		"Canada asked whether it has met its commitment.":             "",
		"Canada would have met its commitment.":                       "",
		"Canada and Japan have met their commitments.":                "",
		"Canada has implemented its commitment.":                      "",
		"Canada did not meet the ministers of Hare.":                  "",
		"Canada has met its neighbours to speak of their commitment.": "",
	} {
		if got := keptLevel(testVocab, text); got != want {
			t.Errorf("keptLevel(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestOnlyKept(t *testing.T) {
	for text, want := range map[string]bool{
		"Canada has not met its commitment on nets.":                      true,
		"Canada has met its commitment on nets.":                          true,
		"Canada has not complied with its commitment on nets.":            false,
		"Canada has not met its commitment. It has not complied with it.": false,
		"Canada mended its nets.":                                         false,
	} {
		if got := OnlyKept(testVocab, text); got != want {
			t.Errorf("OnlyKept(%q) = %v", text, got)
		}
	}
}
