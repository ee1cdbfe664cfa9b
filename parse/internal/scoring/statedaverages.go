package scoring

import (
	"strings"

	"recount.invalid/recount/model"
)

// OwnAverage gives, of the averages that a chapter states in lines of their own, the one
// that is of this report, its score and its percentage together where each has a line,
// and which of them it is made of; nil where none is certain.
func (r *Reader) OwnAverage(stated []model.Average) (avg *model.Average, used []bool) {
	used = make([]bool, len(stated))
	if len(stated) == 0 {
		return nil, used
	}
	labels := make([]string, len(stated))
	var at model.At
	for i, a := range stated {
		labels[i] = a.Label
		at = append(at, a.At...)
	}
	own, decided := r.ownEdition(labels)
	if !decided {
		r.Warn("edition-unknown", "averages of several reports stand in the chapter, and nothing tells which is this report's: "+strings.Join(labels, ", "), at)
		return nil, used
	}
	for i, a := range stated {
		if !own[i] || r.ofOtherYear(a.Label) || r.ofOtherStage(a.Label) {
			continue
		}
		switch {
		case avg == nil:
			avg = &stated[i]
		case same(avg.Value, a.Value) && same(avg.Percent, a.Percent):
			used[i] = true // printed twice, over the sections and below them
			avg.At = avg.At.Join(a.At)
			continue
		case avg.Percent == nil && a.Value == nil:
			avg.Percent = a.Percent
		case avg.Value == nil && a.Percent == nil:
			avg.Value = a.Value
		default:
			r.Warn("average-twice", "a second average of the chapter: "+a.Label+" "+a.Text, at)
			return nil, used
		}
		used[i] = true
		if avg != &stated[i] {
			avg.Text += " " + a.Text
			avg.At = avg.At.Join(a.At)
		}
	}
	return avg, used
}

// ofOtherStage reports whether a label says that it is of another stage than the report.
func (r *Reader) ofOtherStage(label string) bool {
	e, ok := r.Vocab.Edition(label)
	return ok && e.Stage != "" && r.Rep.Report.Stage != "" && e.Stage != r.Rep.Report.Stage
}

// same reports whether two figures are one, or both are missing.
func same(a, b *model.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
