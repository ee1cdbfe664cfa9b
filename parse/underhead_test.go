package parse

import "testing"

// Below a member's name may stand who wrote the section and, on a line of its own, the
// score, in this order or the other. A figure below one name alone is none.
func TestTwoLinesBelowAMembersName(t *testing.T) {
	for name, c := range map[string]struct {
		below func(member, score string) []string
		want  bool
	}{
		"people, score": {func(_, score string) []string { return []string{"Analyst: Odile Marsh", score} }, true},
		"score, people": {func(_, score string) []string { return []string{score, "Analyst: Odile Marsh"} }, true},
		"one score": {func(member, score string) []string {
			if member != "Canada" {
				return []string{"Analyst: Odile Marsh"}
			}
			return []string{"Analyst: Odile Marsh", score}
		}, false},
	} {
		s := newSheet().page().chapterHead()
		for _, m := range [][2]string{{"Canada", "+1"}, {"France", "0"}, {"Japan", "−1"}} {
			s.put(sheetLeft, 12, "*"+m[0]+"*")
			s.y += 4
			for _, line := range c.below(m[0], m[1]) {
				s.para(line)
			}
			s.para(m[0]+" has complied with its commitment to put up tide gauges in", "all of its harbours before the end of the period of compliance.")
			s.para("On 3 July 2009, "+m[0]+" put up one gauge in the harbour of Lind, which", "had asked for it for many years and had been promised it twice.")
		}
		rep := s.parse(t)
		vs := rep.Commitments[0].Verdicts
		if len(vs) != 3 {
			t.Errorf("%s: %d sections", name, len(vs))
			continue
		}
		for i, want := range []int{1, 0, -1} {
			got := vs[i].HeadingScore
			if (got != nil && *got == want) != c.want || vs[i].Analyst != "Odile Marsh" {
				t.Errorf("%s: %s: score %v, analyst %q", name, vs[i].Name, got, vs[i].Analyst)
			}
		}
	}
}
