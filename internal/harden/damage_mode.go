package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// errHarm says that damage was not told of.
var errHarm = errors.New("damage is read in silence, accuses, crashes or hangs (see above)")

// damageMode damages each file that is named so often, or all in turn for so long.
func damageMode(ctx context.Context, w io.Writer, args []string) error {
	flags := flag.NewFlagSet("damage", flag.ContinueOnError)
	seed := seedFlag(flags)
	count := flags.Int("n", 100, "how often each file is damaged")
	length := flags.Duration("for", 0, "damage the files in turn for so long instead")
	keep := flags.String("keep", "", "a `folder` for the files that were read in silence, accuse, crash or hang")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("usage: harden damage [FLAGS] FILE…")
	}
	folder, err := os.MkdirTemp("", "recount-harden")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system clears what stays
	var runs []*damageRun
	for _, path := range flags.Args() {
		r, err := newDamageRun(ctx, folder, path, *seed)
		if err != nil {
			return err
		}
		r.keep = *keep
		runs = append(runs, r)
	}
	fmt.Fprintf(w, "seed %d\n\n", *seed)
	began := time.Now()
	more := func(done int) bool {
		if *length > 0 {
			return time.Since(began) < *length
		}
		return done < *count
	}
	for n := 0; more(n) && ctx.Err() == nil; n++ {
		for _, r := range runs {
			if err := r.once(ctx, w, n); err != nil {
				return err
			}
			if *length > 0 && !more(n) {
				break
			}
		}
	}
	return damageTable(w, runs)
}

// damageRun is a file that is damaged again and again.
type damageRun struct {
	*target
	folder, keep string
	seed         uint64
	random       *rand.Rand
	sound        *reading
	counts       map[verdict]int
	all          int
}

func newDamageRun(ctx context.Context, folder, path string, seed uint64) (*damageRun, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	sound, err := read(ctx, folder, name, data)
	if err == nil {
		err = sound.err
	}
	if err != nil {
		return nil, fmt.Errorf("%s: the sound file: %w", path, err)
	}
	return &damageRun{
		target: newTarget(name, data), folder: folder, seed: seed,
		random: rand.New(rand.NewPCG(seed, uint64(len(data)))), sound: sound, counts: map[verdict]int{},
	}, nil
}

// once damages the file once and tells of what must not be.
func (r *damageRun) once(ctx context.Context, w io.Writer, n int) error {
	data, what := r.damaged(r.random)
	got, err := read(ctx, r.folder, r.name, data)
	if err != nil || ctx.Err() != nil {
		return err
	}
	v, why := judge(r.sound, got)
	r.counts[v]++
	r.all++
	if !bad[v] && v != onlyRepair {
		return nil
	}
	fmt.Fprintf(w, "%s, number %d, %s: %s %s\n", r.name, n, what, v, why)
	if r.keep == "" {
		return nil
	}
	kept := fmt.Sprintf("%s-%d-%d-%s.pdf", strings.TrimSuffix(r.name, ".pdf"), r.seed, n, strings.ReplaceAll(string(v), " ", "-"))
	if err := os.MkdirAll(r.keep, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.keep, kept), data, 0o600)
}

// damageTable prints a row for each file, and one for all.
func damageTable(w io.Writer, runs []*damageRun) error {
	fmt.Fprint(w, "\n| file | damaged |")
	for _, v := range verdicts {
		fmt.Fprintf(w, " %s |", v)
	}
	fmt.Fprint(w, "\n|---|---:|"+strings.Repeat("---:|", len(verdicts))+"\n")
	all := &damageRun{target: &target{name: "all"}, counts: map[verdict]int{}}
	for _, r := range runs {
		r.row(w)
		all.all += r.all
		for v, n := range r.counts {
			all.counts[v] += n
		}
	}
	all.row(w)
	for v := range bad {
		if all.counts[v] > 0 {
			return errHarm
		}
	}
	return nil
}

func (r *damageRun) row(w io.Writer) {
	fmt.Fprintf(w, "| %s | %d |", r.name, r.all)
	for _, v := range verdicts {
		fmt.Fprintf(w, " %d |", r.counts[v])
	}
	fmt.Fprintln(w)
}
