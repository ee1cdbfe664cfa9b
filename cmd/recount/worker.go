//go:build !lean

package main

import (
	"context"
	"os"
	"os/exec"
	"time"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
)

// newWorker is the hidden command that build starts to read files.
func newWorker() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Short:  "Read files for recount build",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := onefile.Serve(context.Background(), os.Stdin, cmd.OutOrStdout(), workerOptions); err != nil {
				return failed(err)
			}
			return nil
		},
	}
}

// workerOptions are how a worker reads files.
func workerOptions(c onefile.Config) (recount.Options, error) {
	flags := readFlags{password: c.Password, reader: c.Reader, limits: c.Limits, vocabulary: c.Vocabulary, incomplete: c.Incomplete, crossCheck: c.CrossCheck, corrections: c.Corrections}
	return flags.options()
}

// workers gives what makes workers of this program.
func workers(c onefile.Config, limit time.Duration) (func() (bulk.Worker, error), error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return onefile.Workers(func() *exec.Cmd {
		// The first argument stays as it is: by it a program that has
		// several names knows which one it is.
		return &exec.Cmd{Path: exe, Args: []string{os.Args[0], "worker"}}
	}, c, limit)
}
