package scores

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Some put two stages of a report side by side: each member has a column for the interim
// report and one for the final, together below his name, or all members stand once more
// further to the right. Each stage is a table of its own.

const (
	// KindStages is the kind of the warning on a table that was divided so.
	KindStages = "stages"
	// mostStages is how many there may be.
	mostStages = 6
	// fewestStaged is how many members have a column in each.
	fewestStaged = 3
)

// stagedTable is a table with several stages side by side.
type stagedTable struct {
	grid    [][]string
	shown   []int
	head    int // its last row
	labels  []int
	stages  []stage
	figures []int // columns that are of no stage: what changed between them
	named   []string
}

// stage is one of them: its name and its columns, the averages' apart.
type stage struct {
	name     string
	columns  []int
	averages []int
}

// findStages finds the stages of a table; nil where it has none.
func findStages(from rows, words *vocabulary.Vocabulary) *stagedTable {
	grid, shown, ok := readGrid(from)
	if !ok {
		return nil
	}
	for h := 0; h < len(grid) && h <= maxTitles; h++ {
		for _, find := range []func(*stagedTable, int, *vocabulary.Vocabulary) bool{(*stagedTable).together, (*stagedTable).apart} {
			if t := (&stagedTable{grid: grid, shown: shown}); find(t, h, words) {
				return t
			}
		}
	}
	return nil
}

// cellAt is a cell of the grid, empty where the row is shorter.
func (t *stagedTable) cellAt(r, c int) string {
	if r < 0 || r >= len(t.grid) || c >= len(t.grid[r]) {
		return ""
	}
	return seen(t.grid[r][c])
}

// columnGroup is a head and the columns below it.
type columnGroup struct {
	name    string
	columns []int
}

// together reads a head of two lines: a member above, and below him the same labels for
// each.
func (t *stagedTable) together(h int, words *vocabulary.Vocabulary) bool {
	if h+1 >= len(t.grid) {
		return false
	}
	width := max(len(t.grid[h]), len(t.grid[h+1]))
	var groups []columnGroup
	for c := range width {
		above, below := t.cellAt(h, c), t.cellAt(h+1, c)
		switch {
		case above != "":
			groups = append(groups, columnGroup{above, []int{c}})
		case below != "" && len(groups) > 0:
			groups[len(groups)-1].columns = append(groups[len(groups)-1].columns, c)
		case below != "":
			t.labels = append(t.labels, c)
		}
	}
	var names []string
	members := 0
	for _, g := range groups {
		if _, is := memberHead(g.name, words); !is {
			continue
		}
		var own []string
		for _, c := range g.columns {
			own = append(own, t.cellAt(h+1, c))
		}
		if members++; members == 1 {
			names = own
		}
		if !slices.Equal(own, names) {
			return false
		}
	}
	if members < fewestStaged || len(names) < 2 || len(names) > mostStages || slices.Contains(names, "") {
		return false
	}
	sorted := slices.Clone(names)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) < len(names) {
		return false
	}
	t.head, t.named = h+1, make([]string, width)
	for _, name := range names {
		t.stages = append(t.stages, stage{name: name})
	}
	for _, c := range t.labels {
		t.named[c] = t.cellAt(h+1, c)
	}
	for k, g := range groups {
		_, member := memberHead(g.name, words)
		switch {
		case k == 0 && !member && len(g.columns) == 1: // the rows' names
			t.labels = append(t.labels, g.columns[0])
			t.named[g.columns[0]] = g.name
		case len(g.columns) >= len(names):
			for s, c := range g.columns {
				t.named[c] = g.name
				if s >= len(names) {
					t.named[c] = t.cellAt(h+1, c)
					t.figures = append(t.figures, c)
				} else {
					t.stages[s].add(c, !member)
				}
			}
		default:
			for _, c := range g.columns {
				t.named[c] = g.name
				t.figures = append(t.figures, c)
			}
		}
	}
	return true
}

func (s *stage) add(column int, average bool) {
	if s.columns = append(s.columns, column); average {
		s.averages = append(s.averages, column)
	}
}

