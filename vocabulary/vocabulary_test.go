package vocabulary

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/internal/yamlfile"
)

func TestBuiltinIsFresh(t *testing.T) {
	want, err := ReadFiles(Files())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(want, builtinTables()) {
		t.Error("builtin.go is older than data/*.yaml: run go generate ./vocabulary")
	}
}

func TestMember(t *testing.T) {
	v := Default()
	for name, want := range map[string]string{
		"Canada": "CAN", "CANADA": "CAN", "canada*": "CAN", " the European  Union ": "EU", "EU": "EU", "eu": "EU",
		"European Union (EU)": "EU", "uk": "GBR", "U.K.": "GBR", "us": "USA", "U.S.": "USA", "u.s.a.": "USA",
		"United States of America": "USA", "Korea": "KOR", "Republic of Korea": "KOR", "Türkiye": "TUR",
		"TÜRKİYE": "TUR", "Turkey": "TUR", "Russian Federation": "RUS", "People’s Republic of China": "CHN",
		"DEU": "DEU", "African\u00a0Union": "AU", "México": "MEX", "south_africa": "ZAF", "SaudiArabia": "SAU", "united_kingdom": "GBR", "United Kingdom:": "GBR",
		"U K": "GBR", "E U:": "EU", "C a n a d a": "CAN", "I T A L Y": "ITA",
	} {
		if code, ok := v.Member(name); !ok || code != want {
			t.Errorf("Member(%q) = %q, %v; want %s", name, code, ok, want)
		}
	}
	for _, name := range []string{"", "North Korea", "Canadian", "Kanada", "United", "European", "Canada and France", "Canada (EU)", "the", "u k", "A B", "I"} {
		if code, ok := v.Member(name); ok {
			t.Errorf("Member(%q) = %q; want none", name, code)
		}
	}
}

