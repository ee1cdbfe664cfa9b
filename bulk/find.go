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
// The error joins an *InputError for each path that is not there, cannot be
// listed, or is a folder without a PDF.
func find(paths []string, out string) ([]source, error) {
	f := finder{taken: map[string]bool{}}
	f.out, _ = os.Stat(out) // where it does not exist yet it cannot be met
	var errs []error
	for _, p := range paths {
		info, err := os.Stat(p)
		before := len(f.found)
		switch {
		case err != nil:
			errs = append(errs, &InputError{Path: p, Err: err})
			continue
		case !info.IsDir():
			f.add(source{path: p, name: filepath.Base(p), size: info.Size()})
		case len(paths) == 1:
			err = f.walk(p, "")
		default:
			err = f.walk(p, f.free(folderName(p)))
		}
		if err == nil && len(f.found) == before {
			err = ErrNoPDF
		}
		if err != nil {
			errs = append(errs, &InputError{Path: p, Err: err})
		}
	}
	slices.SortFunc(f.found, func(a, b source) int { return cmp.Compare(a.name, b.name) })
	return f.found, errors.Join(errs...)
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

// walk adds what is below a folder. Its error is that of the folder itself;
// what cannot be read deeper down is a source with a fault.
func (f *finder) walk(root, prefix string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(root, path)
		if relErr != nil {
			rel = filepath.Base(path)
		}
		name := filepath.Join(prefix, rel)
		if err != nil && path == root {
			return err
		}
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
