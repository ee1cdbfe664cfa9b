package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/corrections"
)

func newCorrections() *cobra.Command {
	var read readFlags
	var sheet, target string
	cmd := &cobra.Command{
		Use:   "corrections PATH…",
		Short: "List corrections and check that they can be made",
		Long: `Corrections reads the reports and says of every correction in --corrections and
in the files ` + corrections.FileName + ` beside the reports whether it can be made: whether its
path names one value, and whether the value that it corrects stands there.

The file has the columns report (id or file name), path (a JSON Pointer into
what extract prints, or SERIAL/MEMBER/FIELD), was, now, by, on, why. extract,
audit, build and diff apply it; what was read stands beside what was corrected.
A row whose was and now are the same says that somebody looked and the value was
read rightly; SERIAL/MEMBER/action adds an action that was lost.
Exit status 1: a correction cannot be made, or is about none of the reports.`,
		Example: `  recount corrections reports/
  recount corrections --corrections mine.csv report.pdf`,
		Args: wants(1, -1, "PDFs, the JSON of extract, CSVs or workbooks of published scores, or folders of these"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := read.options()
			if err != nil {
				return err
			}
			o.Sheet = sheet
			return writeTo(cmd, target, func(w io.Writer) error { return checkCorrections(cmd, w, args, o) })
		},
	}
	read.register(cmd)
	cmd.Flags().StringVar(&sheet, "sheet", "", "`NAME` of the sheet that is read of workbooks (default the only one with scores)")
	registerTarget(cmd, &target)
	return cmd
}

func checkCorrections(cmd *cobra.Command, w io.Writer, args []string, o recount.Options) error {
	fails := failures{out: cmd.ErrOrStderr()}
	all := slices.Clone(o.Corrections)
	used := map[corrections.Correction]bool{}
	stands := true
	for _, path := range inputs(args, &fails) {
		if cmd.Context().Err() != nil {
			break
		}
		beside, err := recount.CorrectionsBeside(path)
		if err != nil {
			fails.add(path, err)
			continue
		}
		for _, c := range beside {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
		loaded, err := loadInput(cmd.Context(), path, o)
		if err != nil {
			fails.add(path, err)
			continue
		}
		for _, l := range loaded {
			for _, c := range l.Corrections {
				used[c.Correction] = true
				stands = stands && c.Problem == ""
				if _, err := fmt.Fprintln(w, correctionLine(path, c)); err != nil {
					return failed(err)
				}
			}
		}
	}
	for _, c := range all {
		if used[c] {
			continue
		}
		stands = false
		if _, err := fmt.Fprintf(w, "not made: %s %s: none of the reports is “%s”\n", single(c.Report), single(c.Path), single(c.Report)); err != nil {
			return failed(err)
		}
	}
	if err := fails.err(); err != nil {
		return err
	}
	if len(all) == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "no corrections were found: no file %s beside the reports, and none with --corrections\n", corrections.FileName)
	}
	if !stands {
		return &statusError{status: statusFindings}
	}
	return cmd.Context().Err()
}

// correctionLine says what became of a correction.
func correctionLine(path string, c corrections.Outcome) string {
	what := fmt.Sprintf("%s %s: “%s”, was “%s”", single(path), single(c.Path), single(c.Now), single(c.Was))
	if c.By != "" || c.On != "" {
		what += " (" + single(joined(c.By, c.On)) + ")"
	}
	if c.Why != "" {
		what += ": " + single(c.Why)
	}
	switch {
	case c.Problem != "":
		return "not made: " + what + "; " + single(c.Problem)
	case c.Already:
		return "made already: " + what
	case c.Open():
		return "open: " + what
	case c.Stale:
		return "look again: " + what + "; it is read otherwise now"
	case c.Looked:
		return "looked at: " + what
	}
	return "made: " + what
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// tellCorrections says on standard error which corrections were not made.
func tellCorrections(w io.Writer, path string, list []corrections.Outcome) {
	for _, c := range list {
		if c.Problem != "" {
			fmt.Fprintln(w, correctionLine(path, c))
		}
	}
}
