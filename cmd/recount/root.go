package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"recount.invalid/recount/model"
)

// run is the program without the process: arguments in, exit status out.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if err := begin(args); err != nil {
		status, tell := statusOf(err)
		fmt.Fprintf(stderr, "recount: %s\n", told(tell))
		return status
	}
	root := newRoot(asked(args))
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	status, tell := statusOf(err)
	if tell != nil {
		fmt.Fprintf(stderr, "recount: %s\n", told(tell))
	}
	if status == statusUsage {
		fmt.Fprintf(stderr, "Try: %s --help\n", cmd.CommandPath())
	}
	return status
}

// told is an error as the user reads it: one of standard output says so, and
// what to do.
func told(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) && pathErr.Path == os.Stdout.Name() {
		return fmt.Sprintf("standard output: %v; %s", pathErr.Err, adviceForOutput(err))
	}
	return shownLines(err.Error())
}

// shownLines is a message of one line or several, as it can be shown.
func shownLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = model.Visible(line)
	}
	return strings.Join(lines, "\n")
}

// command is a subcommand and what it is called.
type command struct {
	name string
	make func() *cobra.Command
}

// newRoot makes the program with the given subcommands.
func newRoot(commands []command) *cobra.Command {
	root := &cobra.Command{
		Use:   "recount",
		Short: "Read a published compliance report and count again",
		Long: `recount reads the compliance reports that research groups publish on the
promises of summits (G7, G8, G20, BRICS): a PDF in, its scores, dated actions,
footnotes and averages out as data with their place on the page, and every
figure counted again.

Data goes to standard output, everything else to standard error.
Exit status: 0 done; 1 the audit found something; 2 wrong use; 3 an input
could not be read (the others are still done).`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       versionNumber(),
		Args:          cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			// No command is wrong use, and its help is no data.
			cmd.SetOut(cmd.ErrOrStderr())
			if err := cmd.Help(); err != nil {
				return failed(err)
			}
			return &statusError{status: statusUsage, err: errors.New("name a command")}
		},
	}
	// What was recorded of the build is looked up when it is asked for.
	cobra.AddTemplateFunc("build", versionLine)
	root.SetVersionTemplate("{{build}}\n")
	root.PersistentPreRunE = beforehand
	root.CompletionOptions.HiddenDefaultCmd = true
	root.CompletionOptions.DisableDefaultCmd = len(commands) == 1 // nobody asked for it
	for _, c := range commands {
		root.AddCommand(c.make())
	}
	return root
}
