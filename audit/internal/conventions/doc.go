// Package conventions finds out in which way a report makes its averages where it is not
// the usual one: members without a score as 0, decimals cut off, the mean rounded first or
// times 100, a member left out. It owns how many averages must show such a way before it
// is believed, and says why an average that follows by it is not called wrong.
package conventions
