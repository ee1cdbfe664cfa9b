package scoretext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// maxClosingWords is how many words a sentence that ends a member's section
// with its score has at most; longer ones tell of something else.
const maxClosingWords = 45

// ClosingScore reads a member's score from the last paragraph of its own
// section, where it may be put more freely than ConcludingScore allows
// elsewhere: 'Canada is awarded +1.', 'The score is 0.', 'A score of +1 is
// warranted.' The sentence is one of the last two, has no other figure, speaks
// of no other member than code, and denies nothing. at is where it stands.
func ClosingScore(v *vocabulary.Vocabulary, text, code string) (score int, at script.Span, ok bool) {
	spans := script.Sentences(v, text)
	runes := []rune(text)
	for i := len(spans) - 1; i >= 0 && i >= len(spans)-2; i-- {
		if score, ok = closingSentence(v, string(runes[spans[i].Start:spans[i].End]), code); ok {
			return score, spans[i], true
		}
	}
	return 0, script.Span{}, false
}

// closingSentence reads one sentence for ClosingScore.
func closingSentence(v *vocabulary.Vocabulary, s, code string) (int, bool) {
	before, behind, score, ok := onlyScore(s)
	if !ok {
		return 0, false
	}
	all := vocabulary.Words(s)
	if len(all) > maxClosingWords {
		return 0, false
	}
	for _, w := range all {
		if v.Has(vocabulary.Conditions, w.Folded) {
			return 0, false
		}
	}
	if strings.HasSuffix(strings.TrimRight(before, " "), ":") { // '…: 0 is awarded.'
		if rest := bareWords(behind); len(rest) <= maxWordsBehind && isGiven(v, rest) && !denies(v, behind) {
			return score, true
		}
	}
	clause := before
	if i := strings.LastIndexAny(strings.TrimRight(before, ": "), ",;:—"); i >= 0 {
		clause = strings.TrimLeft(before[i:], ",;:— ")
	}
	if denies(v, clause) || denies(v, behind) {
		return 0, false
	}
	for _, m := range append(v.MembersIn(clause), v.MembersIn(behind)...) {
		if m.Code != code {
			return 0, false
		}
	}
	words := bareWords(clause)
	rest := bareWords(behind)
	if len(words) == 0 {
		return 0, false
	}
	ends := len(rest) == 0 || strings.IndexAny(strings.TrimSpace(behind), ".,;:)") == 0
	switch {
	case len(rest) == 0 && len(words) == 1 && v.Has(vocabulary.ScoreNouns, words[0]):
		return score, true // 'Score: +1.'
	case ends:
		return score, awardsClause(v, clause, code) || scoresClause(v, clause, words) || meritsClause(v, words)
	}
	return score, offersScore(v, words) && len(rest) <= maxWordsBehind && isGiven(v, rest)
}

// maxWordsBehind is how many words the verb behind 'a score of +1' and what
// follows it have at most: longer ones say to whom it is given by a rule.
const maxWordsBehind = 6

// isGiven reports whether words begin with a verb by which a score is given
// ('is awarded', 'has been given', 'is therefore due').
func isGiven(v *vocabulary.Vocabulary, words []string) bool {
	for n := 1; n <= 2 && n < len(words); n++ {
		if v.Has(vocabulary.ScoreCopulas, strings.Join(words[:n], " ")) {
			if v.Has(vocabulary.ConclusionOpeners, words[n]) && n+1 < len(words) {
				n++
			}
			return v.Has(vocabulary.AwardWords, words[n]) || v.Has(vocabulary.DueWords, words[n])
		}
	}
	return false
}

// maxMerits is how many words stand at most before the verb by which a record
// merits a score.
const maxMerits = 6

// meritsClause reports whether a clause ends in the words by which the record that was
// told of merits a score: 'Such a record merits', 'This justifies a mark of'.
func meritsClause(v *vocabulary.Vocabulary, words []string) bool {
	n := len(words)
	if n > 2 && words[n-1] == "of" && v.Has(vocabulary.ScoreNouns, words[n-2]) {
		n -= 2
		if v.Has(vocabulary.ScoreOwners, words[n-1]) {
			n--
		}
	}
	if n < 2 || !v.Has(vocabulary.MeritVerbs, words[n-1]) {
		return false
	}
	for i := max(0, n-1-maxMerits); i < n-1; i++ {
		if v.Has(vocabulary.RecordWords, words[i]) {
			return true
		}
	}
	return false
}

