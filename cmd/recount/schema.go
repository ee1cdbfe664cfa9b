package main

import (
	"github.com/spf13/cobra"

	"recount.invalid/recount/output"
)

func newSchema() *cobra.Command {
	var which choice
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of what extract and audit print",
		Long: `Schema prints the JSON Schema (draft 2020-12) of the JSON that extract and
audit --format json print. It is one schema for both; --of chooses one.`,
		Args: wants(0, 0, "schema takes none"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := cmd.OutOrStdout().Write(output.Schema(which.String())); err != nil {
				return failed(err)
			}
			return nil
		},
	}
	which.register(cmd, "of", "which output", "all", "report", "audit")
	return cmd
}
