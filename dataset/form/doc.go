// Package form writes the tables of a data set in the forms that researchers
// use: CSV, JSON Lines, Parquet, one SQLite file, one workbook, Stata files. The
// same rows give the same bytes.
package form
