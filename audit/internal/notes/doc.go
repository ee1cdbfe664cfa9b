// Package notes has the rules about footnotes, markers and citations.
package notes
