// Package notation turns text into values: how report cards write dates,
// scores, averages, amounts, citations and sentences. It is pure: it knows no
// page, no line and no document, keeps nothing between calls, and gives the same
// result for the same text and vocabulary. Package parse reads with it, package
// audit reads again with it, so that the two cannot differ.
//
// What is read stands in rooms below, each of which has an index of its own (doc.go):
//
//	script     signs, digits, sentences: what every text is written with
//	date       dates and periods
//	action     which date is the day of an action; years that are not printed
//	amount     sums of money, in figures and in words
//	figure     averages and percentages in prose
//	scoretext  scores, levels and verdicts, in cells, headings and sentences
//	join       lines to paragraphs: hyphens at lines' ends, addresses
//	citation   sources, their parts and places
//
// A room knows script; beyond it action knows date, join knows date, and citation
// knows date and join. Patterns with lookaround and a time limit are made in
// internal/pattern.
//
// Here stand only tests that hold for all rooms.
package notation
