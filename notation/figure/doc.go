// Package figure reads the averages and percentages of running text: those that the
// words around say to be of compliance (figure.go), and whatever has the form of one
// (figureform.go).
package figure
