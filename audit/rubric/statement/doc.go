// Package statement says where statements of a text begin and end, and what their
// words make of whatever they are about: whether something was done, denied, excepted
// or opposed, whether the sentence only repeats the commitment or gives the score. It
// counts nothing.
package statement
