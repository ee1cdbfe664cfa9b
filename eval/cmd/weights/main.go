// Command weights counts how often each piece of evidence stands by a right and
// by a wrong claim, on a folder of reports whose truth is known (see package
// eval/weights), and prints one table.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"recount.invalid/recount/eval/weights"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "weights:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 2 {
		return errors.New("usage: weights FOLDER")
	}
	rows, err := weights.Count(context.Background(), os.Args[1])
	if err != nil {
		return err
	}
	return weights.Write(os.Stdout, rows)
}
