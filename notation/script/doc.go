// Package script has what texts of every kind are written with: signs and their rare
// forms, digits, blanks, sentences. It knows nothing of what a text says; the other
// rooms of notation read with it.
//
//	signs      Minuses, Signs, IsSign               sign.go
//	           rare signs, raised dots              usualform.go
//	sentences  Sentences, Span                      sentence.go
//	characters IsDigit, IsBlank, FoldSpaces         rune.go
//	numbers    Decimal                              number.go
//	notes      CutNoteMarks                         notemark.go
package script
