// Package content carries out what a page draws, its content streams, forms and
// annotations, and writes down letters and lines (package mark) and which letters are not
// seen: those that are invisible, covered, clipped away or in their ground's colour. It
// knows nothing of lines of text.
package content
