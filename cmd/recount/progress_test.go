package main

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

// lines keeps the lines that a bar draws over each other.
type lines struct{ longest int }

func (l *lines) Write(p []byte) (int, error) {
	for _, line := range strings.FieldsFunc(string(p), func(r rune) bool { return r == '\r' || r == '\n' }) {
		l.longest = max(l.longest, utf8.RuneCountInString(line))
	}
	return len(p), nil
}

// A bar that is wider than the terminal leaves its pieces on the screen.
func TestBarFitsTheTerminal(t *testing.T) {
	for width, drawn := range map[int]bool{20: false, 49: false, 50: true, 79: true, 80: true, 200: true} {
		var seen lines
		var w io.Writer = &seen
		bar := newBar(w, 1200, width, "12345 pages, 12 not read", "files")
		if (bar != nil) != drawn {
			t.Errorf("%d columns: a bar: %t", width, bar != nil)
		}
		if bar == nil {
			continue
		}
		for range 1199 {
			_ = bar.Add(1)
		}
		// The bar proper takes what the words around it leave of a terminal;
		// without one it has the library's usual width.
		const usual = 40
		if words := seen.longest - usual; words >= width {
			t.Errorf("%d columns: words of %d around the bar", width, words)
		}
	}
}
