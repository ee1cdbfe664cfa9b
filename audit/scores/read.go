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
	"slices"
	"strings"

	"recount/model"
	"recount/vocabulary"
)

// Limits of a file. A data set of every commitment since 1975 has a few
// thousand rows; the limits keep a wrong path from filling the memory.
const (
	maxBytes   = 64 << 20
	maxRecords = 1 << 20
	// maxColumns is what spreadsheets have; empty columns at the end do not
	// count.
	maxColumns = 16384
	// maxTitles is how many records may stand before the head: a title, a
	// blank line, the date of the table.
	maxTitles = 10
)

var (
	// ErrNotScores says that a file has no columns of members' scores.
	ErrNotScores = errors.New("no columns of members' scores: the first row must name an average and at least two members")
	// ErrWorkbook says that a file is a workbook of a spreadsheet program.
	ErrWorkbook = errors.New("this is a spreadsheet's workbook and no CSV")
	// ErrNotText says that a file holds bytes that no text has.
	ErrNotText = errors.New("the file has bytes of value 0 and is no text")
	// ErrQuotes says that quotation marks of a file do not pair.
	ErrQuotes = errors.New("quotation marks do not pair")
	// ErrTooLarge says that a file is beyond what is read.
	ErrTooLarge = errors.New("file is too large for a table of scores")
	// ErrTooWide says that a file has more columns than are read.
	ErrTooWide = fmt.Errorf("more than %d columns, which is the most that is read", maxColumns)
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

// separators are what may stand between cells, the likeliest first.
var separators = []rune{',', ';', '\t', '|'}

// Read reads a CSV of published scores: RFC 4180, UTF-8 with or without a
// byte order mark (other encodings of spreadsheets with a warning), separated
// by commas, semicolons, tabs or bars. The first record names the columns:
// `average`, members by any usual name, and others, which are carried through;
// a title above it is passed over. name is the file's path or name; only its
// last part is kept. What cannot be read as a row of scores is a warning. All
// errors are *Error.
func Read(name string, r io.Reader, words *vocabulary.Vocabulary) (*model.Report, error) {
	file := filepath.Base(name)
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, &Error{File: file, Err: err}
	}
	if len(data) > maxBytes {
		return nil, &Error{File: file, Err: ErrTooLarge}
	}
	if workbook(data) {
		return nil, &Error{File: file, Err: ErrWorkbook}
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
	text = bytes.TrimRight(text, "\x00\x1a") // what old programs fill a file's end with
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, &Error{File: file, Err: ErrNotText}
	}
	text = plainLines(text)
	for _, separator := range separators {
		rows := newReader(tidyQuotes(text, byte(separator)), separator)
		cols, ok, err := findHead(rows, words)
		if err != nil {
			return nil, &Error{File: file, Err: err}
		}
		if !ok {
			continue
		}
		if err := readTable(report, rows, cols, separator == ';', words); err != nil {
			var e *Error
			if errors.As(err, &e) {
				e.File = file
			}
			return nil, err
		}
		return report, nil
	}
	return nil, &Error{File: file, Err: ErrNotScores}
}

