// Package token cuts texts into words and marks, and has the words that the grammar
// of rubrics is made of, as data: what kinds a word is of, its number and its stem.
// It knows of no sentence what it says.
package token
