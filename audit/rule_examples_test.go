package audit

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// example is what a rule's Example says, as reports that can be audited.
type example struct {
	fires []*model.Report // in each of them the rule finds something
	near  []*model.Report // in each of them it compares and finds nothing
	// against is what rules on several files hold them against.
	against []*model.Report
}

// TestExamplesAreExecuted audits what every rule's Example says: the text that
// users read ('recount rules', docs/rules.md) must be true. What the text names
// before 'Near miss' stands in the reports in which the rule fires, or in what it
// says of them; what it names from there on stands in those in which it does not.
func TestExamplesAreExecuted(t *testing.T) {
	table := examples(t)
	for _, r := range rule.Rules() {
		e, ok := table[r.ID]
		if !ok {
			t.Errorf("%s: its example is not executed", r.ID)
			continue
		}
		delete(table, r.ID)
		t.Run(r.ID, func(t *testing.T) {
			if len(e.fires) == 0 || len(e.near) == 0 {
				t.Fatalf("%d cases in which it fires, %d near misses", len(e.fires), len(e.near))
			}
			hit, miss, _ := strings.Cut(r.Example, "Near miss")
			var said strings.Builder
			for i, report := range e.fires {
				res := audited(t, report, e.against, r.ID)
				if c := countOf(res, r.ID); c.Failed == 0 {
					t.Errorf("case %d: nothing is found: %+v", i+1, c)
				}
				wordsOf(t, &said, report)
				wordsOf(t, &said, res.Findings)
				meansOf(&said, report)
			}
			wordsOf(t, &said, e.against)
			meansOf(&said, together(e.against))
			standIn(t, hit, said.String())
			said.Reset()
			for i, report := range e.near {
				res := audited(t, report, e.against, r.ID)
				if c := countOf(res, r.ID); c.Failed > 0 || c.Checked == 0 {
					t.Errorf("near miss %d: %d compared: %+v %+v", i+1, c.Checked, res.Findings, c.Reasons)
				}
				wordsOf(t, &said, report)
				meansOf(&said, report)
			}
			wordsOf(t, &said, e.against)
			meansOf(&said, together(e.against))
			standIn(t, miss, said.String())
		})
	}
	for id := range table {
		t.Errorf("%s: an example of no rule", id)
	}
}

// audited runs one rule on a report, and on others with it where there are some.
func audited(t *testing.T, r *model.Report, against []*model.Report, id string) Result {
	t.Helper()
	opt := Options{Only: []string{id}}
	res := run(t, r, opt)
	if len(against) == 0 {
		return res
	}
	results := []Result{res}
	if err := RunAcross(context.Background(), []*model.Report{Keep(r, nil)}, results, against, opt); err != nil {
		t.Fatal(err)
	}
	remember(results[0])
	return results[0]
}

// wordsOf writes every text and number of v as its JSON has it, a line each;
// places are left out, since their numbers are nobody's figures.
func wordsOf(t *testing.T, out *strings.Builder, v any) {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var tree any
	if err := dec.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, part := range v {
				if !slices.Contains([]string{"at", "cells_at", "offset", "schema", "sha256"}, key) {
					walk(part)
				}
			}
		case []any:
			for _, part := range v {
				walk(part)
			}
		case json.Number:
			out.WriteString(v.String() + "\n")
		case string:
			out.WriteString(v + "\n")
		}
	}
	walk(tree)
}

// meansOf writes the means that a reader can count in a report: of every chapter's
// table and every row and column of a summary table, as a fraction and as it is
// rounded; with members without a score left out, and as 0.
func meansOf(out *strings.Builder, r *model.Report) {
	mean := func(scores []*int) {
		sum, n := 0, 0
		for _, s := range scores {
			if s != nil {
				sum, n = sum+*s, n+1
			}
		}
		for _, n := range []int{n, len(scores)} {
			if n == 0 {
				continue
			}
			fmt.Fprintf(out, "%d/%d\n", sum, n)
			exact := big.NewRat(int64(sum), int64(n))
			percent := new(big.Rat).Mul(new(big.Rat).Add(exact, big.NewRat(1, 1)), big.NewRat(50, 1))
			for places := 2; places <= 4; places++ {
				sign := "+"
				if sum < 0 {
					sign = ""
				}
				fmt.Fprintf(out, "%s%s\n%s%%\n", sign, exact.FloatString(places), percent.FloatString(places))
			}
		}
	}
	for _, c := range r.Commitments {
		if c.Assessment == nil {
			continue
		}
		var scores []*int
		for _, s := range c.Assessment.Scores {
			scores = append(scores, s.Score)
		}
		mean(scores)
	}
	for _, m := range r.Matrices {
		columns := make([][]*int, len(m.Members))
		for _, row := range m.Rows {
			mean(row.Scores)
			for k, s := range row.Scores {
				columns[k] = append(columns[k], s)
			}
		}
		for _, scores := range columns {
			mean(scores)
		}
	}
}

