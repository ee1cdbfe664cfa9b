package claims

import (
	"sync"

	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/tally"
	"recount.invalid/recount/model"
)

// ProseReading is one passage read.
type ProseReading struct {
	Passage
	prose.Reading
	// Tallies are the counts and distances that the passage states.
	Tallies []tally.Statement
	// Grounds is what shows whether the passage speaks of this report, worked out when it
	// is first asked; nil for a sentence alone.
	Grounds *Grounds
}

// Grounds says of each sentence of a passage how many of its figures are the tables', how
// many are not, and whether it may say that something else is spoken of.
type Grounds struct {
	once sync.Once
	// At are the places of the sentences among all; of two that are alike, the first.
	At map[string]int
	// Held and Failed are the figures and counts by sentence, Frame and Time whether it may
	// say that something else is spoken of, and that this is another time or report.
	Held, Failed []int
	Frame, Time  []bool
}

// Once works the grounds out, the first time.
func (g *Grounds) Once(work func(*Grounds)) *Grounds {
	g.once.Do(func() { work(g) })
	return g
}

// TooDense is why a sentence is not read.
const TooDense = "a sentence has more words or figures than a sentence can have"

// disown leaves every claim of the passage undecided.
func (r *ProseReading) disown(why string) {
	for i := range r.Claims {
		r.Claims[i].Doubt = why
	}
	for i := range r.Differences {
		r.Differences[i].Doubt = why
	}
	for i := range r.Counts {
		r.Counts[i].Doubt = why
	}
	for i := range r.Tallies {
		r.Tallies[i].Doubt = why
	}
}

// readProse reads all passages of the report against its own tables.
func readProse(p *rule.Pass) (*ProseEvidence, []ProseReading, prose.Reader) {
	r := p.Report
	reader := stages.NewReader(p)
	x := Gather(r, p.Vocabulary, func(title string) bool { return reader.Own(title) })
	for i := range r.Matrices {
		if m := &r.Matrices[i]; reader.Own(m.Title) {
			if v := matrix.Of(p, m); v.UnlikeRows || v.UnlikeCols {
				// The table was read in part, or has averages of something else: its
				// overall one may be of that too.
				if over := x.Of[prose.Subject{Kind: prose.Overall}]; over != nil {
					*over = Evidence{Label: over.Label}
				}
			}
		}
	}
	for i := range r.Matrices {
		// Beside such a place rows may be missing, or stand there twice. A
		// table's title and its row of averages show where it begins and ends.
		m := &r.Matrices[i]
		from, to := rule.PageSpan(m.At)
		if from == 0 {
			continue
		}
		if m.Title == "" {
			from--
		}
		if len(m.ColumnAverages) == 0 && m.Overall == nil {
			to++
		}
		if p.PageOrder().Broken(from, to) {
			x.doubt = rule.PagesInDoubt
		}
	}
	if x.doubt == "" && lacksColumn(r) {
		x.doubt = "chapters score a member that was not found in the summary tables: a column of them may not have been read"
	}
	reader.Catalogue = Catalogue(r, x)
	reader.MemberCount, reader.ScoreCount = x.counts()
	reader.WideScale = WideScale(p)
	var out []ProseReading
	for _, g := range Passages(r, p.Vocabulary) {
		if p.Stopped() {
			break
		}
		rd := ProseReading{g, reader.Read(g.Text), tally.Read(reader, g.Text), &Grounds{}}
		rd.call(x)
		if !reader.Own(g.heading) {
			rd.disown("a section on another report or stage")
		}
		out = append(out, rd)
	}
	return x, out, reader
}

// lacksColumn reports whether a chapter's table scores a member that no summary
// table has a column for.
func lacksColumn(r *model.Report) bool {
	if len(r.Matrices) == 0 {
		return false
	}
	has := map[string]bool{}
	for i := range r.Matrices {
		for _, code := range r.Matrices[i].Members {
			has[code] = true
		}
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil || c.Row > 0 {
			continue
		}
		for _, s := range c.Assessment.Scores {
			if s.Score != nil && s.Member != "" && !has[s.Member] {
				return true
			}
		}
	}
	return false
}

// RunningText is the report's running text, read.
type RunningText struct {
	Evidence *ProseEvidence
	Readings []ProseReading
	Reader   prose.Reader
}

var proseOfReport = rule.Keep(func(p *rule.Pass) *RunningText {
	x, readings, reader := readProse(p)
	return &RunningText{x, readings, reader}
})

// Prose is the report's running text, read.
func Prose(p *rule.Pass) *RunningText { return proseOfReport.Of(p) }
