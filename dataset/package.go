package dataset

import (
	"io"

	"recount.invalid/recount/dataset/form"
	"recount.invalid/recount/dataset/publish"
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

// title is what the data set is called.
func (w *Writer) title() string { return orElse(w.options.Description.Title, dataSetTitle) }

// references gives the reports that the data set is made from.
func (w *Writer) references(do func(publish.Reference) error) error {
	return w.seen.reports.each(func(r *reportInfo) error {
		return do(publish.Reference{Title: orElse(r.title, r.file), Authors: r.preparedBy, Date: r.published})
	})
}

func (w *Writer) writePackage(out io.Writer) error {
	p := publish.Package{Title: w.title(), About: dataSetDesc, Program: w.options.Version, Reports: w.references}
	described := "" // the format whose resources carry the tables' names
	for _, format := range []string{"csv", "jsonl", "parquet", "dta"} {
		if !w.writes(format) {
			continue
		}
		if described == "" {
			described = format
		}
		for _, t := range tables {
			r := publish.Resource{Name: t.Name, Path: form.TablePath(format, t.Name), Format: format, MediaType: mediaTypes[format], Desc: t.Doc}
			if format != described {
				r.Name += "-" + format
			}
			if format == "csv" || format == "jsonl" {
				r.Encoding = "utf-8"
			}
			if format == described {
				r.Type, r.Schema = "table", publish.SchemaOf(t, tables)
			}
			p.Resources = append(p.Resources, r)
		}
	}
	if w.writes("sqlite") {
		p.Resources = append(p.Resources, publish.Resource{Name: "sqlite", Path: form.SQLiteFile, Format: "sqlite",
			MediaType: "application/vnd.sqlite3", Desc: "All tables in one file, with keys, views and full-text search."})
	}
	if w.writes("xlsx") {
		p.Resources = append(p.Resources, publish.Resource{Name: "xlsx", Path: form.XLSXFile, Format: "xlsx",
			MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			Desc:      "The tables without the long texts as a workbook, with a sheet that explains the columns."})
	}
	p.Resources = append(p.Resources, publish.Resource{Name: "wide", Type: "table", Schema: w.seen.wideSchema(), Path: wideFile, Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Desc: "One row per promise, one column per member."})
	return publish.WritePackage(out, w.dir, w.options.Description, p)
}

func (w *Writer) writeSums(out io.Writer) error { return publish.WriteSums(out, w.dir) }

// writeCitation writes how to cite the data set; who publishes it only its
// makers know.
func (w *Writer) writeCitation(out io.Writer) error {
	return publish.WriteCitation(out, w.options.Description, w.title(), w.references)
}

// writeDescription writes the description that the makers are to fill in.
func (w *Writer) writeDescription(out io.Writer) error {
	_, err := out.Write(publish.Template)
	return err
}
