package paragraph

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/action"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// settleUnclear decides, and says that it is open, whether a paragraph begins
// with a line where the page shows its paragraphs neither by space nor by an
// indent, and the one above ran to the margin with its sentence ended: a date
// in front is taken for a new action, a marker behind the full stop above alone
// is not.
func (r *Reader) settleUnclear(h habit, prev, l *sheet.Line) bool {
	if h.spaced || h.indent > 0 || !BeginsAnew(l.Printed) || !sheet.EndsItsSentence(prev) || endedEarly(prev, l) || !fromMargin(prev) || !fromMargin(l) {
		return false
	}
	_, dated := action.LeadingDate(r.Vocab, l.Printed, nil)
	if !dated && !endsMarked(prev) {
		return false
	}
	one, two := "one paragraph (taken)", "two paragraphs"
	if dated {
		one, two = "one paragraph", "two paragraphs (taken)"
	}
	r.Warn("paragraph-unclear",
		"a paragraph may go on from line to line or a new one may begin: "+sheet.Clip(l.Printed, 60),
		model.At{{Page: prev.Page, Box: prev.Box}, {Page: l.Page, Box: l.Box}}, one, two)
	return dated
}

// fromMargin reports whether a line begins at the left margin.
func fromMargin(l *sheet.Line) bool { return l.Box.X0()-l.Left() < 0.3*l.Size }

// endsMarked reports whether a line's last letters are a marker.
func endsMarked(l *sheet.Line) bool {
	last := l.Runs[len(l.Runs)-1]
	return layout.IsRaised(l.Line, last) || strings.TrimRight(last.Text, layout.Superscripts) != last.Text
}
