//go:build !lean

package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
	"recount.invalid/recount/review/queue"
	"recount.invalid/recount/review/web"
)

type reviewFlags struct {
	read      readFlags
	waivers   string
	sheet     string
	by        string
	export    string
	noBrowser bool
}

func newReview() *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review PATH…",
		Short: "Look at doubts beside the pages, accept or correct them",
		Long: `Review shows each page of the reports beside what was read of it, on a web page
that only this machine can open: doubts, checks that fail and findings first,
with a key each for accept, correct, comment and skip. It prints the address,
opens a browser where there is one, and ends with Ctrl-C.

What is said is appended to ` + corrections.FileName + ` beside the reports, or to --corrections,
after each action; nothing else is written. extract, audit, build and diff apply
it. What was looked at need not be looked at again while it is read the same.

--export writes the same as files that nothing can be changed in, to publish
beside a data set: a row of panel leads to REPORT_ID/page-PAGE.html#PATH.`,
		Example: `  recount review reports/
  recount review --by "Ada Moor" report.pdf
  recount review --export pages reports/`,
		Args: wants(1, -1, "PDFs, the JSON of extract, CSVs or workbooks of published scores, or folders of these"),
		RunE: func(cmd *cobra.Command, args []string) error { return runReview(cmd, args, &f) },
	}
	f.read.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.by, "by", "", "`NAME` of who reviews, for the column by")
	flags.StringVar(&f.export, "export", "", "write files to `DIR` instead of opening a page")
	flags.BoolVar(&f.noBrowser, "no-browser", false, "open no browser")
	flags.StringVar(&f.waivers, "waivers", "", "YAML `FILE` of known findings (default "+waiverFile+" where it is there)")
	flags.StringVar(&f.sheet, "sheet", "", "`NAME` of the sheet that is read of workbooks (default every one with scores)")
	return cmd
}

func runReview(cmd *cobra.Command, args []string, f *reviewFlags) error {
	o, err := f.read.options()
	if err != nil {
		return err
	}
	o.Sheet = f.sheet
	waivers, err := readWaivers(f.waivers)
	if err != nil {
		return err
	}
	fails := failures{out: cmd.ErrOrStderr()}
	paths := inputs(args, &fails)
	if len(paths) == 0 {
		return fails.err()
	}
	session := queue.New(queueOptions(paths, o, waivers, f.read.corrections, &fails))
	options := web.Options{Session: session, Password: f.read.password, By: f.by}
	if f.export != "" {
		session.Read(cmd.Context())
		return exportPages(cmd, f.export, options, &fails)
	}
	return serveReview(cmd, options, session, f.noBrowser, &fails)
}

// queueOptions ties the session to what reads and audits files.
func queueOptions(paths []string, o recount.Options, waivers []audit.Waiver, file string, fails *failures) queue.Options {
	own := o.Corrections
	var telling sync.Mutex // files are read while others are counted again
	plain := o
	plain.Corrections, plain.BesideCorrections = nil, false
	return queue.Options{
		Paths: paths,
		Load: func(ctx context.Context, path string) ([]queue.Loaded, error) {
			loaded, err := loadInput(ctx, path, plain)
			out := make([]queue.Loaded, len(loaded))
			for i, l := range loaded {
				out[i] = queue.Loaded{Report: l.Report, Document: l.Document}
			}
			return out, err
		},
		Audit: func(ctx context.Context, r *model.Report) ([]audit.Finding, error) {
			ctx, cancel := o.Bounded(ctx)
			defer cancel()
			result, err := audit.Run(ctx, r, audit.Options{Waivers: waivers, Vocabulary: o.Vocabulary, Jobs: o.Extract.Jobs})
			return result.Findings, err
		},
		Corrections: func(path string) ([]corrections.Correction, error) {
			beside, err := recount.CorrectionsBeside(path)
			if err != nil {
				return nil, err
			}
			list := own
			if file != "" {
				// It grows while it is reviewed.
				if list, err = recount.ReadCorrections(file); err != nil {
					return nil, err
				}
			}
			return slices.Concat(list, beside), nil
		},
		Target: func(path string) string {
			if file != "" {
				return file
			}
			return filepath.Join(filepath.Dir(path), corrections.FileName)
		},
		Failed: func(path string, err error) {
			telling.Lock()
			defer telling.Unlock()
			fails.add(path, err)
		},
		Today: func() string { return time.Now().Format(time.DateOnly) },
	}
}

// serveReview shows the pages until it is told to end, or no report could be read.
func serveReview(cmd *cobra.Command, o web.Options, session *queue.Session, noBrowser bool, fails *failures) error {
	server, err := web.Listen(o)
	if err != nil {
		return failed(fmt.Errorf("no port of this machine could be opened: %w", err))
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout(), server.Address()); err != nil {
		return failed(err)
	}
	fmt.Fprintln(cmd.ErrOrStderr(), "Open this address; Ctrl-C ends the review.")
	if !noBrowser {
		startBrowser(server.BrowserAddress())
	}
	ctx, cancel := context.WithCancelCause(cmd.Context())
	defer cancel(nil)
	go func() {
		session.Read(ctx)
		if reports, _ := session.Reports(); len(reports) == 0 {
			cancel(errNothingRead)
		}
	}()
	if err := server.Serve(ctx); err != nil {
		return failed(err)
	}
	if errors.Is(context.Cause(ctx), errNothingRead) {
		return fails.err()
	}
	return nil // Ctrl-C is how a review ends
}

// errNothingRead ends a review of files none of which could be read.
var errNothingRead = errors.New("nothing could be read")

// browsers are the programs that open an address, by system.
var browsers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
}

// startBrowser opens an address where there is a browser; whoever has none opens
// the printed one.
func startBrowser(address string) {
	program, ok := browsers[runtime.GOOS]
	if !ok {
		program = []string{"xdg-open"}
	}
	start := exec.Command(program[0], append(program[1:], address)...)
	if start.Start() == nil {
		go func() { _ = start.Wait() }() // how it ends is its own matter
	}
}

func exportPages(cmd *cobra.Command, dir string, o web.Options, fails *failures) error {
	reports, _ := o.Session.Reports()
	pages := 0
	for _, r := range reports {
		pages += max(r.Pages, 1)
	}
	if len(reports) == 0 {
		return fails.err()
	}
	bar := newProgress(cmd.ErrOrStderr(), pages, "pages")
	err := web.Export(cmd.Context(), dir, o, func(string, int, int) { bar.step() })
	bar.finish()
	if errors.Is(err, web.ErrNotEmpty) {
		return failed(fmt.Errorf("%s: %w; name a new or empty folder", dir, err))
	}
	if err != nil {
		return failed(fmt.Errorf("%s: %s; %s", dir, reason(err), adviceForOutput(err)))
	}
	return fails.err()
}
