// Package ruling compares what a sentence beside the levels of a rubric rules of a case
// with what the levels say of the same case.
//
// A sentence rules that something suffices for a level, does not suffice for it, is needed
// or not needed for it, earns it, counts for nothing, or counts. A level asks for things,
// all of them or one of several, and denies others. The case is what the sentence names,
// alone or without another thing. Where a level certainly has the case and the ruling
// gives it another score, the two contradict each other.
package ruling
