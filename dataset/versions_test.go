package dataset_test

import (
	"database/sql"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
)

// pair gives the interim and the final report of one summit. Their scores
// differ, or a test could not tell which of them were counted.
func pair(t *testing.T) (interim, final *model.Report) {
	t.Helper()
	before, after, _, err := fixtures.Pair(fixtures.Options{Seed: 31, Stage: "interim", Commitments: 3, Members: 5}, "score", "score", "score")
	if err != nil {
		t.Fatal(err)
	}
	interim, final = before.Truth, after.Truth
	if interim.Report.Stage != "interim" || final.Report.Stage != "final" || maps.Equal(tableMeans(interim), tableMeans(final)) {
		t.Fatal("the pair does not test what it should")
	}
	return interim, final
}

// tableMeans are the members' means of a report's tables to two decimals, by
// the members' codes, counted without package dataset.
func tableMeans(r *model.Report) map[string]string {
	scores := map[string][]int{}
	for _, c := range r.Commitments {
		for _, s := range c.Assessment.Scores {
			if s.Score != nil {
				scores[s.Member] = append(scores[s.Member], *s.Score)
			}
		}
	}
	out := map[string]string{}
	for member, list := range scores {
		sum := 0
		for _, s := range list {
			sum += s
		}
		out[member] = fmt.Sprintf("%+.2f of %d", float64(sum)/float64(len(list)), len(list))
	}
	return out
}

// byName puts names in the place of codes, as lines for people have them.
func byName(r *model.Report, means map[string]string) map[string]string {
	out := map[string]string{}
	for _, s := range r.Commitments[0].Assessment.Scores {
		if m, there := means[s.Member]; there {
			out[s.Name] = m
		}
	}
	return out
}