// kelpRow is a table with one row of eight scores whose mean is 5/8.
func kelpRow(id, by, average string) *model.Report {
	r := tableOf(id + "|We will plant kelp along the whole coast" + by + " and share what we learn with our neighbours|" + average + "|+ + 0")
	a := r.Commitments[0].Assessment
	for i, code := range []string{"DEU", "JPN", "GBR", "USA", "RUS"} {
		score := 1
		if i > 2 {
			score = 0
		}
		a.Scores = append(a.Scores, model.Score{Member: code, Name: code, Score: &score})
	}
	return r
}

// together is one table of all scores of such reports' chapters.
func together(reports []*model.Report) *model.Report {
	all := &model.Assessment{}
	for _, r := range reports {
		for _, c := range r.Commitments {
			all.Scores = append(all.Scores, c.Assessment.Scores...)
		}
	}
	return &model.Report{Commitments: []model.Commitment{{Assessment: all}}}
}

// What a text names: words in quotation marks, days, figures, ids, and words that
// begin with a capital inside a sentence.
var (
	quoted     = regexp.MustCompile(`(?:^|[\s(])'([^']+)'`)
	namedDay   = regexp.MustCompile(`\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b`)
	figure     = regexp.MustCompile(`[+-]?\d+(?:[.,/-]\d+)*%?`)
	namedWord  = regexp.MustCompile(`[a-z,] ([A-Z][a-z]+)\b`)
	plainMarks = strings.NewReplacer("−", "-", "–", "-", "’", "'", " %", "%", "“", "'", "”", "'")
)

// namedIn gives what a text names, each once.
func namedIn(text string) []string {
	text = plainMarks.Replace(text)
	var out []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, m := range quoted.FindAllStringSubmatch(text, -1) {
		for part := range strings.SplitSeq(m[1], "…") {
			add(part)
		}
	}
	for _, pattern := range []*regexp.Regexp{namedDay, figure} {
		for _, m := range pattern.FindAllString(text, -1) {
			add(m)
		}
	}
	for _, m := range namedWord.FindAllStringSubmatch(text, -1) {
		add(m[1])
	}
	return out
}

// standIn requires that everything that a text names stands in what was executed,
// not as a part of a longer figure.
func standIn(t *testing.T, text, executed string) {
	t.Helper()
	executed = plainMarks.Replace(executed)
	for _, name := range namedIn(text) {
		begin, end := `(?:^|[^\d.+-])`, `(?:$|[^\d%])`
		if c := name[0]; c < '0' || c > '9' {
			begin = ""
		}
		if c := name[len(name)-1]; c < '0' || c > '9' {
			end = ""
		}
		if !regexp.MustCompile(begin + regexp.QuoteMeta(name) + end).MatchString(executed) {
			t.Errorf("the example names %q, which is not in what was executed", name)
		}
	}
}

