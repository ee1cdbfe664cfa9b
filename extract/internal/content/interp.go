package content

import (
	"context"
	"sync"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/internal/token"
	"recount.invalid/recount/extract/internal/typeface"
	"recount.invalid/recount/extract/object"
)

// Drawing is what an interpreter found on a page.
type Drawing struct {
	mark.Page
	coats  []coat // of the stretches
	paints []paint
	// Overpainted says that not all areas were kept or looked at.
	Overpainted bool
	Unseen      mark.Tally // letters that are not seen
	// UnseenRead says that these were read all the same, as they are most of the page, and
	// Pictured beside it that pictures take up most of the page.
	UnseenRead, Pictured bool
	Altered              mark.Tally // letters that the file calls by another figure or sign than it draws
	Beyond               mark.Tally // letters off the page itself, which are among those outside
	Doubtful             mark.Tally // text of layers that some viewers show and some do not
	Outside              int        // letters off the page, which nobody sees
	badOps               int        // operators that are unknown or could not be carried out
}

// coat is what a stretch is drawn with, as far as it depends on that whether it is seen.
type coat struct {
	why    why     // for what reason it is not seen, as far as drawing it tells
	ink    ink     // its colour
	alpha  float64 // its opacity
	paints int     // areas that were painted before it
}

// reset empties c and keeps its memory for the next page.
func (c *Drawing) reset() {
	c.Page.Empty()
	clear(c.paints)
	*c = Drawing{Page: c.Page, coats: c.coats[:0], paints: c.paints[:0]}
}

// graphics is the part of the graphics state that q saves and that matters
// here (PDF 32000-1, 8.4 and 9.3).
type graphics struct {
	ctm       plane.Matrix
	lineWidth float64

	font     *typeface.Font
	size     float64
	charGap  float64 // Tc
	wordGap  float64 // Tw
	stretchX float64 // Tz / 100
	leading  float64 // TL
	rise     float64 // Ts
	mode     int     // Tr

	clip window // what of the page is displayed

	fill, stroke           paintInk
	fillClear, strokeClear float64 // transparency: 1 less what ca and CA say
	under                  float64 // transparency of the groups that this is drawn in
	blend, blendAbove      bool    // mixed with what is below, here or in a group above
	dashed                 bool
	mask                   *softMask
	above                  *maskChain
	shapeFrom, shapeTo     int // stretches that clip what is painted now
}

// resources is a resource dictionary with the fonts that were looked up in
// it.
type resources struct {
	dict   object.Dict
	fonts  map[string]*typeface.Font
	spaces map[string]*colorSpace
	states map[string]*extState
	above  *resources // of whoever draws the form that these belong to
}

// Interpreter runs a page's content streams (PDF 32000-1, annex A).
type Interpreter struct {
	file   *access.File
	fonts  *typeface.Shelf
	layers *Layers
	ctx    context.Context
	out    *Drawing

	width, height float64 // of the page as displayed

	textFrom int // stretches before BT

	lex    *token.Lexer   // of the stream that is being carried out
	spare  []*token.Lexer // lexers that are done
	gs     graphics
	saved  []graphics
	over   int // q beyond maxSaved, so that their Q restore nothing
	res    *resources
	tm     plane.Matrix // text matrix
	tlm    plane.Matrix // text line matrix
	marked []markedContent
	path   path
	// clipNext says that the path that is being drawn will clip.
	clipNext bool

	forms []object.Ref // form XObjects being drawn, outermost first
	floor int          // saved states of whoever draws the present form, which it may not restore
	drawn drawings
	ops   int
	// nextLook is the count of operators at which the context is asked again.
	nextLook int
	failed   error // what ended the page early
}

const (
	// maxSaved bounds nested q; writers stay below 30.
	maxSaved = 4096
)

// usualLetters is more than a page of running text has.
const usualLetters = 8 << 10

// New gives an interpreter for pages of a file. It runs one after the other, until ctx
// ends, and keeps its memory from page to page.
func New(ctx context.Context, f *access.File, fonts *typeface.Shelf, l *Layers) *Interpreter {
	out := &Drawing{Page: mark.Page{Letters: make([]mark.Letter, 0, usualLetters)}}
	return &Interpreter{file: f, fonts: fonts, layers: l, out: out, ctx: ctx}
}

// View is a page before anything is drawn on it.
type View struct {
	Space         plane.Matrix  // from the page's user space to points from the top left corner as displayed
	Width, Height float64       // as displayed, in points
	Resources     object.Object // the page's resource dictionary, or what leads to it
	Annotations   object.Object // the page's list of annotations, or what leads to it
}

