package parts

import (
	"recount.invalid/recount/audit/prose"
)

// Kind is what a part is.
type Kind int

// The kinds of part.
const (
	Who    Kind = iota // members, in one list
	What               // a commitment, or one of several that a word may name
	Level              // a level of compliance
	Number             // how many
	Figure             // an average, a percentage or both
	Place              // a place counted from the best
	End                // the highest or the lowest
	Only               // they and no others
	But                // those behind it are not meant, or others than they
	Not                // denies what stands behind it
	Did                // "did", "did not", "others": goes on with the level before it
	Break              // a clause ends
)

// Part is a stretch of a sentence that has a meaning in statements on scores.
type Part struct {
	prose.Span
	Kind Kind
	// Members are the codes of a list.
	Members []string
	// Commitments are those of which the words name one.
	Commitments []int
	// Levels are the scores of which one is meant, or is not, where Lacks.
	Levels []int
	Lacks  bool
	// Loose says that the level may be any that counts as kept ("complied").
	Loose bool
	// N is a number or place; an end is 1 for the highest, -1 for the lowest.
	N int
	// Inexact says that the number is a bound or an estimate.
	Inexact bool
	// Unit is the noun behind a number: members, commitments, or scores (prose.Overall);
	// prose.NoKind where there is none.
	Unit prose.Kind
	// Figure is what was printed.
	Figure *prose.Figure
}
