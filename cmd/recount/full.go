//go:build !lean

package main

import (
	"github.com/spf13/cobra"

	"recount.invalid/recount/bulk"
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
var buildAdvices = []advice{
	{errChanged, "wait until nobody writes to it and run the same command again"},
	{errTwice, "keep the one that is meant"},
	{bulk.ErrNotRegular, "copy what it gives into a file and give that"},
	{bulk.ErrNoReport, "name a folder that holds reports"},
}

// This program has everything: nothing is left to another (lean.go).

func makeRoom([]string) {}

func begin([]string) error { return nil }

func beforehand(*cobra.Command, []string) error { return nil }

func elsewhere(err error) error { return err }

// filesOfDataSets tells whether a file below a folder belongs to a data set there.
func filesOfDataSets() func(root, path string) bool { return new(bulk.DataSets).Hold }

// otherReaders are all here.
func otherReaders() {}
