package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
)

// mostMissing is how many words a reason names.
const mostMissing = 6

// Missing names what a conclusion would have to say for its level to be told: the parts
// of which it says nothing, or the words of the levels that none of its sentences has.
func (c Closing) Missing(r Reading, text string) []string {
	var out []string
	switch {
	case r.frame != nil && c.open == nil:
		out = r.frame.missing(r, text)
	case r.frame != nil:
	case r.Unit == condition.Actions && c.total == nil && c.Strong == nil && c.Weak == nil:
		out = append(out, "a number of actions")
	case r.Unit == condition.Actions && r.Graded && c.Strong == nil:
		out = append(out, "how many of the actions are strong")
	case r.pair != nil:
		for k, s := range c.Standings {
			if s == Silent {
				out = append(out, quoted(r.pair.named[k]))
			}
		}
	case r.Unit == condition.Dimensions && c.total == nil:
		for i, part := range r.Parts() {
			if i < len(c.Standings) && c.Standings[i] == Silent {
				out = append(out, quoted(part.Short()))
			}
		}
		if len(r.Parts()) == 0 {
			out = append(out, "a number of the parts")
		}
	}
	return out[:min(len(out), mostMissing)]
}

// missing are the words of the frame that the sentence of a conclusion has not that has
// most of them; and the value, where it has them all.
func (f *frame) missing(r Reading, text string) []string {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	var best []string
	found := false
	for _, s := range token.Sentences(text, *p) {
		if statement.Formula(s) || reScoring.MatchString(printedAs(text, s)) {
			continue
		}
		var lacks []string
		for _, own := range f.stems {
			if !slices.Contains(f.names, own) && !slices.Contains(idle, own) && !slices.Contains(timeWords, own) && !hasWord(s, own) {
				lacks = append(lacks, own)
			}
		}
		if !found || len(lacks) < len(best) {
			best, found = lacks, true
		}
	}
	if !found {
		best = f.stems
	}
	var out []string
	for _, own := range best {
		out = append(out, quoted(r.printed(own)))
	}
	if found && len(out) == 0 {
		out = append(out, [...]string{plain: "one number", money: "one sum", share: "one share", date: "one day", earlier: "one comparison"}[f.scale.measure])
	}
	return out
}

func quoted(words string) string { return "\u201c" + words + "\u201d" }

// printed is a word of the levels as it stands there.
func (r Reading) printed(stem string) string {
	for _, l := range r.Levels {
		for _, c := range l.Clauses {
			p := token.Borrow(c.Words)
			for i := range *p {
				if t := (*p)[i]; t.Stem == stem {
					token.GiveBack(p)
					return strings.Trim(c.Words[t.Start:t.End], " ")
				}
			}
			token.GiveBack(p)
		}
	}
	return stem
}
