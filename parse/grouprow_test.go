package parse

import (
	"strings"
	"testing"

	"recount.invalid/recount/parse/internal/scoring"
)

// groupedSheet is a front page with a summary table of the rows given, one row a
// line, cells in columns.
func groupedSheet(rows ...string) *drawnSheet {
	s := newSheet().page()
	s.line("*Table A: Scores by Issue Area*")
	s.y += 6
	for _, row := range rows {
		for i, cell := range strings.Split(row, "|") {
			x := sheetLeft
			if i > 0 {
				x = 160 + 45*float64(i)
			}
			if cell = strings.TrimSpace(cell); cell != "" {
				s.at(x, s.y, s.size, cell)
			}
		}
		s.mergeRows()
		s.y += s.lead * s.size
	}
	return s.page().chapterHead()
}

func TestMatrixInGroupsWithTheirMeans(t *testing.T) {
	head := "| Canada | France | Japan | Average"
	rep := groupedSheet(head, "Sea | | | | 0.33", "Lamps | +1 | 0 | 0 | 0.33", head, "Shore | | | | 0.00", "Gauges | +1 | −1 | 0 | 0.00", "Nets | 0 | −1 | +1 | 0.00", "All | 0.67 | −0.67 | 0.33 | 0.11").parse(t)
	m := rep.Matrices[0]
	if len(m.Rows) != 3 || m.Rows[1].Label != "Gauges" || m.Rows[1].Cells[1] != "−1" {
		t.Fatalf("rows %+v", m.Rows)
	}
	var heads []string
	for _, h := range m.Heads {
		heads = append(heads, h.Text)
	}
	if got := strings.Join(heads, "; "); !strings.Contains(got, "Sea; 0.33") || !strings.Contains(got, "Shore; 0.00") {
		t.Errorf("heads %q", got)
	}
	for _, w := range rep.Warnings {
		if w.Kind == "score-illegible" || w.Kind == "average-illegible" || w.Kind == scoring.KindUnreadScores {
			t.Errorf("a doubt: %s", w.Text)
		}
	}
	// The mean of all may stand in a row of its own.
	m = groupedSheet(head, "Lamps | +1 | 0 | 0 | 0.33", "Gauges | +1 | −1 | 0 | 0.00", "Average by Country | 1.00 | −0.50 | 0.00 |", "Overall Average | | | | 0.17").parse(t).Matrices[0]
	if len(m.Rows) != 2 || m.Overall == nil || m.Overall.Text != "0.17" || len(m.ColumnAverages) != 3 || m.ColumnAverages[1].Text != "−0.50" {
		t.Errorf("rows %+v, overall %+v", m.Rows, m.Overall)
	}
	// A row that repeats no head is a row, with few scores too.
	rep = groupedSheet(head, "Lamps | +1 | 0 | 0 | 0.33", "Gauges | n/a | −1 | 0 | −0.50", "Canada | +1 | −1 | 0 | 0.00", "All | 1.00 | −0.67 | 0.00 | 0.11").parse(t)
	if m := rep.Matrices[0]; len(m.Rows) != 3 || m.Rows[1].Label != "Gauges" {
		t.Errorf("rows %+v", m.Rows)
	}
}

// The heads of the members may be printed again over each group, behind the
// name of the group where the name of the first stood.
func TestMatrixInGroupsWithNamesBeforeTheHeads(t *testing.T) {
	rep := groupedSheet("Sea Issues | Canada | France | Japan | Average", "I. Lamps | 1 | 0 | 0 | 0.33", "Shore Issues | Canada | France | Japan | Average", "II. Gauges | 1 | −1 | 0 | 0.00", "III. Nets | 0 | −1 | 1 | 0.00", "Average | 0.67 | −0.67 | 0.33 | 0.11").parse(t)
	m := rep.Matrices[0]
	if len(m.Rows) != 3 || m.Rows[1].Label != "II. Gauges" || m.Rows[1].Cells[1] != "−1" || m.Rows[1].Average == nil {
		t.Fatalf("rows %+v", m.Rows)
	}
	if m.Overall == nil || m.Overall.Text != "0.11" {
		t.Errorf("overall %+v", m.Overall)
	}
	// A row that begins with a member among the heads' names is a row.
	m = groupedSheet("Sea Issues | Canada | France | Japan | Average", "Lamps | 1 | 0 | 0 | 0.33", "Nets | n/a | n/a | n/a | n/a", "Gauges | 1 | −1 | 0 | 0.00", "Average | 1.00 | −0.50 | 0.00 | 0.17").parse(t).Matrices[0]
	if len(m.Rows) != 3 || m.Rows[1].Label != "Nets" {
		t.Errorf("rows %+v", m.Rows)
	}
}

