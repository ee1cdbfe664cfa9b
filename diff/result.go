package diff

import (
	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// SchemaDiff is the version of the JSON that a Result gives.
const SchemaDiff = "recount/diff@1"

// Result is what changed from an old report to a new one.
type Result struct {
	Schema string `json:"schema"`
	Old    Side   `json:"old"`
	New    Side   `json:"new"`
	// Versions says that the two are versions of one report; where they are
	// not, Reason says what speaks against it, and the rest of the result
	// compares two different things.
	Versions bool   `json:"versions"`
	Reason   string `json:"reason,omitempty"`

	Info        []FieldChange      `json:"info"`        // title, stage, period, …
	Commitments []CommitmentChange `json:"commitments"` // added, removed, reworded
	Scores      []ScoreChange      `json:"scores"`
	Averages    []AverageChange    `json:"averages"`
	Actions     []ActionChange     `json:"actions"`
	Footnotes   []FootnoteChange   `json:"footnotes"`
	Findings    []FindingChange    `json:"findings"`
	// Renumbered counts footnotes that only have another number.
	Renumbered int `json:"renumbered_footnotes"`
}

// Side is one of the two reports.
type Side struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Title  string `json:"title,omitempty"`
}

// Kind says how something changed.
type Kind string

// The kinds of change.
const (
	Added    Kind = "added"
	Removed  Kind = "removed"
	Reworded Kind = "reworded"
)

// FieldChange is another value of something that the report says of itself.
type FieldChange struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// Chapter names a commitment by what it is called in the new report, or in
// the old one where the new has it no more.
type Chapter struct {
	Number int    `json:"number"`
	ID     string `json:"id,omitempty"`
	Title  string `json:"title,omitempty"`
	Row    int    `json:"row,omitempty"` // record of a table of published scores, the header being 1
}

// CommitmentChange is a commitment that only one report has, or whose words
// are others.
type CommitmentChange struct {
	Kind       Kind     `json:"kind"`
	Commitment Chapter  `json:"commitment"`
	Old        string   `json:"old,omitempty"`
	New        string   `json:"new,omitempty"`
	At         model.At `json:"at,omitempty"`
}

// ScoreChange is a score that is another one, or that is only in one report.
type ScoreChange struct {
	Commitment Chapter  `json:"commitment"`
	Member     string   `json:"member"`
	Name       string   `json:"name"`
	StatedIn   string   `json:"stated_in"` // table, heading, closing, matrix
	From       *int     `json:"from"`      // null: none
	To         *int     `json:"to"`
	OldAt      model.At `json:"old_at,omitempty"`
	NewAt      model.At `json:"new_at,omitempty"`
}

// AverageChange is a stated average that reads otherwise.
type AverageChange struct {
	Commitment *Chapter `json:"commitment"` // null: over several
	Scope      string   `json:"scope"`      // commitment, matrix-row, matrix-column, matrix-overall
	Member     string   `json:"member,omitempty"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	OldAt      model.At `json:"old_at,omitempty"`
	NewAt      model.At `json:"new_at,omitempty"`
}

// ActionChange is an action that is new, gone or says something else.
type ActionChange struct {
	Kind       Kind     `json:"kind"`
	Commitment Chapter  `json:"commitment"`
	Member     string   `json:"member"`
	Name       string   `json:"name"`
	Date       string   `json:"date,omitempty"`
	Old        string   `json:"old,omitempty"`
	New        string   `json:"new,omitempty"`
	OldAt      model.At `json:"old_at,omitempty"`
	NewAt      model.At `json:"new_at,omitempty"`
}

// FootnoteChange is a note that is new, gone or says something else.
type FootnoteChange struct {
	Kind      Kind     `json:"kind"`
	OldNumber int      `json:"old_number,omitempty"`
	NewNumber int      `json:"new_number,omitempty"`
	Old       string   `json:"old,omitempty"`
	New       string   `json:"new,omitempty"`
	OldAt     model.At `json:"old_at,omitempty"`
	NewAt     model.At `json:"new_at,omitempty"`
}

// FindingChange is a finding of the audit that appeared or went.
type FindingChange struct {
	Kind    Kind          `json:"kind"`
	Finding audit.Finding `json:"finding"`
}

// Empty says that nothing changed.
func (r *Result) Empty() bool {
	return len(r.Info)+len(r.Commitments)+len(r.Scores)+len(r.Averages)+len(r.Actions)+len(r.Footnotes)+len(r.Findings) == 0
}
