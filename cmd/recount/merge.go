//go:build !lean

package main

import (
	"errors"

	"github.com/spf13/cobra"

	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
)

func newMerge() *cobra.Command {
	var dir string
	var formats []string
	var prune, quiet bool
	cmd := &cobra.Command{
		Use:   "merge DIR… -o DIR",
		Short: "Put the shards of an import together",
		Long: `Merge puts the data sets that recount build --shard made into one, the same to
the byte as that of a single run. Where DIR holds reports that the shards do
not, it stops and names them; --prune lets it go on.`,
		Example: `  recount merge shard0 shard1 shard2 -o dataset`,
		Args:    wants(1, -1, "the folders that recount build --shard made"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if dir == "" {
				return errors.New("say with -o DIR where the data set is to stand")
			}
			chosen, err := checkFormats(formats)
			if err != nil {
				return err
			}
			description, err := readDescription(dir)
			if err != nil {
				return err
			}
			sum, err := bulk.Merge(cmd.Context(), args, bulk.Options{Dir: dir, Formats: chosen, Version: versionNumber(), Prune: prune, Description: description, Across: onefile.Across(nil)})
			if err != nil {
				return buildError(cmd.ErrOrStderr(), dir, err)
			}
			return report(cmd, sum, quiet)
		},
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "", "`DIR` of the data set (needed)")
	registerFormats(cmd, &formats)
	registerPrune(cmd, &prune)
	cmd.Flags().BoolVar(&quiet, "quiet", false, "no averages; failures are still told")
	return cmd
}
