package parse

import (
	"context"
	"fmt"

	"recount.invalid/recount/internal/within"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/chapter"
	"recount.invalid/recount/parse/internal/footnote"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/margin"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/internal/witness"
	"recount.invalid/recount/vocabulary"
)

// Options sets what Parse reads with.
type Options struct {
	// Vocabulary holds the words; nil means the built-in ones.
	Vocabulary *vocabulary.Vocabulary
	// Jobs is how many chapters and notes are read at the same time; below 2
	// means one after the other. The report is the same.
	Jobs int
	// Weighed is told of every claim that is weighed by evidence, so that the
	// weights can be counted on reports that are known; nil is nobody. With Jobs
	// below 2 it is called by one goroutine.
	Weighed func(Weighing)
}

// Weighing is a claim that was weighed by evidence.
type Weighing = sheet.Weighing

// reading is one document being read: the parts, each on what the parts before
// it found, and what is put together at the end.
type reading struct{ *witness.Reader }

// stage is one step of the reading.
type stage struct {
	name string
	run  func(*reading) error
}

// stages are the steps in their order; each file says what its stage needs
// from the earlier ones.
var stages = []stage{
	{"measure", func(r *reading) error { return r.Measure() }},
	{"running heads", func(r *reading) error { return r.TakeRunningHeads() }},
	{"note columns", func(r *reading) error { return r.DivideNoteColumns() }},
	{"marker form", func(r *reading) error { return r.SettleMarkerForm() }},
	{"column notes", func(r *reading) error { return r.TakeColumnNotes() }},
	{"score key", func(r *reading) error { return r.FindScoreKey() }},
	{"tables", func(r *reading) error { return r.FindTables() }},
	{"footnote zones", func(r *reading) error { return r.SplitFootnoteZones() }},
	{"notes", func(r *reading) error { return r.BuildNotes() }},
	{"cells", func(r *reading) error { return r.RereadCells() }},
	{"blocks", func(r *reading) error { return r.BuildBlocks() }},
	{"section numbers", func(r *reading) error { return r.NumberSections() }},
	{"chapters", func(r *reading) error { return r.SplitChapters() }},
	{"front matter", func(r *reading) error { return r.ReadFrontMatter() }},
	{"chapter parts", func(r *reading) error { return r.ReadChapters() }},
	{"cells' markers", func(r *reading) error { return r.KeepCellMarkers() }},
	{"joins", (*reading).joinReferences},
	{"figures", (*reading).collectFigures},
	{"leftovers", (*reading).reportLeftovers},
	{"checks", func(r *reading) error { return r.CheckItself() }},
	{"about", (*reading).sayWhatAbout},
}

// Parse reads a document as a compliance report. The error is ErrNoText,
// ErrNotReport, the context's cause or a *StageError for a stage that failed;
// everything doubtful is a warning in the report.
func Parse(ctx context.Context, doc *model.Document, o Options) (*model.Report, error) {
	return within.Do(ctx, func() (*model.Report, error) { return parseBy(ctx, doc, o, stages) })
}

func parseBy(ctx context.Context, doc *model.Document, o Options, stages []stage) (*model.Report, error) {
	r := newReading(margin.InUsualForm(doc), o)
	r.Ctx = ctx
	for _, s := range stages {
		if err := s.guarded(r); err != nil {
			return nil, err
		}
		if ctx.Err() != nil { // the stage may have left its work undone
			return nil, context.Cause(ctx)
		}
	}
	return r.Rep, nil
}

// guarded runs a stage; a panic in it, on whatever goroutine, is its error.
func (s stage) guarded(r *reading) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = &StageError{Stage: s.name, Err: fmt.Errorf("%w: %v", ErrInternal, x)}
		}
	}()
	return s.run(r)
}

func newReading(doc *model.Document, o Options) *reading {
	tables := grid.New(marker.New(margin.New(sheet.New(doc, o.Vocabulary, o.Jobs))))
	tables.Weighed = o.Weighed
	blocks := paragraph.New(footnote.New(tables))
	return &reading{witness.New(chapter.New(front.New(scoring.New(blocks))))}
}
