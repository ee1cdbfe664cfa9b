// Package closed reads those sentences of a conclusion of which every word is
// understood: "the repeal is its only strong action", "no action of either kind was
// found", "a single visit is all that could be found, and it counts as weak". A sentence
// that speaks of graded action in other words makes the whole conclusion unread, so that
// nothing is concluded from half of what it says.
//
// What a sentence says is a pair of limits on each count. A lower limit comes from what
// is told ("which is a strong action"), an upper one only from words that close the
// count ("only", "no other", "all that was found").
package closed
