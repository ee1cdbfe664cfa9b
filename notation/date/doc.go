// Package date reads dates, wherever they stand in a text.
//
//	a text's dates  FindDates, At                   mention.go
//	a period        ParsePeriod                     period.go
//	days as printed WrittenDays                     writtenday.go
//
// What they read with is open to readers that weigh dates by the words around, as
// package action does: a Reader cuts Tokens (token.go), reads Points of them (point.go,
// numeric.go, unit.go, romanmonth.go) and joins these to Spans (span.go).
//
// Offsets are Unicode code points of the text unless a name or comment says bytes.
// Impossible dates ('31 June') are read as printed: judging is the audit's.
package date
