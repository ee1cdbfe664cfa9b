// Command blind measures a built recount with a folder of reports by strangers
// (see package eval/blind): a line for each paper and a total.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"recount.invalid/recount/eval/blind"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "blind:", err)
		os.Exit(1)
	}
}

func run() error {
	program := flag.String("program", "bin/recount", "the program that is measured")
	row := flag.String("row", "", "print the row of this round for docs/accuracy.md")
	commit := flag.String("commit", "unknown", "what the program was built from, for the row")
	show := flag.Int("show", 0, "print so many wrong fields, missed defects and false findings of each paper")
	flag.Parse()
	if flag.NArg() != 1 {
		return errors.New("usage: blind [FLAG …] FOLDER")
	}
	papers, err := blind.Measure(context.Background(), *program, flag.Arg(0))
	if err != nil {
		return err
	}
	for _, p := range papers {
		for _, f := range p.Failed {
			fmt.Fprintf(os.Stderr, "blind: %s: %s\n", p.Name, f)
		}
		fmt.Printf("%s: %s\n", p.Name, p.Result())
		for _, m := range p.Sheet.Misses[:min(*show, len(p.Sheet.Misses))] {
			fmt.Println("  ", m)
		}
		list("missed", p.Match.Missed, *show)
		list("false", p.Match.False, *show)
	}
	fmt.Printf("%d papers: %s\n", len(papers), blind.Total(papers))
	if *row != "" {
		fmt.Println(blind.Row(*row, *commit, papers))
	}
	return nil
}

func list(what string, lines []string, show int) {
	for _, l := range lines[:min(show, len(lines))] {
		fmt.Printf("   %s: %s\n", what, l)
	}
}
