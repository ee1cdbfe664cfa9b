package audit

import "testing"

func TestSummitsFile(t *testing.T) {
	list, err := readSummits(summitsFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 80 {
		t.Fatalf("%d summits", len(list))
	}
	forums := map[string]bool{"G7": true, "G8": true, "G20": true, "BRICS": true}
	for i, s := range list {
		if !forums[s.forum] || len(s.names) == 0 || s.names[0] == "" {
			t.Errorf("line %d: %+v", i, s)
		}
		if s.forum == "G8" && (s.year < 1997 || s.year > 2013) || s.forum == "G7" && s.year >= 1997 && s.year <= 2013 {
			t.Errorf("%d %s: the forum was called otherwise", s.year, s.names[0])
		}
		if i > 0 && list[i-1].forum == s.forum && list[i-1].year > s.year {
			t.Errorf("%d %s: out of order", s.year, s.names[0])
		}
		if s.days == (days{}) {
			continue
		}
		if s.days.last-s.days.first > 3 || s.days.last < s.days.first {
			t.Errorf("%d %s: %d days", s.year, s.names[0], s.days.last-s.days.first+1)
		}
		if y := (days{dayNumber(s.year, 1, 1), dayNumber(s.year, 12, 31)}); s.days.distance(y) > 0 {
			t.Errorf("%s: not in %d", s.names[0], s.year)
		}
	}
	if d, ok := summitDays("G8", "Gleneagles", 2005); !ok || d.first != dayNumber(2005, 7, 6) {
		t.Errorf("Gleneagles: %v %v", d, ok)
	}
	if _, ok := summitDays("G20", "Gleneagles", 2005); ok {
		t.Error("Gleneagles was no G20 summit")
	}
}

// What is passed over must be what the patterns cannot match.
func TestSummitWithYear(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "the Norport Summit": false, "Summit": false, "2031": false,
		"the 2031 Norport Summit":                          true,
		"the 2031 G7 Porto de Mar Alto G8 Leaders' Summit": true,
		"Norport Summit held in June of (2031)":            true,
		"Norport summit 2031":                              true,
		"In 2031 ministers said in a long statement that they would go to the Norport Summit": false,
		"the Norport Summit, where leaders spoke of what had been done since 2031":            false,
		"the G20 Norport Summit":                         false,
		"the Norport Summit. The Norport Summit in 2031": true,
	} {
		if got := summitWithYear(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
		if matched := reYearSummit.MatchString(text) || reSummitYear.MatchString(text); matched && !want {
			t.Errorf("%q has a summit with its year", text)
		}
	}
}
