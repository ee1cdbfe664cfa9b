// Package arrange makes lines of text, with their runs, and ruled lines of what a page
// shows (package mark), and puts the lines in reading order, by geometry alone. It knows
// neither fonts nor PDF.
//
// Numbers that decide, such as the gap that makes a word, are shares of the font size and
// stand together at the head of lines.go, columns.go and rules.go.
package arrange
