package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/diff"
	"recount.invalid/recount/model"
)

// diffFormats are the values of `diff --format`.
var diffFormats = []struct {
	name  string
	write func(io.Writer, *diff.Result) error
}{
	{"text", diff.WriteText},
	{"json", diff.WriteJSON},
	{"html", diff.WriteHTML},
}

func newDiff() *cobra.Command {
	var read readFlags
	var format choice
	var target string
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two versions of a report, or a table and its report",
		Long: `Diff compares two reports, each a PDF or the JSON of extract: interim and
final, first and revised. One of the two may be a table of published scores (a
CSV or a sheet of an xlsx workbook), the other the report that it was made from,
or both may be tables: commitments are joined by their serial, then by their
words and summit, and those on either side without a partner are named. Of a
table of many summits the rows of the report's summit are compared. Diff says which scores, averages, periods, actions and
footnotes changed, which findings of the audit appeared or went, and whether
the two are versions of one report at all.`,
		Example: `  recount diff interim.pdf final.pdf
  recount diff --format html -o changes.html first.json revised.pdf
  recount diff scores.csv report.pdf`,
		Args: wants(2, 2, "two reports, the older one first, or a table of scores and a report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := read.options()
			if err != nil {
				return err
			}
			fails := failures{out: cmd.ErrOrStderr()}
			var reports []*model.Report
			for _, path := range args {
				r, err := oneReport(cmd, path, o)
				if err != nil {
					fails.add(path, err)
					continue
				}
				reports = append(reports, r)
			}
			if err := fails.err(); err != nil {
				return err
			}
			ctx, cancel := o.Bounded(cmd.Context())
			defer cancel()
			result, err := diff.Compare(ctx, reports[0], reports[1], audit.Options{Vocabulary: o.Vocabulary})
			if err != nil {
				return failed(fmt.Errorf("%s; %s", single(err.Error()), adviceFor(err)))
			}
			return writeTo(cmd, target, func(w io.Writer) error {
				if err := diffFormats[format.index].write(w, result); err != nil {
					return failed(err)
				}
				return nil
			})
		},
	}
	read.register(cmd)
	names := make([]string, len(diffFormats))
	for i, f := range diffFormats {
		names[i] = f.name
	}
	format.register(cmd, "format", "form of the output", names...)
	registerTarget(cmd, &target)
	return cmd
}

// errSeveral is the reason for a file that holds more than one report.
var errSeveral = errors.New("there is more than one report in it")

func oneReport(cmd *cobra.Command, path string, o recount.Options) (*model.Report, error) {
	loaded, err := loadInput(cmd.Context(), path, o)
	if err != nil {
		return nil, err
	}
	if len(loaded) != 1 {
		return nil, &recount.FileError{File: path, Err: fmt.Errorf("%w: %d", errSeveral, len(loaded))}
	}
	return loaded[0].Report, nil
}
