package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/fixtures/sample"
)

// chromium finds a browser, or skips the test.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("needs Chromium (Debian: apt-get install chromium)")
	return ""
}

// tab is a page of a browser.
type tab struct {
	t   *testing.T
	ctx context.Context
}

func newTab(t *testing.T, program string) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute) // a browser that hangs fails the test
	t.Cleanup(cancel)
	return &tab{t, ctx}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) eval(script string) string {
	b.t.Helper()
	s, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("String("+script+")"))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return s
}

// until waits until a script gives "true".
func (b *tab) until(script string) {
	b.t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		s, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("String("+script+")"))
		if err == nil && s == "true" {
			return
		}
	}
	b.t.Fatalf("never true: %s; at %s\n%s", script, b.eval("location.pathname + location.search"), b.eval("document.querySelector('.problem')?.textContent ?? document.body.innerText.slice(0, 500)"))
}

// said waits for the page that follows a deed.
func (b *tab) said(words string) {
	b.t.Helper()
	b.until(`document.readyState === "complete" && document.querySelector("#left strong")?.textContent === "` + words + `"`)
}

// picture keeps a picture of the page where RECOUNT_SCREENSHOTS names a folder.
func (b *tab) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("RECOUNT_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), png, 0o644); err != nil {
		b.t.Error(err)
	}
}

// reviewing runs recount review and gives its address; stop ends it.
func reviewing(t *testing.T, args ...string) (address string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	r, w := io.Pipe()
	var stderr bytes.Buffer
	status := make(chan int, 1)
	go func() { status <- run(ctx, append([]string{"review", "--no-browser"}, args...), w, &stderr) }()
	line := make([]byte, 200)
	n, err := r.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if s := <-status; s != statusDone {
			t.Errorf("status %d: %s", s, stderr.String())
		}
	}
	t.Cleanup(stop)
	return strings.TrimSpace(string(line[:n])), stop
}

// panelOf gives the rows of a data set's panel by their paths.
func panelOf(t *testing.T, dir string) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "csv", "panel.csv"))
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		out[row["path"]] = row
	}
	return out
}