// Run carries out a page's content streams, joined, and the appearances of its annotations,
// and decides which letters are seen. What came of it the other methods tell. The error is
// what ended the page early, a limit or the context's cause; what came before is there.
func (in *Interpreter) Run(page View, data []byte) error {
	in.out.reset()
	in.width, in.height = page.Width, page.Height
	in.gs = graphics{ctm: page.Space, lineWidth: 1, stretchX: 1}
	in.clipNext = false
	in.saved = in.saved[:0]
	in.over, in.floor = 0, 0
	in.tm, in.tlm = plane.Identity, plane.Identity
	in.marked = in.marked[:0]
	in.path.reset()
	in.forms = in.forms[:0]
	in.drawn = drawings{}
	in.ops, in.nextLook = 0, 0
	in.failed = nil
	in.res = &resources{dict: in.file.Dict(page.Resources)}
	in.stream(data)
	in.endMarked(0)
	in.annotations(page)
	in.out.see(in.file, in.width, in.height)
	return in.failed
}

// Drawing is what the last page shows. It holds until the next one.
func (in *Interpreter) Drawing() *Drawing { return in.out }

// Operators is how many operators the last page has cost.
func (in *Interpreter) Operators() int { return in.ops }

// Cut is why the content of a form that the last page draws is not all there, or nil.
func (in *Interpreter) Cut() error { return in.drawn.cut }

// Lost is what the last page needs and the file does not have, or nil.
func (in *Interpreter) Lost() error { return in.drawn.lost }

// Undrawn is how many annotations of the last page have text but no appearance.
func (in *Interpreter) Undrawn() int { return in.drawn.undrawn }

// stream carries out one content stream in the present state.
func (in *Interpreter) stream(data []byte) {
	above := in.lex
	lex := in.lexer(data)
	in.lex = lex
	defer func() {
		in.lex = above
		in.spare = append(in.spare, lex)
	}()
	carryOut := operatorSlots()
	for in.failed == nil {
		op, args, ok := lex.Next()
		if !ok {
			return
		}
		in.ops++
		if in.ops >= in.nextLook {
			in.nextLook = in.ops + 4096
			if in.ctx.Err() != nil {
				in.failed = context.Cause(in.ctx)
				return
			}
		}
		if most := in.file.Limits.OperatorsPerPage; in.ops > most {
			in.failed = &object.LimitError{Limit: "OperatorsPerPage", Max: int64(most)}
			return
		}
		if string(op) == "BI" {
			in.picture(!lex.SkipInlineImage(), nil)
			continue
		}
		if do := carryOut.find(op); do != nil {
			do(in, args)
		} else if !ignored[string(op)] {
			in.out.badOps++
		}
	}
}

// lexer is a lexer for a stream, with the memory of one that is done.
func (in *Interpreter) lexer(data []byte) *token.Lexer {
	n := len(in.spare)
	if n == 0 {
		return token.New(data)
	}
	l := in.spare[n-1]
	in.spare = in.spare[:n-1]
	l.Restart(data)
	return l
}

// operators carries out the operators that matter for text and rules.
// Operands that are missing count as zero: number says so.
var operators func() map[string]func(*Interpreter, []token.Operand)

func init() { // as some of them read a page's operators themselves
	operators = sync.OnceValue(operatorTable)
	operatorSlots = sync.OnceValue(func() *slots { return newSlots(operators()) })
}

