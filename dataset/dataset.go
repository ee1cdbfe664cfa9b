package dataset

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount/dataset/form"
	"recount.invalid/recount/dataset/publish"
	"recount.invalid/recount/internal/atomicfile"
)

// Options say what is written.
type Options struct {
	// Formats are the forms of the tables, by name; empty means all.
	Formats []string
	// Version of the program, for the record in the data package.
	Version string
	// Description is what the makers say of the data set.
	Description publish.Description
	// Scratch is a folder for what waits on disk until the Writer is closed; empty is
	// the system's, which is often small.
	Scratch string
	// Panel, where it is not nil, is given the panel as the next data set needs it in
	// Before.
	Panel io.Writer
	// Before is the panel of the data set that stood there, as CheckPanel found it
	// sound, nil for a first one;
	// Files says which files are others, as Markdown, and OtherReading that what
	// was read before was read by another version of the program or otherwise.
	Before       io.Reader
	Files        string
	OtherReading bool
	// Again is the text of CHANGES.md where the same data set is made once more.
	Again string
	// ForSpreadsheets makes CSV that spreadsheet programs open rightly: with a
	// byte order mark.
	ForSpreadsheets bool
}

// Writer writes a data set into a folder. Reports are announced and then
// given, both in the order in which they are to stand; then files; then Close.
type Writer struct {
	dir      string
	options  Options
	sinks    []form.Sink
	seen     *collector
	versions *versions
	// holder is the path that has a report, by its id.
	holder map[string]string
	// instead is the other path that has what a path would give.
	instead map[string]string
	reports map[string][]string // the reports' ids by path, of all that were announced
	// part says that nothing is made of all files together.
	part    bool
	panel   *panelChanges
	changes string
	summary string
}

// Create begins a data set in dir, which must exist and be empty.
func Create(dir string, o Options) (*Writer, error) {
	w := newWriter(dir, o)
	var err error
	if w.sinks, err = form.Open(dir, o.Formats, tables, form.Options{ForSpreadsheets: o.ForSpreadsheets}); err != nil {
		return nil, err
	}
	return w, nil
}

func newWriter(dir string, o Options) *Writer {
	return &Writer{dir: dir, options: o, seen: newCollector(o.Scratch), panel: newPanelChanges(o), versions: newVersions(),
		holder: map[string]string{}, instead: map[string]string{}, reports: map[string][]string{}}
}

// Sink takes rows, table by table or mixed, in the order of the data set.
type Sink = form.Sink

// OpenTables begins to write tables alone, without what a data set has beside them,
// in the named forms (Formats) below dir. The errors are Create's.
func OpenTables(dir string, formats []string) ([]Sink, error) {
	return form.Open(dir, formats, tables, form.Options{})
}

// Formats are the names of the forms in which a data set can be written.
func Formats() []string { return form.Formats() }

// UnknownFormatError says that a form was asked for that does not exist.
type UnknownFormatError = form.UnknownFormatError

// write puts a row into every form of its table.
func (w *Writer) write(table int, row Row) error {
	if err := tables[table].Check(row); err != nil {
		return err
	}
	w.seen.rows[table]++
	for _, s := range w.sinks {
		if err := s.Write(table, row); err != nil {
			return err
		}
	}
	return nil
}

// add writes a row and keeps what is made of it.
func (w *Writer) add(table int, row Row) error {
	if err := w.write(table, row); err != nil {
		return err
	}
	w.seen.take(table, row)
	return nil
}

// Announce tells of the reports of a file that will be written: which version
// of an assessment counts is known only when all reports are. A report that an
// earlier path has announced is that path's: the same report as JSON and as PDF.
func (w *Writer) Announce(path string, rows []TableRow) {
	ids := w.reports[path]
	for _, r := range rows {
		if r.Table != tableReports {
			continue
		}
		id := rowReader{&reportsTable.Table, r.Row}.text("report_id")
		if other, there := w.holder[id]; there && other != path {
			w.instead[path] = other
			continue
		}
		w.holder[id] = path
		ids = append(ids, id)
	}
	w.reports[path] = ids // also where it has none
	w.versions.add(w.own(path, rows))
}

// own are the rows of the reports that a path has.
func (w *Writer) own(path string, rows []TableRow) []TableRow {
	if w.instead[path] == "" {
		return rows
	}
	var out []TableRow
	for _, r := range rows {
		if w.holder[rowReader{tables[r.Table], r.Row}.text("report_id")] == path {
			out = append(out, r)
		}
	}
	return out
}

// InsteadOf gives the path that has all the reports which a path would have
// given; empty where it has some of its own.
func (w *Writer) InsteadOf(path string) string {
	if len(w.reports[path]) > 0 {
		return ""
	}
	return w.instead[path]
}

