package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"recount.invalid/recount/fixtures"
)

// soak is a long import of files that are whole and files that are not.
type soak struct {
	program string
	in      string // the files
	work    string // for the data sets
	random  *rand.Rand
	out     io.Writer
}

// errSoak says that an import did not do what it must.
var errSoak = errors.New("the import did not hold (see above)")

func soakMode(ctx context.Context, w io.Writer, args []string) error {
	flags := flag.NewFlagSet("soak", flag.ContinueOnError)
	seed := seedFlag(flags)
	files := flags.Int("files", 2000, "how many files are imported")
	length := flags.Duration("for", 0, "import as many files as take about so long instead")
	kills := flags.Int("kills", 20, "how often the import is killed")
	small := flags.String("small", "", "a `folder` on a small file system, which is filled up")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("usage: harden soak [FLAGS] PROGRAM")
	}
	program, err := filepath.Abs(flags.Arg(0))
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "recount-soak")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }() // the system clears what stays
	s := &soak{
		program: program, in: filepath.Join(work, "in"), work: work, out: w,
		random: rand.New(rand.NewPCG(*seed, 0)),
	}
	fmt.Fprintf(w, "seed %d\n\n", *seed)
	if *length > 0 {
		if *files, err = s.filesFor(ctx, *length); err != nil {
			return err
		}
	}
	if err := s.generate(*files); err != nil {
		return err
	}
	want, took, err := s.undisturbed(ctx, *files)
	if err != nil {
		return err
	}
	if err := s.killed(ctx, *kills, took, want); err != nil {
		return err
	}
	if *small == "" {
		return nil
	}
	return s.full(ctx, *small)
}

// probe is how many files tell what one takes.
const probe = 200

// filesFor is how many files are imported twice in so long.
func (s *soak) filesFor(ctx context.Context, length time.Duration) (int, error) {
	if err := s.generate(probe); err != nil {
		return 0, err
	}
	began := time.Now()
	if _, err := s.build(ctx, filepath.Join(s.work, "probe"), nil); err != nil {
		return 0, err
	}
	each := time.Since(began) / probe
	return max(probe, int(length/(2*each))), os.RemoveAll(s.in)
}

// perFolder is how many files a folder holds.
const perFolder = 1000

// bases is how many reports the files are made of.
const bases = 40

