package publish

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount/internal/atomicfile"
)

// SumsFile is the name of the file that lists the SHA-256 of every file of the data set, in the form that
// `sha256sum -c` reads.
const SumsFile = "SHA256SUMS"

// hashFile gives a file's SHA-256 in hexadecimal, and its size.
func hashFile(path string) (sum string, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	h := sha256.New()
	size, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), size, err
}

// WriteSums lists the sums of every file below a folder but the list itself.
func WriteSums(out io.Writer, dir string) error {
	var paths []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == SumsFile || atomicfile.Leftover(d.Name()) {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		paths = append(paths, filepath.ToSlash(rel))
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(paths)
	b := bufio.NewWriter(out)
	for _, p := range paths {
		sum, _, err := hashFile(filepath.Join(dir, filepath.FromSlash(p)))
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "%s  %s\n", sum, p)
	}
	return b.Flush()
}

// ReadSums reads a SHA256SUMS file: sums by path. Lines of another form are
// an error.
func ReadSums(r io.Reader) (map[string]string, error) {
	sums := map[string]string{}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		sum, path, ok := strings.Cut(lines.Text(), "  ")
		if !ok || len(sum) != 2*sha256.Size {
			return nil, fmt.Errorf("%s: not a line of sums: %q", SumsFile, lines.Text())
		}
		sums[path] = sum
	}
	return sums, lines.Err()
}
