package bulk

import (
	"io"
	"path/filepath"
	"strings"

	"recount.invalid/recount/dataset/publish"
)

// DataSets knows the files of data sets that stand among reports. The zero value
// is ready for use, by one goroutine.
type DataSets struct {
	sums map[string]map[string]string // of the data sets in folders (listed)
}

// Hold reports whether a file below a folder is one that a data set lists as its
// own: its tables would be read as tables of published scores. A PDF is never
// one, whoever lists it.
func (d *DataSets) Hold(root, path string) bool {
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return false
	}
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if rel, err := filepath.Rel(dir, path); err == nil && d.listed(dir)[filepath.ToSlash(rel)] != "" {
			return true
		}
		if rel, err := filepath.Rel(root, dir); err != nil || rel == "." || !filepath.IsLocal(rel) {
			return false
		}
	}
}

// maxSums is how much is read of the sums in a folder, in bytes; a data set has
// some kilobytes.
const maxSums = 1 << 20

// listed are the sums of the data set that stands in a folder; none where there
// is none. Others keep sums in a file of that name too, those of their reports:
// a data set lists its description.
func (d *DataSets) listed(dir string) map[string]string {
	sums, known := d.sums[dir]
	if known {
		return sums
	}
	if file, err := openFile(filepath.Join(dir, publish.SumsFile)); err == nil {
		sums, err = publish.ReadSums(io.LimitReader(file, maxSums))
		_ = file.Close() // opened for reading only
		if err != nil || sums[publish.PackageFile] == "" {
			sums = nil
		}
	}
	if d.sums == nil {
		d.sums = map[string]map[string]string{}
	}
	d.sums[dir] = sums
	return sums
}
