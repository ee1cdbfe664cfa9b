//go:build !lean

package main

import (
	"github.com/spf13/cobra"

	"recount.invalid/recount/bulk/onefile"
)

// commands are the subcommands in the order in which help shows them; each
// stands in a file of its own.
var commands = []func() *cobra.Command{
	newExtract,
	newAudit,
	newBuild,
	newMerge,
	newPack,
	newReview,
	newCorrections,
	newDiff,
	newRules,
	newSchema,
	newDemo,
	newVersion,
	newWorker,
}

// buildAdvices are what to do about errors of importing folders.
var buildAdvices = onefile.Advices

// This program has everything: nothing is left to another (lean.go).

func makeRoom([]string) {}

func begin([]string) error { return nil }

func beforehand(*cobra.Command, []string) error { return nil }

func elsewhere(err error) error { return err }
