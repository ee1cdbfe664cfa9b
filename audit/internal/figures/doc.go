// Package figures has the rules about averages, percentages, counts and
// rankings, in chapters, in tables and in running text.
package figures
