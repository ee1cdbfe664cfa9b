package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/front"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/vocabulary"
)

// The forums are the vocabulary's: a user's are known to the patterns too,
// under every name, and nothing is known that only looks like one.
func TestPatternsUseTheForumsOfTheVocabulary(t *testing.T) {
	v, err := vocabulary.Default().With(strings.NewReader("forums: [{name: T5, also: [Tide Five], members: [{code: CAN}]}]"))
	if err != nil {
		t.Fatal(err)
	}
	p, builtin := &rule.Pass{Vocabulary: v}, &rule.Pass{Vocabulary: vocabulary.Default()}
	for text, want := range map[string]string{
		"the 2031 T5 Norport Summit":             "T5",
		"the Norport Tide Five Summit in 2031":   "T5",
		"the 2031 Group of Seven Norport Summit": "G7",
		"the 2031 BRIC Norport Summit":           "BRICS",
		"the 2031 T5X Norport Summit":            "",
	} {
		got := ""
		for _, m := range front.SummitMentions(p, text) {
			got += m.Forum
		}
		if got != want {
			t.Errorf("%q: forum %q, want %q", text, got, want)
		}
	}
	const text = "At the Norport Summit of 2031 the T5 met."
	if got := front.ForumNear(p, text, 7, 29); got != "T5" {
		t.Errorf("forum near: %q", got)
	}
	if got := front.ForumNear(builtin, text, 7, 29); got != "" {
		t.Errorf("the built-in vocabulary knows a user's forum: %q", got)
	}
	if !p.NamesForum("t5") || builtin.NamesForum("t5") || !builtin.NamesForum("g20") {
		t.Error("namesForum")
	}
}
