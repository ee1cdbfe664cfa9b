package bulk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"recount.invalid/recount/internal/atomicfile"
)

// MergeError says why data sets cannot be put together.
type MergeError struct {
	Dir     string
	Reason  string
	Missing bool // a shard was not given; the others are sound
}

func (e *MergeError) Error() string { return e.Dir + ": " + e.Reason }

// Merge puts the data sets of several folders, the shards of one import, into
// the one that a single run would have made. Options gives Dir, Formats, Version
// and Description; everything else is taken from the shards.
func Merge(ctx context.Context, dirs []string, o Options) (*Summary, error) {
	// Before anything is written: a name that is mistyped makes no folder.
	m, holders, err := mergeManifests(dirs, o)
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
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := s.take(holders[e.Path], e, m.Engine); err != nil {
			return nil, err
		}
	}
	return s.finish(ctx, m, o, 0)
}

// mergeManifests puts the manifests of several data sets together; holders
// says by path whose result a file has.
func mergeManifests(dirs []string, o Options) (m manifest, holders map[string]store, err error) {
	m = manifest{Formats: o.Formats, Description: o.Description.Sum, Files: []entry{}}
	byPath := map[string]entry{}
	holders = map[string]store{}
	var parts shardSet
	for i, dir := range dirs {
		part := store{dir: dir}
		from, err := readPlan(part.path(currentFile))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return m, nil, &MergeError{Dir: dir, Reason: "no data set of recount build stands here"}
		case errors.Is(err, errState):
			return m, nil, &MergeError{Dir: dir, Reason: errState.Error()}
		case err != nil:
			return m, nil, err
		}
		of := from.Manifest
		if err := parts.add(dir, of); err != nil {
			return m, nil, err
		}
		if i > 0 && of.Engine != m.Engine {
			return m, nil, &MergeError{Dir: dir, Reason: "it was made by another version of the program, or with other options"}
		}
		m.Engine = of.Engine
		m.ForSpreadsheets = m.ForSpreadsheets || of.ForSpreadsheets
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
	if err := parts.missing(); err != nil {
		return m, nil, err
	}
	slices.SortFunc(m.Files, func(a, b entry) int { return cmp.Compare(a.Path, b.Path) })
	return m, holders, nil
}

// shardSet are the shards that are put together.
type shardSet struct {
	dir           string // of the first one
	shards, found int
	there         map[int]bool
}

// add takes a shard in; a data set that is no shard is not looked at.
func (p *shardSet) add(dir string, m manifest) error {
	if m.Shards < 2 {
		return nil
	}
	if p.there == nil {
		*p = shardSet{dir: dir, shards: m.Shards, found: m.Found, there: map[int]bool{}}
	}
	if m.Shards != p.shards || m.Found != p.found {
		return &MergeError{Dir: dir, Reason: fmt.Sprintf(
			"it is one of %d shards of %d files, %s one of %d of %d", m.Shards, m.Found, p.dir, p.shards, p.found)}
	}
	p.there[m.Shard] = true
	return nil
}

// missing is an error where a shard was not given.
func (p *shardSet) missing() error {
	for i := range p.shards {
		if !p.there[i] {
			return &MergeError{Dir: p.dir, Missing: true, Reason: fmt.Sprintf("shard %d/%d is not among the folders", i, p.shards)}
		}
	}
	return nil
}

// take copies a result from another store.
func (s store) take(from store, e entry, engine string) error {
	if e.unread() {
		return nil
	}
	source, target := from.result(e, engine), s.result(e, engine)
	if _, err := os.Stat(target); err == nil {
		return nil
	}
	_, err := readResult(source)
	if errors.Is(err, errResult) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrNotRegular) {
		return &MergeError{Dir: from.dir, Reason: fmt.Sprintf("the result of %s is damaged", e.Path)}
	}
	if err != nil {
		return err
	}
	in, err := openFile(source)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // opened for reading only
	return atomicfile.Write(target, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}
