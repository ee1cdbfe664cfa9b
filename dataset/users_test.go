package dataset_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/model"
)

// The tests in this file check the data set where its users would use it.
// Each says which program it needs.

// The example in R runs and gives every member a line.
func TestExampleR(t *testing.T) {
	rscript, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("needs Rscript (Debian package r-base-core)")
	}
	dir, reports := made(t, dataset.Options{}, 21)
	c := exec.Command(rscript, "--vanilla", "examples/averages.R")
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, s := range reports[0].Commitments[0].Assessment.Scores {
		if s.Score != nil && !strings.Contains(string(out), s.Member) {
			t.Errorf("%s is not in\n%s", s.Member, out)
		}
	}
}

// A join with a table by country and year loses no row unseen: the example counts
// those without a partner on both sides.
func TestJoinInR(t *testing.T) {
	rscript, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("needs Rscript (Debian package r-base-core)")
	}
	dir, _ := written(t, dataset.Options{Formats: []string{"csv"}}, reportOf("G7", 2022, "Elmau", "final",
		chapterOf(1, "2022-12", "Water", "Wells", "We will drill.", g7("", 1, 0)[:8]...), chapterOf(2, "2022-13", "Trade", "Ports", "We will build.", g7("", 0, 1)[:8]...)))
	other := "alpha3,year,gdp\nCAN,2022,1\nFRA,2022,2\nDEU,2022,3\nITA,2022,4\nJPN,2022,5\nGBR,2022,6\nNOR,2022,7\nCAN,2021,8\n"
	if err := os.WriteFile(filepath.Join(dir, "other.csv"), []byte(other), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(rscript, "--vanilla", "examples/join.R", "other.csv")
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	// Of eight members the United States and the union have no partner.
	for _, want := range []string{"rows with a partner: 12", "rows of the panel without one: 4", "rows of the other table without one: 2", "NOR 2022", "CAN 2021"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if _, rows := table(t, filepath.Join(dir, "joined.csv")); len(rows) != 12+4+2 {
		t.Errorf("%d rows are joined", len(rows))
	}
	doubled := exec.Command(rscript, "--vanilla", "examples/join.R", "csv/panel.csv")
	doubled.Dir = dir
	if out, err := doubled.CombinedOutput(); err == nil || !strings.Contains(string(out), "have the country and year of another one") {
		t.Errorf("a key that stands twice: %v: %s", err, out)
	}
}

// The example in Python runs without a library.
func TestExamplePython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	dir, reports := made(t, dataset.Options{}, 22)
	c := exec.Command(python, "examples/averages.py")
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, s := range reports[0].Commitments[0].Assessment.Scores {
		if s.Score != nil && !strings.Contains(string(out), "\t"+s.Member+"\t") {
			t.Errorf("%s is not in\n%s", s.Member, out)
		}
	}
}

// The example in Python with DuckDB runs; it reads the Parquet files.
func TestExampleDuckDB(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil || exec.Command(python, "-c", "import duckdb").Run() != nil {
		t.Skip("needs python3 with the module duckdb")
	}
	dir, _ := made(t, dataset.Options{}, 22)
	c := exec.Command(python, "examples/sources.py")
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil || strings.Count(string(out), "\n") < 2 {
		t.Errorf("%v: %s", err, out)
	}
}

// nodeQuery reads the Parquet files with DuckDB and gives, table by table,
// the number of rows and the types of some columns.
const nodeQuery = `
const {DuckDBInstance} = require('@duckdb/node-api');
(async () => {
  const c = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async q => (await c.runAndReadAll(q)).getRowsJson()[0].join(' ');
  console.log(await ask("SELECT count(*), sum(score), any_value(typeof(score)) FROM 'parquet/scores.parquet'"));
  console.log(await ask("SELECT count(*), any_value(typeof(date)), min(date) FROM 'parquet/actions.parquet'"));
})();
`

