package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print version, commit and Go version",
		Args:  wants(0, 0, "version takes none"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := fmt.Fprintln(cmd.OutOrStdout(), versionLine()); err != nil {
				return failed(err)
			}
			return nil
		},
	}
}

// versionLine is the version with what the Go toolchain recorded of this build;
// a build outside version control knows no commit.
func versionLine() string {
	commit, dirty, goVersion := "(unknown)", "", "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok {
		goVersion = info.GoVersion
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				commit = s.Value
			case "vcs.modified":
				if s.Value == "true" {
					dirty = " (changed since)"
				}
			}
		}
	}
	return fmt.Sprintf("recount %s, commit %s%s, %s", versionNumber(), commit, dirty, goVersion)
}

// versionNumber is the version alone, as its tag has it.
func versionNumber() string { return "v" + recount.Version }
