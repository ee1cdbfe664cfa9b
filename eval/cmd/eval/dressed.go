package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"recount.invalid/recount/eval"
	"recount.invalid/recount/fixtures/press"
	"recount.invalid/recount/model"
)

// dressed prints fresh reports by the producers that are installed, reads
// them and says what was wrong.
func dressed(count int, seed uint64, only, keep string, show int) error {
	ctx := context.Background()
	if seed == 0 {
		seed = uint64(time.Now().Unix())
	}
	if only != "" {
		if _, err := press.Named(only); err != nil {
			return err
		}
	}
	fmt.Printf("seeds from %d\n", seed)
	cases, missing, err := eval.Dressed(ctx, count, seed, only)
	if err != nil {
		return err
	}
	for _, m := range missing {
		fmt.Println("missing:", m)
	}
	if keep != "" {
		if err := keepCases(keep, cases); err != nil {
			return err
		}
	}
	return tell(cases, show)
}

// tell reads the cases and prints, for each producer, the share of fields
// that are right and the first faults of each field.
func tell(cases []eval.Case, show int) error {
	res, err := eval.Measure(context.Background(), cases, nil)
	if err != nil {
		return err
	}
	for _, u := range res.Unread {
		fmt.Println("not read:", u)
	}
	if show == 0 {
		show = 5
	}
	for _, p := range press.Producers() {
		mine := func(c eval.Case) bool { return c.Producer == p.Name }
		n, warnings, falses, errs := 0, 0, 0, 0
		for i, c := range res.Cases {
			if mine(c) {
				n++
				warnings += res.Warnings[i]
			}
		}
		if n == 0 {
			continue
		}
		for _, f := range res.Audit.Falses {
			if strings.HasPrefix(f, p.Name+"/") {
				falses++
				if strings.Contains(f, " (error): ") {
					errs++
				}
			}
		}
		s := res.Total(mine)
		t := s.All()
		fmt.Printf("%-12s %3d reports, %d of %d fields right (%.2f %%), %d warnings, %d false findings, %d of severity error\n",
			p.Name, n, t.Right, t.Total, t.Percent(), warnings, falses, errs)
		perField := map[string]int{}
		for _, m := range s.Misses {
			if perField[m.Field]++; perField[m.Field] <= show {
				fmt.Println("   ", m)
			}
		}
	}
	for i, f := range res.Audit.Falses {
		if i < 10*show || strings.Contains(f, " (error): ") {
			fmt.Println("false:", f)
		}
	}
	return nil
}

// keptCases reads what keepCases wrote.
func keptCases(dir string) ([]eval.Case, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		return nil, err
	}
	var out []eval.Case
	for _, name := range names {
		name = strings.TrimSuffix(name, ".pdf")
		c := eval.Case{Truth: new(model.Report)}
		producer, seed, _ := strings.Cut(filepath.Base(name), "-")
		c.Producer, c.Name = producer, producer+"/dress "+seed
		if c.PDF, err = os.ReadFile(name + ".pdf"); err != nil {
			return nil, err
		}
		b, err := os.ReadFile(name + ".truth.json")
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, c.Truth); err != nil {
			return nil, fmt.Errorf("%s.truth.json: %w", name, err)
		}
		out = append(out, c)
	}
	return out, nil
}

// keepCases writes the PDFs with their sources and their truth, for looking.
func keepCases(dir string, cases []eval.Case) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, c := range cases {
		name := filepath.Join(dir, fmt.Sprintf("%s-%d", c.Producer, c.Options.Seed))
		truth, err := json.MarshalIndent(c.Truth, "", " ")
		if err != nil {
			return err
		}
		for ext, b := range map[string][]byte{".pdf": c.PDF, ".source": c.Source, ".truth.json": truth} {
			if err := os.WriteFile(name+ext, b, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