// An independent reader sees the rows and the types of the Parquet files.
func TestParquetInDuckDB(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil || exec.Command(node, "-e", "require('@duckdb/node-api')").Run() != nil {
		t.Skip("needs node with the module @duckdb/node-api (NODE_PATH says where)")
	}
	dir, _ := made(t, dataset.Options{}, 23)
	c := exec.Command(node, "-e", nodeQuery)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	header, rows := table(t, filepath.Join(dir, "csv/scores.csv"))
	sum := 0
	for _, r := range rows {
		switch r[column(t, header, "score")] {
		case "1":
			sum++
		case "-1":
			sum--
		}
	}
	header, actions := table(t, filepath.Join(dir, "csv/actions.csv"))
	first := "9999"
	for _, r := range actions {
		if d := r[column(t, header, "date")]; d != "" {
			first = min(first, d)
		}
	}
	want := strings.Join([]string{
		strconv.Itoa(len(rows)) + " " + strconv.Itoa(sum) + " TINYINT",
		strconv.Itoa(len(actions)) + " DATE " + first,
	}, "\n")
	if got := strings.TrimSpace(string(out)); got != want {
		t.Errorf("DuckDB reads\n%s\nthe CSV has\n%s", got, want)
	}
}

// packageInNode opens the data package, reads every table by its schema and
// follows the foreign keys.
const packageInNode = `
const {Package} = require('datapackage');
(async () => {
  const p = await Package.load('datapackage.json');
  for (const e of p.errors) console.log('descriptor:', e.message);
  for (const r of p.resources) {
    if (!r.descriptor.schema) continue;
    try {
      const rows = await r.read({relations: true});
      console.log(r.name, rows.length);
    } catch (e) { console.log(r.name, e.message, (e.errors || []).map(x => x.message).join('; ')); }
  }
})();
`

// The data package is valid for the library of its format: every table, panel
// and the wide one too, is read by its schema, and its keys lead somewhere.
func TestDataPackageInNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil || exec.Command(node, "-e", "require('datapackage')").Run() != nil {
		t.Skip("needs node with the module datapackage (NODE_PATH says where)")
	}
	dir, _ := made(t, dataset.Options{Formats: []string{"csv"}}, 27)
	c := exec.Command(node, "-e", packageInNode)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := ""
	for _, name := range append(tableNames(), "wide") {
		path := filepath.Join(dir, "csv", name+".csv")
		if name == "wide" {
			path = filepath.Join(dir, "wide.csv")
		}
		_, rows := table(t, path)
		want += name + " " + strconv.Itoa(len(rows)) + "\n"
	}
	if string(out) != want {
		t.Errorf("the library says\n%s\nwant\n%s", out, want)
	}
}

func tableNames() []string {
	var out []string
	for _, t := range dataset.Tables() {
		out = append(out, t.Name)
	}
	return out
}

// The overview opens in a browser, at a phone's width too, and draws a bar
// for every member.
func TestOverviewInBrowser(t *testing.T) {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("needs Chromium (Debian package chromium)")
	}
	const long = "Information, Communications and the Tides of the Northern Harbours"
	reports := []*model.Report{reportOf("G7", 2022, "Elmau", "final",
		chapterOf(1, "2022-12", long, "Wells", "We will drill.", g7("", 1, 0)[:8]...), chapterOf(2, "2022-13", "Trade", "Ports", "We will build.", g7("", 0, 1)[:8]...))}
	earlier := reportOf("G7", 2008, "Hokkaido", "final", chapterOf(1, "2008-12", "Water", "Wells", "We will dig.", g7("", 1, 0)[:8]...))
	dir, _ := written(t, dataset.Options{Formats: []string{"csv"}}, earlier, reports[0])
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute) // a browser that hangs fails the test
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile),
		chromedp.Navigate("file://"+filepath.Join(dir, "overview.html"))); err != nil {
		t.Fatal(err)
	}
	ask := func(script string) string {
		s, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	members := map[string]bool{}
	for _, c := range reports[0].Commitments {
		for _, s := range c.Assessment.Scores {
			members[s.Member] = members[s.Member] || s.Score != nil
		}
	}
	labels := ask(`[...document.querySelectorAll('svg')][1].querySelectorAll('rect').length.toString()`)
	if labels != strconv.Itoa(len(members)) {
		t.Errorf("%s bars, %d members", labels, len(members))
	}
	if wide := ask(`String(document.documentElement.scrollWidth - document.documentElement.clientWidth)`); wide != "0" {
		t.Errorf("%s pixels too wide for a phone", wide)
	}
	// No label is cut, the last year is written, every link leads somewhere.
	if cut := ask(`String([...document.querySelectorAll('svg text')].filter(t => {
		const b = t.getBBox(), v = t.ownerSVGElement.viewBox.baseVal; return b.x < 0 || b.x + b.width > v.width }).map(t => t.textContent))`); cut != "" {
		t.Errorf("cut labels: %s", cut)
	}
	if last := ask(`[...document.querySelectorAll('svg')[0].querySelectorAll('text')].map(t => t.textContent).filter(s => /^\d{4}$/.test(s)).sort().pop()`); last != strconv.Itoa(reports[0].Report.Summit.Year) {
		t.Errorf("the last year that is written is %s", last)
	}
	if dead := ask(`String([...document.querySelectorAll('a[href]')].filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length)`); dead != "0" {
		t.Errorf("%s links lead nowhere", dead)
	}
	if links := ask(`String(document.querySelectorAll('th a[href]').length)`); links == "0" {
		t.Error("no summit leads to its rows")
	}
	// The figures stand behind the bars, not on them.
	if on := ask(`String([...document.querySelectorAll('rect')].filter(r => {
		const t = r.nextElementSibling.getBoundingClientRect(); return t.left < r.getBoundingClientRect().right }).length)`); on != "0" {
		t.Errorf("%s figures stand on their bars", on)
	}
}

