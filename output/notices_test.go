package output

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// Every form of an audit says what had to be repaired in the file, what of it is
// not sure, and that an earlier revision shows other scores.
func TestAuditTellsOfTheFile(t *testing.T) {
	const (
		repair   = "the length of stream 7 0 was <wrong>"
		revision = "an earlier revision of the file, its first 812 bytes, shows other scores or averages: commitment 1, heading of Japan: 0, now +1"
		damaged  = "page 4: its bytes are not what was written"
		reading  = "a row of the table was not understood"
	)
	a := NewAudit([]audit.Result{{
		Source:   audit.Source{File: "r.pdf", Repairs: []string{repair}},
		Rules:    []audit.Count{{Rule: "file-incomplete", Checked: 1, Failed: 1}},
		Findings: []audit.Finding{{Rule: "file-incomplete", Severity: audit.Warning, Message: "Page 4: its bytes are not what was written."}},
		Warnings: []model.Warning{
			{Kind: "revision", Text: revision},
			{Kind: "damaged", Text: damaged, At: model.At{{Page: 4}}},
			{Kind: "unseen", Text: "text that is not seen was left out", At: model.At{{Page: 2}, {Page: 3}}},
			{Kind: "assessment-row", Text: reading, At: model.At{{Page: 5}}},
		},
	}}, nil)
	write := func(f func(*bytes.Buffer) error) string {
		var b bytes.Buffer
		if err := f(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	text := write(func(b *bytes.Buffer) error { return AuditText(b, a) })
	page := write(func(b *bytes.Buffer) error { return AuditHTML(b, a, nil, nil) })
	folded := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{
		"Repaired: the length of stream 7 0 was <wrong>.", "An earlier revision of the file, its first 812 bytes, shows other scores",
		"Text that is not seen was left out (pages 2, 3).", "1 further warning on what stands in the report (--format json).",
	} {
		if !strings.Contains(folded, want) {
			t.Errorf("the text does not say %q:\n%s", want, text)
		}
		if want = strings.NewReplacer("<", "&lt;", ">", "&gt;", "+", "&#43;").Replace(want); !strings.Contains(page, "<li>"+want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if n := strings.Count(folded, "its bytes are not"); n != 1 {
		t.Errorf("what a finding tells is told %d times", n)
	}
	js := write(func(b *bytes.Buffer) error { return AuditJSON(b, a) })
	sarif := write(func(b *bytes.Buffer) error { return SARIF(b, a, "") })
	for name, got := range map[string]string{"JSON": js, "SARIF": sarif} {
		for _, want := range []string{repair, revision, damaged, reading, `"revision"`} {
			if !strings.Contains(strings.NewReplacer(`\u003c`, "<", `\u003e`, ">").Replace(got), want) {
				t.Errorf("%s has no %q", name, want)
			}
		}
	}
	schema, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	validate(t, schema, []byte(sarif))
}
