package script

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"One. Two! Three?":                                                   "One.|Two!|Three?",
		"The U.S. Treasury met Mr. Hare. It ate.":                            "The U.S. Treasury met Mr. Hare.|It ate.",
		"It cost 1.5 crates. 2010 came.":                                     "It cost 1.5 crates.|2010 came.",
		"He said “so.” Then he left.\ufdd0 Later she came.":                  "He said “so.”|Then he left.\ufdd0|Later she came.",
		"See www.hare.example. and more":                                     "See www.hare.example. and more",
		"":                                                                   "",
		"  lead and tail  ":                                                  "lead and tail  ",
		"No full stop":                                                       "No full stop",
		"On Sept. 5 it rained, e.g. In Rome. And then":                       "On Sept. 5 it rained, e.g. In Rome.|And then",
		"He asked Pr. Hare and Mgr. Wolf. The GDP. Fell.":                    "He asked Pr. Hare and Mgr. Wolf.|The GDP.|Fell.",
		"Admiral (ret.) Hare sailed. It sank.":                               "Admiral (ret.) Hare sailed.|It sank.",
		"It sank (they say.) The rest swam.":                                 "It sank (they say.) The rest swam.",
		"It sank. (They swam.) Then it rained.":                              "It sank.|(They swam.)|Then it rained.",
		"The Secretary for Nets, Arq. Olga Hare, said so. It ate.":           "The Secretary for Nets, Arq. Olga Hare, said so.|It ate.",
		"Dra. Olga Hare and the Engª. Lind met. It ate.":                     "Dra. Olga Hare and the Engª. Lind met.|It ate.",
		"The Head of Boats and Nets, Kapo. Olga Hare Lind, said so. It ate.": "The Head of Boats and Nets, Kapo. Olga Hare Lind, said so.|It ate.",
		"It met in Lima, Peru. Minister Olga Hare, who came, ate.":           "It met in Lima, Peru.|Minister Olga Hare, who came, ate.",
		"The Ministry of Nets, Rome. The Plan of Boats, 2031.":               "The Ministry of Nets, Rome.|The Plan of Boats, 2031.",
		"The Ministry of Nets, Rome. Olga said so, and ate.":                 "The Ministry of Nets, Rome.|Olga said so, and ate.",
		"Hares, etc. Next.":                                                  "Hares, etc. Next.",
	} {
		var got []string
		runes := []rune(text)
		for _, s := range Sentences(testVocab, text) {
			got = append(got, string(runes[s.Start:s.End]))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("Sentences(%q) = %q; want %q", text, g, want)
		}
	}
}
