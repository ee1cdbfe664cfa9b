package web

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
	"recount.invalid/recount/review/queue"
)

// evil is what a document may hold to be run.
const evil = `"><script>hacked=1</script><img src=x onerror=hacked=1>'{{1}}`

func sampleReport() *model.Report {
	one, zero := 1, 0
	return &model.Report{
		Schema: model.SchemaReport,
		Source: model.Source{File: evil + ".pdf", SHA256: strings.Repeat("ab", 32), Pages: 2},
		Report: model.Info{Title: evil},
		Commitments: []model.Commitment{{
			Number: 1, ID: "2022-12", Title: evil,
			Assessment: &model.Assessment{Scores: []model.Score{
				{Member: "CAN", Name: "Canada", Score: &one, At: model.At{{Page: 2, Box: model.Box{10, 10, 90, 20}}}},
				{Member: "FRA", Name: evil, Score: &zero, At: model.At{{Page: 2, Box: model.Box{10, 20, 90, 30}}}},
			}},
			Verdicts: []model.Verdict{{Member: "CAN", Name: "Canada", Actions: []model.Action{{Date: "2022-05-01", Text: evil, Footnotes: []model.Ref{}, At: model.At{{Page: 2, Box: model.Box{10, 40, 90, 60}}}}}}},
		}},
		Footnotes: []model.Footnote{{Number: 1, Text: evil, URL: "javascript:hacked=1"}},
		Warnings:  []model.Warning{{Kind: evil, Text: evil, About: []string{"/commitments/0/assessment/scores/1"}, Readings: []string{evil}}},
	}
}

