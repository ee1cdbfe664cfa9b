package evidence

import (
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// stageSentence is a sentence, and whether it is about another stage of the assessment
// than the report's own, or about another report.
type stageSentence struct {
	text  string
	other bool
	stage string // the one that it is about; "" where that is not certain
}

var (
	// reBack finds a sentence whose subject is what the sentence before is about: "It
	// covered …". "This report" is the one that speaks.
	reBack = lazyregexp.New(`^(?:It|Its|They|Those|These|That(?:\s+(?:report|assessment|study|document))?|The\s+(?:former|latter))\s+`)
	// reReportThen finds one whose subject is a report, of which it speaks in the past.
	reReportThen = lazyregexp.New(`^(?:The|Its)\s+(?:report|assessment|period)\s+(?:\p{L}+\s+){0,2}?(?:covered|spanned|ran|reviewed|assessed|examined|extended|reached)\b`)
	// reOtherReport finds another report that no stage is named of.
	reOtherReport = lazyregexp.NewWith(`(?i)\b(?:earlier|previous|preceding|prior|first|last|companion)\s+(?:[\p{L}-]+\s+)?(?:report|edition|volume|assessment|issue)\b`,
		"earlier", "previous", "preceding", "prior", "first", "last", "companion")
	// reSelf begins a sentence about the report that speaks.
	reSelf = lazyregexp.New(`^(?:This|The\s+present)\b`)
	// rePlanned finds a plan, which a report is not held to.
	rePlanned = lazyregexp.NewWith(`(?i)\b(?:will|shall|would|planned|expected|due|intends?|is\s+to)\b`, "will", "shall", "would", "planned", "expected", "due", "intend", "is")
)

// stagesIn divides a paragraph into sentences by the stage that each is about.
func stagesIn(p *rule.Pass, text string) []stageSentence {
	own := StageOrFinal(p)
	var out []stageSentence
	for _, sp := range prose.Sentences(p.Vocabulary, text) {
		s := stageSentence{text: text[sp.Start:sp.End]}
		named := map[string]bool{}
		for _, m := range rule.ReStageName.FindAllString(s.text, -1) {
			named[strings.ToLower(m)] = true
			s.other = s.other || !strings.EqualFold(m, own)
		}
		for stage := range named {
			if s.other && len(named) == 1 && !rePlanned.MatchString(s.text) {
				s.stage = stage
			}
		}
		if len(named) == 0 && len(out) > 0 && (reBack.MatchString(s.text) || reReportThen.MatchString(s.text)) {
			before := out[len(out)-1]
			s.other, s.stage = before.other, before.stage
		}
		s.other = s.other || reOtherReport.MatchString(s.text) && !reSelf.MatchString(s.text)
		out = append(out, s)
	}
	return out
}

// StageCount is a number of commitments that the report states of another stage.
type StageCount struct {
	Stage string
	N     int
	Text  string
	Quote string
	At    model.At
}

// reAssesses are the words before a number of commitments that were assessed.
var reAssesses = lazyregexp.New(`(?i)\b(?:assess|cover|examin|review|analy[sz]|monitor|follow|judg|select|track)[a-z]*\s+(?:only\s+|all\s+|the\s+|just\s+)*$`)

// StageCounts are the numbers of commitments that the report states of other stages.
func StageCounts(p *rule.Pass) []StageCount {
	var out []StageCount
	for _, t := range FrontTexts(p.Report) {
		for _, s := range stagesIn(p, t.Text) {
			if s.stage == "" {
				continue
			}
			for _, m := range reSelectedCommitments.FindAllStringSubmatchIndex(s.text, -1) {
				if m[0] > 0 && !strings.ContainsAny(s.text[m[0]-1:m[0]], " (") {
					continue
				}
				between, behind := s.text[m[4]:m[5]], s.text[m[6]:m[7]]
				said := (reIsSelected.MatchString(between) || reAssesses.MatchString(s.text[:m[0]])) && !strings.HasPrefix(strings.ToLower(between), "of ") ||
					reIsSelected.MatchString(FirstWords(behind, 2))
				if !said || reOfSome.MatchString(behind) || !plainWords(p, between) {
					continue
				}
				out = append(out, StageCount{s.stage, NumberOf(s.text[m[2]:m[3]]), strings.TrimSpace(s.text[m[0]:m[5]]) + " commitments", s.text, t.At})
			}
		}
	}
	return out
}

// CountsSelected reports whether a paragraph states how many commitments were selected.
func CountsSelected(text string) bool {
	return reIsSelected.MatchString(text) && reSelectedCommitments.MatchString(text)
}
