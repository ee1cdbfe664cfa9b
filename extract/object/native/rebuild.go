package native

import (
	"bytes"
	"context"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/syntax"
)

// scanned is what a scan of the whole file found, in the order of the file.
type scanned struct {
	table          // its trailer is put together from all trailers, the last in the file counting first
	order    []int // numbers of the objects, each where it stands last
	streams  []int // numbers of the object streams
	catalogs []int // objects that say they are one
	roots    []int // page-tree nodes without a parent
	pages    []int
	infos    []int // dictionaries that look like the document information
	reread   int64 // bytes that were looked at twice because an object did not end
}

// ref is a reference to the object that the scan found last under a number.
func (s *scanned) ref(number int) object.Ref {
	return object.Ref{Number: number, Generation: s.entries[number].generation}
}

// scanFile makes a cross-reference by looking for "N G obj" from the first
// byte to the last. Of two objects with one number the later counts, as in
// an updated file. What lies within a stream whose Length is right is passed
// over, so that a PDF attached to the file does not get mixed in.
func (f *File) scanFile(ctx context.Context) (*scanned, error) {
	s := &scanned{table: table{entries: map[int]entry{}, trailer: object.Dict{}}}
	const chunk = 256 << 10
	const overlap = 64 // longer than "1073741824 65535 obj" with its white space
	for base := int64(0); base < f.src.size; {
		buf := f.src.bytes(base, chunk)
		if len(buf) == 0 {
			break
		}
		last := len(buf) < chunk || base+int64(len(buf)) >= f.src.size
		w := words{buf: buf}
		for {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			at := w.next()
			if at < 0 || !last && at > len(buf)-len("trailer") {
				break // what may be cut off is seen again at the start of the next chunk
			}
			w.pos = at + 1
			if buf[at] == 't' {
				w.pos = max(w.pos, int(s.addTrailer(f, base+int64(at))-base))
				continue
			}
			start, ok := objectStart(buf[:at])
			if !ok {
				continue
			}
			obj, ok := f.src.object(base+int64(start), f.limits.Nesting)
			if !ok {
				continue
			}
			end, err := s.addObject(f, obj, base+int64(start))
			if err != nil {
				return nil, err
			}
			w.pos = max(w.pos, int(end-base))
		}
		switch {
		case w.pos >= len(buf):
			base += int64(w.pos)
		case last:
			base = f.src.size
		default:
			base += int64(max(w.pos, len(buf)-len("trailer")-overlap))
		}
	}
	return s, nil
}

// words finds, one after the other, each "obj" that is not the end of
// "endobj" and each "trailer" in a chunk of the file.
type words struct {
	buf          []byte
	pos          int // where to look from
	obj, trailer int // next of each, looked up when it lies before pos; -1: no more
}

// next is the index of the next word at or after pos, or -1.
func (w *words) next() int {
	if w.pos >= len(w.buf) {
		return -1
	}
	for w.obj >= 0 && (w.obj < w.pos || w.obj == 0 || w.buf[w.obj-1] == 'd') {
		w.obj = after(w.buf, max(w.pos, w.obj+1), "obj")
	}
	if w.trailer >= 0 && (w.trailer < w.pos || w.trailer == 0) {
		w.trailer = after(w.buf, w.pos, "trailer")
	}
	if w.obj < 0 || w.trailer >= 0 && w.trailer < w.obj {
		return w.trailer
	}
	return w.obj
}

// after is the index of the word at or behind from, or -1.
func after(b []byte, from int, word string) int {
	if from >= len(b) {
		return -1
	}
	i := bytes.Index(b[from:], []byte(word))
	if i < 0 {
		return -1
	}
	return from + i
}

// objectStart goes back from the word obj over generation and number.
func objectStart(b []byte) (int, bool) {
	i := len(b)
	for range 2 {
		spaces := i
		for i > 0 && syntax.IsSpace(b[i-1]) {
			i--
		}
		if i == spaces {
			return 0, false
		}
		digits := i
		for i > 0 && b[i-1] >= '0' && b[i-1] <= '9' {
			i--
		}
		if i == digits {
			return 0, false
		}
	}
	return i, true
}

// addTrailer takes in the dictionary behind the word trailer at offset, and
// gives the offset from which to go on.
func (s *scanned) addTrailer(f *File, offset int64) int64 {
	offset += int64(len("trailer"))
	var dict object.Dict
	_, end := f.src.parse(offset, f.limits.Nesting, func(l *syntax.Lexer) {
		dict = nil
		if l.SkipSpace(); bytes.HasPrefix(l.Buf[l.Pos:], []byte("<<")) {
			o, _ := l.Object()
			dict, _ = o.(object.Dict)
		}
	})
	s.addTrailerDict(dict)
	return s.goOn(f, offset, end)
}

// addTrailerDict takes in a trailer. What it does not have stays as an
// earlier one said: one part of a linearized file may hold what another does
// not.
func (s *scanned) addTrailerDict(dict object.Dict) {
	for _, key := range trailerKeys {
		if v, ok := dict[key]; ok {
			s.trailer[key] = v
		}
	}
}

// goOn is where to go on after something that was read from start to end:
// behind it, but where it took in all the rest of the file, because a bracket
// is missing, what follows is looked for within it. That may happen a bounded
// number of times.
func (s *scanned) goOn(f *File, start, end int64) int64 {
	if end < f.src.size || s.reread >= 8*f.src.size {
		return end
	}
	s.reread += end - start
	return start
}

// addObject takes in one object and gives the offset from which to go on.
func (s *scanned) addObject(f *File, obj indirect, offset int64) (int64, error) {
	_, known := s.entries[obj.number]
	if !known && len(s.entries) >= f.most {
		return 0, &object.LimitError{Limit: "Objects", Max: int64(f.most)}
	}
	if !obj.stream {
		obj.end = s.goOn(f, offset, obj.end)
	}
	if known && obj.cut && !obj.stream {
		return obj.end, nil // half an object does not replace a whole one
	}
	s.entries[obj.number] = entry{offset: offset, generation: obj.generation}
	s.order = append(s.order, obj.number)
	dict, ok := obj.value.(object.Dict)
	if !ok {
		return obj.end, nil
	}
	s.classify(obj.number, dict)
	if !obj.stream {
		return obj.end, nil
	}
	switch dict["Type"] {
	case object.Name("ObjStm"):
		s.streams = append(s.streams, obj.number)
	case object.Name("XRef"):
		s.addTrailerDict(dict)
	}
	if length, ok := dict["Length"].(int64); ok && f.endsAt(obj.data, length) {
		return obj.data + length, nil
	}
	return obj.end, nil
}

// classify notes what may stand in for a lost catalog or page tree.
func (s *scanned) classify(number int, dict object.Dict) {
	switch dict["Type"] {
	case object.Name("Catalog"):
		s.catalogs = append(s.catalogs, number)
	case object.Name("Pages"):
		if dict["Parent"] == nil {
			s.roots = append(s.roots, number)
		}
	case object.Name("Page"):
		s.pages = append(s.pages, number)
	case nil:
		// The document information has no Type (PDF 32000-1, table 317).
		_, producer := dict["Producer"].(object.String)
		_, created := dict["CreationDate"].(object.String)
		if producer || created {
			s.infos = append(s.infos, number)
		}
	}
}
