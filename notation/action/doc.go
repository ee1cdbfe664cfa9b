// Package action finds which date of a paragraph is the day of what the paragraph tells.
//
//	by the layout      LeadingDate                  leadingdate.go
//	by what is weighed ActionDate                   actiondate.go
//	the only one       SoleDate                     soledate.go
//	years that are not
//	printed            YearSense                    yearsense.go
//
// What speaks for and against a date stands in one table (actiondate.go), the forms of
// sentences that a date is told in beside it (actiontold.go, actinstrument.go, stretch.go).
package action
