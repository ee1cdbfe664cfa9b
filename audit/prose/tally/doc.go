// Package tally reads what running text says of how many and how far apart: how many
// members, commitments or scores are of a kind ("four members scored −1", "all but two
// are above zero"), who are the only ones, what a member's scores are made of, and by
// how much one stands ahead of another.
//
// A statement is read only where every word of it, from where it begins to where it
// ends, has a place in the grammar: a word more ("four of the older members") may limit
// it. What it leaves open, such as the commitment that is meant, gives several ways to
// read it, and it is right where one of them is.
package tally
