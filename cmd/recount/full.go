//go:build !lean

package main

import (
	"github.com/spf13/cobra"

	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
)

// commands are the subcommands in the order in which help shows them; each
// stands in a file of its own.
var commands = []command{
	{"extract", newExtract},
	{"audit", newAudit},
	{"build", newBuild},
	{"merge", newMerge},
	{"pack", newPack},
	{"review", newReview},
	{"corrections", newCorrections},
	{"diff", newDiff},
	{"rules", newRules},
	{"schema", newSchema},
	{"demo", newDemo},
	{"version", newVersion},
	{"worker", newWorker},
}

// buildAdvices are what to do about errors of importing folders.
var buildAdvices = onefile.Advices

// This program has everything: nothing is left to another (lean.go).

func makeRoom([]string) {}

func asked([]string) []command { return commands }

func begin([]string) error { return nil }

func beforehand(*cobra.Command, []string) error { return nil }

func elsewhere(err error) error { return err }

// filesOfDataSets tells whether a file below a folder belongs to a data set there.
func filesOfDataSets() func(root, path string) bool { return new(bulk.DataSets).Hold }

// otherReaders are all here.
func otherReaders() {}
