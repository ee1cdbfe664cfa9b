// Package claims reads the running text of a report for what it says of its results, and
// gathers what the tables say of the same subjects: every claim, count and distance, and
// the evidence by which it can be refuted or cannot.
package claims
