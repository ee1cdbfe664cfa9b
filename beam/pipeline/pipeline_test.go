package pipeline_test

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"recount.invalid/recount"
	"recount.invalid/recount/beam/pipeline"
	"recount.invalid/recount/fixtures"
)

// diesVariable is the environment variable with the folder in which a worker notes
// what it died of.
const diesVariable = "RECOUNT_BEAM_TEST_DIES"

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == pipeline.WorkerArgument {
		in, out := io.Pipe()
		go func() { _ = out.CloseWithError(dieOf(os.Stdin, out)) }()
		if err := pipeline.Serve(context.Background(), in, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	beam.Init()
	os.Exit(m.Run())
}

// dieOf hands on what a worker is asked, and kills it where a file's name says so.
func dieOf(in io.Reader, out io.Writer) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		var request struct{ Path []byte }
		if json.Unmarshal(line, &request) == nil {
			name := filepath.Base(string(request.Path))
			note := filepath.Join(os.Getenv(diesVariable), name)
			_, known := os.Stat(note)
			if strings.HasPrefix(name, "dies-always") || strings.HasPrefix(name, "dies-once") && known != nil {
				f, err := os.OpenFile(note, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
				if err != nil {
					return err
				}
				fmt.Fprintln(f, "died")
				self, err := os.FindProcess(os.Getpid())
				if err != nil {
					return err
				}
				_ = self.Signal(syscall.SIGKILL)
				select {}
			}
		}
		if _, err := out.Write(line); err != nil {
			return err
		}
		if err != nil {
			return err
		}
	}
}

// program builds recount, as it is used.
func program(t *testing.T) string {
	t.Helper()
	exe := filepath.Join(t.TempDir(), "recount-full")
	cmd := exec.Command("go", "build", "-trimpath", "-o", exe, "./cmd/recount")
	cmd.Dir = filepath.Join("..", "..")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return exe
}

