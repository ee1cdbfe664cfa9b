// Package front has the rules about title pages, introductions and other
// reports on the same summit.
package front
