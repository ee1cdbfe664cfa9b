package parse

import (
	"context"
	"fmt"

	"recount.invalid/recount/internal/within"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// Options sets what Parse reads with.
type Options struct {
	// Vocabulary holds the words; nil means the built-in ones.
	Vocabulary *vocabulary.Vocabulary
	// Jobs is how many chapters and notes are read at the same time; below 2
	// means one after the other. The report is the same.
	Jobs int
}

// reading is the state that the stages share.
type reading struct {
	ctx   context.Context // of Parse; nil in tests of single stages
	doc   *model.Document
	vocab *vocabulary.Vocabulary
	words *notation.WordEvidence
	jobs  int // see Options.Jobs

	pages []*pageState
	// tail is the open table that ended the page before, while the tables
	// are found.
	tail *table
	// lead is the document's usual distance between the baselines of a
	// paragraph, as a ratio of the size; 0 where too few lines show it.
	lead float64
	// push is how much lower a line stands in which letters are raised, as a
	// ratio of the size; 0 where the document keeps its leading.
	push float64
	// indent is how far paragraphs' first lines are set in, as a ratio of the
	// size; 0 where they are not.
	indent float64
	// spaced says that the document sets its paragraphs off by white space,
	// openers counts the words with which they begin.
	spaced  bool
	openers map[string]int
	notes   []*note
	// signNotes are those that are marked by a sign instead of a number.
	signNotes []*signNote
	// marked are the raised figures of the pages before, while the tables are
	// found.
	marked map[int]bool
	// marks counts the raised figures in the body, by number.
	marks map[int]int
	// exponents are the raised figures that are no markers.
	exponents map[place]bool
	// listed are the lines with which the notes of a plain list begin, with
	// their numbers.
	listed map[*line]int
	// columnNotes are the headings under which notes stand in columns.
	columnNotes []*line
	// raisedNotes says that notes begin with raised figures throughout.
	raisedNotes bool
	// markedOn are the figures on each page that can be markers, where it
	// does not.
	markedOn map[int]map[int]bool
	// gluedMarks are the figures that can be markers in a document that raises
	// none.
	gluedMarks map[int]bool
	// noteNumbers counts the notes of each number, the evidence by which a
	// raised figure is a marker.
	noteNumbers map[int]int
	// glued are the raised figures that are several markers.
	glued map[place][]int
	// flat are the markers of a document that does not raise them.
	flat   map[*line][]flatMark
	blocks []*block
	// unnumbered are the texts of headings without the numbers of their
	// sections.
	unnumbered map[*block]string
	// contents are the entries of the table of contents, inContents their
	// keys.
	contents   []contentsEntry
	inContents map[string]bool
	front      []*block
	chapters   []*chapter
	// signed says that the members' sections end with names in brackets.
	signed bool
	// promiseBlocks are the blocks of the promise of the chapter that is
	// being read.
	promiseBlocks []*block

	rep *model.Report
}

// stage is one step of the reading.
type stage struct {
	name string
	run  func(*reading) error
}

// stages are the steps in their order; each file says what its stage needs
// from the earlier ones.
var stages = []stage{
	{"measure", (*reading).measure},
	{"running heads", (*reading).takeRunningHeads},
	{"note columns", (*reading).divideNoteColumns},
	{"marker form", (*reading).settleMarkerForm},
	{"tables", (*reading).findTables},
	{"footnote zones", (*reading).splitFootnoteZones},
	{"notes", (*reading).buildNotes},
	{"cells", (*reading).rereadCells},
	{"blocks", (*reading).buildBlocks},
	{"section numbers", (*reading).numberSections},
	{"chapters", (*reading).splitChapters},
	{"front matter", (*reading).readFrontMatter},
	{"chapter parts", (*reading).readChapters},
	{"cells' markers", (*reading).keepCellMarkers},
	{"joins", (*reading).joinReferences},
	{"figures", (*reading).collectFigures},
	{"leftovers", (*reading).reportLeftovers},
	{"checks", (*reading).checkItself},
	{"about", (*reading).sayWhatAbout},
}

// Parse reads a document as a compliance report. The error is ErrNoText,
// ErrNotReport, the context's cause or a *StageError for a stage that failed;
// everything doubtful is a warning in the report.
func Parse(ctx context.Context, doc *model.Document, o Options) (*model.Report, error) {
	return within.Do(ctx, func() (*model.Report, error) { return parseBy(ctx, doc, o, stages) })
}

func parseBy(ctx context.Context, doc *model.Document, o Options, stages []stage) (*model.Report, error) {
	r := newReading(inUsualForm(doc), o)
	r.ctx = ctx
	for _, s := range stages {
		if err := s.guarded(r); err != nil {
			return nil, err
		}
		if ctx.Err() != nil { // the stage may have left its work undone
			return nil, context.Cause(ctx)
		}
	}
	return r.rep, nil
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

// stopped reports whether the caller has had enough: what is left is left
// undone, and Parse gives the reason. Loops over pages, chapters and notes ask.
func (r *reading) stopped() bool { return r.ctx != nil && r.ctx.Err() != nil }

func newReading(doc *model.Document, o Options) *reading {
	v := o.Vocabulary
	if v == nil {
		v = vocabulary.Default()
	}
	return &reading{
		doc:         doc,
		vocab:       v,
		jobs:        o.Jobs,
		noteNumbers: map[int]int{},
		rep: &model.Report{
			Schema:          model.SchemaReport,
			Source:          doc.Source,
			Commitments:     []model.Commitment{},
			Footnotes:       []model.Footnote{},
			Matrices:        []model.Matrix{},
			CommitmentsList: []model.ListedPromise{},
			Figures:         []model.Figure{},
			Warnings:        append([]model.Warning{}, doc.Warnings...),
		},
	}
}

func (r *reading) warn(kind, text string, at model.At, readings ...string) {
	r.rep.Warnings = append(r.rep.Warnings, model.Warning{Kind: kind, Text: text, Readings: readings, At: at})
}
