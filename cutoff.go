package recount

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"sync"

	"recount.invalid/recount/model"
)

// ErrCutOff is returned for a PDF that ends inside an object: a download or
// copy that stopped. What is left may look whole and lack pages, fonts or
// scores, so that no report is made of it unless Options ask for it. A file
// that lacks only its table of contents (cross-reference, trailer) is whole
// and is read.
var ErrCutOff = errors.New("the file is cut off, its end is missing")

// KindCutOff is the kind of the warning that a document gets instead where
// text is wanted all the same.
const KindCutOff = "cut-off"

// tailChunk is how many bytes are looked at in one step from the file's end.
const tailChunk = 64 << 10

// objectHeader begins an object (PDF 32000-1, 7.3.10).
var objectHeader = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\d+\s+\d+\s+obj\b`) })

// cutOff says whether a PDF of the size ends inside an object that is not the
// cross-reference stream. A file that is no PDF, or cannot be read, is for
// others to judge.
func cutOff(src io.ReaderAt, size int64) bool {
	tail, ok := afterLastObject(src, size)
	if !ok || bytes.Contains(tail, []byte("startxref")) || bytes.Contains(tail, []byte("%%EOF")) {
		return false
	}
	header := objectHeader().FindIndex(tail)
	return header != nil && !bytes.Contains(tail[header[1]:], []byte("/XRef"))
}

// afterLastObject gives what stands behind the last "endobj"; ok is false
// where there is none.
func afterLastObject(src io.ReaderAt, size int64) (tail []byte, ok bool) {
	end := []byte("endobj")
	for start := size; start > 0; {
		from := max(start-tailChunk, 0)
		// Some bytes twice, for a word that stands on the border.
		part := make([]byte, min(start+int64(len(end))-1, size)-from)
		if n, err := src.ReadAt(part, from); n < len(part) && err != nil {
			return nil, false
		}
		if i := bytes.LastIndex(part, end); i >= 0 {
			rest := io.NewSectionReader(src, from+int64(i+len(end)), size)
			tail, err := io.ReadAll(io.LimitReader(rest, 16*tailChunk))
			return tail, err == nil
		}
		start = from
	}
	return nil, false
}

// warnCutOff adds the warning that stands for ErrCutOff.
func warnCutOff(doc *model.Document) {
	doc.Warnings = append(doc.Warnings, model.Warning{Kind: KindCutOff, Text: ErrCutOff.Error() + "; pages, words or scores may be missing"})
}
