package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"recount.invalid/recount/extract/internal/arrange"
	"recount.invalid/recount/extract/internal/content"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/open"
	"recount.invalid/recount/model"
)

// Options say how a file is read. The zero value reads an unencrypted file
// with the default limits on one goroutine.
type Options struct {
	Password string        // user or owner password; the empty one is always tried
	Reader   string        // object reader: "auto" (or empty), or one of package open's names
	Limits   object.Limits // fields that are zero stand for their defaults
	Jobs     int           // pages read at the same time; below 2 means one after the other
	// OnPage is told after each page how many of all are done. It is called
	// from one goroutine at a time.
	OnPage func(done, total int)
	// CrossCheck: every page is read by the other readers too, as it is unasked
	// where our own had to repair the file or failed on a page; it holds for the
	// reader "auto". Where words differ, a warning says so (KindReadersDiffer).
	CrossCheck bool
	// Elsewhere is called where other readers are to be asked and this program
	// was built without them (build tag lean); nil does nothing.
	Elsewhere func()

	asWritten bool // a library is given the file itself or nothing
}

// The kinds of warnings that Read gives.
const (
	KindPageFailed   = "page-failed"   // a page, or the rest of it, could not be read
	KindPageCut      = "page-cut"      // a page's content stream is damaged; what came before is there
	KindLimit        = "limit"         // a limit was hit; what was read so far is there
	KindDamaged      = "damaged"       // the file's bytes are not what was written: any character may be wrong
	KindUnmapped     = "unmapped"      // glyphs without a Unicode value
	KindOutside      = "outside-page"  // text beyond the page's edge or its window, which is not displayed and was left out
	KindUndrawn      = "undrawn"       // form fields and comments that have text but no appearance, which was left out
	KindUnseen       = "unseen"        // text that the page does not show; it was left out, or most of the page is such text
	KindRecognised   = "recognised"    // a page is a picture, its text an invisible layer, as text recognition makes it
	KindDrawnSign    = "drawn-sign"    // a line before a figure was read as its minus
	KindGlyphText    = "glyph-text"    // the file says that a glyph or a word is another figure or sign than it draws
	KindPagesMissing = "pages-missing" // the file says that it has more pages than were found

	KindReadersDiffer = "readers-differ" // another object reader has other words on a page, or other pages
)

// PageError is why a page, or a part of it, could not be read.
type PageError struct {
	File string
	Page int // from 1
	Err  error
}

func (e *PageError) Error() string { return fmt.Sprintf("%s: page %d: %v", e.File, e.Page, e.Err) }

// Unwrap gives the reason.
func (e *PageError) Unwrap() error { return e.Err }

// Error is why a file could not be read.
type Error struct {
	File string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %v", e.File, e.Err) }

// Unwrap gives the reason, which wraps one of package object's errors where
// the file is to blame.
func (e *Error) Unwrap() error { return e.Err }

// Read reads the size bytes of src and gives every page's lines. name is the
// file's base name as it stands in the result. The error is an *Error; pages
// that fail and limits that are hit are warnings of the document instead, but for
// the limit of time. When ctx ends, its cause is returned.
func Read(ctx context.Context, name string, src io.ReaderAt, size int64, o Options) (doc *model.Document, err error) {
	defer func() {
		if x := recover(); x != nil {
			doc, err = nil, &Error{name, panicked(x)}
		}
	}()
	limits := o.Limits.OrDefault()
	parent := ctx
	ctx, cancel := context.WithTimeoutCause(ctx, limits.Time, &object.LimitError{
		Limit: "Time", Max: int64(limits.Time.Seconds()),
	})
	defer cancel()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(src, 0, size)); err != nil {
		return nil, &Error{name, err}
	}
	doc, shared, err := readOnce(ctx, name, src, size, limits, o)
	if shared && o.Jobs > 1 {
		// The same file must give the same document: its pages are read again
		// in their order.
		o.Jobs = 1
		doc, _, err = readOnce(ctx, name, src, size, limits, o)
	}
	if err == nil && ctx.Err() != nil {
		// What a limit of the file's own leaves out is the same on every machine;
		// which pages were in time is not, and half a report passes for a whole one.
		err = context.Cause(ctx)
	}
	if err == nil && (o.Reader == "" || o.Reader == open.Auto) {
		crossCheck(ctx, doc, src, size, limits, o)
	}
	if parent.Err() != nil {
		err = context.Cause(parent)
	}
	if err != nil {
		return nil, &Error{name, err}
	}
	doc.Source.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return doc, nil
}

