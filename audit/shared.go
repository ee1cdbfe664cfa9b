package audit

import (
	"sync"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// shared is what several rules read from the same report. The first rule that
// asks makes it, while others that ask wait; no rule changes it. The passes of
// one Run have one.
type shared struct {
	numbering func() *numbering
	markers   func() []marker
	cited     func() map[int]map[int]bool // see citedNumbers
	lost      func() (byNote map[[2]int]lostMarker, ofAction map[*model.Action]bool)
	texts     func() []heldText
	dates     func() [][]notation.WrittenDay // of the texts
	prose     func() *proseRead
	rubrics   map[*model.Commitment]func() rubricTexts
	pages     func() *pageOrder
	spans     func() []span // of the chapters
	flow      func() *sectionFlow
	scale     func() bool // see printsPercentScale
	matrices  map[*model.Matrix]func() *matrixView
	summaries func() *summaryView
	zeros     func() wayCount // of the chapters' averages
	cuts      func() wayCount
	hundreds  func() wayCount
	// bears is why the file bears no accusation, empty where it does.
	bears func() string
}

// proseRead is what readProse gives.
type proseRead struct {
	evidence *proseEvidence
	readings []proseReading
	reader   prose.Reader
}

// newShared takes the report, the vocabulary, the selection and the context from a pass
// without a rule.
func newShared(p *Pass) *shared {
	s := &shared{
		numbering: sync.OnceValue(func() *numbering { return numberNotes(p.Report) }),
		markers:   sync.OnceValue(func() []marker { return markers(p.Report) }),
		texts:     sync.OnceValue(func() []heldText { return heldTexts(p.Report) }),
		prose: sync.OnceValue(func() *proseRead {
			x, readings, reader := readProse(p)
			return &proseRead{x, readings, reader}
		}),
		cited: sync.OnceValue(func() map[int]map[int]bool { return citedNumbers(p.numbering(), p.markers()) }),
		lost: sync.OnceValues(func() (map[[2]int]lostMarker, map[*model.Action]bool) {
			return findLostMarkers(p)
		}),
		dates: sync.OnceValue(func() [][]notation.WrittenDay {
			texts := p.heldTexts()
			out := make([][]notation.WrittenDay, len(texts))
			for i := range texts {
				out[i] = notation.WrittenDays(p.Vocabulary, texts[i].text)
			}
			return out
		}),
		spans:     sync.OnceValue(func() []span { return chapterSpans(p.Report) }),
		flow:      sync.OnceValue(func() *sectionFlow { return newSectionFlow(p.Report) }),
		bears:     sync.OnceValue(func() string { return bearsNothing(p.Report) }),
		rubrics:   make(map[*model.Commitment]func() rubricTexts, len(p.Report.Commitments)),
		summaries: sync.OnceValue(func() *summaryView { return viewSummaries(p) }),
		zeros:     sync.OnceValue(func() wayCount { return p.zeros(p.chapterLines()) }),
		hundreds: sync.OnceValue(func() wayCount {
			return countWay(p.chapterLines(), func(f reckon.Figure, t reckon.Tally) bool { return isHundred(f, meanOrNil(t)) })
		}),
		cuts:  sync.OnceValue(func() wayCount { return cuts(p.chapterLines()) }),
		scale: sync.OnceValue(func() bool { return printsPercentScale(p) }),
	}
	s.pages = sync.OnceValue(func() *pageOrder { return newPageOrder(p.Report, s.markers()) })
	p.shared = s // some of them ask for what is made here
	p.meanForm() // kept in the pass, which several of them have together
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		s.rubrics[c] = sync.OnceValue(func() rubricTexts { return readRubric(c) })
	}
	s.matrices = make(map[*model.Matrix]func() *matrixView, len(p.Report.Matrices))
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		s.matrices[m] = sync.OnceValue(func() *matrixView { return viewMatrix(p, m, s.scale()) })
	}
	return s
}

// percentScale says what printsPercentScale found.
func (p *Pass) percentScale() bool { return p.shared.scale() }

// matrixView is one of the report's matrices, every average compared.
func (p *Pass) matrixView(m *model.Matrix) *matrixView { return p.shared.matrices[m]() }

func (p *Pass) numbering() *numbering { return p.shared.numbering() }

func (p *Pass) markers() []marker { return p.shared.markers() }

// cited are the numbers that have a marker, by scope.
func (p *Pass) cited() map[int]map[int]bool { return p.shared.cited() }

func (p *Pass) pageOrder() *pageOrder { return p.shared.pages() }

func (p *Pass) sectionFlow() *sectionFlow { return p.shared.flow() }

func (p *Pass) heldTexts() []heldText { return p.shared.texts() }

// writtenDates are the days written in each of the texts.
func (p *Pass) writtenDates() [][]notation.WrittenDay { return p.shared.dates() }

func (p *Pass) prose() *proseRead { return p.shared.prose() }

// rubric is the rubric of one of the report's commitments, read.
func (p *Pass) rubric(c *model.Commitment) rubricTexts { return p.shared.rubrics[c]() }
