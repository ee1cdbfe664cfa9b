package audit

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/model"
)

// rubricTexts are the two statements of one commitment's rubric, read.
type rubricTexts struct {
	guidelines, table rubric.Reading
	each              []namedReading // those that are there
}

// readRubric reads a commitment's guidelines and scoring table as conditions
// on one grid.
func readRubric(c *model.Commitment) rubricTexts {
	var texts []string
	for _, f := range c.Features {
		texts = append(texts, f.Text)
	}
	parts, size := rubric.Components(texts)
	if len(parts) == 0 {
		// Some chapters enumerate the parts only in the guidelines.
		var levels []string
		for _, l := range c.Guidelines {
			levels = append(levels, l.Text)
		}
		if p, n := rubric.Components(levels); len(p) > 0 && (size == 0 || size == n) {
			parts, size = p, n
		}
	}
	t := rubricTexts{guidelines: rubric.Read(c.Guidelines, parts, size), table: rubric.Read(c.Rubric, parts, size)}
	if size == 0 && t.guidelines.Size != t.table.Size {
		// One text states the number of dimensions, the other does not.
		size = max(t.guidelines.Size, t.table.Size)
		t.guidelines, t.table = rubric.Read(c.Guidelines, parts, size), rubric.Read(c.Rubric, parts, size)
	}
	t.each = t.named(c)
	return t
}

// namedReading is one text with what people call it.
type namedReading struct {
	name    string
	reading rubric.Reading
	levels  []model.Level
	// unusable says why the text cannot be walked, empty where it can.
	unusable string
}

// named gives the texts that are there.
func (t *rubricTexts) named(c *model.Commitment) []namedReading {
	var out []namedReading
	if len(t.guidelines.Levels) > 0 {
		out = append(out, namedReading{name: "the interpretive guidelines", reading: t.guidelines, levels: c.Guidelines})
	}
	if len(t.table.Levels) > 0 {
		out = append(out, namedReading{name: "the scoring table", reading: t.table, levels: c.Rubric})
	}
	for i := range out {
		out[i].unusable = out[i].unreadable()
	}
	return out
}

// sameParts reports whether two texts are read with the same components, so
// that one reading of a closing serves both.
func (n *namedReading) sameParts(o *namedReading) bool {
	a, b := n.reading.Components, o.reading.Components
	return n.reading.Size == o.reading.Size && len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// unreadable says why a text cannot be walked, empty where it can.
func (n namedReading) unreadable() string {
	r := n.reading
	switch {
	case r.Mixed:
		return fmt.Sprintf("%s counts both actions and dimensions", n.name)
	case len(r.States()) == 0:
		return fmt.Sprintf("no thresholds of %s were understood", n.name)
	}
	for _, l := range r.Levels {
		if len(l.Clauses) == 0 {
			return fmt.Sprintf("%s has a level whose condition is not understood", n.name)
		}
	}
	if n.brokenOff() {
		return fmt.Sprintf("%s has a level that stops in mid-sentence, whose rest may not have been read", n.name)
	}
	if _, _, alike := r.Indistinct(); alike {
		return fmt.Sprintf("%s tells levels apart by something else than counts", n.name)
	}
	return ""
}

// brokenOff reports whether one level of the text ends without a full stop
// while all others end with one. A text that is written without full stops
// says nothing.
func (n namedReading) brokenOff() bool {
	open, closed := 0, 0
	for _, l := range n.levels {
		switch {
		case l.Score == nil || strings.TrimSpace(l.Text) == "":
		case finished(l.Text):
			closed++
		default:
			open++
		}
	}
	return open == 1 && closed > 0
}

// coverage says how much of a text was understood.
func (n namedReading) coverage() string {
	r := n.reading
	s := fmt.Sprintf("%d of %d phrases of %s understood", len(r.Understood), len(r.Understood)+len(r.Missed), n.name)
	if len(r.Missed) > 0 {
		s += "; not: " + quoteList(r.Missed)
	}
	return s
}

// covered is coverage as it is given for every rubric.
func (n namedReading) covered(c *model.Commitment) RubricCoverage {
	r := n.reading
	return RubricCoverage{
		Commitment: c.Number, CommitmentID: c.ID, Text: n.name,
		Phrases: len(r.Understood) + len(r.Missed), Understood: len(r.Understood), Missed: r.Missed,
		Unusable: n.unusable, At: allLevelsAt(n.levels),
	}
}

// levelAt is where a score's level stands.
func levelAt(levels []model.Level, score int) model.At {
	var at model.At
	for _, l := range levels {
		if l.Score != nil && *l.Score == score {
			at = at.Join(l.At)
		}
	}
	return at
}

func allLevelsAt(levels []model.Level) model.At {
	var at model.At
	for _, l := range levels {
		at = at.Join(l.At)
	}
	return at
}

// wordList joins phrases for a finding's quotation, which the writers of
// reports put between quotation marks themselves.
func wordList(words []string) string { return strings.Join(words, "; ") }

// quoteList writes phrases in quotation marks, separated by semicolons.
func quoteList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "“" + w + "”"
	}
	return strings.Join(quoted, "; ")
}

var rubricsRead = keepEach(func(_ *Pass, c *model.Commitment) rubricTexts { return readRubric(c) })

// rubric is the rubric of one of the report's commitments, read.
func (p *Pass) rubric(c *model.Commitment) rubricTexts { return rubricsRead.of(p, c) }
