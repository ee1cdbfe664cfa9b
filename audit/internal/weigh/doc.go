// Package weigh finds slips in sentences of which no grammar reads every word, by how much of
// a sentence is right.
//
// A sentence on scores says several things at once: that four members failed and which, that
// twelve scores of 48 are full ones, who is second and with what average. Put together in the
// right way they are all true. Where every way to put its parts together leaves something
// untrue, and one way leaves just one thing, while the others are so many that they could
// hardly be true by chance, that one thing is the slip. Of a sentence that speaks of
// something else, as little is true as chance allows, and nothing is said of it.
package weigh