// Report adds the rows of a file's reports, as RowsOf made them, under the path
// by which the data set calls the file. All have been announced.
func (w *Writer) Report(path string, rows []TableRow) error {
	if _, announced := w.reports[path]; !announced {
		return fmt.Errorf("report %s was not announced: whether it counts is not known", path)
	}
	w.versions.decide()
	rows = w.own(path, rows)
	chosen := chosenScores(rows)
	for i, r := range rows {
		if i := tables[r.Table].Column("file"); i >= 0 {
			r.Row[i] = words(path)
		}
		w.versions.mark(r, chosen[i])
		w.waive(r)
		if r.Table == tableScores && !chosen[i] {
			// A score stated once more: it stands in its table and in
			// nothing that is made of the scores.
			if err := w.write(r.Table, r.Row); err != nil {
				return err
			}
			continue
		}
		if err := w.add(r.Table, r.Row); err != nil {
			return err
		}
	}
	return w.seen.passed(!w.part)
}

// File is one file that was found.
type File struct {
	Path   string // below the folder that was imported, with slashes
	SHA256 string // empty where the file could not be opened
	Bytes  int64
	Status string // StatusRead, …
	Of     string // the path that has the same, of a duplicate
	Reason string // why it was not read
	Advice string // what to do about it
}

// File adds a file, and the problem where it was not read. Files are given
// in the order of their paths.
func (w *Writer) File(f File) error {
	v := fileValue{path: f.Path, sha256: f.SHA256, bytes: f.Bytes, status: f.Status, of: f.Of}
	// A file of several reports has none in particular.
	if ids := w.reports[orElse(f.Of, f.Path)]; len(ids) == 1 {
		v.reportID = ids[0]
	}
	if err := w.add(tableFiles, filesTable.row(v)); err != nil {
		return err
	}
	if f.Reason == "" {
		return nil
	}
	return w.add(tableProblems, problemsTable.row(problemValue{
		place: place{file: f.Path}, id: "file." + f.Path, sha256: f.SHA256,
		kind: problemFile, reason: f.Reason, advice: f.Advice,
	}))
}

// Close ends the tables and writes everything that is made of them.
func (w *Writer) Close() error { return errors.Join(w.close(), w.seen.close()) }

func (w *Writer) close() error {
	err := w.derive()
	sinks := w.sinks
	w.sinks = nil
	errs := []error{err}
	for _, s := range sinks {
		errs = append(errs, s.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	w.changes = w.changesText()
	for _, c := range companions {
		if c.needs != "" && !w.writes(c.needs) {
			continue
		}
		path := filepath.Join(w.dir, filepath.FromSlash(c.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := atomicfile.Write(path, func(out io.Writer) error { return c.write(w, out) }); err != nil {
			return err
		}
	}
	var summary strings.Builder
	err = w.seen.writeSummary(&summary)
	w.summary = summary.String()
	return err
}

// writes says whether a format is among those that are written.
func (w *Writer) writes(format string) bool {
	return len(w.options.Formats) == 0 || slices.Contains(w.options.Formats, format)
}

// companion is a file beside the tables.
type companion struct {
	name  string
	write func(*Writer, io.Writer) error
	needs string // the format without which it makes no sense
	own   bool   // users make it their own (see EditableFiles)
}

// EditableFiles are the files of a data set that users make their own: the
// description, the citation and the examples. Everything else
// is made of the reports, and changed it would not fit the rest.
func EditableFiles() []string {
	var names []string
	for _, c := range companions {
		if c.own {
			names = append(names, c.name)
		}
	}
	return names
}

// companions in the order in which they are written: the data package
// describes what stands before it, and the sums are taken of everything.
var companions = []companion{
	{name: wideFile, write: func(w *Writer, out io.Writer) error { return w.seen.writeWide(out) }},
	{name: "overview.html", write: (*Writer).writeOverview},
	{name: "metadata.json", write: (*Writer).writeDatasette, needs: "sqlite"},
	{name: "codebook.csv", write: (*Writer).writeCodebookCSV},
	{name: "codebook.md", write: (*Writer).writeCodebook},
	{name: publish.DescriptionFile, write: (*Writer).writeDescription, own: true},
	{name: "CITATION.cff", write: (*Writer).writeCitation, own: true},
	{name: "CHANGES.md", write: (*Writer).writeChanges},
	{name: "CAUTIONS.md", write: (*Writer).writeCautions},
	{name: "examples/averages.R", write: example("averages.R"), needs: "csv", own: true},
	{name: "examples/averages.py", write: example("averages.py"), needs: "sqlite", own: true},
	{name: "examples/join.R", write: example("join.R"), needs: "csv", own: true},
	{name: "examples/sources.py", write: example("sources.py"), needs: "parquet", own: true},
	{name: "examples/agreement.do", write: example("agreement.do"), needs: "csv", own: true},
	{name: "examples/areas.do", write: example("areas.do"), needs: "dta", own: true},
	{name: publish.PackageFile, write: (*Writer).writePackage},
	{name: publish.SumsFile, write: (*Writer).writeSums},
}
