package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/dataset/publish"
)

// placed says where a file's rows come and what all files together say of it.
type placed struct {
	Index   int64           `json:"index"`
	Shard   int             `json:"shard"`
	Decided dataset.Decided `json:"decided"`
	// Across are the packed rows that came of holding the file's reports against
	// those of others; none where nothing did.
	Across []byte `json:"across,omitempty"`
}

// togetherFn looks at all files together. It holds what they say packed, and one file
// at a time unpacked.
type togetherFn struct {
	Description []byte
	Shards      int
}

// ProcessElement is Beam's.
func (f *togetherFn) ProcessElement(ctx context.Context, _ int, all func(*Seen) bool, decided func(string, []byte), parts func(int, Part)) error {
	byPath := map[string]Seen{}
	var s Seen
	for all(&s) {
		byPath[s.File] = s
	}
	entries := make([]bulk.Entry, 0, len(byPath))
	for _, s := range byPath {
		e := bulk.Entry{Path: s.File, SHA256: s.SHA256, Bytes: s.Bytes, Corrected: s.Corrected}
		if s.Outcome == nil {
			e.Reason, e.Advice = s.Reason, s.Advice
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b bulk.Entry) int { return cmp.Compare(a.Path, b.Path) })
	load := func(e bulk.Entry) (bulk.Outcome, error) { return unpack(byPath[e.Path].Outcome) }

	o, err := options(f.Description)
	if err != nil {
		return err
	}
	// The rows of the files are finished elsewhere; kept is what is made of all.
	kept := &keeper{}
	w := dataset.NewTogether(o, kept)
	files, across, err := bulk.Together(ctx, w, onefile.Across(nil), entries, load)
	if err != nil {
		return err
	}
	kept.on = true
	for i, file := range files {
		if err := w.File(file); err != nil {
			return err
		}
		if entries[i].Reason != "" || file.Status == dataset.StatusDuplicate && w.InsteadOf(file.Path) == "" {
			continue // it has no rows, or those of the same bytes under another name
		}
		outcome, err := load(entries[i])
		if err != nil {
			return err
		}
		p := placed{Index: int64(i), Shard: i * f.Shards / len(files)}
		if rows := across[file.Path]; len(rows) > 0 {
			if p.Across, err = pack(bulk.Outcome{Rows: rows}); err != nil {
				return err
			}
		}
		p.Decided = w.Decided(file.Path, slices.Concat(outcome.Rows, across[file.Path]))
		text, err := json.Marshal(p)
		if err != nil {
			return err
		}
		decided(file.Path, text)
	}
	if err := w.Derive(); err != nil {
		return err
	}
	packed, err := pack(bulk.Outcome{Rows: kept.rows})
	if err != nil {
		return err
	}
	for shard := range f.Shards {
		parts(shard, Part{Index: -1}) // one without rows is written too
	}
	parts(f.Shards-1, Part{Index: int64(len(files)), Rows: packed})
	return nil
}

// options are those of the data set that recount.yaml decides.
func options(yaml []byte) (dataset.Options, error) {
	d, err := publish.ParseDescription(yaml)
	return dataset.Options{Description: d}, err
}

// keeper is a Sink that keeps rows while it is on.
type keeper struct {
	on   bool
	rows []dataset.TableRow
}

// Write is Sink's.
func (k *keeper) Write(table int, r dataset.Row) error {
	if k.on {
		k.rows = append(k.rows, dataset.TableRow{Table: table, Row: r})
	}
	return nil
}

// Close is Sink's.
func (k *keeper) Close() error { return nil }

// finishFn finishes the rows of a file by what all files together say of it.
type finishFn struct{ Description []byte }

// ProcessElement is Beam's.
func (f *finishFn) ProcessElement(_ context.Context, name string, outcomes, decided func(*[]byte) bool, parts func(int, Part)) error {
	var text, packed []byte
	if !decided(&text) {
		return nil // another file has its rows
	}
	if !outcomes(&packed) {
		return fmt.Errorf("%s: what was read of it was lost", name)
	}
	var p placed
	if err := json.Unmarshal(text, &p); err != nil {
		return err
	}
	outcome, err := unpack(packed)
	if err != nil {
		return err
	}
	o, err := options(f.Description)
	if err != nil {
		return err
	}
	if p.Across != nil {
		across, err := unpack(p.Across)
		if err != nil {
			return err
		}
		outcome.Rows = append(outcome.Rows, across.Rows...)
	}
	kept := &keeper{on: true}
	if err := dataset.NewPart(name, p.Decided, o, kept).Report(name, outcome.Rows); err != nil {
		return errors.Join(errors.New(name), err)
	}
	rows, err := pack(bulk.Outcome{Rows: kept.rows})
	if err != nil {
		return err
	}
	parts(p.Shard, Part{Index: p.Index, Rows: rows})
	return nil
}
