// Package layout is what a page's geometry says without a word being read: the
// skeletons of ruled tables, columns of boxes and the words that stand in them,
// sizes and raised type, heads that return from page to page and the page numbers
// in them. Its functions are pure and know package model only; which line is
// what, package parse decides.
//
//	grid.go          Grids: rules that touch, as rows, columns and walls
//	columns.go       boxes over columns
//	word.go          runs cut into words, words given to columns
//	size.go          BodySize, SameSize, IsRaised
//	runninghead.go   what makes two heads the same, figures that grow with pages
//	pagesequence.go  printed page numbers and what is missing among them
package layout
