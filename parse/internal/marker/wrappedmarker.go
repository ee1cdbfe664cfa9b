package marker

import (
	"math"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// markerSize is how large a marker is at most, as a ratio of the text.
const markerSize = 0.78

// JoinWrappedMarkers puts a marker back behind its word that did not fit into
// the word's line and begins the next one alone, as browsers set it: figures
// and nothing else, much smaller than the text, right below a line that has no
// room for them, at the left margin of that line.
func JoinWrappedMarkers(p *sheet.Page) {
	for i := 1; i < len(p.Body); i++ {
		l, prev := p.Body[i], p.Body[i-1]
		if len(l.Runs) != 1 || l.Dir != model.Rightward || prev.Dir != model.Rightward || l.Size > markerSize*p.Size || !layout.SameSize(prev.Size, prev.BodySize()) || prev.Bold {
			continue
		}
		if _, ok := sheet.FiguresList(l.Printed); !ok || p.InTable(l) || p.InTable(prev) {
			continue
		}
		below := l.Baseline - prev.Baseline
		if below < 0.3*prev.Size || below > 1.7*prev.Size || math.Abs(l.Box.X0()-prev.Box.X0()) > 3*prev.Size {
			continue
		}
		if prev.Box.X1()+l.Box.Width() < prev.Right()-0.5*prev.Size {
			continue // there was room
		}
		run := l.Runs[0]
		run.Rise, run.Space, run.Gap = 0.33*prev.Size, false, 0
		m := *prev.Line // the document is the caller's
		m.Runs = append(append([]model.Run{}, m.Runs...), run)
		joined := *prev
		joined.Line = &m
		joined.Printed = m.Text()
		p.Body[i-1] = &joined
		p.Body = append(p.Body[:i], p.Body[i+1:]...)
		i--
	}
}
