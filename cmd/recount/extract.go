package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/model"
	"recount.invalid/recount/output"
)

// extractFormat is one value of `extract --format`.
type extractFormat struct {
	name string
	// read reads one file, and keeps of it what is written and told.
	read func(ctx context.Context, path string, o recount.Options) (*recount.Result, error)
	// write writes what was read; single says that it is the only file.
	write func(w io.Writer, read *recount.Result, single bool) error
	// between stands between two files.
	between string
	// tell: the format has no place for what could not be read, so that it is
	// told on standard error.
	tell bool
}

var extractFormats = []extractFormat{
	{name: "json", read: readReport, write: writeJSON},
	{name: "text", read: readText, write: writeText, between: "\f", tell: true},
	{name: "markdown", read: readReport, write: writeMarkdown, between: "\n"},
}

func newExtract() *cobra.Command {
	var read readFlags
	var format choice
	var target string
	cmd := &cobra.Command{
		Use:   "extract FILE…",
		Short: "Give what a report says as data",
		Long: `Extract reads report PDFs and gives one JSON object per report on standard
output: indented for one report, a line each for several.

--format text gives the plain text in reading order, for any PDF with a text
layer: a form feed between pages, footnotes after the page's body.
--format markdown gives the report to be read or published.`,
		Example: `  recount extract report.pdf > report.json
  recount extract --format text report.pdf
  recount extract -o all.jsonl 2008.pdf 2009.pdf`,
		Args: wants(1, -1, "one PDF or more"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := read.options()
			if err != nil {
				return err
			}
			f := extractFormats[format.index]
			return writeTo(cmd, target, func(w io.Writer) error {
				return extractAll(cmd, w, args, f, o)
			})
		},
	}
	read.register(cmd)
	names := make([]string, len(extractFormats))
	for i, f := range extractFormats {
		names[i] = f.name
	}
	format.register(cmd, "format", "form of the output", names...)
	registerTarget(cmd, &target)
	return cmd
}

// extractAll writes file after file. Nothing is written of a file before it was read,
// so that one that fails leaves no half behind.
func extractAll(cmd *cobra.Command, w io.Writer, paths []string, f extractFormat, o recount.Options) error {
	fails := failures{out: cmd.ErrOrStderr()}
	bar := newProgress(cmd.ErrOrStderr(), len(paths), "reports")
	written := 0
	for _, path := range paths {
		read, err := f.read(cmd.Context(), path, o)
		bar.step()
		bar.clear()
		if err != nil {
			fails.add(path, err)
			if cmd.Context().Err() != nil {
				break
			}
			continue
		}
		if f.tell {
			tellWarnings(cmd.ErrOrStderr(), path, read.Document)
		}
		if read.Report != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s\n", single(path), extentLine(read.Report))
			tellCorrections(cmd.ErrOrStderr(), path, read.Corrections)
		}
		if written > 0 {
			if _, err := io.WriteString(w, f.between); err != nil {
				return failed(err)
			}
		}
		written++
		if err := f.write(w, read, len(paths) == 1); err != nil {
			return failed(err)
		}
	}
	bar.finish()
	return fails.err()
}

// readReport reads a report; its pages are not kept, which are much of what it takes.
func readReport(ctx context.Context, path string, o recount.Options) (*recount.Result, error) {
	r, err := recount.Read(ctx, path, o)
	if err != nil {
		return nil, err
	}
	r.Document = nil
	return r, nil
}

func readText(ctx context.Context, path string, o recount.Options) (*recount.Result, error) {
	doc, err := recount.ReadDocument(ctx, path, o)
	if err != nil {
		return nil, err
	}
	return &recount.Result{Document: doc}, nil
}

func writeJSON(w io.Writer, read *recount.Result, single bool) error {
	return output.ReportJSON(w, read.Report, single)
}

func writeText(w io.Writer, read *recount.Result, _ bool) error {
	return output.DocumentText(w, read.Document, nil)
}

func writeMarkdown(w io.Writer, read *recount.Result, _ bool) error {
	return output.ReportMarkdown(w, read.Report)
}

// extentLine says how much of a report was read, and what of it to look at.
func extentLine(r *model.Report) string {
	e := r.Extent()
	line := fmt.Sprintf("%d fields read, %s in doubt", e.Fields, counted(e.Doubted, "object"))
	if len(e.Disagreeing) > 0 {
		line += "; the document does not agree with itself on: " + e.Doubts()
	}
	return line
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// tellWarnings says on standard error what of a document could not be read.
func tellWarnings(w io.Writer, path string, doc *model.Document) {
	for _, warning := range doc.Warnings {
		fmt.Fprintf(w, "%s: %s%s\n", single(path), pagesOf(warning.At), single(warning.Text))
	}
}

// pagesOf names the first pages of a place in front of what is said of them.
func pagesOf(at model.At) string {
	const most = 3
	var pages []string
	for i, p := range at {
		if i > 0 && p.Page == at[i-1].Page {
			continue
		}
		if len(pages) == most {
			return "pages " + strings.Join(pages, ", ") + ", …: "
		}
		pages = append(pages, strconv.Itoa(p.Page))
	}
	switch len(pages) {
	case 0:
		return ""
	case 1:
		return "page " + pages[0] + ": "
	}
	return "pages " + strings.Join(pages, ", ") + ": "
}
