package rubrics

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// rubricTexts are the two statements of one commitment's rubric, read.
type rubricTexts struct {
	Guidelines, Table rubric.Reading
	Each              []NamedReading // those that are there
	// Disputes are what the guidelines say beside their levels against the table's
	// highest level.
	Disputes []rubric.Dispute
}

// readRubric reads a commitment's guidelines and scoring table as conditions
// on one grid.
func readRubric(words *vocabulary.Vocabulary, c *model.Commitment) rubricTexts {
	var texts []string
	for _, f := range c.Features {
		texts = append(texts, f.Text)
	}
	parts, size := part.Components(texts)
	if len(parts) == 0 {
		// Some chapters enumerate the parts only in the guidelines.
		var levels []string
		for _, l := range c.Guidelines {
			levels = append(levels, l.Text)
		}
		if p, n := part.Components(levels); len(p) > 0 && (size == 0 || size == n) {
			parts, size = p, n
		}
	}
	t := rubricTexts{Guidelines: rubric.Read(c.Guidelines, parts, size), Table: rubric.Read(c.Rubric, parts, size)}
	if size == 0 && t.Guidelines.Size != t.Table.Size {
		// One text states the number of dimensions, the other does not.
		size = max(t.Guidelines.Size, t.Table.Size)
		t.Guidelines, t.Table = rubric.Read(c.Guidelines, parts, size), rubric.Read(c.Rubric, parts, size)
	}
	t.stateSize(c, parts, size)
	var beside []string
	for _, l := range c.Guidelines {
		if l.Score != nil {
			continue
		}
		for _, sp := range prose.Sentences(words, l.Text) {
			beside = append(beside, l.Text[sp.Start:sp.End])
		}
	}
	t.Table = t.Table.Ending(c.Rubric, beside)
	t.Table, t.Disputes = t.Table.Beside(c.Rubric, beside)
	for _, text := range texts {
		for _, sp := range prose.Sentences(words, text) {
			beside = append(beside, text[sp.Start:sp.End])
		}
	}
	t.Guidelines, t.Table = t.Guidelines.Treating(beside), t.Table.Treating(beside)
	for _, l := range c.Guidelines {
		texts = append(texts, l.Text)
	}
	for _, l := range c.Rubric {
		texts = append(texts, l.Text)
	}
	t.Guidelines, t.Table = t.Guidelines.Naming(texts), t.Table.Naming(texts)
	t.Each = t.named(c)
	return t
}

// stateSize reads texts that cannot be walked once more with the number of parts
// that the guidelines state beside the levels.
func (t *rubricTexts) stateSize(c *model.Commitment, parts []part.Component, size int) {
	if size > 0 {
		return
	}
	var beside []string
	for _, l := range c.Guidelines {
		if l.Score == nil {
			beside = append(beside, l.Text)
		}
	}
	_, size = part.Components(beside)
	if size < 2 {
		return
	}
	for _, text := range []struct {
		reading *rubric.Reading
		levels  []model.Level
	}{{&t.Guidelines, c.Guidelines}, {&t.Table, c.Rubric}} {
		if text.reading.Size > 0 || text.reading.Walks() {
			continue
		}
		if again := rubric.Read(text.levels, parts, size); again.Walks() {
			*text.reading = again
		}
	}
}

// NamedReading is one text with what people call it.
type NamedReading struct {
	Name    string
	Reading rubric.Reading
	Levels  []model.Level
	// Unusable says why the text cannot be walked, empty where it can.
	Unusable string
}

// named gives the texts that are there.
func (t *rubricTexts) named(c *model.Commitment) []NamedReading {
	var out []NamedReading
	if len(t.Guidelines.Levels) > 0 {
		out = append(out, NamedReading{Name: "the interpretive guidelines", Reading: t.Guidelines, Levels: c.Guidelines})
	}
	if len(t.Table.Levels) > 0 {
		out = append(out, NamedReading{Name: "the scoring table", Reading: t.Table, Levels: c.Rubric})
	}
	for i := range out {
		out[i].Unusable = out[i].unreadable()
	}
	return out
}

