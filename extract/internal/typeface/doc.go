// Package typeface reads the fonts of a file: which text each code of a string stands for,
// how far it moves on, how the letters look, and whether the file contradicts itself in what
// it says of them. It knows no operators and no pages.
package typeface
