package dataset

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount/dataset/form"
	"recount.invalid/recount/internal/atomicfile"
)

// PackageFile is the name of the description of the data set, a data package.
const PackageFile = "datapackage.json"

// SumsFile is the name of the file that lists the SHA-256 of every file of the data set, in the form that
// `sha256sum -c` reads.
const SumsFile = "SHA256SUMS"

// The parts of a data package descriptor (Data Package v2 and Table Schema v2
// of datapackage.org) that are used here, in the order in which they are
// written.
type (
	dataPackage struct {
		Schema    string     `json:"$schema"`
		Name      string     `json:"name"`
		Title     string     `json:"title"`
		Desc      string     `json:"description"`
		Version   string     `json:"recount_version,omitempty"`
		Resources []resource `json:"resources"`
	}
	resource struct {
		Name      string       `json:"name"`
		Type      string       `json:"type,omitempty"`
		Path      string       `json:"path"`
		Format    string       `json:"format"`
		MediaType string       `json:"mediatype"`
		Encoding  string       `json:"encoding,omitempty"`
		Desc      string       `json:"description"`
		Bytes     int64        `json:"bytes"`
		Hash      string       `json:"hash"`
		Schema    *tableSchema `json:"schema,omitempty"`
	}
	tableSchema struct {
		Fields      []field      `json:"fields"`
		Missing     []string     `json:"missingValues"`
		PrimaryKey  []string     `json:"primaryKey"`
		ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
	}
	field struct {
		Name        string         `json:"name"`
		Type        string         `json:"type"`
		Desc        string         `json:"description"`
		Constraints map[string]any `json:"constraints,omitempty"`
	}
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	}
)

// What a data set is called and what it is, where nobody says otherwise.
const (
	dataSetTitle = "Compliance reports as data"
	dataSetDesc  = "Scores, actions, citations and averages read from published compliance reports, with their place on the page, and every average counted again."
)

// mediaTypes of the formats of tables.
var mediaTypes = map[string]string{
	"dta": "application/x-stata-dta", "csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet",
}

func (w *Writer) writePackage(out io.Writer) error {
	p := dataPackage{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:   "recount-data-set", Title: dataSetTitle,
		Desc:    dataSetDesc + " See codebook.md and CAUTIONS.md.",
		Version: w.options.Version,
	}
	described := "" // the format whose resources carry the tables' names
	for _, format := range []string{"csv", "jsonl", "parquet", "dta"} {
		if !w.writes(format) {
			continue
		}
		if described == "" {
			described = format
		}
		for _, t := range tables {
			r := resource{Name: t.Name, Path: form.TablePath(format, t.Name), Format: format, MediaType: mediaTypes[format], Desc: t.Doc}
			if format != described {
				r.Name += "-" + format
			}
			if format == "csv" || format == "jsonl" {
				r.Encoding = "utf-8"
			}
			if format == described {
				r.Type, r.Schema = "table", schemaOf(t)
			}
			p.Resources = append(p.Resources, r)
		}
	}
	if w.writes("sqlite") {
		p.Resources = append(p.Resources, resource{Name: "sqlite", Path: form.SQLiteFile, Format: "sqlite",
			MediaType: "application/vnd.sqlite3", Desc: "All tables in one file, with keys, views and full-text search."})
	}
	if w.writes("xlsx") {
		p.Resources = append(p.Resources, resource{Name: "xlsx", Path: form.XLSXFile, Format: "xlsx",
			MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			Desc:      "The tables without the long texts as a workbook, with a sheet that explains the columns."})
	}
	p.Resources = append(p.Resources, resource{Name: "wide", Type: "table", Schema: w.seen.wideSchema(), Path: wideFile, Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Desc: "One row per promise, one column per member."})
	for i := range p.Resources {
		r := &p.Resources[i]
		sum, size, err := hashFile(filepath.Join(w.dir, filepath.FromSlash(r.Path)))
		if err != nil {
			return err
		}
		r.Hash, r.Bytes = "sha256:"+sum, size
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(p)
}

func schemaOf(t *Table) *tableSchema {
	s := &tableSchema{Missing: []string{""}, PrimaryKey: t.Key}
	for i, c := range t.Columns {
		typ := string(c.Type)
		if c.Type == Score {
			typ = string(Integer)
		}
		f := field{Name: c.Name, Type: typ, Desc: c.Doc, Constraints: map[string]any{}}
		if c.Required {
			f.Constraints["required"] = true
		}
		if i == 0 {
			f.Constraints["unique"] = true
		}
		if len(c.Values) > 0 {
			f.Constraints["enum"] = c.Values
		}
		s.Fields = append(s.Fields, f)
		if c.Ref != "" {
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{
				Fields: []string{c.Name}, Reference: reference{Resource: c.Ref, Fields: []string{referred(c.Ref)}},
			})
		}
	}
	return s
}

// hashFile gives a file's SHA-256 in hexadecimal, and its size.
func hashFile(path string) (sum string, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	h := sha256.New()
	size, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), size, err
}

func (w *Writer) writeSums(out io.Writer) error {
	var paths []string
	err := filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == SumsFile || atomicfile.Leftover(d.Name()) {
			return err
		}
		rel, err := filepath.Rel(w.dir, path)
		paths = append(paths, filepath.ToSlash(rel))
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(paths)
	b := bufio.NewWriter(out)
	for _, p := range paths {
		sum, _, err := hashFile(filepath.Join(w.dir, filepath.FromSlash(p)))
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "%s  %s\n", sum, p)
	}
	return b.Flush()
}

// ReadSums reads a SHA256SUMS file: sums by path. Lines of another form are
// an error.
func ReadSums(r io.Reader) (map[string]string, error) {
	sums := map[string]string{}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		sum, path, ok := strings.Cut(lines.Text(), "  ")
		if !ok || len(sum) != 2*sha256.Size {
			return nil, fmt.Errorf("%s: not a line of sums: %q", SumsFile, lines.Text())
		}
		sums[path] = sum
	}
	return sums, lines.Err()
}
