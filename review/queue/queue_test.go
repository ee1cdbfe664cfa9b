package queue

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

func place(page int, top float64) model.At {
	return model.At{{Page: page, Box: model.Box{10, top, 90, top + 10}}}
}

func sampleReport(name string) *model.Report {
	one, zero, yes, no := 1, 0, true, false
	value := model.Decimal{Units: 50, Places: 2}
	return &model.Report{
		Schema: model.SchemaReport, Source: model.Source{File: name, SHA256: strings.Repeat("ab", 32), Pages: 3},
		Report: model.Info{Title: "Wells"},
		Commitments: []model.Commitment{{
			Number: 1, ID: "2022-12", Title: "Wells", At: place(2, 10),
			Assessment: &model.Assessment{
				Scores: []model.Score{
					{Member: "CAN", Name: "Canada", Score: &one, At: place(2, 20)},
					{Member: "FRA", Name: "France", Score: &zero, At: place(2, 30)},
				},
				Average: &model.Average{Text: "+0.50", Value: &value, At: place(2, 40)},
			},
			Verdicts: []model.Verdict{{Member: "CAN", Name: "Canada", At: place(3, 10), Actions: []model.Action{
				{Date: "2022-05-01", DateText: "1 May 2022", Text: "On 1 May 2022, it dug.", Footnotes: []model.Ref{{Number: 7}}, At: place(3, 20)},
			}}},
		}},
		Figures:   []model.Figure{{Text: "+0.50", At: place(1, 50)}, {Text: "75%", At: place(1, 50)}},
		Footnotes: []model.Footnote{{Number: 7, Commitment: 1, Text: "A note.", At: place(3, 80)}},
		Checks:    []model.Check{{Check: "members", Agrees: &no, Expected: "3", Found: "2", About: []string{"/commitments/0/assessment"}}, {Check: "notes", Agrees: &yes}, {Check: "list"}},
		Warnings: []model.Warning{
			{Kind: "close", Text: "two readings", About: []string{"/commitments/0/assessment/scores/1"}, Readings: []string{"0", "−1"}},
			{Kind: "lost", Text: "a line", At: place(3, 60)},
			{Kind: "period", Text: "no period was found", About: []string{"/report/period"}},
		},
	}
}

func findings() []audit.Finding {
	return []audit.Finding{
		{Rule: "average-stated", Severity: audit.Error, Message: "The average", Commitment: 1, Stated: "+0.50", At: place(2, 40)},
		{Rule: "prose-figure", Severity: audit.Error, Message: "The figure", Stated: "75%", Quote: "at 75%", At: place(1, 50)},
		{Rule: "date-order", Severity: audit.Note, Message: "The order", Commitment: 1, Member: "CAN"},
		{Rule: "footnote-gap", Severity: audit.Warning, Message: "The note", Footnote: 7, At: place(3, 80)},
		{Rule: "front-matter", Severity: audit.Warning, Message: "The front"},
	}
}

// testSession reads reports of these names; the folder has the corrections.
func testSession(t *testing.T, names ...string) (s *Session, dir string) {
	t.Helper()
	dir = t.TempDir()
	target := filepath.Join(dir, corrections.FileName)
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = filepath.Join(dir, name)
	}
	s = New(Options{
		Paths: paths,
		Load: func(_ context.Context, path string) ([]Loaded, error) {
			doc := &model.Document{Pages: []model.Page{{Number: 3, Width: 100, Height: 100, Lines: []model.Line{
				{Page: 3, Box: model.Box{10, 50, 90, 60}, Runs: []model.Run{{Text: "On 1 July 2022, it dug on.7"}}},
			}}}}
			return []Loaded{{sampleReport(filepath.Base(path)), doc}}, nil
		},
		Audit: func(_ context.Context, r *model.Report) ([]audit.Finding, error) {
			if s := r.Commitments[0].Assessment.Scores[1].Score; s != nil && *s == 1 {
				return findings()[1:], nil // the average is right now
			}
			return findings(), nil
		},
		Corrections: func(string) ([]corrections.Correction, error) {
			f, err := os.Open(target)
			if err != nil {
				return nil, nil
			}
			defer f.Close()
			return corrections.Read(f)
		},
		Target: func(string) string { return target },
		Failed: func(path string, err error) { t.Errorf("%s: %v", path, err) },
		Today:  func() string { return "2024-05-01" },
	})
	s.Read(context.Background())
	return s, dir
}

