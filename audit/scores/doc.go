// Package scores reads CSVs of published scores, the shape in which
// researchers share thirty years of reports: a row for each commitment, a
// column for each member, and the average. It gives a *model.Report of
// chapters that have a table of scores and nothing else, on which the audit's
// rules run as on any other report.
//
// Cells are kept as they stand. What cannot be read is not guessed: it
// becomes a score without a value, which the audit reports.
package scores
