package recount

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"recount.invalid/recount/model"
)

// maxJSON is how many bytes of JSON are read of one file. A report of 1,000
// pages gives some ten megabytes.
const maxJSON = 1 << 30

// ErrNotReportJSON is returned for JSON that is not what `recount extract`
// writes.
var ErrNotReportJSON = errors.New("this JSON is not what recount extract writes")

// Load reads a PDF, or the JSON of one or more reports as `recount extract`
// writes it; which of the two is decided by the file's bytes, not its name.
// A PDF gives one result, JSON one for each report in it. The error is a
// *FileError.
func Load(ctx context.Context, path string, o Options) ([]Result, error) {
	f, _, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, &FileError{File: path, Err: bare(err)}
	}
	if !isJSON(head[:n]) {
		r, err := Read(ctx, path, o)
		if err != nil {
			return nil, err
		}
		return []Result{*r}, nil
	}
	reports, err := DecodeReports(io.MultiReader(bytes.NewReader(head[:n]), f))
	if err != nil {
		return nil, &FileError{File: path, Err: err}
	}
	results := make([]Result, len(reports))
	for i := range reports {
		results[i].Report = reports[i]
		if err := o.correct(path, &results[i]); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// isJSON says whether a file that begins so is a JSON object.
func isJSON(head []byte) bool {
	// What was decoded before an error is enough to tell.
	text, _, _ := transform.Bytes(unmark(), head)
	text = bytes.TrimLeft(text, " \t\r\n")
	return len(text) > 0 && text[0] == '{'
}

// unmark takes off the byte order mark with which Windows programs begin a
// text, and decodes UTF-16 where the mark says so: PowerShell writes the output
// of a program to a file that way.
func unmark() transform.Transformer { return unicode.BOMOverride(transform.Nop) }

// DecodeReports reads JSON objects as `recount extract` writes them, one
// after the other. Fields that it does not know are passed over, so that the
// output of a later version with the same schema name can be read.
func DecodeReports(r io.Reader) ([]*model.Report, error) {
	limited := &io.LimitedReader{R: r, N: maxJSON + 1}
	dec := json.NewDecoder(transform.NewReader(limited, unmark()))
	var out []*model.Report
	for {
		report := new(model.Report)
		err := dec.Decode(report)
		switch {
		case limited.N <= 0:
			return nil, fmt.Errorf("%w: more than %d bytes", ErrNotReportJSON, maxJSON)
		case errors.Is(err, io.EOF) && len(out) > 0:
			return out, nil
		case err != nil:
			return nil, fmt.Errorf("%w: %w", ErrNotReportJSON, err)
		case report.Schema != model.SchemaReport:
			return nil, fmt.Errorf("%w: its schema is %q, not %q", ErrNotReportJSON, report.Schema, model.SchemaReport)
		}
		out = append(out, report)
	}
}

// tableEndings are the files that are read as tables of scores; of those of
// older and other spreadsheet programs, that says what to do with them.
var tableEndings = []string{".csv", ".tsv", ".xlsx", ".xls", ".ods"}

// IsTable says by its ending whether a file is read as a table of published scores.
func IsTable(path string) bool {
	return slices.Contains(tableEndings, strings.ToLower(filepath.Ext(path)))
}

// LoadInput reads whatever an import reads: a PDF, the JSON of reports (Load) or, by
// its ending, tables of published scores (LoadTables). The error is a *FileError.
func LoadInput(ctx context.Context, path string, o Options) ([]Result, error) {
	if !IsTable(path) {
		return Load(ctx, path, o)
	}
	return LoadTables(ctx, path, o)
}
