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
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/dataset/publish"
)

// shardVariable is the environment variable in which a batch scheduler
// (Kubernetes' indexed jobs) says which part a process is, from 0.
const shardVariable = "JOB_COMPLETION_INDEX"

type buildFlags struct {
	read    readFlags
	dir     string
	jobs    int
	formats []string
	shard   string
	sheet   string
	memory  int
	prune   bool
	bom     bool
	quiet   bool
}

func newBuild() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build PATH… -o DIR",
		Short: "Import folders of reports into a data set",
		Long: `Build reads what is in the folders (and the files that are named): reports as
PDF, the JSON of extract, also corrected by hand, and tables of published scores
(CSV, xlsx). It makes a data set of them in DIR: tables as CSV, JSON Lines,
Parquet, Stata files, one SQLite file and one workbook, a wide table of scores, a
codebook, an overview to look at, and what to be careful about. It ends by
printing averages by summit and by member.

It is safe to stop and run again: the same command goes on where it was and
ends in the same bytes. Files that cannot be read stand in the tables files and
problems, and the exit status is 3.

Reports of some years and a published table of others become one panel; every
row says which file it is from. Where two sources say different things of a
score, one counts by a rule and both stand in table conflicts. A report that is
there as JSON and as PDF is taken from the JSON. In a folder, a CSV, workbook or
JSON of something else is passed over and stands in table files; corrections.csv
is no table of scores, and the files of another data set are not read.

An input that does not exist, cannot be listed or holds nothing to read ends the
run before anything is written. So does a run that would leave out reports which
the data set in DIR holds, because their files are gone or cannot be read any
more; it names them, and --prune lets it go on.

DIR/recount.yaml is yours: there you say what the data set is called, who made
it, its licence, version and sources, which findings are known and which values
were misread. CITATION.cff, datapackage.json and recount pack are made from it.
It, CITATION.cff and the files in examples/ are yours to change: one that is not
what recount wrote is kept. Other files of the data set are made anew.

A file of corrections that cannot be read ends the run before anything is
written. When corrections change, only the reports that they are about are read
again.

--shard I/N reads every N-th file, beginning with number I (from 0; N/N is the
same as 0/N); with --shard N alone, I is taken from ` + shardVariable + `.
recount merge puts the shards together.`,
		Example: `  recount build reports/ -o dataset
  recount build reports/ -o shard2 --shard 2/8`,
		Args: wants(1, -1, "PDFs, JSON of extract, tables of scores, or folders of these"),
		RunE: func(cmd *cobra.Command, args []string) error { return runBuild(cmd, args, &f) },
	}
	f.read.register(cmd)
	flags := cmd.Flags()
	flags.StringVarP(&f.dir, "output", "o", "", "`DIR` of the data set (needed)")
	flags.IntVar(&f.jobs, "jobs", runtime.NumCPU(), "files read at once")
	registerFormats(cmd, &f.formats)
	flags.StringVar(&f.shard, "shard", "", "read one of N parts: `I/N`")
	flags.StringVar(&f.sheet, "sheet", "", "`NAME` of the sheet that is read of workbooks (default every one with scores)")
	flags.IntVar(&f.memory, "memory", 1024, "megabytes that one file may need")
	registerPrune(cmd, &f.prune)
	flags.BoolVar(&f.bom, "bom", false, "CSV for spreadsheet programs: with a byte order mark; not for a data set that is published")
	flags.BoolVar(&f.quiet, "quiet", false, "no progress and no averages; failures are still told")
	return cmd
}

func registerPrune(cmd *cobra.Command, prune *bool) {
	cmd.Flags().BoolVar(prune, "prune", false, "leave out reports that the data set holds and the inputs do not")
}

func registerFormats(cmd *cobra.Command, formats *[]string) {
	cmd.Flags().StringSliceVar(formats, "format", nil, "forms of the tables, divided by commas: "+strings.Join(dataset.Formats(), ", ")+" (default all)")
	completes(cmd, "format", listOf(dataset.Formats()))
}

// checkFormats makes the formats a sorted set, so that their order on the
// command line is not part of the data set.
func checkFormats(formats []string) ([]string, error) {
	var out []string
	for _, known := range dataset.Formats() {
		for _, f := range formats {
			if f == known {
				out = append(out, f)
				break
			}
		}
	}
	for _, f := range formats {
		found := false
		for _, known := range out {
			found = found || f == known
		}
		if !found {
			return nil, &dataset.UnknownFormatError{Name: f}
		}
	}
	return out, nil
}

func runBuild(cmd *cobra.Command, args []string, f *buildFlags) error {
	if f.dir == "" {
		return errors.New("say with -o DIR where the data set is to stand")
	}
	if f.jobs < 1 || f.memory < 1 {
		return errors.New("--jobs and --memory must be above 0")
	}
	formats, err := checkFormats(f.formats)
	if err != nil {
		return err
	}
	shard, shards, err := parseShard(f.shard, os.Getenv(shardVariable))
	if err != nil {
		return err
	}
	o, err := f.read.options()
	if err != nil {
		return err
	}
	config := onefile.Config{
		Password: f.read.password, Reader: f.read.reader, Limits: f.read.limits, Vocabulary: f.read.vocabulary,
		Incomplete: f.read.incomplete, CrossCheck: f.read.crossCheck, Sheet: f.sheet, MemoryMB: f.memory,
		Corrections: f.read.corrections,
	}
	description, err := readDescription(f.dir)
	if err != nil {
		return err
	}
	corrected, err := correctionsOf(args, f.dir, f.read.corrections, description.Corrections)
	if err != nil {
		return err
	}
	config.CorrectionsSum, config.More = corrected.sums, description.Corrections
	engine, err := engineOf(config)
	if err != nil {
		return failed(err)
	}
	newWorker, err := workers(config, o.Extract.Limits.OrDefault().Time)
	if err != nil {
		return failed(err)
	}
	p := newBuildProgress(cmd.ErrOrStderr(), f.quiet)
	sum, err := bulk.Build(cmd.Context(), bulk.Options{
		Paths: args, Dir: f.dir, Jobs: f.jobs, Formats: formats, Shard: shard, Shards: shards, Prune: f.prune, ForSpreadsheets: f.bom,
		Engine: engine, Version: versionNumber(), Description: description, Key: corrected.key,
		Across:    onefile.Across(o.Vocabulary),
		NewWorker: newWorker,
		Explain:   func(err error) (string, string) { return reason(bareError(err)), adviceFor(err) },
		Progress:  p.show,
	})
	p.finish()
	if err != nil {
		return buildError(cmd.ErrOrStderr(), f.dir, err)
	}
	return report(cmd, sum, f.quiet)
}

