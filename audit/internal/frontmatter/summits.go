package frontmatter

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// SummitFront is what the text before the chapters says of the report on another summit: its
// period, how many commitments it assessed. "Our final report on the Norport Summit covered
// 7 July 2030 to 31 May 2031".
type SummitFront struct {
	Name        string // of the summit, as printed
	Year        int    // 0 where none stands with it
	Stage       string // "" where none is named
	Period      *model.Period
	Commitments int    // 0 where none is said
	Counted     string // the words of the number
	Made        int    // how many were made at that summit; 0 where it is not said
	// Last says that no summit is named: it is "the last report", that on the summit before.
	Last     bool
	Sentence string
	At       model.At
}

// reReportOn finds the name of a summit, or of the report on it. Groups: year, name, year.
var reReportOn = lazyregexp.NewWith(`(?:\b((?:19|20)[0-9]{2})\s+)?\b(\p{Lu}[\p{L}.'\x{2019}-]*(?:\s+(?:de\s+|of\s+)?\p{Lu}[\p{L}.'\x{2019}0-9-]*){0,6}?)(?:['\x{2019}]s)?\s+(?:(?:interim|final|preliminary|compliance)\s+)*(?:[Ss]ummit|[Rr]eport)\b(?:\s+(?:of|in)\s+((?:19|20)[0-9]{2})\b|\s+((?:19|20)[0-9]{2})\b)?`, "ummit", "eport")

// reReportOnBehind finds the name of a summit behind the report on it: "the final report on
// Quay Town". Groups as those of reReportOn.
var reReportOnBehind = lazyregexp.New(`\b[Rr]eports?\s+(?:on|for)\s+(?:the\s+)?(?:((?:19|20)[0-9]{2})\s+)?(\p{Lu}[\p{L}.'\x{2019}-]*(?:\s+(?:de\s+|of\s+)?\p{Lu}[\p{L}.'\x{2019}-]*){0,4}?)(?:\s+[Ss]ummit)?(?:\s+(?:of|in)\s+((?:19|20)[0-9]{2})\b|\s+((?:19|20)[0-9]{2})\b|\s*[,;:()]|\s+[a-z]|\.?$)`)

// SummitFronts are what the text before the chapters says of the reports on other summits,
// in sentences that name one summit and not the report's own.
func SummitFronts(p *rule.Pass) []SummitFront {
	var out []SummitFront
	for _, t := range FrontTexts(p.Report) {
		for _, f := range summitFronts(p, t.Text) {
			f.At = t.At
			out = append(out, f)
		}
	}
	return out
}

// SaysOfSummit reports whether a paragraph says such a thing.
func SaysOfSummit(p *rule.Pass, text string) bool { return len(summitFronts(p, text)) > 0 }

func summitFronts(p *rule.Pass, text string) []SummitFront {
	if !strings.Contains(text, "ummit") && !strings.Contains(text, "eport") {
		return nil
	}
	var out []SummitFront
	var before *SummitFront // what the sentence before is about
	for _, sp := range prose.Sentences(p.Vocabulary, text) {
		s := text[sp.Start:sp.End]
		about := namedSummit(p, s)
		if about == nil {
			about = lastReport(p, s)
		}
		if about == nil && before != nil && stages.GoesOn(s) {
			again := *before
			about = &again
		}
		before = about
		if stages.OfItself(s) {
			before = nil // "It covers …" behind it is said of the report that speaks
		}
		own := p.Report.Report.Summit.Name
		if about == nil || stages.Planned(s) || own != "" && strings.Contains(strings.ToLower(s), strings.ToLower(own)) {
			continue
		}
		f := *about
		f.Sentence = s
		if q, ok := date.ParsePeriod(p.Vocabulary, behindLast(f, s)); ok && !ownPeriod(p, q) {
			f.Period = &q
		}
		if counts := AssessedCounts(p, s); len(counts) == 1 {
			f.Commitments, f.Counted = counts[0].N, counts[0].Text
		}
		if counts := comparedCounts(p, s); f.Commitments == 0 && len(counts) == 1 {
			f.Commitments, f.Counted = counts[0].N, counts[0].Text
		}
		if counts := madeIn(s); len(counts) > 0 && !slices.ContainsFunc(counts, func(c statedCount) bool { return c.N != counts[0].N }) {
			f.Made = counts[0].N
		}
		if f.Period != nil || f.Commitments > 0 || f.Made > 0 {
			out = append(out, f)
		}
	}
	return out
}

