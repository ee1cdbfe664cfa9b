//go:build !lean

package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Book is an open workbook.
type Book struct {
	file *excelize.File
	// unvalued says that a formula somewhere has no value stored with it.
	unvalued bool
}

// Open opens a workbook. Everything is in memory; there is nothing to close.
func Open(data []byte) (book *Book, err error) {
	defer mend(&err)
	if bytes.HasPrefix(data, []byte(oleMagic)) {
		if bytes.Contains(data, []byte(encrypted)) {
			return nil, ErrPassword
		}
		return nil, ErrFormat
	}
	if err := check(data); err != nil {
		return nil, err
	}
	// With both limits the same nothing is written to temporary files.
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	book = &Book{file: file}
	file.Pkg.Range(func(name, part any) bool {
		if strings.HasPrefix(name.(string), "xl/worksheets/sheet") || name == "xl/sharedStrings.xml" {
			err = book.walk(part.([]byte))
		}
		return err == nil
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return book, nil
}

// mend makes an error of a panic of the library, which walks a tree that
// hostile input shapes.
func mend(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, p)
	}
}

// check looks at the container, before anything is unzipped.
func check(data []byte) error {
	container, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	size, found := uint64(0), false
	for _, f := range container.File {
		if f.UncompressedSize64 > maxUnzipped {
			return ErrTooLarge
		}
		size += f.UncompressedSize64
		found = found || strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), "xl/workbook.xml")
	}
	switch {
	case size > maxUnzipped:
		return ErrTooLarge
	case !found:
		return ErrFormat
	}
	return nil
}

// walk reads a part to its end: the library takes a fault in the middle for
// the end, and the rows behind it would be lost without a word. It also looks
// for formulas without a value.
func (b *Book) walk(part []byte) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	d.CharsetReader = b.file.CharsetReader
	formula, value := false, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "c":
				formula, value = false, false
			case "f":
				formula = true
			case "v", "is":
				value = true
			}
		case xml.EndElement:
			b.unvalued = b.unvalued || t.Name.Local == "c" && formula && !value
		}
	}
}

// Sheets gives the names of the sheets that are shown, in their order.
func (b *Book) Sheets() []string {
	return slices.DeleteFunc(b.file.GetSheetList(), func(name string) bool {
		visible, err := b.file.GetSheetVisible(name)
		return err == nil && !visible
	})
}

// Rows gives the cells of a sheet, shown or hidden, as text. Rows end with
// their last cell that is not empty. Letters of the sheet's name may be large
// or small. A formula without a value stands as it is, behind a sign of
// equality: what is not known is not empty.
func (b *Book) Rows(sheet string) (rows [][]string, err error) {
	defer mend(&err)
	list := b.file.GetSheetList()
	at := slices.IndexFunc(list, func(name string) bool { return strings.EqualFold(name, strings.TrimSpace(sheet)) })
	if at < 0 {
		return nil, fmt.Errorf("%w: %q; it has %s", ErrNoSheet, sheet, Names(list))
	}
	sheet = list[at]
	shown, err := b.file.Rows(sheet)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	stored, err := b.file.Rows(sheet)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	cells := 0
	for shown.Next() && stored.Next() {
		row, err := shown.Columns()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		raw, err := stored.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		for i := range row {
			if i < len(raw) {
				row[i] = cellText(row[i], raw[i])
			}
			if row[i] == "" && b.unvalued {
				row[i] = b.formula(sheet, i+1, len(rows)+1)
			}
		}
		if cells += 1 + len(row); cells > maxCells {
			return nil, ErrTooLarge
		}
		rows = append(rows, row)
	}
	if err := errors.Join(shown.Error(), stored.Error()); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return rows, nil
}

// formula is the formula of a cell behind its sign, or nothing.
func (b *Book) formula(sheet string, column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return ""
	}
	formula, err := b.file.GetCellFormula(sheet, name)
	if err != nil || formula == "" {
		return ""
	}
	return "=" + formula
}

// fewestDecimals is how many decimals a number must be shown with to be taken
// as it is shown.
const fewestDecimals = 2

// cellText is a cell as it is shown, for that is what is published: 0.50, 75%,
// Jan-31. Where the format hides the number (0.33 shown as 0, zero as a dash,
// −1 as (1)) it is the number that is stored.
func cellText(shown, stored string) string {
	if shown == stored || !isNumber(stored) {
		return shown
	}
	text := strings.TrimSpace(shown)
	_, decimals, _ := strings.Cut(text, ".")
	switch {
	case text == "-" || strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")"):
		return stored
	case isNumber(text) && len(decimals) < fewestDecimals:
		return stored
	}
	return shown
}

// isNumber reports whether a text is a number as a workbook stores it.
func isNumber(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return s != "" && (s[0] >= '0' && s[0] <= '9' || s[0] == '.') && strings.Trim(s, "0123456789.eE+-") == "" && strings.Count(s, "-") <= 1
}
