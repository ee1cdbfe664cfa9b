// Package part finds the parts of a commitment and what they are called: enumerated,
// lettered, listed behind their number, told in order. It knows nothing of levels.
package part