func TestMembersIn(t *testing.T) {
	v := Default()
	for text, want := range map[string]string{
		"Australia, Canada, Korea and Italy followed":          "AUS@0-9 CAN@11-17 KOR@19-24 ITA@29-34",
		"the United States’ tax and the EU's rules":            "USA@4-17 EU@31-33",
		"it gave us a can of turkey":                           "",
		"North Korea tested; the Republic of Korea replied":    "KOR@24-41",
		"US-Canada talks in New Mexico with the U.S. envoy":    "USA@0-2 CAN@3-9 USA@39-43",
		"Canadian and Indonesian ministers, Southern Russians": "",
		"“é” France\u00a0and South\nAfrica":                    "FRA@4-10 ZAF@15-27",
		"USA, USB and EUR":                                     "USA@0-3",
	} {
		var got []string
		runes := []rune(text)
		for _, m := range v.MembersIn(text) {
			if string(runes[m.Start:m.End]) != m.Name {
				t.Errorf("MembersIn(%q): place %d-%d is not %q", text, m.Start, m.End, m.Name)
			}
			got = append(got, m.Code+"@"+itoa(m.Start)+"-"+itoa(m.End))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("MembersIn(%q) = %q; want %q", text, s, want)
		}
	}
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

func TestMemberPrefix(t *testing.T) {
	v := Default()
	for _, c := range []struct{ text, code, name, rest string }{
		{"The United Kingdom has acted", "GBR", "United Kingdom", "has acted"},
		{"South Africa: 0", "ZAF", "South Africa", ": 0"},
		{"European Union", "EU", "European Union", ""},
	} {
		code, name, rest, ok := v.MemberPrefix(c.text)
		if !ok || code != c.code || name != c.name || rest != c.rest {
			t.Errorf("MemberPrefix(%q) = %q %q %q %v", c.text, code, name, rest, ok)
		}
	}
	for _, text := range []string{"", "Japanese officials", "On Canada", "the turkey", "North Korea did"} {
		if code, _, rest, ok := v.MemberPrefix(text); ok || rest != text {
			t.Errorf("MemberPrefix(%q) = %q, rest %q", text, code, rest)
		}
	}
}

func TestForumMembers(t *testing.T) {
	v := Default()
	for _, c := range []struct {
		forum   string
		year, n int
		has     string
		hasNot  string
	}{
		{"G7", 1975, 6, "FRA", "CAN"}, {"G7", 1976, 7, "CAN", "EU"}, {"G7", 2020, 8, "EU", "RUS"},
		{"G8", 1998, 9, "RUS", "CHN"}, {"G8", 2014, 8, "USA", "RUS"},
		{"G20", 2022, 20, "EU", "AU"}, {"G20", 2023, 21, "AU", "ESP"},
		{"BRICS", 2010, 4, "CHN", "ZAF"}, {"BRICS", 2011, 5, "ZAF", "IRN"}, {"BRICS", 2024, 9, "ARE", "IDN"}, {"BRICS", 2025, 10, "IDN", "ARG"},
	} {
		got := " " + strings.Join(v.ForumMembers(c.forum, c.year), " ") + " "
		if n := len(strings.Fields(got)); n != c.n || !strings.Contains(got, " "+c.has+" ") || strings.Contains(got, " "+c.hasNot+" ") {
			t.Errorf("ForumMembers(%s, %d) = %s", c.forum, c.year, got)
		}
	}
	if got := v.ForumMembers("G9", 2000); got != nil {
		t.Errorf("an unknown forum has members: %v", got)
	}
}

func TestLabels(t *testing.T) {
	v := Default()
	type lookup func(string) (string, bool)
	for _, c := range []struct {
		name string
		f    lookup
		want map[string]string
		none []string
	}{
		{"Heading", v.Heading, map[string]string{
			"Assessment": "assessment", "ASSESSMENT:": "assessment", "Final Assessment": "assessment", "2. Background": "background",
			"Individual Country Compliance Breakdown": "breakdown", "Country Analysis": "breakdown",
			"Commitment Features": "features", "Definitions and Concepts": "definitions", "Scoring Guidelines": "scoring",
			"General Interpretive Guidelines": "guidelines", "Final Compliance by Member": "summary", "Interim Compliance Scores": "summary", "Contents": "contents", "G20 Research Team": "team", "The Commitment": "commitment",
		}, []string{"", "Background of the dispute over fish", "Final", "Assessments were made by the ministers.", "G7", "5"}},
		{"Column", v.Column, map[string]string{
			"No Compliance": "none", "Lack of Compliance −1": "none", "Work in Progress 0": "partial", "Full Compliance +1": "full",
			"Full Compliance (+1)": "full", "Final Compliance Score": "score", "Average": "average", "Country": "member", "Non-compliance": "none",
			"Non–Compliance –1": "none", "%": "percent",
		}, []string{"", "+1", "0", "Canada", "Full Moon +1", "Work in Progress 10"}},
		{"Role", v.Role, map[string]string{
			"Analyst:": "analyst", "Lead Analysts": "lead_analyst", "Analyst(s):": "analyst", "Compliance Director": "compliance_director",
			"Team Leader:": "team_leader", "Country Specialists": "specialist",
		}, []string{"", "Analysis", "Leader", "Data"}},
		{"Stage", v.Stage, map[string]string{
			"2031 Springfield Summit Final Compliance Report": "final", "Interim Results": "interim", "Preliminary Compliance Report": "preliminary",
			"Preliminary 2031 Interim Compliance Report": "interim",
		}, []string{"Compliance Report", "Finally", "semifinal"}},
		{"Forum", v.Forum, map[string]string{
			"2031 Springfield G20 Summit": "G20", "The G-8 and the G7": "G8", "Group of Seven": "G7", "BRICS Summit": "BRICS",
		}, []string{"www.g20.example.org", "x.G20.example", "G200", "AG7", "@G20"}},
	} {
		for text, want := range c.want {
			if got, ok := c.f(text); !ok || got != want {
				t.Errorf("%s(%q) = %q, %v; want %s", c.name, text, got, ok, want)
			}
		}
		for _, text := range c.none {
			if got, ok := c.f(text); ok {
				t.Errorf("%s(%q) = %q; want none", c.name, text, got)
			}
		}
	}
	for _, text := range []string{"Average", "Overall", "AVERAGE SCORE:", "Final Score", "Country Average"} {
		if !v.AverageLabel(text) {
			t.Errorf("AverageLabel(%q) is false", text)
		}
	}
	for _, text := range []string{"", "Average rainfall", "Canada", "Above average"} {
		if v.AverageLabel(text) {
			t.Errorf("AverageLabel(%q) is true", text)
		}
	}
	for _, text := range []string{"", " ", "n/a", "N/A", "(n/a)", "—", "Not Applicable"} {
		if !v.NotApplicable(text) {
			t.Errorf("NotApplicable(%q) is false", text)
		}
	}
	for _, text := range []string{"-", "–", "−", "+", "0", "-1", "na na"} {
		if v.NotApplicable(text) {
			t.Errorf("NotApplicable(%q) is true", text)
		}
	}
}

func TestMonth(t *testing.T) {
	v := Default()
	for name, want := range map[string]int{"May": 5, "MAY": 5, "Sept.": 9, "august": 8, "Mars": 3, "décembre": 12, "juin": 6} {
		if got, ok := v.Month(name); !ok || got != want {
			t.Errorf("Month(%q) = %d, %v", name, got, ok)
		}
	}
	for _, name := range []string{"may", "march", "", "Mayor", "mars"} {
		if got, ok := v.Month(name); ok {
			t.Errorf("Month(%q) = %d", name, got)
		}
	}
}

func TestMonthSlip(t *testing.T) {
	v := Default()
	for word, want := range map[string]int{"Ocotber": 10, "Febuary": 2, "Decembber": 12, "Agust": 8, "Juny": 0, "Maym": 5, "Hare": 0, "June": 0, "": 0, "Ocobtre": 0} {
		if got := v.MonthSlip(word); got != want {
			t.Errorf("MonthSlip(%q) = %d; want %d", word, got, want)
		}
	}
}

func TestPhrases(t *testing.T) {
	s := newPhraseSet(map[string]string{"red fox": "a", "red * hen": "a", "not red fox": "b", "fox": "b"})
	for text, want := range map[string]string{
		"A red fox.":                                "a@2-9",
		"Not red fox, fox":                          "b@0-11 b@13-16",
		"Red, big and brown hen":                    "a@0-22",
		"red one two three four five six hen":       "a@0-35",
		"red one two three four five six seven hen": "",
		"red. A hen":                                "",
		"RED  Fox":                                  "a@0-8",
		"redfox":                                    "",
	} {
		var got []string
		for _, m := range s.Find(text) {
			got = append(got, m.Kind+"@"+itoa(m.Start)+"-"+itoa(m.End))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("Find(%q) = %q; want %q", text, g, want)
		}
	}
}

func TestWith(t *testing.T) {
	v, err := Default().With(strings.NewReader("members:\n  - {code: ATL, name: Atlantis, abbreviations: [AT]}\n  - {code: ATL, name: Atlantis, also: [Korea]}\nheadings:\n  assessment: [Marks Given]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if code, ok := v.Member("atlantis"); !ok || code != "ATL" {
		t.Errorf("the added member is not found: %q", code)
	}
	if code, _ := v.Member("Korea"); code != "ATL" {
		t.Errorf("the user's word does not hold: Korea is %q", code)
	}
	if got := v.MembersIn("Korea"); len(got) != 1 || got[0].Code != "ATL" {
		t.Errorf("the user's word does not hold in running text: %v", got)
	}
	if kind, ok := v.Heading("Marks Given"); !ok || kind != HeadingAssessment {
		t.Errorf("the added heading is %q", kind)
	}
	if kind, ok := v.Heading("Background"); !ok || kind != HeadingBackground {
		t.Errorf("a built-in heading is lost: %q", kind)
	}
	// A name that is known under another kind.
	v, err = Default().With(strings.NewReader("headings:\n  background: [Summary]\ncompliance:\n  partial: [has complied with]\ncurrencies:\n  - {code: USD, marks: [\"$\"]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if kind, _ := v.Heading("Summary"); kind != HeadingBackground {
		t.Errorf("the user's kind does not hold: %q", kind)
	}
	if m := v.Compliance("It has complied with it."); len(m) != 1 || m[0].Kind != CompliancePartial {
		t.Errorf("the user's level does not hold: %v", m)
	}
	if code, _, _ := v.CurrencyBefore([]rune("$"), 1); code != "USD" {
		t.Errorf("the user's currency does not hold: %q", code)
	}
	if _, ok := Default().Heading("Marks Given"); ok {
		t.Error("the addition changed the default")
	}
	if v, err := Default().With(strings.NewReader("")); err != nil || v == nil {
		t.Errorf("an empty file: %v", err)
	}
}

func TestWithFaults(t *testing.T) {
	for text, line := range map[string]int{
		"months_with_capital: [May]\nmember:\n  - {code: X}\n": 2,
		"headings:\n  background: [A]\n  backgruond: [B]\n":    3,
		"members:\n  - {code: X, name: Y}\n  - {name: Z}\n":    3,
		"members:\n  - {code: X, nmae: Y}\n":                   2,
		"stages:\n  half-way: [Half]\n":                        2,
		"a: [\n":                                               1,
		"months:\n  - {number: 13, names: [Smarch]}\n":         2,
		"multipliers:\n  - {power: 400, words: [googol]}\n":    2,
		"not_members: [A]\nnot_members: [B]\n":                 2,
	} {
		_, err := Default().With(strings.NewReader(text))
		var fault *yamlfile.Error
		if !errors.As(err, &fault) {
			t.Errorf("%q: error is %v", text, err)
			continue
		}
		if fault.Line != line {
			t.Errorf("%q: line %d, want %d (%v)", text, fault.Line, line, err)
		}
	}
	if _, err := Default().With(strings.NewReader(strings.Repeat("# long\n", yamlfile.MaxSize/6))); !errors.Is(err, yamlfile.ErrTooLarge) {
		t.Errorf("a huge file: %v", err)
	}
}

func TestCurrency(t *testing.T) {
	v := Default()
	for text, want := range map[string]string{"about CAD": "CAD@6", "US$": "USD@0", "(€": "EUR@1", "AUS$": "@3", "R$": "BRL@0", "$": "@0", "for $": "@4"} {
		r := []rune(text)
		code, start, ok := v.CurrencyBefore(r, len(r))
		if got := code + "@" + itoa(start); !ok || got != want {
			t.Errorf("CurrencyBefore(%q) = %s, %v; want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "MCAD", "5€", "dollar", "cad"} {
		r := []rune(text)
		if code, _, ok := v.CurrencyBefore(r, len(r)); ok {
			t.Errorf("CurrencyBefore(%q) = %q", text, code)
		}
	}
	for text, want := range map[string]string{"Canadian dollars were": "CAD@16", "euros.": "EUR@5", "USD": "USD@3", "yuan renminbi": "CNY@13"} {
		code, end, ok := v.CurrencyAfter([]rune(text), 0)
		if got := code + "@" + itoa(end); !ok || got != want {
			t.Errorf("CurrencyAfter(%q) = %s, %v; want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "European", "yentas", "people"} {
		if code, _, ok := v.CurrencyAfter([]rune(text), 0); ok {
			t.Errorf("CurrencyAfter(%q) = %q", text, code)
		}
	}
	for _, c := range []struct {
		text  string
		glued bool
		power int
	}{{"million people", false, 6}, {"bn", false, 9}, {"bn", true, 9}, {"m,", true, 6}, {"crore", false, 7}, {"m", false, -1}, {"k", false, -1}, {"millionaire", false, -1}, {"million", true, 6}, {"crore", true, -1}, {"metres", true, -1}} {
		n, _, ok := v.MultiplierAt([]rune(c.text), 0, c.glued)
		if !ok {
			n = -1
		}
		if n != c.power {
			t.Errorf("MultiplierAt(%q, glued %v) = %d; want %d", c.text, c.glued, n, c.power)
		}
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"The U.S. plan, n.d. Here":   "the u.s . plan n.d . here",
		"in 2010.Then 1.5% more":     "in 2010 . then 1.5% more",
		"cross-border − it’s so; ok": "cross-border it's so . ok",
		"−1 or +1: non–compliance":   "-1 or +1 . non-compliance",
		"n.d.Access":                 "n.d . access",
	} {
		var got []string
		for _, w := range Words(text) {
			got = append(got, w.Folded)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("Words(%q) = %q; want %q", text, g, want)
		}
	}
}

// A head of a column is read in more ways than a name in running text is.
func TestMemberHead(t *testing.T) {
	v := Default()
	for head, want := range map[string]string{
		"saudi": "SAU", "ROK": "KOR", "Corée_du_Sud": "KOR", "coree.du.sud": "KOR", "UKG": "GBR", "score_canada": "CAN",
		"North Korea": "", "score": "", "": "", "…": "", "average": "",
	} {
		if code, ok := v.MemberHead(head); code != want || ok != (want != "") {
			t.Errorf("MemberHead(%q) = %q, %v, want %q", head, code, ok, want)
		}
	}
	if found := v.MembersIn("Saudi officials met the SAF and the INS in Brasil."); len(found) > 0 {
		t.Errorf("heads are found in running text: %v", found)
	}
}

func TestOutOfUse(t *testing.T) {
	v := Default()
	for _, c := range []struct {
		code, text, member string
		year               int
		want               bool
	}{
		{"FRF", "45 million francs", "FRA", 1998, false},
		{"FRF", "45 million francs", "FRA", 2009, true},
		{"FRF", "45 million French francs", "FRA", 2009, false},
		{"FRF", "45 million francs", "JPN", 2009, false},
		{"ITL", "3 billion lira", "ITA", 2011, true},
		{"JPY", "¥3 billion", "JPN", 2011, false},
	} {
		if got := v.OutOfUse(c.code, c.text, c.member, c.year); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
