//go:build !lean

package main

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
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/bulk"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/parse"
)

// statusMemory is the exit status by which a worker says that a file needed
// too much memory.
const statusMemory = 9

// workerConfig is what a worker is told on its first line of input; a
// password must not stand among the arguments, which everybody can see.
type workerConfig struct {
	Password, Reader, Limits, Vocabulary, Sheet, Corrections string
	// CorrectionsSum are the sums of all files of corrections that hold for the
	// run: what was read with others is not stored.
	CorrectionsSum string
	// More are the corrections of the data set's description.
	More       []corrections.Correction
	Incomplete bool
	CrossCheck bool
	MemoryMB   int
}

// newWorker is the hidden command that build starts to read files.
func newWorker() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Short:  "Read files for recount build",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := serve(cmd); err != nil {
				return failed(err)
			}
			return nil
		},
	}
}

func serve(cmd *cobra.Command) error {
	// Ctrl-C reaches every process of the terminal; the run decides what it
	// means and ends its workers.
	signal.Ignore(os.Interrupt, syscall.SIGTERM)
	in := json.NewDecoder(os.Stdin)
	var c workerConfig
	if err := in.Decode(&c); err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	flags := readFlags{password: c.Password, reader: c.Reader, limits: c.Limits, vocabulary: c.Vocabulary, incomplete: c.Incomplete, crossCheck: c.CrossCheck, corrections: c.Corrections}
	o, err := flags.options()
	if err != nil {
		return err
	}
	o.Sheet = c.Sheet
	o.Corrections = append(o.Corrections, c.More...)
	// One file at a time on one core: the run has a worker for each core.
	o.Extract.Jobs = 1
	watchMemory(int64(c.MemoryMB) << 20)
	limit := o.Extract.Limits.OrDefault().Time
	// The decoder may have taken more than the first line.
	rest := io.MultiReader(in.Buffered(), os.Stdin)
	return bulk.Serve(context.Background(), rest, cmd.OutOrStdout(), func(ctx context.Context, path, sha256 string) bulk.Outcome {
		ctx, cancel := context.WithTimeout(ctx, limit)
		defer cancel()
		out := readFile(ctx, path, sha256, o)
		if err := sameCorrections(path, c); err != nil {
			// Never stored: the result would be taken for one of other corrections.
			return bulk.Outcome{Status: dataset.StatusUnreadable, Reason: reason(err), Advice: adviceFor(err), Passing: true}
		}
		return out
	})
}

// watchMemory ends the process when it needs more than max bytes. The
// garbage collector works harder first.
func watchMemory(max int64) {
	debug.SetMemoryLimit(max / 4 * 3)
	go func() {
		samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for {
			metrics.Read(samples)
			if used := samples[0].Value.Uint64() - samples[1].Value.Uint64(); used > uint64(max) {
				os.Exit(statusMemory)
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
}

// readFile reads and audits what is in one file, a PDF, JSON or a table of
// published scores, and makes its rows.
func readFile(ctx context.Context, path, sum string, o recount.Options) bulk.Outcome {
	loaded, err := loadReports(ctx, path, o)
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
		if seen[l.Report.Source.SHA256] {
			err = &recount.FileError{File: path, Err: errTwice}
			break
		}
		seen[l.Report.Source.SHA256] = true
		var result audit.Result
		if result, err = audit.Run(ctx, l.Report, audit.Options{Vocabulary: o.Vocabulary}); err == nil {
			out.Pages += l.Report.Source.Pages
			out.Rows = append(out.Rows, dataset.RowsOf(l.Report, &result, o.Vocabulary)...)
			out.Held = append(out.Held, across.Slim(l.Report))
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
	return bulk.Outcome{Status: status, Reason: reason(err), Advice: adviceFor(err), Passing: passing(err)}
}

// sameCorrections is an error where the corrections that hold for a file are not
// those that the run summed up when it began.
func sameCorrections(path string, c workerConfig) error {
	sums := strings.Fields(c.CorrectionsSum)
	files := []string{filepath.Join(filepath.Dir(path), corrections.FileName)}
	if c.Corrections != "" {
		files = append(files, c.Corrections)
	}
	for _, file := range files {
		h := sha256.New()
		// A file that is not there, or cannot be read, is told of by the reading.
		if err := addFile(h, file); err == nil && !slices.Contains(sums, hex.EncodeToString(h.Sum(nil))) {
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
	if first := loaded[0]; first.Document != nil || isTable(path) {
		got = first.Report.Source.SHA256
	} else {
		h := sha256.New()
		if err := addFile(h, path); err != nil {
			return &recount.FileError{File: path, Err: bareError(err)}
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

// workers gives what makes workers of this program.
func workers(c workerConfig, limit time.Duration) func() (bulk.Worker, error) {
	return func() (bulk.Worker, error) {
		exe, err := os.Executable()
		if err != nil {
			return nil, err
		}
		config, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		unreadable := func(why, do string) bulk.Outcome {
			return bulk.Outcome{Status: dataset.StatusUnreadable, Reason: why, Advice: do}
		}
		return bulk.NewProcess(bulk.ProcessOptions{
			Command: func() *exec.Cmd {
				// The first argument stays as it is: by it a program that has
				// several names knows which one it is.
				return &exec.Cmd{Path: exe, Args: []string{os.Args[0], "worker"}}
			},
			Config: append(config, '\n'),
			// The worker keeps the limit itself; this is for one that hangs.
			Time:         limit + limit/2,
			MemoryStatus: statusMemory,
			TooLong:      unreadable(fmt.Sprintf("reading it takes longer than %s", limit), "raise the limit with --limits time=5m if you trust the file"),
			TooBig:       unreadable(fmt.Sprintf("reading it needs more than %d MB of memory", c.MemoryMB), "raise the limit with --memory if you trust the file"),
			Killed:       unreadable("the process that read it was ended", "run the same command again, with fewer --jobs where memory is short"),
			Broken:       unreadable("reading it ends the program", "repair it (qpdf FILE NEW) and try the new file, and report it to the makers of recount"),
		}), nil
	}
}
