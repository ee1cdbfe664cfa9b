package form

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"recount.invalid/recount/dataset/shape"
)

// The numbers of Stata's format 118 (help dta in Stata 14 and later): types of
// variables and what stands for a missing value.
const (
	dtaStrL   = 32768
	dtaDouble = 65526
	dtaLong   = 65528
	dtaByte   = 65530

	dtaMaxStr      = 2045 // bytes of a string of fixed length
	dtaMinByte     = -127
	dtaMaxByte     = 100
	dtaMissingByte = 101
	dtaMinLong     = -2147483647
	dtaMaxLong     = 2147483620
	dtaMissingLong = 2147483621

	dtaNameLen, dtaFormatLen, dtaLabelLen = 129, 57, 321 // bytes, with the zero at the end
	dtaSections                           = 14
)

var (
	dtaMissingDouble = math.Float64frombits(0x7fe0000000000000)
	dtaEpoch         = time.Date(1960, time.January, 1, 0, 0, 0, 0, time.UTC)
)

// dtaScores are the labels of scores.
var dtaScores = []dtaLabel{{-1, "−1 no compliance"}, {0, "0 partial compliance"}, {1, "+1 full compliance"}}

type dtaLabel struct {
	value int32
	text  string
}

// dtaSink writes a Stata file for each table. The file says before the rows
// how many there are and how wide the columns, so that the rows wait in a file
// of their own until the last one is known.
type dtaSink struct {
	dir    string
	tables []*dtaTable
}

type dtaTable struct {
	table *shape.Table
	spool *os.File
	out   *bufio.Writer
	rows  uint64
	width []int   // of texts, in bytes
	low   []int64 // of whole numbers
	high  []int64
}

func openDTA(dir string, tables []*shape.Table, _ Options) (Sink, error) {
	s := &dtaSink{dir: filepath.Join(dir, "dta")}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return nil, err
	}
	for _, t := range tables {
		// Beside the tables, not in the system's folder: a killed run leaves it in
		// what the next run clears.
		spool, err := os.CreateTemp(s.dir, ".rows-*")
		if err != nil {
			return nil, errors.Join(err, s.discard())
		}
		n := len(t.Columns)
		s.tables = append(s.tables, &dtaTable{
			table: t, spool: spool, out: bufio.NewWriterSize(spool, 1<<16), width: make([]int, n), low: make([]int64, n), high: make([]int64, n),
		})
	}
	return s, nil
}

// discard removes the waiting rows.
func (s *dtaSink) discard() error {
	var errs []error
	for _, t := range s.tables {
		errs = append(errs, t.spool.Close(), os.Remove(t.spool.Name()))
	}
	return errors.Join(errs...)
}

// Write puts a row into the waiting file: 0 for an absent cell, otherwise 1 and
// the number, or 1 + the length of the text and the text.
func (s *dtaSink) Write(table int, r shape.Row) error {
	t := s.tables[table]
	var scratch [binary.MaxVarintLen64]byte
	for i, c := range r {
		switch typ := t.table.Columns[i].Type; {
		case !c.Set:
			t.out.WriteByte(0)
		case typ == shape.Integer || typ == shape.Score:
			t.low[i], t.high[i] = min(t.low[i], c.Int), max(t.high[i], c.Int)
			t.out.WriteByte(1)
			t.out.Write(scratch[:binary.PutVarint(scratch[:], c.Int)])
		default:
			t.width[i] = max(t.width[i], len(c.Text))
			t.out.Write(scratch[:binary.PutUvarint(scratch[:], uint64(len(c.Text))+1)])
			t.out.WriteString(c.Text)
		}
	}
	t.rows++
	return nil
}

// Close is Sink's.
func (s *dtaSink) Close() error {
	var errs []error
	for _, t := range s.tables {
		errs = append(errs, t.out.Flush())
	}
	for _, t := range s.tables {
		if errors.Join(errs...) != nil {
			break
		}
		errs = append(errs, t.save(filepath.Join(s.dir, t.table.Name+".dta")))
	}
	return errors.Join(append(errs, s.discard())...)
}

// dtaType is how a column is stored.
type dtaType struct {
	code   uint16
	format string
	labels string // name of its value labels; empty for none
	values []dtaLabel
}

