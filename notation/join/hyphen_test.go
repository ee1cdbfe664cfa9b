package join

import (
	"fmt"
	"strings"
	"testing"
)

func TestJoinLines(t *testing.T) {
	// whole and broken are what the rest of a document prints.
	whole := []string{"the organizations met at the cross-border fair", "a long harbour and its multi-year plan for a work-", "shop of hares, a workshop of co-operation"}
	for _, c := range []struct{ lines, want, doubts string }{
		{"many organiza-|tions met", "many organizations met", ""},
		{"many Organiza-|tions met", "many Organizations met", ""},
		{"a cross-|border fair", "a cross-border fair", ""},
		{"a Franco-|Italian fair", "a Franco-Italian fair", ""},
		{"the COVID-|19 rules and 2020-|2022", "the COVID-19 rules and 2020-2022", ""},
		{"soft\u00ad|ened nets", "softened nets", ""},
		{"long- |and short-term", "long- and short-term", ""},
		{"the fair -|a success", "the fair - a success", ""},
		{"trailing   space |  and\u00a0more ", "trailing space and more", ""},
		{"at https://a.example/nets-|for-all now", "at https://a.example/nets-for-all now", ""},
		{"at https://a.example/nets_|(final)-1.html now", "at https://a.example/nets_(final)-1.html now", ""},
		{"at https://a.example/nets/|(accessed in May)", "at https://a.example/nets/ (accessed in May)", ""},
		{"at <https://a.example/nets|for all>. The|end", "at <https://a.example/netsfor all>. The end", ""},
		{"an e-|commerce", "an e-commerce", ""},
		{"a state-of-the-|art net", "a state-of-the-art net", "the-art"},
		{"Hares under-|took it", "Hares undertook it", ""},
		{"an under-|fair", "an under-fair", "under-fair"},
		{"re-|fair", "re-fair", "re-fair"},
		{"re-|ceive", "receive", ""},
		{"well-|known", "wellknown", ""},
		{"a zebra-|stripe", "a zebrastripe", ""},
		{"mend-|ment", "mendment", ""},
		{"cross-\ufdd0|border", "cross-\ufdd0 border", ""},
		{"", "", ""},
		{"one", "one", ""},
	} {
		got, doubts := Lines(testVocab, strings.Split(c.lines, "|"), NewWordEvidence(whole))
		if d := strings.Join(doubts, " "); got != c.want || d != c.doubts {
			t.Errorf("Lines(%q) = %q, doubts %q; want %q, %q", c.lines, got, d, c.want, c.doubts)
		}
	}
	// In an address a hyphen goes only where all evidence is against it.
	for address, want := range map[string]string{
		"https://a.example/the-organiza-|tions":   "https://a.example/the-organizations",
		"<https://a.example/organiza-|tions>":     "https://a.example/organizations",
		"https://a.example/cross-|border":         "https://a.example/cross-border",
		"https://a.example/a-work-|shop-of-hares": "https://a.example/a-work-shop-of-hares",
		"https://a.example/zebra-|stripe":         "https://a.example/zebra-stripe",
	} {
		lines := append([]string{"many organiza-", "tions met at work, in the shop"}, whole...)
		if _, got, _ := FindAddress(testVocab, strings.ReplaceAll(address, "|", LineBreak), NewWordEvidence(lines)); got != want {
			t.Errorf("FindAddress(%q) = %q; want %q", address, got, want)
		}
	}
	// A document whose typesetter breaks no words.
	plain := NewWordEvidence([]string{"a cross-", "border fair, cross-border nets"})
	if got, doubts := Lines(testVocab, []string{"a zebra-", "stripe"}, plain); got != "a zebra-stripe" || len(doubts) != 0 {
		t.Errorf("without broken words: %q, doubts %q", got, doubts)
	}
	if got, doubts := Lines(testVocab, []string{"a zebra-", "stripe"}, NewWordEvidence(nil)); got != "a zebra-stripe" || fmt.Sprint(doubts) != "[zebra-stripe]" {
		t.Errorf("without evidence: %q, doubts %q", got, doubts)
	}
}

func TestJoinLinesAtMarks(t *testing.T) {
	none := NewWordEvidence(nil)
	browser := NewWordEvidence([]string{"a self-made tide\u2010", "gauge of the har\u2010", "bour-side"})
	for _, c := range []struct {
		lines, want string
		words       *WordEvidence
	}{
		{"the day-|to-day run", "the day-to-day run", none},
		{"a two-|and-a-half", "a two-and-a-half", none},
		{"the U.S.-|led run", "the U.S.-led run", none},
		{"the (G7)-|led run", "the (G7)-led run", none},
		{"a “green”-|labelled jar", "a “green”-labelled jar", none},
		{"a 50%-|owned mill", "a 50%-owned mill", none},
		{"a non-|“green” jar", "a non-“green” jar", none},
		{"in 2024–|2025 it", "in 2024–2025 it", none},
		{"the Oslo–|Rome road", "the Oslo–Rome road", none},
		{"a word—|then more", "a word—then more", none},
		{"a word|—then more", "a word—then more", none},
		{"and/|or both", "and/or both", none},
		{"the G7|/G20 run", "the G7/G20 run", none},
		{"to name@|a.example now", "to name@a.example now", none},
		{"of COVID\u2010|19 on", "of COVID\u201019 on", browser},
		{"of the har\u2010|bour", "of the harbour", browser},
		{"a score of −|1 is given", "a score of −1 is given", none},
		{"in 2024−|2025 it", "in 2024−2025 it", none},
		// Near misses.
		{"long-|to medium-term", "long- to medium-term", none},
		{"wind-|and tide-driven", "wind- and tide-driven", none},
		{"a word –|then more", "a word – then more", none},
		{"a word —|then more", "a word — then more", none},
		{"a word -|then more", "a word - then more", none},
		{"a word|— then more", "a word — then more", none},
		{"either /|or both", "either / or both", none},
		{"ten − 3 −|1 is", "ten − 3 − 1 is", none},
		{"from 0.75 −|0.25 on", "from 0.75 − 0.25 on", none},
		{"the U.S.|led it", "the U.S. led it", none},
	} {
		if got, _ := Lines(testVocab, strings.Split(c.lines, "|"), c.words); got != c.want {
			t.Errorf("%q: %q, want %q", c.lines, got, c.want)
		}
	}
}
