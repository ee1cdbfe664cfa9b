package dataset_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/model"
)

// lines is a Sink that keeps rows as text, by their table.
type lines map[int][]string

func (l lines) Write(table int, r dataset.Row) error {
	l[table] = append(l[table], fmt.Sprint(r))
	return nil
}

func (lines) Close() error { return nil }

// What is decided of each file, carried as JSON, finishes its rows in another place
// as one writer does that has all files; the short tables are enough to decide.
func TestPartsAreTheWhole(t *testing.T) {
	interim, final := pair(t)
	whole, short := lines{}, lines{}
	w := dataset.NewTogether(dataset.Options{}, whole)
	decider := dataset.NewTogether(dataset.Options{}, short)
	var rows, few [][]dataset.TableRow
	names := []string{"a.pdf", "b.pdf"}
	clone := func(in []dataset.TableRow, keep func(int) bool) (out []dataset.TableRow) {
		for _, r := range in {
			if keep(r.Table) {
				out = append(out, dataset.TableRow{Table: r.Table, Row: slices.Clone(r.Row)})
			}
		}
		return out
	}
	all := func(int) bool { return true }
	for i, r := range []*model.Report{interim, final} {
		r.Source.SHA256 = strings.Repeat(string("ab"[i]), 64)
		result, err := audit.Run(context.Background(), r, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, dataset.RowsOf(r, &result, nil))
		few = append(few, clone(rows[i], dataset.Together))
		w.Announce(names[i], rows[i])
		decider.Announce(names[i], few[i])
	}
	parts := lines{}
	for i, name := range names {
		text, err := json.Marshal(decider.Decided(name, few[i]))
		if err != nil {
			t.Fatal(err)
		}
		var d dataset.Decided
		if err := json.Unmarshal(text, &d); err != nil {
			t.Fatal(err)
		}
		if len(d.Promises) == 0 || (len(d.Counts) > 0) != (name == "b.pdf") {
			t.Errorf("%s: %s: of two stages the final one counts", name, text)
		}
		if err := dataset.NewPart(name, d, dataset.Options{}, parts).Report(name, clone(rows[i], all)); err != nil {
			t.Fatal(err)
		}
		if err := w.Report(name, clone(rows[i], all)); err != nil {
			t.Fatal(err)
		}
		if err := decider.Report(name, few[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !maps.EqualFunc(whole, parts, slices.Equal) {
		t.Error("the parts' rows are not those of the whole")
	}
	clear(whole)
	clear(short)
	if err := w.Derive(); err != nil {
		t.Fatal(err)
	}
	if err := decider.Derive(); err != nil {
		t.Fatal(err)
	}
	if len(whole) < 4 || !maps.EqualFunc(whole, short, slices.Equal) {
		t.Errorf("%d tables are made of all files; of the short tables others", len(whole))
	}
}
