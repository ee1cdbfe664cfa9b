// Package model holds the types that the other packages hand to each other,
// and nothing else: the document as extract saw it (Document, Page, Line,
// Run, Rule) and the report as parse understood it (Report and what is in
// it). It imports nothing of ours, so that parse and audit can be tested
// without a PDF.
//
// # Units
//
// Lengths are PDF points (1/72 inch). Places are measured from the top left
// corner of the page as it is displayed, that is after CropBox and Rotate:
// x grows to the right, y grows downwards. A page that is displayed lying on
// its side is turned first (Page.Turned). Pages are counted from 1 in the
// order of the file, whatever numbers are printed on them. Offsets into a
// text count Unicode code points, never bytes.
//
// # Absent values
//
// A value that the document does not state is a nil pointer, an empty string
// or an empty slice. A zero never stands for "unknown".
package model