// apart reads a head in which all members stand again, in the same order.
func (t *stagedTable) apart(h int, words *vocabulary.Vocabulary) bool {
	var codes []string
	var at []int
	for c, cell := range t.grid[h] {
		if code, is := memberHead(seen(cell), words); is {
			codes, at = append(codes, code), append(at, c)
		}
	}
	n := 0
	if len(codes) > 0 {
		n = slices.Index(codes[1:], codes[0]) + 1
	}
	if n < fewestStaged || len(codes)%n != 0 || len(codes)/n > mostStages {
		return false
	}
	for k, code := range codes {
		if code != codes[k%n] {
			return false
		}
	}
	t.head, t.named = h, make([]string, len(t.grid[h]))
	for c := range t.named {
		t.named[c] = t.cellAt(h, c)
		if c < at[0] {
			t.labels = append(t.labels, c)
		}
	}
	for k := 0; k < len(at); k += n {
		end := len(t.named)
		if k+n < len(at) {
			end = at[k+n]
		}
		s := stage{name: fmt.Sprintf("columns %s to %s", columnLetters(at[k]), columnLetters(at[k+n-1]))}
		for c := at[k]; c < end; c++ {
			if name := t.cellAt(h-1, c); name != "" && len(s.columns) == 0 {
				s.name = name
			}
			_, member := memberHead(t.named[c], words)
			switch {
			case t.named[c] == "":
			case c > at[k+n-1] && k+n >= len(at) && !words.AverageLabel(t.named[c]) && !words.HasHead(t.named[c], averageHeads...) && !words.HasHead(t.named[c], percentLabels...):
				t.figures = append(t.figures, c)
			default:
				s.add(c, !member)
			}
		}
		t.stages = append(t.stages, s)
	}
	return true
}

// stageRows are the records of one stage, or of the figures of all.
type stageRows struct {
	sheetRows
	lines []int
}

// Shown is the number of the row in the file.
func (s *stageRows) Shown() int {
	if s.shown == 0 || s.shown > len(s.lines) {
		return 0
	}
	return s.lines[s.shown-1]
}

// take gives the rows of some columns; the titles above the head stand with the first stage
// alone.
func (t *stagedTable) take(columns []int, titles bool) *stageRows {
	out := &stageRows{}
	for r := range t.grid {
		if r < t.head {
			if text, alone := loneCell(t.grid[r]); alone && titles && text != "" {
				out.rest, out.lines = append(out.rest, []string{text}), append(out.lines, t.shown[r])
			}
			continue
		}
		line := make([]string, len(columns))
		for k, c := range columns {
			if line[k] = t.named[c]; r > t.head {
				line[k] = ""
				if c < len(t.grid[r]) {
					line[k] = t.grid[r][c]
				}
			}
		}
		out.rest, out.lines = append(out.rest, line), append(out.lines, t.shown[r])
	}
	return out
}

// readStages reads each stage of a table that has several as a table of its own; none where
// it has none, or they are no scores.
func readStages(report model.Report, open func() rows, semicolons bool, words *vocabulary.Vocabulary) []*model.Report {
	t := findStages(open(), words)
	if t == nil {
		return nil
	}
	var out []*model.Report
	var names []string
	for k, s := range t.stages {
		own := report
		own.Warnings = slices.Clone(report.Warnings)
		columns := append(slices.Clone(t.labels), s.columns...)
		ok, err := readUpright(&own, func() rows { return t.take(columns, k == 0) }, semicolons, words)
		if err != nil || !ok || !mostlyScores(&own) {
			return nil
		}
		if own.Source.Sheet = s.name; report.Source.Sheet != "" {
			own.Source.Sheet = report.Source.Sheet + ": " + s.name
		}
		out, names = append(out, &own), append(names, "“"+s.name+"”")
	}
	for _, own := range out {
		own.Warnings = append(own.Warnings, model.Warning{Kind: KindStages, Text: fmt.Sprintf(
			"each member has a column for each of %s: they are read as tables of their own", strings.Join(names, ", "))})
	}
	return out
}

// stageFigures adds the averages of all stages, and what stands beside them of no stage, as
// a table of figures.
func stageFigures(report *model.Report, open func() rows, words *vocabulary.Vocabulary) bool {
	t := findStages(open(), words)
	if t == nil || len(t.figures) == 0 {
		return false
	}
	columns := slices.Clone(t.labels)
	for _, s := range t.stages {
		for _, c := range s.averages {
			t.named[c] = strings.TrimSpace(t.named[c] + " (" + s.name + ")")
			columns = append(columns, c)
		}
	}
	columns = append(columns, t.figures...)
	return addFigures(report, "", t.take(columns, false), words)
}