// plainLines makes the line ends of old programs (a carriage return alone)
// line feeds, and takes off the line by which a spreadsheet is told of the
// separator ("sep=;").
func plainLines(text []byte) []byte {
	if bytes.IndexByte(text, '\n') < 0 {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	line, rest, found := bytes.Cut(text, []byte("\n"))
	if found && len(bytes.TrimSpace(line)) <= len("sep=;") && bytes.HasPrefix(bytes.ToLower(line), []byte("sep=")) {
		return rest
	}
	return text
}

// findHead reads up to the record that names the columns.
func findHead(rows *csv.Reader, words *vocabulary.Vocabulary) (cols columns, ok bool, err error) {
	for range maxTitles + 1 {
		head, err := rows.Read()
		if err != nil {
			return columns{}, false, nil // another separator may do
		}
		unguard(head)
		cols, ok := readHead(head, words)
		if ok && cols.count > maxColumns {
			return columns{}, false, ErrTooWide
		}
		if ok {
			return cols, true, nil
		}
	}
	return columns{}, false, nil
}

// unguard takes off what exporters put around a cell so that a spreadsheet
// keeps it as text: ="1".
func unguard(cells []string) {
	for i, cell := range cells {
		inside, begins := strings.CutPrefix(strings.TrimSpace(cell), `="`)
		inside, ends := strings.CutSuffix(inside, `"`)
		if begins && ends && !strings.Contains(inside, `"`) {
			cells[i] = inside
		}
	}
}

func newReader(text []byte, separator rune) *csv.Reader {
	rows := csv.NewReader(bytes.NewReader(text))
	rows.Comma = separator
	rows.FieldsPerRecord = -1 // ragged records are a warning, not an end
	return rows
}

// readTable reads everything behind the head.
func readTable(report *model.Report, rows *csv.Reader, cols columns, semicolons bool, words *vocabulary.Vocabulary) error {
	records, err := readRecords(report, rows, &cols, words)
	if err != nil {
		return err
	}
	// A semicolon separates where a comma divides; so do quotation marks.
	decimalComma := semicolons || cols.dividesByComma(records)
	form := form{decimalComma: decimalComma, percents: cols.averagesArePercents(records, decimalComma)}
	averages := cols.readAverages(records, form)
	report.Warnings = append(report.Warnings, cols.addUnknownMembers(records, averages, form, words)...)
	for i, r := range records {
		report.Commitments = append(report.Commitments, cols.commitment(r.number, r.cells, averages[i], form, words))
	}
	return nil
}

// record is one row of scores: its number, the head being 1, and its cells.
type record struct {
	number int
	cells  []string
}

// form is how a file writes its numbers.
type form struct {
	decimalComma bool
	percents     bool // the averages are percentages without their sign
}

// readRecords gives the records that are rows of scores. Others are told of:
// the head once more, a summary at the foot, another number of cells.
func readRecords(report *model.Report, rows *csv.Reader, cols *columns, words *vocabulary.Vocabulary) ([]record, error) {
	warn := func(number int, why string) {
		report.Warnings = append(report.Warnings, model.Warning{
			Kind: KindRecord, Text: fmt.Sprintf("record %d %s: it is not read as a row of scores", number, why),
		})
	}
	var out []record
	for number := 2; ; number++ {
		cells, err := rows.Read()
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, &Error{Record: number, Err: quotes(err)}
		case number > maxRecords:
			return nil, &Error{Record: number, Err: ErrTooLarge}
		}
		unguard(cells)
		if blankRecord(cells) {
			continue
		}
		// Cells without a head that are all empty are a program's.
		full := len(cells)
		for len(cells) > cols.count && seen(cells[len(cells)-1]) == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) < full {
			cells = slices.Clone(cells) // thousands of empty cells are not kept
		}
		switch {
		case len(cells) != cols.count:
			warn(number, fmt.Sprintf("has %d cells, the head %d", len(cells), cols.count))
		case cols.isHead(cells):
			warn(number, "is the head once more")
		case cols.isSummary(cells, words):
			warn(number, "is a summary of the rows")
		default:
			out = append(out, record{number, cells})
		}
	}
}

// KindRecord is the kind of the warning on a record that is no row of scores.
const KindRecord = "record"

// quotes names the fault of a record whose quotation marks do not pair.
func quotes(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	return fmt.Errorf("%w: line %d, column %d", ErrQuotes, parse.Line, parse.Column)
}

// workbook reports whether the bytes are those of a spreadsheet's own file: a
// ZIP container, or an OLE compound file of an older program.
func workbook(data []byte) bool {
	for _, magic := range []string{"PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	return false
}

func blankRecord(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return seen(c) != "" })
}
