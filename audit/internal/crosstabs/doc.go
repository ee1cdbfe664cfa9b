// Package crosstabs audits tables of counts of which each cell stands in several rows: how
// many there are, and below that their percentages in the row and in the column, as programs
// of statistics print them.
package crosstabs
