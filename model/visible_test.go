package model

import "testing"

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"report.pdf":                 "report.pdf",
		"Réponse – Übersicht №2.pdf": "Réponse – Übersicht №2.pdf",
		"e\x1b[31m.pdf":              `e\x1b[31m.pdf`,
		"a\nb\x07\x00":               `a\x0ab\x07\x00`,
		"\u202efdp.exe":              `\u202efdp.exe`,
		"a\u2066b\u200e":             `a\u2066b\u200e`,
		"r\xe9sum\xe9.pdf":           `r\xe9sum\xe9.pdf`,
		"c\u009b31m":                 `c\u009b31m`,
		"tag\U000e0041":              `tag\U000e0041`,
		"می\u200cخواهم":              "می\u200cخواهم",
	} {
		if got := Visible(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