func TestOrder(t *testing.T) {
	s, _ := testSession(t, "a.pdf", "b.pdf")
	var got []string
	var from *Entry
	for range 30 {
		e, ok := s.Next(from)
		if !ok || len(got) > 0 && e.Report == 0 && e.Pointer == "/figures/1" {
			break
		}
		got = append(got, fmt.Sprint(e.Report, " ", e.Rank, " ", e.Page(), " ", e.Pointer))
		from = &e
	}
	want := []string{
		// Errors, doubts and checks of one report, then of the other, as the pages go.
		"0 0 1 /figures/1", "0 0 1 /report", "0 0 2 /commitments/0/assessment/scores/1/score", "0 0 2 /commitments/0/assessment/average", "0 0 2 /commitments/0/assessment", "0 0 3 /source",
	}
	var first []string
	for _, g := range got {
		if strings.HasPrefix(g, "0 0") {
			first = append(first, g)
		}
	}
	for _, w := range want {
		found := false
		for _, g := range first {
			found = found || g == w
		}
		if !found {
			t.Errorf("%s is not among the first: %q", w, first)
		}
	}
	ranks := ""
	for _, g := range got {
		ranks += strings.Fields(g)[1]
	}
	if !strings.Contains(ranks, "0") || !strings.Contains(ranks, "1") || !strings.Contains(ranks, "2") {
		t.Errorf("ranks %s", ranks)
	}
	for i := 1; i < len(ranks); i++ {
		if ranks[i] < ranks[i-1] {
			t.Errorf("rank %c stands behind %c: %q", ranks[i], ranks[i-1], got)
		}
	}
	back, ok := s.Previous(from)
	if !ok || back.Pointer == from.Pointer && back.Report == from.Report {
		t.Errorf("back leads to %v", back)
	}
}

func TestTitles(t *testing.T) {
	s, _ := testSession(t, "a.pdf")
	r, err := s.Report(0)
	if err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]string{
		"/commitments/0/assessment/scores/1/score": "Commitment 1 Wells, France, score",
		"/commitments/0/assessment/average":        "Commitment 1 Wells, Average",
		"/commitments/0/assessment":                "Commitment 1 Wells, table of scores",
		"/commitments/0/verdicts/0":                "Commitment 1 Wells, Section on Canada",
		"/footnotes/0":                             "Note 7",
		"/figures/1":                               "Figure 75%",
		"/source":                                  "The file",
		"/report":                                  "The report",
	} {
		if e, ok := r.Entry(pointer); !ok || e.Title != want {
			t.Errorf("%s: %q, want %q", pointer, e.Title, want)
		}
	}
}

// What was looked at stays so in another session, and comes back when it is read
// otherwise.
func TestRemembered(t *testing.T) {
	s, dir := testSession(t, "a.pdf")
	ctx := context.Background()
	before := s.Left()
	r, _ := s.Report(0)
	for _, e := range r.Entries() {
		page, err := s.Page(ctx, 0, e.Page(), e.Pointer)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Accept(ctx, Act{Pointer: e.Pointer, Seen: page.Seen, By: "Ada"}); err != nil {
			t.Errorf("%s: %v", e.Pointer, err)
		}
	}
	if left := s.Left(); left.Open != 0 || left.RestOpen != 0 || left.All != before.All {
		t.Errorf("%+v", left)
	}
	again, _ := testSession(t)
	again.o = s.o
	again.reading = 1
	again.Read(ctx)
	if left := again.Left(); left.Open != 0 || left.RestOpen != 0 {
		t.Errorf("in another session: %+v", left)
	}
	load := s.o.Load
	again.o.Load = func(ctx context.Context, path string) ([]Loaded, error) {
		l, err := load(ctx, path)
		l[0].Report.Footnotes[0].Text = "Another note."
		l[0].Report.Commitments[0].Verdicts[0].Actions[0].At = place(3, 22)
		return l, err
	}
	third := New(again.o)
	third.Read(ctx)
	if left := third.Left(); left.Open != 1 {
		t.Errorf("a note that is read otherwise: %+v", left)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
		t.Errorf("%v %v", files, err)
	}
}

