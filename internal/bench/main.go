// Bench prints how recount compares with pdftotext (Debian's poppler-utils) on
// the same files: `bench extract BINARY [PDF …]` for single reports, `bench build
// BINARY` for folders; `bench audit BINARY [PDF …]` sets the audit beside extract. `bench reports N DIR [chapters]` fills a folder with small reports, for
// measuring other engines (docs/engines.md). The reports are generated, so that everybody measures
// the same; PDFs that are named are measured too, alone and as 1,000 pages of
// copies. Figures are medians of runs that alternate between the programs.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"recount.invalid/recount/fixtures"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// modes are the tables that can be printed; own are PDFs of the user's.
var modes = map[string]func(binary, dir string, own []string) error{
	"extract": benchExtract,
	"audit":   benchAudit,
	"build":   benchBuild,
}

func run(args []string) error {
	if len(args) == 5 && args[0] == "generate" {
		return generateHere(args[1:])
	}
	if len(args) == 3 && args[0] == "reports" || len(args) == 4 && args[0] == "reports" && args[3] == "chapters" {
		return smallReports(args[1], args[2], len(args) == 4)
	}
	if len(args) < 2 || modes[args[0]] == nil {
		return errors.New("usage: bench extract|audit|build BINARY [PDF …], or bench reports N DIR [chapters]")
	}
	binary, err := filepath.Abs(args[1])
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "recount-bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // the system clears what stays
	fmt.Printf("%s/%s, %d cores\n\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	return modes[args[0]](binary, dir, args[2:])
}

// usage is what a run of a program cost.
type usage struct {
	wall, cpu time.Duration
	memory    int64 // peak, bytes; 0 where the system does not say
}

// measure runs a command.
func measure(name string, args ...string) (usage, error) {
	c := exec.Command(name, args...)
	c.Stderr = os.Stderr
	began := time.Now()
	if err := c.Run(); err != nil {
		return usage{}, fmt.Errorf("%s: %w", filepath.Base(name), err)
	}
	return usage{
		wall: time.Since(began), cpu: c.ProcessState.UserTime() + c.ProcessState.SystemTime(),
		memory: peakMemory(c.ProcessState),
	}, nil
}

// median gives the middle of the runs by CPU time and by wall time.
func median(runs []usage) usage {
	by := func(of func(usage) time.Duration) time.Duration {
		values := make([]time.Duration, len(runs))
		for i, r := range runs {
			values[i] = of(r)
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	out := usage{wall: by(func(u usage) time.Duration { return u.wall }), cpu: by(func(u usage) time.Duration { return u.cpu })}
	for _, r := range runs {
		out.memory = max(out.memory, r.memory)
	}
	return out
}

// generate writes a report of at least so many pages. It does so in a process
// of its own: Linux counts the memory of the process that starts a program
// into that program's peak, and generating needs much.
func generate(path string, seed uint64, pages int, chapter bool) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.Command(exe, "generate", path, strconv.FormatUint(seed, 10), strconv.Itoa(pages), strconv.FormatBool(chapter))
	c.Stderr = os.Stderr
	return c.Run()
}

// generateHere is the process that generate starts: path, seed, pages, and
// whether the report is a chapter alone.
func generateHere(args []string) error {
	seed, err1 := strconv.ParseUint(args[1], 10, 64)
	pages, err2 := strconv.Atoi(args[2])
	chapter, err3 := strconv.ParseBool(args[3])
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	fx, err := fixtures.Generate(fixtures.Options{Seed: seed, Pages: pages, ChaptersOnly: chapter})
	if err != nil {
		return err
	}
	return os.WriteFile(args[0], fx.PDF, 0o644)
}

// smallReports writes so many reports of one commitment and four members, each
// another: of seven or eight pages, or of the chapter alone, two to four.
func smallReports(count, dir string, chapters bool) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for seed := range n {
		path := filepath.Join(dir, fmt.Sprintf("r%05d.pdf", seed))
		if _, err := os.Stat(path); err == nil {
			continue
		}
		fx, err := fixtures.Generate(fixtures.Options{Seed: uint64(seed), Commitments: 1, Members: 4, Actions: 1, ChaptersOnly: chapters})
		if err != nil {
			return err
		}
		if err := os.WriteFile(path, fx.PDF, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// runsEach is how often each program runs on a single report; short runs are
// repeated more often, because other programs disturb them more.
const (
	runsEach  = 5
	runsShort = 25
	fewPages  = 200
)

// manyPages is how long the long reports are.
const manyPages = 1000

func benchExtract(binary, dir string, own []string) error {
	files := []struct {
		name    string
		pages   int
		chapter bool
		objects bool // with object streams, as Word and TeX write them
	}{
		{"one chapter, 28 pages", 28, true, false},
		{"100 pages", 100, false, false},
		{"1,000 pages", manyPages, false, false},
		{"1,000 pages, object streams", manyPages, false, true},
	}
	if err := benchStart(binary, dir); err != nil {
		return err
	}
	poppler, err := exec.LookPath("pdftotext")
	if err != nil {
		fmt.Print("pdftotext is not installed (Debian package poppler-utils): no comparison\n\n")
	}
	fmt.Println("| extract + audit + JSON | recount CPU | wall | memory | pdftotext CPU | wall | CPU ratio | wall ratio |")
	fmt.Println("|---|---:|---:|---:|---:|---:|---:|---:|")
	cpu := map[int]time.Duration{} // by pages, for the growth
	for i, f := range files {
		path := filepath.Join(dir, strconv.Itoa(i)+".pdf")
		if err := generate(path, 1, f.pages, f.chapter); err != nil {
			return err
		}
		if f.objects {
			packed := filepath.Join(dir, "packed.pdf")
			if err := exec.Command("qpdf", "--object-streams=generate", path, packed).Run(); err != nil {
				fmt.Printf("| %s | needs qpdf: %v |\n", f.name, err)
				continue
			}
			path = packed
		}
		ours, err := benchFile(f.name, binary, poppler, path, f.pages)
		if err != nil {
			return err
		}
		if !f.objects {
			cpu[f.pages] = ours.cpu
		}
	}
	if err := benchOwn(binary, poppler, dir, own); err != nil {
		return err
	}
	fmt.Printf("\nFrom 100 to 1,000 pages CPU time grows %.1f-fold (wanted: at most 11).\n", ratio(cpu[manyPages], cpu[100]))
	fmt.Println("Wanted: CPU ratio at most 0.8 for a published chapter and 0.45 for 1,000 pages of it, there wall ratio at most 0.3 on two cores and at most 150 MB.")
	return nil
}

// hello is the least that a Go program can do.
const hello = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") }\n"

// benchStart prints what a start costs: `recount version` beside the least that a
// Go program can do.
func benchStart(binary, dir string) error {
	source, least := filepath.Join(dir, "hello.go"), filepath.Join(dir, "hello")
	if err := os.WriteFile(source, []byte(hello), 0o644); err != nil {
		return err
	}
	build := exec.Command("go", "build", "-o", least, source)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("hello: %w\n%s", err, out)
	}
	var ours, theirs []usage
	for range runsShort {
		a, err := measure(binary, "version")
		if err != nil {
			return err
		}
		b, err := measure(least)
		if err != nil {
			return err
		}
		ours, theirs = append(ours, a), append(theirs, b)
	}
	a, b := median(ours), median(theirs)
	fmt.Println("| start | CPU | wall |\n|---|---:|---:|")
	fmt.Printf("| recount version | %s | %s |\n| a program that prints a word | %s | %s |\n", seconds(a.cpu), seconds(a.wall), seconds(b.cpu), seconds(b.wall))
	fmt.Printf("\nCPU more than that program: %.1f ms (wanted: at most 12).\n\n", 1000*(a.cpu-b.cpu).Seconds())
	return nil
}

// benchOwn measures reports that were not generated, alone and as about 1,000
// pages of copies of them, with and without object streams.
func benchOwn(binary, poppler, dir string, own []string) error {
	if len(own) == 0 {
		fmt.Println("| no published report was named |")
	}
	for _, path := range own {
		name := filepath.Base(path)
		out, err := exec.Command("qpdf", "--show-npages", path).Output()
		if err != nil {
			fmt.Printf("| %s | needs qpdf: %v |\n", name, err)
			continue
		}
		pages, err := strconv.Atoi(strings.TrimSpace(string(out)))
		if err != nil || pages < 1 {
			return fmt.Errorf("%s: qpdf counts %q pages", name, out)
		}
		if _, err := benchFile(fmt.Sprintf("%s, %d pages", name, pages), binary, poppler, path, pages); err != nil {
			return err
		}
		for _, streams := range []string{"disable", "generate"} {
			args := []string{"--object-streams=" + streams, "--empty", "--pages"}
			for n := 0; n < manyPages; n += pages {
				args = append(args, path, "1-z")
			}
			long := filepath.Join(dir, "copies.pdf")
			if err := exec.Command("qpdf", append(args, "--", long)...).Run(); err != nil {
				return fmt.Errorf("%s: qpdf: %w", name, err)
			}
			if _, err := benchFile("copies of it, 1,000 pages, object streams: "+streams, binary, poppler, long, manyPages); err != nil {
				return err
			}
		}
	}
	return nil
}

// benchFile prints the row of one file and gives what recount took for it.
func benchFile(name, binary, poppler, path string, pages int) (usage, error) {
	runs := runsEach
	if pages < fewPages {
		runs = runsShort
	}
	var ours, theirs []usage
	for range runs {
		u, err := measure(binary, "audit", "--format", "json", "--fail-on", "never", path) // both write to the null device
		if err != nil {
			return usage{}, err
		}
		ours = append(ours, u)
		if poppler == "" {
			continue
		}
		if u, err = measure(poppler, path, os.DevNull); err != nil {
			return usage{}, err
		}
		theirs = append(theirs, u)
	}
	printRow(name, ours, theirs)
	return median(ours), nil
}

func printRow(name string, ours, theirs []usage) {
	a := median(ours)
	fmt.Printf("| %s | %s | %s | %d MB |", name, seconds(a.cpu), seconds(a.wall), a.memory>>20)
	if len(theirs) > 0 {
		b := median(theirs)
		fmt.Printf(" %s | %s | %.2f | %.2f |", seconds(b.cpu), seconds(b.wall),
			pairs(ours, theirs, func(u usage) time.Duration { return u.cpu }), pairs(ours, theirs, func(u usage) time.Duration { return u.wall }))
	}
	fmt.Println()
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 3, 64) + " s" }

// pairs is the median of the ratios of runs that followed one another, which
// a machine that slows down in between disturbs least.
func pairs(ours, theirs []usage, of func(usage) time.Duration) float64 {
	ratios := make([]float64, len(ours))
	for i := range ours {
		ratios[i] = ratio(of(ours[i]), of(theirs[i]))
	}
	slices.Sort(ratios)
	return ratios[len(ratios)/2]
}

func ratio(a, b time.Duration) float64 { return a.Seconds() / max(b.Seconds(), 1e-9) }

// pagesEach is how long the reports of a folder are.
const pagesEach = 100

func benchBuild(binary, dir string, _ []string) error {
	in := filepath.Join(dir, "in")
	if err := os.Mkdir(in, 0o755); err != nil {
		return err
	}
	poppler, err := exec.LookPath("pdftotext")
	if err != nil {
		fmt.Print("pdftotext is not installed (Debian package poppler-utils): no comparison\n\n")
	}
	fmt.Println("| reports | build CPU | wall | memory | again, nothing changed | pdftotext CPU | CPU ratio | CPU per report |")
	fmt.Println("|---:|---:|---:|---:|---:|---:|---:|---:|")
	made := 0
	var theirs time.Duration // of the files made so far
	for _, n := range []int{50, 100, 200} {
		for ; made < n; made++ {
			path := filepath.Join(in, fmt.Sprintf("r%03d.pdf", made))
			if err := generate(path, uint64(made+1), pagesEach, false); err != nil {
				return err
			}
			if poppler == "" {
				continue
			}
			u, err := measure(poppler, path, filepath.Join(dir, "out.txt"))
			if err != nil {
				return err
			}
			theirs += u.cpu
		}
		out := filepath.Join(dir, "out"+strconv.Itoa(n))
		first, err := measure(binary, "build", in, "-o", out, "--quiet")
		if err != nil {
			return err
		}
		again, err := measure(binary, "build", in, "-o", out, "--quiet")
		if err != nil {
			return err
		}
		fmt.Printf("| %d | %s | %s | %d MB | %s |", n, seconds(first.cpu), seconds(first.wall), first.memory>>20, seconds(again.wall))
		if poppler != "" {
			fmt.Printf(" %s | %.2f |", seconds(theirs), ratio(first.cpu, theirs))
		} else {
			fmt.Print(" | |")
		}
		fmt.Printf(" %s |\n", seconds(first.cpu/time.Duration(n)))
		if n == 200 {
			if err := printSizes(out); err != nil {
				return err
			}
		}
	}
	return nil
}

// printSizes says how big the data set is in each form.
func printSizes(out string) error {
	fmt.Println("\n| form | size |\n|---|---:|")
	for _, name := range []string{"csv", "jsonl", "parquet", "recount.sqlite", "wide.csv"} {
		var size int64
		err := filepath.WalkDir(filepath.Join(out, name), func(_ string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err == nil {
				size += info.Size()
			}
			return err
		})
		if err != nil {
			return err
		}
		fmt.Printf("| %s | %.1f MB |\n", name, float64(size)/1e6)
	}
	return nil
}
