package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"recount.invalid/recount/audit"
)

// oneOf completes an argument that is one of some words.
func oneOf(words []string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// listOf completes a list divided by commas: words that are not in it yet.
func listOf(words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		taken := strings.Split(before, ",")
		var out []string
		for _, w := range words {
			if name, _, _ := strings.Cut(w, "\t"); !slices.Contains(taken, name) {
				out = append(out, before+w)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// ruleWords are the ids of the rules, each with what it finds.
func ruleWords() []string {
	var out []string
	for _, r := range audit.Rules() {
		out = append(out, cobra.CompletionWithDesc(r.ID, r.Title))
	}
	return out
}

// rulesCompleted completes the id of a rule, or a list of them.
func rulesCompleted(complete func([]string) cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		return complete(ruleWords())(cmd, args, typed)
	}
}

// completes ties a flag to what completes it.
func completes(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // a flag that the command does not have: a slip in its own file
	}
}
