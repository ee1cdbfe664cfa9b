// Package rule has what a rule is made of and works with: Rule and its
// registry, Pass, Finding, the readings that rules share (Kept), and the doubts
// that turn an accusation into an undecided case.
package rule
