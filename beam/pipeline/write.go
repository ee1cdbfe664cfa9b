package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"recount.invalid/recount/dataset"
)

// Formats are the forms of the tables that are written.
var Formats = []string{"jsonl", "parquet"}

// QuarantineFile lists the files that were refused.
const QuarantineFile = "quarantine.jsonl"

var countRows = beam.NewCounter("recount", "rows")

// tablesFn writes a shard of all tables.
type tablesFn struct {
	Out    string
	Shards int
}

// ProcessElement is Beam's.
func (f *tablesFn) ProcessElement(ctx context.Context, shard int, pieces func(*Part) bool) error {
	var parts []Part
	var p Part
	for pieces(&p) {
		parts = append(parts, p)
	}
	slices.SortFunc(parts, func(a, b Part) int { return cmp.Compare(a.Index, b.Index) })
	// A piece that was made again is the same.
	parts = slices.CompactFunc(parts, func(a, b Part) bool { return a.Index == b.Index })
	folder, err := os.MkdirTemp("", "recount-beam")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system clears what stays
	if err := writeTables(ctx, folder, parts); err != nil {
		return err
	}
	return filepath.WalkDir(folder, func(local string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, local)
		if err != nil {
			return err
		}
		return store(ctx, join(f.Out, f.named(filepath.ToSlash(name), shard)), func(out io.Writer) error {
			in, err := os.Open(local)
			if err != nil {
				return err
			}
			_, err = io.Copy(out, in)
			return errors.Join(err, in.Close())
		})
	})
}

// named gives the file of a shard its number, as usual for tables in several files.
func (f *tablesFn) named(name string, shard int) string {
	if f.Shards == 1 {
		return name
	}
	ending := path.Ext(name)
	return fmt.Sprintf("%s-%05d-of-%05d%s", strings.TrimSuffix(name, ending), shard, f.Shards, ending)
}

// writeTables writes the pieces' rows in their order.
func writeTables(ctx context.Context, folder string, parts []Part) error {
	sinks, err := dataset.OpenTables(folder, Formats)
	if err != nil {
		return err
	}
	for _, p := range parts {
		if p.Index < 0 || err != nil {
			continue
		}
		err = writePart(ctx, sinks, p)
	}
	errs := []error{err}
	for _, s := range sinks {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

func writePart(ctx context.Context, sinks []dataset.Sink, p Part) error {
	o, err := unpack(p.Rows)
	if err != nil {
		return err
	}
	countRows.Inc(ctx, int64(len(o.Rows)))
	for _, row := range o.Rows {
		for _, s := range sinks {
			if err := s.Write(row.Table, row.Row); err != nil {
				return err
			}
		}
	}
	return nil
}

// quarantineFn lists the files that were refused, in the order of their names; the
// list is written where it is empty too.
type quarantineFn struct{ Out string }

// ProcessElement is Beam's.
func (f *quarantineFn) ProcessElement(ctx context.Context, _ int, all func(*Refused) bool) error {
	byFile := map[string]Refused{}
	var r Refused
	for all(&r) {
		if r.File != "" {
			byFile[r.File] = r
		}
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	names := make([]string, 0, len(byFile))
	for name := range byFile {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if err := enc.Encode(byFile[name]); err != nil {
			return err
		}
	}
	return store(ctx, join(f.Out, QuarantineFile), func(out io.Writer) error {
		_, err := out.Write(text.Bytes())
		return err
	})
}
