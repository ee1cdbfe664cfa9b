package bulk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"recount.invalid/recount/internal/atomicfile"
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
	// Before anything is written: a name that is mistyped makes no folder.
	m, holders, err := mergeManifests(dirs, o.Formats)
	if err != nil {
		return nil, err
	}
	s, unlock, err := open(o.Dir)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := errors.Join(s.rollForward(), s.clear()); err != nil {
		return nil, err
	}
	if !o.Prune {
		if err := s.guard(m); err != nil {
			return nil, err
		}
	}
	for _, e := range m.Files {
		if err := s.take(holders[e.Path], e, m.Engine); err != nil {
			return nil, err
		}
	}
	return s.finish(ctx, m, o, 0)
}

// mergeManifests puts the manifests of several data sets together; holders
// says by path whose result a file has.
func mergeManifests(dirs, formats []string) (m manifest, holders map[string]store, err error) {
	m = manifest{Formats: formats, Files: []entry{}}
	byPath := map[string]entry{}
	holders = map[string]store{}
	for i, dir := range dirs {
		part := store{dir: dir}
		from, err := part.current()
		if err != nil {
			return m, nil, err
		}
		if from == nil {
			return m, nil, &MergeError{Dir: dir, Reason: "no data set of recount build stands here"}
		}
		of := from.Manifest
		if i > 0 && of.Engine != m.Engine {
			return m, nil, &MergeError{Dir: dir, Reason: "it was made by another version of the program, or with other options"}
		}
		m.Engine = of.Engine
		for _, e := range of.Files {
			old, twice := byPath[e.Path]
			if twice && old != e {
				return m, nil, &MergeError{Dir: dir, Reason: fmt.Sprintf("%s is another file than in an earlier folder", e.Path)}
			}
			if twice {
				continue
			}
			byPath[e.Path] = e
			m.Files = append(m.Files, e)
			holders[e.Path] = part
		}
	}
	slices.SortFunc(m.Files, func(a, b entry) int { return cmp.Compare(a.Path, b.Path) })
	return m, holders, nil
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
