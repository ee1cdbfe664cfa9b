package parse

import (
	"strings"
	"testing"
)

func TestSectionsSignedInBrackets(t *testing.T) {
	for name, c := range map[string]struct {
		sign func(member string) string
		want string // the analyst of the first section
	}{
		"a name":     {func(string) string { return " (Odile van Marsh)" }, "Odile van Marsh"},
		"two names":  {func(string) string { return " (Odile Marsh and T. Reed)" }, "Odile Marsh and T. Reed"},
		"most":       {func(m string) string { return map[bool]string{true: "", false: " (Odile Marsh)"}[m == "Japan"] }, "Odile Marsh"},
		"few":        {func(m string) string { return map[bool]string{true: " (Odile Marsh)", false: ""}[m == "Canada"] }, ""},
		"no names":   {func(string) string { return " (See Annex II.)" }, ""},
		"a member":   {func(string) string { return " (United Kingdom)" }, ""},
		"one word":   {func(string) string { return " (Lamps)" }, ""},
		"a numeral":  {func(string) string { return " (Annex II)" }, ""},
		"no bracket": {unsigned, ""},
		"a role":     {func(string) string { return " (Analyst: Odile Marsh)" }, "Odile Marsh"},
		"one role": {func(m string) string {
			return map[bool]string{true: " [Analyst: Odile Marsh]", false: ""}[m == "Canada"]
		}, "Odile Marsh"},
		"a role without brackets":  {func(string) string { return " Analyst: Odile T. Marsh" }, "Odile T. Marsh"},
		"a role within a sentence": {func(string) string { return " The lamps were (again) read by an analyst: Odile Marsh" }, ""},
		"no role":                  {func(string) string { return " (See: Odile Marsh)" }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			rep := runsOfMembers(true, romanHeads, c.sign).parse(t)
			if len(rep.Commitments) != 2 {
				t.Fatalf("%d chapters", len(rep.Commitments))
			}
			v := rep.Commitments[0].Verdicts[0]
			if v.Analyst != c.want {
				t.Errorf("analyst %q, want %q", v.Analyst, c.want)
			}
			if got := v.Actions[len(v.Actions)-1].Text; strings.Contains(got, "(") != (c.want == "" && c.sign("Canada") != "") {
				t.Errorf("the last paragraph is %q", got)
			}
		})
	}
}

// A line with a role may stand in brackets or behind a dash.
func TestRoleLineInBrackets(t *testing.T) {
	r := newReading(&newSheet().page().doc, Options{})
	for s, want := range map[string]string{
		"Analyst: Odile Marsh":              "Odile Marsh",
		"(Analyst: Odile Marsh)":            "Odile Marsh",
		"[Analysts: Odile Marsh, T. Reed].": "Odile Marsh, T. Reed",
		"— Analyst: Odile Marsh":            "Odile Marsh",
		"(Researched by Odile Marsh)":       "Odile Marsh",
		"Analysts: T. Reed (Canada)":        "T. Reed (Canada)",
		"(Lamps: Odile Marsh)":              "",
		"(Analyst: T. Reed) and (another)":  "",
	} {
		if _, _, got, _ := r.RoleLine(s); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
}

// A bracket within a sentence names nobody who wrote it.
func TestNameInASentenceIsNoSignature(t *testing.T) {
	r := newReading(&newSheet().page().doc, Options{})
	for s, want := range map[string]bool{
		"It is lit. (Odile Marsh)":                        true,
		"It says so: “It is lit.” (Odile Marsh)":          true,
		"(Odile Marsh)":                                   true,
		"It was lit by the keeper (Odile Marsh)":          false,
		"It was lit. (Odile Marsh lit it)":                false,
		"It was lit. (3 March)":                           false,
		"It was lit by the keeper (Odile Marsh) at dusk.": false,
	} {
		if _, _, ok := r.NameInBrackets(s); ok != want {
			t.Errorf("%q: %v", s, ok)
		}
	}
}
