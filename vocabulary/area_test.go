package vocabulary

import "testing"

func TestArea(t *testing.T) {
	v := Default()
	for printed, want := range map[string]string{
		"Climate Change": "Climate Change", "climate  change.": "Climate Change", "Crime & Corruption": "Crime and Corruption",
		"ICT": "Digital Economy", "IFI Reform": "International Financial Institution Reform",
		"Climate Change Finance": "", "Fair Figures": "", "": "",
	} {
		if got, ok := v.Area(printed); got != want || ok != (want != "") {
			t.Errorf("%q: %q", printed, got)
		}
	}
	// A name means one area.
	seen := map[string]string{}
	for _, a := range v.tables.Areas {
		for _, name := range append([]string{a.Name}, a.Also...) {
			key := areaKey(name)
			if other, there := seen[key]; there && other != a.Name {
				t.Errorf("%s is in %s and %s", name, other, a.Name)
			}
			seen[key] = a.Name
		}
	}
}

func TestMemberCodes(t *testing.T) {
	v := Default()
	for _, c := range []struct {
		code string
		year int
		want Codes
	}{
		{"DEU", 1985, Codes{"DE", "DEU", 260}}, {"DEU", 1990, Codes{"DE", "DEU", 260}}, {"DEU", 1991, Codes{"DE", "DEU", 255}},
		{"DEU", 0, Codes{"DE", "DEU", 255}}, {"CAN", 1985, Codes{"CA", "CAN", 20}}, {"EU", 2000, Codes{}}, {"XXX", 2000, Codes{}},
	} {
		if got := v.MemberCodes(c.code, c.year); got != c.want {
			t.Errorf("%s in %d: %v", c.code, c.year, got)
		}
	}
	// Every state has all codes, and no two the same number.
	numbers := map[int]string{}
	for _, m := range v.tables.Members {
		if (m.Alpha2 == "") != (len(m.Cow) == 0) {
			t.Errorf("%s: alpha2 %q, cow %v", m.Code, m.Alpha2, m.Cow)
		}
		for _, id := range m.Cow {
			if numbers[id.Number] != "" {
				t.Errorf("%s and %s have number %d", m.Code, numbers[id.Number], id.Number)
			}
			numbers[id.Number] = m.Code
		}
	}
}
