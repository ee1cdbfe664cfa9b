// Package onefile does for one file what an import does for it, in one function,
// Read: the file is read and audited and its rows are made. Workers does that in a
// process of its own, within bounds; Serve is that process. Every engine that
// imports files goes through it: recount build, and the Beam pipeline.
package onefile

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/bulk"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/internal/advice"
	"recount.invalid/recount/parse"
)

// statusMemory is the exit status by which a worker says that a file needed
// too much memory.
const statusMemory = 9

// Config is what a worker is told on its first line of input; a password must not
// stand among the arguments, which everybody can see.
type Config struct {
	Password, Reader, Limits, Vocabulary, Sheet, Corrections string
	// CorrectionsSum are the sums of all files of corrections that hold for the
	// run: what was read with others is not stored.
	CorrectionsSum string
	// More are the corrections of the data set's description.
	More       []corrections.Correction
	Incomplete bool
	CrossCheck bool
	MemoryMB   int
	// Copied says that files, and the corrections beside them, are copies to which
	// nobody writes: CorrectionsSum says nothing of them.
	Copied bool `json:",omitempty"`
}

// Advices are what to do about the errors of importing files.
var Advices = []advice.Advice{
	{When: errChanged, Do: "wait until nobody writes to it and run the same command again"},
	{When: errTwice, Do: "keep the one that is meant"},
	{When: bulk.ErrNotRegular, Do: "copy what it gives into a file and give that"},
	{When: bulk.ErrNoReport, Do: "name a folder that holds reports"},
}

func adviceFor(err error) string { return advice.For(err, Advices...) }

// Serve is a worker: it takes its configuration from the first line of in and then
// reads files as bulk.Serve does; options makes of the configuration how files are
// read. Interruptions reach every process of a terminal; the run decides what they
// mean and ends its workers.
func Serve(ctx context.Context, in io.Reader, out io.Writer, options func(Config) (recount.Options, error)) error {
	signal.Ignore(os.Interrupt, syscall.SIGTERM)
	dec := json.NewDecoder(in)
	var c Config
	if err := dec.Decode(&c); err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	o, err := options(c)
	if err != nil {
		return err
	}
	o.Sheet = c.Sheet
	o.Corrections = append(o.Corrections, c.More...)
	// One file at a time on one core: the run has a worker for each core.
	o.Extract.Jobs = 1
	watchMemory(int64(c.MemoryMB) << 20)
	// The decoder may have taken more than the first line.
	rest := io.MultiReader(dec.Buffered(), in)
	return bulk.Serve(ctx, rest, out, func(ctx context.Context, path, sha256 string) bulk.Outcome {
		ctx, cancel := o.Bounded(ctx)
		defer cancel()
		read := Read(ctx, path, sha256, o)
		if err := sameCorrections(path, c); err != nil {
			// Never stored: the result would be taken for one of other corrections.
			return bulk.Outcome{Status: dataset.StatusUnreadable, Reason: advice.Reason(err), Advice: adviceFor(err), Passing: true}
		}
		return read
	})
}