func TestNamedIn(t *testing.T) {
	for text, want := range map[string]string{
		"'22 of 53 (43%)', which is 41.5 %":                    "22 of 53 (43%)|22|53|43%|41.5%",
		"the chapter's 3/8 = +0.375 for −1 and Canada's":       "3/8|+0.375|-1|Canada",
		"On 31 June 2031; '… that the ministry' in row 2031-7": "that the ministry|31 June 2031|31|2031|2031-7",
	} {
		if got := strings.Join(namedIn(text), "|"); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// The members of the examples, in the order of their tables.
var (
	exampleCodes = strings.Fields("CAN FRA DEU ITA JPN GBR USA RUS ARG AUS BRA CHN IND IDN KOR MEX SAU ZAF TUR EU ESP")
	exampleNames = strings.Split("Canada|France|Germany|Italy|Japan|United Kingdom|United States|Russia|Argentina|Australia|Brazil|China|India|Indonesia|Korea|Mexico|Saudi Arabia|South Africa|Türkiye|European Union|Spain", "|")
)

// readScore gives the score that such a cell has, nil where it has none.
func readScore(cell string) *int {
	switch cell {
	case "+1":
		return ptr(1)
	case "0":
		return ptr(0)
	case "-1":
		return ptr(-1)
	}
	return nil
}

// scored is a chapter whose table has such cells and such an average; "." is a
// blank cell.
func scored(stated, cells string) model.Commitment {
	c := model.Commitment{Number: 1, ID: "2031-1", Assessment: &model.Assessment{Average: average(stated)}}
	for k, cell := range strings.Fields(cells) {
		s := model.Score{Member: exampleCodes[k], Name: exampleNames[k], Score: readScore(cell), Text: cell}
		if cell == "." {
			s.Text = ""
		}
		c.Assessment.Scores = append(c.Assessment.Scores, s)
	}
	return c
}

// oneTable is a report of one chapter with such a table.
func oneTable(stated, cells string) *model.Report {
	return &model.Report{Schema: model.SchemaReport, Commitments: []model.Commitment{scored(stated, cells)}}
}

// rowsOf is a table of published scores with such chapters as its records.
func rowsOf(rows ...model.Commitment) *model.Report {
	r := &model.Report{Schema: model.SchemaReport, Commitments: rows}
	for i := range rows {
		rows[i].Number, rows[i].ID, rows[i].Row = i+1, fmt.Sprintf("2031-%d", i+1), i+2
	}
	return r
}

// inText is a report with such paragraphs in front of its chapters.
func inText(paragraphs ...string) *model.Report {
	r := &model.Report{Schema: model.SchemaReport, Report: model.Info{Forum: "G8"}}
	s := model.Section{Heading: "Introduction"}
	for _, text := range paragraphs {
		s.Paragraphs = append(s.Paragraphs, model.Text{Text: text})
	}
	r.Sections = []model.Section{s}
	return r
}

// acted is a report of one section with actions on such days, each with the first
// words of its text, a note for each published on the day behind the bar.
func acted(actions ...string) *model.Report {
	v := model.Verdict{Member: "CAN", Name: "Canada"}
	r := &model.Report{Schema: model.SchemaReport}
	for i, a := range actions {
		part := strings.Split(a, "|")
		act := model.Action{Date: part[0], DateText: part[1], Text: part[1] + ", Canada opened another office."}
		for k, published := range part[2:] {
			published, accessed, _ := strings.Cut(published, ">")
			number := 10*i + k + 1
			act.Footnotes = append(act.Footnotes, model.Ref{Number: number})
			note := model.Footnote{Number: number, Commitment: 1, Text: "Notice, Harbour Office, " + published + ".", Published: published, PublishedText: published}
			if len(published) == len("2031-01-01") {
				note.PublishedText = writtenDay(published)
			}
			if accessed != "" {
				note.Accessed, note.AccessedText = accessed, writtenDay(accessed)
			}
			r.Footnotes = append(r.Footnotes, note)
		}
		v.Actions = append(v.Actions, act)
	}
	r.Commitments = []model.Commitment{{Number: 1, Verdicts: []model.Verdict{v}}}
	return r
}

// withText gives the last action of a report other words.
func withText(r *model.Report, text string) *model.Report {
	v := &r.Commitments[0].Verdicts[0]
	v.Actions[len(v.Actions)-1].Text = text
	return r
}

// sourced is a report with such notes, and a marker for each.
func sourced(notes ...model.Footnote) *model.Report {
	v := model.Verdict{Member: "CAN", Name: "Canada"}
	for i := range notes {
		if notes[i].Number == 0 {
			notes[i].Number = i + 1
		}
		notes[i].Commitment = 1
		notes[i].Text = strings.Join([]string{notes[i].Title, notes[i].Text, notes[i].PublishedText, notes[i].AccessedText, notes[i].URL}, " ")
		v.Actions = append(v.Actions, model.Action{Text: "Canada opened an office.", Footnotes: []model.Ref{{Number: notes[i].Number}}})
	}
	return &model.Report{Schema: model.SchemaReport, Footnotes: notes, Commitments: []model.Commitment{{Number: 1, Verdicts: []model.Verdict{v}}}}
}

// counted is a report whose chapters have such markers and notes.
func counted(chapters ...[2][]int) *model.Report {
	r := &model.Report{Schema: model.SchemaReport}
	for i, numbers := range chapters {
		v := model.Verdict{Member: "CAN", Name: "Canada"}
		for _, n := range numbers[0] {
			v.Actions = append(v.Actions, model.Action{Date: "2031-05-05", DateText: "5 May 2031", Text: "On 5 May 2031, Canada opened an office.", Footnotes: []model.Ref{{Number: n}}})
		}
		for _, n := range numbers[1] {
			r.Footnotes = append(r.Footnotes, model.Footnote{Number: n, Commitment: i + 1, Text: "Notice, Harbour Office."})
		}
		r.Commitments = append(r.Commitments, model.Commitment{Number: i + 1, Verdicts: []model.Verdict{v}})
	}
	return r
}

// levelled is a report of one chapter with such a scoring table, for +1, 0 and −1.
func levelled(full, partial, none string) *model.Report {
	r := &model.Report{Schema: model.SchemaReport, Commitments: []model.Commitment{{Number: 1}}}
	r.Commitments[0].Rubric = levelsOf(full, partial, none)
	return r
}

func levelsOf(full, partial, none string) []model.Level {
	return []model.Level{{Score: ptr(1), Label: "+1", Text: full}, {Score: ptr(0), Label: "0", Text: partial}, {Score: ptr(-1), Label: "-1", Text: none}}
}

// shares is a table of percentages of a number of cells, which stand one a row.
func shares(n int, percents ...int) *model.Report {
	table := model.Table{Rows: [][]string{{"summit", "n", "percent"}}}
	for _, p := range percents {
		table.Rows = append(table.Rows, []string{"S", fmt.Sprint(n), fmt.Sprintf("%d%%", p)})
	}
	return &model.Report{Schema: model.SchemaReport, Tables: []model.Table{table}}
}

// numberedPages is a file whose pages print such numbers.
func numberedPages(numbers ...int) *model.Report {
	h := model.RunningHead{Text: "Report #"}
	for i, n := range numbers {
		h.Pages, h.Numbers = append(h.Pages, i+1), append(h.Numbers, n)
	}
	return &model.Report{Schema: model.SchemaReport, Source: model.Source{File: "pages.pdf", Pages: len(numbers)}, RunningHeads: []model.RunningHead{h}}
}

// summaryRow is a summary table whose first row has such an average; those of the
// rows below show that members without a score are left out.
func summaryRow(stated, cells string) *model.Report {
	m := model.Matrix{Title: "Table 1: Final Scores"}
	for i, text := range []string{stated, "+0.25", "+0.25", "+0.25"} {
		row := model.MatrixRow{Number: i + 1, ID: fmt.Sprintf("2031-%d", i+1), Label: "Harbours", Average: average(text), Cells: strings.Fields(cells)}
		for _, cell := range row.Cells {
			row.Scores = append(row.Scores, readScore(cell))
		}
		m.Rows = append(m.Rows, row)
		m.Members, m.Names = exampleCodes[:len(row.Cells)], exampleNames[:len(row.Cells)]
	}
	return &model.Report{Schema: model.SchemaReport, Matrices: []model.Matrix{m}}
}

// summaryColumn is a summary table of one member, Canada, with such an average.
func summaryColumn(stated, cells string) *model.Report {
	r := &model.Report{Schema: model.SchemaReport}
	m := model.Matrix{Title: "Table 1: Final Scores", Members: exampleCodes[:1], Names: exampleNames[:1]}
	for i, cell := range strings.Fields(cells) {
		m.Rows = append(m.Rows, model.MatrixRow{Number: i + 1, Label: fmt.Sprintf("Subject %d", i+1), Scores: []*int{readScore(cell)}, Cells: []string{cell}})
	}
	a := average(stated)
	m.ColumnAverages = []model.ColumnAverage{{Member: "CAN", Text: stated, Value: a.Value}}
	r.Matrices = []model.Matrix{m}
	return r
}

// marshes is the report of proseReport with one commitment more.
func marshes(t *testing.T, text string) *model.Report {
	r := proseReport(t, text)
	m := &r.Matrices[0]
	m.Rows = append(m.Rows, model.MatrixRow{Number: 5, ID: "2031-35", Label: "Land: Marsh Drainage",
		Scores: []*int{ptr(1), ptr(1), ptr(0), ptr(-1), nil}, Cells: []string{"1", "1", "0", "-1", "n/a"}, Average: average("+0.25 (63%)")})
	m.ColumnAverages, m.Overall = nil, nil
	r.CommitmentsList = append(r.CommitmentsList, model.ListedPromise{Number: 5, Text: "We will drain the marshes."})
	return r
}

// manyRows are so many commitments of a year, each with words of its own.
func manyRows(year, n int) []string {
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("%d-%d|We will build pier %d at the coast.|0.33|+ 0 0", year, i+1, 100+i))
	}
	return lines
}

