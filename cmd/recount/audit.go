package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/internal/walk"
	"recount.invalid/recount/model"
	"recount.invalid/recount/output"
)

// waiverFile is read from the working folder where it is there.
const waiverFile = ".recount.yaml"

// audited is an outcome and the documents behind it, for drawings.
type audited struct {
	results   []audit.Result
	slim      []*model.Report // what is held against each other
	reports   []*model.Report
	documents []*model.Document // nil entries for inputs that are no PDF
	stale     []audit.Waiver
	unmade    []unmade
	explained []explained
}

// explained is how the stated figures of a report follow from its scores.
type explained struct {
	file    string
	figures []audit.Precision
}

// unmade is what became of the corrections of an input.
type unmade struct {
	path     string
	outcomes []corrections.Outcome
}

// auditFormat is one value of `audit --format`.
type auditFormat struct {
	name  string
	write func(io.Writer, audited) error
	// draws: the format shows places on pages, so that the documents are kept.
	draws bool
}

var auditFormats = []auditFormat{
	{name: "text", write: func(w io.Writer, a audited) error {
		return output.AuditText(w, output.NewAudit(a.results, a.stale))
	}},
	{name: "json", write: func(w io.Writer, a audited) error {
		return output.AuditJSON(w, output.NewAudit(a.results, a.stale))
	}},
	{name: "sarif", write: func(w io.Writer, a audited) error {
		return output.SARIF(w, output.NewAudit(a.results, a.stale), versionNumber())
	}},
	{name: "html", draws: true, write: func(w io.Writer, a audited) error {
		return output.AuditHTML(w, output.NewAudit(a.results, a.stale), a.reports, a.documents)
	}},
}

type auditFlags struct {
	read       readFlags
	format     choice
	failOn     choice
	only, skip []string
	waivers    string
	against    []string
	explain    bool
	sheet      string
	target     string
}

func newAudit() *cobra.Command {
	var f auditFlags
	cmd := &cobra.Command{
		Use:   "audit PATH…",
		Short: "Count again and say what does not fit together",
		Long: `Audit re-verifies published figures. A PATH is a report PDF, the JSON of
extract, tables of published scores (a CSV or the sheets of an xlsx workbook, with
a row per commitment and columns 'average' and one per member, or with columns
'country' and 'score'), or a folder of these.

Files that are audited together are held against each other: a table of scores,
a chapter's own PDF, a final report against what the others of its summit and
stage state; the rows of a table without a commitment in the report, and the other
way round, are named too where most have one, with --against always. --against
names further reports, or folders of them, that are read for that and not audited
themselves.

A finding says that two printed things do not fit together, not who erred.
Exit status 1: a finding at or above --fail-on. A file ` + waiverFile + ` in the
working folder, or --waivers, lists findings that are known, each with its
reason.`,
		Example: `  recount audit report.pdf
  recount audit --format html -o audit.html reports/
  recount audit scores.csv --against reports/
  recount audit --only average-stated,percent-stated --fail-on warning scores.csv`,
		Args: wants(1, -1, "PDFs, the JSON of extract, CSVs or workbooks of published scores, or folders of these"),
		RunE: func(cmd *cobra.Command, args []string) error { return runAudit(cmd, args, &f) },
	}
	f.read.register(cmd)
	names := make([]string, len(auditFormats))
	for i, a := range auditFormats {
		names[i] = a.name
	}
	f.format.register(cmd, "format", "form of the output", names...)
	f.failOn.register(cmd, "fail-on", "lowest severity that makes the exit status 1",
		string(audit.Error), string(audit.Warning), string(audit.Note), "never")
	flags := cmd.Flags()
	flags.StringSliceVar(&f.only, "only", nil, "run these `RULES` only, divided by commas")
	flags.StringSliceVar(&f.skip, "skip", nil, "do not run these `RULES`")
	completes(cmd, "only", rulesCompleted(listOf))
	completes(cmd, "skip", rulesCompleted(listOf))
	flags.StringVar(&f.waivers, "waivers", "", "YAML `FILE` of known findings (default "+waiverFile+" where it is there)")
	flags.StringArrayVar(&f.against, "against", nil, "`PATH` of reports that the others are held against; may be given several times")
	flags.BoolVar(&f.explain, "explain", false, "say of every stated figure that is compared which precision it is printed with, what it stands for and which ways of rounding give it (text only)")
	flags.StringVar(&f.sheet, "sheet", "", "`NAME` of the sheet that is read of workbooks (default every one with scores)")
	registerTarget(cmd, &f.target)
	return cmd
}

