package dataset

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"recount.invalid/recount/dataset/form"
	"recount.invalid/recount/dataset/shape"
)

// writeCodebookCSV writes a row per column.
func (w *Writer) writeCodebookCSV(out io.Writer) error {
	b := bufio.NewWriter(out)
	form.WriteRecord(b, []string{"table", "column", "type", "required", "values", "refers_to", "meaning"})
	for _, t := range tables {
		for _, c := range t.Columns {
			required := "no"
			if c.Required {
				required = "yes"
			}
			ref := ""
			if c.Ref != "" {
				ref = c.Ref + "." + referred(c.Ref)
			}
			form.WriteRecord(b, []string{t.Name, c.Name, string(c.Type), required, c.ValuesText(), ref, c.Doc})
		}
	}
	return b.Flush()
}

// referred is the key column of a table.
func referred(table string) string {
	for _, t := range tables {
		if t.Name == table {
			return t.Key[0]
		}
	}
	return ""
}

// writeCodebook writes the same for reading.
func (w *Writer) writeCodebook(out io.Writer) error { return writeCodebook(out, w.seen.rows) }

// Codebook writes the description of every table and column as Markdown, as
// it stands in a data set, without the numbers of rows. docs/data-set.md is
// made of it.
func Codebook(out io.Writer) error { return writeCodebook(out, nil) }

// writeCodebook writes the codebook; rows are the tables' numbers of rows,
// where they are known.
func writeCodebook(out io.Writer, rows []int) error {
	b := bufio.NewWriter(out)
	b.WriteString("# Codebook\n\nEvery table and column of the data set. An absent value is an empty field in CSV, null elsewhere;\nit never stands for zero.\n\n" + form.FormulaRule)
	for i, t := range tables {
		fmt.Fprintf(b, "\n## %s\n\n%s", t.Name, t.Doc)
		if rows != nil {
			fmt.Fprintf(b, " %d rows.", rows[i])
		}
		b.WriteString("\n\n")
		b.WriteString("| Column | Type | Meaning |\n|---|---|---|\n")
		for _, c := range t.Columns {
			doc := c.Doc
			if len(c.Values) > 0 {
				doc += " One of: " + strings.Join(c.Values, ", ") + "."
			}
			if c.Ref != "" {
				doc += " Refers to " + c.Ref + "." + referred(c.Ref) + "."
			}
			if c.Name == t.Key[0] {
				doc += " Key of the table."
			}
			if c.Required {
				doc += " Always there."
			}
			fmt.Fprintf(b, "| `%s` | %s | %s |\n", c.Name, shape.TypeWords[c.Type], strings.ReplaceAll(doc, "|", `\|`))
		}
	}
	b.WriteString("\n## The version that counts\n\n" + versionRule + "\n" + versionUse)
	fmt.Fprintf(b, "\n## %s\n\n", wideFile)
	b.WriteString("One row per promise that has a score, of the version that counts, and one column per member: area, id (the serial in its\n" +
		"normal form, otherwise as printed), year, text, average (mean of the row's scores to nine decimals), the members, and behind\n" +
		"them promise_id, which is the key, title, number, forum, summit, stage, commitment_id, report_id, file.\n" +
		"The score is the one of the chapter's table, otherwise of a summary matrix, the heading or the concluding sentence.\n")
	return b.Flush()
}
