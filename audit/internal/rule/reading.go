package rule

import (
	"recount.invalid/recount/model"
)

// Reading is what the grammar of rubrics made of one member's conclusion: the
// answer of rubric-unsupported, kept where there is nothing to report too, so
// that a reader can see what 'supported' rests on.
type Reading struct {
	// Commitment is the number of the chapter.
	Commitment int `json:"commitment"`
	// CommitmentID is the serial as printed, trimmed.
	CommitmentID string `json:"commitment_id,omitempty"`
	// Member is the member's code, empty where the name is unknown.
	Member string `json:"member"`
	// Name is the member's name.
	Name string `json:"name,omitempty"`
	// Score is the score awarded; nil where the section awards none, or two.
	Score *int `json:"score"`
	// Answer is supported, unsupported or undecided.
	Answer string `json:"answer"`
	// Because says what the conclusion shows in the rubric's terms, or why
	// nothing is concluded.
	Because string `json:"because"`
	// Asks are the phrases of the level awarded, as printed.
	Asks []string `json:"asks,omitempty"`
	// Quote are the words of the conclusion that the answer rests on, as
	// printed; the whole conclusion where it rests on none in particular.
	Quote string `json:"quote,omitempty"`
	// At is where the conclusion stands.
	At model.At `json:"at,omitempty"`
}

// RubricCoverage is how much of one text of a rubric the grammar understood.
type RubricCoverage struct {
	// Commitment is the number of the chapter.
	Commitment int `json:"commitment"`
	// CommitmentID is the serial as printed, trimmed.
	CommitmentID string `json:"commitment_id,omitempty"`
	// Text is the text's name: the interpretive guidelines or the scoring
	// table.
	Text string `json:"text"`
	// Phrases is how many phrases the text has that state a condition.
	Phrases int `json:"phrases"`
	// Understood is how many of them the grammar reads.
	Understood int `json:"understood"`
	// Missed are the others, as printed.
	Missed []string `json:"missed,omitempty"`
	// Unusable says why the text cannot be walked level by level; empty where
	// it can.
	Unusable string `json:"unusable,omitempty"`
	// At is where the text stands.
	At model.At `json:"at,omitempty"`
}