func runAudit(cmd *cobra.Command, args []string, f *auditFlags) error {
	o, err := f.read.options()
	if err != nil {
		return err
	}
	o.Sheet = f.sheet
	for _, id := range slices.Concat(f.only, f.skip) {
		if _, ok := audit.Lookup(id); !ok {
			return &audit.UnknownRuleError{ID: id}
		}
	}
	waivers, err := readWaivers(f.waivers)
	if err != nil {
		return err
	}
	format := auditFormats[f.format.index]
	if f.explain && format.name != "text" {
		return errors.New("--explain is for --format text")
	}
	fails := failures{out: cmd.ErrOrStderr()}
	paths := inputs(args, &fails)
	found := audited{}
	options := audit.Options{Only: f.only, Skip: f.skip, Waivers: waivers, Vocabulary: o.Vocabulary, Jobs: o.Extract.Jobs}
	bar := newProgress(cmd.ErrOrStderr(), len(paths), "reports")
	for _, path := range paths {
		if cmd.Context().Err() != nil {
			break
		}
		if err := auditFile(cmd.Context(), path, o, auditOptions{options, format.draws, f.explain, len(paths) == 1 && len(f.against) == 0}, &found); err != nil {
			bar.clear()
			fails.add(path, err)
		}
		bar.step()
	}
	bar.finish()
	if err := f.holdAgainst(cmd, o, options, &found, &fails); err != nil {
		return failed(fmt.Errorf("%s; %s", single(err.Error()), adviceFor(err)))
	}
	for _, u := range found.unmade {
		tellCorrections(cmd.ErrOrStderr(), u.path, u.outcomes)
	}
	found.stale = audit.StaleWaivers(waivers, found.results)
	err = writeTo(cmd, f.target, func(w io.Writer) error {
		if len(found.results) == 0 && fails.count > 0 {
			return fails.err()
		}
		if err := format.write(w, found); err != nil || !f.explain {
			return err
		}
		return writeExplained(w, found.explained)
	})
	if err != nil {
		var s *statusError
		if errors.As(err, &s) {
			return err
		}
		return failed(err)
	}
	if err := fails.err(); err != nil {
		return err
	}
	if f.fails(found.results) {
		return &statusError{status: statusFindings}
	}
	return cmd.Context().Err()
}

// holdAgainst reads what is named with --against and holds the reports against it
// and against each other.
func (f *auditFlags) holdAgainst(cmd *cobra.Command, o recount.Options, options audit.Options, found *audited, fails *failures) error {
	var against []*model.Report
	for _, path := range inputs(f.against, fails) {
		ctx, cancel := o.Bounded(cmd.Context())
		loaded, err := loadInput(ctx, path, o)
		cancel()
		if err != nil {
			fails.add(path, err)
			continue
		}
		for _, l := range loaded {
			against = append(against, audit.Keep(l.Report, o.Vocabulary))
		}
	}
	return audit.RunAcross(cmd.Context(), found.slim, found.results, against, options)
}

// writeExplained says of each stated figure how it follows from the scores.
func writeExplained(w io.Writer, list []explained) error {
	for _, e := range list {
		if _, err := fmt.Fprintf(w, "\nHow the figures of %s follow\n", single(e.file)); err != nil {
			return err
		}
		for _, p := range e.figures {
			if _, err := fmt.Fprintf(w, "  %s\n", single(p.String())); err != nil {
				return err
			}
		}
		if len(e.figures) == 0 {
			if _, err := fmt.Fprintln(w, "  no stated figure with scores was found"); err != nil {
				return err
			}
		}
	}
	return nil
}

// fails says whether a finding is at or above --fail-on.
func (f *auditFlags) fails(results []audit.Result) bool {
	limit := audit.Severity(f.failOn.String()).Rank()
	if limit == 0 { // never
		return false
	}
	for _, r := range results {
		if r.Worst().Rank() >= limit {
			return true
		}
	}
	return false
}

func readWaivers(path string) ([]audit.Waiver, error) {
	file, err := openText(orElse(path, waiverFile))
	if path == "" && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, failed(err)
	}
	defer func() { _ = file.Close() }() // opened for reading only
	waivers, err := audit.ReadWaivers(file)
	if err != nil {
		return nil, failed(fmt.Errorf("%s: %s; mend the file", orElse(path, waiverFile), single(err.Error())))
	}
	return waivers, nil
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// auditOptions are those of the audit and what else is made of a report.
type auditOptions struct {
	audit.Options
	draws, explain bool
	alone          bool // no other file is there to be held against
}

