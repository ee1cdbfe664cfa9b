// Command eval measures recount against the known truth of all fixtures and
// writes its part of docs/accuracy.md, and eval/baseline.json (see package
// eval). It is run from the top of the project.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"recount.invalid/recount/eval"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run() error {
	show := flag.Int("show", 0, "print so many misses of each field")
	sweep := flag.Int("sweep", 0, "measure so many other seeds of each style instead, and write no files")
	dry := flag.Bool("n", false, "write no files")
	dress := flag.Int("dress", 0, "measure so many fresh reports in random dresses by each producer that is installed instead, and write no files")
	seed := flag.Uint64("seed", 0, "first seed of -dress; 0: by the clock")
	only := flag.String("producer", "", "only this producer of -dress")
	keep := flag.String("keep", "", "directory for the PDFs, sources and truth of -dress")
	again := flag.String("again", "", "measure the reports that -dress kept in a directory once more")
	dir := flag.String("dir", ".", "top of the project")
	flag.Parse()
	if *dress > 0 {
		return dressed(*dress, *seed, *only, *keep, *show)
	}
	if *again != "" {
		cases, err := keptCases(*again)
		if err != nil {
			return err
		}
		return tell(cases, *show)
	}
	res, err := measure(*sweep)
	if err != nil {
		return err
	}
	all := res.Total(func(eval.Case) bool { return true })
	seen := map[string]int{}
	for _, m := range all.Misses {
		if seen[m.Field]++; seen[m.Field] <= *show {
			fmt.Println(m)
		}
	}
	for _, u := range res.Unread {
		fmt.Println("not read:", u)
	}
	for _, g := range eval.Groups() {
		t := all.Group(g)
		fmt.Printf("%-14s %6d of %6d  %6.2f %%\n", g, t.Right, t.Total, t.Percent())
	}
	t := all.All()
	fmt.Printf("%-14s %6d of %6d  %6.2f %%\n", "all", t.Right, t.Total, t.Percent())
	for i, f := range res.Audit.Falses {
		if i < 10**show {
			fmt.Println("false:", f)
		}
	}
	planted, found, other, falses := 0, 0, 0, 0
	for _, r := range res.Audit.Rules {
		planted += r.Planted
		found += r.Found
		other += r.Other
		falses += r.False
	}
	fmt.Printf("audit: %d planted, %d found, %d by another rule, %d missed, %d false (%d of severity error)\n",
		planted, found, other, planted-found-other, falses, res.Audit.Errors)
	for _, n := range res.Diff.Names() {
		c := res.Diff.Kinds[n]
		fmt.Printf("diff %s: %d made, %d found, %d false\n", n, c.Made, c.Found, c.False)
	}
	if *dry || *sweep > 0 {
		return nil
	}
	others, err := measure(heldOut)
	if err != nil {
		return err
	}
	accuracy := filepath.Join(*dir, "docs", "accuracy.md")
	was, err := os.ReadFile(accuracy)
	if err != nil {
		return err
	}
	page, err := eval.Page(string(was), eval.Markdown(res, others))
	if err != nil {
		return fmt.Errorf("%s: %w", accuracy, err)
	}
	if err := os.WriteFile(accuracy, []byte(page), 0o644); err != nil {
		return err
	}
	base, err := eval.NewBaseline(res).Encode()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*dir, "eval", "baseline.json"), base, 0o644)
}

// heldOut is how many other seeds of each style the document shows.
const heldOut = 12

func measure(sweep int) (*eval.Result, error) {
	if sweep == 0 {
		return eval.Run(context.Background())
	}
	cases, err := eval.Sweep(sweep)
	if err != nil {
		return nil, err
	}
	return eval.Measure(context.Background(), cases, nil)
}
