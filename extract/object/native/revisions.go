package native

import (
	"bytes"
	"context"
	"io"
	"maps"

	"recount.invalid/recount/extract/object"
)

// A PDF may be changed by adding to its end: new versions of some objects, and a
// cross-reference of them (PDF 32000-1, 7.5.6). What it was before is still there,
// in its first bytes.

const (
	// mostRevised is how large a file may be that is looked through for its
	// revisions, in bytes.
	mostRevised = 64 << 20
	// mostEnds is how many ends of revisions are looked at, from the last on.
	mostEnds = 16
)

// endMark ends each revision.
var endMark = []byte("%%EOF")

// Revisions gives how many of the first bytes of a file are an earlier revision
// of it, of the newest first, at most so many. Only those count that open as they
// are written, and whose objects are not those of the revision behind them.
// Files that are too large to be looked through have none.
func Revisions(ctx context.Context, src io.ReaderAt, size int64, password string, limits object.Limits, most int) (sizes []int64) {
	if size > mostRevised {
		return nil
	}
	ends := revisionEnds(src, size)
	if len(ends) == 0 {
		return nil
	}
	later, err := openSafely(ctx, src, size, password, limits, openFile)
	if err != nil {
		return nil
	}
	for _, end := range ends {
		if len(sizes) == most || ctx.Err() != nil {
			break
		}
		f, err := openSafely(ctx, io.NewSectionReader(src, 0, end), end, password, limits, openAsWritten)
		if err != nil || maps.Equal(f.table.entries, later.table.entries) {
			continue
		}
		sizes = append(sizes, end)
		later = f
	}
	return sizes
}

// revisionEnds gives where the end marks stand behind which something follows, the
// last first.
func revisionEnds(src io.ReaderAt, size int64) (ends []int64) {
	const chunk = 64 << 10
	more := false // whether anything but white space follows
	// A mark may stand on the border of two parts: each has what the next begins with.
	room := make([]byte, min(size, chunk)+int64(len(endMark))-1)
	for end := size; end > 0 && len(ends) < mostEnds; {
		start := max(0, end-chunk)
		part := room[:min(size, end+int64(len(endMark))-1)-start]
		if n, err := src.ReadAt(part, start); n < len(part) && err != nil {
			return nil
		}
		marks := marksIn(part)
		for i := int(min(end-start, int64(len(part)))); len(ends) < mostEnds; {
			if len(marks) == 0 {
				more = more || len(bytes.TrimSpace(part[:i])) > 0
				break
			}
			at := marks[len(marks)-1]
			marks = marks[:len(marks)-1]
			behind := at + len(endMark)
			if more = more || behind < i && len(bytes.TrimSpace(part[behind:i])) > 0; more {
				ends = append(ends, start+int64(behind))
			}
			i = at
		}
		end = start
	}
	return ends
}

// marksIn gives where the end marks in a part begin. Looking forward is several times
// as quick as looking backward.
func marksIn(part []byte) (marks []int) {
	for from := 0; ; {
		at := bytes.Index(part[from:], endMark)
		if at < 0 {
			return marks
		}
		marks = append(marks, from+at)
		from += at + len(endMark)
	}
}
