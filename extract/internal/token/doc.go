// Package token cuts what is written in PDF's operators into operators and their
// operands: content streams of pages and of Type 3 glyphs, and CMaps.
package token
