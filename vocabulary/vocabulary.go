// Package vocabulary holds the words by which reports are read, as data:
// member names, section headings, column names, score phrases, roles, months,
// currencies, forums. The data stands in the package's YAML files, embedded;
// a user's own file of the same form can add to it (With).
package vocabulary

import "io"

// Vocabulary is the words by which reports are read. It is read-only once
// made, so that several goroutines can share one.
type Vocabulary struct{}

// MemberMention is a member named in a text.
type MemberMention struct {
	Code       string // ISO 3166-1 alpha-3, EU or AU
	Name       string // as printed
	Start, End int    // code points of the text, End exclusive
}

// Default is the vocabulary that is built in.
func Default() *Vocabulary { return &Vocabulary{} }

// With is v and a user's additions: YAML of the same form as the files of
// this package. Unknown keys are errors that name the line.
func (v *Vocabulary) With(r io.Reader) (*Vocabulary, error) { return v, nil }

// Member is the code of a member by any usual name, abbreviation or code.
func (v *Vocabulary) Member(name string) (code string, ok bool) { return "", false }

// MemberPrefix is the longest member's name at the start of text.
func (v *Vocabulary) MemberPrefix(text string) (code, name, rest string, ok bool) {
	return "", "", text, false
}

// MembersIn gives the members named in text, in order.
func (v *Vocabulary) MembersIn(text string) []MemberMention { return nil }

// MemberName is the usual English name of a code; the code where it is unknown.
func (v *Vocabulary) MemberName(code string) string { return code }

// ForumMembers gives the members of a forum in a year, in the usual order.
func (v *Vocabulary) ForumMembers(forum string, year int) []string { return nil }

// Heading is the kind of section that a heading opens.
func (v *Vocabulary) Heading(text string) (kind string, ok bool) { return "", false }

// Column is the kind of a table's column by its head.
func (v *Vocabulary) Column(text string) (kind string, ok bool) { return "", false }

// AverageLabel says whether text labels a row or column of averages.
func (v *Vocabulary) AverageLabel(text string) bool { return false }

// Stage is the stage of a report that text names: interim, final, preliminary.
func (v *Vocabulary) Stage(text string) (stage string, ok bool) { return "", false }

// Forum is the first forum that text names.
func (v *Vocabulary) Forum(text string) (forum string, ok bool) { return "", false }

// Role is the kind of a role by its label ('Lead Analysts:').
func (v *Vocabulary) Role(text string) (role string, ok bool) { return "", false }

// NotApplicable says whether a cell states that there is no score.
func (v *Vocabulary) NotApplicable(cell string) bool { return false }
