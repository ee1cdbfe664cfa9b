package parse

import (
	"strconv"
	"strings"
	"testing"
)

// edge fills a line out with words up to the right margin, the given end
// included.
func edge(text, end string) string {
	const words = " and the keeper of the mole writes the hour into his book while ships go by and the lamp is lit all night long"
	bare := strings.ReplaceAll(text+end, "^", "")
	return text + words[:94-len(bare)] + end
}

// habitSheet has four plain paragraphs at a distance of more, as a ratio of the
// size, beyond the leading; the first lines of paragraphs are set in.
func habitSheet(more, in float64) *drawnSheet {
	s := backgroundSheet()
	for i := range 4 {
		habitPara(s, more, in, edge("Lamp "+strconv.Itoa(i)+" was lit in the spring", ""), "at the mole of the harbour.")
	}
	return s
}

func habitPara(s *drawnSheet, more, in float64, lines ...string) {
	for i, l := range lines {
		x := sheetLeft
		if i == 0 && in > 0 {
			x += in * s.size
			l = strings.Replace(l, " and the", "", 1) // as much narrower
		}
		s.put(x, s.size, l)
	}
	s.y += more * s.size
}

func TestParagraphBehindAFullLine(t *testing.T) {
	for name, c := range map[string]struct {
		more, in float64
		a, b     []string
		want     int
		doubt    bool
	}{
		"a small space of the document's own": {0.22, 0, []string{edge("The lamp", " burns.^1^")}, []string{"Ships pass it.^2^"}, 2, false},
		"a smaller one":                       {0.1, 0, []string{edge("The lamp", " burns.")}, []string{"Ships pass it."}, 2, false},
		"a marker that stands off":            {0.5, 0, []string{edge("The lamp", " burns. ^1^")}, []string{"Ships pass it. ^2^"}, 2, false},
		"one raised, one in raised figures":   {0.22, 0, []string{edge("The lamp", " burns.^1^ ²")}, []string{"Ships pass it. ^3^"}, 2, false},
		"a marker in mid-paragraph":           {0.22, 0, []string{edge("The lamp", " burns.^1^"), "Ships pass it.^2^"}, nil, 1, false},
		"an initial":                          {0.22, 0, []string{edge("The lamp was lit", " by M."), "Durand of the mole."}, nil, 1, false},
		"an abbreviation":                     {0.22, 0, []string{edge("The lamp was lit", " at St."), "Ives on the mole."}, nil, 1, false},
		"a date in mid-paragraph":             {0.22, 0, []string{edge("The lamp", " burns.^1^"), "On 5 May 2030, ships passed it."}, nil, 1, false},
		"no sign at all":                      {0, 0, []string{edge("The lamp", " burns.^1^"), "Ships pass it.^2^"}, nil, 1, true},
		"no sign but a date":                  {0, 0, []string{edge("The lamp", " burns.^1^"), "On 5 May 2030, ships passed it."}, nil, 2, true},
		"no sign, no marker, no date":         {0, 0, []string{edge("The lamp", " burns."), "Ships pass it."}, nil, 1, false},
		"no sign, an open sentence":           {0, 0, []string{edge("The lamp", " burnt"), "On 5 May 2030 in the harbour."}, nil, 1, false},
		"a missing indent":                    {0, 3.6, []string{edge("The lamp", " burns.^1^"), "On 5 May 2030, ships passed it."}, nil, 1, false},
	} {
		s := habitSheet(c.more, c.in)
		habitPara(s, c.more, c.in, c.a...)
		if c.b != nil {
			habitPara(s, c.more, c.in, c.b...)
		}
		habitPara(s, c.more, c.in, "The book is kept.")
		rep := s.parse(t)
		if got := background(t, rep); len(got) != 4+c.want+1 {
			t.Errorf("%s: %d paragraphs, want %d: %q", name, len(got), 4+c.want+1, got[min(4, len(got)):])
		}
		if got := strings.Contains(warningKinds(rep), "paragraph-unclear"); got != c.doubt {
			t.Errorf("%s: a doubt: %v", name, got)
		}
	}
}

// Two chapters by different hands: one sets first lines in, the other sets
// paragraphs off by space.
func TestParagraphsOfTwoHands(t *testing.T) {
	s := habitSheet(0, 3.6)
	s.page()
	for i := range 4 {
		habitPara(s, 0.6, 0, edge("Buoy "+strconv.Itoa(i)+" was laid in the spring", ""), "off the mole of the harbour.")
	}
	s.page()
	for i := range 4 {
		habitPara(s, 0.6, 0, edge("Bell "+strconv.Itoa(i)+" was hung", " there.^1^"))
	}
	if got := background(t, s.parse(t)); len(got) != 12 {
		t.Errorf("%d paragraphs, want 12: %q", len(got), got)
	}
}
