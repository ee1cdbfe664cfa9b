package parse

import (
	"testing"
)

// row puts texts at the given places of one line; empty ones are left out.
func (s *drawnSheet) row(xs []float64, texts ...string) *drawnSheet {
	for i, text := range texts {
		if text != "" {
			s.at(xs[i], s.y, s.size, text)
		}
	}
	s.mergeRows()
	s.y += s.lead * s.size
	return s
}

// TestCrowdedHeads sets the heads of a matrix so close that no gap is seen
// between them, as one run of text.
func TestCrowdedHeads(t *testing.T) {
	xs := []float64{72, 200, 224, 248, 272, 296, 320, 344, 368, 420}
	for name, c := range map[string]struct {
		x    float64
		head string
		want string
	}{
		"as wide as the columns":     {198, "CDA  FRA  GER  ITA  JPN  UK   US   EU   Average", "CAN FRA DEU ITA JPN GBR USA EU"},
		"narrower than the columns":  {205, "CAN FRA GER ITA JAP UK US EU Average", "CAN FRA DEU ITA JPN GBR USA EU"},
		"a member with two words":    {202, "CAN FRA GER ITA JPN UK USA European Union Average", "CAN FRA DEU ITA JPN GBR USA EU"},
		"no head over the averages":  {205, "CAN FRA GER ITA JAP UK US EU", "CAN FRA DEU ITA JPN GBR USA EU"},
		"prose, which names members": {72, "Scores of Canada, France and Germany", ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.at(c.x, s.y, s.size, c.head)
		s.y += s.lead * s.size
		s.row(xs, "1. Wells", "+1", "+1", "0", "0", "0", "−1", "+1", "+1", "0.38")
		s.row(xs, "2. Seals", "0", "+1", "0", "0", "+1", "0", "+1", "0", "0.38")
		s.row(xs, "3. Grain", "+1", "0", "0", "+1", "+1", "0", "0", "0", "0.38")
		s.row(xs, "Average", "0.67", "0.67", "0.00", "0.33", "0.67", "−0.33", "0.67", "0.33", "0.38")
		s.page().chapterHead()
		rep := s.parse(t)
		if c.want == "" {
			if len(rep.Matrices) > 0 {
				t.Errorf("%s: %s", name, matrixText(rep.Matrices[0]))
			}
			continue
		}
		want := c.want + "\n1: 1 1 0 0 0 -1 1 1 = 0.38\n2: 0 1 0 0 1 0 1 0 = 0.38\n3: 1 0 0 1 1 0 0 0 = 0.38\n0.67 0.67 0.00 0.33 0.67 −0.33 0.67 0.33 = 0.38"
		if got := onlyMatrix(t, rep); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// A report on one or two commitments crowds its heads as others do.
func TestCrowdedHeadsOverFewRows(t *testing.T) {
	xs := []float64{72, 200, 224, 248, 272, 296, 320, 344, 368, 420}
	for rows := 1; rows <= 2; rows++ {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.at(72, s.y, s.size, "Commitment").at(198, s.y, s.size, "CDA  FRA  GER  ITA  JPN  UK").at(344, s.y, s.size, "US").at(368, s.y, s.size, "EU  Average")
		s.mergeRows()
		s.y += s.lead * s.size
		want := "CAN FRA DEU ITA JPN GBR USA EU\n1: 1 1 0 0 0 -1 1 1 = 0.38"
		s.row(xs, "1. Wells", "+1", "+1", "0", "0", "0", "−1", "+1", "+1", "0.38")
		if rows == 2 {
			s.row(xs, "2. Seals", "0", "+1", "0", "0", "+1", "0", "+1", "0", "0.38")
			want += "\n2: 0 1 0 0 1 0 1 0 = 0.38"
		}
		s.row(xs, "Average", "0.67", "0.67", "0.00", "0.33", "0.67", "−0.33", "0.67", "0.33", "0.38")
		s.page().chapterHead()
		want += "\n0.67 0.67 0.00 0.33 0.67 −0.33 0.67 0.33 = 0.38"
		if got := onlyMatrix(t, s.parse(t)); got != want {
			t.Errorf("%d rows:\n%s\nwant\n%s", rows, got, want)
		}
	}
}

// A minus that is set in a font of its own stands before figures without gaps.
func TestCrowdedAverages(t *testing.T) {
	xs := []float64{72, 200, 224, 248, 272, 330}
	s := newSheet().page()
	s.put(sheetLeft, 14, "*Table A: Scores*")
	s.row(xs, "", "CAN", "FRA", "GER", "ITA", "Average")
	s.row(xs, "1. Wells", "+1", "−1", "0", "0", "0.00")
	s.row(xs, "2. Seals", "0", "−1", "0", "0", "−0.25")
	s.row(xs, "3. Grain", "+1", "0", "0", "+1", "0.50")
	s.at(72, s.y, s.size, "Average").at(196, s.y, s.size, "0.67").at(223, s.y, s.size, "−").at(228, s.y, s.size, "0.67 0.00 0.33").at(330, s.y, s.size, "0.08")
	s.mergeRows()
	last := s.current().Lines[len(s.current().Lines)-1].Runs
	last[2].Gap, last[3].Gap, last[3].Space = 7, 0, false
	s.page().chapterHead()
	want := "CAN FRA DEU ITA\n1: 1 -1 0 0 = 0.00\n2: 0 -1 0 0 = −0.25\n3: 1 0 0 1 = 0.50\n0.67 −0.67 0.00 0.33 = 0.08"
	if got := onlyMatrix(t, s.parse(t)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestPercentBelow sets the percentages of averages on a second line of their
// cells, beside the rest of a label or alone.
func TestPercentBelow(t *testing.T) {
	xs := []float64{72, 220, 270, 320, 400}
	want := "CAN FRA DEU\n1: 1 0 0 = +0.33 (67%)\n2: 0 0 0 = 0.00 (50%)\n3: 1 1 0 = +0.67 (83%)\n+0.67 (83%) +0.33 (67%) 0.00 (50%) = +0.33 (67%)"
	for _, below := range []bool{false, true} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.row(xs, "", "Canada", "France", "Germany", "Average")
		put := func(label, rest, value, percent string, scores ...string) {
			if below {
				s.row(xs, append(append([]string{label}, scores...), value)...)
				s.row(xs, rest, "", "", "", percent)
			} else {
				s.row(xs, append(append([]string{label}, scores...), value+" "+percent)...)
				if rest != "" {
					s.row(xs, rest)
				}
			}
			s.y += 4
		}
		put("1. Harbours and", "landing stages", "+0.33", "(67%)", "+1", "0", "0")
		put("2. Lamps", "", "0.00", "(50%)", "0", "0", "0")
		put("3. Buoys in the", "open sea", "+0.67", "(83%)", "+1", "+1", "0")
		s.row(xs, "Average", "+0.67", "+0.33", "0.00", "+0.33")
		s.row(xs, "", "(83%)", "(67%)", "(50%)", "(67%)")
		s.page().chapterHead()
		rep := s.parse(t)
		if got := onlyMatrix(t, rep); got != want {
			t.Errorf("below %v:\n%s\nwant\n%s", below, got, want)
		}
		if got := rep.Matrices[0].Rows[2].Label; got != "Buoys in the open sea" {
			t.Errorf("below %v: label %q", below, got)
		}
	}
}
