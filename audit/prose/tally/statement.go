package tally

import (
	"math/big"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
)

// Relation is how averages stand to a figure.
type Relation int

// The relations.
const (
	NoRelation Relation = iota
	Below
	AtOrBelow
	Equal
	AtOrAbove
	Above
)

// Trait is what is said of each of the things that are counted: a score that it has, or
// how its average stands to a figure.
type Trait struct {
	// Scores are those of which one is meant; none where an average is spoken of.
	Scores []int
	// Times is how often a member has one of the scores; nil where that is not said.
	Times *Quantity
	// Relation and Figure compare an average; without a figure it is compared with zero.
	Relation Relation
	Figure   *prose.Figure
	// Place is that of those who have the figure, counted from the best; 0 where none is
	// stated.
	Place int
}

// Has reports whether a score is one of the trait's.
func (t Trait) Has(score int) bool {
	for _, s := range t.Scores {
		if s == score {
			return true
		}
	}
	return false
}

// Naming is what names beside a count are to those that are counted.
type Naming int

// The ways to name.
const (
	NotNamed    Naming = iota
	SomeNamed          // they are among them
	AllNamed           // they are all of them
	OthersNamed        // they are all that are not counted
	LastNamed          // they are the last ones beside some that were named before
)

// Count says how many of some things have a trait.
type Count struct {
	// Unit is what is counted: members, commitments, or single scores (prose.NoKind).
	Unit prose.Kind
	// Countries says that members are called countries, which an organisation among them
	// need not be.
	Countries bool
	// Members limits scores to those of members; Each says that the count is that of
	// every one of them.
	Members []string
	Each    bool
	// Best limits scores to those of so many members with the highest averages; 0 for no limit.
	Best int
	// On limits scores to those for commitments. Open says that the commitment is not
	// named, and any one may be meant, or all.
	On   []int
	Open bool
	// Joint says that the scores for all of the commitments are meant.
	Joint bool

	Trait    Trait
	Quantity Quantity
	Whole    int // as stated, 0 where it is not
	// Given says that the statement is about this count's scores only where it is right.
	Given bool
	// Awarded says that the whole is that of all scores that were given.
	Awarded bool
	// Share is the percentage that they are of all, nil where none is stated.
	Share  *model.Decimal
	Named  []prose.Subject
	Naming Naming
	Before []string // the members named before those of LastNamed
}

// Distance is how far one subject stands ahead of another.
type Distance struct {
	// Of are subjects with one average; To those that they are compared with. Without
	// any, it is the next one. Below says that Of stand below.
	Of, To []prose.Subject
	Kind   prose.Kind
	Below  bool
	// End is the end of the ranking that Of are compared with in place of To.
	End prose.Rank
	// Apart says that either may stand above the other.
	Apart bool
	By    *big.Rat
	// Or is what the distance may be otherwise, on the scale of percentages that begins at
	// −100; nil where it cannot.
	Or *big.Rat
	// Within is how far off the distance may be of what is stated.
	Within *big.Rat
}

// Statement is what a stretch of a sentence states. It is right where all counts of one of
// its ways are.
type Statement struct {
	Sentence string
	Text     string
	Ways     [][]Count
	Distance *Distance
	Without  *Without
	// Alone says that no others are so, whom words before may limit.
	Alone bool
	// Doubt says why the statement is compared with nothing; empty where it is.
	Doubt string
}