func (t *dtaTable) typeOf(i int) dtaType {
	c := t.table.Columns[i]
	switch {
	case c.Type == shape.Score && t.low[i] >= dtaMinByte && t.high[i] <= dtaMaxByte:
		return dtaType{dtaByte, "%8.0g", "score", dtaScores}
	case c.Type == shape.Date:
		return dtaType{code: dtaLong, format: "%td"}
	case c.Type == shape.Number:
		return dtaType{code: dtaDouble, format: "%10.0g"}
	case len(c.Values) > 0:
		labels := make([]dtaLabel, len(c.Values))
		for j, v := range c.Values {
			labels[j] = dtaLabel{int32(j + 1), v}
		}
		return dtaType{dtaByte, "%20.0g", c.Name, labels}
	case c.Type == shape.String && t.width[i] > dtaMaxStr:
		return dtaType{code: dtaStrL, format: "%9s"}
	case c.Type == shape.String:
		width := max(t.width[i], 1)
		return dtaType{code: uint16(width), format: "%-" + strconv.Itoa(min(width, 40)) + "s"}
	case t.low[i] >= dtaMinLong && t.high[i] <= dtaMaxLong:
		return dtaType{code: dtaLong, format: "%12.0g"}
	}
	return dtaType{code: dtaDouble, format: "%14.0g"}
}

// dtaFile writes a file's parts and knows where they begin.
type dtaFile struct {
	out   *bufio.Writer
	at    uint64
	parts []uint64
}

func (f *dtaFile) Write(p []byte) (int, error) {
	n, err := f.out.Write(p)
	f.at += uint64(n)
	return n, err
}

func (f *dtaFile) text(s string) { _, _ = f.Write([]byte(s)) } // the buffer keeps its first error

func (f *dtaFile) number(n any) { _ = binary.Write(f, binary.LittleEndian, n) }

// fixed writes a text into a field of n bytes that zeros fill up; a longer one
// is cut at a character, so that one zero at least stands behind it.
func (f *dtaFile) fixed(s string, n int) {
	if len(s) >= n {
		end := n - 1
		for !utf8.RuneStart(s[end]) {
			end--
		}
		s = s[:end]
	}
	field := make([]byte, n)
	copy(field, s)
	_, _ = f.Write(field)
}

// part begins a part of the file that the map lists.
func (f *dtaFile) part(s string) {
	f.parts = append(f.parts, f.at)
	f.text(s)
}

func (t *dtaTable) save(path string) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	f := &dtaFile{out: bufio.NewWriterSize(file, 1<<16)}
	columns := t.table.Columns
	types := make([]dtaType, len(columns))
	for i := range columns {
		types[i] = t.typeOf(i)
	}
	f.part("<stata_dta>")
	f.text("<header><release>118</release><byteorder>LSF</byteorder><K>")
	f.number(uint16(len(columns)))
	f.text("</K><N>")
	f.number(t.rows)
	f.text("</N><label>")
	label := t.table.Doc
	const maxLabel = 80 // characters
	if r := []rune(label); len(r) > maxLabel {
		label = string(r[:maxLabel])
	}
	f.number(uint16(len(label)))
	f.text(label)
	f.text("</label><timestamp>")
	f.number(uint8(0)) // none: the same input gives the same bytes
	f.text("</timestamp></header>")
	f.part("<map>")
	table := f.at
	f.number(make([]uint64, dtaSections))
	f.text("</map>")
	f.part("<variable_types>")
	for _, v := range types {
		f.number(v.code)
	}
	f.text("</variable_types>")
	f.part("<varnames>")
	for _, c := range columns {
		f.fixed(c.Name, dtaNameLen)
	}
	f.text("</varnames>")
	f.part("<sortlist>")
	f.number(make([]uint16, len(columns)+1))
	f.text("</sortlist>")
	f.part("<formats>")
	for _, v := range types {
		f.fixed(v.format, dtaFormatLen)
	}
	f.text("</formats>")
	f.part("<value_label_names>")
	for _, v := range types {
		f.fixed(v.labels, dtaNameLen)
	}
	f.text("</value_label_names>")
	f.part("<variable_labels>")
	for _, c := range columns {
		f.fixed(variableLabel(c.Doc), dtaLabelLen)
	}
	f.text("</variable_labels>")
	f.part("<characteristics>")
	f.text("</characteristics>")
	f.part("<data>")
	if err := t.each(func(obs uint64, i int, c shape.Cell) error { return f.cell(types[i], columns[i], obs, i, c) }); err != nil {
		return err
	}
	f.text("</data>")
	f.part("<strls>")
	if slices.ContainsFunc(types, func(v dtaType) bool { return v.code == dtaStrL }) {
		if err := t.each(func(obs uint64, i int, c shape.Cell) error { f.long(types[i], obs, i, c); return nil }); err != nil {
			return err
		}
	}
	f.text("</strls>")
	f.part("<value_labels>")
	written := map[string]bool{}
	for _, v := range types {
		if v.labels != "" && !written[v.labels] {
			written[v.labels] = true
			f.labels(v)
		}
	}
	f.text("</value_labels>")
	f.part("</stata_dta>")
	f.parts = append(f.parts, f.at)
	if err := f.out.Flush(); err != nil {
		return err
	}
	if _, err := file.Seek(int64(table), io.SeekStart); err != nil {
		return err
	}
	return binary.Write(file, binary.LittleEndian, f.parts)
}