func operatorTable() map[string]func(*Interpreter, []token.Operand) {
	return map[string]func(*Interpreter, []token.Operand){
		"q":  (*Interpreter).save,
		"Q":  (*Interpreter).restore,
		"cm": (*Interpreter).concat,
		"w":  func(in *Interpreter, a []token.Operand) { in.gs.lineWidth = number(a, 0) },
		"gs": (*Interpreter).extGState,

		"BT": (*Interpreter).beginText,
		"ET": (*Interpreter).endText,
		"Tc": func(in *Interpreter, a []token.Operand) { in.gs.charGap = number(a, 0) },
		"Tw": func(in *Interpreter, a []token.Operand) { in.gs.wordGap = number(a, 0) },
		"Tz": func(in *Interpreter, a []token.Operand) { in.gs.stretchX = number(a, 0) / 100 },
		"TL": func(in *Interpreter, a []token.Operand) { in.gs.leading = number(a, 0) },
		"Ts": func(in *Interpreter, a []token.Operand) { in.gs.rise = number(a, 0) },
		"Tr": func(in *Interpreter, a []token.Operand) { in.gs.mode = int(max(0, min(number(a, 0), 7))) },
		"Tf": (*Interpreter).setFont,
		"Td": func(in *Interpreter, a []token.Operand) { in.move(number(a, 0), number(a, 1)) },
		"TD": func(in *Interpreter, a []token.Operand) {
			in.gs.leading = -number(a, 1)
			in.move(number(a, 0), number(a, 1))
		},
		"Tm": (*Interpreter).setTextMatrix,
		"T*": func(in *Interpreter, _ []token.Operand) { in.move(0, -in.gs.leading) },
		"Tj": (*Interpreter).showString,
		"TJ": (*Interpreter).showArray,
		"'": func(in *Interpreter, a []token.Operand) {
			in.move(0, -in.gs.leading)
			in.showString(a)
		},
		"\"": func(in *Interpreter, a []token.Operand) {
			if len(a) >= 3 {
				in.gs.wordGap, in.gs.charGap = number(a, 0), number(a, 1)
				a = a[2:]
			}
			in.move(0, -in.gs.leading)
			in.showString(a)
		},

		"BMC": func(in *Interpreter, a []token.Operand) { in.beginMarked(a) },
		"BDC": func(in *Interpreter, a []token.Operand) { in.beginMarked(a) },
		"EMC": func(in *Interpreter, _ []token.Operand) { in.endMarked(len(in.marked) - 1) },
		"Do":  (*Interpreter).draw,

		"m":  func(in *Interpreter, a []token.Operand) { in.path.move(in.gs.ctm.Apply(number(a, 0), number(a, 1))) },
		"l":  func(in *Interpreter, a []token.Operand) { in.path.line(in.gs.ctm.Apply(number(a, 0), number(a, 1))) },
		"c":  func(in *Interpreter, a []token.Operand) { in.path.curve(in.gs.ctm.Apply(number(a, 4), number(a, 5))) },
		"v":  func(in *Interpreter, a []token.Operand) { in.path.curve(in.gs.ctm.Apply(number(a, 2), number(a, 3))) },
		"y":  func(in *Interpreter, a []token.Operand) { in.path.curve(in.gs.ctm.Apply(number(a, 2), number(a, 3))) },
		"h":  func(in *Interpreter, _ []token.Operand) { in.path.close() },
		"re": (*Interpreter).rectangle,
		"S":  func(in *Interpreter, _ []token.Operand) { in.paint(true, false) },
		"s":  func(in *Interpreter, _ []token.Operand) { in.path.close(); in.paint(true, false) },
		"f":  func(in *Interpreter, _ []token.Operand) { in.paint(false, true) },
		"F":  func(in *Interpreter, _ []token.Operand) { in.paint(false, true) },
		"f*": func(in *Interpreter, _ []token.Operand) { in.paint(false, true) },
		"B":  func(in *Interpreter, _ []token.Operand) { in.paint(true, true) },
		"B*": func(in *Interpreter, _ []token.Operand) { in.paint(true, true) },
		"b":  func(in *Interpreter, _ []token.Operand) { in.path.close(); in.paint(true, true) },
		"b*": func(in *Interpreter, _ []token.Operand) { in.path.close(); in.paint(true, true) },
		"n":  func(in *Interpreter, _ []token.Operand) { in.clip(); in.path.reset() },
		"sh": (*Interpreter).shade,
		"d": func(in *Interpreter, a []token.Operand) {
			in.gs.dashed = len(a) > 0 && a[0].Kind == token.Array && !a[0].Empty()
		},

		"g":   device(1, filling),
		"rg":  device(3, filling),
		"k":   device(4, filling),
		"cs":  chooseSpace(filling),
		"sc":  chooseColor(filling),
		"scn": chooseColor(filling),
		"G":   device(1, stroking),
		"RG":  device(3, stroking),
		"K":   device(4, stroking),
		"CS":  chooseSpace(stroking),
		"SC":  chooseColor(stroking),
		"SCN": chooseColor(stroking),

		"W":  func(in *Interpreter, _ []token.Operand) { in.clipNext = true },
		"W*": func(in *Interpreter, _ []token.Operand) { in.clipNext = true },
	}
}

// ignored are the operators that change nothing that is kept here: line
// styles, Type 3 glyph metrics, compatibility.
var ignored = map[string]bool{
	"i": true, "j": true, "J": true, "M": true, "ri": true, "d0": true, "d1": true,
	"BX": true, "EX": true, "MP": true, "DP": true, "ID": true, "EI": true,
}

// number is the i-th operand's value, 0 where it is missing or no number.
func number(a []token.Operand, i int) float64 {
	if i >= len(a) {
		return 0
	}
	return a[i].Num
}

func (in *Interpreter) save([]token.Operand) {
	if len(in.saved) >= maxSaved {
		in.over++
		return
	}
	in.saved = append(in.saved, in.gs)
}

// restore undoes the last save; without one it does nothing, as viewers do.
func (in *Interpreter) restore([]token.Operand) {
	if in.over > 0 {
		in.over--
		return
	}
	if n := len(in.saved); n > in.floor {
		in.gs = in.saved[n-1]
		in.saved = in.saved[:n-1]
	}
}

func (in *Interpreter) concat(a []token.Operand) {
	if m := matrixOf(a).Mul(in.gs.ctm); m.Finite() {
		in.gs.ctm = m
	}
}

func matrixOf(a []token.Operand) plane.Matrix {
	if len(a) < 6 {
		return plane.Identity
	}
	return plane.Matrix{a[0].Num, a[1].Num, a[2].Num, a[3].Num, a[4].Num, a[5].Num}
}

// resource looks up an entry of a category of the present resources. What a
// form's own lack is looked for in those of whoever draws it: some writers
// name there what the form uses, and viewers find it.
func (in *Interpreter) resource(category, name string) object.Object {
	for r := in.res; r != nil; r = r.above {
		if o := in.file.Dict(r.dict[object.Name(category)])[object.Name(name)]; o != nil {
			return o
		}
	}
	return nil
}