// readOnce opens the file and reads its pages. shared says that they hit a limit
// that they have in common (access.File.InCommon).
func readOnce(ctx context.Context, name string, src io.ReaderAt, size int64, limits object.Limits, o Options) (doc *model.Document, shared bool, err error) {
	r, err := open.Open(ctx, src, size, open.Options{Password: o.Password, Reader: o.Reader, Limits: limits, AsWritten: o.asWritten})
	if err != nil {
		return nil, false, err
	}
	defer func() {
		// What was read is read; a failure to let go of the file is the
		// caller's to see only when there is nothing else.
		if e := r.Close(); e != nil && err == nil && doc == nil {
			err = e
		}
	}()
	f := newFile(r, limits)
	f.size = size
	doc, err = readPages(ctx, name, f, o)
	if err != nil {
		return nil, f.InCommon(), err
	}
	doc.Source.Repairs = object.Repairs(r)
	if object.Lossy(r) {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindDamaged,
			Text: "bytes of the file are not what was written (source.repairs): characters and figures may be wrong or missing",
		})
	}
	return doc, f.InCommon(), nil
}

// readPages reads all pages of an opened file.
func readPages(ctx context.Context, name string, f *file, o Options) (*model.Document, error) {
	trailer := f.Reader.Trailer()
	catalog := f.Dict(trailer["Root"])
	f.layers = content.ReadLayers(f.File, catalog)
	nodes, limit := f.pageTree(catalog["Pages"])
	if len(nodes) == 0 {
		if limit != nil {
			return nil, limit
		}
		return nil, fmt.Errorf("%w: no page was found", object.ErrDamaged)
	}
	doc := &model.Document{Source: model.Source{
		File: name, Pages: len(nodes), Reader: f.Reader.Name(),
	}}
	info := f.Dict(trailer["Info"])
	doc.Source.Producer = strings.TrimSpace(f.Text(info["Producer"]))
	doc.Source.Created = edtfDay(f.Text(info["CreationDate"]))
	if limit != nil {
		doc.Warnings = append(doc.Warnings, model.Warning{Kind: KindLimit, Text: limit.Error()})
	}
	if len(f.lostPages) > 0 {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindDamaged, Text: fmt.Sprintf("the list of pages names %d that are not in the file", len(f.lostPages)),
			At: pagesAt(f.lostPages),
		})
	}
	if n, ok := f.Number(f.Dict(catalog["Pages"])["Count"]); ok && int(n) > len(nodes) && limit == nil {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindPagesMissing,
			Text: fmt.Sprintf("the file says that it has %d pages; %d were found", int(n), len(nodes)),
		})
	}

	if len(f.twicePages) > 0 && f.leftOver().pages > 0 {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindDamaged, Text: "the list of pages names a page twice, and another page of the file not at all", At: pagesAt(f.twicePages),
		})
	}
	f.swapped = f.swappedFonts(nodes)

	results := make([]pageResult, len(nodes))
	f.each(ctx, nodes, results, o)
	doc.Pages = make([]model.Page, len(nodes))
	unmapped, outside, undrawn := 0, 0, 0
	var veil veils
	var unmappedPages, outsidePages, undrawnPages []int
	var warnings []model.Warning
	for i := range results {
		doc.Pages[i] = results[i].page
		warnings = append(warnings, results[i].warnings...)
		if n := results[i].page.Unmapped; n > 0 {
			unmapped += n
			unmappedPages = append(unmappedPages, i+1)
		}
		if n := results[i].outside; n > 0 {
			outside += n
			outsidePages = append(outsidePages, i+1)
		}
		veil.add(i+1, &results[i])
		if n := results[i].undrawn; n > 0 {
			undrawn += n
			undrawnPages = append(undrawnPages, i+1)
		}
	}
	arrange.ShortColumns(doc.Pages)
	warnings = append(warnings, f.twice(nodes, results)...)
	doc.Warnings = append(doc.Warnings, fold(warnings)...)
	if f.fonts.LeftOut() {
		limit := &object.LimitError{Limit: "Fonts", Max: int64(f.Limits.Fonts)}
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindLimit, Text: limit.Error() + "; text in the others is read with a substitute",
		})
	}
	for _, err := range f.LimitsHit() {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindLimit, Text: err.Error() + "; what is beyond is left out",
		})
	}
	if unmapped > 0 {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindUnmapped,
			Text: fmt.Sprintf("%d glyphs have no Unicode value and stand as U+FFFD", unmapped),
			At:   pagesAt(unmappedPages),
		})
	}
	if outside > 0 {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindOutside,
			Text: fmt.Sprintf("%d glyphs lie beyond the edge of what is displayed of the page and were left out", outside),
			At:   pagesAt(outsidePages),
		})
	}
	doc.Warnings = append(doc.Warnings, veil.warnings()...)
	if undrawn > 0 {
		doc.Warnings = append(doc.Warnings, model.Warning{
			Kind: KindUndrawn,
			Text: fmt.Sprintf("%d form fields or comments have text that nothing in the file shows on the page; it was left out", undrawn),
			At:   pagesAt(undrawnPages),
		})
	}
	return doc, nil
}

