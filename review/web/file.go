package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"recount.invalid/recount/review/picture"
	"recount.invalid/recount/review/queue"
)

// errNoPDF says that there is nothing to draw.
var errNoPDF = errors.New("no PDF was found of this report")

// pdfOf is the PDF that a report was read from: the input itself or, for JSON, the
// file of that name beside it, if it is the same. The zero File where there is none.
func pdfOf(r *queue.Report, password string) picture.File {
	path := r.Path
	if !isPDF(path) {
		path = filepath.Join(filepath.Dir(path), filepath.Base(r.Source.File))
		if path == r.Path || !isPDF(path) || sumOf(path) != r.Source.SHA256 {
			return picture.File{}
		}
	}
	file, err := picture.Stat(path, password)
	if err != nil {
		return picture.File{}
	}
	return file
}

// isPDF looks for the mark of a PDF in a file's beginning.
func isPDF(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // opened for reading only
	head := make([]byte, 1024)
	n, _ := io.ReadFull(f, head) // what was read is enough
	return bytes.Contains(head[:n], []byte("%PDF-"))
}

func sumOf(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }() // opened for reading only
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}