// Averages of groups are called averages too; those at the end are of all.
func TestMatrixWithAveragesOfItsGroups(t *testing.T) {
	head := "| Canada | France | Japan | Average"
	for name, rows := range map[string][]string{
		"means alone over the groups": {head, "Group average | | | | 0.33", "Lamps | +1 | 0 | 0 | 0.33", "Group average | | | | 0.00", "Gauges | +1 | −1 | 0 | 0.00", "Nets | 0 | −1 | +1 | 0.00", "Country average | 0.67 | −0.67 | 0.33 | 0.11"},
		"means of members below the groups": {head, "Lamps | +1 | 0 | 0 | 0.33", "Group average | 1.00 | 0.00 | 0.00 | 0.33", "Gauges | +1 | −1 | 0 | 0.00", "Nets | 0 | −1 | +1 | 0.00",
			"Group average | 0.50 | −1.00 | 0.50 | 0.00", "Country average | 0.67 | −0.67 | 0.33 | 0.11"},
	} {
		rep := groupedSheet(rows...).parse(t)
		m := rep.Matrices[0]
		if len(m.Rows) != 3 || m.Overall == nil || m.Overall.Text != "0.11" || len(m.ColumnAverages) != 3 || m.ColumnAverages[1].Text != "−0.67" {
			t.Errorf("%s: rows %d, overall %+v, columns %+v", name, len(m.Rows), m.Overall, m.ColumnAverages)
		}
		for _, w := range rep.Warnings {
			if w.Kind == "average-twice" {
				t.Errorf("%s: a doubt: %s", name, w.Text)
			}
		}
	}
	// An average of all at the head of the table is one where those at the end have none.
	m := groupedSheet(head, "Overall average | | | | 0.17", "Lamps | +1 | 0 | 0 | 0.33", "Gauges | +1 | −1 | 0 | 0.00", "Country average | 1.00 | −0.50 | 0.00 |").parse(t).Matrices[0]
	if m.Overall == nil || m.Overall.Text != "0.17" {
		t.Errorf("overall %+v", m.Overall)
	}
	// With groups alone there is no average of all.
	m = groupedSheet(head, "Group average | | | | 0.33", "Lamps | +1 | 0 | 0 | 0.33", "Group average | | | | 0.00", "Gauges | +1 | −1 | 0 | 0.00", "Nets | 0 | −1 | +1 | 0.00").parse(t).Matrices[0]
	if m.Overall != nil {
		t.Errorf("overall %+v", m.Overall)
	}
}

// Heads of two lines are so in each group.
func TestMatrixInGroupsWithHeadsOfTwoLines(t *testing.T) {
	s := newSheet().page()
	s.line("*Table A: Scores by Issue Area*")
	s.y += 6
	row := func(lead float64, cells ...string) {
		for i, cell := range cells {
			x := sheetLeft
			if i > 0 {
				x = 160 + 60*float64(i)
			}
			if cell != "" {
				s.at(x, s.y, s.size, cell)
			}
		}
		s.mergeRows()
		s.y += lead * s.size
	}
	heads := func(name string) {
		row(0.8, name, "Canada", "France", "Japan", "United", "United", "Average")
		row(1.4, "", "", "", "", "States", "Kingdom", "")
	}
	heads("Sea Issues")
	row(1.4, "Lamps", "1", "0", "0", "1", "−1", "0.20")
	heads("Shore Issues")
	row(1.4, "Gauges", "1", "−1", "0", "1", "0", "0.20")
	row(1.4, "Nets", "0", "−1", "1", "0", "0", "0.00")
	row(1.4, "Average", "0.67", "−0.67", "0.33", "0.67", "−0.33", "0.13")
	rep := s.page().chapterHead().parse(t)
	m := rep.Matrices[0]
	if len(m.Rows) != 3 || m.Rows[1].Label != "Gauges" || m.Names[3] != "United States" || m.Members[4] != "GBR" {
		t.Fatalf("members %q, rows %+v", m.Members, m.Rows)
	}
	var printed []string
	for _, h := range m.Heads {
		printed = append(printed, h.Text)
	}
	if got := strings.Join(printed, "; "); !strings.Contains(got, "Shore Issues") || !strings.Contains(got, "United Kingdom") {
		t.Errorf("heads %q", got)
	}
	for _, w := range rep.Warnings {
		if w.Kind == "unplaced" {
			t.Errorf("a doubt: %s", w.Text)
		}
	}
}
