package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"recount.invalid/recount/audit"
)

func newRules() *cobra.Command {
	return &cobra.Command{
		Use:   "rules [RULE]",
		Short: "Explain what the audit checks",
		Long: `Rules lists every rule of the audit with its severity. With the id of a rule
it says what the rule checks and why, with an example and the convention that
it relies on.`,
		Example: `  recount rules
  recount rules average-stated`,
		Args:              wants(0, 1, "rules takes the name of one rule"),
		ValidArgsFunction: rulesCompleted(oneOf),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listRules(cmd.OutOrStdout())
			}
			r, ok := audit.Lookup(args[0])
			if !ok {
				return &audit.UnknownRuleError{ID: args[0]}
			}
			return explainRule(cmd.OutOrStdout(), r)
		},
	}
}

func listRules(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range audit.Rules() {
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.ID, r.Severity, r.Title)
	}
	if err := table.Flush(); err != nil {
		return failed(err)
	}
	return nil
}

func explainRule(w io.Writer, r audit.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, since %s)\n%s\n", r.ID, r.Severity, r.Since, r.Title)
	for _, part := range []struct{ head, text string }{
		{"What it checks", r.Checks},
		{"Why", r.Why},
		{"Example", r.Example},
		{"Convention", r.Convention},
	} {
		if part.text != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", part.head, indentText(wrap(part.text, 76), "  "))
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return failed(err)
	}
	return nil
}

// wrap breaks paragraphs at spaces so that no line has more than width
// characters, longer words aside.
func wrap(text string, width int) string {
	var out []string
	for para := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		line := ""
		for _, word := range strings.Fields(para) {
			if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
				out = append(out, line)
				line = ""
			}
			if line != "" {
				line += " "
			}
			line += word
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func indentText(text, by string) string {
	return by + strings.ReplaceAll(text, "\n", "\n"+by)
}
