package elsewhere

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/vocabulary"
)

// A final report often sets the averages of the interim report beside its own, with the
// change between them: a table with a column or a row for each stage. The column of the
// other stage is a copy of that stage's report.

const (
	// mostStageRows and mostStageColumns bound such a table.
	mostStageRows, mostStageColumns = 400, 40
	// mostStageWords is how many words the head of a stage's column has at the most.
	mostStageWords = 6
	// sameTitle is how alike the title of a row and that of a chapter are.
	sameTitle = 0.8
)

var (
	// reNoFigure finds what columns hold that are of a stage and no averages: changes,
	// places, numbers.
	reNoFigure = lazyregexp.New(`(?i)\b(?:chang|differ|increas|decreas|gap|shift|trend|since|from|less|minus|vs|versus|mov|improve|gain|rise|fall|rank|place|position|number|count|full|partial|non|no|page|date|standard|deviation|median)`)
)

// stageHead is the one stage whose averages a column has by its head; "" for none.
func stageHead(text string) string {
	names := rule.ReStageName.FindAllString(text, -1)
	if len(names) != 1 || len(strings.Fields(text)) > mostStageWords || reNoFigure.MatchString(text) {
		return ""
	}
	return strings.ToLower(names[0])
}

// stageRows gives the rows of a table with columns for the stages of an assessment, and
// which these are, by their head; a table with a row for each stage is turned. A head of two
// lines is one. nil where it is none.
func stageRows(rows [][]string) ([][]string, map[int]string) {
	if len(rows) < 2 || len(rows) > mostStageRows || len(rows[0]) > mostStageColumns {
		return nil, nil
	}
	if out, columns := stageColumns(rows); columns != nil {
		return out, columns
	}
	width := len(rows[0])
	turned := make([][]string, width)
	for _, row := range rows {
		if len(row) != width || len(rows) > mostStageColumns {
			return nil, nil
		}
		for c := range turned {
			turned[c] = append(turned[c], row[c])
		}
	}
	if width < 2 {
		return nil, nil
	}
	return stageColumns(turned)
}

func stageColumns(rows [][]string) ([][]string, map[int]string) {
	heads := rows[0]
	if len(rows) > 2 && len(rows[1]) == len(heads) && !slices.ContainsFunc(rows[1], hasDigits) && slices.Contains(heads, "") {
		filled, last := make([]string, len(heads)), ""
		for c, text := range heads {
			if strings.TrimSpace(text) != "" || c == 0 {
				last = text
			}
			filled[c] = strings.TrimSpace(last + " " + rows[1][c])
		}
		heads, rows = filled, rows[1:]
	}
	shift := 0
	if len(rows[1]) == len(heads)+1 {
		shift = 1 // the corner is empty
	}
	columns := map[int]string{}
	for c, text := range heads {
		if c+shift > 0 && stageHead(text) != "" {
			columns[c+shift] = strings.TrimSpace(text)
		}
	}
	if len(columns) == 0 {
		return nil, nil
	}
	return rows, columns
}

func hasDigits(s string) bool { return strings.ContainsAny(s, "0123456789") }

// OfStages reports whether a table has columns or rows of the stages of an assessment.
func OfStages(rows [][]string) bool {
	_, columns := stageRows(rows)
	return columns != nil
}

// StageTableFigures are the averages that tables beside the summaries give of other stages, by
// commitment or member.
func StageTableFigures(p *rule.Pass) []rule.StageFigure {
	reader, own := stages.NewReader(p), StageOrFinal(p)
	var out []rule.StageFigure
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		rows, columns := stageRows(t.Rows)
		if columns == nil || rule.WarnedOther(p.Report, t.At, rule.UnknownTable) || !reader.Own(rule.ReStageName.ReplaceAllString(t.Title, " ")) {
			continue
		}
		var order []int
		for c := range columns {
			order = append(order, c)
		}
		slices.Sort(order)
		heads := map[string]bool{}
		for _, c := range order {
			heads[columns[c]] = true
		}
		if len(heads) < len(columns) {
			continue // of two columns of one name which is which is not said
		}
		subjects := make([]prose.Subject, len(rows))
		for r, row := range rows[1:] {
			subjects[r+1] = rowSubject(p, row[:min(order[0], len(row))])
		}
		found := map[string]map[int]*rule.StageFigure{}
		for _, c := range order {
			stage := stageHead(columns[c])
			if stage == own || !reader.Own(rule.ReStageName.ReplaceAllString(columns[c], " ")) {
				continue
			}
			figures := averagesBelow(p.Vocabulary, rows, c, columns[c])
			if found[stage] == nil {
				found[stage] = map[int]*rule.StageFigure{}
			}
			for r, a := range figures {
				if subjects[r] == (prose.Subject{}) {
					continue
				}
				f := found[stage][r]
				if f == nil {
					f = &rule.StageFigure{Subject: subjects[r], Stage: stage, Source: "a table" + OnPage(t.At), At: t.At}
					found[stage][r] = f
				}
				if a.Value != nil && f.Value == nil {
					f.Value = a.Value
				}
				if a.Percent != nil && f.Percent == nil {
					f.Percent = a.Percent
				}
			}
		}
		for _, stage := range []string{"preliminary", "interim", FinalStage} {
			for r := range rows {
				if f := found[stage][r]; f != nil {
					out = append(out, *f)
				}
			}
		}
	}
	return out
}

// averagesBelow are the averages in a column, by row; none where a figure is outside the
// scale, or none shows by its form that it is an average.
func averagesBelow(words *vocabulary.Vocabulary, rows [][]string, c int, head string) map[int]model.Average {
	percent := strings.Contains(head, "%") || strings.Contains(strings.ToLower(head), "percent") || strings.Contains(strings.ToLower(head), "per cent")
	out := map[int]model.Average{}
	sure := percent
	for r, row := range rows {
		if r == 0 || c >= len(row) {
			continue
		}
		text := strings.TrimSpace(row[c])
		if percent && hasDigits(text) && !strings.Contains(text, "%") {
			text += "%"
		}
		a, ok := scoretext.ParseAverage(words, text)
		if !ok {
			continue
		}
		if a.Value != nil && OutsideScale(a.Value.Rat()) {
			return nil
		}
		sure = sure || a.Percent != nil || a.Value.Places > 0
		out[r] = a
	}
	if !sure {
		return nil
	}
	return out
}

// rowSubject is what a row of figures is about by the cells before them: a member, a
// commitment of the report, all of them; the zero value where that is not certain.
func rowSubject(p *rule.Pass, cells []string) prose.Subject {
	whole := strings.TrimSpace(strings.Join(cells, " "))
	for _, cell := range cells {
		if code, ok := p.Vocabulary.MemberHead(cell); ok {
			return prose.Subject{Kind: prose.Member, Member: code}
		}
	}
	if OverallLabel(p.Vocabulary, whole) {
		return prose.Subject{Kind: prose.Overall}
	}
	if n := commitmentOfRow(p.Report, whole); n != 0 {
		return prose.Subject{Kind: prose.Commitment, Commitment: n}
	}
	return prose.Subject{}
}

// OverallLabel reports whether a label is that of the average of everything, with or
// without the sign of a note.
func OverallLabel(words *vocabulary.Vocabulary, text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), "*†‡§¹²³ ")
	return text != "" && words.AverageLabel(text)
}
