package bulk

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/internal/spool"
	"recount.invalid/recount/model"
)

// Across gives the rows that come of holding reports against each other, those of each
// report at once, in any order; i is the report's place in held.
type Across func(ctx context.Context, held *Held, give func(i int, rows []dataset.TableRow) error) error

// Held are the reports of an import that are held against each other, each once. They
// wait on disk.
type Held struct {
	reports []heldReport
	records *spool.Records
}

// heldReport is where a report waits, and the place of its file in the manifest.
type heldReport struct {
	file   int
	sha256 string
	at     int64
}

func newHeld(dir string) *Held { return &Held{records: spool.New(dir)} }

// Len is how many reports they are.
func (h *Held) Len() int { return len(h.reports) }

// Report reads one, of those from 0 on.
func (h *Held) Report(i int) (*model.Report, error) {
	text, err := h.records.Get(h.reports[i].at, nil)
	if err != nil {
		return nil, err
	}
	r := new(model.Report)
	return r, json.Unmarshal(text, r)
}

func (h *Held) add(file int, reports []*model.Report) error {
	for _, r := range reports {
		text, err := json.Marshal(r)
		if err != nil {
			return err
		}
		at, err := h.records.Add(text)
		if err != nil {
			return err
		}
		h.reports = append(h.reports, heldReport{file, r.Source.Identity(), at})
	}
	return nil
}

// once puts the reports into the order of their files. A report that is there as JSON
// and as PDF is held once.
func (h *Held) once() {
	slices.SortStableFunc(h.reports, func(a, b heldReport) int { return cmp.Compare(a.file, b.file) })
	seen := map[string]bool{}
	h.reports = slices.DeleteFunc(h.reports, func(r heldReport) bool {
		again := seen[r.sha256]
		seen[r.sha256] = true
		return again
	})
}

// rows gives the rows of each file that come of it, and lets the reports go.
func (h *Held) rows(ctx context.Context, dir string, hold Across) (*acrossRows, error) {
	out := &acrossRows{records: spool.New(dir), places: map[int][]rowsOf{}}
	if hold != nil {
		h.once()
		if err := hold(ctx, h, func(i int, rows []dataset.TableRow) error { return out.add(h.reports[i].file, i, rows) }); err != nil {
			return nil, errors.Join(err, h.records.Close(), out.close())
		}
	}
	return out, h.records.Close()
}

// acrossRows are the rows that came of holding reports against each other, by the
// place of their file. They wait on disk.
type acrossRows struct {
	records *spool.Records
	places  map[int][]rowsOf
}

// rowsOf is where the rows of a report wait.
type rowsOf struct {
	report int
	at     int64
}

func (a *acrossRows) add(file, report int, rows []dataset.TableRow) error {
	if len(rows) == 0 {
		return nil
	}
	text, err := Encode(Outcome{Rows: rows})
	if err != nil {
		return err
	}
	at, err := a.records.Add(text)
	if err != nil {
		return err
	}
	a.places[file] = append(a.places[file], rowsOf{report, at})
	return nil
}

// of reads the rows of a file, those of its reports in their order.
func (a *acrossRows) of(file int) ([]dataset.TableRow, error) {
	places := slices.SortedFunc(slices.Values(a.places[file]), func(x, y rowsOf) int { return cmp.Compare(x.report, y.report) })
	var out []dataset.TableRow
	for _, p := range places {
		text, err := a.records.Get(p.at, nil)
		if err != nil {
			return nil, err
		}
		o, err := Decode(text)
		if err != nil {
			return nil, err
		}
		out = append(out, o.Rows...)
	}
	return out, nil
}

func (a *acrossRows) close() error { return a.records.Close() }
