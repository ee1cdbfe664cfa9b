// Package condition has what a level asks for, as counts and limits that a state of
// the grid meets or not, and reads quantities ("at least two but fewer than four").
// It knows nothing of the texts in which levels stand.
package condition