// A correction counts the report again; what another process wrote is seen.
func TestCountedAgain(t *testing.T) {
	s, dir := testSession(t, "a.pdf")
	ctx := context.Background()
	const score = "/commitments/0/assessment/scores/1/score"
	if err := s.Correct(ctx, Act{Pointer: score, Seen: "0"}, "+1"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Page(ctx, 0, 2, ""); err != nil {
		t.Fatal(err)
	}
	r, _ := s.Report(0)
	if e, ok := r.Entry("/commitments/0/assessment/average"); ok {
		t.Errorf("the finding on the average is still there: %+v", e)
	}
	err := corrections.Append(filepath.Join(dir, corrections.FileName), []corrections.Correction{{Report: "a.pdf", Path: "2022-12/FRA/score", Was: "1", Now: "-1", By: "Bob"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	page, err := s.Page(ctx, 0, 2, score)
	if err != nil || page.Seen != "-1" {
		t.Errorf("%q %v", page.Seen, err)
	}
	if v := page.Focus[0].Objects[0].Values[0]; v.Now != "-1" || v.Was != "0" || !v.Corrected {
		t.Errorf("%+v", v)
	}
	var conflict *ConflictError
	if err := s.Correct(ctx, Act{Pointer: score, Seen: "1"}, "0"); !errors.As(err, &conflict) || conflict.By != "Bob" {
		t.Error(err)
	}
}

func TestLostActionHasItsPlace(t *testing.T) {
	s, _ := testSession(t, "a.pdf")
	ctx := context.Background()
	for _, c := range []struct {
		text string
		want model.Box
	}{
		{"On 1 July 2022, it dug on.", model.Box{10, 50, 90, 60}},
		{"Something that is not on the page at all.", model.Box{0, 0, 100, 100}},
	} {
		if err := s.Add(ctx, Act{Pointer: "/commitments/0/verdicts/0"}, Lost{Text: c.text, Page: 3, Notes: "7"}); err != nil {
			t.Fatal(err)
		}
		page, err := s.Page(ctx, 0, 3, "")
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, g := range page.Groups {
			for _, o := range g.Objects {
				found = found || len(o.At) > 0 && o.At[0].Box == c.want && len(o.Markers) == 1
			}
		}
		if !found {
			t.Errorf("%q has not the place %v: %+v", c.text, c.want, page.Groups)
		}
	}
}

// Reports that were not used lately are read again when they are asked for.
func TestMemoryIsBounded(t *testing.T) {
	names := make([]string, 8)
	for i := range names {
		names[i] = fmt.Sprintf("r%d.pdf", i)
	}
	ready, _ := testSession(t, "x.pdf")
	inner := ready.o
	reads := 0
	inner.Paths = names
	inner.Load = func(_ context.Context, path string) ([]Loaded, error) {
		reads++
		r := sampleReport(filepath.Base(path))
		r.Source.Pages = keptPages / 3
		return []Loaded{{Report: r}}, nil
	}
	s := New(inner)
	s.Read(context.Background())
	kept := 0
	reports, _ := s.Reports()
	for _, r := range reports {
		if r.state != nil {
			kept++
		}
	}
	if kept != 3 || len(reports) != 8 || s.Left().All == 0 {
		t.Errorf("%d of %d are kept", kept, len(reports))
	}
	if _, err := s.Page(context.Background(), 0, 2, ""); err != nil || reads != 9 {
		t.Errorf("%v, %d reads", err, reads)
	}
}

func TestWidgets(t *testing.T) {
	for _, c := range []struct {
		widget      Widget
		typed, want string
		bad         bool
	}{
		{Score, "−1", "-1", false}, {Score, "+1", "1", false}, {Score, "n/a", "", false}, {Score, "2", "", true},
		{Date, "2024-07-18", "2024-07-18", false}, {Date, "2024-07", "2024-07", false}, {Date, "2024", "2024", false},
		{Date, "2024-10-28/2024-10-29", "2024-10-28/2024-10-29", false}, {Date, "2024-02-30", "", true}, {Date, "18 July", "", true}, {Date, "2024-10-29/2024-10-28", "", true},
		{Member, "can", "CAN", false}, {Member, "United Kingdom", "GBR", false}, {Member, "Atlantis", "", true},
		{Whole, "12", "12", false}, {Whole, "1.5", "", true}, {Number, "−0.50", "-0.50", false}, {Number, "88%", "88", false}, {Number, "much", "", true},
		{Text, "  a ", "a", false}, {Long, "a\r\nb", "a\nb", false}, {Long, strings.Repeat("a", longest+1), "", true},
		{Level, "full", "full", false}, {Level, "fully", "", true}, {Stage, "final", "final", false}, {Stage, "", "", false},
	} {
		got, err := c.widget.tidy(c.typed)
		if got != c.want || (err != nil) != c.bad {
			t.Errorf("%s %.20q: %q %v", c.widget, c.typed, got, err)
		}
	}
}
