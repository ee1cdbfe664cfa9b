package frontmatter

import (
	"strings"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// NumberWords is a pattern for numbers in figures and words, up to twenty.
const NumberWords = `[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty`

var (
	// reSelectedCommitments finds how many commitments a report is about: "20
	// selected commitments", "13 commitments selected for analysis", "ten
	// priority commitments". Groups: number, words between, words behind.
	reSelectedCommitments = lazyregexp.NewWith(`(?i)\b(`+NumberWords+`)\s+((?:(?:of|the|its|their|[0-9]{1,3}|[\p{L}-]+)\s+){0,5}?)commitments\b((?:\s+[\p{L}-]+){0,3})`, "commitments")
	// reIsSelected are the words that make them those that are assessed.
	reIsSelected = lazyregexp.NewWith(`(?i)\b(?:selected|priority|assessed|monitored)\b`, "selected", "priority", "assessed", "monitored")
	// reOfSome: the commitments of a subject, a country, another report.
	reOfSome = lazyregexp.New(`(?i)^\s*(?:selected\s+|assessed\s+)?(?:on|in|about|regarding|concerning|related|relating|from|where|that|which|with|each|per|for\s+(?:each|every|\p{Lu}))\b`)
	// reInParts: the report, or its assessment, is published in parts.
	reInParts = lazyregexp.NewWith(`(?i)\b(?:volumes?|parts?\s+(?:one|two|three|[0-9ivx]+)|published\s+(?:separately|apart)|separate\s+reports?|extract|excerpt|chapters?\s+on|each\s+team|two\s+teams|respectively)\b`,
		"volume", "part", "separate", "extract", "excerpt", "chapter", "team", "respectively")
	// ReAllMembers finds "all 20 members". Groups: number, words behind.
	ReAllMembers = lazyregexp.NewTemplate(`(?i)\ball\s+(`+NumberWords+`)\s+(?:{names}\s+)?members\b((?:\s+[\p{L}-]+){0,2})`, "members")
	ReOfSuch     = lazyregexp.New(`(?i)^\s*(?:that|who|which|with|of|whose|assessed|except)\b`)
)

// statedCount is a number of commitments or members, and where it is stated.
type statedCount struct {
	N     int
	Text  string
	Quote string
	At    model.At
}

// SelectedCommitments are the statements of how many commitments the report is
// about; why says why they cannot be compared, where they cannot.
func SelectedCommitments(p *rule.Pass, front []FrontText) (out []statedCount, why string) {
	reader := stages.NewReader(p)
	for _, t := range front {
		if reInParts.MatchString(t.Text) {
			return nil, "the report speaks of volumes, parts or chapters that are published apart"
		}
		for _, sp := range prose.Sentences(p.Vocabulary, t.Text) {
			s := t.Text[sp.Start:sp.End]
			for _, m := range reSelectedCommitments.FindAllStringSubmatchIndex(s, -1) {
				if m[0] > 0 && !strings.ContainsAny(s[m[0]-1:m[0]], " (") {
					continue // "2024-13 commitments", "1.5 …"
				}
				between, behind := s[m[4]:m[5]], s[m[6]:m[7]]
				said := reIsSelected.MatchString(between) && !strings.HasPrefix(strings.ToLower(between), "of ") ||
					reIsSelected.MatchString(FirstWords(behind, 2))
				if !said || reOfSome.MatchString(behind) || !plainWords(p, between) || !reader.Own(s[:m[1]]) || notThese(s, m) || reasonOfElse(reader, s[:m[0]]) {
					continue
				}
				out = append(out, statedCount{N: NumberOf(s[m[2]:m[3]]), Text: strings.TrimSpace(s[m[0]:m[5]]) + " commitments", Quote: s, At: t.At})
			}
		}
	}
	return out, ""
}

// reReason begins a clause that says why, when or where what stands before it is so.
var reReason = lazyregexp.New(`(?i)[\s,](?:because|since|as|when|where|whereas|while|although|though|if|unless|once|until|whose|for\s+which|in\s+which|of\s+which)\s`)

// reasonOfElse reports whether the words before a number begin a clause that says more of
// something else than this report: "Norport is left out, because only two commitments were
// assessed".
func reasonOfElse(reader prose.Reader, before string) bool {
	at := reReason.FindStringIndex(before)
	return at != nil && reader.SetsFrame(before[:at[0]])
}

// notThese reports whether a match of reSelectedCommitments is the number of all that were
// made, or of those that were left out.
func notThese(sentence string, m []int) bool {
	before, between, behind := sentence[:m[2]], sentence[m[4]:m[5]], sentence[m[5]+len("commitments"):]
	return LeftOut(before, between, behind) || !strings.HasPrefix(strings.ToLower(between), "of ") && OfWhole(before, between, behind)
}

// plainWords reports whether the words between a number and "commitments" limit
// them to no subject and no country.
func plainWords(p *rule.Pass, between string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(between)) {
		if !plainWord[w] && !p.NamesForum(w) && strings.Trim(w, "0123456789") != "" {
			return false
		}
	}
	return true
}

var plainWord = map[string]bool{
	"of": true, "the": true, "its": true, "their": true, "selected": true, "priority": true, "assessed": true, "monitored": true,
	"key": true, "core": true, "leaders'": true, "leaders’": true,
}

// NumberOf reads digits or a number's word.
func NumberOf(word string) int {
	if n, ok := prose.Numeral(word); ok {
		return n
	}
	return rule.Atoi(word)
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
		for _, s := range stages.Sentences(p.Vocabulary, elsewhere.StageOrFinal(p), t.Text) {
			if s.Stage == "" {
				continue
			}
			for _, c := range AssessedCounts(p, s.Text) {
				out = append(out, StageCount{s.Stage, c.N, c.Text, s.Text, t.At})
			}
		}
	}
	return out
}

// AssessedCounts are the numbers of commitments that a sentence about another report says to
// have been assessed: with no words that limit them to a subject.
func AssessedCounts(p *rule.Pass, sentence string) []statedCount {
	var out []statedCount
	for _, m := range reSelectedCommitments.FindAllStringSubmatchIndex(sentence, -1) {
		if m[0] > 0 && !strings.ContainsAny(sentence[m[0]-1:m[0]], " (") {
			continue
		}
		between, behind := sentence[m[4]:m[5]], sentence[m[6]:m[7]]
		said := (reIsSelected.MatchString(between) || reAssesses.MatchString(sentence[:m[0]])) && !strings.HasPrefix(strings.ToLower(between), "of ") ||
			reIsSelected.MatchString(FirstWords(behind, 2))
		if !said || reOfSome.MatchString(behind) || !plainWords(p, between) || notThese(sentence, m) {
			continue
		}
		out = append(out, statedCount{N: NumberOf(sentence[m[2]:m[3]]), Text: strings.TrimSpace(sentence[m[0]:m[5]]) + " commitments", Quote: sentence})
	}
	return out
}

// CountsSelected reports whether a paragraph states how many commitments were selected.
func CountsSelected(text string) bool {
	return reIsSelected.MatchString(text) && reSelectedCommitments.MatchString(text)
}
