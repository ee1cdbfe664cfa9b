// Package chars has what characters are, whatever font draws them: which of a file's
// text is letters, signs or nothing, and in which form a run has it.
package chars
