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
