// Package workbook reads the cells of a spreadsheet's workbook (xlsx) as text,
// and writes workbooks of tables.
// It is the only package that knows the library for it. With the build tag lean
// it goes without, and gives ErrElsewhere.
package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// Limits of a workbook. maxCells counts the empty cells between others too:
// one cell at the end of each of a million rows would fill the memory.
const (
	maxUnzipped = 128 << 20
	maxCells    = 4 << 20
)

var (
	// ErrFormat says that a file is no workbook that is read: the file of
	// another or an older program.
	ErrFormat = errors.New("this is a spreadsheet's workbook, but no xlsx")
	// ErrPassword says that a workbook is encrypted.
	ErrPassword = errors.New("the workbook is encrypted, a password is needed")
	// ErrDamaged says that a workbook cannot be read.
	ErrDamaged = errors.New("the workbook is damaged")
	// ErrTooLarge says that a workbook is beyond what is read.
	ErrTooLarge = fmt.Errorf("the workbook is larger than what is read: %d MiB unzipped, or %d cells in a sheet", maxUnzipped>>20, maxCells)
	// ErrNoSheet says that a workbook has no sheet of a name.
	ErrNoSheet = errors.New("the workbook has no such sheet")
	// ErrElsewhere says that this program has no library for workbooks.
	ErrElsewhere = errors.New("workbooks are read by recount-full")
)

// What a file begins with: a ZIP container, and the compound file of older
// programs, in which encrypted workbooks stand too.
const (
	zipMagic = "PK\x03\x04"
	oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// encrypted is the name of the stream that holds an encrypted workbook, in the
// encoding of compound files.
const encrypted = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"

// Is reports whether the bytes are those of a spreadsheet's own file.
func Is(data []byte) bool {
	return bytes.HasPrefix(data, []byte(zipMagic)) || bytes.HasPrefix(data, []byte(oleMagic))
}

// Names joins the names of sheets for a message.
func Names(sheets []string) string {
	quoted := make([]string, len(sheets))
	for i, s := range sheets {
		quoted[i] = "“" + s + "”"
	}
	return strings.Join(quoted, ", ")
}
