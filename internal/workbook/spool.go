//go:build !lean

package workbook

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
)

// spool holds the rows of a sheet in a file until the sheet is written. The library
// keeps megabytes of each sheet that is begun; so only one is at a time.
type spool struct {
	file    *os.File
	out     *bufio.Writer
	scratch [binary.MaxVarintLen64]byte
}

// spoolBuffer is how much of each sheet waits in memory, in bytes.
const spoolBuffer = 16 << 10

// What a cell is, in a spool.
const (
	spoolNone = iota
	spoolText
	spoolWhole
	spoolReal
)

func newSpool(dir string) (*spool, error) {
	f, err := os.CreateTemp(dir, ".xlsx-rows-*")
	if err != nil {
		return nil, err
	}
	return &spool{file: f, out: bufio.NewWriterSize(f, spoolBuffer)}, nil
}

// add writes a row; the buffer keeps its first error, which read gives.
func (s *spool) add(cells []any) error {
	s.number(uint64(len(cells)))
	for _, c := range cells {
		switch c := c.(type) {
		case nil:
			s.number(spoolNone)
		case string:
			s.number(spoolText)
			s.number(uint64(len(c)))
			s.out.WriteString(c)
		case int64:
			s.number(spoolWhole)
			s.out.Write(s.scratch[:binary.PutVarint(s.scratch[:], c)])
		case float64:
			s.number(spoolReal)
			s.number(math.Float64bits(c))
		default:
			return fmt.Errorf("a cell cannot hold a %T", c)
		}
	}
	return nil
}

func (s *spool) number(n uint64) { s.out.Write(s.scratch[:binary.PutUvarint(s.scratch[:], n)]) }

// each gives the rows back in their order. The row is only good until the next.
func (s *spool) each(do func([]any) error) error {
	if err := s.out.Flush(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	in := bufio.NewReader(s.file)
	var row []any
	var text []byte
	for {
		n, err := binary.ReadUvarint(in)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		row = row[:0]
		for range n {
			var cell any
			if cell, text, err = readCell(in, text); err != nil {
				return err
			}
			row = append(row, cell)
		}
		if err := do(row); err != nil {
			return err
		}
	}
}

// readCell reads a cell; text is room for one that is a text.
func readCell(in *bufio.Reader, text []byte) (any, []byte, error) {
	kind, err := binary.ReadUvarint(in)
	if err != nil || kind == spoolNone {
		return nil, text, err
	}
	if kind == spoolWhole {
		n, err := binary.ReadVarint(in)
		return n, text, err
	}
	n, err := binary.ReadUvarint(in)
	if err != nil || kind == spoolReal {
		return math.Float64frombits(n), text, err
	}
	if uint64(cap(text)) < n {
		text = make([]byte, n)
	}
	_, err = io.ReadFull(in, text[:n])
	return string(text[:n]), text, err
}

// close removes the file.
func (s *spool) close() error { return errors.Join(s.file.Close(), os.Remove(s.file.Name())) }
