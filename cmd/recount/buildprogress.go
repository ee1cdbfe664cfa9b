//go:build !lean

package main

import (
	"fmt"
	"io"

	"github.com/schollz/progressbar/v3"

	"recount.invalid/recount/bulk"
)

// plainSteps is how many lines of progress a run writes where there is no
// terminal.
const plainSteps = 10

// buildProgress shows how far an import is: a bar on a terminal, a line now
// and then elsewhere.
type buildProgress struct {
	out   io.Writer
	quiet bool
	bar   *progressbar.ProgressBar
	told  int
}

func newBuildProgress(out io.Writer, quiet bool) *buildProgress {
	return &buildProgress{out: out, quiet: quiet}
}

// show is bulk.Options.Progress. The bar's errors are those of writing to the
// terminal; there is nobody to tell.
func (b *buildProgress) show(p bulk.Progress) {
	if b.quiet {
		return
	}
	if isTerminal(b.out) {
		if b.bar == nil {
			b.bar = newBar(b.out, p.Files, terminalWidth(b.out), "", "files")
		}
		if b.bar == nil {
			return
		}
		b.bar.Describe(fmt.Sprintf("%d pages, %d not read", p.Pages, p.Failed))
		_ = b.bar.Set(p.Done)
		return
	}
	step := max((p.Files+plainSteps-1)/plainSteps, 1)
	if p.Done == p.Files || p.Done >= b.told+step {
		b.told = p.Done
		fmt.Fprintf(b.out, "%d of %d files, %d pages, %d not read\n", p.Done, p.Files, p.Pages, p.Failed)
	}
}

func (b *buildProgress) finish() {
	if b.bar != nil {
		_ = b.bar.Finish()
	}
}
