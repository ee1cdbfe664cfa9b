package audit

import (
	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"

	// The rules register themselves.
	_ "recount.invalid/recount/audit/internal/dates"
	_ "recount.invalid/recount/audit/internal/figures"
	_ "recount.invalid/recount/audit/internal/front"
	_ "recount.invalid/recount/audit/internal/matrices"
	_ "recount.invalid/recount/audit/internal/notes"
	_ "recount.invalid/recount/audit/internal/rubrics"
	_ "recount.invalid/recount/audit/internal/scores"
	_ "recount.invalid/recount/audit/internal/texts"
)

// What a rule is and finds. The types stand in a package of their own, because
// the rules need them and this package needs the rules.
type (
	// Rule is one check and everything that is said about it anywhere.
	Rule = rule.Rule
	// Pass is what a rule sees of one run.
	Pass = rule.Pass
	// Severity grades a rule: Error, Warning or Note.
	Severity = rule.Severity
	// Finding says that two things in a report do not fit together.
	Finding = rule.Finding
	// Count is what one rule did.
	Count = rule.Count
	// Reason says why cases were left undecided, and how many.
	Reason = rule.Reason
	// Reading says whether a member's conclusion reaches the level awarded.
	Reading = rule.Reading
	// RubricCoverage says how much of a text of a rubric was understood.
	RubricCoverage = rule.RubricCoverage
	// UnknownRuleError is returned when a rule that does not exist was selected,
	// skipped or waived.
	UnknownRuleError = rule.UnknownRuleError
	// Summit is a meeting of a forum's leaders.
	Summit = calendar.Summit
)

// The severities, worst first.
const (
	// Error is an accusation that must hold in public.
	Error = rule.Error
	// Warning is something a careful reader would want to look at.
	Warning = rule.Warning
	// Note is a remark on form.
	Note = rule.Note
)

// Rules gives every rule, sorted by ID. The slice is the caller's own.
func Rules() []Rule { return rule.Rules() }

// Lookup gives the rule with that ID.
func Lookup(id string) (Rule, bool) { return rule.Lookup(id) }

// Summits is the list of summits, each forum's in the order of time.
func Summits() []Summit { return calendar.Summits() }

// FindSummit finds a summit by its forum under any of its names in use (G7 and G8 are
// one), its year and its name or the letter behind its year; where neither is known, it
// must be the only one of the year. A forum of a vocabulary of one's own is known by its
// family (vocabulary.ForumFamily).
func FindSummit(forum string, year int, name, letter string) (Summit, bool) {
	return calendar.FindSummit(vocabulary.Default(), forum, year, name, letter)
}

// OfFile reports whether a warning is about the file: what of it could not be
// read, is not seen, or is shown otherwise by others or by an earlier revision. All
// others are about what stands in the report.
func OfFile(w model.Warning) bool { return rule.OfFile(w) }
