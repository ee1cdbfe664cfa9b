package stages

import (
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/vocabulary"
)

// Sentence is a sentence, and whether it is about another stage of the assessment
// than the report's own, or about another report.
type Sentence struct {
	Text string
	// Other says that it is about another one.
	Other bool
	Stage string // the stage that it is about; "" where that is not certain
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

// GoesOn reports whether a sentence is about the report that the one before it is about.
func GoesOn(sentence string) bool {
	return reBack.MatchString(sentence) || reReportThen.MatchString(sentence)
}

// OfItself reports whether the subject of a sentence is the report that speaks.
func OfItself(sentence string) bool { return reSelf.MatchString(sentence) }

// Planned reports whether a sentence tells a plan, which a report is not held to.
func Planned(sentence string) bool { return rePlanned.MatchString(sentence) }

// Sentences divides a paragraph of a report of a stage into sentences by the stage that
// each is about.
func Sentences(words *vocabulary.Vocabulary, own, text string) []Sentence {
	var out []Sentence
	for _, sp := range prose.Sentences(words, text) {
		s := Sentence{Text: text[sp.Start:sp.End]}
		named := map[string]bool{}
		for _, m := range rule.ReStageName.FindAllString(s.Text, -1) {
			named[strings.ToLower(m)] = true
			s.Other = s.Other || !strings.EqualFold(m, own)
		}
		for stage := range named {
			if s.Other && len(named) == 1 && !rePlanned.MatchString(s.Text) {
				s.Stage = stage
			}
		}
		if len(named) == 0 && len(out) > 0 && GoesOn(s.Text) {
			before := out[len(out)-1]
			s.Other, s.Stage = before.Other, before.Stage
		}
		s.Other = s.Other || reOtherReport.MatchString(s.Text) && !reSelf.MatchString(s.Text)
		out = append(out, s)
	}
	return out
}
