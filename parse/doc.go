// Package parse turns positioned lines into a report: model.Document in,
// model.Report out. It needs no PDF and never imports package extract.
//
// The work is done in ordered stages, each in a file of its own; Parse in
// parse.go lists them. A stage reads what the earlier ones left and claims
// lines or blocks; what nobody claims ends up in a warning, so that nothing of
// the document vanishes.
//
//	measure        body size, leading and margins            measure.go
//	running heads  heads, feet and page numbers taken out     runninghead.go, pagesequence.go
//	tables         ruled and open tables from geometry        table.go, opentable.go
//	footnote zone  notes at the page's foot taken apart       footnotezone.go
//	notes          zones and endnotes into numbered notes     note.go
//	paragraphs     lines into paragraphs, across pages        paragraph.go
//	chapters       headings, chapters, front and back matter  heading.go, chapter.go
//	constructs     one file each: cover, commitment, assessment,
//	               definition, level, verdict, matrix, …
//
// What geometry alone says is computed in package parse/layout; what a text says
// by itself (dates, scores, citations) is read by package notation.
//
// Recognition rests on structure first (size, weight, position, numbering,
// table geometry), on words second; the words are data in package
// vocabulary. parse accepts impossible values ("+2", "31 June"): judging is
// the audit's.
package parse
