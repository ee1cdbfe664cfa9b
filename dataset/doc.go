// Package dataset turns reports and what the audit found in them into tables,
// and writes the tables in the forms that researchers use: CSV, Parquet, one
// SQLite file, JSON Lines, and a wide table of scores.
//
// Package shape has what tables are made of, form writes them, publish makes
// what a data set is published with (recount.yaml, the citation, the archive);
// internal/normal brings what was printed into the form by which rows are held
// against each other.
//
// Tables in schema.go lists every table and column once, with its type, its
// meaning and how it is filled; every writer, the codebook, the data package
// and the SQLite keys are made from that list.
//
// # Rows
//
// A report's rows (RowsOf) depend on the report and its findings alone, so
// that they can be made by different processes and put together later. The
// ids in them begin with the report's id, which is made from the file's
// hash: they do not change between runs, and no spreadsheet takes them for a
// number or a date.
package dataset