func write(t *testing.T, data []byte, name ...string) {
	t.Helper()
	file := filepath.Join(name...)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func generated(t *testing.T, o fixtures.Options) []byte {
	t.Helper()
	fx, err := fixtures.Generate(o)
	if err != nil {
		t.Fatal(err)
	}
	return fx.PDF
}

// bomb is a PDF of some kilobytes whose page has so many bytes.
func bomb(t *testing.T, size int) []byte {
	t.Helper()
	var packed, out bytes.Buffer
	z := zlib.NewWriter(&packed)
	blank := bytes.Repeat([]byte("q Q\n"), 1<<14)
	for n := 0; n < size; n += len(blank) {
		if _, err := z.Write(blank); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var places []int
	object := func(text string) {
		places = append(places, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(places), text)
	}
	out.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>")
	object(fmt.Sprintf("<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream", packed.Len(), packed.String()))
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, p := range places {
		fmt.Fprintf(&out, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&out, "trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, start)
	return out.Bytes()
}

// reports fills a folder with good, bad and hostile files.
func reports(t *testing.T) string {
	t.Helper()
	in := t.TempDir()
	small := func(seed uint64, stage string) []byte {
		return generated(t, fixtures.Options{Seed: seed, Commitments: 1, Members: 3, Stage: stage})
	}
	first := small(1, "final")
	write(t, first, in, "a-final.pdf")
	write(t, small(1, "interim"), in, "b-interim.pdf") // the same promise once more
	write(t, first, in, "copies", "the same bytes.pdf")
	write(t, small(2, "final"), in, "dies-once.pdf")
	write(t, generated(t, fixtures.Options{Seed: 3, Commitments: 2, Defects: []string{"average-stated"}}), in, "wrong figure.pdf")
	// The same report with another average: what comes of holding the two against each other.
	write(t, generated(t, fixtures.Options{Seed: 2, Commitments: 1, Members: 3, Stage: "final", Defects: []string{"average-stated"}}), in, "other average.pdf")
	write(t, fixtures.SamplePDF, in, "corrected", "sample.pdf")
	write(t, []byte("report,path,was,now,by,on,why\nsample.pdf,/report/summit/year,2025,2024,Ada Moor,2025-05-01,to see that it is made\n"), in, "corrected", "corrections.csv")
	// The same report read and as JSON: the JSON counts.
	read, err := recount.Load(t.Context(), filepath.Join(in, "b-interim.pdf"), recount.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(read[0].Report)
	if err != nil {
		t.Fatal(err)
	}
	write(t, text, in, "read.json")
	write(t, []byte("commitment_id,average,Canada,France\n2001-1,0.5,1,0\n"), in, "published.csv")
	write(t, []byte("name,colour\nx,red\n"), in, "other.csv")
	write(t, nil, in, "empty.pdf")
	write(t, []byte("<!doctype html><p>Not found</p>"), in, "page.pdf")
	write(t, first[:len(first)/2], in, "cut off.pdf")
	write(t, bomb(t, 1<<28), in, "bomb.pdf")
	write(t, []byte("no report"), in, "notes.txt")
	return in
}

// run runs the pipeline on Prism.
func run(t *testing.T, o pipeline.Options) pipeline.Counts {
	t.Helper()
	p, err := pipeline.New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	result, err := beam.Run(t.Context(), "prism", p)
	if err != nil {
		t.Fatal(err)
	}
	c := pipeline.Counted(result)
	t.Log(c)
	return c
}

func patterns(in string) []string {
	return []string{in + "/*", in + "/*/*", in + "/*.pdf"} // some files are matched twice
}

// build makes the data set of a folder by recount build.
func build(t *testing.T, exe, in string) string {
	t.Helper()
	out := t.TempDir()
	said, err := exec.Command(exe, "build", in, "-o", out, "--format", "jsonl,parquet", "--quiet", "--jobs", "2").CombinedOutput()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 3) {
		t.Fatalf("%v\n%s", err, said)
	}
	return out
}

// files are the contents of the files below a folder by their names.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		out[d.Name()] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// same holds the tables of the pipeline against those of recount build, byte by byte.
func same(t *testing.T, got, want string) {
	t.Helper()
	for _, format := range pipeline.Formats {
		g, w := files(t, filepath.Join(got, format)), files(t, filepath.Join(want, format))
		if len(g) != len(w) || len(w) < 15 {
			t.Errorf("%s: %d files, want %d", format, len(g), len(w))
		}
		for name, text := range w {
			if g[name] != text {
				t.Errorf("%s: %d bytes, want %d, not the same", name, len(g[name]), len(text))
			}
		}
	}
}

func quarantine(t *testing.T, out string) map[string]pipeline.Refused {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, pipeline.QuarantineFile))
	if err != nil {
		t.Fatal(err)
	}
	refused := map[string]pipeline.Refused{}
	for line := range bytes.Lines(data) {
		var r pipeline.Refused
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		if r.Reason == "" || r.Advice == "" {
			t.Errorf("%s is refused without reason or advice", r.File)
		}
		refused[r.File] = r
	}
	return refused
}

// The tables are those of recount build, with good, bad and hostile files, with
// waivers and corrections, in one file each and divided; a worker that was killed
// once leaves no trace.
func TestSameAsBuild(t *testing.T) {
	exe, in := program(t), reports(t)
	t.Setenv(diesVariable, t.TempDir())
	want := build(t, exe, in)
	if data := files(t, want)["corrections.jsonl"]; !strings.Contains(data, "Ada Moor") {
		t.Errorf("no correction was made: %q", data)
	}
	if data := files(t, want)["files.jsonl"]; strings.Count(data, `"duplicate"`) != 2 {
		t.Errorf("two files repeat others: %s", data)
	}

	if data := files(t, want)["findings.jsonl"]; !strings.Contains(data, `"rule":"other-source"`) {
		t.Error("nothing came of holding two reports against each other")
	}

	whole := t.TempDir()
	o := pipeline.Options{Files: patterns(in), Root: in + "/", Out: whole, Jobs: 2, MemoryMB: 1024}
	c := run(t, o)
	same(t, whole, want)
	if c.Files != 14 || c.Read+c.Refused != 13 { // other.csv is no report and no failure
		t.Errorf("counted %+v", c)
	}
	refused := quarantine(t, whole)
	for _, name := range []string{"empty.pdf", "page.pdf", "cut off.pdf", "bomb.pdf"} {
		if refused[name].Status == "" {
			t.Errorf("%s is not in quarantine", name)
		}
	}
	if len(refused) != 4 || c.Refused != 4 {
		t.Errorf("refused: %v, counted %d", refused, c.Refused)
	}
	if _, err := os.Stat(filepath.Join(os.Getenv(diesVariable), "dies-once.pdf")); err != nil {
		t.Error("no worker died:", err)
	}

	// Once more, in another order and divided: the same rows in the same order.
	divided := t.TempDir()
	o.Out, o.Shards, o.Jobs = divided, 3, 1
	run(t, o)
	got := files(t, filepath.Join(divided, "jsonl"))
	for name, text := range files(t, filepath.Join(want, "jsonl")) {
		var all strings.Builder
		for shard := range 3 {
			part, there := got[fmt.Sprintf("%s-%05d-of-00003.jsonl", strings.TrimSuffix(name, ".jsonl"), shard)]
			if !there {
				t.Errorf("%s: shard %d is not there", name, shard)
			}
			all.WriteString(part)
		}
		if all.String() != text {
			t.Errorf("%s: the shards are not the table", name)
		}
	}

	// What stands there is not replaced unasked; asked, it becomes the same.
	o.Out, o.Shards = whole, 1
	if _, err := pipeline.New(t.Context(), o); err == nil {
		t.Error("tables were to be replaced unasked")
	}
	o.Replace = true
	run(t, o)
	same(t, whole, want)
	o.Out = want
	if _, err := pipeline.New(t.Context(), o); err == nil {
		t.Error("a data set of recount build was to be replaced")
	}
}

// A file on which every worker dies is put aside with its reason; the others are read.
func TestDiesAlways(t *testing.T) {
	exe, in := program(t), t.TempDir()
	notes := t.TempDir()
	t.Setenv(diesVariable, notes)
	for seed := range uint64(3) {
		write(t, generated(t, fixtures.Options{Seed: 10 + seed, Commitments: 1, Members: 3}), in, fmt.Sprintf("r%d.pdf", seed))
	}
	want := build(t, exe, in)
	write(t, fixtures.SamplePDF, in, "dies-always.pdf")
	out := t.TempDir()
	// Another bound than in other tests, whose workers note elsewhere what they die of.
	c := run(t, pipeline.Options{Files: []string{in + "/*.pdf"}, Out: out, Jobs: 2, MemoryMB: 1025})
	refused := quarantine(t, out)
	if r := refused["dies-always.pdf"]; len(refused) != 1 || r.Reason != "the process that read it was ended" || r.SHA256 == "" || r.Bytes != int64(len(fixtures.SamplePDF)) {
		t.Errorf("%+v", refused)
	}
	if c.Read != 3 || c.Refused != 1 || c.Again != 1 {
		t.Errorf("counted %+v", c)
	}
	died, err := os.ReadFile(filepath.Join(notes, "dies-always.pdf"))
	if n := strings.Count(string(died), "died"); err != nil || n != 4 {
		t.Errorf("%d workers died, want 4: two tries of a process and its successor; %v", n, err)
	}
	got, others := files(t, filepath.Join(out, "jsonl")), files(t, filepath.Join(want, "jsonl"))
	for name, text := range others {
		if name == "files.jsonl" || name == "problems.jsonl" {
			if !strings.Contains(got[name], "dies-always.pdf") {
				t.Errorf("%s does not tell of it", name)
			}
			continue
		}
		if got[name] != text {
			t.Errorf("%s is not the same", name)
		}
	}
}

// Waivers of recount.yaml stand in the tables.
func TestDescription(t *testing.T) {
	exe, in := program(t), t.TempDir()
	write(t, fixtures.SamplePDF, in, "sample.pdf")
	yaml := []byte("title: T\nwaivers:\n  - rule: average-stated\n    file: sample.pdf\n    reason: known\n")
	built, out := t.TempDir(), t.TempDir()
	write(t, yaml, built, "recount.yaml")
	write(t, yaml, out, "recount.yaml")
	if said, err := exec.Command(exe, "build", in, "-o", built, "--format", "jsonl,parquet", "--quiet").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	run(t, pipeline.Options{Files: []string{in + "/*.pdf"}, Out: out, Jobs: 1, MemoryMB: 1024})
	same(t, out, built)
	if text := files(t, filepath.Join(out, "jsonl"))["findings.jsonl"]; !strings.Contains(text, `"waived":"known"`) {
		t.Error("no finding is waived")
	}
	for _, bad := range []pipeline.Options{{}, {Files: []string{"x"}, Out: out}, {Files: []string{"x"}, Out: t.TempDir(), MemoryMB: 1, Limits: "pages=x"}} {
		if _, err := pipeline.New(t.Context(), bad); err == nil {
			t.Errorf("%+v was accepted", bad)
		}
	}
}
