package form

import "testing"

func TestGuardFormula(t *testing.T) {
	for text, want := range map[string]string{
		"=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0",
		"+HYPERLINK(1)":      "'+HYPERLINK(1)",
		"@SUM(A1)":           "'@SUM(A1)",
		"-2+3":               "'-2+3",
		"\t=1":               "'\t=1",
		"'=1":                "''=1",
		"- a dash":           "'- a dash",
		"-0.50":              "-0.50",
		"+0.75 (88%)":        "+0.75 (88%)",
		"-5 %":               "-5 %",
		"−0.50":              "−0.50",
		"Norland":            "Norland",
		"'quoted'":           "'quoted'",
		"a=b":                "a=b",
		"":                   "",
	} {
		if got := guardFormula(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
