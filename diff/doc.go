// Package diff says what changed between two versions of a report, such as
// the interim and the final one, or the first and the revised: scores,
// averages, periods, actions, footnotes, and what the audit finds.
//
// Commitments are matched by their serial, then by their text, then by number
// and heading together; a number alone is no evidence, because versions of a
// report renumber. Actions and footnotes are matched by their words, so that
// a footnote that only has another number is not a change.
package diff
