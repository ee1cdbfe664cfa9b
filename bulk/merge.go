package bulk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"recount/internal/atomicfile"
)

// MergeError says why data sets cannot be put together.
type MergeError struct {
	Dir    string
	Reason string
}

func (e *MergeError) Error() string { return e.Dir + ": " + e.Reason }

// Merge puts the data sets of several folders, the shards of one import, into
// the one that a single run would have made. Options gives Dir, Formats and
// Version; everything else is taken from the shards.
func Merge(ctx context.Context, dirs []string, o Options) (*Summary, error) {
	s, unlock, err := open(o.Dir)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := errors.Join(s.rollForward(), s.clear()); err != nil {
		return nil, err
	}
	m := manifest{Formats: o.Formats, Files: []entry{}}
	byPath := map[string]entry{}
	for i, dir := range dirs {
		part := store{dir: dir}
		from, err := part.current()
		if err != nil {
			return nil, err
		}
		if from == nil {
			return nil, &MergeError{Dir: dir, Reason: "no data set of recount build stands here"}
		}
		of := from.Manifest
		if i > 0 && of.Engine != m.Engine {
			return nil, &MergeError{Dir: dir, Reason: "it was made by another version of the program, or with other options"}
		}
		m.Engine = of.Engine
		for _, e := range of.Files {
			old, twice := byPath[e.Path]
			if twice && old != e {
				return nil, &MergeError{Dir: dir, Reason: fmt.Sprintf("%s is another file than in an earlier folder", e.Path)}
			}
			if twice {
				continue
			}
			byPath[e.Path] = e
			m.Files = append(m.Files, e)
			if err := s.take(part, e, m.Engine); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(m.Files, func(a, b entry) int { return cmp.Compare(a.Path, b.Path) })
	return s.finish(ctx, m, o.Version, 0)
}

// take copies a result from another store.
func (s store) take(from store, e entry, engine string) error {
	if e.SHA256 == "" {
		return nil
	}
	target := s.result(e.SHA256, engine)
	if _, err := os.Stat(target); err == nil {
		return nil
	}
	in, err := os.Open(from.result(e.SHA256, engine))
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // opened for reading only
	return atomicfile.Write(target, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}
