package frontmatter

import (
	"strings"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// Of the report of another stage often only the end of its period is said, since both begin on
// one day: "the interim report, which covered the period to 31 March 2032".

// reOpenEnd finds the words by which a report covers a time up to a day, right before the day.
var reOpenEnd = lazyregexp.New(`(?i)(?:^|[\s,])(?:cover|ran|run|went|reach|extend|consider|review|assess|examin|includ)[a-z]*\s+(?:(?:the|all|only|a|its|taken|compliance|period|periods|time|months|actions|measures|deeds|what|was|were|had|been|done|happened|just)\s+){0,6}(?:up\s+)?(?:to|until|till|through)\s+$`)

// reOfStage begins what stands behind the name of a stage up to the words of covering: the day
// of its publication at the most.
var reOfStage = lazyregexp.New(`(?i)^(?:\s+(?:compliance\s+)?(?:report|assessment|study|review|stage|period))?(?:\s+(?:of|from|dated|published|issued|released|that\s+appeared|which\s+appeared)(?:\s+(?:on|in))?\s+(?:the\s+)?[0-9\p{L}\s]{3,30}?)?\s*,?(?:\s+(?:which|that))?(?:\s+(?:itself|had|has|only|still))*$`)

// openEnds are the periods of other stages of which a sentence says the end alone. stage is
// what a sentence goes on about that names none.
func openEnds(p *rule.Pass, s stages.Sentence, own string) []StagePeriod {
	var out []StagePeriod
	for _, m := range date.FindDates(p.Vocabulary, s.Text) {
		covers := reOpenEnd.FindStringIndex(s.Text[:m.FromByte])
		if covers == nil || len(m.EDTF) != len("2032-01-31") || len(out) == mostSpans {
			continue
		}
		before := s.Text[:covers[0]]
		stage := ""
		switch all := rule.ReStageName.FindAllStringIndex(before, -1); {
		case len(all) > 0:
			last := all[len(all)-1]
			if !reOfStage.MatchString(before[last[1]:]) {
				continue
			}
			stage = strings.ToLower(before[last[0]:last[1]])
		case !rule.ReStageName.MatchString(s.Text) && stages.GoesOn(s.Text) && len(strings.Fields(before)) <= mostSubjectWords:
			stage = s.Stage
		}
		if stage == "" || stage == own || !endsWithin(p, m.EDTF) {
			continue
		}
		out = append(out, StagePeriod{&model.Period{To: m.EDTF, Text: strings.TrimSpace("to " + m.Text)}, stage})
	}
	return out
}

// mostSubjectWords is how many words the subject of a sentence has that goes on about a report.
const mostSubjectWords = 3

// endsWithin reports whether a day lies in the report's own period, as the end of an earlier
// stage's does.
func endsWithin(p *rule.Pass, day string) bool {
	own := p.Report.Report.Period
	return elsewhere.StageOrFinal(p) == elsewhere.FinalStage && own != nil && len(own.From) == len(day) && len(own.To) == len(day) && own.From < day && day < own.To
}
