package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// wants checks the number of arguments and says in the user's words what a
// command takes; most below least is no bound.
func wants(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("say what to read: %s", what)
		case most >= least && len(args) > most:
			return fmt.Errorf("%q is one too many: %s", args[most], what)
		}
		return nil
	}
}