// SameParts reports whether two texts are read with the same components, so
// that one reading of a closing serves both.
func (n *NamedReading) SameParts(o *NamedReading) bool {
	a, b := n.Reading.Components, o.Reading.Components
	if n.Reading.Unit == condition.Cases || o.Reading.Unit == condition.Cases {
		return false // each text has its own cases
	}
	if len(a) == 0 && len(b) == 0 {
		return n.Reading.Size == o.Reading.Size && n.Reading.SameNames(o.Reading)
	}
	return n.Reading.Size == o.Reading.Size && len(a) == len(b) && &a[0] == &b[0]
}

// unreadable says why a text cannot be walked, empty where it can.
func (n NamedReading) unreadable() string {
	r := n.Reading
	switch {
	case r.Mixed:
		return fmt.Sprintf("%s counts both actions and dimensions", n.Name)
	case len(r.States()) == 0:
		return fmt.Sprintf("no thresholds of %s were understood", n.Name)
	}
	for _, l := range r.Levels {
		if len(l.Clauses) == 0 {
			return fmt.Sprintf("%s has a level whose condition is not understood", n.Name)
		}
	}
	if len(r.Levels) < 3 {
		return fmt.Sprintf("%s has not every level of the scale apart", n.Name)
	}
	if n.brokenOff() {
		return fmt.Sprintf("%s has a level that stops in mid-sentence, whose rest may not have been read", n.Name)
	}
	if _, _, alike := r.Indistinct(); alike {
		return fmt.Sprintf("%s tells levels apart by something else than counts", n.Name)
	}
	return ""
}

// brokenOff reports whether one level of the text ends without a full stop
// while all others end with one. A text that is written without full stops
// says nothing.
func (n NamedReading) brokenOff() bool {
	open, closed := 0, 0
	for _, l := range n.Levels {
		switch {
		case l.Score == nil || strings.TrimSpace(l.Text) == "":
		case wording.Finished(statement.WithoutHeading(l.Text)):
			closed++
		default:
			open++
		}
	}
	return open == 1 && closed > 0
}

// Coverage says how much of a text was understood.
func (n NamedReading) Coverage() string {
	r := n.Reading
	s := fmt.Sprintf("%d of %d phrases of %s understood", len(r.Understood), len(r.Understood)+len(r.Missed), n.Name)
	if len(r.Missed) > 0 {
		s += "; not: " + QuoteList(r.Missed)
	}
	return s
}

// Covered is coverage as it is given for every rubric.
func (n NamedReading) Covered(c *model.Commitment) rule.RubricCoverage {
	r := n.Reading
	return rule.RubricCoverage{
		Commitment: c.Number, CommitmentID: c.ID, Text: n.Name,
		Phrases: len(r.Understood) + len(r.Missed), Understood: len(r.Understood), Missed: r.Missed,
		Unusable: n.Unusable, At: AllLevelsAt(n.Levels),
	}
}

// LevelAt is where a score's level stands.
func LevelAt(levels []model.Level, score int) model.At {
	var at model.At
	for _, l := range levels {
		if l.Score != nil && *l.Score == score {
			at = at.Join(l.At)
		}
	}
	return at
}

// AllLevelsAt is where the levels of a rubric stand.
func AllLevelsAt(levels []model.Level) model.At {
	var at model.At
	for _, l := range levels {
		at = at.Join(l.At)
	}
	return at
}

// WordList joins phrases for a finding's quotation, which the writers of
// reports put between quotation marks themselves.
func WordList(words []string) string { return strings.Join(words, "; ") }

// QuoteList writes phrases in quotation marks, separated by semicolons.
func QuoteList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "“" + w + "”"
	}
	return strings.Join(quoted, "; ")
}

var rubricsRead = rule.KeepEach(func(p *rule.Pass, c *model.Commitment) rubricTexts { return readRubric(p.Vocabulary, c) })

// Rubric is the rubric of one of the report's commitments, read.
func Rubric(p *rule.Pass, c *model.Commitment) rubricTexts { return rubricsRead.Of(p, c) }
