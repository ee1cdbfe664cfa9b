package eval

import (
	"context"
	"fmt"
	"sync"

	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/fixtures/press"
)

// Dressed prints so many reports by each producer that is installed, in
// random dresses of the seeds from first on: for looking, not for the
// baseline. It names the producers that are missing and the reports that
// could not be printed. With only, no other producer is asked.
func Dressed(ctx context.Context, count int, first uint64, only string) (cases []Case, missing []string, err error) {
	type job struct {
		p    press.Producer
		seed uint64
	}
	var jobs []job
	for i, p := range press.Producers() {
		if only != "" && p.Name != only {
			continue
		}
		if !p.Installed() {
			missing = append(missing, fmt.Sprintf("%s (no %s)", p.Name, p.Program))
			continue
		}
		for k := range count {
			// Every producer has seeds of its own.
			jobs = append(jobs, job{p, first + uint64(i*count+k)})
		}
	}
	results := make([]Case, len(jobs))
	failures := make([]error, len(jobs))
	var wg sync.WaitGroup
	slots := make(chan struct{}, 2)
	for i, j := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			results[i], failures[i] = dressed(ctx, j.p, j.seed)
		}()
	}
	wg.Wait()
	for i, c := range results {
		if failures[i] != nil {
			missing = append(missing, failures[i].Error())
			continue
		}
		cases = append(cases, c)
	}
	return cases, missing, ctx.Err()
}

func dressed(ctx context.Context, p press.Producer, seed uint64) (Case, error) {
	o := fixtures.Dressed(seed)
	c := Case{Name: fmt.Sprintf("%s/dress %d (%s)", p.Name, seed, o.Style), Style: o.Style, Producer: p.Name, Options: o}
	source, truth, err := fixtures.Source(o, p.Form)
	if err != nil {
		return c, fmt.Errorf("%s: %w", c.Name, err)
	}
	if c.PDF, err = p.Print(ctx, source); err != nil {
		return c, fmt.Errorf("%s: %w", c.Name, err)
	}
	c.Truth, c.Source = truth, source
	return c, nil
}
