// Package notation turns text into values: how report cards write dates,
// scores, averages, amounts, citations and sentences. It is pure: it knows no
// page, no line and no document, keeps nothing between calls, and gives the same
// result for the same text and vocabulary. Package parse reads with it, package
// audit reads again with it, so that the two cannot differ.
//
//	dates      FindDates, ParsePeriod               date.go
//	           LeadingDate, the date of an action   leadingdate.go, actiondate.go
//	           years that are not printed           yearsense.go
//	scores     ParseScore, HeadingScore, averages,
//	           levels and verdicts in words         scoretext.go
//	figures    scores and percentages in prose      figure.go
//	amounts    money, in figures and in words       amount.go, spelledamount.go
//	citations  ParseCitation, addresses, places     citation.go, address.go, notesource.go
//	signs      Minuses, Signs                       sign.go
//	           rare signs and raised dots           usualform.go
//	sentences  Sentences                            sentence.go
//	lines      JoinLines, hyphens at lines' ends    hyphen.go
//	patterns   the one place that makes patterns
//	           with lookaround and a time limit     patterns.go
//
// Offsets are Unicode code points of the text unless a comment says bytes.
// Impossible values ('31 June', '+2') are read as printed: judging is the
// audit's.
package notation
