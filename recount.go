// Package recount reads a published compliance report and counts again: it
// turns the PDF into data with the place of everything on the page. It is the
// one call for programs that want a report and not the steps; the steps are
// packages extract (PDF to positioned lines), parse (lines to a report) and
// audit (a report to findings).
package recount

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"recount.invalid/recount/corrections"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
	"recount.invalid/recount/vocabulary"
)

// Options set how files are read. The zero value is ready to use.
type Options struct {
	// Extract is what reading the PDF needs: password, object reader, limits.
	// Its Jobs holds for the reading of the text too.
	Extract extract.Options
	// Vocabulary holds the words by which reports are read; nil means the
	// built-in ones.
	Vocabulary *vocabulary.Vocabulary
	// Incomplete: reports are made also of files whose end is missing
	// (ErrCutOff); they get a warning.
	Incomplete bool
	// Sheet is the sheet of a workbook that has the scores; empty means every
	// one that does.
	Sheet string
	// Corrections are applied to the reports that they are about.
	Corrections []corrections.Correction
	// BesideCorrections: those of the file corrections.FileName in a report's
	// folder are applied too, where it is there.
	BesideCorrections bool
}

// Result is a file that was read.
type Result struct {
	// Document is the positioned text; nil where the input was JSON.
	Document *model.Document
	// Report is what the text was understood as; nil where the file is no
	// compliance report.
	Report *model.Report
	// Corrections is what became of those that are about the report.
	Corrections []corrections.Outcome
}

// ErrFolder is returned for a folder where a file is wanted.
var ErrFolder = errors.New("this is a folder")

// FileError says which file could not be read and why. The reason is in Err
// and can be asked for with errors.Is and errors.As.
type FileError struct {
	File string // as the caller named it
	Page int    // from 1; 0 where it is not about a page
	Err  error
}

// Error is one line: file, page where there is one, reason.
func (e *FileError) Error() string {
	if e.Page > 0 {
		return fmt.Sprintf("%s: page %d: %v", e.File, e.Page, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.File, e.Err)
}

// Unwrap gives the reason.
func (e *FileError) Unwrap() error { return e.Err }

// Read reads a PDF as a compliance report. The error is a *FileError. Where
// the text could be read but is no compliance report (parse.ErrNotReport) or
// not a whole one (ErrCutOff), the result holds the document all the same.
func Read(ctx context.Context, path string, o Options) (*Result, error) {
	doc, err := ReadDocument(ctx, path, o)
	if err != nil {
		return nil, err
	}
	for _, w := range doc.Warnings {
		if w.Kind == KindCutOff && !o.Incomplete {
			return &Result{Document: doc}, &FileError{File: path, Err: ErrCutOff}
		}
	}
	// What extracting may take, reading what was extracted may take again.
	ctx, cancel := o.Bounded(ctx)
	defer cancel()
	report, err := parse.Parse(ctx, doc, parse.Options{Vocabulary: o.Vocabulary, Jobs: o.Extract.Jobs})
	if err != nil {
		return &Result{Document: doc}, &FileError{File: path, Err: err}
	}
	report.Warnings = append(report.Warnings, o.revised(ctx, path, report)...)
	result := &Result{Document: doc, Report: report}
	return result, o.correct(path, result)
}

// ReadDocument reads the positioned text of a PDF, a compliance report or
// not. The error is a *FileError; parse.ErrNoText says that no page has
// text, ErrUnread that pages without text could not be read as they should,
// ErrUndrawn that text has no place on them.
func ReadDocument(ctx context.Context, path string, o Options) (*model.Document, error) {
	f, size, err := open(path)
	if err != nil {
		return nil, err
	}
	// Nothing was written, so that an error in closing means nothing.
	defer func() { _ = f.Close() }()
	doc, err := extract.Read(ctx, filepath.Base(path), f, size, o.Extract)
	if err != nil {
		var named *extract.Error
		if errors.As(err, &named) {
			err = named.Err // FileError names the file
		}
		return nil, &FileError{File: path, Err: err}
	}
	if !hasText(doc) {
		return nil, &FileError{File: path, Err: noText(doc)}
	}
	if cutOff(f, size) {
		warnCutOff(doc)
	}
	return doc, nil
}

// Bounded is a context that ends when one file has taken the time that it may take
// (Limits.Time), for whoever does more with it than reading.
func (o Options) Bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	limit := o.Extract.Limits.OrDefault().Time
	return context.WithTimeoutCause(ctx, limit, &object.LimitError{Limit: "Time", Max: int64(limit.Seconds())})
}

// ErrNotRegular is returned for a pipe, a socket or a device. A pipe has no size and
// cannot be read from its end, where a PDF begins to be understood.
var ErrNotRegular = errors.New("this is no ordinary file")

// open opens an ordinary file. Anything else is not opened at all: opening a
// pipe waits for somebody who writes to it.
func open(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		err = bare(err)
	case info.IsDir():
		err = ErrFolder
	case !info.Mode().IsRegular():
		err = ErrNotRegular
	}
	if err != nil {
		return nil, 0, &FileError{File: path, Err: err}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, &FileError{File: path, Err: bare(err)}
	}
	return f, info.Size(), nil
}

// bare takes the path out of an error of package os; FileError names it.
func bare(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// ErrUnread is returned where no page has text, and pages could not be read as
// they should: there may be text all the same.
var ErrUnread = errors.New("no text could be read")

// ErrUndrawn is returned where no page has text but in form fields or comments
// that have no appearance: what they say is up to each viewer to show.
var ErrUndrawn = errors.New("no text that pages have of their own was found")

// noText is why a document has no text: its pages have none, or they could not
// be read, or what there is has no place on them.
func noText(doc *model.Document) error {
	why := parse.ErrNoText
	for _, w := range doc.Warnings {
		switch w.Kind {
		case extract.KindPageFailed, extract.KindPageCut, extract.KindLimit:
			return fmt.Errorf("%w: %s", ErrUnread, w.Text)
		case extract.KindUndrawn:
			why = fmt.Errorf("%w: %s", ErrUndrawn, w.Text)
		}
	}
	return why
}

func hasText(doc *model.Document) bool {
	for _, p := range doc.Pages {
		if len(p.Lines) > 0 {
			return true
		}
	}
	return false
}
