// Package scoretext reads scores and levels of compliance, and the names beside them.
//
//	a cell        ParseScore, WholeScore            score.go
//	              ParseAverage                      average.go
//	a heading     HeadingScore                      headingscore.go
//	              members with people and scores    headingform.go, people.go
//	sentences     ConcludingScore                   concludingscore.go
//	              a paragraph's last words          closingscore.go
//	              ScoreClaims                       scoreclaim.go
//	              ComplianceWords                   compliancewords.go
//	              who complied how far              statedlevel.go, passivelevel.go
//
// Impossible scores ('+2') are read as printed: judging is the audit's.
package scoretext
