package bulk

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// source is one file to be read.
type source struct {
	path  string // where it is
	name  string // what the data set calls it: below the folder, with slashes
	size  int64
	fault error // why it cannot even be looked at
}

// find lists the PDF files of folders and the files that are named, in the
// order of their names in the data set. The folder out is passed over, so
// that a data set may stand among its sources. With several folders a file's
// name begins with its folder's.
//
// empty are the folders in which there is none.
func find(paths []string, out string) (found []source, empty []string) {
	f := finder{taken: map[string]bool{}}
	f.out, _ = os.Stat(out) // where it does not exist yet it cannot be met
	for _, p := range paths {
		info, err := os.Stat(p)
		before := len(f.found)
		switch {
		case err != nil:
			f.add(source{path: p, name: filepath.Base(p), fault: err})
		case !info.IsDir():
			f.add(source{path: p, name: filepath.Base(p), size: info.Size()})
		case len(paths) == 1:
			f.walk(p, "")
		default:
			f.walk(p, f.free(folderName(p)))
		}
		if len(f.found) == before {
			empty = append(empty, p)
		}
	}
	slices.SortFunc(f.found, func(a, b source) int { return cmp.Compare(a.name, b.name) })
	return f.found, empty
}

// ErrNoPDF is the reason for a folder to import that holds no report.
var ErrNoPDF = errors.New("no PDF in this folder")

// folderName is what a folder is called, "." and ".." resolved.
func folderName(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return filepath.Base(path)
}

type finder struct {
	out   fs.FileInfo
	found []source
	taken map[string]bool
}

// add puts a file into the list under a name that no other has.
func (f *finder) add(s source) {
	s.name = f.free(strings.ToValidUTF8(filepath.ToSlash(s.name), "\ufffd"))
	f.found = append(f.found, s)
}

func (f *finder) free(name string) string {
	free := name
	for n := 2; f.taken[free]; n++ {
		free = name + "~" + strconv.Itoa(n)
	}
	f.taken[free] = true
	return free
}

func (f *finder) walk(root, prefix string) {
	// The function given always returns nil or SkipDir, so that WalkDir does.
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(root, path)
		if relErr != nil {
			rel = filepath.Base(path)
		}
		name := filepath.Join(prefix, rel)
		if err != nil {
			f.add(source{path: path, name: name, fault: err})
			return nil
		}
		if d.IsDir() {
			if path != root && (strings.HasPrefix(d.Name(), ".") || f.isOut(d)) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".pdf") || strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		info, err := os.Stat(path) // follows a link to a file
		if err != nil {
			f.add(source{path: path, name: name, fault: err})
		} else if info.Mode().IsRegular() {
			f.add(source{path: path, name: name, size: info.Size()})
		}
		return nil
	})
}

func (f *finder) isOut(d fs.DirEntry) bool {
	info, err := d.Info()
	return err == nil && f.out != nil && os.SameFile(info, f.out)
}