// variableLabel is a column's meaning in the 80 characters that Stata shows.
func variableLabel(doc string) string {
	const most = 80
	runes := []rune(doc)
	if len(runes) <= most {
		return doc
	}
	return string(runes[:most-1]) + "…"
}

// each goes through the waiting rows cell by cell; observations are counted
// from 1.
func (t *dtaTable) each(f func(obs uint64, column int, c shape.Cell) error) error {
	if _, err := t.spool.Seek(0, io.SeekStart); err != nil {
		return err
	}
	in := bufio.NewReaderSize(t.spool, 1<<16)
	for obs := uint64(1); obs <= t.rows; obs++ {
		for i, column := range t.table.Columns {
			n, err := binary.ReadUvarint(in)
			if err != nil {
				return err
			}
			c := shape.Cell{Set: n > 0}
			switch {
			case n == 0:
			case column.Type == shape.Integer || column.Type == shape.Score:
				if c.Int, err = binary.ReadVarint(in); err != nil {
					return err
				}
			default:
				text := make([]byte, n-1)
				if _, err := io.ReadFull(in, text); err != nil {
					return err
				}
				c.Text = string(text)
			}
			if err := f(obs, i, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// cell writes a cell in the form of its column.
func (f *dtaFile) cell(v dtaType, column shape.Column, obs uint64, i int, c shape.Cell) error {
	switch {
	case v.code == dtaStrL:
		// Where the text stands: the column in 2 bytes, the row in 6; zeros
		// for none.
		var at [8]byte
		if c.Text != "" {
			binary.LittleEndian.PutUint64(at[:], obs<<16|uint64(i+1))
		}
		_, _ = f.Write(at[:])
	case v.code <= dtaMaxStr:
		field := make([]byte, v.code)
		copy(field, c.Text)
		_, _ = f.Write(field)
	case v.code == dtaByte:
		n := int64(dtaMissingByte)
		if c.Set && column.Type == shape.Score {
			n = c.Int
		} else if c.Set {
			n = int64(slices.Index(column.Values, c.Text) + 1)
		}
		f.number(int8(n))
	case v.code == dtaLong:
		n := int64(dtaMissingLong)
		if c.Set && column.Type == shape.Date {
			d, err := time.Parse(time.DateOnly, c.Text)
			if err != nil {
				return err
			}
			n = int64(d.Sub(dtaEpoch) / (24 * time.Hour))
		} else if c.Set {
			n = c.Int
		}
		f.number(int32(n))
	default:
		n := dtaMissingDouble
		if c.Set && column.Type == shape.Number {
			var err error
			if n, err = strconv.ParseFloat(c.Text, 64); err != nil {
				return fmt.Errorf("column %s: %w", column.Name, err)
			}
		} else if c.Set {
			n = float64(c.Int)
		}
		f.number(n)
	}
	return nil
}

// long writes a text that is too long for a column of fixed width.
func (f *dtaFile) long(v dtaType, obs uint64, i int, c shape.Cell) {
	if v.code != dtaStrL || c.Text == "" {
		return
	}
	const ascii = 130 // a text that ends with a zero
	f.text("GSO")
	f.number(uint32(i + 1))
	f.number(obs)
	f.number(uint8(ascii))
	f.number(uint32(len(c.Text) + 1))
	f.text(c.Text + "\x00")
}

// labels writes the words for a column's values.
func (f *dtaFile) labels(v dtaType) {
	var texts []byte
	var offsets, values []int32
	for _, l := range v.values {
		offsets, values = append(offsets, int32(len(texts))), append(values, l.value)
		texts = append(append(texts, l.text...), 0)
	}
	f.text("<lbl>")
	f.number(int32(8 + 8*len(v.values) + len(texts)))
	f.fixed(v.labels, dtaNameLen)
	_, _ = f.Write(make([]byte, 3)) // fills up
	f.number([]int32{int32(len(v.values)), int32(len(texts))})
	f.number(offsets)
	f.number(values)
	_, _ = f.Write(texts)
	f.text("</lbl>")
}