// leastTwice is how many letters a page has that nobody prints twice. One with fewer
// is told of where the content of another page is left over.
const leastTwice = 200

// twice tells of pages that show the same stream as a page before: a page's own
// was lost then.
func (f *file) twice(nodes []pageNode, results []pageResult) (out []model.Warning) {
	seen := map[string]int{}
	for i := range nodes {
		ref := ""
		switch c := nodes[i].dict["Contents"].(type) {
		case object.Ref:
			ref = c.String()
		case object.Array:
			ref = fmt.Sprint(c)
		}
		if ref == "" {
			continue
		}
		if first, again := seen[ref]; again {
			if results[i].letters < leastTwice && f.leftOver().streams == 0 {
				continue // blank pages may be the same
			}
			out = append(out, model.Warning{
				Kind: KindDamaged, Text: fmt.Sprintf("the page shows the content of page %d once more", first+1), At: model.At{{Page: i + 1}},
			})
			continue
		}
		seen[ref] = i
	}
	return out
}

// fold makes one warning of those that say the same of several pages, in the
// place of the first.
func fold(warnings []model.Warning) (out []model.Warning) {
	type key struct{ kind, text string }
	pages := map[key][]int{}
	for _, w := range warnings {
		k := key{w.Kind, w.Text}
		pages[k] = append(pages[k], w.At.Page())
	}
	for _, w := range warnings {
		k := key{w.Kind, w.Text}
		switch on := pages[k]; {
		case len(on) == 1:
			out = append(out, w)
		case len(on) > 1:
			out = append(out, model.Warning{Kind: w.Kind, Text: fmt.Sprintf("%s; so on %d pages", w.Text, len(on)), At: pagesAt(on)})
			pages[k] = nil
		}
	}
	return out
}

// maxNamedPages bounds how many pages a warning names.
const maxNamedPages = 50

func pagesAt(pages []int) (at model.At) {
	for _, p := range pages[:min(len(pages), maxNamedPages)] {
		at = at.Add(p, model.Box{})
	}
	return at
}

// pageResult is one page with what there is to say of it.
type pageResult struct {
	page     model.Page
	warnings []model.Warning
	outside  int
	letters  int // that were read
	undrawn  int
	unseen   mark.Tally
	// read and picture say of the unseen letters what content says of them.
	read, picture bool
	beyond        mark.Tally
	doubtful      mark.Tally
	drawn         mark.Tally
	altered       mark.Tally
	struck        mark.Tally
	cost          int64 // in operators
}

// ledger adds up what the pages cost, in their order: which of them are read
// must not depend on how many are read at the same time.
type ledger struct {
	most int64 // what they may cost

	mu    sync.Mutex
	costs map[int]int64 // of pages that come after one that is not read yet
	next  int           // the first page that is not added up
	spent int64
	full  bool // no page from next on is read
}

