package parse

import (
	"math"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/layout"
)

// markerSize is how large a marker is at most, as a ratio of the text.
const markerSize = 0.78

// joinWrappedMarkers puts a marker back behind its word that did not fit into
// the word's line and begins the next one alone, as browsers set it: figures
// and nothing else, much smaller than the text, right below a line that has no
// room for them, at the left margin of that line.
func (p *pageState) joinWrappedMarkers() {
	for i := 1; i < len(p.body); i++ {
		l, prev := p.body[i], p.body[i-1]
		if len(l.Runs) != 1 || l.Dir != model.Rightward || prev.Dir != model.Rightward || l.Size > markerSize*p.size || !layout.SameSize(prev.Size, prev.bodySize()) || prev.bold {
			continue
		}
		if _, ok := figuresList(l.text); !ok || p.inTable(l) || p.inTable(prev) {
			continue
		}
		below := l.Baseline - prev.Baseline
		if below < 0.3*prev.Size || below > 1.7*prev.Size || math.Abs(l.Box.X0()-prev.Box.X0()) > 3*prev.Size {
			continue
		}
		if prev.Box.X1()+l.Box.Width() < prev.right()-0.5*prev.Size {
			continue // there was room
		}
		run := l.Runs[0]
		run.Rise, run.Space, run.Gap = 0.33*prev.Size, false, 0
		m := *prev.Line // the document is the caller's
		m.Runs = append(append([]model.Run{}, m.Runs...), run)
		joined := *prev
		joined.Line = &m
		joined.text = m.Text()
		p.body[i-1] = &joined
		p.body = append(p.body[:i], p.body[i+1:]...)
		i--
	}
}
