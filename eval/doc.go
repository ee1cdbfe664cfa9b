// Package eval measures recount against known truth: the reports of package
// fixtures, in every style, by every producer, with and without planted
// defects. Its tables are the second part of docs/accuracy.md; its figures are
// kept in baseline.json, and a test fails when one of them falls. Reports by
// strangers are package eval/blind's.
package eval
