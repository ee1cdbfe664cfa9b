package blind

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/fixtures/sample"
	"recount.invalid/recount/model"
	"recount.invalid/recount/output"
)

// asProgram makes the test binary stand for the program that is measured.
const asProgram = "RECOUNT_BLIND_PROGRAM"

func TestMain(m *testing.M) {
	mode := os.Getenv(asProgram)
	if mode == "" {
		os.Exit(m.Run())
	}
	if err := program(mode, os.Args[1], os.Args[len(os.Args)-1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

func program(mode, command, path string) error {
	if mode == "refuses" {
		return fmt.Errorf("%s: cannot be read", filepath.Base(path))
	}
	r, err := recount.Read(context.Background(), path, recount.Options{})
	if err != nil {
		return err
	}
	if command == "extract" {
		return output.ReportJSON(os.Stdout, r.Report, false)
	}
	a, err := audit.Run(context.Background(), r.Report, audit.Options{})
	if err != nil {
		return err
	}
	return output.AuditJSON(os.Stdout, output.NewAudit([]audit.Result{a}, nil))
}

// truthFile is what the program's sample prints, in the form of the papers.
const truthFile = "testdata/aldersea.json"

func truth(t *testing.T) *Truth {
	t.Helper()
	want, err := ReadTruth(truthFile)
	if err != nil {
		t.Fatal(err)
	}
	return want
}

// folder is a folder with one paper, and a PDF of which nobody knows the truth.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	want, err := os.ReadFile(truthFile)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"aldersea.pdf": sample.PDF, "aldersea.json": want, "unknown.pdf": sample.PDF,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T) *model.Report {
	t.Helper()
	r, err := recount.Read(context.Background(), "../../fixtures/sample/"+sample.Name, recount.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Report
}

// The fields of the sample's truth, counted by hand: 7 of the report; the
// chapters 14 and 14, their sections 6+2×5, 6 and 6+3×5, 6+3×5, 6+2×5; 23 notes
// with 6 each; the matrix 1+6+4+6+1; 6 claims. The objects: the report, 2
// tables of scores, 10 actions, 23 notes, the matrix.
const (
	sampleFields  = 7 + 2*14 + 16 + 6 + 21 + 21 + 16 + 23*6 + 18 + 6
	sampleScores  = 2*5 + 5*2 + 18
	sampleObjects = 1 + 2 + 10 + 23 + 1
)

func TestProgramIsMeasured(t *testing.T) {
	t.Setenv(asProgram, "reads")
	papers, err := Measure(context.Background(), os.Args[0], folder(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(papers) != 1 || papers[0].Name != "aldersea" {
		t.Fatalf("papers: %v", papers)
	}
	for _, m := range papers[0].Sheet.Misses {
		t.Error(m)
	}
	want := Result{
		Fields: Count{sampleFields, sampleFields}, Scores: Count{sampleScores, sampleScores},
		Sound: sampleObjects, Planted: 2, Found: 2,
	}
	if got := Total(papers); got != want {
		t.Errorf("got %+v, want %+v; failed: %v", got, want, papers[0].Failed)
	}
	row := "| 3 | abc1234 | 1: aldersea | 277 of 277 (100.00 %), worst 100.00 % | 38 of 38 (100.00 %) | 0 (0.00 %) | 0.0 % | 2 of 2 | 0 |"
	if got := Row("3", "abc1234", papers); got != row {
		t.Errorf("got %s, want %s", got, row)
	}
}

func TestPaperThatIsRefusedIsWrong(t *testing.T) {
	t.Setenv(asProgram, "refuses")
	papers, err := Measure(context.Background(), os.Args[0], folder(t))
	if err != nil {
		t.Fatal(err)
	}
	r := papers[0].Result()
	if len(papers[0].Failed) != 2 || r.Found != 0 || r.Silent != r.Fields.Total-r.Fields.Right {
		t.Errorf("got %+v, failed: %q", r, papers[0].Failed)
	}
	// What the document does not print is not found either, which is right: 6
	// notes have no date of publication, 22 no translation, 7 actions no sum.
	if r.Fields != (Count{6 + 22 + 7, sampleFields}) {
		t.Errorf("%d of %d right", r.Fields.Right, r.Fields.Total)
	}
}

func TestFolderWithoutPapersIsAnError(t *testing.T) {
	if _, err := Measure(context.Background(), os.Args[0], t.TempDir()); err == nil {
		t.Error("nothing was measured, and nobody was told")
	}
}

// TestMisreadingsAreCounted reads the sample wrong in known ways and counts
// them by hand.
func TestMisreadingsAreCounted(t *testing.T) {
	r := read(t)
	doubt := func(about string) { r.Warnings = append(r.Warnings, model.Warning{About: []string{about}}) }

	// Two wrong fields in a table of scores; a warning names a cell of it.
	table := r.Commitments[0].Assessment
	full := 1
	table.Scores[2].Score = &full
	table.Average.Percent = nil
	doubt("/commitments/0/assessment/scores/2")
	// One wrong field in a note, without a warning.
	r.Footnotes[12].URL = r.Footnotes[12].URL[:20]
	// An action is lost: it is not found, nor are its date, marker and length.
	// It names no sums of money, and none are found.
	france := &r.Commitments[1].Verdicts[1]
	france.Actions = slices.Delete(slices.Clone(france.Actions), 1, 2)
	// A note that is not there.
	r.Footnotes = append(r.Footnotes, model.Footnote{Number: 99})
	// A warning about a note that is right.
	doubt("/footnotes/2")

	s := Compare(truth(t), r)
	var got []string
	for _, m := range s.Misses {
		got = append(got, fmt.Sprint(m.Silent, " ", m.Field))
	}
	want := []string{
		"false table.score", "false table.percent",
		"true action.found", "true action.date", "true action.footnotes", "true action.chars",
		"true footnote.url", "true footnote.spurious",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if c := (Count{sampleFields + 1 - 8, sampleFields + 1}); s.All() != c {
		t.Errorf("fields %v, want %v", s.All(), c)
	}
	if c := (Count{sampleScores - 2, sampleScores}); s.Scores() != c {
		t.Errorf("scores and averages %v, want %v", s.Scores(), c)
	}
	// One action less and one note more; a table and two notes are wrong.
	if s.Silent != 6 || s.Named != 1 || s.Sound != sampleObjects-3 {
		t.Errorf("silent %d, burden %d of %d; want 6, 1 of %d", s.Silent, s.Named, s.Sound, sampleObjects-3)
	}
}

func TestAlignment(t *testing.T) {
	cases := []struct {
		a, b string
		want map[int]int
	}{
		{"abc", "abc", map[int]int{0: 0, 1: 1, 2: 2}},
		{"abc", "ac", map[int]int{0: 0, 2: 1}},
		{"abc", "axc", map[int]int{0: 0, 1: 1, 2: 2}},  // misread
		{"abc", "axbc", map[int]int{0: 0, 1: 2, 2: 3}}, // one too many
		{"abcd", "xcd", map[int]int{0: 0, 2: 1, 3: 2}},
		{"ab", "", map[int]int{}},
	}
	letters := func(s string) []string {
		var out []string
		for _, c := range s {
			out = append(out, string(c))
		}
		return out
	}
	for _, c := range cases {
		if got := align(letters(c.a), letters(c.b)); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s and %s: got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestTruthMayLeaveOut: a field that is not in the truth is not compared, one
// that is null is.
func TestTruthMayLeaveOut(t *testing.T) {
	var want Truth
	if err := json.Unmarshal([]byte(`{"report": {"stage": null}, "clean": 3, "footnotes": [{"number": 1, "url": null}]}`), &want); err != nil {
		t.Fatal(err)
	}
	s := Compare(&want, &model.Report{
		Report:    model.Info{Forum: "G7", Stage: "final"},
		Footnotes: []model.Footnote{{Number: 1, URL: "https://a.example", Place: "Rome"}},
	})
	if s.All() != (Count{1, 3}) || !slices.Equal(want.Clean, []int{3}) {
		t.Errorf("%v, clean %v; misses %v", s.All(), want.Clean, s.Misses)
	}
}

// The matrix with most of the truth is compared, not the first one.
func TestBestMatrix(t *testing.T) {
	one, none := 1, 0
	matrix := func(scores ...*int) model.Matrix {
		return model.Matrix{Members: []string{"CAN", "FRA"}, Rows: []model.MatrixRow{{Number: 4, Scores: scores}}}
	}
	v := 1.0
	want := &Matrix{Members: []string{"CAN", "FRA"}, Rows: map[string]map[string]*float64{"4": {"CAN": &v, "FRA": nil}}}
	if got := bestMatrix(want, []model.Matrix{matrix(&none, &none), matrix(&one, nil), matrix(&one, &one)}); got != 1 {
		t.Errorf("matrix %d", got)
	}
}
