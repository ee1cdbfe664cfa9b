package dataset

import (
	"encoding/json"
	"io"
)

// writeDatasette writes metadata.json, with which Datasette explains the
// database: datasette recount.sqlite --metadata metadata.json.
func (w *Writer) writeDatasette(out io.Writer) error {
	type tableInfo struct {
		Desc    string            `json:"description"`
		Columns map[string]string `json:"columns"`
		FTS     string            `json:"fts_table,omitempty"`
		Label   string            `json:"label_column,omitempty"`
	}
	type query struct {
		SQL   string `json:"sql"`
		Title string `json:"title"`
		Desc  string `json:"description"`
	}
	described := map[string]tableInfo{}
	for _, t := range tables {
		info := tableInfo{Desc: t.Doc, Columns: map[string]string{}}
		for _, c := range t.Columns {
			info.Columns[c.Name] = c.Doc
		}
		if len(t.Search) > 0 {
			info.FTS = t.Name + "_search"
		}
		if t.Column("title") >= 0 {
			info.Label = "title"
		}
		described[t.Name] = info
	}
	type database struct {
		Tables  map[string]tableInfo `json:"tables"`
		Queries map[string]query     `json:"queries"`
	}
	info := struct {
		Title     string              `json:"title"`
		Desc      string              `json:"description"`
		Databases map[string]database `json:"databases"`
	}{
		Title: w.title(), Desc: orElse(w.options.Description.About, dataSetDesc),
		Databases: map[string]database{"recount": {Tables: described, Queries: map[string]query{
			"panel_with_pages": {
				Title: "Scores with the page that they stand on",
				Desc:  "Put the address of the folder with the PDFs, with a slash at its end, into :folder.",
				SQL:   "select panel_id, member_name, score, status, :folder || file || case when page is null then '' else '#page=' || page end as page_link from panel order by panel_id",
			},
		}}},
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(info) // the keys of a map come in order
}
