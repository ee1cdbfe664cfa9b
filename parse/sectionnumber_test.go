package parse

import (
	"slices"
	"testing"

	"recount.invalid/recount/parse/internal/paragraph"
)

func TestLeadingSection(t *testing.T) {
	for _, c := range []struct {
		text, above string
		own         int
		rest        string
	}{
		{"1.4 Italy: 0", "1", 4, "Italy: 0"},
		{"2.3. Canada (+1)", "2", 3, "Canada (+1)"},
		{"2.3) Canada (+1)", "2", 3, "Canada (+1)"},
		{"III.2 Japan: −1", "III", 2, "Japan: −1"},
		{"B.10 Japan", "B", 10, "Japan"},
		{"4.1.12 – Japan: 0", "4.1", 12, "Japan: 0"},
		{"IV. Japan: 0", "", 4, "Japan: 0"},
	} {
		n, rest, ok := paragraph.LeadingSection(c.text)
		if !ok || n.Above != c.above || n.Own != c.own || rest != c.rest {
			t.Errorf("%q: %+v, %q, %v", c.text, n, rest, ok)
		}
	}
	for _, text := range []string{
		"4 Italy: 0",           // one level of figures, which others read
		"0.67 Italy",           // an average
		"1.05 Italy: 0",        // an amount
		"12.10.2031 Italy: 0",  // a date
		"03.11. Italy: 0",      // a date
		"1.4 million in Italy", // an amount
		"U.S. Italy: 0",        // a short form
		"IV Italy: 0",          // a Roman figure without a stop
		"1.4", "1.4 ", "1..4 Italy", ".4 Italy", "1.4.. Italy", "1.4.1.2.3 Italy", "",
	} {
		if n, rest, ok := paragraph.LeadingSection(text); ok {
			t.Errorf("%q was read as %+v, %q", text, n, rest)
		}
	}
}

// numberedMembers is a chapter whose members' sections have these headings.
func numberedMembers(heads []string) *drawnSheet {
	s := newSheet().page().chapterHead()
	s.y += 20
	names := []string{"Canada", "France", "Japan"}
	ends := []string{"full compliance and a score of +1", "partial compliance and a score of 0", "non-compliance and a score of −1"}
	for i, h := range heads {
		s.y += 10
		s.put(sheetLeft, 12, h)
		s.y += 6
		s.para("On 3 March 2032, " + names[i] + " read its gauges at noon.")
		s.para("Thus, " + names[i] + " is given " + ends[i] + ".")
	}
	return s
}

func TestMembersWithSectionNumbers(t *testing.T) {
	all := []string{"Canada +1", "France 0", "Japan -1"}
	for name, c := range map[string]struct {
		heads []string
		want  []string
	}{
		"two levels":       {[]string{"*4.1 Canada: +1*", "*4.2 France: 0*", "*4.3 Japan: −1*"}, all},
		"not bold":         {[]string{"4.1 Canada: +1", "4.2 France: 0", "4.3 Japan: −1"}, all},
		"a stop, brackets": {[]string{"*4.1. Canada (+1)*", "*4.2. France (0)*", "*4.3. Japan (−1)*"}, all},
		"Roman and figure": {[]string{"*IV.1 Canada: +1*", "*IV.2 France: 0*", "*IV.3 Japan: −1*"}, all},
		"three levels":     {[]string{"*2.4.9 Canada: +1*", "*2.4.10 France: 0*", "*2.4.11 Japan: −1*"}, all},
		"Roman":            {[]string{"*I. Canada: +1*", "*II. France: 0*", "*III. Japan: −1*"}, all},
		// Nothing beside them goes on with these.
		"amounts":      {[]string{"*4.1 Canada: +1*", "*2.7 France: 0*", "*8.5 Japan: −1*"}, nil},
		"days":         {[]string{"*11.3. Canada: +1*", "*12.3. France: 0*", "*13.3. Japan: −1*"}, nil},
		"falling":      {[]string{"*4.3 Canada: +1*", "*4.2 France: 0*", "*4.1 Japan: −1*"}, nil},
		"one of three": {[]string{"*4.1 Canada: +1*", "*4.2 France: 0*", "*4.7 Japan: −1*"}, all[:2]},
	} {
		t.Run(name, func(t *testing.T) {
			rep := numberedMembers(c.heads).parse(t)
			var got []string
			for _, k := range rep.Commitments {
				for _, v := range k.Verdicts {
					score := "none"
					if v.HeadingScore != nil {
						score = map[int]string{1: "+1", 0: "0", -1: "-1"}[*v.HeadingScore]
					}
					got = append(got, v.Name+" "+score)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("read %q, not %q", got, c.want)
			}
		})
	}
}

// Items of a list whose numbers go on name members within sentences; they
// head no sections.
func TestNumberedItemsAreNoMembersSections(t *testing.T) {
	s := numberedMembers([]string{"*4.1 Canada: +1*", "*4.2 France: 0*", "*4.3 Japan: −1*"})
	s.para("4.4 Canada and France have lent gauges to Japan.", "4.5 France will lend 12 more in 2033.")
	rep := s.parse(t)
	if n := len(rep.Commitments[0].Verdicts); n != 3 {
		t.Errorf("%d sections", n)
	}
}