// add takes in the cost of a page that was read.
func (l *ledger) add(page int, cost int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.costs[page] = cost
	for c, ok := l.costs[l.next]; ok && !l.full; c, ok = l.costs[l.next] {
		delete(l.costs, l.next)
		l.next++
		l.spent += c
		l.full = l.spent > l.most
	}
}

// over reports whether a page is not read because those before it have cost
// all there is.
func (l *ledger) over(page int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.full && page >= l.next
}

// each reads the pages, on o.Jobs goroutines. Every result has its own place,
// so that the document is the same however many there are.
func (f *file) each(ctx context.Context, nodes []pageNode, results []pageResult, o Options) {
	var (
		next, done atomic.Int64
		report     sync.Mutex
		wait       sync.WaitGroup
		all        = ledger{most: f.Limits.OperatorsFor(f.size), costs: map[int]int64{}}
	)
	work := func() {
		in := content.New(ctx, f.File, f.fonts, f.layers)
		as := &arrange.Arranger{}
		for {
			i := int(next.Add(1)) - 1
			if i >= len(nodes) {
				return
			}
			if !all.over(i) {
				results[i] = f.page(ctx, in, as, i+1, nodes[i])
				all.add(i, results[i].cost)
			}
			n := int(done.Add(1))
			if o.OnPage != nil {
				report.Lock()
				o.OnPage(n, len(nodes))
				report.Unlock()
			}
		}
	}
	jobs := max(1, min(o.Jobs, len(nodes)))
	for range jobs - 1 {
		wait.Go(work)
	}
	work()
	wait.Wait()
	for i := range nodes {
		if all.over(i) {
			results[i] = notRead(i+1, nodes[i], &object.LimitError{Limit: "Operators", Max: all.most})
		}
	}
}

// notRead is the result for a page that was not read.
func notRead(number int, node pageNode, why error) pageResult {
	_, w, h := node.display()
	return pageResult{
		page: model.Page{Number: number, Width: w, Height: h},
		warnings: []model.Warning{{
			Kind: kindOf(why, KindPageFailed), Text: fmt.Sprintf("not read: %v", why), At: model.At{{Page: number}},
		}},
	}
}

// What a page costs, in operators, beside its own.
const (
	costOfStretch          = 10 // sorting it in
	costOfRun              = 40 // the memory and time that what is left of it takes later on; a line's and a rule's too
	lettersPerOperator     = 4
	comparisonsPerOperator = 50
)

// costOf is what a page cost, in operators, beside the operators.
func costOf(c *mark.Page, laid *arrange.Result) int64 {
	n := len(laid.Lines) + len(laid.Rules)
	for i := range laid.Lines {
		n += len(laid.Lines[i].Runs)
	}
	return int64(costOfRun*n + costOfStretch*len(c.Stretches) + len(c.Letters)/lettersPerOperator + laid.Comparisons/comparisonsPerOperator)
}

