package prose

import (
	"slices"
	"strings"
	"testing"
)

// Claims of plain words, and of those to which one more word gives another meaning.
func TestNotUnderstood(t *testing.T) {
	codes := map[string]string{"Canada": "CAN", "Japan": "JPN"}
	r := Reader{MemberCount: 5, Members: func(text string) []Mention {
		var out []Mention
		for name, code := range codes {
			for at := 0; ; {
				i := strings.Index(text[at:], name)
				if i < 0 {
					break
				}
				out = append(out, Mention{Span{at + i, at + i + len(name)}, code})
				at += i + len(name)
			}
		}
		slices.SortFunc(out, func(a, b Mention) int { return a.Start - b.Start })
		return out
	}}
	for text, want := range map[string]string{
		"Canada scored +0.50.":                                                   "",
		"Canada, which chaired the group in May, scored +0.50.":                  "",
		"Canada failed on trade once, and averaged +0.50.":                       "",
		"On average Canada had a score of +0.50 and Japan one of +0.25.":         "",
		"Canada scored a weighted +0.50.":                                        "weighted",
		"Canada scored +0.50 abroad.":                                            "abroad",
		"In the pilot phase, Canada scored +0.50 and Japan +0.25.":               "pilot",
		"Canada scored +0.50 in seventeen cases.":                                "seventeen",
		"Canada with one score of −1 and two scores of +1 has a score of +0.25.": "",
	} {
		claims := r.Read(text).Claims
		if len(claims) == 0 {
			t.Errorf("%s: no claim", text)
			continue
		}
		if got := r.NotUnderstood(&claims[len(claims)-1]); got != want {
			t.Errorf("%s: %q, want %q (%+v)", text, got, want, claims[len(claims)-1].Doubt)
		}
	}
	if got := r.NotUnderstood(&Claim{}); got != "" {
		t.Errorf("no words: %q", got)
	}
}
