//go:build !lean

package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"recount.invalid/recount/bulk"
	"recount.invalid/recount/dataset/publish"
	"recount.invalid/recount/internal/atomicfile"
)

func newPack() *cobra.Command {
	var target string
	cmd := &cobra.Command{
		Use:   "pack DIR -o FILE",
		Short: "Write the archive of a data set for a repository",
		Long: `Pack writes a zip that a repository such as Zenodo takes: the tables in all forms
that the data set in DIR has, the codebook, CAUTIONS.md, CHANGES.md, CITATION.cff,
datapackage.json, recount.yaml, and made for the archive a README.md, zenodo.json
(the form of a deposit) and the sums of all files. The reports themselves are not
in it. The same data set gives the same bytes.

Title, authors, licence and version must stand in DIR/recount.yaml. The data set
must be what recount build wrote there, with this recount.yaml.`,
		Example: `  recount pack dataset -o compliance-1.0.zip`,
		Args:    wants(1, 1, "the folder of a data set"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if target == "" {
				return errors.New("say with -o FILE what the archive is to be called")
			}
			var packing error
			err := atomicfile.Write(target, func(w io.Writer) error {
				packing = bulk.Pack(cmd.Context(), args[0], w)
				return packing
			})
			switch {
			case packing != nil:
				return packError(args[0], packing)
			case err != nil:
				return failed(fmt.Errorf("%s: %s; %s", single(target), reason(bareError(err)), adviceForOutput(err)))
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&target, "output", "o", "", "`FILE` of the archive, written whole or not at all (needed)")
	return cmd
}

// packError says what kept an archive from being made, and what to do.
func packError(dir string, err error) error {
	var lacks *publish.LacksError
	var described *publish.DescriptionError
	var pack *bulk.PackError
	switch {
	case errors.As(err, &lacks):
		return failed(fmt.Errorf("%s: %s; fill it in and run recount build again", single(dir), single(err.Error())))
	case errors.As(err, &described):
		return failed(fmt.Errorf("%s; mend it", single(err.Error())))
	case errors.As(err, &pack):
		return failed(fmt.Errorf("%s; run recount build again", single(err.Error())))
	}
	return failed(fmt.Errorf("%s: %s; %s", single(dir), reason(bareError(err)), adviceForOutput(err)))
}
