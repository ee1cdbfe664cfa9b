package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/filter"
	"recount.invalid/recount/extract/object/syntax"
)

// handle is where a stream's data lies, and the object's number and
// generation, which its key depends on.
type handle struct {
	data               int64
	number, generation int
}

var errForeign = errors.New("stream of another reader")

// Data reads and decodes a stream's data (object.Reader).
func (f *File) Data(s *object.Stream) (data []byte, err error) {
	defer object.Recover(Name, &err)
	if f.ctx.Err() != nil {
		return nil, context.Cause(f.ctx)
	}
	h, ok := s.Handle.(handle)
	if !ok {
		return nil, errForeign
	}
	return f.decode(h, s.Dict, f.resolve)
}

// Raw gives a stream's bytes with its encryption undone and its filters still
// on.
func (f *File) Raw(s *object.Stream) (raw []byte, err error) {
	defer object.Recover(Name, &err)
	h, ok := s.Handle.(handle)
	if !ok {
		return nil, errForeign
	}
	return f.raw(h, s.Dict, f.resolve)
}

func (f *File) decode(h handle, dict object.Dict, resolve func(object.Object) object.Object) ([]byte, error) {
	if err := filter.Check(dict, resolve); err != nil {
		return nil, err
	}
	if _, err := f.bound.Budget.Left(); err != nil {
		return nil, err
	}
	raw, err := f.raw(h, dict, resolve)
	if err != nil {
		return nil, err
	}
	return f.bound.Decode(raw, dict, resolve)
}

func (f *File) raw(h handle, dict object.Dict, resolve func(object.Object) object.Object) ([]byte, error) {
	length, ok := resolve(dict["Length"]).(int64)
	if !ok {
		length = -1
	}
	raw, measured := f.rawData(h.data, length)
	if measured {
		f.repairs.note(lengths, h.number)
	}
	if f.crypt == nil {
		return raw, nil
	}
	return f.crypt.stream(raw, dict, h.number, h.generation, resolve)
}

// rawData reads the data at offset. Length is believed where endstream
// follows; otherwise the data ends at the next endstream, or at endobj, or
// with the file, and measured is true.
func (f *File) rawData(offset, length int64) (raw []byte, measured bool) {
	if length >= 0 && f.endsAt(offset, length) {
		return f.src.bytes(offset, length), false
	}
	raw = trimLineEnd(f.src.bytes(offset, f.ends.after(f.src, offset)-offset))
	// Such streams may lie over each other, each going to the same end.
	f.bound.Budget.Spend(int64(len(raw)))
	return raw, true
}

// endFinder finds where streams of unknown length end. It keeps the last
// stretch without an end mark, so that a thousand streams with one end are not
// each followed to it.
type endFinder struct {
	mu       sync.Mutex
	from, to int64 // no end mark begins in between; one does at to, or the file ends there
}

// after is the offset of the first end mark at or after offset, or the file's
// size.
func (e *endFinder) after(src source, offset int64) int64 {
	e.mu.Lock()
	defer e.mu.Unlock()
	if offset >= e.from && offset <= e.to && e.to > 0 {
		return e.to
	}
	end := src.find(offset, "endstream", "endobj")
	if end < 0 {
		end = src.size
	}
	if end-offset >= e.to-e.from || offset > e.to {
		e.from, e.to = offset, end
	}
	return end
}

// endsAt reports whether a stream's data that begins at offset and is length
// bytes long is followed by the word endstream.
func (f *File) endsAt(offset, length int64) bool {
	if length < 0 || length > f.src.size-offset {
		return false
	}
	const slack = 32 // line ends and padding in front of the word
	behind := bytes.TrimLeft(f.src.bytes(offset+length, slack), "\x00\t\n\f\r ")
	return bytes.HasPrefix(behind, []byte("endstream")) || bytes.HasPrefix(behind, []byte("endobj"))
}

// trimLineEnd takes off the line end in front of endstream.
func trimLineEnd(b []byte) []byte {
	if n := len(b); n > 0 && b[n-1] == '\n' {
		b = b[:n-1]
	}
	if n := len(b); n > 0 && b[n-1] == '\r' {
		b = b[:n-1]
	}
	return b
}

// objectStream is a decoded object stream (PDF 32000-1, 7.5.7).
type objectStream struct {
	data    []byte
	numbers []int
	offsets []int // in data, parallel to numbers
	err     error // why it has no objects, or not all
}

