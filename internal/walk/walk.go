// Package walk lists the files of a folder, behind links too.
package walk

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Entry is a file, a link to one, or what cannot be looked at.
type Entry struct {
	Path string      // where it is
	Name string      // below the folder
	Info fs.FileInfo // of the file that a link leads to; nil where Err is not
	Err  error
}

// Files calls visit for what is below a folder and no folder itself, in the
// order of the names; what stands behind links to folders comes last. Each
// folder is walked once, under whatever names it is linked. Names that begin with
// a dot are passed over, and folders that skip is true for. The error is that of
// the folder itself.
func Files(root string, skip func(fs.FileInfo) bool, visit func(Entry)) error {
	w := walker{skip: skip, visit: visit, seen: map[key][]fs.FileInfo{}}
	err := w.walk(root, "")
	for len(w.links) > 0 {
		l := w.links[0]
		w.links = w.links[1:]
		if err := w.walk(l.Path, l.Name); err != nil {
			visit(Entry{Path: l.Path, Name: l.Name, Err: err})
		}
	}
	return err
}

// key is what a folder has in common under two names, to find it again.
type key struct{ time, size int64 }

type walker struct {
	skip  func(fs.FileInfo) bool
	visit func(Entry)
	seen  map[key][]fs.FileInfo
	links []Entry // to folders
}

// first reports whether a folder was not walked before.
func (w *walker) first(info fs.FileInfo) bool {
	k := key{info.ModTime().UnixNano(), info.Size()}
	for _, known := range w.seen[k] {
		if os.SameFile(known, info) {
			return false
		}
	}
	w.seen[k] = append(w.seen[k], info)
	return true
}

// walk lists a folder, and puts links to folders aside.
func (w *walker) walk(root, prefix string) error {
	if root != "" && !os.IsPathSeparator(root[len(root)-1]) {
		root += string(filepath.Separator) // a link is walked as its folder
	}
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil && path == root {
			return err
		}
		rel, relErr := filepath.Rel(root, path)
		if relErr != nil {
			rel = filepath.Base(path)
		}
		entry := Entry{Path: path, Name: filepath.Join(prefix, rel), Err: err}
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			w.visit(entry)
		case d.IsDir():
			info, err := d.Info()
			if hidden || err != nil || path != root && w.skip(info) || !w.first(info) {
				return filepath.SkipDir
			}
		case !hidden:
			w.file(entry)
		}
		return nil
	})
}

// file is what is no folder by itself.
func (w *walker) file(e Entry) {
	e.Info, e.Err = os.Stat(e.Path)
	if e.Err == nil && e.Info.IsDir() {
		if !w.skip(e.Info) {
			w.links = append(w.links, e)
		}
		return
	}
	w.visit(e)
}
