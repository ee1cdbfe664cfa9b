package bulk

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/dataset/publish"
)

// assemble makes the data set of a manifest and puts it into place.
func (s store) assemble(ctx context.Context, m manifest, o Options) error {
	old, err := s.current()
	if err != nil {
		return err
	}
	options := dataset.Options{Formats: m.Formats, Version: o.Version, Description: o.Description, ForSpreadsheets: m.ForSpreadsheets}
	before, err := s.compare(old, m, &options)
	if err != nil {
		return err
	}
	defer func() { _ = before.Close() }() // closed below where all went well
	data := s.path(nextFolder, dataFolder)
	if err := os.MkdirAll(data, 0o755); err != nil {
		return err
	}
	options.Scratch = s.path(nextFolder)
	panel, err := os.Create(s.path(nextFolder, cellsFile))
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(panel)
	options.Panel = buffered
	defer func() { _ = panel.Close() }() // closed below where all went well
	w, err := dataset.Create(data, options)
	if err != nil {
		return err
	}
	if err := s.fill(ctx, w, m, o); err != nil {
		return errors.Join(err, w.Close())
	}
	if err := errors.Join(w.Close(), before.Close()); err != nil {
		return err
	}
	kept, err := s.edited(ctx)
	if err != nil {
		return err
	}
	written, err := s.written(data, old, kept)
	if err != nil {
		return err
	}
	obsolete, err := s.obsolete(data, kept)
	if err != nil {
		return err
	}
	var summary strings.Builder
	if err := w.WriteSummary(&summary); err != nil {
		return err
	}
	if err := errors.Join(buffered.Flush(), panel.Sync(), panel.Close()); err != nil {
		return err
	}
	p := plan{Manifest: m, Changes: w.Changes(), Summary: summary.String(), Written: written, Obsolete: obsolete, Kept: kept}
	if err := writePlan(s.path(nextFolder, planFile), p); err != nil {
		return err
	}
	// From here on the new data set is the one that counts.
	if err := os.Rename(s.path(nextFolder), s.path(readyFolder)); err != nil {
		return err
	}
	if err := s.rollForward(); err != nil {
		return err
	}
	return s.collectGarbage(m)
}

// compare sets what a data set of the manifest is to be compared with, and gives what
// is to be closed when that was done.
func (s store) compare(old *plan, m manifest, o *dataset.Options) (io.Closer, error) {
	nothing := io.NopCloser(nil)
	if old == nil {
		return nothing, nil
	}
	if reflect.DeepEqual(old.Manifest, m) {
		// The same data set once more, because a file of it was damaged.
		o.Again = old.Changes
		return nothing, nil
	}
	o.Files, o.OtherReading = changedFiles(old.Manifest, m), old.Manifest.Engine != m.Engine
	o.Before = strings.NewReader("") // everything is new
	f, err := openFile(s.path(cellsFile))
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, ErrNotRegular):
		return nothing, nil // removed by somebody
	case err != nil:
		return nothing, err
	}
	if err := dataset.CheckPanel(io.LimitReader(f, maxPlan)); err != nil {
		return f, nil // damaged, or of another version of the program
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nothing, errors.Join(err, f.Close())
	}
	o.Before = io.LimitReader(f, maxPlan)
	return f, nil
}

// fill writes all rows: the reports in the order of their files, then the files.
func (s store) fill(ctx context.Context, w *dataset.Writer, m manifest, opt Options) error {
	files, across, err := m.reports(ctx, w, opt.Across, s.path(nextFolder), func(e entry) (Outcome, error) { return s.load(e, m.Engine, readResult) })
	if err != nil {
		return err
	}
	if err := across.close(); err != nil {
		return err
	}
	for _, f := range files {
		if err := w.File(f); err != nil {
			return err
		}
	}
	return nil
}

// load reads a file's stored result with one of the readers of results; a
// damaged one is removed, so that the next run reads the file again.
func (s store) load(e entry, engine string, read func(string) (Outcome, error)) (Outcome, error) {
	path := s.result(e, engine)
	o, err := read(path)
	if errors.Is(err, errResult) {
		err = errors.Join(err, os.Remove(path))
	}
	if err != nil {
		return o, fmt.Errorf("result of %s: %w", e.Path, err)
	}
	return o, nil
}