// TestReviewInBrowser opens a report, corrects a score, a date and a lost action,
// accepts by key, closes, and builds: the tables have the new values, marked.
func TestReviewInBrowser(t *testing.T) {
	b := newTab(t, chromium(t))
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sample.pdf"), sample.PDF, 0o644); err != nil {
		t.Fatal(err)
	}
	address, stop := reviewing(t, "--by", "Ada", dir)
	b.do(chromedp.EmulateViewport(1280, 720), chromedp.Navigate(address))
	b.until(`!document.body.innerText.includes("still being read") || location.reload()`)
	b.do(chromedp.Navigate(address))
	// The first doubt, its box, the page's picture over the drawing, and focus on its name.
	b.until(`document.activeElement?.id === "title"`)
	b.until(`document.querySelectorAll(".box.asked").length > 0`)
	b.picture("first.png")
	b.until(`document.querySelector("image.picture") !== null && performance.getEntriesByType("resource").some(e => e.name.endsWith("picture.png") && e.responseEnd > 0)`)
	b.picture("picture.png")
	first := b.eval(`document.querySelector("#title").textContent`)
	b.do(chromedp.KeyEvent("a"))
	b.said("Accepted.")
	if next := b.eval(`document.querySelector("#title")?.textContent ?? ""`); next == first {
		t.Errorf("after accepting, %q is still at hand", next)
	}
	b.do(chromedp.KeyEvent("s"))
	b.until(`document.readyState === "complete" && !document.querySelector("#left strong")`)

	// A score, by its button; the page says what was read.
	const score = "/commitments/0/assessment/scores/0/score"
	prefix := strings.TrimSuffix(address, "/")
	toScore := prefix + "/r/0/4?at=" + score
	b.do(chromedp.Navigate(toScore))
	var was, now string
	was = b.eval(`document.getElementById("v:` + score + `").querySelector("[aria-pressed=true]").value`)
	for _, v := range []string{"-1", "0", "1"} {
		if v != was {
			now = v
		}
	}
	b.eval(`document.getElementById("v:` + score + `").querySelector("button[value='` + now + `']").click()`)
	b.said("Corrected.")
	b.do(chromedp.Navigate(toScore))
	if text := b.eval(`document.getElementById("v:` + score + `").innerText`); !strings.Contains(text, "read as: "+was) {
		t.Errorf("%q", text)
	}

	// A date and a lost action, by keyboard.
	section := prefix + "/r/0/5?at=/commitments/0/verdicts/0"
	b.do(chromedp.Navigate(section))
	b.until(`document.activeElement?.id === "title"`)
	b.picture("section.png")
	const date = "/commitments/0/verdicts/0/actions/0/date"
	b.eval(`(f => { f.focus(); f.select(); })(document.getElementById("v:` + date + `").querySelector("input[name=now]"))`)
	b.do(chromedp.KeyEvent("2031-02-03" + kb.Enter))
	b.said("Corrected.")
	b.do(chromedp.KeyEvent("l"))
	b.until(`document.activeElement?.name === "date"`)
	b.eval(`document.activeElement.value = ""`) // the key of a test is typed as well
	b.do(chromedp.KeyEvent("2031-02-05" + kb.Tab + "On 5 February 2031, it mended the last of the bridges." + kb.Tab + "1" + kb.Tab + kb.Enter))
	b.said("Action added.")
	b.picture("added.png")

	// Click on a box: its value is shown and has the focus; the other way round.
	b.eval(`document.querySelector('.box[data-of="/commitments/0/verdicts/0/actions/0"]').dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))`)
	b.until(`document.activeElement?.closest(".object")?.dataset.object === "/commitments/0/verdicts/0/actions/0"`)
	b.until(`document.querySelector('.box.shown').dataset.of === "/commitments/0/verdicts/0/actions/0"`)

	// A tablet: one column, nothing wider than the page, and buttons that fingers hit.
	b.do(chromedp.EmulateViewport(820, 1180, chromedp.EmulateMobile), chromedp.Navigate(toScore))
	if wide := b.eval(`document.documentElement.scrollWidth - document.documentElement.clientWidth`); wide != "0" {
		t.Errorf("%s pixels too wide on a tablet", wide)
	}
	if low := b.eval(`[...document.querySelectorAll("#entry button")].filter(x => x.offsetParent && x.offsetHeight < 40).length`); low != "0" {
		t.Errorf("%s buttons are lower than a finger", low)
	}
	b.picture("tablet.png")
	b.do(chromedp.EmulateViewport(1280, 720), chromedp.Navigate(prefix+"/queue"))
	b.picture("queue.png")
	stop()

	if said, err := exec.Command("recount", "corrections", dir).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
	out := filepath.Join(t.TempDir(), "out")
	if said, err := exec.Command("recount", "build", dir, "-o", out, "--quiet").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	row := panelOf(t, out)[strings.TrimSuffix(score, "/score")]
	if row["score"] != now || row["corrected"] != "1" {
		t.Errorf("panel: %v", row)
	}
	actions, err := os.ReadFile(filepath.Join(out, "csv", "actions.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2031-02-03", "it mended the last of the bridges"} {
		if !strings.Contains(string(actions), want) {
			t.Errorf("table actions has no %q", want)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("more was written than corrections.csv: %v %v", left, err)
	}
}

// A hostile document runs nothing: not by its name, its title nor its text.
func TestReviewOfHostileFile(t *testing.T) {
	b := newTab(t, chromium(t))
	dir := t.TempDir()
	const evil = `"><script>document.title='hacked'</script><img src=x onerror=document.title='hacked'>`
	made, err := fixtures.Generate(fixtures.Options{Seed: 3, Summit: evil, Members: 3})
	if err != nil {
		t.Fatal(err)
	}
	// No name of a file holds a slash.
	name := strings.ReplaceAll(evil, "/", "") + ".pdf"
	if err := os.WriteFile(filepath.Join(dir, name), made.PDF, 0o644); err != nil {
		t.Skip("needs a file system that takes such names")
	}
	report := *made.Truth
	report.Source.File = evil
	report.Report.Title = evil
	for i := range report.Commitments {
		report.Commitments[i].Title = evil
		for j := range report.Commitments[i].Verdicts {
			report.Commitments[i].Verdicts[j].Name = evil
		}
	}
	for i := range report.Footnotes {
		report.Footnotes[i].URL = "javascript:document.title='hacked'"
		report.Footnotes[i].Text = evil
	}
	data, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "report.json"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	address, _ := reviewing(t, dir)
	b.do(chromedp.EmulateViewport(1280, 720), chromedp.Navigate(address+"queue"))
	b.until(`!document.body.innerText.includes("still being read") || location.reload()`)
	reports := 0
	for _, path := range []string{"queue", "r/0/1", "r/0/2", "r/0/3", "r/0/4", "r/1/1", "r/1/2", "r/1/3", "r/0/1/drawing.svg"} {
		b.do(chromedp.Navigate(address + path))
		b.until(`document.readyState === "complete"`)
		if b.eval(`document.title.startsWith("hacked")`) == "true" {
			t.Errorf("%s runs what a document says", path)
		}
		if b.eval(`document.documentElement.outerHTML.includes("onerror=")`) == "true" {
			reports++
		}
		if n := b.eval(`document.querySelectorAll("script:not([src]), img[src=x], a[href^=javascript]").length`); n != "0" {
			t.Errorf("%s: %s pieces of markup", path, n)
		}
	}
	if reports < 4 {
		t.Errorf("only %d pages hold what is hostile", reports)
	}
	// Were markup to come through, the policy would still run nothing.
	b.do(chromedp.Navigate(address + "queue"))
	b.eval(`document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\"document.title='hacked'\">")`)
	time.Sleep(200 * time.Millisecond)
	if title := b.eval(`document.title`); title == "hacked" {
		t.Error("the policy lets a handler run")
	}
}

// A review of files none of which can be read ends by itself and says why.
func TestReviewOfNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, []byte("<html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var out, told bytes.Buffer
	status := run(ctx, []string{"review", "--no-browser", path}, &out, &told)
	if ctx.Err() != nil || status != statusInput || !strings.Contains(told.String(), "not a PDF file") {
		t.Errorf("status %d, %v, %s", status, ctx.Err(), told.String())
	}
}
