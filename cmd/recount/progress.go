//go:build !lean

package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is the bar on standard error. Without a terminal, or with a
// single thing to do, there is none and its methods do nothing.
type progress struct {
	bar *progressbar.ProgressBar
}

func newProgress(w io.Writer, total int, what string) *progress {
	if total < 2 || !isTerminal(w) {
		return &progress{}
	}
	return &progress{bar: newBar(w, total, terminalWidth(w), what, what)}
}

// The widths of a terminal, in columns, from which the bar shows speed and
// time, and from which there is one at all. One that is wider than the terminal
// goes on in the next line, where it cannot be wiped away.
const (
	wideTerminal = 80
	leastForBar  = 50
)

// newBar makes a bar that fits a terminal of that width; nil where none does.
// its is what is counted in the speed.
func newBar(w io.Writer, total, width int, what, its string) *progressbar.ProgressBar {
	if width < leastForBar {
		return nil
	}
	wide := width >= wideTerminal
	options := []progressbar.Option{
		// The library's own default is standard output, which is for data.
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(what),
		progressbar.OptionSetItsString(its),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(wide),
		progressbar.OptionSetElapsedTime(wide),
		progressbar.OptionClearOnFinish(),
	}
	if wide {
		options = append(options, progressbar.OptionShowIts())
	}
	return progressbar.NewOptions(total, options...)
}

// terminalWidth is the width of a terminal in columns; one that does not tell
// is as wide as they usually are.
func terminalWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return wideTerminal
}

// isTerminal says whether w is a terminal that somebody looks at.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// The bar's errors are those of writing to the terminal; there is nobody to
// tell and nothing to do about them.

func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// clear makes room for a line of text.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
