package bulk

import (
	"context"
	"errors"
	"testing"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/model"
)

// Reports are held in the order of their files, each once, and the rows that come of it
// are those of their files, in the order of the reports, whenever they are given.
func TestHeldInOrder(t *testing.T) {
	report := func(sum string) *model.Report { return &model.Report{Source: model.Source{SHA256: sum}} }
	held := newHeld(t.TempDir())
	for _, f := range []struct {
		file    int
		reports []*model.Report
	}{{3, []*model.Report{report("c"), report("d")}}, {0, []*model.Report{report("a")}}, {1, nil}, {2, []*model.Report{report("b"), report("c")}}} {
		if err := held.add(f.file, f.reports); err != nil {
			t.Fatal(err)
		}
	}
	const column = 0
	table := dataset.Tables()[0]
	across, err := held.rows(context.Background(), t.TempDir(), func(_ context.Context, held *Held, give func(int, []dataset.TableRow) error) error {
		for i := held.Len() - 1; i >= 0; i-- {
			r, err := held.Report(i)
			if err != nil {
				return err
			}
			if r.Source.SHA256 == "d" {
				continue // nothing comes of it
			}
			row := make(dataset.Row, len(table.Columns))
			row[column] = dataset.Cell{Set: true, Text: r.Source.SHA256}
			if err := give(i, []dataset.TableRow{{Table: 0, Row: row}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range []string{"a", "", "bc", ""} {
		rows, err := across.of(file)
		got := ""
		for _, r := range rows {
			got += r.Row[column].Text
		}
		if err != nil || got != want {
			t.Errorf("file %d: %q, %v; want %q", file, got, err, want)
		}
	}
	if err := across.close(); err != nil {
		t.Error(err)
	}
}

// An error of holding is given on, and nobody to hold gives no rows.
func TestNothingHeld(t *testing.T) {
	stop := errors.New("stop")
	if _, err := newHeld("").rows(context.Background(), "", func(context.Context, *Held, func(int, []dataset.TableRow) error) error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
	across, err := newHeld("").rows(context.Background(), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := across.of(0); err != nil || len(rows) > 0 {
		t.Error(rows, err)
	}
}
