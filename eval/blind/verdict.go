package blind

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// verdictFields are those of a member's section. A score that is null in the
// truth is printed nowhere, and must not be found.
var verdictFields = []comparer[*Verdict, *model.Verdict]{
	{"verdict.heading_score",
		func(v *Verdict) string { return numberOrNone(v.HeadingScore) },
		func(v *model.Verdict) string { return score(v.HeadingScore) }},
	{"verdict.concluding_score",
		func(v *Verdict) string { return numberOrNone(v.ConcludingScore) },
		func(v *model.Verdict) string { return score(v.ConcludingScore) }},
	{"verdict.opening",
		func(v *Verdict) string { return exactOrOpen(v.Opening) },
		func(v *model.Verdict) string { return compliance(v.Opening) }},
	{"verdict.closing",
		func(v *Verdict) string { return exactOrOpen(v.Closing) },
		func(v *model.Verdict) string { return compliance(v.Closing) }},
	{"verdict.analyst",
		func(v *Verdict) string { return wordsOrOpen(v.Analyst) },
		func(v *model.Verdict) string { return words(v.Analyst) }},
}

func compliance(s *model.Statement) string {
	if s == nil {
		return none
	}
	return exact(s.Compliance)
}

// paragraph is an action of the output, with its place among the section's and
// its date as the truth writes dates.
type paragraph struct {
	*model.Action
	index int
	date  string
}

// actionFields are those of a paragraph of evidence.
var actionFields = []comparer[*Action, paragraph]{
	{"action.date",
		func(a *Action) string { return exact(a.Date) },
		func(p paragraph) string { return exact(p.date) }},
	{"action.footnotes",
		func(a *Action) string { return list(a.Footnotes, strconv.Itoa) },
		func(p paragraph) string { return markers(p) }},
	{"action.chars",
		func(a *Action) string {
			if !a.Chars.is {
				return open
			}
			return numberOrNone(a.Chars.value)
		},
		func(p paragraph) string { return strconv.Itoa(utf8.RuneCountInString(p.Text)) }},
	{"action.amounts",
		func(a *Action) string {
			switch {
			case !a.Amounts.is:
				return open
			case a.Amounts.value == nil:
				return none
			}
			return list(*a.Amounts.value, strconv.Quote)
		},
		func(p paragraph) string {
			return list(p.Amounts, func(a model.Amount) string { return strconv.Quote(a.Currency + a.Value) })
		}},
}

func markers(p paragraph) string {
	return list(p.Footnotes, func(f model.Ref) string { return strconv.Itoa(f.Number) })
}

func compareVerdicts(s *Sheet, want *Chapter, got *model.Commitment, chapter string) {
	at := map[string]int{}
	for i, v := range got.Verdicts {
		at[v.Member] = i
	}
	for i := range want.Verdicts {
		w := &want.Verdicts[i]
		g, object := new(model.Verdict), chapter
		k, found := at[w.Member]
		if found {
			g, object = &got.Verdicts[k], fmt.Sprintf("%s/verdicts/%d", chapter, k)
		}
		where := fmt.Sprintf("%d %s", want.Number, w.Member)
		s.object = object
		s.found("verdict.found", where, found)
		compareFields(s, verdictFields, where, w, g)
		compareActions(s, w, g, where, object)
	}
}

func compareActions(s *Sheet, want *Verdict, got *model.Verdict, where, section string) {
	paragraphs := paragraphsFor(want.Actions, got.Actions)
	keys := make([]string, len(want.Actions))
	for i, a := range want.Actions {
		keys[i] = a.Date + list(a.Footnotes, strconv.Itoa)
	}
	others := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		others[i] = p.date + markers(p)
	}
	pairs := align(keys, others)
	for range len(paragraphs) - len(pairs) {
		s.spurious("action.spurious", where)
	}
	for i := range want.Actions {
		w := &want.Actions[i]
		g := paragraph{Action: new(model.Action)}
		s.object = section
		k, found := pairs[i]
		if found {
			g = paragraphs[k]
			s.object = fmt.Sprintf("%s/actions/%d", section, g.index)
		}
		here := fmt.Sprintf("%s #%d %s", where, i+1, w.Date)
		s.found("action.found", here, found)
		compareFields(s, actionFields, here, w, g)
	}
}

// paragraphsFor gives the paragraphs that such a truth speaks of. One with a
// date for every action has left out the paragraphs without, which the program
// keeps; one that writes no spans of days has the first day of each.
func paragraphsFor(want []Action, got []model.Action) []paragraph {
	undated := slices.ContainsFunc(want, func(a Action) bool { return a.Date == "" })
	spans := slices.ContainsFunc(want, func(a Action) bool { return strings.Contains(a.Date, "/") })
	var out []paragraph
	for i := range got {
		date := got[i].Date
		if date == "" && !undated {
			continue
		}
		if !spans {
			date, _, _ = strings.Cut(date, "/")
		}
		out = append(out, paragraph{&got[i], i, date})
	}
	return out
}
