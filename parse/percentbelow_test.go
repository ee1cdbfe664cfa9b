package parse

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// topped puts rows of cells on a page that begin at the top of their row each; a bar
// in a cell is a line's end.
func (s *drawnSheet) topped(xs []float64, between float64, rule bool, rows ...[]string) *drawnSheet {
	for _, row := range rows {
		high := 1
		for k := 0; k < high; k++ {
			for i, cell := range row {
				lines := strings.Split(cell, "|")
				if high = max(high, len(lines)); k < len(lines) && lines[k] != "" {
					s.at(xs[i], s.y+float64(k)*s.size*s.lead, s.size, lines[k])
				}
			}
			s.mergeRows()
		}
		s.y += float64(high)*s.size*s.lead + between
		if rule {
			y := s.y - s.size - between/2
			s.rule(xs[0], y, sheetRight, y)
		}
	}
	return s
}

// figuresOf prints the labels, averages and percentages of a matrix's rows.
func figuresOf(m model.Matrix) string {
	var out []string
	for _, row := range m.Rows {
		text := row.Label + " none"
		if row.Average != nil {
			text = row.Label + " " + figureText(row.Average.Value, row.Average.Percent)
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// The percentage of a row's average stands below it, beside whatever line of the
// row's label is there.
func TestPercentBelowAverage(t *testing.T) {
	xs := []float64{72, 230, 280, 330, 380, 450}
	head := []string{"*Commitment*", "*Brazil*", "*Russia*", "*India*", "*China*", "*Average*"}
	rows := func(percents bool, brackets bool) [][]string {
		figure := func(value, percent string) string {
			switch {
			case !percents:
				return value
			case brackets:
				return value + "|(" + percent + ")"
			}
			return value + "|" + percent
		}
		return [][]string{
			head,
			{"1. Lost Fishing Gear", "+1", "0", "+1", "−1", figure("+0.25", "63%")},
			{"2. Public Registers of|Lamps", "0", "0", "+1", "+1", figure("+0.50", "75%")},
			{"3. Wells of Villages|that Have No|Lamps at All", "−1", "0", "0", "+1", figure("0.00", "50%")},
			{"4. Training for Pilots|of the Coast", "+1", "0", "0", "+1", figure("+0.50", "75%")},
			{"Average", figure("+0.25", "63%"), figure("0.00", "50%"), figure("+0.50", "75%"), figure("+0.50", "75%"), figure("+0.31", "66%")},
		}
	}
	const labels = "Lost Fishing Gear 0.25 63%; Public Registers of Lamps 0.50 75%; Wells of Villages that Have No Lamps at All 0.00 50%; Training for Pilots of the Coast 0.50 75%"
	for _, brackets := range []bool{false, true} {
		for _, rule := range []bool{false, true} {
			for _, set := range []string{"top", "centre"} {
				s := newSheet().page()
				s.put(sheetLeft, 14, "*Table A: Scores*")
				s.y += 8
				if table := rows(true, brackets); set == "top" {
					s.topped(xs, 6, rule, table...)
				} else {
					s.centred(xs, table...)
				}
				rep := s.page().chapterHead().parse(t)
				name := fmt.Sprint(set, ", brackets ", brackets, ", rules ", rule)
				if len(rep.Matrices) != 1 {
					t.Errorf("%s: %d matrices, %s", name, len(rep.Matrices), warningKinds(rep))
					continue
				}
				m := rep.Matrices[0]
				got := figuresOf(m)
				if got != labels || m.Overall == nil || m.Overall.Percent == nil || m.ColumnAverages[0].Percent == nil || hasKind(rep, "matrix-row") {
					t.Errorf("%s:\n%s\nwant\n%s\n%s %+v", name, got, labels, warningKinds(rep), m.Overall)
				}
			}
		}
	}
}

// In a ranking, too, the percentage stands beside the rest of a label.
func TestPercentBelowAverageOfRanking(t *testing.T) {
	xs := []float64{72, 110, 450}
	for _, brackets := range []bool{false, true} {
		for _, set := range []string{"top", "centre"} {
			figure := func(value, percent string) string {
				if brackets {
					percent = "(" + percent + ")"
				}
				return value + "|" + percent
			}
			table := [][]string{
				{"*Rank*", "*Commitment*", "*Average*"},
				{"1", "Lost Fishing Gear", figure("+0.63", "81%")},
				{"2", "Public Registers of|Lamps", figure("+0.50", "75%")},
				{"3", "Wells of Villages|that Have No|Lamps at All", figure("0.00", "50%")},
			}
			s := newSheet().page()
			s.put(sheetLeft, 14, "*Table B: Commitments by Average*")
			s.y += 8
			if set == "top" {
				s.topped(xs, 6, false, table...)
			} else {
				s.centred(xs, table...)
			}
			rep := s.page().chapterHead().parse(t)
			got := ""
			for _, k := range rep.Rankings {
				for _, e := range k.Entries {
					got += fmt.Sprint(e.Rank, " ", e.Label, " ", figureText(e.Value, e.Percent), "; ")
				}
			}
			if want := "1 Lost Fishing Gear 0.63 81%; 2 Public Registers of Lamps 0.50 75%; 3 Wells of Villages that Have No Lamps at All 0.00 50%; "; got != want {
				t.Errorf("%s, brackets %v: %s, %s", set, brackets, got, warningKinds(rep))
			}
		}
	}
}

// A group's name with its mean is no part of the row above it; where nothing tells, that
// is a doubt.
func TestPercentBesideGroup(t *testing.T) {
	xs := []float64{72, 230, 280, 330, 380, 450}
	for name, c := range map[string]struct {
		between float64
		group   string
		average string
		doubt   bool
	}{
		"set off as rows are":               {6, "Society", "+0.50 (75%)", false},
		"in bold":                           {6, "*Society*", "+0.50 (75%)", false},
		"below rows without percentages":    {6, "Society", "+0.50", true},
		"close below one without a percent": {0, "Society", "+0.50", true},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.y += 8
		s.topped(xs, c.between, false,
			[]string{"*Commitment*", "*Brazil*", "*Russia*", "*India*", "*China*", "*Average*"},
			[]string{"1. Lost Fishing Gear", "+1", "0", "0", "+1", c.average},
			[]string{"2. Public Registers", "+1", "0", "0", "+1", c.average},
			[]string{c.group, "", "", "", "", "75%"},
			[]string{"3. Wells of Villages", "+1", "0", "0", "+1", c.average},
			[]string{"4. Training for Pilots", "+1", "0", "0", "+1", c.average})
		rep := s.page().chapterHead().parse(t)
		if len(rep.Matrices) != 1 {
			t.Errorf("%s: %d matrices", name, len(rep.Matrices))
			continue
		}
		want := "0.50 75%"
		if c.doubt {
			want = "0.50"
		}
		want = fmt.Sprintf("Lost Fishing Gear %s; Public Registers %s; Wells of Villages %s; Training for Pilots %s", want, want, want, want)
		if got := figuresOf(rep.Matrices[0]); got != want || hasKind(rep, "average-apart") != c.doubt {
			t.Errorf("%s: %s, %s", name, got, warningKinds(rep))
		}
	}
}
