package weigh

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
)

// found is a slip and where it stands.
type found struct {
	Slip
	at model.At
	// chapter is the commitment of its chapter, 0 outside of chapters.
	chapter int
}

var slips = rule.Keep(func(p *rule.Pass) []found {
	read := claims.Prose(p)
	grid, why := read.Evidence.Grid()
	if why != "" {
		return nil
	}
	var out []found
	weigh := func(text string, sentences []string, at model.At, chapter int, rd *claims.ProseReading) {
		if rule.Quoted(text) || rule.WarnedAt(p.Report, at) {
			return
		}
		before := ""
		for _, s := range sentences {
			if read.Reader.NamesOther(s) {
				break // what follows may be of that
			}
			if slip := Sentence(read.Reader, read.Evidence, grid, s, before, chapter).Slip; slip != nil && (rd == nil || !settled(rd, slip)) {
				out = append(out, found{*slip, claims.FigureAt(p.Report, s, slip.Figure, at), chapter})
			}
			before = s
		}
	}
	for i := range read.Readings {
		if p.Stopped() {
			break
		}
		rd := &read.Readings[i]
		weigh(rd.Text, rd.Sentences, rd.At, 0, rd)
	}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if grid.Score[c.Number] == nil || p.Stopped() {
			continue
		}
		for _, t := range slices.Concat(c.Background, c.Features) {
			var sentences []string
			for _, sp := range prose.Sentences(read.Reader.Words(), t.Text) {
				sentences = append(sentences, t.Text[sp.Start:sp.End])
			}
			weigh(t.Text, sentences, t.At, c.Number, nil)
		}
	}
	return out
})

// Right reports whether all that a sentence outside the chapters says is right, and enough
// for it to speak of this report's scores.
func Right(read *claims.RunningText, grid *claims.ScoreGrid, sentence, before string) bool {
	return Sentence(read.Reader, read.Evidence, grid, sentence, before, 0).Right
}

// settled reports whether a grammar has read the words, and found them right.
func settled(rd *claims.ProseReading, slip *Slip) bool {
	for _, st := range rd.Tallies {
		if st.Sentence != slip.Sentence || len(st.Ways) == 0 || st.Doubt != "" || !strings.Contains(st.Text, slip.Text) {
			continue
		}
		names := !slip.Named
		for _, way := range st.Ways {
			for _, c := range way {
				names = names || len(c.Named) > 0 || len(c.Members) > 0
			}
		}
		if names {
			return true
		}
	}
	return false
}

// Found reports the slips of which the running rule, by its id, tells. They are counted as
// compared when it is known that no other rule tells of the sentence.
func Found(p *rule.Pass, id string) {
	for _, f := range slips.Of(p) {
		if f.Rule != id {
			continue
		}
		p.Found(rule.Finding{
			Message:    f.Message + " All else that was read in the sentence fits them.",
			Commitment: f.chapter,
			Stated:     f.Stated, Computed: f.Computed, Quote: f.Sentence, At: f.at, Weighed: true,
		})
	}
}
