package audit

import (
	"recount/audit/prose"
	"recount/model"
)

// shared is what several rules read from the same report. The first rule that
// asks makes it; no rule changes it. The passes of one Run have one, in turn.
type shared struct {
	numbering *numbering
	markers   []marker
	texts     []heldText
	prose     *proseRead
	rubrics   map[*model.Commitment]rubricTexts
}

// proseRead is what readProse gives.
type proseRead struct {
	evidence *proseEvidence
	readings []proseReading
	reader   prose.Reader
}

func (p *Pass) numbering() *numbering {
	if p.shared.numbering == nil {
		p.shared.numbering = numberNotes(p.Report)
	}
	return p.shared.numbering
}

func (p *Pass) markers() []marker {
	if p.shared.markers == nil {
		p.shared.markers = markers(p.Report)
	}
	return p.shared.markers
}

func (p *Pass) heldTexts() []heldText {
	if p.shared.texts == nil {
		p.shared.texts = heldTexts(p.Report)
	}
	return p.shared.texts
}

func (p *Pass) prose() *proseRead {
	if p.shared.prose == nil {
		x, readings, reader := readProse(p)
		p.shared.prose = &proseRead{x, readings, reader}
	}
	return p.shared.prose
}

func (p *Pass) rubric(c *model.Commitment) rubricTexts {
	if t, ok := p.shared.rubrics[c]; ok {
		return t
	}
	if p.shared.rubrics == nil {
		p.shared.rubrics = map[*model.Commitment]rubricTexts{}
	}
	t := readRubric(c)
	p.shared.rubrics[c] = t
	return t
}
