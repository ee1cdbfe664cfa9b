// Package reckon is the arithmetic of the audit: exact means of scores and their
// percentages, which printed figure follows from which by accepted rounding, how
// a figure is written in a message, and what single slip would explain one that
// does not follow. It knows tables' cells but no report, and says nothing of
// rules.
//
//	round.go       Mean, Percent, Holds, PercentHolds: exact values and rounding
//	tally.go       Tally: the scores under an average, and the cells without one
//	explain.go     Figure, Explain: a search for the slip, checked by arithmetic
//	attainable.go  which means a number of scores can have at all (the GRIM test)
//	format.go      figures, lists and plurals in messages
package reckon
