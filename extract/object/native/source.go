package native

import (
	"bytes"
	"io"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/syntax"
)

// source is the file's bytes.
type source struct {
	at    io.ReaderAt
	size  int64
	whole []byte // all of them, for a file of at most keptWhole bytes
}

// keptWhole is the size up to which a file is read into memory at once. A
// system call for each object costs more than reading it; reports of a
// thousand pages have five million bytes.
const keptWhole = 8 << 20

// newSource reads the file where it is small. What cannot be read whole is
// read piece by piece.
func newSource(at io.ReaderAt, size int64) source {
	s := source{at: at, size: size}
	if size <= keptWhole {
		if all := s.bytes(0, size); int64(len(all)) == size {
			s.whole = all
		}
	}
	return s
}

// bytes reads n bytes at offset, fewer at the file's end. A read error is
// treated as the end: what lies before it can still be read. The bytes must
// not be changed.
func (s source) bytes(offset, n int64) []byte {
	if offset < 0 || offset >= s.size || n <= 0 {
		return nil
	}
	end := offset + min(n, s.size-offset)
	if s.whole != nil {
		return s.whole[offset:end:end]
	}
	buf := make([]byte, end-offset)
	got, _ := s.at.ReadAt(buf, offset)
	return buf[:got]
}

// firstWindow is how many bytes are read for an object at first. Nearly all
// objects are shorter.
const firstWindow = 2 << 10

// parse calls f with a lexer at offset. Where f runs into the end of what was
// read, it is called again with four times as much, until the file's end; so
// f must start from nothing each time. It gives what f last left: the lexer
// and the offset of the lexer's position in the file.
func (s source) parse(offset int64, nesting int, f func(*syntax.Lexer)) (*syntax.Lexer, int64) {
	for window := int64(firstWindow); ; window *= 4 {
		buf := s.bytes(offset, window)
		l := &syntax.Lexer{Buf: buf, Nesting: nesting}
		f(l)
		if !l.Cut || l.Deep || offset+int64(len(buf)) >= s.size || int64(len(buf)) < window {
			return l, offset + int64(l.Pos)
		}
	}
}

// find is the offset of the first of the words at or after offset, or -1.
func (s source) find(offset int64, words ...string) int64 {
	longest := 0
	for _, w := range words {
		longest = max(longest, len(w))
	}
	const largest = 64 << 10
	for chunk := int64(firstWindow); offset < s.size; chunk = min(4*chunk, largest) {
		buf := s.bytes(offset, chunk)
		first := -1
		for _, w := range words {
			if i := bytes.Index(buf, []byte(w)); i >= 0 && (first < 0 || i < first) {
				first = i
			}
		}
		if first >= 0 {
			return offset + int64(first)
		}
		if int64(len(buf)) < chunk {
			return -1
		}
		offset += int64(len(buf) - longest + 1)
	}
	return -1
}

// indirect is an object as it stands in the file, "N G obj … endobj".
type indirect struct {
	number, generation int
	value              object.Object // for a stream: its dictionary
	stream             bool
	data               int64 // offset of a stream's first byte
	end                int64 // offset behind the value, for a stream that of its data
	length             int64 // bytes from the number to end
	deep               bool  // nested deeper than the limit
	cut                bool  // may go on behind the file's end
	torn               bool  // its bytes are not those of an object
}

// object reads the indirect object at offset. ok is false where none begins.
func (s source) object(offset int64, nesting int) (obj indirect, ok bool) {
	return s.indirect(offset, nesting, func(l *syntax.Lexer) object.Object {
		o, ok := l.Object()
		if !ok {
			// An object of nothing is null; what stands here else is none.
			at := l.Pos
			word, _ := l.Token().(syntax.Keyword)
			l.Torn = l.Torn || word != "endobj" && word != syntax.End
			l.Pos = at
		}
		return o
	})
}

// indirect reads the indirect object at offset, its value with the function.
func (s source) indirect(offset int64, nesting int, value func(*syntax.Lexer) object.Object) (obj indirect, ok bool) {
	if offset < 0 || offset >= s.size {
		return indirect{}, false
	}
	l, end := s.parse(offset, nesting, func(l *syntax.Lexer) {
		obj, ok = indirect{}, false
		number, ok1 := l.Token().(int64)
		generation, ok2 := l.Token().(int64)
		if !ok1 || !ok2 || number < 0 || number > maxNumber || generation < 0 || generation > maxNumber {
			return
		}
		const word = "obj"
		l.SkipSpace()
		if ok = bytes.HasPrefix(l.Buf[l.Pos:], []byte(word)); !ok {
			l.Cut = l.Cut || len(l.Buf)-l.Pos < len(word)
			return
		}
		l.Pos += len(word) // not by a token: "obj123" occurs
		obj.number, obj.generation = int(number), int(generation)
		obj.value = value(l)
		if _, isDict := obj.value.(object.Dict); !isDict {
			return
		}
		after := l.Pos
		if word, _ := l.Token().(syntax.Keyword); word == "stream" {
			obj.stream = true
			l.Pos += lineEnd(l.Buf[l.Pos:])
			l.Cut = l.Cut || l.Pos >= len(l.Buf)
		} else {
			l.Pos = after
		}
	})
	obj.deep, obj.cut, obj.torn = l.Deep, l.Cut, l.Torn
	obj.end, obj.length = end, end-offset
	if obj.stream {
		obj.data = end
	}
	return obj, ok
}

// maxNumber bounds object numbers; a larger one is garbage (PDF 32000-1,
// annex C, has 8,388,607).
const maxNumber = 1 << 30

// lineEnd is the length of what separates the word stream from its data: a
// line feed, with or without a carriage return (PDF 32000-1, 7.3.8.1). A
// carriage return alone and blanks in front of it are found in files too.
func lineEnd(b []byte) int {
	i := 0
	for i < len(b) && (b[i] == ' ' || b[i] == '\t') {
		i++
	}
	switch {
	case i+1 < len(b) && b[i] == '\r' && b[i+1] == '\n':
		return i + 2
	case i < len(b) && (b[i] == '\r' || b[i] == '\n'):
		return i + 1
	}
	return 0 // no line end: the data begins at once
}