// obsolete are the files of the data set that stands there which the new one
// has not. The old one says itself which files it has; others are the user's,
// and so are those that are kept.
func (s store) obsolete(data string, kept []string) ([]string, error) {
	sums, err := s.sums()
	if err != nil {
		return nil, err
	}
	var out []string
	for name := range sums {
		if !ownName(name) || slices.Contains(kept, name) {
			continue
		}
		if _, err := os.Stat(filepath.Join(data, filepath.FromSlash(name))); errors.Is(err, fs.ErrNotExist) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out, nil
}

// edited are the files in place that users make their own and whose content
// is not what recount wrote there. SHA256SUMS keeps the sums of what it wrote,
// also of a file that it left alone, so that the file stays the user's.
func (s store) edited(ctx context.Context) ([]string, error) {
	sums, err := s.sums()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, name := range dataset.EditableFiles() {
		got, _, err := hashFile(ctx, filepath.Join(s.dir, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if got != sums[name] {
			out = append(out, name)
		}
	}
	return out, nil
}

// sums are those of the data set that stands in the folder; none where there is
// no data set, or they are damaged. A file of that name may be the user's where
// no import has left its state.
func (s store) sums() (map[string]string, error) {
	if _, err := os.Stat(s.path(currentFile)); err != nil {
		return nil, nil
	}
	f, err := openFile(filepath.Join(s.dir, publish.SumsFile))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrNotRegular) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	sums, err := publish.ReadSums(f)
	var system syscall.Errno
	if err != nil && !errors.As(err, &system) {
		return nil, nil
	}
	return sums, err
}

// written are the files of the new data set. The error is a *ForeignError where
// one would replace a file that recount did not write: what it wrote stands in
// the sums, or, where those are damaged, in the plan of the data set before.
func (s store) written(data string, old *plan, kept []string) (names []string, err error) {
	sums, err := s.sums()
	if err != nil {
		return nil, err
	}
	own := map[string]bool{publish.SumsFile: len(sums) > 0}
	for name := range sums {
		own[name] = true
	}
	for _, name := range kept {
		own[name] = true
	}
	if old != nil {
		for _, name := range old.Written {
			own[name] = true
		}
	}
	var foreign []string
	err = filepath.WalkDir(data, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(data, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		names = append(names, name)
		if own[name] {
			return nil
		}
		if _, err := os.Lstat(filepath.Join(s.dir, rel)); err == nil {
			foreign = append(foreign, name)
		}
		return nil
	})
	if err == nil && len(foreign) > 0 {
		err = &ForeignError{Dir: s.dir, Names: foreign}
	}
	return names, err
}

// rollForward moves the files of a data set that is whole into place. It can
// be stopped and called again at any moment. What it removes and replaces lies
// below the folder, whatever the plan says and whatever is linked there.
func (s store) rollForward() error {
	ready := s.path(readyFolder)
	p, err := readPlan(filepath.Join(ready, planFile))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errState) {
		// Nothing was ready, or all but the empty folder has been moved, or it
		// is damaged: the data set is made again.
		return os.RemoveAll(ready)
	}
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // nothing is written through it
	for _, name := range p.Obsolete {
		name = filepath.FromSlash(name)
		if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if folder := filepath.Dir(name); folder != "." {
			_ = root.Remove(folder) // goes only when it is empty, which is what is wanted
		}
	}
	data := filepath.Join(ready, dataFolder)
	err = filepath.WalkDir(data, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target, err := filepath.Rel(data, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return root.MkdirAll(target, 0o755)
		}
		if slices.Contains(p.Kept, filepath.ToSlash(target)) {
			return nil
		}
		return root.Rename(filepath.Join(stateFolder, readyFolder, dataFolder, target), target)
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err = os.Rename(filepath.Join(ready, cellsFile), s.path(cellsFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // moved already where an earlier run was stopped here
	}
	if err := writePlan(s.path(currentFile), *p); err != nil {
		return err
	}
	// The plan goes first: without it the rest is rubbish that is cleared.
	if err := os.Remove(filepath.Join(ready, planFile)); err != nil {
		return err
	}
	return os.RemoveAll(ready)
}

// upToDate says whether the data set of the manifest stands there whole.
func (s store) upToDate(ctx context.Context, m manifest) (bool, error) {
	old, err := s.current()
	if err != nil || old == nil || !reflect.DeepEqual(old.Manifest, m) {
		return false, err
	}
	sums, err := s.sums()
	if err != nil || len(sums) == 0 {
		return false, err
	}
	kept, err := s.edited(ctx)
	if err != nil {
		return false, err
	}
	for name, want := range sums {
		if slices.Contains(kept, name) {
			continue
		}
		got, _, err := hashFile(ctx, filepath.Join(s.dir, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrNotRegular) || err == nil && got != want {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return true, nil
}
