// Package frontmatter reads what a report states of itself before its chapters: its
// period, how many commitments and members it is about, and the texts that say so.
package frontmatter
