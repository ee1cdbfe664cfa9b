package audit

import (
	"fmt"
	"slices"
	"testing"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/front"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/vocabulary"
)

func TestSummitsFile(t *testing.T) {
	list, err := calendar.ReadSummits(calendar.SummitsFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 80 {
		t.Fatalf("%d summits", len(list))
	}
	forums := map[string]bool{"G7": true, "G8": true, "G20": true, "BRICS": true}
	for i, s := range list {
		if !forums[s.Forum] || len(s.Names) == 0 || s.Names[0] == "" {
			t.Errorf("line %d: %+v", i, s)
		}
		if s.Forum == "G8" && (s.Year < 1997 || s.Year > 2013) || s.Forum == "G7" && s.Year >= 1997 && s.Year <= 2013 {
			t.Errorf("%d %s: the forum was called otherwise", s.Year, s.Names[0])
		}
		if i > 0 && list[i-1].Forum == s.Forum && list[i-1].Year > s.Year {
			t.Errorf("%d %s: out of order", s.Year, s.Names[0])
		}
		if s.Days == (calendar.Days{}) {
			continue
		}
		if s.Days.Last-s.Days.First > 3 || s.Days.Last < s.Days.First {
			t.Errorf("%d %s: %d days", s.Year, s.Names[0], s.Days.Last-s.Days.First+1)
		}
		if y := (calendar.Days{First: calendar.DayNumber(s.Year, 1, 1), Last: calendar.DayNumber(s.Year, 12, 31)}); s.Days.Distance(y) > 0 {
			t.Errorf("%s: not in %d", s.Names[0], s.Year)
		}
	}
	if d, ok := calendar.SummitDays(vocabulary.Default(), "G8", "Gleneagles", 2005); !ok || d.First != calendar.DayNumber(2005, 7, 6) {
		t.Errorf("Gleneagles: %v %v", d, ok)
	}
	if _, ok := calendar.SummitDays(vocabulary.Default(), "G20", "Gleneagles", 2005); ok {
		t.Error("Gleneagles was no G20 summit")
	}
}

// What is passed over must be what the patterns cannot match.
func TestSummitWindows(t *testing.T) {
	p := &rule.Pass{Vocabulary: vocabulary.Default()}
	const far = " where ministers spoke at length of what had been done so far "
	for text, want := range map[string][]string{
		"":                   nil,
		"the Norport Summit": nil,
		"Summit":             nil,
		"2031":               nil,
		"the G20 Norport Summit, of whose promises in later years little was heard in 2031":   nil,
		"In 2031 ministers said in a long statement that they would go to the Norport Summit": nil,
		"Of old, the 2031 Norport Summit": {"Of old, the 2031 Norport Summit"},
		"It was at the 2031 G7 Porto de Mar Alto G8 Leaders' Summit, they said then and also say now": {"2031 G7 Porto de Mar Alto G8 Leaders' Summit, they said then and"},
		"One two three four five six seven eight nine Norport Summit held in June of (2031) and then": {"three four five six seven eight nine Norport Summit held in June of (2031)"},
		"Norport summit 2031": {"Norport summit 2031"},
		"the Norport Summit 2031," + far + "the Lyon Summit 2033": {"the Norport Summit 2031, where ministers spoke at", "what had been done so far the Lyon Summit 2033"},
		"the Norport Summit 2031 and the 2033 Lyon Summit":        {"the Norport Summit 2031 and the 2033 Lyon Summit"},
		"the Norport Summit." + far + "the 2033 Lyon Summit":      {"had been done so far the 2033 Lyon Summit"},
	} {
		var got []string
		for w := range front.SummitWindows(text) {
			got = append(got, text[w.Start:w.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
		whole := len(p.OfForums(rule.ReYearSummit).FindAllString(text, -1)) + len(p.OfForums(rule.ReSummitYear).FindAllString(text, -1))
		if n := len(front.SummitMentions(p, text)); n != whole {
			t.Errorf("%q: %d mentions, not %d", text, n, whole)
		}
	}
}

func TestSummitMentions(t *testing.T) {
	p := &rule.Pass{Vocabulary: vocabulary.Default()}
	const text = "Since été 2030 much was said of the Norport G7 Summit in June 2031 on trade, " +
		"and of what the 2033 Lyon Summit on the seas would do for those who came to the Rio Summit 2034."
	var got []string
	for _, m := range front.SummitMentions(p, text) {
		got = append(got, fmt.Sprint(text[m.Start:m.End], "|", m.Name, "|", m.Forum, "|", m.Year, "|", m.Conference))
	}
	want := []string{
		"2033 Lyon Summit|Lyon||2033|true", "Norport G7 Summit in June 2031|Norport|G7|2031|true", "Rio Summit 2034|Rio||2034|false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestFindSummit(t *testing.T) {
	for _, c := range []struct {
		forum        string
		year         int
		name, letter string
		want         string // place and host; empty where none is certain
	}{
		{"G7", 2005, "", "", "Gleneagles GBR"}, {"G20", 2010, "Seoul", "", "Seoul KOR"}, {"G20", 2010, "", "t", "Toronto CAN"},
		{"G20", 2010, "", "", ""}, {"G20", 2005, "", "", ""}, {"G8", 2005, "Genoa", "", ""}, {"G20", 2024, "Rio", "", "Rio de Janeiro BRA"},
	} {
		got := ""
		if s, ok := calendar.FindSummit(vocabulary.Default(), c.forum, c.year, c.name, c.letter); ok {
			got = s.Names[0] + " " + s.Host
		}
		if got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	// Where a year has two summits, every one has a letter of its own.
	letters := map[string]bool{}
	for _, s := range calendar.Summits() {
		if len(s.Host) != 2 && len(s.Host) != 3 {
			t.Errorf("%s: host %q", s.Names[0], s.Host)
		}
		key := fmt.Sprint(s.Forum, s.Year, s.Letter)
		if letters[key] {
			t.Errorf("%s: cannot be told from another", key)
		}
		letters[key] = true
	}
}
