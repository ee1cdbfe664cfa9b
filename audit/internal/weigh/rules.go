package weigh

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// found is a slip and where it stands.
type found struct {
	Slip
	at model.At
}

var slips = rule.Keep(func(p *rule.Pass) []found {
	read := claims.Prose(p)
	grid, why := read.Evidence.Grid()
	if why != "" {
		return nil
	}
	var out []found
	for i := range read.Readings {
		rd := &read.Readings[i]
		if p.Stopped() {
			break
		}
		if rule.Quoted(rd.Text) || rule.WarnedAt(p.Report, rd.At) {
			continue
		}
		before := ""
		for _, s := range rd.Sentences {
			if slip, ok := Sentence(read.Reader, read.Evidence, grid, s, before); ok && !settled(rd, &slip) {
				slip.Sentence = s
				out = append(out, found{slip, claims.FigureAt(p.Report, s, slip.Figure, rd.At)})
			}
			before = s
		}
	}
	return out
})

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

// Found reports the slips of which the running rule, by its id, tells.
func Found(p *rule.Pass, id string) {
	for _, f := range slips.Of(p) {
		if f.Rule != id {
			continue
		}
		p.Checked(1)
		whose := ""
		if f.Whose != "" {
			whose = " of " + f.Whose
		}
		p.Found(rule.Finding{
			Message: fmt.Sprintf("All else that this sentence says of scores is right, but the text has “%s”%s; the tables have %s.", f.What, whose, f.Has),
			Stated:  f.What, Computed: f.Has, Quote: f.Sentence, At: f.at, Weighed: true,
		})
	}
}
