package scores

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"recount/model"
	"recount/vocabulary"
)

// Limits of a file. A data set of every commitment since 1975 has a few
// thousand rows; the limits keep a wrong path from filling the memory.
const (
	maxBytes   = 64 << 20
	maxRecords = 1 << 20
	maxColumns = 1024
)

var (
	// ErrNotScores says that a file has no columns of members' scores.
	ErrNotScores = errors.New("no columns of members' scores: the first row must name an average and at least two members")
	// ErrTooLarge says that a file is beyond what is read.
	ErrTooLarge = errors.New("file is too large for a table of scores")
)

// Error is a fault in a file, at a record of it.
type Error struct {
	File   string
	Record int // the header being 1; 0 where the fault is not of a record
	Err    error
}

// Error names file, record and reason.
func (e *Error) Error() string {
	if e.Record == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s: record %d: %v", e.File, e.Record, e.Err)
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

// Read reads a CSV of published scores: RFC 4180, UTF-8 with or without a
// byte order mark (other encodings of spreadsheets with a warning), separated by commas, semicolons or tabs. The first record
// names the columns: `average`, members by any usual name, and others, which
// are carried through. name is the file's path or name; only its last part is
// kept. All errors are *Error.
func Read(name string, r io.Reader, words *vocabulary.Vocabulary) (*model.Report, error) {
	file := filepath.Base(name)
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, &Error{File: file, Err: err}
	}
	if len(data) > maxBytes {
		return nil, &Error{File: file, Err: ErrTooLarge}
	}
	sum := sha256.Sum256(data)
	report := &model.Report{
		Schema: model.SchemaReport,
		Source: model.Source{File: file, SHA256: hex.EncodeToString(sum[:]), Reader: "csv"},
	}
	text, encoding := decode(data)
	if encoding != "" {
		report.Warnings = append(report.Warnings, model.Warning{
			Kind: "encoding", Text: "the file is not UTF-8; it is read as " + encoding,
		})
	}
	for _, separator := range []rune{',', ';', '\t'} {
		rows := newReader(text, separator)
		head, err := rows.Read()
		if err != nil {
			continue
		}
		cols, ok := readHead(head, words)
		if !ok {
			continue
		}
		// A semicolon separates where a comma divides.
		if err := readRecords(report, rows, cols, separator == ';', words); err != nil {
			var e *Error
			if errors.As(err, &e) {
				e.File = file
			}
			return nil, err
		}
		restoreZeros(report.Commitments)
		return report, nil
	}
	return nil, &Error{File: file, Err: ErrNotScores}
}

func newReader(text []byte, separator rune) *csv.Reader {
	rows := csv.NewReader(bytes.NewReader(text))
	rows.Comma = separator
	rows.FieldsPerRecord = -1 // ragged records are a warning, not an end
	return rows
}

// readRecords reads everything behind the head.
func readRecords(report *model.Report, rows *csv.Reader, cols columns, decimalComma bool, words *vocabulary.Vocabulary) error {
	for record := 2; ; record++ {
		cells, err := rows.Read()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return &Error{Record: record, Err: err}
		case record > maxRecords || len(cells) > maxColumns:
			return &Error{Record: record, Err: ErrTooLarge}
		}
		if blankRecord(cells) {
			continue
		}
		if len(cells) != cols.count {
			report.Warnings = append(report.Warnings, model.Warning{
				Kind: "record",
				Text: fmt.Sprintf("record %d has %d cells, the head %d: its scores are not read", record, len(cells), cols.count),
			})
			continue
		}
		report.Commitments = append(report.Commitments, cols.commitment(record, cells, decimalComma, words))
	}
}

func blankRecord(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}
