package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

func newCorrections() *cobra.Command {
	var read readFlags
	var sheet, target, edited string
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
Exit status 1: a correction cannot be made, or is about none of the reports.

--edited turns JSON of extract that was edited by hand into rows of that file;
exit status 1: some of what was edited cannot be written as such.`,
		Example: `  recount corrections reports/
  recount corrections --corrections mine.csv report.pdf
  recount corrections --edited report.json report.pdf -o corrections.csv`,
		Args: wants(1, -1, "PDFs, the JSON of extract, CSVs or workbooks of published scores, or folders of these"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := read.options()
			if err != nil {
				return err
			}
			o.Sheet = sheet
			return writeTo(cmd, target, func(w io.Writer) error {
				if edited != "" {
					return compareEdited(cmd, w, args, edited, o)
				}
				return checkCorrections(cmd, w, args, o)
			})
		},
	}
	read.register(cmd)
	cmd.Flags().StringVar(&sheet, "sheet", "", "`NAME` of the sheet that is read of workbooks (default every one with scores)")
	cmd.Flags().StringVar(&edited, "edited", "", "`FILE` of JSON of extract, edited by hand, to be written as corrections")
	registerTarget(cmd, &target)
	return cmd
}

// errOther is the reason for edited JSON that is of none of the reports.
var errOther = errors.New("none of the reports is the one that this was extracted from")

// compareEdited writes what was edited by hand as corrections.
func compareEdited(cmd *cobra.Command, w io.Writer, args []string, edited string, o recount.Options) error {
	plain := o
	plain.Corrections, plain.BesideCorrections = nil, false
	mended, err := recount.Load(cmd.Context(), edited, plain)
	if err != nil {
		return failed(fmt.Errorf("--edited: %w", err))
	}
	bySum := map[string]*model.Report{}
	for _, m := range mended {
		bySum[m.Report.Source.Identity()] = m.Report
	}
	fails := failures{out: cmd.ErrOrStderr()}
	var rows []corrections.Correction
	left := false
	for _, path := range inputs(args, &fails) {
		loaded, err := loadInput(cmd.Context(), path, o)
		if err != nil {
			fails.add(path, err)
			continue
		}
		for _, l := range loaded {
			mend := bySum[l.Report.Source.Identity()]
			if mend == nil {
				continue
			}
			delete(bySum, l.Report.Source.Identity())
			list, other, err := corrections.Compare(l.Report, mend)
			if err != nil {
				return failed(err)
			}
			rows = append(rows, list...)
			for _, what := range other {
				left = true
				fmt.Fprintf(cmd.ErrOrStderr(), "%s: not written: %s\n", single(path), single(what))
			}
		}
	}
	if len(bySum) > 0 {
		fails.add(edited, errOther)
	}
	data, err := corrections.Encode(rows)
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		return failed(err)
	}
	if err := fails.err(); err != nil {
		return err
	}
	if left {
		return &statusError{status: statusFindings}
	}
	return nil
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
