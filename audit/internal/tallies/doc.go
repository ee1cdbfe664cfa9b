// Package tallies counts the scores that stated averages are of: those of a chapter, of a
// row or a column of a summary table, of the rows of a published table. It owns which
// scores belong to which average, which chapter a row is of, and how a stated mean or
// percentage is read for comparing: with what decimals, on what scale.
package tallies