// watchMemory ends the process when it needs more than max bytes. The
// garbage collector works harder first.
func watchMemory(max int64) {
	debug.SetMemoryLimit(max / 4 * 3)
	go func() {
		for {
			// The runtime's package of metrics would cost every start of the program half
			// a millisecond.
			var stats runtime.MemStats
			runtime.ReadMemStats(&stats)
			if used := stats.Sys - stats.HeapReleased; used > uint64(max) {
				os.Exit(statusMemory)
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
}

// Read reads and audits what is in one file, a PDF, JSON or a table of
// published scores, and makes its rows.
func Read(ctx context.Context, path, sum string, o recount.Options) bulk.Outcome {
	loaded, err := recount.LoadInput(ctx, path, o)
	if err == nil {
		err = sameBytes(path, sum, loaded)
	}
	out := bulk.Outcome{Status: dataset.StatusRead}
	seen := map[string]bool{}
	for i := range loaded {
		if err != nil {
			break
		}
		l := &loaded[i]
		if l.Report.Source.SHA256 == "" {
			// JSON that was written by hand names no file; its own stands in.
			l.Report.Source.SHA256 = ownID(sum, i)
		}
		if seen[l.Report.Source.Identity()] {
			err = &recount.FileError{File: path, Err: errTwice}
			break
		}
		seen[l.Report.Source.Identity()] = true
		var result audit.Result
		if result, err = audit.Run(ctx, l.Report, audit.Options{Vocabulary: o.Vocabulary}); err == nil {
			out.Pages += l.Report.Source.Pages
			out.Rows = append(out.Rows, dataset.RowsOf(l.Report, &result, o.Vocabulary)...)
			out.Held = append(out.Held, audit.Keep(l.Report, o.Vocabulary))
		}
	}
	if err == nil {
		return out
	}
	status := dataset.StatusUnreadable
	switch {
	case errors.Is(err, parse.ErrNotReport):
		status = dataset.StatusNoReport
	case errors.Is(err, scores.ErrNotScores), errors.Is(err, recount.ErrNotReportJSON):
		status = dataset.StatusOther
	}
	return bulk.Outcome{Status: status, Reason: advice.Reason(err), Advice: adviceFor(err), Passing: passing(err)}
}

// sameCorrections is an error where the corrections that hold for a file are not
// those that the run summed up when it began.
func sameCorrections(path string, c Config) error {
	if c.Copied {
		return nil
	}
	sums := strings.Fields(c.CorrectionsSum)
	files := []string{filepath.Join(filepath.Dir(path), corrections.FileName)}
	if c.Corrections != "" {
		files = append(files, c.Corrections)
	}
	for _, file := range files {
		h := sha256.New()
		// A file that is not there, or cannot be read, is told of by the reading.
		if err := AddFile(h, file); err == nil && !slices.Contains(sums, hex.EncodeToString(h.Sum(nil))) {
			return &recount.FileError{File: file, Err: errChanged}
		}
	}
	return nil
}

// sameBytes is an error where a file was read that has not the sum that it had
// before. JSON names the sum of the report that it is of, so that it is summed
// up again.
func sameBytes(path, sum string, loaded []recount.Result) error {
	got := ""
	if first := loaded[0]; first.Document != nil || recount.IsTable(path) {
		got = first.Report.Source.SHA256
	} else {
		h := sha256.New()
		if err := AddFile(h, path); err != nil {
			return &recount.FileError{File: path, Err: advice.Bare(err)}
		}
		got = hex.EncodeToString(h.Sum(nil))
	}
	if got != sum {
		return &recount.FileError{File: path, Err: errChanged}
	}
	return nil
}

// ownID makes an identity of a report that names no file, from that of the
// file that it stands in and its place there.
func ownID(sha string, i int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", sha, i))
	return hex.EncodeToString(sum[:])
}

// passing reports whether an error is one that the file's bytes do not decide:
// time on a busy machine, the run's end, somebody who writes to the file, the
// system's own errors.
func passing(err error) bool {
	var limit *object.LimitError
	var system syscall.Errno
	return errors.Is(err, errChanged) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) ||
		errors.As(err, &system) || errors.As(err, &limit) && limit.Limit == "Time"
}

// errTwice is the reason for JSON that has one report in two forms: nobody can
// say which is meant.
var errTwice = errors.New("the same report stands in it twice")

// errChanged is the reason for a file that was written to during the run.
var errChanged = errors.New("the file changed while it was read")

// Workers gives what makes workers: command starts a process that calls Serve, limit
// is how long one file may take.
func Workers(command func() *exec.Cmd, c Config, limit time.Duration) (func() (bulk.Worker, error), error) {
	config, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	unreadable := func(why, do string) bulk.Outcome {
		return bulk.Outcome{Status: dataset.StatusUnreadable, Reason: why, Advice: do}
	}
	return func() (bulk.Worker, error) {
		return bulk.NewProcess(bulk.ProcessOptions{
			Command: command,
			Config:  append(config, '\n'),
			// The worker keeps the limit itself; this is for one that hangs.
			Time:         limit + limit/2,
			MemoryStatus: statusMemory,
			TooLong:      unreadable(fmt.Sprintf("reading it takes longer than %s", limit), "raise the limit with --limits time=5m if you trust the file"),
			TooBig:       unreadable(fmt.Sprintf("reading it needs more than %d MB of memory", c.MemoryMB), "raise the limit with --memory if you trust the file"),
			Killed:       unreadable("the process that read it was ended", "run the same command again, with fewer --jobs where memory is short"),
			Broken:       unreadable("reading it ends the program", "repair it (qpdf FILE NEW) and try the new file, and report it to the makers of recount"),
		}), nil
	}, nil
}

// AddFile writes the bytes of a file that somebody wrote by hand, such as one of
// corrections, to w. What is no ordinary file is not opened: a pipe would wait for a
// writer, and a device has no end.
func AddFile(w io.Writer, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return &recount.FileError{File: path, Err: recount.ErrNotRegular}
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	_, err = io.Copy(w, f)
	return err
}
