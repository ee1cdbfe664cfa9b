package form

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
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

// dtaType is how a column is stored.
type dtaType struct {
	code   uint16
	format string
	labels string // name of its value labels; empty for none
	values []dtaLabel
}

// dtaTypeOf is how a column of a table is stored.
func dtaTypeOf(t *waiting, i int) dtaType {
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

// saveDTA writes a table as a Stata file, which says before the rows how many there
// are and how wide the columns.
func saveDTA(file *os.File, t *waiting) error {
	f := &dtaFile{out: bufio.NewWriterSize(file, 1<<16)}
	columns := t.table.Columns
	types := make([]dtaType, len(columns))
	for i := range columns {
		types[i] = dtaTypeOf(t, i)
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
	obs := uint64(0) // rows are counted from 1
	if err := t.each(func(r shape.Row) error {
		obs++
		for i, c := range r {
			if err := f.cell(types[i], columns[i], obs, i, c); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	f.text("</data>")
	f.part("<strls>")
	if slices.ContainsFunc(types, func(v dtaType) bool { return v.code == dtaStrL }) {
		obs = 0
		if err := t.each(func(r shape.Row) error {
			obs++
			for i, c := range r {
				f.long(types[i], obs, i, c)
			}
			return nil
		}); err != nil {
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
