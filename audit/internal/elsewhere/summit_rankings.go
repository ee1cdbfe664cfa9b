package elsewhere

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A list of summits with an average and a percentage each has the form of a ranking, and is
// read as one: its lines are the rows of a table over several summits.

// rankedSummits are the lines of a ranking that are summits, by their place in it; nil where
// there are not at least two, or more than one line is something else.
func rankedSummits(p *rule.Pass, k *model.Ranking) map[int]SummitHead {
	if len(k.Entries) > mostSummitRows {
		return nil
	}
	out := map[int]SummitHead{}
	for i := range k.Entries {
		e := &k.Entries[i]
		if e.Member != "" {
			return nil
		}
		h, ok := SummitHeadOf(e.Label)
		if !ok && isYear(e.Rank) { // "2007 Norby": the year was read as the place
			h, ok = SummitHead{Text: strings.TrimSpace(fmt.Sprint(e.Rank, " ", e.Label)), Year: e.Rank}, true
		}
		if !ok {
			year := yearOfName(p, e.Label)
			h, ok = SummitHead{Text: e.Label, Year: year}, year != 0
		}
		if ok {
			out[i] = h
		}
	}
	// Below the summits may stand a line of all of them.
	if len(out) < fewestSummits || len(out) < len(k.Entries)-1 {
		return nil
	}
	return out
}

// isYear reports whether the place of a line is the year of a summit.
func isYear(place int) bool { return place >= firstSummit && place < lastSummit }

// The years in which there may be summits.
const firstSummit, lastSummit = 1975, 2100

// SummitRanking reports whether a ranking is a list of summits. Names without a year may be
// known by the other files alone: a list that has the report's own summit may be one.
func SummitRanking(p *rule.Pass, k *model.Ranking) bool {
	if rankedSummits(p, k) != nil {
		return true
	}
	for i := range k.Entries {
		if yearOfName(p, k.Entries[i].Label) != 0 {
			return true
		}
	}
	return false
}

// rankedFoots are the averages that rankings of summits give of all members.
func rankedFoots(p *rule.Pass) []SummitFoot {
	var out []SummitFoot
	for i := range p.Report.Rankings {
		k := &p.Report.Rankings[i]
		heads := rankedSummits(p, k)
		if heads == nil {
			continue
		}
		stage, _ := p.Vocabulary.Stage(k.Title)
		table := &model.Table{Title: k.Title, At: k.At}
		for n := range k.Entries {
			head, ok := heads[n]
			a := model.Average{Value: k.Entries[n].Value, Percent: k.Entries[n].Percent}
			if !ok || a.Value == nil && a.Percent == nil || a.Value != nil && (OutsideScale(a.Value.Rat()) || a.Value.Places == 0 && a.Percent == nil) {
				continue
			}
			if head.Stage, _ = p.Vocabulary.Stage(head.Text); head.Stage == "" {
				head.Stage = stage
			}
			a.Text = reckon.StatedText(a)
			out = append(out, SummitFoot{SummitHead: head, Stated: a, Table: table})
		}
	}
	return out
}