// queried runs SQL that gives member, average and number of scores.
func queried(t *testing.T, dir, query string) map[string]string {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "recount.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := map[string]string{}
	for rows.Next() {
		var member string
		var average float64
		var n int
		if err := rows.Scan(&member, &average, &n); err != nil {
			t.Fatal(err)
		}
		out[member] = fmt.Sprintf("%+.2f of %d", average, n)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// content reads a file of a data set.
func content(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// questionOf is the SQL of an example in Python, asked of the tables of the
// database in the place of the Parquet files.
func questionOf(t *testing.T, dir, script string) string {
	t.Helper()
	_, rest, ok := strings.Cut(content(t, dir, script), `QUESTION = """`)
	query, _, end := strings.Cut(rest, `"""`)
	if !ok || !end {
		t.Fatalf("%s has no question", script)
	}
	return regexp.MustCompile(`'parquet/(\w+)\.parquet'`).ReplaceAllString(query, "$1")
}

// asTheScriptInR does what examples/averages.R does, line by line, with the
// CSV: the line that chooses the rows is looked up in the script.
func asTheScriptInR(t *testing.T, dir string) map[string]string {
	t.Helper()
	script := content(t, dir, "examples/averages.R")
	header, rows := table(t, filepath.Join(dir, "csv/panel.csv"))
	if strings.Contains(script, `panel <- panel[panel$status == "scored", ]`) {
		i := column(t, header, "status")
		var kept [][]string
		for _, r := range rows {
			if r[i] == "scored" {
				kept = append(kept, r)
			}
		}
		rows = kept
	}
	sums, ns := map[string]int{}, map[string]int{}
	for _, r := range rows {
		score := r[column(t, header, "score")]
		if score == "" {
			continue
		}
		n, err := strconv.Atoi(score)
		if err != nil {
			t.Fatal(err)
		}
		member := r[column(t, header, "member")]
		if member == "" {
			member = r[column(t, header, "member_name")]
		}
		sums[member] += n
		ns[member]++
	}
	out := map[string]string{}
	for member, n := range ns {
		out[member] = fmt.Sprintf("%+.2f of %d", float64(sums[member])/float64(n), n)
	}
	return out
}

// matched reads names, averages and numbers of scores out of a text.
func matched(text, pattern string) map[string]string {
	out := map[string]string{}
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		out[strings.TrimSpace(m[1])] = strings.ReplaceAll(m[2], "&#43;", "+") + " of " + m[3]
	}
	return out
}

// Whoever asks for a member's average gets the same, wherever in the data set
// it is asked: that of the final report.
func TestOneAverageEverywhere(t *testing.T) {
	interim, final := pair(t)
	for _, order := range [][]*model.Report{{interim, final}, {final, interim}} {
		dir, summary := written(t, dataset.Options{}, order...)
		codes := tableMeans(final)
		names := byName(final, codes)
		_, members, _ := strings.Cut(summary, "Average by member")
		_, page, _ := strings.Cut(content(t, dir, "overview.html"), "<h2>By member</h2>")
		page, _, _ = strings.Cut(page, "<h2>")
		for _, c := range []struct {
			place     string
			got, want map[string]string
		}{
			{"terminal", matched(members, `(?m)^  `+final.Report.Forum+` (.+?)\s+([-+]\d\.\d\d)\s+\d+%\s+(\d+) scores$`), names},
			{"overview", matched(page, `<th scope="row">(.+?)</th><td class="n">(\S+?)</td><td class="n">\d+%</td><td class="n">(\d+)</td>`), names},
			{"view", queried(t, dir, "SELECT member, average, scores FROM averages_by_member"), codes},
			{"Python", queried(t, dir, "SELECT who, average, scores FROM ("+questionOf(t, dir, "examples/averages.py")+")"), codes},
			{"R", asTheScriptInR(t, dir), codes},
		} {
			if !maps.Equal(c.got, c.want) {
				t.Errorf("%s: %v, want %v", c.place, c.got, c.want)
			}
		}
		for query, want := range map[string]int{
			"SELECT count(*) FROM averages_by_report": 1,
			"SELECT count(*) FROM averages_by_summit": 1,
			"SELECT count(*) FROM averages AS a JOIN reports AS r USING (report_id) WHERE (a.counts = 1) <> (r.stage = 'final')":    0,
			"SELECT count(*) FROM (SELECT commitment_id, member FROM scores WHERE counts = 1 GROUP BY 1, 2 HAVING count(*) > 1)":    0,
			"SELECT count(*) FROM sources_of_actions AS a JOIN reports AS r USING (report_id) WHERE r.stage <> 'final'":             0,
			"SELECT count(*) FROM score_disagreements AS a JOIN reports AS r USING (report_id) WHERE r.stage <> 'final'":            0,
			"SELECT count(*) FROM averages_that_differ AS a JOIN reports AS r USING (report_id) WHERE r.stage <> 'final'":           0,
			"SELECT count(*) FROM commitments AS c JOIN reports AS r USING (report_id) WHERE (c.counts = 1) <> (r.stage = 'final')": 0,
		} {
			if got := number(t, dir, query); got != want {
				t.Errorf("%s: %d, want %d", query, got, want)
			}
		}
		cited := number(t, dir, "SELECT count(*) FROM sources_of_actions")
		if got := number(t, dir, "SELECT sum(cited) FROM ("+strings.Replace(questionOf(t, dir, "examples/sources.py"), "LIMIT 20", "", 1)+")"); got != cited || got == 0 {
			t.Errorf("sources.py counts %d citations, the view %d", got, cited)
		}
		if cautions := content(t, dir, "CAUTIONS.md"); !strings.Contains(cautions, "(interim): 0 of 3 commitments count") {
			t.Errorf("CAUTIONS.md does not say that the interim report does not count:\n%s", cautions)
		}
	}
}

// number asks the database for one number.
func number(t *testing.T, dir, query string) int {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "recount.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var n int
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

// edited copies a report and changes it.
func edited(r *model.Report, change func(*model.Report)) *model.Report {
	c := *r
	change(&c)
	return &c
}

// Each case is a set of PDFs of one summit and how many commitments of each
// count.
func TestWhichVersionCounts(t *testing.T) {
	interim, final := pair(t)
	same := func(*model.Report) {}
	chapter := func(i int, stage string) func(*model.Report) {
		return func(r *model.Report) {
			r.Commitments, r.Matrices, r.CommitmentsList = r.Commitments[i:i+1], nil, nil
			r.Report.Stage = stage
		}
	}
	for name, c := range map[string]struct {
		reports []*model.Report
		want    []int
	}{
		"final before interim":            {[]*model.Report{interim, final}, []int{0, 3}},
		"interim where there is no other": {[]*model.Report{interim}, []int{3}},
		"no stage between them": {[]*model.Report{
			interim, edited(final, func(r *model.Report) { r.Report.Stage = "" })}, []int{0, 3}},
		"one PDF per report": {[]*model.Report{edited(final, same), edited(final, same)}, []int{3, 0}},
		"a revised report": {[]*model.Report{
			edited(final, same), edited(final, func(r *model.Report) { r.Report.Revised = "(revised)" })}, []int{0, 3}},
		"the later of two": {[]*model.Report{
			edited(final, func(r *model.Report) { r.Report.Published = "2031-01-01" }),
			edited(final, func(r *model.Report) { r.Report.Published = "2031-05-01" })}, []int{0, 3}},
		"a commitment that the revision dropped": {[]*model.Report{
			edited(final, same), edited(final, func(r *model.Report) {
				r.Report.Revised = "(revised)"
				chapters := r.Commitments[:2]
				r.Matrices, r.CommitmentsList = nil, nil
				r.Commitments = chapters
			})}, []int{0, 2}},
		"a chapter beside the whole":         {[]*model.Report{edited(final, chapter(0, "final")), final}, []int{0, 3}},
		"a chapter of no stage beside":       {[]*model.Report{edited(final, chapter(0, "")), interim}, []int{0, 3}},
		"a final chapter before the interim": {[]*model.Report{edited(final, chapter(1, "final")), interim}, []int{1, 2}},
		"chapters alone": {[]*model.Report{
			edited(final, chapter(0, "final")), edited(final, chapter(1, "final")), edited(final, chapter(1, "final"))}, []int{1, 1, 0}},
		"a summit that is not named": {[]*model.Report{
			edited(interim, func(r *model.Report) { r.Report.Summit.Name = "" }), final}, []int{0, 3}},
		"the summit's name in other words": {[]*model.Report{
			edited(interim, func(r *model.Report) { r.Report.Summit.Name = "The " + r.Report.Summit.Name + " Summit" }), final}, []int{0, 3}},
		"serials printed in another way": {[]*model.Report{
			edited(interim, func(r *model.Report) {
				r.Commitments = slices.Clone(r.Commitments)
				r.Matrices, r.CommitmentsList = nil, nil
				for i := range r.Commitments {
					r.Commitments[i].ID = "X-" + strconv.Itoa(i)
				}
			}), final}, []int{0, 3}},
		"words and serials that are others": {[]*model.Report{
			edited(interim, func(r *model.Report) {
				r.Commitments = slices.Clone(r.Commitments)
				r.Matrices, r.CommitmentsList = nil, nil
				r.Commitments[2].ID, r.Commitments[2].Text = "X-1", "We shall do something else."
			}), final}, []int{1, 3}},
		"another year": {[]*model.Report{
			edited(interim, func(r *model.Report) { r.Report.Summit.Year++ }), final}, []int{3, 3}},
		"reports of no known summit": {[]*model.Report{
			edited(interim, func(r *model.Report) { r.Report.Summit = model.Summit{} }),
			edited(final, func(r *model.Report) { r.Report.Summit = model.Summit{} })}, []int{3, 3}},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := written(t, dataset.Options{Formats: []string{"sqlite"}}, c.reports...)
			for i, want := range c.want {
				file := string(rune('a'+i)) + "/report.pdf"
				if got := number(t, dir, "SELECT sum(counts) FROM commitments WHERE file = '"+file+"'"); got != want {
					t.Errorf("%s: %d commitments count, want %d", file, got, want)
				}
			}
		})
	}
}

// A report that was not announced is refused: whether it counts would be a
// guess.
func TestReportMustBeAnnounced(t *testing.T) {
	w, err := dataset.Create(t.TempDir(), dataset.Options{Formats: []string{"csv"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Report("a.pdf", nil); err == nil {
		t.Error("no error")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}