// generate writes so many files: one in three whole, the others with a damage
// each. No two are the same.
func (s *soak) generate(files int) error {
	var targets []*target
	for i := range bases {
		fx, err := fixtures.Generate(fixtures.Options{
			Seed: uint64(i + 1), Style: fixtures.Styles()[i%len(fixtures.Styles())], Commitments: 1 + i%2, Members: 3 + i%3, Actions: 1,
			ChaptersOnly: i%4 != 0, // two to four pages; the others have a summary table too
		})
		if err != nil {
			return err
		}
		targets = append(targets, newTarget("", fx.PDF))
	}
	for i := range files {
		t := targets[s.random.IntN(len(targets))]
		data := fmt.Appendf(bytes.Clone(t.bytes), "%%%d\n", i)
		if i%3 != 0 {
			data, _ = t.damaged(s.random)
			data = fmt.Appendf(data, "%%%d\n", i)
		}
		path := filepath.Join(s.in, fmt.Sprintf("%03d", i/perFolder), fmt.Sprintf("r%05d.pdf", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// command imports the files into a folder.
func (s *soak) command(ctx context.Context, out string) *exec.Cmd {
	c := exec.CommandContext(ctx, s.program, "build", s.in, "-o", out, "--quiet")
	ownGroup(c)
	return c
}

// build runs the import to its end; watch is called while it runs. Files that
// cannot be read end it with status 3, as they should.
func (s *soak) build(ctx context.Context, out string, watch func(pid int)) (string, error) {
	c := s.command(ctx, out)
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		return "", err
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case err := <-done:
			if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == statusInput {
				err = nil
			}
			if err != nil {
				return said.String(), fmt.Errorf("build: %w: %s", err, tail(said.Bytes()))
			}
			return said.String(), nil
		case <-tick.C:
			if watch != nil {
				watch(c.Process.Pid)
			}
		}
	}
}

// statusInput is the exit status of a run that could not read an input or
// write an output.
const statusInput = 3

func tail(b []byte) []byte { return b[max(0, len(b)-300):] }

// undisturbed runs the whole import, prints what memory it takes as it goes on,
// and gives the sums of what it wrote.
func (s *soak) undisturbed(ctx context.Context, files int) (sums map[string]string, took time.Duration, err error) {
	out := filepath.Join(s.work, "whole")
	peaks := map[int]memory{} // by thousands of files done
	began := time.Now()
	last := 0
	fmt.Fprint(s.out, "| files done | memory of the run | largest worker | time |\n|---:|---:|---:|---:|\n")
	row := func(n int) {
		fmt.Fprintf(s.out, "| %d | %d MB | %d MB | %s |\n", n*perFolder, peaks[n].run>>20, peaks[n].worker>>20, time.Since(began).Round(time.Second))
	}
	_, err = s.build(ctx, out, func(pid int) {
		done, err := os.ReadDir(filepath.Join(out, ".recount", "results"))
		if err != nil {
			return // not there yet
		}
		n := len(done) / perFolder
		if n != last {
			row(last)
			last = n
		}
		peaks[n] = peaks[n].most(memoryOf(pid))
	})
	if err != nil {
		return nil, 0, err
	}
	took = time.Since(began)
	row(last)
	fmt.Fprintf(s.out, "\n%d files in folders of 1,000, in %s\n\n", files, took.Round(time.Second))
	sums, err = sumsOf(out)
	return sums, took, err
}

// memory is what processes take, in bytes.
type memory struct{ run, worker int64 }

func (m memory) most(o memory) memory { return memory{max(m.run, o.run), max(m.worker, o.worker)} }

// killed imports into a fresh folder, kills that at random moments, runs it again each
// time, and compares what is there in the end. An import that comes to its end before it
// was killed often enough is compared too, and begun anew.
func (s *soak) killed(ctx context.Context, kills int, took time.Duration, want map[string]string) error {
	out := filepath.Join(s.work, "killed")
	hit, ended := 0, 0
	for range maxStarts * kills {
		if hit == kills || ctx.Err() != nil {
			break
		}
		c := s.command(ctx, out)
		if err := c.Start(); err != nil {
			return err
		}
		// Between two kills the import gets on by a part of its way, so that reading
		// and the writing of the tables are both met.
		wait := time.Duration(s.random.Float64() * 2.4 * float64(took) / float64(kills))
		done := make(chan error, 1)
		go func() { done <- c.Wait() }()
		select {
		case <-time.After(wait):
			kill(c, hit%2 == 0)
			<-done
			hit++
			fmt.Fprintf(s.out, "killed after %s\n", wait.Round(time.Millisecond))
		case <-done:
			ended++
			if err := s.compare(ctx, out, want); err != nil {
				return err
			}
			if err := os.RemoveAll(out); err != nil {
				return err
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.compare(ctx, out, want); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "killed %d times while it ran, in %d imports, each run to its end: 0 of %d files differ from the undisturbed run\n", hit, ended+1, len(want))
	return nil
}

// maxStarts is how often the import is started for each kill that is wanted, at most:
// one that is at its end again and again before it is killed says so by the number of
// kills.
const maxStarts = 4

// compare runs the import into out to its end, and holds every file of it against want.
func (s *soak) compare(ctx context.Context, out string, want map[string]string) error {
	said, err := s.build(ctx, out, nil)
	if err != nil {
		return err
	}
	got, err := sumsOf(out)
	if err != nil {
		return err
	}
	if different := differences(want, got); len(different) > 0 {
		fmt.Fprintf(s.out, "%d of %d files differ from the undisturbed run: %v\n%s\n", len(different), len(want), different, tail([]byte(said)))
		return errSoak
	}
	return nil
}

// sumsOf gives the sum of every file of a data set, its state aside.
func sumsOf(dir string) (map[string]string, error) {
	sums := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".recount":
			return filepath.SkipDir
		case d.IsDir():
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		sums[rel] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	return sums, err
}

// differences names what differs between two data sets.
func differences(a, b map[string]string) (out []string) {
	for name, sum := range a {
		if b[name] != sum {
			out = append(out, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// fills is how often the small file system is filled up.
const fills = 6

// mostSmall is how large a file system may be that is filled up.
const mostSmall = 2 << 30

// full imports a part of the files onto a small file system that has less and
// less room left, and then with all its room.
func (s *soak) full(ctx context.Context, small string) error {
	free, err := freeOf(small)
	if err != nil {
		return err
	}
	if free > mostSmall {
		return fmt.Errorf("-small %s: %d MB are free there; give a folder on a small file system", small, free>>20)
	}
	part := *s
	part.in = filepath.Join(s.in, "000")
	whole := filepath.Join(s.work, "part")
	if _, err := part.build(ctx, whole, nil); err != nil {
		return err
	}
	want, err := sumsOf(whole)
	if err != nil {
		return err
	}
	out, filler := filepath.Join(small, "recount-soak"), filepath.Join(small, "recount-filler")
	defer func() { _ = os.RemoveAll(out); _ = os.Remove(filler) }() // both are ours
	told := 0
	for n := range fills {
		if free, err = freeOf(small); err != nil {
			return err
		}
		if err := fill(filler, free-int64(float64(n+1)*s.random.Float64()*2e6)); err != nil {
			return err
		}
		c := part.command(ctx, out)
		said, err := c.CombinedOutput()
		if err != nil && bytes.Contains(said, []byte("no space left")) {
			told++
		}
		if err := os.Remove(filler); err != nil {
			return err
		}
	}
	said, err := part.build(ctx, out, nil)
	if err != nil {
		return err
	}
	got, err := sumsOf(out)
	if err != nil {
		return err
	}
	different := differences(want, got)
	fmt.Fprintf(s.out, "a full file system: told in %d of %d runs; run again with room: %d of %d files differ\n", told, fills, len(different), len(want))
	if len(different) > 0 {
		fmt.Fprintf(s.out, "%v\n%s\n", different, tail([]byte(said)))
		return errSoak
	}
	return nil
}

// fill writes a file of the size, as much of it as there is room for.
func fill(path string, size int64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	block := make([]byte, 1<<20)
	for size > 0 {
		n, err := f.Write(block[:min(size, int64(len(block)))])
		if size -= int64(n); err != nil {
			break // it is full
		}
	}
	return f.Close()
}