// auditFile audits the reports of one input.
func auditFile(ctx context.Context, path string, o recount.Options, options auditOptions, found *audited) error {
	ctx, cancel := o.Bounded(ctx)
	defer cancel()
	loaded, err := loadInput(ctx, path, o)
	if err != nil {
		return err
	}
	for _, l := range loaded {
		found.unmade = append(found.unmade, unmade{path, l.Corrections})
		if !options.alone || len(loaded) > 1 {
			found.slim = append(found.slim, audit.Keep(l.Report, o.Vocabulary))
		}
		if options.explain {
			figures, err := audit.Explain(ctx, l.Report, o.Vocabulary)
			if err != nil {
				return err
			}
			found.explained = append(found.explained, explained{l.Report.Source.Name(), figures})
		}
		result, err := audit.Run(ctx, l.Report, options.Options)
		if err != nil {
			return err
		}
		if options.draws {
			l.Document = shown(l.Document, result.Findings)
		} else {
			l = recount.Result{}
		}
		found.results = append(found.results, result)
		found.reports = append(found.reports, l.Report)
		found.documents = append(found.documents, l.Document)
	}
	return nil
}

// shown is the document without the content of pages that no finding is on,
// so that many reports can be drawn in one page.
func shown(doc *model.Document, findings []audit.Finding) *model.Document {
	if doc == nil {
		return nil
	}
	drawn := map[int]bool{}
	for _, f := range findings {
		for _, p := range f.At {
			drawn[p.Page] = true
		}
	}
	out := *doc
	out.Pages = make([]model.Page, len(doc.Pages))
	for i, p := range doc.Pages {
		out.Pages[i] = model.Page{Number: p.Number, Width: p.Width, Height: p.Height}
		if drawn[p.Number] {
			out.Pages[i] = p
		}
	}
	return &out
}

// loadInput reads what recount.LoadInput reads, and tables of counts or percentages
// without scores: files of their own, and sheets beside those with scores.
func loadInput(ctx context.Context, path string, o recount.Options) ([]recount.Result, error) {
	loaded, err := recount.LoadInput(ctx, path, o)
	if errors.Is(err, scores.ErrNotScores) {
		if figures, other := recount.ReadFigures(ctx, path, o); other == nil {
			return []recount.Result{{Report: figures}}, nil
		}
	}
	if err != nil || len(loaded) == 0 || loaded[0].Report.Source.Reader != "xlsx" && len(loaded) < 2 {
		return loaded, err
	}
	sheets, err := recount.ReadFigureSheets(ctx, path, o)
	for _, figures := range sheets {
		loaded = append(loaded, recount.Result{Report: figures})
	}
	return loaded, err
}

// inputEndings are the files of a folder that are read.
var inputEndings = []string{".pdf", ".json", ".jsonl", ".csv", ".tsv", ".xlsx"}

// isInput says by its name whether a file of a folder is read.
func isInput(name string) bool {
	return slices.Contains(inputEndings, strings.ToLower(filepath.Ext(name))) && name != corrections.FileName
}

// errEmptyFolder is the reason for a folder in which there is nothing to
// audit.
var errEmptyFolder = errors.New("no PDF, JSON, CSV or xlsx in this folder")

// errOnlyDataSet is the reason for a folder that holds nothing but a data set.
var errOnlyDataSet = errors.New("nothing but the files of a data set in this folder")

// inputs are the files that the arguments name, folders walked in the order
// of their names. The files of a data set that stands in a folder are passed over
// there: they were made of the reports.
func inputs(args []string, fails *failures) []string {
	var out []string
	for _, arg := range args {
		if info, err := os.Stat(arg); err != nil || !info.IsDir() {
			out = append(out, arg) // opening it says what is wrong
			continue
		}
		before, leftOut := len(out), false
		made := filesOfDataSets()
		err := walk.Files(arg, func(fs.FileInfo) bool { return false }, func(e walk.Entry) {
			read := isInput(filepath.Base(e.Path))
			switch {
			case e.Err != nil && (read || !errors.Is(e.Err, fs.ErrNotExist)):
				fails.add(e.Path, e.Err)
			// "~$" begins what a spreadsheet program keeps beside an open file.
			case e.Err != nil || !read || strings.HasPrefix(filepath.Base(e.Path), "~$"):
			case made(arg, e.Path):
				leftOut = true
			default:
				out = append(out, e.Path)
			}
		})
		if err == nil && len(out) == before {
			err = errEmptyFolder
			if leftOut {
				err = errOnlyDataSet
			}
		}
		if err != nil {
			fails.add(arg, err)
		}
	}
	return out
}
