package output

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
)

func TestRulesPageIsFresh(t *testing.T) {
	var want bytes.Buffer
	if err := RulesMarkdown(&want, audit.Rules()); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Error("docs/rules.md is stale: run go generate ./output")
	}
}

func TestEveryRuleIsDescribed(t *testing.T) {
	for _, r := range audit.Rules() {
		for name, text := range map[string]string{
			"Title": r.Title, "Checks": r.Checks, "Why": r.Why, "Example": r.Example,
			"Convention": r.Convention, "Since": r.Since,
		} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: no %s", r.ID, name)
			}
		}
		if r.Severity.Rank() == 0 {
			t.Errorf("%s: severity %q", r.ID, r.Severity)
		}
		if r.Run == nil {
			t.Errorf("%s: does nothing", r.ID)
		}
		if strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s: the title ends in a full stop", r.ID)
		}
	}
}
