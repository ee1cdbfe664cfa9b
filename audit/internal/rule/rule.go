package rule

// Severity grades a rule. The order of the three is Error, Warning, Note.
type Severity string

// The severities, worst first.
const (
	// Error is an accusation that must hold in public.
	Error Severity = "error"
	// Warning is something a careful reader would want to look at.
	Warning Severity = "warning"
	// Note is a remark on form.
	Note Severity = "note"
)

// Rank orders severities: 3 for Error, 2 for Warning, 1 for Note, 0 for
// anything else.
func (s Severity) Rank() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Note:
		return 1
	}
	return 0
}

// Rule is one check and everything that is said about it anywhere.
type Rule struct {
	// ID is the name in kebab-case, never reused for another check.
	ID string
	// Severity is that of its findings, see Finding.
	Severity Severity
	// Title is what a finding of this rule means, one clause, no full stop.
	Title string
	// Checks says what is compared with what, in plain sentences.
	Checks string
	// Why says what goes wrong for a reader when the check fails.
	Why string
	// Example is an invented case in which the rule fires, and, from the words
	// "Near miss" on, those beside it in which it does not. A test executes it
	// (audit/rule_examples_test.go): every figure, day, name and quotation in it
	// stands in a report that is audited there, or in what the rule says of that.
	Example string
	// Convention is what the rule relies on: the rounding, the counting or
	// the source (a paper, a standard, the reports' own usage).
	Convention string
	// Since is the version of recount that first had the rule.
	Since string
	// RunsOn says that the rule follows the text, or the numbers of notes, from
	// page to page: in a chapter whose pages are not in order it finds nothing.
	RunsOn bool
	// Run looks at one report. It never panics on a report with missing
	// parts: every field of model may be absent.
	Run func(*Pass)
}
