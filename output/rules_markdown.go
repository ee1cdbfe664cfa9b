package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"recount.invalid/recount/audit"
)

// RulesMarkdown writes the description of the audit's rules as Markdown: a
// table of all, then each with what it checks, why, an example and the
// convention that it relies on. docs/rules.md is this.
func RulesMarkdown(w io.Writer, rules []audit.Rule) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, "# The rules of the audit\n\n"+
		"This page is made from the rules themselves by `go generate ./output`; "+
		"`recount rules RULE` prints the same text.\n\n"+
		"A finding of severity **error** says that two things printed in the report do not fit together "+
		"and that no accepted convention explains it; it does not say who erred. "+
		"A **warning** is something that a careful reader would want to look at, a **note** a remark on form. "+
		"Every rule counts what it compared, what failed and what it could not decide.\n\n"+
		"| rule | severity | finds |\n| --- | --- | --- |\n")
	for _, r := range rules {
		fmt.Fprintf(out, "| [`%s`](#%s) | %s | %s |\n", r.ID, r.ID, r.Severity, cell(r.Title))
	}
	for _, r := range rules {
		fmt.Fprintf(out, "\n## %s\n\n%s (%s, since %s).\n", r.ID, sentence(r.Title), r.Severity, r.Since)
		for _, part := range []struct{ head, text string }{
			{"Checks", r.Checks}, {"Why", r.Why}, {"Example", r.Example}, {"Convention", r.Convention},
		} {
			if part.text != "" {
				fmt.Fprintf(out, "\n**%s.** %s\n", part.head, strings.TrimSpace(part.text))
			}
		}
	}
	// A bufio.Writer keeps its first error, so that it is enough to look here.
	return out.Flush()
}

// cell keeps a text inside its cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }

// sentence writes a clause with a capital first letter.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