// page reads one page. It is the boundary at which a panic becomes a warning.
func (f *file) page(ctx context.Context, in *content.Interpreter, as *arrange.Arranger, number int, node pageNode) (res pageResult) {
	_, w, h := node.display()
	res.page = model.Page{Number: number, Width: w, Height: h}
	warn := func(kind string, err error) {
		res.warnings = append(res.warnings, model.Warning{
			Kind: kind, Text: err.Error(), At: model.At{{Page: number}},
		})
	}
	defer func() {
		if x := recover(); x != nil {
			warn(KindPageFailed, panicked(x))
		}
	}()
	if why := context.Cause(ctx); why != nil {
		return notRead(number, node, why)
	}
	data, err := content.Streams(f.File, node.dict["Contents"])
	if err == nil && f.misnamed(node.dict) {
		err = content.ErrLost
	}
	switch {
	case errors.Is(err, content.ErrLost):
		warn(KindDamaged, err)
	case err != nil:
		warn(kindOf(err, KindPageCut), err)
	}
	if node.lost != "" {
		warn(KindDamaged, fmt.Errorf("%w: the page says where %s, and nothing was found there", object.ErrDamaged, node.lost))
	}
	if node.misspelt != "" && !errors.Is(err, content.ErrLost) {
		warn(KindDamaged, fmt.Errorf("%w: the page's %s stands under another name", object.ErrDamaged, node.misspelt))
	}
	if f.swapped[number-1] {
		warn(KindDamaged, fmt.Errorf("%w: one of the page's fonts leads to another one", object.ErrDamaged))
	}
	run := func() {
		err = in.Run(node.view(), data)
		res.cost += int64(in.Operators())
	}
	run()
	// A page that lies on its side is read again, turned.
	turned := func(turn int) {
		node.rotate = (node.rotate + turn) % 360
		_, w, h = node.display()
		res.page.Width, res.page.Height, res.page.Turned = w, h, turn
		run()
	}
	drawn := in.Drawing()
	turn := arrange.Turn(&drawn.Page)
	if turn != 0 {
		turned(turn)
	}
	laid := as.Page(&drawn.Page, number, w, h)
	if side := arrange.TableTurn(laid.Lines); turn == 0 && side != 0 {
		turned(side)
		laid = as.Page(&drawn.Page, number, w, h)
	}
	res.page.Lines, res.page.Rules = laid.Lines, laid.Rules
	if err != nil {
		warn(kindOf(err, KindPageFailed), err)
	}
	if cut := in.Cut(); cut != nil {
		warn(kindOf(cut, KindPageCut), fmt.Errorf("a drawing on the page: %w", cut))
	}
	if lost := in.Lost(); lost != nil {
		warn(KindDamaged, lost)
	}
	if laid.TooDense {
		warn(KindLimit, errTooDense)
	}
	res.cost += int64(len(data)/content.BytesPerOperator) + costOf(&drawn.Page, &laid)
	res.page.Unmapped = drawn.Unmapped
	if drawn.Overpainted {
		warn(KindLimit, errOverpainted)
	}
	res.outside, res.beyond = drawn.Outside, drawn.Beyond
	if res.beyond.Letters >= leastBeyond {
		res.outside -= res.beyond.Letters
	} else {
		res.beyond = mark.Tally{}
	}
	res.letters = len(drawn.Letters)
	res.unseen, res.read, res.picture = drawn.Unseen, drawn.UnseenRead, drawn.Pictured
	res.doubtful, res.altered = drawn.Doubtful, drawn.Altered
	res.drawn, res.struck = laid.Signs, laid.Struck
	res.undrawn = in.Undrawn()
	return res
}

// leastBeyond is how many letters beyond a page's edge are a word or a figure.
// A page whose size was cut has them, and what is missing there accuses nobody.
const leastBeyond = 3

// errTooDense says that maxWork was hit.
var errTooDense = errors.New("too much text in one place: raised text and the cells of a row may stand as lines of their own")

// errOverpainted says that maxPaints or maxLooks was hit.
var errOverpainted = errors.New("too many painted areas: whether all text is seen could not be looked at")

// kindOf is the warning kind of an error: a limit, or else.
func kindOf(err error, other string) string {
	var limit *object.LimitError
	if errors.As(err, &limit) {
		return KindLimit
	}
	return other
}

// panicked makes an error of a panic. The place in the code is for whoever
// mends it; what was thrown is for the reader of the message.
func panicked(x any) error {
	return &PanicError{Reason: fmt.Sprint(x), Stack: string(debug.Stack())}
}

// PanicError is a defect of this package that a file brought to light.
type PanicError struct {
	Reason string
	Stack  string // not part of the message
}

func (e *PanicError) Error() string { return "internal error: " + e.Reason }

// edtfDay reads a PDF date, D:YYYYMMDD…, as an EDTF day (PDF 32000-1, 7.9.4);
// "" where it is none.
func edtfDay(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	if len(s) < 8 || slices.ContainsFunc([]byte(s[:8]), func(c byte) bool { return c < '0' || c > '9' }) {
		return ""
	}
	if m, d := s[4:6], s[6:8]; m < "01" || m > "12" || d < "01" || d > "31" {
		return ""
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:8]
}
