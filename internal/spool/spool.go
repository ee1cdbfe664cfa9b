// Package spool keeps records on disk that are needed again later in a run, so that
// memory does not grow with their number.
package spool

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// inMemory is how many bytes of records are kept in memory: those of a small run
// never reach the disk, and a large one is written in pieces of this size.
const inMemory = 64 << 10

// Records are records that are added one behind the other, and read back in that order
// or by their place. The first error is kept, and given by all that follows. They are
// for one goroutine.
type Records struct {
	dir  string
	file *os.File // nil while everything is in memory
	tail []byte   // what is not in the file yet
	done int64    // bytes in the file
	gone bool     // the file's name was removed when it was made
	err  error
}

// New gives records of which those that do not fit into memory wait in a file in dir,
// empty for the system's folder of such files.
func New(dir string) *Records { return &Records{dir: dir} }

// Add adds a record and gives its place.
func (r *Records) Add(record []byte) (at int64, err error) {
	if r.err != nil {
		return 0, r.err
	}
	at = r.done + int64(len(r.tail))
	r.tail = binary.AppendUvarint(r.tail, uint64(len(record)))
	r.tail = append(r.tail, record...)
	if len(r.tail) > inMemory {
		r.err = r.flush()
	}
	return at, r.err
}

func (r *Records) flush() error {
	if r.file == nil {
		f, err := os.CreateTemp(r.dir, ".recount-tmp-*")
		if err != nil {
			return fmt.Errorf("keep records on disk: %w", err)
		}
		r.file = f
		// Where the system allows it the name goes at once, and the file with the
		// process, however that ends.
		r.gone = os.Remove(f.Name()) == nil
	}
	n, err := r.file.WriteAt(r.tail, r.done)
	if err != nil {
		return fmt.Errorf("keep records on disk: %w", err)
	}
	r.done += int64(n)
	r.tail = r.tail[:0]
	return nil
}

// ReadAt reads bytes of the records, wherever they are.
func (r *Records) ReadAt(b []byte, at int64) (n int, err error) {
	if at < r.done {
		n, err = r.file.ReadAt(b[:min(int64(len(b)), r.done-at)], at)
		if err != nil {
			return n, err
		}
		at += int64(n)
	}
	if n < len(b) && at-r.done < int64(len(r.tail)) {
		n += copy(b[n:], r.tail[at-r.done:])
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// Get gives the record at a place that Add gave. room is used for it where it is large
// enough.
func (r *Records) Get(at int64, room []byte) ([]byte, error) {
	if r.err != nil {
		return nil, r.err
	}
	var head [binary.MaxVarintLen64]byte
	n, err := r.ReadAt(head[:], at)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read records from disk: %w", err)
	}
	length, width := binary.Uvarint(head[:n])
	if width <= 0 || int64(length) > r.done+int64(len(r.tail))-at {
		return nil, fmt.Errorf("read records from disk: %w", io.ErrUnexpectedEOF)
	}
	if uint64(cap(room)) < length {
		room = make([]byte, length)
	}
	room = room[:length]
	if _, err := r.ReadAt(room, at+int64(width)); err != nil {
		return nil, fmt.Errorf("read records from disk: %w", err)
	}
	return room, nil
}

// Each gives all records in their order; one is good until the next.
func (r *Records) Each(do func(record []byte) error) error {
	if r.err != nil {
		return r.err
	}
	in := &reader{of: r}
	var room []byte
	for {
		length, err := binary.ReadUvarint(in)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read records from disk: %w", err)
		}
		if uint64(cap(room)) < length {
			room = make([]byte, length)
		}
		room = room[:length]
		if _, err := io.ReadFull(in, room); err != nil {
			return fmt.Errorf("read records from disk: %w", err)
		}
		if err := do(room); err != nil {
			return err
		}
	}
}

// Close lets the file go; the records are gone.
func (r *Records) Close() error {
	r.tail, r.done = nil, 0
	if r.file == nil {
		return nil
	}
	err := r.file.Close()
	if !r.gone {
		err = errors.Join(err, os.Remove(r.file.Name()))
	}
	r.file = nil
	return err
}

// reader reads all records from the first on.
type reader struct {
	of  *Records
	at  int64
	buf [16 << 10]byte
	has []byte
}

func (r *reader) fill() error {
	n, err := r.of.ReadAt(r.buf[:], r.at)
	r.at += int64(n)
	r.has = r.buf[:n]
	if n > 0 {
		return nil
	}
	return err
}

func (r *reader) ReadByte() (byte, error) {
	if len(r.has) == 0 {
		if err := r.fill(); err != nil {
			return 0, err
		}
	}
	b := r.has[0]
	r.has = r.has[1:]
	return b, nil
}

func (r *reader) Read(b []byte) (int, error) {
	if len(r.has) == 0 {
		if err := r.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(b, r.has)
	r.has = r.has[n:]
	return n, nil
}
