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

	"recount.invalid/recount/internal/walk"
	"recount.invalid/recount/model"
)

// source is one file to be read.
type source struct {
	path  string // where it is
	name  string // what the data set calls it: below the folder, with slashes
	size  int64
	fault error // why it cannot even be looked at
	named bool  // by the caller, not found in a folder
}

// endings are the files of a folder that are read: reports, the JSON of
// reports, tables of published scores.
var endings = []string{".pdf", ".json", ".jsonl", ".csv", ".tsv", ".xlsx"}

// notSources are files of those endings that belong to an import and hold no
// scores.
var notSources = []string{"corrections.csv"}

// find lists the files of folders that may be read and the files that are named, in the
// order of their names in the data set. The folder out is passed over, so
// that a data set may stand among its sources; so are the files that a data set
// lists as its own, wherever it stands. With several folders a file's
// name begins with its folder's.
//
// The error joins an *InputError for each path that is not there, cannot be
// listed, or is a folder without a file to read.
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
		case !info.IsDir() && !info.Mode().IsRegular():
			err = ErrNotRegular
		case !info.IsDir():
			f.add(source{path: p, name: filepath.Base(p), size: info.Size(), named: true})
		case len(paths) == 1:
			err = f.walk(p, "")
		default:
			err = f.walk(p, f.free(folderName(p)))
		}
		if err == nil && len(f.found) == before {
			err = ErrNoReport
		}
		if err != nil {
			errs = append(errs, &InputError{Path: p, Err: err})
		}
	}
	slices.SortFunc(f.found, func(a, b source) int { return cmp.Compare(a.name, b.name) })
	return f.found, errors.Join(errs...)
}

// Inputs gives the paths of the files that a build of a data set in dir would
// read. The error is that of Build.
func Inputs(paths []string, dir string) ([]string, error) {
	found, err := find(paths, dir)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(found))
	for i, s := range found {
		out[i] = s.path
	}
	return out, nil
}

// ErrNotRegular is the reason for a pipe, a socket or a device: it has no end, or
// gives its bytes once only.
var ErrNotRegular = errors.New("this is no ordinary file")

// ErrNoReport is the reason for a folder to import that holds nothing to read.
var ErrNoReport = errors.New("no PDF, JSON, CSV or xlsx in this folder")

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
	sets  DataSets
}

// add puts a file into the list under a name that no other has.
func (f *finder) add(s source) {
	s.name = f.free(model.Visible(filepath.ToSlash(s.name)))
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

// walk adds what is below a folder, behind links too. Its error is that of the
// folder itself; what cannot be read deeper down is a source with a fault.
func (f *finder) walk(root, prefix string) error {
	return walk.Files(root, f.isOut, func(e walk.Entry) {
		name := filepath.Join(prefix, e.Name)
		read := isSource(filepath.Base(e.Path))
		switch {
		case e.Err != nil && (read || !errors.Is(e.Err, fs.ErrNotExist)):
			f.add(source{path: e.Path, name: name, fault: e.Err})
		case e.Err != nil || !read || f.sets.Hold(root, e.Path):
		case !e.Info.Mode().IsRegular():
			f.add(source{path: e.Path, name: name, fault: ErrNotRegular})
		default:
			f.add(source{path: e.Path, name: name, size: e.Info.Size()})
		}
	})
}

func (f *finder) isOut(info fs.FileInfo) bool { return f.out != nil && os.SameFile(info, f.out) }

// isSource says by its name whether a file of a folder is read. "~$" begins
// what a spreadsheet program keeps beside an open file.
func isSource(name string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(name))) && !slices.Contains(notSources, name) &&
		!strings.HasPrefix(name, "~$")
}