// examples has an entry for every rule.
func examples(t *testing.T) map[string]example {
	clean := func(change func(r *model.Report)) *model.Report {
		r := cleanReport()
		change(r)
		return r
	}
	chapter := func(change func(r *model.Report)) *model.Report {
		r := chapterReport()
		change(r)
		return r
	}
	all := func(r ...*model.Report) []*model.Report { return r }
	withAction := func(a ...model.Action) *model.Report {
		return clean(func(r *model.Report) {
			v := verdict(r, 2, "IND")
			v.Actions = append(v.Actions, a...)
		})
	}
	opened := model.Action{Date: "2031-05-05", DateText: "5 May 2031", Text: "On 5 May 2031, the ministry opened an office."}
	next := model.Action{Text: "It was opened by the minister.", Footnotes: []model.Ref{{Number: 33}}}
	twelve := func(change func(f *model.Footnote)) *model.Report {
		return chapter(func(r *model.Report) { change(notes(r, 12)) })
	}
	published := func(day, words, read, readWords string) *model.Report {
		return sourced(model.Footnote{Published: day, PublishedText: words, Accessed: read, AccessedText: readWords, URL: "https://norland.example/a/b"})
	}
	plan := func(number int, title, day, url string) model.Footnote {
		return model.Footnote{Number: number, Title: title, Published: day, PublishedText: day, URL: url}
	}
	const page = "https://norland.example/news/7"
	firstCell := func(text string) *model.Report {
		return clean(func(r *model.Report) {
			noMatrix(r)
			s := &r.Commitments[0].Assessment.Scores[3]
			s.Score, s.Text, s.Column = nil, text, ""
		})
	}
	overall := func(stated string) *model.Report {
		return clean(func(r *model.Report) { r.Matrices[0].Overall = average(stated) })
	}
	conflict := func(full, guideline, row string) *model.Report {
		r := levelled(full, row, "The member takes no action.")
		r.Commitments[0].Guidelines = levelsOf(full, guideline, "The member takes no action.")
		return r
	}
	concluded := func(score int) *model.Report {
		return chapter(func(r *model.Report) {
			v := verdict(r, 1, "CAN")
			v.HeadingScore, v.ConcludingScore = ptr(score), ptr(score)
			v.Heading = &model.Text{Text: "Canada: " + reckon.SignedScore(score)}
			v.Concluding.Text = fmt.Sprintf("Thus, Canada receives a score of %s.", reckon.SignedScore(score))
			v.Closing.Text = "Canada took strong action to repair lighthouses and to staff the towers, but its action to electrify the lamps is insufficient."
		})
	}
	period := periodOf("2031-07-07", "2032-05-30", "7 July 2031 to 30 May 2032")
	norport := func(stage string, p *model.Period) model.Info {
		return model.Info{Title: "2031 Norport " + reckon.Capital(stage) + " Compliance Report", Forum: "G20", Stage: stage, Summit: model.Summit{Name: "Norport", Year: 2031}, Period: p}
	}
	twoPeriods := norport("final", period)
	twoPeriods.Periods = []model.Period{{From: "2031-07-07", To: "2032-05-31", Text: "from 7 July 2031 to 31 May 2032", At: model.At{{Page: 2}}}}
	dated := norport("final", periodOf("2030-11-17", "2031-09-05", "17 November 2030 to 5 September 2031"))
	dated.Published = "2031-09-03"
	dated.Cover = []model.Text{{Text: "3 September 2031"}}
	earlierPeriod := norport("final", period)
	earlierPeriod.Periods = []model.Period{{From: "2031-07-07", To: "2032-01-15", Text: "from 7 July 2031 to 15 January 2032", At: model.At{{Page: 2}}}}
	inPeriod := func(a string) *model.Report {
		r := acted(a)
		r.Report = model.Info{Forum: "G7", Period: &model.Period{From: "2031-05-03", To: "2032-03-02", Text: "3 May 2031 to 2 March 2032"}}
		return r
	}
	wider := func(text string) *model.Report {
		final := source("final.pdf", "final", wells, ports, "2031-9|We will mend the ships of the fleet.|0.33|+ 0 0")
		final.Sections = []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: text, At: model.At{{Page: 2}}}}}}
		return final
	}
	seven := func(last string) *model.Report {
		return rowsOf(scored("+0.29", "+1 +1 0 0 0 0 n/a"), scored("+0.29", "0 +1 0 +1 0 n/a 0"), scored("+0.29", "+1 +1 +1 -1 n/a 0 0"), scored("+0.29", last))
	}
	halves := "+1 +1 +1 0 0 0 0 0"
	half := "Average compliance rose from %s in the interim report to +0.44 (72%%)."

	return map[string]example{
		"action-without-footnote": {
			fires: all(withAction(opened), withAction(opened, next)),
			near:  all(withAction(model.Action{Text: "No further offices were opened."})),
		},
		"average-stated": {
			fires: all(oneTable("+0.40", halves)),
			near:  all(oneTable("+0.38", halves), oneTable("+0.37", halves)),
		},
		"average-unattainable": {
			fires: all(oneTable("+0.40", "+1 +1 +1 0 0 0 0 ?")),
			near:  all(oneTable("+0.38", "+1 +1 +1 0 0 0 0 ?"), oneTable("+0.38", halves)),
		},
		"citation-access-before-publication": {
			fires: all(published("2032-06-05", "5 June 2032", "2032-03-04", "4 March 2032")),
			near: all(published("2032-03-04", "4 March 2032", "2032-03-04", "4 March 2032"),
				published("2032-03", "March 2032", "2032-03-04", "4 March 2032")),
		},
		"citation-access-missing": {
			fires: all(twelve(func(f *model.Footnote) {
				f.Accessed, f.AccessedText = "", ""
				f.Text = strings.Replace(f.Text, "Access Date: 20 June 2006. ", "", 1)
			})),
			near: all(twelve(func(f *model.Footnote) { f.Accessed, f.AccessedText, f.URL = "", "", "" })),
		},
		"citation-date-mismatch": {
			fires: all(acted("2032-03-05|On 5 March 2032|2031-03-05"), acted("2032-03-05|On 5 March 2032|2032-02-20>2032-03-01")),
			near: all(acted("2032-03-05|On 5 March 2032|2032-03-09"), acted("2032-03-05|On 5 March 2032|2019|2032-03-05"),
				withText(acted("2032-03-05|On 5 March 2032|2032-02-20>2032-03-01"), "Canada will open another office on 5 March 2032.")),
		},
		"citation-reused": {
			fires: all(sourced(plan(4, "Harbour Plan", "2031-05-05", page), plan(9, "Fisheries Act", "2031-05-05", page))),
			near: all(sourced(plan(4, "Harbour Plan", "2031-05-05", page), plan(9, "Harbour plan", "2031-05-05", page)),
				sourced(plan(4, "Harbour Plan", "2031-05-05", page), plan(9, "Harbour Plan", "", page)),
				sourced(plan(1, "Harbour Plan", "2031-05-05", page), plan(2, "Harbour Plan", "2031-05-05", page),
					plan(4, "Harbour Plan", "2031-05-05", "https://norland.example/"), plan(9, "Fisheries Act", "2031-06-05", "https://norland.example/"))),
		},
		"citation-url-malformed": {
			fires: all(sourced(model.Footnote{URL: "ttps://norland.example"}), sourced(model.Footnote{URL: "https:/norland.example"}), sourced(model.Footnote{URL: "https://norland.example/a b"})),
			near:  all(sourced(model.Footnote{URL: "https://archive.example/web/2031/https://norland.example/a"}), sourced(model.Footnote{URL: "www.norland.example"})),
		},
		"count-stated": {
			fires: all(inText("Climate is the subject of 22 of 53 commitments (43%).")),
			near:  all(inText("Banks are named in 5 of 120 (4%).", "They kept 9 of 21 (43%).", "They kept 4 to 6 of 20 (25%).")),
		},
		"date-impossible": {
			fires: all(inText("On 31 June 2031 a lamp failed."), inText("A lamp failed on 29 February 2031.")),
			near:  all(inText("A lamp failed on 29 February 2032, another on 31 Mars 2031.")),
		},
		"date-order": {
			fires: all(acted("2031-05-04|On 4 May", "2031-06-09|On 9 June", "2031-05-02|On 2 May")),
			near:  all(acted("2031-05-04|On 4 May", "2031-05-04|On 4 May"), acted("2031-06-09|On 9 June", "2031-06|In June")),
		},
		"date-outside-period": {
			fires: all(inPeriod("2032-03-09|On 9 March 2032")),
			near:  all(chapter(func(r *model.Report) { redate(action(r, "ITA", 0), "2005-07-06") }), inPeriod("2032-03|In March 2032")),
		},
		"date-repeated": {
			fires: all(acted("2031-05-04|On 4 May 2031, On 4 May 2031, the ministry said")),
			near:  all(acted("2031-05-04|The towers were dark from 4 May 2031 to 4 May 2032")),
		},
		"file-incomplete": {
			// Package parse says which pages are missing; the rule repeats it.
			fires: all(func() *model.Report {
				r := numberedPages(1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12)
				r.Warnings = []model.Warning{{Kind: "pages-missing", Text: "page 8 of the file prints the number 8, page 9 the number 10", At: model.At{{Page: 8}, {Page: 9}}}}
				return r
			}()),
			near: all(numberedPages(1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3)),
		},
		"footnote-duplicate": {
			fires: all(counted([2][]int{{11, 12, 14}, {11, 12, 12, 14}})),
			near:  all(counted([2][]int{{11, 12}, {11, 12}}, [2][]int{{10, 11, 12}, {10, 11, 12}})),
		},
		"footnote-gap": {
			fires: all(counted([2][]int{{11, 12, 14}, {11, 12, 14}})),
			near:  all(counted([2][]int{{11, 12}, {11, 12}}, [2][]int{{1, 2}, {1, 2}}), counted([2][]int{{3028, 3029}, {3028, 3029}})),
		},
		"footnote-unreferenced": {
			fires: all(counted([2][]int{{11, 13}, {11, 12, 13}})),
			near: all(func() *model.Report {
				r := counted([2][]int{{11, 13}, {11, 12, 13}})
				r.Commitments[0].Background = []model.Text{{Text: "Offices were few.", Footnotes: []model.Ref{{Number: 12, Offset: 17}}}}
				return r
			}()),
		},
		"footnote-without-note": {
			fires: all(counted([2][]int{{11, 12, 13, 14}, {11, 12, 14}}), strayMarker("A quay of 40 m.", 15)),
			near: all(func() *model.Report {
				r := counted([2][]int{{902, 903}, {902, 903}})
				r.Commitments[0].Background = []model.Text{{Text: "Quays of 40 m", Footnotes: []model.Ref{{Number: 2, Offset: 13}}}}
				return r
			}(), strayMarker("A quay of 40 m is enough.", 14)),
		},
		"front-matter": {
			fires: all(titlePage(twoPeriods, 0), titlePage(norport("final", nil), 0, "The 2031 Norport Interim Compliance Report reviews what was done."), titlePage(dated, 0)),
			near: all(titlePage(earlierPeriod, 0, "To recall: the interim report covered actions from 7 July 2031 to 15 January 2032."),
				titlePage(norport("interim", nil), 0, "It is about the 20 commitments selected, 20 of the 469 commitments made.")),
		},
		"matrix-chapter": {
			fires: all(clean(func(r *model.Report) { setCell(r, 1, "ARG", 0) })),
			near: all(clean(func(r *model.Report) {
				m := &r.Matrices[0]
				m.Rows[0].Scores[3], m.Rows[0].Cells[3] = nil, ""
				m.Rows[0].Average, m.ColumnAverages, m.Overall = nil, nil, nil
			})),
		},
		"matrix-column-average": {
			fires: all(clean(func(r *model.Report) {
				m := &r.Matrices[0]
				var shifted []model.ColumnAverage
				for k := 1; k < len(cleanMembers); k++ {
					a := average(cleanColumns[k-1])
					shifted = append(shifted, model.ColumnAverage{Member: cleanMembers[k], Text: a.Text, Value: a.Value, Percent: a.Percent})
				}
				m.ColumnAverages = shifted
				m.Overall = average(cleanColumns[len(cleanColumns)-1])
			})),
			near: all(summaryColumn("+0.38", halves), summaryColumn("+0.37", halves)),
		},
		"matrix-overall": {
			fires: all(overall("+0.45 (73%)")),
			near:  all(overall("+0.41 (71%)"), overall("+0.39 (69%)"), overall("+0.42 (71%)")),
		},
		"matrix-row-average": {
			fires: all(summaryRow("+0.24", "+1 +1 +1 +1 +1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 n/a")),
			near:  all(summaryRow("+0.25", "+1 +1 +1 +1 +1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 n/a")),
		},
		"mean-convention": {
			fires: all(seven("0 0 0 0 n/a +1 +1")),
			near:  all(rowsOf(scored("+0.33", "+1 +1 0 0 0 0 n/a"), scored("+0.33", "0 +1 0 +1 0 n/a 0"), scored("+0.40", "+1 +1 +1 -1 n/a 0 0"))),
		},
		"no-partner": {
			fires:   all(tableOf(manyRows(2031, 10)...)),
			near:    all(tableOf(append(manyRows(2031, 9), "2030-1|We will mend the ships of the fleet.|0|0 0 0")...)),
			against: all(source("whole.pdf", "final", manyRows(2031, 9)...)),
		},
		"other-source": {
			fires: all(func() *model.Report {
				r := tableOf("2031-7|We will drill wells in every harbour.|0.4286|+ + 0", ports)
				r.Commitments[0].Assessment.Scores[0].Name = "Canada"
				return r
			}(), kelpRow("2031-119", "", "0.63"), kelpRow("2031-191", " by 2035", "0.63")),
			near: all(tableOf("2031-7|We will drill wells in every harbour.|0.43|0 + 0", ports),
				tableOf("2030-7|We will drill wells in every harbour.|1|+ + +", "2031-7|We will drill wells in every harbour.|0.43|0 + 0"),
				kelpRow("2031-119", " by 2035", "0.62")),
			against: all(func() *model.Report {
				r := source("whole.pdf", "final", "2031-7|We will drill wells in every harbour.|+0.4286|0 + 0", ports)
				c := kelpRow("2031-119", " by 2035", "0.63").Commitments[0]
				c.Number, c.Row, c.At = 3, 0, model.At{{Page: 9}}
				r.Commitments = append(r.Commitments, c)
				return r
			}()),
		},
		"other-stage": {
			fires: all(wider(fmt.Sprintf(half, "+0.28 (64%)")), stating(finalBeside("An interim report came first. It covered the period from 7 July 2031 to 15 January 2032."),
				periodOf("2031-07-07", "2032-01-15", "7 July 2031 to 15 January 2032"))[0]),
			near: all(wider(fmt.Sprintf(half, "+0.33 (67%)"))),
			against: all(func() *model.Report {
				r := source("interim.pdf", "interim", wells, ports, ships)
				r.Report.Period = periodOf("2031-07-07", "2032-01-31", "7 July 2031 to 31 January 2032")
				return r
			}()),
		},
		"percent-attainable": {
			fires: all(shares(19, 94, 89, 87, 71, 66)),
			near:  all(shares(13, 93, 89)),
		},
		"percent-stated": {
			fires: all(oneTable("+0.71 (88%)", "+1 +1 +1 +1 +1 0 0")),
			near:  all(oneTable("+0.38 (69%)", halves)),
		},
		"prose-figure": {
			fires: all(marshes(t, "The commitment on vaccine storage scored +0.80 (90%). Marsh drainage followed with +0.25 (68%).")),
			near:  all(marshes(t, "Marsh drainage followed with +0.25 (63%), up from +0.11."), marshes(t, "The commitment on marsh drainage scored +0.3.")),
		},
		"ranking-order": {
			fires: all(proseReport(t, "Germany had the lowest compliance at 0.00 (50%).")),
			near:  all(proseReport(t, "Germany had the lowest compliance at 0.00 (50%). Italy also had 0.00 (50%).")),
		},
		"row-duplicate": {
			fires: all(func() *model.Report {
				r := rowsOf(scored("+0.33", "+1 0 0"), scored("+0.67", "+1 +1 0"))
				r.Commitments[0].ID, r.Commitments[1].ID = "2031-7", "2031-7"
				return r
			}()),
			near: all(func() *model.Report {
				r := rowsOf(scored("+0.33", "+1 0 0"), scored("+0.67", "+1 +1 0"), scored("+0.67", "+1 +1 0"))
				r.Commitments[1].ID, r.Commitments[2].ID = "", ""
				return r
			}()),
		},
		"rubric-conflict": {
			fires: all(conflict("The member takes a strong action.", "The member takes two weak actions or more.", "The member takes more than three weak actions.")),
			near:  all(conflict("The member acts in all four areas.", "The member acts in one to three of the four areas.", "The member acts in at least one but fewer than all four areas.")),
		},
		"rubric-gap": {
			fires: all(levelled("The member takes at least two strong actions.", "The member takes one strong action or five weak actions or more.", "The member takes up to three weak actions.")),
			near:  all(levelled("The member takes at least two strong actions.", "The member takes one strong action or at least three weak actions.", "The member takes fewer than three weak actions.")),
		},
		"rubric-level-missing": {
			fires: all(chapter(func(r *model.Report) {
				c := &r.Commitments[0]
				c.Rubric = []model.Level{{Score: ptr(1), Label: "+1", Text: c.Rubric[2].Text}, {Score: ptr(-1), Label: "-1", Text: c.Rubric[0].Text}}
				v := verdict(r, 1, "JPN")
				v.HeadingScore, v.ConcludingScore = ptr(0), ptr(0)
			})),
			near: all(chapterReport()),
		},
		"rubric-overlap": {
			fires: all(levelled("The country takes three or more strong actions.", "The country takes one to three strong actions.", "The country takes no strong action.")),
			near:  all(levelled("The country takes at least three strong actions.", "The country takes at least one strong action.", "The country takes no strong action.")),
		},
		"rubric-unsupported": {fires: all(concluded(1)), near: all(concluded(0))},
		"score-closing-heading": {
			fires: all(clean(func(r *model.Report) {
				v := verdict(r, 1, "ARG")
				v.ConcludingScore, v.Concluding.Text = ptr(0), "Thus, Argentina receives a score of 0."
			})),
			near: all(clean(func(r *model.Report) {
				v := verdict(r, 1, "ARG")
				v.ConcludingScore, v.Concluding.Text = ptr(0), "Thus, Mexico receives a score of 0."
			})),
		},
		"score-column": {
			fires: all(clean(func(r *model.Report) {
				a := r.Commitments[0].Assessment
				a.Scores[0].Column = "partial"
				a.Heads = []model.Text{{Text: "Lack of Compliance"}, {Text: "Partial Compliance"}, {Text: "Full Compliance"}}
			})),
			near: all(clean(func(r *model.Report) {
				for i := range r.Commitments[2].Assessment.Scores {
					r.Commitments[2].Assessment.Scores[i].Column = "none"
				}
			})),
		},
		"score-heading-table": {
			fires: all(clean(func(r *model.Report) {
				v := verdict(r, 1, "IND")
				v.HeadingScore, v.Heading.Text = ptr(1), "India: +1"
			})),
			near: all(cleanReport()),
		},
		"score-illegible": {
			fires: all(firstCell("-"), firstCell("+"), firstCell("1?"), clean(func(r *model.Report) {
				r.Commitments[0].Assessment.Average = &model.Average{Text: "0.5O"}
			})),
			near: all(firstCell(""), cleanReport()),
		},
		"score-row-missing": {
			fires: all(clean(func(r *model.Report) {
				noMatrix(r)
				a := r.Commitments[0].Assessment
				a.Scores = append(a.Scores[:1], a.Scores[2:]...)
			})),
			near: all(clean(func(r *model.Report) {
				noMatrix(r)
				s := &r.Commitments[0].Assessment.Scores[1]
				s.Score, s.Text, s.Column = nil, "n/a", ""
			})),
		},
		"score-scale": {
			fires: all(clean(func(r *model.Report) {
				noMatrix(r)
				setScore(r, 3, "KOR", 2)
			}), clean(func(r *model.Report) {
				c := &r.Commitments[0]
				c.Rubric = append(c.Rubric[:1], c.Rubric[2])
				c.Guidelines = c.Rubric
			})),
			near: all(clean(func(r *model.Report) {
				c := &r.Commitments[0]
				c.Guidelines = slices.Clone(c.Rubric)
				c.Rubric = append(c.Rubric[:1], c.Rubric[2])
			})),
		},
		"score-section-missing": {
			fires: all(clean(func(r *model.Report) {
				spread(r)
				numbered(r)
				withoutIndia(r)
			})),
			near: all(cleanReport()),
		},
		"score-wording": {
			fires: all(clean(func(r *model.Report) {
				o := verdict(r, 1, "ARG").Opening
				o.Compliance, o.Text = "partial", "Argentina has partially complied with the commitment on harbours."
			})),
			near: all(clean(func(r *model.Report) {
				o := verdict(r, 1, "ARG").Opening
				o.Compliance, o.Text = "", "Argentina has complied with the commitment on harbours."
			})),
		},
		"summit-year": {
			fires: all(inText("At the 2003 Genoa Summit, G8 leaders spoke of lamps.")),
			near:  all(inText("G7 leaders met at the 1979 Tokyo Summit and at the 1986 Tokyo Summit. The 2011 Genoa Boat Summit was held by sailors.")),
		},
		"text-repeated": {
			fires: all(acted("2031-05-04|The keeper of the keeper of the tower went"), acted("2031-05-04|On 4 May 2031 he went to to the tower")),
			near: all(acted("2031-05-04|He had had doubts that that could be"), chapterReport(), clean(func(r *model.Report) {
				for _, m := range []string{"ARG", "IND"} {
					verdict(r, 1, m).Actions[0].Text = "On 1 May 2031, the ministers of both states opened a pier."
				}
			})),
		},
		"text-truncated": {
			fires: all(chapter(func(r *model.Report) {
				action(r, "ITA", 1).Text = "On 20 August 2005, Italy finished work on tower 15 and announced that the ministry"
			})),
			near: all(chapter(func(r *model.Report) {
				action(r, "ITA", 0).Text += " He said: “The lamp burns.”"
				action(r, "ITA", 1).Text += " He named three things:"
				action(r, "CAN", 0).Text += " It was done by Masons and Sons of Harwick, Ltd."
				r.Commitments[0].Background = append(r.Commitments[0].Background, model.Text{Text: "• one lamp for every tower on the coast of the realm"})
			})),
		},
	}
}

// strayMarker is a report in which a marker far above the notes stands at an offset
// of a paragraph, between the markers of two notes.
func strayMarker(text string, offset int) *model.Report {
	r := counted([2][]int{{12, 13}, {11, 12, 13}})
	r.Commitments[0].Background = []model.Text{
		{Text: "Offices were few.", Footnotes: []model.Ref{{Number: 11, Offset: 17}}},
		{Text: text, Footnotes: []model.Ref{{Number: 112, Offset: offset}}},
	}
	return r
}
