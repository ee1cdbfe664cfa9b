package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/native"
	"recount.invalid/recount/extract/object/open"
	"recount.invalid/recount/model"
)

// Other readers are asked what a file says where ours had to mend it or could
// not read a page, and of any file where that is wanted (Options.CrossCheck). They
// share the filters and all that is done with a page's content; what they have of
// their own is how objects are found and read. Where a reader knows of no word
// that ours does not have, it has nothing to say: it repairs less, and loses
// pages that ours finds. In a sound file every difference counts.

const (
	// mostChecked is how large a file may be that other readers are asked about
	// unasked, in bytes: they hold all of it in memory.
	mostChecked = 64 << 20
	// partOfTime is the part of the time for a file that each may take.
	partOfTime = 4
)

// suspect reports whether a document that our own reader read is to be held
// against others.
func suspect(doc *model.Document) bool {
	return len(doc.Source.Repairs) > 0 || slices.ContainsFunc(doc.Warnings, failedPage)
}

// failedPage reports whether a warning says that a page, or its rest, could not be
// read.
func failedPage(w model.Warning) bool { return w.Kind == KindPageFailed || w.Kind == KindPageCut }

// crossCheck holds a document of our own reader against the others where there
// is reason to.
func crossCheck(ctx context.Context, doc *model.Document, src io.ReaderAt, size int64, limits object.Limits, o Options) {
	doubtful := suspect(doc) && size <= mostChecked
	if doc.Source.Reader != native.Name || !doubtful && !o.CrossCheck {
		return
	}
	others := open.Others()
	if len(others) == 0 && o.Elsewhere != nil {
		o.Elsewhere()
	}
	o.OnPage = nil
	for _, name := range others {
		other, err := readAsWritten(ctx, name, src, size, limits, o)
		if err != nil {
			continue // it cannot say
		}
		doc.Source.CheckedBy = append(doc.Source.CheckedBy, name)
		compare(doc, other, name, !doubtful)
	}
}

// readAsWritten reads the file with a library, without what our own reader knows
// of it.
func readAsWritten(ctx context.Context, reader string, src io.ReaderAt, size int64, limits object.Limits, o Options) (doc *model.Document, err error) {
	defer func() {
		if x := recover(); x != nil {
			doc, err = nil, panicked(x)
		}
	}()
	ctx, cancel := context.WithTimeoutCause(ctx, limits.Time/partOfTime, errNoTime)
	defer cancel()
	o.Reader, o.asWritten = reader, true
	doc, _, err = readOnce(ctx, "", src, size, limits, o)
	if err == nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return doc, err
}

var errNoTime = errors.New("the other reader takes too long")

// compare warns of the pages on which another reader has other words; all says
// that words count which only ours has. A page that ours could not read and the
// other has more of is taken from there.
func compare(doc, other *model.Document, name string, all bool) {
	if len(other.Pages) > len(doc.Pages) || all && len(other.Pages) < len(doc.Pages) {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindReadersDiffer,
			Text: fmt.Sprintf("the reader %s finds %d pages in the file; %s finds %d", name, len(other.Pages), doc.Source.Reader, len(doc.Pages)),
		})
	}
	failed := pagesWhere(doc, failedPage)
	bad := pagesWhere(other, func(w model.Warning) bool { return failedPage(w) || w.Kind == KindLimit })
	var differ, taken []int
	for i := range min(len(doc.Pages), len(other.Pages)) {
		if bad[i+1] {
			continue
		}
		theirs, ours := wordsMissing(&other.Pages[i], &doc.Pages[i])
		switch {
		case theirs && failed[i+1] && !ours:
			doc.Pages[i] = other.Pages[i]
			taken = append(taken, i+1)
		case theirs || all && ours:
			differ = append(differ, i+1)
		}
	}
	for _, found := range []struct {
		pages []int
		text  string
	}{
		{taken, "the page is as the reader %s reads it: %s could not read all of it"},
		{differ, "the reader %s has other words on the page than %s, which was taken"},
	} {
		if len(found.pages) > 0 {
			doc.Warnings = append(doc.Warnings, model.Warning{
				Kind: KindReadersDiffer, Text: fmt.Sprintf(found.text, name, doc.Source.Reader), At: pagesAt(found.pages),
			})
		}
	}
}

// pagesWhere are the pages that some warning names.
func pagesWhere(doc *model.Document, is func(model.Warning) bool) map[int]bool {
	pages := map[int]bool{}
	for _, w := range doc.Warnings {
		if is(w) {
			for _, at := range w.At {
				pages[at.Page] = true
			}
		}
	}
	return pages
}

// wordsMissing reports whether page a has words that b does not have, and the
// other way round. Their order is none of the readers' doing.
func wordsMissing(a, b *model.Page) (inB, inA bool) {
	count := map[string]int{}
	for i := range a.Lines {
		for word := range strings.FieldsSeq(a.Lines[i].Text()) {
			count[word]++
		}
	}
	for i := range b.Lines {
		for word := range strings.FieldsSeq(b.Lines[i].Text()) {
			count[word]--
		}
	}
	for _, n := range count {
		inB, inA = inB || n > 0, inA || n < 0
	}
	return inB, inA
}
