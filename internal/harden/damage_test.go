package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recount.invalid/recount/fixtures/sample"
)

// The same seed makes the same damage; every kind changes something.
func TestDamage(t *testing.T) {
	target := newTarget("sample.pdf", sample.PDF)
	if len(target.outside) == 0 || len(target.objects) == 0 {
		t.Fatalf("%d bytes outside streams, %d objects", len(target.outside), len(target.objects))
	}
	for i, k := range kinds {
		first, what := k.do(target, bytes.Clone(target.bytes), rand.New(rand.NewPCG(7, 1)))
		again, _ := k.do(target, bytes.Clone(target.bytes), rand.New(rand.NewPCG(7, 1)))
		if !bytes.Equal(first, again) {
			t.Errorf("kind %d, %s: another damage by the same seed", i, what)
		}
		if bytes.Equal(first, target.bytes) {
			t.Errorf("kind %d, %s: nothing was changed", i, what)
		}
	}
}

// TestDamageMode damages the sample a few times; nothing may be silent.
func TestDamageMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(path, sample.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run(t.Context(), &out, []string{"damage", "-seed", "3", "-n", "20", path}); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if !strings.Contains(out.String(), "| all | 20 |") {
		t.Errorf("no table of 20:\n%s", out.String())
	}
}

func TestJudge(t *testing.T) {
	with := func(content string, change func(*reading)) *reading {
		r := &reading{content: map[string]any{"a": content}, warnings: map[[2]string]bool{}, errors: map[string]bool{}}
		if change != nil {
			change(r)
		}
		return r
	}
	sound := with("x", func(r *reading) { r.warnings[[2]string{"old", ""}] = true })
	for _, c := range []struct {
		got  *reading
		want verdict
	}{
		{with("x", nil), same},
		{with("y", nil), silent},
		{with("y", func(r *reading) { r.warnings[[2]string{"old", ""}] = true }), silent},
		{with("y", func(r *reading) { r.warnings[[2]string{"new", ""}] = true }), warned},
		{with("y", func(r *reading) { r.repairs = []string{"one"} }), onlyRepair},
		{with("x", func(r *reading) { r.errors["rule: words"] = true }), newError},
		{with("", func(r *reading) { r.err = errors.New("no PDF") }), refused},
		{with("", func(r *reading) { r.err = fmt.Errorf("%w: index", errCrash) }), crashed},
		{with("", func(r *reading) { r.err = errHung }), hung},
	} {
		if got, _ := judge(sound, c.got); got != c.want {
			t.Errorf("%+v: %s, want %s", c.got, got, c.want)
		}
	}
}
