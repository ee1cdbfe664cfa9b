// Package room asks the system for memory in few large pieces, for a run that is
// short. A chapter fills ten megabytes once and is done; in pages of 4 KB the machine
// is interrupted for each of them, which takes a third of the time on virtual machines
// and a tenth elsewhere. Only what is used is ever taken from the machine, but for
// the first 2 MB. Where nothing is known to help, the package does nothing.
package room
