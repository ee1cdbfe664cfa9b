// Package parts reads what a sentence on scores is made of, whatever its grammar: the members
// and commitments that it names, the levels of compliance, numbers, figures and places, and
// the words that turn them round ("all but", "did not"). What the sentence says with them is
// left open; whoever asks weighs the ways to put them together by the scores themselves.
package parts
