// Package scores reads tables of published scores, the shape in which
// researchers share thirty years of reports: CSVs or sheets of a workbook, with a
// row for each commitment, a column for each member, and the average, or with a
// row for each score. It gives a *model.Report of
// chapters that have a table of scores and nothing else, on which the audit's
// rules run as on any other report.
//
// Cells are kept as they stand. What cannot be read is not guessed: it
// becomes a score without a value, which the audit reports.
package scores
