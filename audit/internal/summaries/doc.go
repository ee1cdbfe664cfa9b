// Package summaries reads the rows of a published table that sum up others: which rows
// each is of, what every accepted convention gives for its figures, and which of them
// follow from none.
package summaries
