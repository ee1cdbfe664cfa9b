// Package matrices has the rules about summary tables: their cells against the
// chapters, their averages against their cells.
package matrices
