//go:build lean

package workbook

// Book is an open workbook; without the library there is none.
type Book struct{}

// Open gives ErrElsewhere.
func Open([]byte) (*Book, error) { return nil, ErrElsewhere }

// Sheets gives nothing.
func (*Book) Sheets() []string { return nil }

// Rows gives ErrElsewhere.
func (*Book) Rows(string) ([][]string, error) { return nil, ErrElsewhere }
