package output

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// samplePage is the report and the document behind sampleAudit: a table with
// a turned head, a rule, and text that markup must not swallow.
func samplePage() ([]*model.Report, []*model.Document) {
	rep := &model.Report{
		Report: model.Info{Title: "Harbours <2031> & piers"},
		Matrices: []model.Matrix{{
			Title: "Table 1: Scores", Members: []string{"ARG", "IND", "KOR"},
			Rows: []model.MatrixRow{
				{Number: 4, ID: "2031-7", Label: "Piers", Scores: []*int{score(1), score(0), nil}, Cells: []string{"+1", "0", "n/a"}, Average: &model.Average{Text: "+0.40 (70%)"}},
				{Number: 5, Label: "Cranes", Scores: []*int{score(-1), score(2), nil}},
			},
			ColumnAverages: []model.ColumnAverage{{Member: "ARG", Text: "0.00 (50%)"}},
		}},
	}
	box := model.Box{72, 300, 520, 312}
	line := func(y float64, text string) model.Line {
		b := model.Box{72, y, 520, y + 12}
		return model.Line{Page: 3, Box: b, Baseline: y + 9, Size: 11, Runs: []model.Run{{Text: text, Size: 11, Box: b}}}
	}
	up := model.Box{530, 200, 542, 300}
	doc := &model.Document{Pages: []model.Page{
		{
			Number: 3, Width: 595, Height: 842,
			Lines: []model.Line{
				line(280, "The piers <b>of</b> the harbour & its cranes"), line(300, "Average Score +0.40 (70%)"),
				{Page: 3, Box: up, Baseline: 540, Size: 11, Dir: model.Up, Runs: []model.Run{{Text: "Argentina", Size: 11, Bold: true, Box: up}}},
			},
			Rules: []model.Rule{{Box: model.Box{72, 314, 520, 314}}, {Box: box}},
		},
		{Number: 4, Width: 595, Height: 842, Lines: []model.Line{line(90, "further on")}},
		{Number: 9, Width: 595, Height: 842, Lines: []model.Line{line(700, "32 harbour \x01")}},
	}}
	return []*model.Report{rep}, []*model.Document{doc}
}

func sampleHTML(t *testing.T) string {
	t.Helper()
	reports, documents := samplePage()
	var b bytes.Buffer
	if err := AuditHTML(&b, sampleAudit(), reports, documents); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestHTMLSaysEverything(t *testing.T) {
	page := sampleHTML(t)
	for _, want := range []string{
		"harbour report #2.pdf", "Harbours &lt;2031&gt; &amp; piers",
		"Average &lt;Score&gt; &amp; &#43;0.40 (70%)", "one member with &#43;1 left out (Aland)",
		`data-rule="average-stated"`, `id="rule-footnote-gap"`,
		"The piers &lt;b&gt;of&lt;/b&gt; the harbour &amp; its cranes", `rotate(-90 540 300)`,
		"score-wording, commitment 3: agreed", "no compliance period was found (4)",
		`aria-label="Page 3, the place marked"`,
		"not “most &lt;weak&gt; piers”", "strong action: 1) piers", "“no action”", "“Argentina took strong action on piers”", "<td>unsupported</td>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, never := range []string{"<script", "src=", "http://", "https://", "@import", "url(", "\x01", "ZgotmplZ"} {
		if strings.Contains(page, never) {
			t.Errorf("the page has %q", never)
		}
	}
	if page != sampleHTML(t) {
		t.Error("two runs give different pages")
	}
}

func TestHTMLAnchorsLead(t *testing.T) {
	page := sampleHTML(t)
	ids := map[string]int{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		ids[m[1]]++
		if ids[m[1]] > 1 {
			t.Errorf("id %s stands twice", m[1])
		}
	}
	links := regexp.MustCompile(` (?:href|aria-labelledby)="#?([^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(links) < 8 {
		t.Errorf("only %d links", len(links))
	}
	for _, m := range links {
		if ids[m[1]] == 0 {
			t.Errorf("nothing has the id %s", m[1])
		}
	}
	if !strings.Contains(page, `<td class="average flag"><a href="#finding-1-2">`) {
		t.Error("the average of commitment 4 does not lead to its finding")
	}
}

func TestHTMLWithoutReportsAndDocuments(t *testing.T) {
	for name, a := range map[string]Audit{"empty": NewAudit(nil, nil), "clean": NewAudit([]audit.Result{{Source: audit.Source{File: "a.pdf"}}}, nil), "full": sampleAudit()} {
		var b bytes.Buffer
		if err := AuditHTML(&b, a, nil, []*model.Document{nil}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// browser finds Debian's Chromium, or skips the test.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("needs Chromium (Debian: apt-get install chromium)")
	return ""
}

// TestHTMLInBrowser opens the page in headless Chromium: at a telephone's
// width nothing is wider than the page, the filters work without a script, and
// the drawing shows its text. RECOUNT_SCREENSHOTS names a folder for pictures.
func TestHTMLInBrowser(t *testing.T) {
	path := browser(t)
	file := filepath.Join(t.TempDir(), "audit.html")
	if err := os.WriteFile(file, []byte(sampleHTML(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, time.Minute) // a browser that hangs fails the test
	defer cancel()
	do := func(steps ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
	}
	text := func(script string) string {
		t.Helper()
		s, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	picture := func() []byte {
		t.Helper()
		png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatal(err)
		}
		return png
	}
	const visible = `[...document.querySelectorAll('.finding')].filter(e => e.offsetParent !== null).map(e => e.dataset.rule).join(' ')`
	do(chromedp.EmulateViewport(1200, 900), chromedp.Navigate("file://"+file))
	all, wide := text(visible), picture()
	do(chromedp.Click(chromedp.CSS("#show-error")))
	warnings := text(visible)
	do(chromedp.Click(chromedp.CSS("#show-error")), chromedp.Click(chromedp.CSS("#rule-footnote-gap")))
	one := text(visible)
	// By keyboard: the arrow moves to the rule before.
	do(chromedp.Focus(chromedp.CSS("#rule-footnote-gap")), chromedp.KeyEvent(kb.ArrowUp))
	before := text(visible)
	do(chromedp.Click(chromedp.CSS("#rule-all")))
	again := text(visible)
	// The colours of a drawing must reach into the used symbol: a rule with an
	// ancestor in its selector does not, and the page is black.
	styles := text(`[...document.styleSheets[0].cssRules].filter(r => / \.(page|paper|ruled)/.test(r.selectorText || '')).map(r => r.selectorText).join()`)
	letters := text(`document.querySelector('symbol text').textContent`)
	do(chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile))
	overflow := text(`String(document.documentElement.scrollWidth - document.documentElement.clientWidth)`)
	narrow := picture()
	for _, c := range []struct{ what, got, want string }{
		{"all findings", all, "footnote-gap average-stated row-duplicate"},
		{"without errors", warnings, "footnote-gap row-duplicate"},
		{"one rule", one, "footnote-gap"},
		{"the rule before", before, "average-stated"},
		{"all rules again", again, all},
		{"styles that do not reach the drawing", styles, ""},
		{"pixels too wide at 360", overflow, "0"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if letters == "" {
		t.Error("the drawing has no text")
	}
	if dir := os.Getenv("RECOUNT_SCREENSHOTS"); dir != "" {
		for name, png := range map[string][]byte{"wide.png": wide, "narrow.png": narrow} {
			if err := os.WriteFile(filepath.Join(dir, name), png, 0o644); err != nil {
				t.Error(err)
			}
		}
	}
}
