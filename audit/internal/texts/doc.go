// Package texts has the rules about texts that break off or repeat, and about
// files and rows that are not whole.
package texts
