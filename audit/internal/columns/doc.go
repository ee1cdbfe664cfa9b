// Package columns finds out what the columns and rows of a table of figures without scores
// are of one another: totals, shares, averages of counts, percentages of averages,
// differences, ranks, means at the foot of a group. No column is believed of its head. What
// it is, most rows must show, and a row that does not is a finding of the rule that the
// relation names. A cell that is right in any relation that its column shows is accused of
// nothing, and a slip is told once: where the cell that is wrong stands in the way of other
// figures, those are no findings of their own.
package columns