// onlyScore parts a sentence at its score, if that is its only figure: a
// digit of the scale, 0 or with its sign.
func onlyScore(s string) (before, behind string, score int, ok bool) {
	digits, at := 0, 0
	for i, r := range s {
		if unicode.IsDigit(r) {
			digits++
			at = i
		}
	}
	if digits != 1 || s[at] != '0' && s[at] != '1' {
		return "", "", 0, false
	}
	before, behind = s[:at], s[at+1:]
	head := strings.TrimRight(before, " \u00a0")
	negative, signed := false, false
	if r, n := utf8.DecodeLastRuneInString(head); n > 0 && script.IsSign(r) {
		signed, negative = true, vocabulary.FoldRune(r) == '-'
		head = head[:len(head)-n]
	}
	if s[at] == '1' && !signed || s[at] == '0' && !signed && len(head) == len(before) && strings.TrimRight(before, "(“\"‘") == before {
		return "", "", 0, false // a word such as 'G0'
	}
	if r := script.FirstRune(behind); unicode.IsLetter(r) || strings.ContainsRune("%-/", r) {
		return "", "", 0, false
	}
	score = int(s[at] - '0')
	if negative {
		score = -score
	}
	return strings.TrimRight(head, "(“\"‘ \u00a0"), strings.TrimLeft(behind, ")”\"’"), score, true
}

// bareWords are the folded words of a text without the marks between them.
func bareWords(s string) []string {
	var out []string
	for _, w := range vocabulary.Words(s) {
		if w.Folded != "." {
			out = append(out, w.Folded)
		}
	}
	return out
}

// awardsClause reports whether a clause ends in the words that give somebody a
// score ('Canada is awarded'), and says that it is the member, or nobody who
// can be named ('and is given').
func awardsClause(v *vocabulary.Vocabulary, clause, code string) bool {
	matches := v.ScorePhrases(clause)
	if len(matches) == 0 {
		return false
	}
	last := matches[len(matches)-1]
	runes := []rune(clause)
	if strings.TrimSpace(string(runes[last.End:])) != "" || offersScore(v, bareWords(string(runes[last.Start:]))) {
		return false
	}
	for _, m := range v.MembersIn(string(runes[:last.Start])) {
		if m.Code == code {
			return true
		}
	}
	for _, w := range bareWords(string(runes[:last.Start])) {
		if v.Has(vocabulary.ConclusionPronouns, w) {
			return true
		}
	}
	return false
}

// scoresClause reports whether a clause says what the score is: 'the score
// is', 'its score is therefore', 'the score awarded to Canada is'.
func scoresClause(v *vocabulary.Vocabulary, clause string, words []string) bool {
	n := len(words)
	for n > 0 && v.Has(vocabulary.ConclusionOpeners, words[n-1]) {
		n--
	}
	if n < 2 || !v.Has(vocabulary.ScoreCopulas, words[n-1]) {
		return false
	}
	for i := n - 2; i >= 0 && i >= n-8; i-- {
		if !v.Has(vocabulary.ScoreNouns, words[i]) {
			continue
		}
		return i == 0 || v.Has(vocabulary.ScoreOwners, words[i-1]) || ownsScore(v, clause, words[i])
	}
	return false
}

// ownsScore reports whether a member's possessive stands right before a noun.
func ownsScore(v *vocabulary.Vocabulary, clause, noun string) bool {
	i := strings.LastIndex(vocabulary.Fold(clause), noun)
	if i < 0 || i > len(clause) {
		return false
	}
	owner := strings.TrimSpace(clause[:i])
	for _, end := range []string{"’s", "'s", "’", "'"} {
		if name, cut := strings.CutSuffix(owner, end); cut {
			ms := v.MembersIn(name)
			return len(ms) > 0 && ms[len(ms)-1].End == len([]rune(name))
		}
	}
	return false
}

// offersScore reports whether words are 'a score of' and nothing but an opener
// before it.
func offersScore(v *vocabulary.Vocabulary, words []string) bool {
	n := len(words)
	if n < 3 || words[n-1] != "of" || !v.Has(vocabulary.ScoreNouns, words[n-2]) || !v.Has(vocabulary.ScoreOwners, words[n-3]) {
		return false
	}
	if v.Has(vocabulary.ConclusionOpeners, strings.Join(words[:n-3], " ")) {
		return true // 'for this reason'
	}
	for _, w := range words[:n-3] {
		if !v.Has(vocabulary.ConclusionOpeners, w) {
			return false
		}
	}
	return true
}
