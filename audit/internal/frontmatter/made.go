package frontmatter

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
)

var (
	// reMade finds how many commitments were made at the summit, of which some were
	// assessed: "drawn from the 205 commitments that the leaders made at Quay". Groups:
	// number, what stands behind the verb.
	reMade = lazyregexp.NewWith(`(?i)\b(?:from|of|among|out\s+of)\s+(?:the\s+|a\s+total\s+of\s+|all\s+)?([0-9]{2,4})\s+(?:[\p{L}]+\s+)?commitments\s+(?:(?:that|which)\s+)?(?:(?:the\s+)?(?:[\p{L}0-9]+\s+)?leaders\s+|were\s+|they\s+|it\s+)?(?:made|recorded|identified|issued|adopted|produced|generated|agreed|reached)\b([^.;]*)`, "commitments")
	// reTaken finds the same number where a part of it was assessed: "three of the 205
	// commitments were selected". Group: number.
	reTaken = lazyregexp.NewWith(`(?i)\b(?:`+NumberWords+`)\s+(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+)?([0-9]{2,4})\s+commitments\s+(?:(?:were|was|are|is|have\s+been|has\s+been)\s+)?(?:selected|assessed|chosen|monitored|examined|reviewed|analy[sz]ed)\b`, "commitments")
	// reMadeThere finds it behind the verb: "the leaders made 205 commitments there".
	// Groups: number, what stands behind.
	reMadeThere = lazyregexp.NewWith(`(?i)\b(?:made|adopted|issued|produced|generated|reached)\s+(?:a\s+total\s+of\s+|as\s+many\s+as\s+)?([0-9]{2,4})\s+commitments\b([^.;]*)`, "commitments")
	// reTakenOf finds it behind the verb, with the part before it: "the report selected three
	// of 205 commitments". Groups: number, what stands behind.
	reTakenOf = lazyregexp.NewWith(`(?i)\b(?:select|assess|chose|choos|monitor|examin|review|analy[sz]|cover|consider|look|follow|treat|judg)[a-z]*\s+(?:at\s+|only\s+|just\s+){0,2}(?:`+NumberWords+`)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|these\s+|those\s+|some\s+|a\s+total\s+of\s+)?([0-9]{2,4})\s+commitments\b([^.;,]*)`, "commitments")
	// reBesides ends what stands right behind a number: another statement follows.
	reBesides = lazyregexp.New(`(?i)\s(?:and|but|while|whereas|which)\s`)
	// rePartMade finds words that limit these commitments to some.
	rePartMade = lazyregexp.New(`(?i)\b(?:on|about|regarding|concerning|related|relating|under|since|between|each|every|over|across|summits)\b`)
)

// MadeCounts are the numbers of commitments that the text before the chapters says to have been
// made at the report's own summit.
func MadeCounts(p *rule.Pass) []statedCount {
	reader := stages.NewReader(p)
	var out []statedCount
	for _, t := range FrontTexts(p.Report) {
		for _, sp := range prose.Sentences(p.Vocabulary, t.Text) {
			s := t.Text[sp.Start:sp.End]
			if namesOtherStage(p, s) || !reader.Own(s) || namesOther(p, s) || len(reader.Members(s)) > 0 {
				continue
			}
			for _, c := range madeIn(s) {
				c.At = t.At
				out = append(out, c)
			}
		}
	}
	return out
}

// madeIn are the numbers of commitments that a sentence says to have been made at a summit.
func madeIn(s string) []statedCount {
	var out []statedCount
	add := func(m []int, behind string) {
		// Of the day and the place of the summit is said "on 15 November at Quay".
		if !rePartMade.MatchString(withoutDays(behind)) {
			out = append(out, statedCount{N: rule.Atoi(s[m[2]:m[3]]), Text: s[m[2]:m[3]], Quote: s})
		}
	}
	for _, m := range reMade.FindAllStringSubmatchIndex(s, -1) {
		add(m, s[m[4]:m[5]])
	}
	for _, m := range reMadeThere.FindAllStringSubmatchIndex(s, -1) {
		add(m, s[m[4]:m[5]])
	}
	for _, m := range reTaken.FindAllStringSubmatchIndex(s, -1) {
		add(m, "")
	}
	for _, m := range reTakenOf.FindAllStringSubmatchIndex(s, -1) {
		behind := s[m[4]:m[5]]
		if end := reBesides.FindStringIndex(behind); end != nil {
			behind = behind[:end[0]]
		}
		add(m, behind)
	}
	return out
}

// namesOtherStage reports whether a sentence names a stage that is not the report's own.
func namesOtherStage(p *rule.Pass, s string) bool {
	return slices.ContainsFunc(rule.ReStageName.FindAllString(s, -1), func(m string) bool { return !strings.EqualFold(m, elsewhere.StageOrFinal(p)) })
}

// reOnDays finds the days of a summit with the word before them.
var reOnDays = lazyregexp.New(`(?i)\bon\s+(?:the\s+)?(?:[0-9]{1,2}|January|February|March|April|May|June|July|August|September|October|November|December)\b`)

func withoutDays(s string) string { return reOnDays.ReplaceAllString(s, " ") }

// namesOther reports whether a sentence names another summit than the report's.
func namesOther(p *rule.Pass, s string) bool {
	f := namedSummit(p, s)
	if f != nil && !strings.EqualFold(f.Name, p.Report.Report.Summit.Name) {
		return true
	}
	for _, y := range elsewhere.ReYearAlone.FindAllString(s, -1) {
		if n := rule.Atoi(y); n != p.Report.Report.Summit.Year && n != p.Report.Report.Summit.Year+1 {
			return true
		}
	}
	return false
}

// CountsMade reports whether a paragraph states how many commitments were made.
func CountsMade(text string) bool {
	return reMade.MatchString(text) || reMadeThere.MatchString(text) || reTaken.MatchString(text) || reTakenOf.MatchString(text)
}
