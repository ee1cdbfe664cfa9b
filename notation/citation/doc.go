// Package citation reads the sources that notes cite.
//
//	a note             ParseCitation                citation.go, notesource.go
//	                   the first of several         severalsources.go
//	day of publication                              sourcedate.go, actdate.go
//	title, publisher                                sourcetitle.go
//	place              in brackets                  sourceplace.go
//	                   between marks                placeslot.go, placeorders.go
//	                   by habit, SettlePlaces       placehabit.go
//	day of access      AccessWords                  access.go, accesswords.go, medium.go, accessmarks.go
//	pages                                           pages.go
//	translations                                    translation.go
//	talks and searches                              communication.go
//	what is left       Note.Unread                  unread.go
//
// What speaks for and against a place or a date stands in one table (sourceevidence.go).
package citation