// reLastReport finds the report on the summit before this one.
var reLastReport = lazyregexp.New(`(?i)\b(?:(?:the|our|its|their)\s+(?:last|previous|preceding|earlier|prior)\s+(?:(?:final|compliance)\s+){0,2}(?:report|assessment|edition)|last\s+year['\x{2019}]s\s+(?:(?:final|compliance)\s+){0,2}(?:report|assessment|edition)|the\s+(?:final\s+|compliance\s+)*report\s+(?:for|of)\s+the\s+(?:year|summit)\s+before)\b`)

// reCoversThen finds the words that tie a period to the report named before it.
var reCoversThen = lazyregexp.New(`(?i)^,?\s+(?:(?:which|that|it)\s+)?(?:had\s+|has\s+)?(?:only\s+|itself\s+)?(?:cover|span|run|ran\b|extend|review|assess|examin|consider|deal|dealt|treat|look|went|reach|select|chose|includ|contain)`)

// lastReport is the report on the summit before this one where a sentence speaks of it and
// names no stage but the final one: what it covered or assessed.
func lastReport(p *rule.Pass, s string) *SummitFront {
	m := reLastReport.FindAllStringIndex(s, 2)
	if len(m) != 1 || !reCoversThen.MatchString(s[m[0][1]:]) {
		return nil
	}
	for _, name := range rule.ReStageName.FindAllString(s, -1) {
		if !strings.EqualFold(name, elsewhere.FinalStage) {
			return nil
		}
	}
	return &SummitFront{Last: true, Stage: elsewhere.FinalStage}
}

// behindLast is what of a sentence may state the period of the report that it is about.
func behindLast(f SummitFront, s string) string {
	if m := reLastReport.FindStringIndex(s); f.Last && m != nil {
		return s[m[1]:]
	}
	return s
}

// ownPeriod reports whether a period is the report's own.
func ownPeriod(p *rule.Pass, q model.Period) bool {
	own := p.Report.Report.Period
	return own != nil && own.From == q.From && own.To == q.To
}

// withoutStop is a word without the stop behind it; that of a short one may be of an
// abbreviation ("St.").
func withoutStop(w string) string {
	if bare := strings.TrimRight(w, "."); len(bare) > shortName {
		return bare
	}
	return w
}

// shortName is how many bytes a name has that may be an abbreviation.
const shortName = 3

// namedSummit is the one other summit that a sentence names by its place, with the one stage
// that it names; nil where there is none, or two.
func namedSummit(p *rule.Pass, s string) *SummitFront {
	var found *SummitFront
	for _, m := range append(reReportOn.FindAllStringSubmatchIndex(s, -1), reReportOnBehind.FindAllStringSubmatchIndex(s, -1)...) {
		f := SummitFront{}
		var words []string
		for w := range strings.FieldsSeq(s[m[4]:m[5]]) {
			plain := strings.TrimSuffix(strings.TrimSuffix(withoutStop(strings.Trim(w, ",")), "’s"), "'s")
			low := strings.ToLower(plain)
			if elsewhere.TitleFiller[low] || p.NamesForum(plain) || elsewhere.ReportNoun[low] || opensSentence[low] {
				continue
			}
			words = append(words, plain)
		}
		f.Name = strings.Join(words, " ")
		for _, g := range []int{2, 6, 8} {
			if m[g] >= 0 {
				f.Year = rule.Atoi(s[m[g]:m[g+1]])
			}
		}
		switch {
		case f.Name == "":
		case found != nil && !strings.EqualFold(found.Name, f.Name):
			return nil
		default:
			found = &f
		}
	}
	if found == nil {
		return nil
	}
	named := map[string]bool{}
	for _, m := range rule.ReStageName.FindAllString(s, -1) {
		named[strings.ToLower(m)] = true
		found.Stage = strings.ToLower(m)
	}
	if len(named) > 1 {
		return nil
	}
	return found
}

// opensSentence are capitalised words before the name of a summit that are no part of it.
var opensSentence = map[string]bool{
	"the": true, "our": true, "its": true, "this": true, "that": true, "at": true, "in": true, "for": true, "of": true, "on": true,
	"like": true, "unlike": true, "since": true, "after": true, "before": true, "as": true, "an": true, "a": true, "their": true,
}
