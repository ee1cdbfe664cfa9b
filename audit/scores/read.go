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

	"recount.invalid/recount/internal/workbook"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
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
	ErrNotScores = errors.New("no columns of members' scores: the first row must name at least two members, or there must be a column of members and one of their scores")
	// ErrEmpty says that a file has no bytes.
	ErrEmpty = errors.New("the file is empty")
	// ErrSheets says that several sheets of a workbook have scores where one is wanted.
	ErrSheets = errors.New("several sheets have scores")
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

// Read is ReadAll where one table is wanted; that several sheets have scores is an error.
func Read(name string, r io.Reader, sheet string, words *vocabulary.Vocabulary) (*model.Report, error) {
	reports, err := ReadAll(name, r, sheet, words)
	if err != nil {
		return nil, err
	}
	if len(reports) > 1 {
		var names []string
		for _, r := range reports {
			names = append(names, r.Source.Sheet)
		}
		return nil, &Error{File: filepath.Base(name), Err: fmt.Errorf("%w: %s", ErrSheets, workbook.Names(names))}
	}
	return reports[0], nil
}

// ReadAll reads tables of published scores: a CSV (RFC 4180, UTF-8 with or
// without a byte order mark, other encodings of spreadsheets with a warning,
// separated by commas, semicolons, tabs or bars), or the sheets of a workbook that
// have scores, each a table of its own, and each stage of a report where several stand
// side by side; the one of the name sheet where that is not
// empty. The
// first record names the columns; a title above it is passed over. A table is
// wide (a column for each member, and mostly `average`) or long (a column of
// members and one of scores); other columns are carried through. name is the
// file's path or name; only its last part is kept. What cannot be read as a row
// of scores is a warning. All errors are *Error.
func ReadAll(name string, r io.Reader, sheet string, words *vocabulary.Vocabulary) ([]*model.Report, error) {
	file := filepath.Base(name)
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, &Error{File: file, Err: err}
	}
	if len(data) > maxBytes {
		return nil, &Error{File: file, Err: ErrTooLarge}
	}
	if len(data) == 0 {
		return nil, &Error{File: file, Err: ErrEmpty}
	}
	sum := sha256.Sum256(data)
	report := model.Report{
		Schema: model.SchemaReport,
		Source: model.Source{File: file, SHA256: hex.EncodeToString(sum[:]), Reader: "csv"},
	}
	if workbook.Is(data) {
		report.Source.Reader = "xlsx"
		var reports []*model.Report
		reports, err = readWorkbook(report, data, sheet, words)
		if err == nil {
			return reports, nil
		}
	} else {
		var reports []*model.Report
		reports, err = readCSV(report, data, words)
		if err == nil {
			return reports, nil
		}
	}
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Err: err}
	}
	e.File = file
	return nil, e
}

func readCSV(report model.Report, data []byte, words *vocabulary.Vocabulary) ([]*model.Report, error) {
	text, encoding := decode(data)
	if encoding != "" {
		report.Warnings = append(report.Warnings, model.Warning{
			Kind: "encoding", Text: "the file is not UTF-8; it is read as " + encoding,
		})
	}
	text = bytes.TrimRight(text, "\x00\x1a") // what old programs fill a file's end with
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, ErrNotText
	}
	text = plainLines(text)
	for _, separator := range separators {
		tidy := tidyQuotes(text, byte(separator))
		open := func() rows { return newReader(tidy, separator) }
		if numbersRows(open()) {
			open = func() rows { return &numberedRows{rows: newReader(tidy, separator)} }
		}
		if staged := readStages(report, open, separator == ';', words); staged != nil {
			return staged, nil
		}
		ok, err := readTable(&report, open, separator == ';', words)
		switch {
		case err != nil:
			return nil, err
		case ok && onlyFigures(&report):
			return nil, ErrNotScores
		case ok:
			keepPrinted(&report, open())
			return []*model.Report{&report}, nil
		}
	}
	return nil, ErrNotScores
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

// rows gives the records of a table, one after the other, and io.EOF.
type rows interface {
	Read() ([]string, error)
	// Shown is the number under which a spreadsheet shows the record read last.
	Shown() int
}

// readTable reads a table of one of the shapes; ok is false where it is none. open
// gives its records from the first one on.
func readTable(report *model.Report, open func() rows, semicolons bool, words *vocabulary.Vocabulary) (ok bool, err error) {
	if ok, err := readUpright(report, open, semicolons, words); ok || err != nil {
		return ok, err
	}
	return readTurned(report, open(), semicolons, words)
}