// find is the offset of the object. The index of the cross-reference is
// believed where the number fits.
func (s *objectStream) find(number, index int) (int, bool) {
	if index < len(s.numbers) && s.numbers[index] == number {
		return s.offsets[index], true
	}
	for i, n := range s.numbers {
		if n == number {
			return s.offsets[i], true
		}
	}
	return 0, false
}

// compressed loads an object that lies in an object stream.
func (f *File) compressed(number int, e entry) (object.Object, error) {
	s := f.streams.get(e.stream, func() *objectStream { return f.readObjectStream(e.stream) })
	offset, ok := s.find(number, e.index)
	if !ok {
		return nil, s.err
	}
	l := &syntax.Lexer{Buf: s.data, Pos: offset, Nesting: f.limits.Nesting}
	o, _ := l.Object()
	f.parsing.Spend(int64(l.Pos - offset))
	if l.Cut && s.err != nil {
		// The object may go on in what could not be decoded: half a
		// dictionary would pass for a whole one.
		return nil, fmt.Errorf("object stream %d: %w", e.stream, s.err)
	}
	if l.Deep {
		return nil, f.limits.TooDeep()
	}
	if l.Torn {
		f.repairs.note(torn, number)
	}
	f.objects.put(object.Ref{Number: number}, o, int64(l.Pos-offset))
	return o, nil
}

// readObjectStream decodes an object stream and reads its index.
func (f *File) readObjectStream(number int) *objectStream {
	e, ok := f.table.entries[number]
	if !ok || e.free || e.stream != 0 {
		return &objectStream{err: object.ErrDamaged}
	}
	o, err := f.plain(object.Ref{Number: number, Generation: e.generation}, e)
	if err != nil {
		return &objectStream{err: err}
	}
	stream, ok := o.(*object.Stream)
	if !ok {
		return &objectStream{err: object.ErrDamaged}
	}
	// No value of this dictionary may lie in an object stream; following one
	// there could come back to here.
	shallow := func(o object.Object) object.Object {
		ref, ok := o.(object.Ref)
		if !ok {
			return o
		}
		e, ok := f.table.entries[ref.Number]
		if !ok || e.free || e.stream != 0 {
			return nil
		}
		v, _ := f.plain(ref, e)
		return v
	}
	out := &objectStream{}
	out.data, out.err = f.decode(stream.Handle.(handle), stream.Dict, shallow)
	if out.err != nil {
		f.repairs.note(streams, number)
	}
	count, _ := shallow(stream.Dict["N"]).(int64)
	first, _ := shallow(stream.Dict["First"]).(int64)
	if first < 0 || first > int64(len(out.data)) {
		first = int64(len(out.data))
	}
	index := &syntax.Lexer{Buf: out.data[:first]}
	for i := int64(0); i < count; i++ {
		number, ok1 := index.Token().(int64)
		offset, ok2 := index.Token().(int64)
		if !ok1 || !ok2 {
			break
		}
		if number < 0 || number > maxNumber || offset < 0 || offset >= int64(len(out.data))-first {
			continue
		}
		out.numbers = append(out.numbers, int(number))
		out.offsets = append(out.offsets, int(first+offset))
	}
	return out
}

// expand puts the objects of object streams into a table made by scanning.
// The later object counts, whether it stands in a stream or not: an object
// stream has its place in the order of the file.
func (f *File) expand(s *scanned) {
	isStream := map[int]bool{}
	for _, number := range s.streams {
		isStream[number] = true
	}
	// Place of the last plain object of each number, and of each stream.
	place := map[int]int{}
	for i, number := range s.order {
		place[number] = i
	}
	for i, number := range s.order {
		if !isStream[number] || place[number] != i {
			continue
		}
		if f.ctx.Err() != nil {
			return
		}
		objects := f.streams.get(number, func() *objectStream { return f.readObjectStream(number) })
		for index, member := range objects.numbers {
			if at, ok := place[member]; ok && at > i {
				continue
			}
			// Objects of one stream may lie over each other, so that each
			// is as long as the stream.
			if _, err := f.parsing.Left(); err != nil || len(s.entries) >= f.most || f.ctx.Err() != nil {
				return
			}
			place[member] = i
			s.entries[member] = entry{stream: number, index: index}
			l := &syntax.Lexer{Buf: objects.data, Pos: objects.offsets[index], Nesting: f.limits.Nesting}
			o, _ := l.Object()
			f.parsing.Spend(int64(l.Pos - objects.offsets[index]))
			if o != nil {
				if dict, ok := o.(object.Dict); ok {
					s.classify(member, dict)
				}
			}
		}
	}
}