// dtaInR holds every Stata file against the CSV of its table: rows, texts,
// labelled values, numbers and days.
const dtaInR = `
library(haven)
for (path in list.files("dta", full.names = TRUE)) {
  name <- sub("[.]dta$", "", basename(path))
  d <- read_dta(path)
  csv <- read.csv(file.path("csv", paste0(name, ".csv")), colClasses = "character", na.strings = character(), fileEncoding = "UTF-8", check.names = FALSE)
  if (nrow(d) != nrow(csv) || !identical(names(d), names(csv))) { cat(name, "rows", nrow(d), nrow(csv), "\n"); next }
  for (column in names(d)) {
    v <- d[[column]]
    if (is.null(attr(v, "label"))) cat(name, column, "has no label\n")
    got <- if (inherits(v, "haven_labelled") && column != "score" && !grepl("_score$", column)) as.character(as_factor(v)) else
      if (inherits(v, "Date")) format(v) else if (is.numeric(v)) format(as.numeric(v), digits = 15, trim = TRUE, scientific = FALSE) else as.character(v)
    got[is.na(v)] <- ""
    want <- csv[[column]]
    same <- if (is.numeric(v) && !inherits(v, "haven_labelled") && !inherits(v, "Date")) {
      a <- suppressWarnings(as.numeric(want)); (is.na(v) & want == "") | (!is.na(v) & !is.na(a) & abs(a - as.numeric(v)) < 1e-9)
    } else if (inherits(v, "haven_labelled") && (column == "score" || grepl("_score$", column))) {
      (is.na(v) & want == "") | (!is.na(v) & as.character(as.numeric(v)) == want)
    } else gsub("[\r\n]+", " ", got) == gsub("[\r\n]+", " ", sub("^'('*[=@\t\r+-])", "\\1", want)) # CSV guards formulas
    if (!all(same)) cat(name, column, sum(!same), "differ:", got[!same][1], "|", want[!same][1], "\n")
  }
}
p <- read_dta("dta/panel.dta")
cat("labels", paste(names(attr(p$score, "labels")), collapse = ", "), "\n")
cat("rows", nrow(p), "\n")
`

// R reads the Stata files as the CSV has them.
func TestStataInR(t *testing.T) {
	rscript, err := exec.LookPath("Rscript")
	if err != nil || exec.Command(rscript, "-e", "library(haven)").Run() != nil {
		t.Skip("needs Rscript with the package haven (Debian package r-cran-haven)")
	}
	_, reports := made(t, dataset.Options{}, 25, 26)
	long := strings.Repeat("Wells are drilled. ", 200)
	reports[0].Commitments[0].Text = long
	dir, _ := written(t, dataset.Options{}, reports...)
	c := exec.Command(rscript, "--vanilla", "-e", dtaInR)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	_, rows := table(t, filepath.Join(dir, "csv/panel.csv"))
	want := "labels −1 no compliance, 0 partial compliance, +1 full compliance \nrows " + strconv.Itoa(len(rows)) + " \n"
	if got := string(out); got != want {
		t.Errorf("R says\n%s\nwant\n%s", got, want)
	}
}
