package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
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

// versionLine says what the Go toolchain recorded of this build; a build
// outside version control knows no commit.
func versionLine() string {
	version, commit, dirty, goVersion := "(unknown)", "(unknown)", "", "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok {
		version, goVersion = info.Main.Version, info.GoVersion
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
	return fmt.Sprintf("recount %s, commit %s%s, %s", version, commit, dirty, goVersion)
}

// versionNumber is the version alone.
func versionNumber() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return ""
}
