package bulk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount/dataset"
)

// reports writes the reports in the order of their files, and gives the files as
// table files has them. The results are loaded twice, because which reports count is
// known only when all have been seen, and memory must not grow with their rows.
// What waits on disk lies in dir. across are the rows that come of holding the reports
// against each other; the caller closes them.
func (m manifest) reports(ctx context.Context, w *dataset.Writer, hold Across, dir string, load func(entry) (Outcome, error)) (files []dataset.File, across *acrossRows, err error) {
	held, err := m.announce(ctx, w, dir, load)
	if err != nil {
		return nil, nil, err
	}
	if across, err = held.rows(ctx, dir, hold); err != nil {
		return nil, nil, err
	}
	files, err = m.written(ctx, w, across, load)
	if err != nil {
		return nil, nil, errors.Join(err, across.close())
	}
	return files, across, nil
}

// written writes the reports that were announced.
func (m manifest) written(ctx context.Context, w *dataset.Writer, across *acrossRows, load func(entry) (Outcome, error)) ([]dataset.File, error) {
	files := make([]dataset.File, 0, len(m.Files))
	keep := m.keepers()
	for i, e := range m.Files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f := dataset.File{Path: e.Path, SHA256: e.SHA256, Bytes: e.Bytes}
		switch {
		case e.unread():
			f.Status, f.Reason, f.Advice = dataset.StatusUnreadable, e.Reason, e.Advice
		case keep[e.SHA256] != i:
			f.Status, f.Of = dataset.StatusDuplicate, m.Files[keep[e.SHA256]].Path
		default:
			o, err := load(e)
			if err != nil {
				return nil, err
			}
			more, err := across.of(i)
			if err != nil {
				return nil, err
			}
			f.Status, f.Reason, f.Advice = o.Status, o.Reason, o.Advice
			if err := w.Report(e.Path, slices.Concat(o.Rows, more)); err != nil {
				return nil, fmt.Errorf("%s: %w", e.Path, err)
			}
			if other := w.InsteadOf(e.Path); other != "" {
				f.Status, f.Of = dataset.StatusDuplicate, other
			}
		}
		files = append(files, f)
	}
	return files, nil
}

// announce tells the writer of every report that is going to be written, and gives
// what is held against each other. The JSON of a report comes before its PDF:
// whoever keeps both has corrected it.
func (m manifest) announce(ctx context.Context, w *dataset.Writer, dir string, load func(entry) (Outcome, error)) (*Held, error) {
	keep := m.keepers()
	held := newHeld(dir)
	for _, json := range []bool{true, false} {
		for i, e := range m.Files {
			if err := ctx.Err(); err != nil {
				return nil, errors.Join(err, held.records.Close())
			}
			if e.unread() || keep[e.SHA256] != i || json != strings.HasPrefix(strings.ToLower(filepath.Ext(e.Path)), ".json") {
				continue
			}
			o, err := load(e)
			if err == nil {
				w.Announce(e.Path, o.Rows)
				err = held.add(i, o.Held)
			}
			if err != nil {
				return nil, errors.Join(err, held.records.Close())
			}
		}
	}
	return held, nil
}

// Entry is a file of an import by another engine than Build.
type Entry struct {
	Path   string // by which the data set calls it
	SHA256 string // of its bytes, in hexadecimal; empty where it could not be opened
	Bytes  int64
	// Corrected says that corrections are about it: of files with the same bytes it
	// is the one that is taken.
	Corrected bool
	// Reason and Advice say why it has no outcome; empty where it has one.
	Reason, Advice string
}

// Together writes the reports of an import by another engine than Build, as Build
// does: the entries are in the order of their paths, load gives an entry's outcome, of
// which the tables that dataset.Together names are enough, and is called twice; hold
// holds the reports against each other, nil does not. It
// gives the files as table files is to have them, and by their paths the rows that
// came of holding, which w was given with each file's own.
func Together(ctx context.Context, w *dataset.Writer, hold Across, entries []Entry, load func(Entry) (Outcome, error)) ([]dataset.File, map[string][]dataset.TableRow, error) {
	m := manifest{Files: make([]entry, len(entries))}
	byPath := make(map[string]Entry, len(entries))
	for i, e := range entries {
		m.Files[i] = entry{Path: e.Path, SHA256: e.SHA256, Bytes: e.Bytes, Reason: e.Reason, Advice: e.Advice}
		if e.Corrected {
			m.Files[i].Key = "corrected"
		}
		byPath[e.Path] = e
	}
	files, rows, err := m.reports(ctx, w, hold, "", func(e entry) (Outcome, error) { return load(byPath[e.Path]) })
	if err != nil {
		return nil, nil, err
	}
	across := make(map[string][]dataset.TableRow, len(rows.places))
	for i := range rows.places {
		if across[m.Files[i].Path], err = rows.of(i); err != nil {
			return nil, nil, errors.Join(err, rows.close())
		}
	}
	return files, across, rows.close()
}

// Encode makes bytes of an outcome, in the form in which results are stored.
func Encode(o Outcome) ([]byte, error) {
	var out bytes.Buffer
	err := encodeResult(&out, o)
	return out.Bytes(), err
}

// Decode reads what Encode or Store made.
func Decode(data []byte) (Outcome, error) {
	o, err := decodeResult(bytes.NewReader(data))
	if err != nil {
		return Outcome{}, fmt.Errorf("%w: %w", errResult, err)
	}
	return o, nil
}

// IsSource says by its name whether a file of a folder is read.
func IsSource(name string) bool { return isSource(name) }