// readDescription reads what the makers of the data set in a folder say of it.
func readDescription(dir string) (publish.Description, error) {
	d, err := publish.ReadDescription(dir)
	if err != nil {
		return d, failed(fmt.Errorf("%s; mend it, or move it away; nothing was written", single(err.Error())))
	}
	return d, nil
}

// report tells the end of an import.
func report(cmd *cobra.Command, sum *bulk.Summary, quiet bool) error {
	tellFailed(cmd.ErrOrStderr(), sum.Failed)
	for _, name := range sum.Kept {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: changed by hand and kept; remove it to have it written anew\n", name)
	}
	if !quiet {
		if sum.Unchanged {
			fmt.Fprintln(cmd.ErrOrStderr(), "nothing changed")
		}
		if _, err := io.WriteString(cmd.OutOrStdout(), sum.Averages); err != nil {
			return failed(err)
		}
	}
	if len(sum.Failed) > 0 {
		return &statusError{status: statusInput}
	}
	return nil
}

// tellFailed writes a line for every file that was not read.
func tellFailed(out io.Writer, files []dataset.File) {
	for _, f := range files {
		fmt.Fprintf(out, "%s: %s; %s\n", single(f.Path), single(f.Reason), f.Advice)
	}
}

// tellInputs writes a line for every input that kept a run from beginning,
// and says whether there was one.
func tellInputs(out io.Writer, err error) bool {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		told := false
		for _, e := range joined.Unwrap() {
			told = tellInputs(out, e) || told
		}
		return told
	}
	var input *bulk.InputError
	if !errors.As(err, &input) {
		return false
	}
	fmt.Fprintf(out, "%s: %s; %s; nothing was written\n", single(input.Path), reason(bareError(input.Err)), adviceFor(input.Err))
	return true
}

// buildError says what kept a data set from being made; what takes more than
// one line is written to out.
func buildError(out io.Writer, dir string, err error) error {
	if tellInputs(out, err) {
		return &statusError{status: statusInput}
	}
	var gone *bulk.LeftOutError
	if errors.As(err, &gone) {
		tellFailed(out, gone.Failed)
		return failed(fmt.Errorf("%s; bring their files back, or leave them out with --prune; nothing was written", single(err.Error())))
	}
	var shard *bulk.ShardError
	var foreign *bulk.ForeignError
	var busy *bulk.BusyError
	var merge *bulk.MergeError
	switch {
	case errors.Is(err, context.Canceled):
		return failed(fmt.Errorf("%s: stopped; run the same command again to go on", dir))
	case errors.As(err, &busy):
		return failed(fmt.Errorf("%w; wait for it, or choose another folder with -o", err))
	case errors.As(err, &shard):
		return failed(fmt.Errorf("%s; choose another folder with -o for each shard", single(err.Error())))
	case errors.As(err, &foreign):
		return failed(fmt.Errorf("%s; choose another folder with -o, or move them away; none of them was touched", single(err.Error())))
	case errors.As(err, &merge) && merge.Missing:
		return failed(fmt.Errorf("%s; give the folders of all shards; nothing was written", single(err.Error())))
	case errors.As(err, &merge):
		return failed(fmt.Errorf("%w; build it again with the same program and options", err))
	}
	return failed(fmt.Errorf("%s: %s; %s", dir, single(bareError(err).Error()), adviceForOutput(err)))
}

// parseShard reads I/N, /N or N; the last two take I from the environment.
func parseShard(s, index string) (i, n int, err error) {
	if s == "" {
		return 0, 0, nil
	}
	part, of, both := strings.Cut(s, "/")
	if !both {
		part, of = "", s
	}
	if part == "" {
		if index == "" {
			return 0, 0, fmt.Errorf("--shard %s: %s is not set; write I/N", s, shardVariable)
		}
		part = index
	}
	i, errI := strconv.Atoi(part)
	n, errN := strconv.Atoi(of)
	if errI != nil || errN != nil || n < 1 || i < 0 || i > n {
		return 0, 0, fmt.Errorf("--shard %s: write I/N with I from 0 to N-1", s)
	}
	return i % n, n, nil
}

// engineOf identifies what results depend on: this program's bytes and the
// options for reading.
func engineOf(c onefile.Config) (string, error) {
	h := sha256.New()
	exe, err := os.Executable()
	if err != nil {
		return "", err
	}
	for _, path := range []string{exe, c.Vocabulary} {
		if path == "" {
			continue
		}
		if err := onefile.AddFile(h, path); err != nil {
			return "", err
		}
	}
	// The words count, not where they are kept: shards may be made on
	// machines with other paths.
	c.Vocabulary = ""
	// Which corrections a result depends on each file's key says.
	c.Corrections, c.CorrectionsSum, c.More = "", "", nil
	options, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	h.Write(options)
	return hex.EncodeToString(h.Sum(nil)), nil
}