// testServer serves a report and gives its folder.
func testServer(t *testing.T) (s *Server, dir string) {
	t.Helper()
	dir = t.TempDir()
	doc := &model.Document{Pages: []model.Page{{Number: 1, Width: 100, Height: 100}, {Number: 2, Width: 100, Height: 100, Lines: []model.Line{
		{Page: 2, Box: model.Box{10, 70, 90, 80}, Baseline: 79, Size: 9, Runs: []model.Run{{Text: evil, Size: 9, Box: model.Box{10, 70, 90, 80}}}},
	}}}}
	target := filepath.Join(dir, corrections.FileName)
	session := queue.New(queue.Options{
		Paths: []string{filepath.Join(dir, "r.json")},
		Load: func(context.Context, string) ([]queue.Loaded, error) {
			return []queue.Loaded{{Report: sampleReport(), Document: doc}}, nil
		},
		Audit: func(context.Context, *model.Report) ([]audit.Finding, error) { return nil, nil },
		Corrections: func(string) ([]corrections.Correction, error) {
			f, err := os.Open(target)
			if err != nil {
				return nil, nil
			}
			defer f.Close()
			return corrections.Read(f)
		},
		Target: func(string) string { return target },
		Failed: func(_ string, err error) { t.Error(err) },
		Today:  func() string { return "2024-05-01" },
	})
	session.Read(context.Background())
	s, err := Listen(Options{Session: session, By: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return s, dir
}

// ask sends a request and gives the status and the body.
func ask(t *testing.T, method, address string, form url.Values, head map[string]string) (int, string, http.Header) {
	t.Helper()
	req, err := http.NewRequest(method, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for name, value := range head {
		if name == "Host" {
			req.Host = value
		} else {
			req.Header.Set(name, value)
		}
	}
	client := &http.Client{Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body), resp.Header
}

// Whoever has not the token, or comes from elsewhere, gets nothing.
func TestForbidden(t *testing.T) {
	s, dir := testServer(t)
	own, page := s.root(), s.Address()+"r/0/2"
	if !strings.HasPrefix(own, "http://127.0.0.1:") {
		t.Error(own)
	}
	form := url.Values{"do": {"correct"}, "pointer": {"/commitments/0/assessment/scores/1/score"}, "seen": {"0"}, "now": {"1"}}
	for _, c := range []struct {
		what, method, address string
		head                  map[string]string
		want                  int
	}{
		{"the page", "GET", page, nil, 200},
		{"the page from our own", "GET", page, map[string]string{"Sec-Fetch-Site": "same-origin"}, 200},
		{"the page, typed", "GET", page, map[string]string{"Sec-Fetch-Site": "none"}, 200},
		{"localhost", "GET", page, map[string]string{"Host": strings.Replace(own, "http://127.0.0.1", "localhost", 1)}, 200},
		{"without a token", "GET", own + "/r/0/2", nil, 403},
		{"nothing", "GET", own + "/", nil, 403},
		{"another token", "GET", own + "/" + newToken() + "/r/0/2", nil, 403},
		{"the style without a token", "GET", own + "/static/review.css", nil, 403},
		{"another host", "GET", page, map[string]string{"Host": "rebound.example:80"}, 403},
		{"another port", "GET", page, map[string]string{"Host": "127.0.0.1:1"}, 403},
		{"a link from another site", "GET", page, map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{"another port of this machine", "GET", page, map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		{"another origin", "GET", page, map[string]string{"Origin": "http://127.0.0.1:1"}, 403},
		{"a form without origin", "POST", s.Address() + "r/0/do", nil, 403},
		{"a form of another origin", "POST", s.Address() + "r/0/do", map[string]string{"Origin": "https://evil.example"}, 403},
		{"a form of no origin", "POST", s.Address() + "r/0/do", map[string]string{"Origin": "null"}, 403},
		{"a form without a token", "POST", own + "/r/0/do", map[string]string{"Origin": own}, 403},
		{"a path out of the folder", "GET", s.Address() + "static/../../../go.mod", nil, 404},
		{"a wrong start", "GET", own + oncePath + newToken(), nil, 403},
	} {
		status, body, head := ask(t, c.method, c.address, form, c.head)
		if status != c.want && !(c.want == 404 && status >= 300) {
			t.Errorf("%s: %d, want %d", c.what, status, c.want)
		}
		if status == 403 && strings.Contains(body, "Canada") {
			t.Errorf("%s: the answer tells something", c.what)
		}
		if head.Get("Content-Security-Policy") != policy || head.Get("X-Content-Type-Options") != "nosniff" || head.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: %v", c.what, head)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, corrections.FileName)); err == nil {
		t.Error("something was written")
	}
	// The address that a browser is started with leads there once.
	if status, _, head := ask(t, "GET", s.BrowserAddress(), nil, nil); status != 403 && head.Get("Location") != s.base()+"/" {
		t.Errorf("start: %d %s", status, head.Get("Location"))
	}
}

func TestStartedOnce(t *testing.T) {
	s, _ := testServer(t)
	start := s.BrowserAddress()
	if status, _, head := ask(t, "GET", start, nil, nil); status != 303 || head.Get("Location") != s.base()+"/" {
		t.Errorf("%d %v", status, head)
	}
	if status, _, _ := ask(t, "GET", start, nil, nil); status != 403 {
		t.Errorf("again: %d", status)
	}
}

func rowsOf(t *testing.T, dir string) []corrections.Correction {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, corrections.FileName))
	if err != nil {
		return nil
	}
	defer f.Close()
	list, err := corrections.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestDeeds(t *testing.T) {
	s, dir := testServer(t)
	own := map[string]string{"Origin": s.root()}
	const score = "/commitments/0/assessment/scores/1/score"
	do := func(want int, form url.Values) string {
		t.Helper()
		status, body, head := ask(t, "POST", s.Address()+"r/0/do", form, own)
		if status != want {
			t.Errorf("%v: %d, want %d\n%s", form, status, want, body)
		}
		return body + head.Get("Location")
	}
	do(400, url.Values{"do": {"burn"}})
	do(422, url.Values{"do": {"correct"}, "pointer": {score}, "seen": {"0"}, "now": {"high"}})
	do(422, url.Values{"do": {"correct"}, "pointer": {"/source/sha256"}, "seen": {""}, "now": {"1"}})
	do(409, url.Values{"do": {"accept"}, "pointer": {score}, "seen": {"1"}})
	do(422, url.Values{"do": {"comment"}, "pointer": {score}, "seen": {"0"}})
	if rows := rowsOf(t, dir); len(rows) != 0 {
		t.Fatalf("%+v", rows)
	}
	do(303, url.Values{"do": {"comment"}, "pointer": {score}, "seen": {"0"}, "why": {"smudged"}})
	if left := s.session.Left(); left.Open != 1 {
		t.Errorf("a comment settles: %+v", left)
	}
	if to := do(303, url.Values{"do": {"correct"}, "pointer": {score}, "entry": {score}, "seen": {"0"}, "now": {"−1"}, "why": {"page 2"}}); !strings.Contains(to, "queue?said=corrected") {
		t.Error(to)
	}
	// Another window, which still shows the old value.
	if body := do(409, url.Values{"do": {"correct"}, "pointer": {score}, "seen": {"0"}, "now": {"1"}}); !strings.Contains(body, "Ada has put “-1” there meanwhile") {
		t.Error("the conflict is not told")
	}
	do(303, url.Values{"do": {"correct"}, "pointer": {"/commitments/0/verdicts/0/actions/0/date"}, "seen": {"2022-05-01"}, "now": {"2022-05-11"}})
	do(422, url.Values{"do": {"correct"}, "pointer": {"/commitments/0/verdicts/0/actions/0/date"}, "seen": {"2022-05-11"}, "now": {"2022-02-31"}})
	do(303, url.Values{"do": {"add"}, "pointer": {"/commitments/0/verdicts/0"}, "page": {"2"}, "date": {"2022-06-01"}, "text": {"On 1 June 2022, it dug."}, "notes": {"1, 2"}})
	do(422, url.Values{"do": {"add"}, "pointer": {"/commitments/0/verdicts/0"}, "page": {"2"}, "date": {"2022-06-01"}, "text": {"On 1 June 2022, it dug."}, "notes": {"1, 2"}})
	do(422, url.Values{"do": {"add"}, "pointer": {"/commitments/0"}, "text": {"x"}})
	rows := rowsOf(t, dir)
	if len(rows) != 4 || rows[0].Why != "open: smudged" || rows[1].Path != score && rows[1].Now != "-1" || rows[1].By != "Ada" || rows[1].On != "2024-05-01" {
		t.Fatalf("%+v", rows)
	}
	got, out, err := corrections.Apply(sampleReport(), rows)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range out {
		if o.Problem != "" {
			t.Errorf("%s: %s", o.Path, o.Problem)
		}
	}
	actions := got.Commitments[0].Verdicts[0].Actions
	if *got.Commitments[0].Assessment.Scores[1].Score != -1 || actions[0].Date != "2022-05-11" || len(actions) != 2 || actions[1].Footnotes[1].Number != 2 {
		t.Errorf("%+v", actions)
	}
	// The page shows what stands there now, and what was read.
	_, body, _ := ask(t, "GET", s.Address()+"r/0/2", nil, nil)
	for _, want := range []string{`value="2022-05-11"`, "read as: 2022-05-01", "On 1 June 2022, it dug."} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
}

// What a document says is shown and never run.
func TestNothingIsMarkup(t *testing.T) {
	s, _ := testServer(t)
	for _, path := range []string{"r/0/1", "r/0/2", "r/0/2?at=/commitments/0/assessment/scores/1/score", "queue", "r/0/2/drawing.svg"} {
		status, body, _ := ask(t, "GET", s.Address()+path, nil, nil)
		if status != 200 || !strings.Contains(body, "&lt;script&gt;") {
			t.Errorf("%s: %d", path, status)
		}
		for _, never := range []string{"<script>", "<img src=x", `href="javascript:`, "ZgotmplZ", "http://", "https://", "style="} {
			if strings.Contains(strings.ReplaceAll(body, `xmlns="http://www.w3.org/2000/svg"`, ""), never) {
				t.Errorf("%s has %s", path, never)
			}
		}
	}
}

func TestExport(t *testing.T) {
	s, _ := testServer(t)
	dir := filepath.Join(t.TempDir(), "pages")
	export := func() error {
		return Export(context.Background(), dir, Options{Session: s.session}, func(string, int, int) {})
	}
	for range 2 { // an export is written again
		if err := export(); err != nil {
			t.Fatal(err)
		}
	}
	folder := reportFolder(strings.Repeat("ab", 32))
	data, err := os.ReadFile(filepath.Join(dir, folder, "page-2.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, want := range []string{`data-object="/commitments/0/assessment/scores/1"`, `href="page-2.svg"`, `href="page-1.html"`, "&lt;script&gt;"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, never := range []string{"<form", "<input", "<button name", "<script>"} {
		if strings.Contains(page, never) {
			t.Errorf("the page has %s", never)
		}
	}
	index, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil || !strings.Contains(string(index), folder+"/page-2.html#/commitments/0/assessment/scores/1/score") {
		t.Errorf("%v %s", err, index)
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "mine.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	dir = other
	if err := export(); err != ErrNotEmpty {
		t.Error(err)
	}
}
