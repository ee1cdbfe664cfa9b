// Package parse turns positioned lines into a report: model.Document in,
// model.Report out. It needs no PDF and never imports package extract.
//
// The work is done in ordered stages; parse.go lists them. A stage reads what the
// earlier ones left and claims lines or blocks; what nobody claims ends up in a
// warning, so that nothing of the document vanishes. The stages stand in packages
// below internal, each of which knows only those before it:
//
//	sheet      pages, lines, pieces, columns of text, tables, warnings
//	margin     running heads and feet, page numbers
//	marker     markers of notes, text with its references
//	grid       tables by rules and by white space
//	footnote   the form of markers, notes at the foot, at the end, in lists
//	paragraph  lines into paragraphs, headings, over columns and pages
//	scoring    tables of scores, rankings, levels
//	front      cover, contents, summary tables, what is no report
//	chapter    chapters, promises, sections of members, actions
//	witness    what the document says of itself against what was read
//
// What geometry alone says is computed in package parse/layout; what a text says
// by itself (dates, scores, citations) is read by package notation.
//
// Recognition rests on structure first (size, weight, position, numbering,
// table geometry), on words second; the words are data in package
// vocabulary. parse accepts impossible values ("+2", "31 June"): judging is
// the audit's.
package parse