// readUpright reads a table whose records are commitments, or scores of members.
func readUpright(report *model.Report, open func() rows, semicolons bool, words *vocabulary.Vocabulary) (ok bool, err error) {
	// A head that names an average is sure of itself; any other one is held
	// against the cells below it.
	for _, find := range []func([]string, *vocabulary.Vocabulary) (columns, bool){readHead, readBareHead, readLongHead} {
		from := open()
		cols, found, err := findHead(from, find, words)
		if err != nil {
			return false, err
		}
		if !found {
			continue
		}
		records, sums, warnings, err := readRecords(from, &cols, words)
		if err != nil {
			return false, err
		}
		if !cols.confirmed(records, semicolons, words) {
			continue
		}
		report.Warnings = append(report.Warnings, warnings...)
		if cols.long() {
			cols.readLong(report, records, semicolons, words)
		} else {
			cols.readWide(report, records, sums, semicolons, words)
		}
		return true, nil
	}
	return false, nil
}

// findHead reads up to the record that names the columns.
func findHead(from rows, find func([]string, *vocabulary.Vocabulary) (columns, bool), words *vocabulary.Vocabulary) (cols columns, ok bool, err error) {
	var above, title rawRecord
	for range maxTitles + 1 {
		head, err := from.Read()
		if err != nil {
			return columns{}, false, nil // another separator may do
		}
		unguard(head)
		cols, ok := find(head, words)
		cols.above, cols.title = above, title
		if ok && cols.count > maxColumns {
			return columns{}, false, ErrTooWide
		}
		if ok {
			return cols, true, nil
		}
		if text, alone := loneCell(head); alone && text != "" {
			above = rawRecord{cells: slices.Clone(head), shown: from.Shown()}
			if _, n := sizeOf(text); n > 0 {
				title = above
			}
		} else if !alone {
			above = rawRecord{}
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

// csvRows are the records of a CSV. The library passes over blank lines, which
// a spreadsheet shows.
type csvRows struct {
	*csv.Reader
	text  []byte
	shown int
}

func newReader(text []byte, separator rune) *csvRows {
	rows := csv.NewReader(bytes.NewReader(text))
	rows.Comma = separator
	rows.FieldsPerRecord = -1 // ragged records are a warning, not an end
	return &csvRows{Reader: rows, text: text}
}

// Read gives the next record.
func (r *csvRows) Read() ([]string, error) {
	rest := r.text[r.InputOffset():]
	for {
		line, after, found := bytes.Cut(rest, []byte("\n"))
		if !found || len(line) > 0 && string(line) != "\r" {
			break
		}
		r.shown++
		rest = after
	}
	r.shown++
	return r.Reader.Read()
}

// Shown counts records and the blank lines between them: a record of several
// lines is one row.
func (r *csvRows) Shown() int { return r.shown }

// readWide makes a chapter of every record.
func (c *columns) readWide(report *model.Report, records []record, sums []sumRecord, semicolons bool, words *vocabulary.Vocabulary) {
	c.scoreAverages(records, semicolons, words)
	c.findMeanings(report, records, words)
	report.Warnings = append(report.Warnings, c.chooseMembers(records, semicolons, words)...)
	report.Warnings = append(report.Warnings, c.chooseAverage(records, semicolons, words)...)
	// A semicolon separates where a comma divides; so do quotation marks.
	decimalComma := semicolons || c.dividesByComma(records)
	form := form{decimalComma: decimalComma, percents: c.averagesArePercents(records, decimalComma), meanings: c.meanings}
	averages := c.readAverages(records, form)
	report.Warnings = append(report.Warnings, c.addUnknownMembers(records, averages, form, words)...)
	for i, r := range records {
		made := c.commitment(r, averages[i], form, words)
		if made.IssueArea == "" {
			made.IssueArea = r.section
		}
		report.Commitments = append(report.Commitments, made)
	}
	report.Summaries = c.summaries(sums, form, words)
	if s, ok := c.titleSummary(len(report.Commitments), words); ok && !c.blocks {
		report.Summaries = append(report.Summaries, s)
	}
}

// record is one row of scores: its number, the head being 1, its cells, and the
// section of the table that it stands in. shown is the number that a
// spreadsheet shows, in which titles above the head and blank lines count.
type record struct {
	number  int
	shown   int
	cells   []string
	section string
	block   *block // nil where the table has no blocks
	// label is what a summary of a section is, where its cell names the section too and it
	// is no average: "Rank" of 'Rank, Health'.
	label string
}

// sheetRow is the number that a spreadsheet shows, 0 where it is the record's.
func (r record) sheetRow() int {
	if r.shown == r.number {
		return 0
	}
	return r.shown
}

// name is "record 3 (row 6 in a spreadsheet)".
func (r record) name() string {
	if r.sheetRow() == 0 {
		return fmt.Sprintf("record %d", r.number)
	}
	return fmt.Sprintf("record %d (row %d in a spreadsheet)", r.number, r.shown)
}

// form is how a file writes its numbers.
type form struct {
	decimalComma bool
	percents     bool // the averages are percentages without their sign
	// meanings are the scores of cells that are no numbers (see meanings).
	meanings map[string]int
}

// readRecords gives the records that are rows of scores. Others are told of:
// the head once more, a summary at the foot, another number of cells. Summaries
// and heads of sections with figures are given apart.
func readRecords(from rows, cols *columns, words *vocabulary.Vocabulary) (out []record, sums []sumRecord, warnings []model.Warning, err error) {
	warn := func(r record, why string) {
		warnings = append(warnings, model.Warning{
			Kind: KindRecord, Text: fmt.Sprintf("%s %s: it is not read as a row of scores", r.name(), why),
		})
	}
	var sheet bool
	switch from := from.(type) {
	case *sheetRows:
		sheet = true
	case *turnedRows:
		sheet = true
		cols.lines, cols.counts, cols.above.shown = from.lines, from.counts, 1
	}
	section := ""
	all, err := cols.readRaw(from)
	if err != nil {
		return nil, nil, nil, err
	}
	cols.widen(all, words)
	if cols.lines != nil {
		for k := range all {
			all[k].shown = all[k].number // its records are no rows of a spreadsheet
		}
	}
	all, warnings = cols.uniteBlocks(all, sheet, words)
	cols.findIDs(all, words)
	if !sheet {
		cols.fillLone(all, words)
	}
	notes := cols.notesBelow(all, words)
	cols.findAreas(all[:notes], words)
	averages := cols.averageRows(all[:notes], words)
	cols.findHeads(all[:notes], func(k int) bool {
		return averages[k] || len(all[k].cells) == cols.count && cols.isSummary(all[k].cells, words)
	})
	cols.countRows(all[:notes], averages, words)
	titles := map[string]int{}
	last := notes - 1
	for last > 0 && blankRecord(all[last].cells) {
		last--
	}
	for k, raw := range all {
		cells := raw.cells
		r := record{number: raw.number, shown: raw.shown, section: section, block: raw.block}
		if raw.title {
			section = ""
			if !blankRecord(cells) {
				title, _ := loneCell(cells)
				section, _ = cutSize(strings.TrimRight(title, ":"))
				if titles[section]++; titles[section] > 1 {
					section += fmt.Sprintf(" (%d)", titles[section]) // blocks of one name
				}
				r.cells, r.section = cells, section
				sums = append(sums, sumRecord{record: r, heads: true})
			}
			continue
		}
		if blankRecord(cells) {
			continue
		}
		if share, ok := cols.shareRow(cells, words); ok {
			r.cells = cells
			sums = append(sums, sumRecord{record: r, shares: share})
			continue
		}
		if k >= notes {
			warnings = append(warnings, noteWarning(raw))
			continue
		}
		// A sheet's row ends with its last cell; every cell has its place.
		for sheet && len(cells) < cols.count {
			cells = append(cells, "")
		}
		// What stands to the right of the table is none of it.
		if sheet && len(cells) > cols.count || raw.behind {
			warnings = append(warnings, model.Warning{Kind: "cells", Text: fmt.Sprintf(
				"%s has cells behind the last column that has a head: they are not read", r.name())})
			cells = cells[:min(len(cells), cols.count)]
			if blankRecord(cells) {
				continue
			}
		}
		if len(cells) != cols.count || raw.misfit > 0 {
			width := cols.count
			if raw.misfit > 0 {
				width = raw.misfit
			}
			warn(r, fmt.Sprintf("has %d cells, the head %d", len(cells), width))
			continue
		}
		if cols.isHead(cells) {
			continue // a long table has its head on every page
		}
		if averages[k] || cols.isSummary(cells, words) || k == last && section != "" && cols.sizedFigures(cells, words) {
			r.cells = cells
			if cols.long() || len(cols.figures(cells, words)) == 0 {
				warn(r, "is a summary of the rows")
			}
			sums = append(sums, sumRecord{record: cols.ofSection(r, cells, words)})
			continue
		}
		name, ok := cols.isSection(cells)
		if cols.opening[k] {
			name, ok = cols.openedSection(cells), true
		}
		if raw.lone && !ok {
			if name, ok = loneSection(cells); !ok {
				warnings = append(warnings, noteWarning(raw))
				continue
			}
		}
		if ok {
			section = name
			if !cols.long() {
				r.cells, r.section = cells, name
				sums = append(sums, sumRecord{record: r, heads: true})
			}
			if figures := cols.figures(cells, words); len(figures) > 0 && cols.long() {
				warnings = append(warnings, model.Warning{Kind: KindSection, Text: fmt.Sprintf(
					"%s is the head of the section “%s” and has figures of its own, which are compared with nothing: %s", r.name(), name, strings.Join(figures, ", "))})
			}
			continue
		}
		r.cells = cells
		out = append(out, r)
	}
	return out, sums, warnings, nil
}

// KindSection is the kind of the warning on figures in the head of a section.
const KindSection = "section"

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

func blankRecord(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return seen(c) != "" })
}
