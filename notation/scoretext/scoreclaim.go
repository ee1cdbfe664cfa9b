package scoretext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// ScoreClaim is a sentence with a figure that may be a member's score, and
// what its words say for and against that.
type ScoreClaim struct {
	Score  int
	Signed bool
	At     script.Span // of the sentence
	// Frame is what stands around the score, with marks for members and levels:
	// sentences that give scores in one report in the same way have the same.
	Frame string
	// Words is how many words and figures the sentence has.
	Words int
	// Scores says that its words speak of a judgment, Own that it names the
	// member or nobody else's pronoun.
	Scores, Own bool
	// Named says that a noun for scores stands right before the figure ('a score of 0',
	// 'the score must be 0').
	Named bool
	// Others says that it names another member, Denied that the score's clause
	// denies it or the sentence supposes it, Earlier that it speaks of another time, Counts that the figure
	// counts something, Quoted that it stands in a quotation.
	Others, Denied, Earlier, Counts, Quoted bool
	// Settled says that an earlier score stands before the figure, with words by which it
	// is confirmed or gives way to it.
	Settled bool
}

// frameReach is how many tokens before a score belong to its frame.
const frameReach = 2

// nounReach is how many tokens before a score its noun stands at most: 'score',
// 'must', 'be'.
const nounReach = 3

// ScoreClaims gives the sentences of a paragraph that may give the score of the
// member code, in order. Of a sentence with several such
// figures one counts where it is certain which is the member's, see ownFigure.
func ScoreClaims(v *vocabulary.Vocabulary, text, code string) []ScoreClaim {
	if !strings.ContainsAny(text, "0123456789") && !strings.Contains(text, zeroWord) {
		return nil
	}
	var out []ScoreClaim
	runes := []rune(text)
	for _, s := range script.Sentences(v, text) {
		if c, ok := scoreClaim(v, string(runes[s.Start:s.End]), code); ok {
			c.At = s
			out = append(out, c)
		}
	}
	return out
}

func scoreClaim(v *vocabulary.Vocabulary, sentence, code string) (c ScoreClaim, ok bool) {
	if !strings.ContainsAny(sentence, "0123456789") && !strings.Contains(sentence, zeroWord) {
		return c, false
	}
	tokens := claimTokens(v, sentence, code)
	quoted := false
	var all []figure
	for i, t := range tokens {
		if t == "\"" { // of all kinds
			quoted = !quoted
		}
		value, is := signedDigit(t)
		if !is {
			value, is = wholeToken(t)
		}
		if !is && t == zeroWord && i > 1 && tokens[i-1] == "of" && v.Has(vocabulary.ScoreNouns, tokens[i-2]) {
			value, is = 0, true // 'a score of zero'
		}
		if !is || value != 0 && !script.BeginsSigned(t) {
			continue
		}
		all = append(all, figure{at: i, value: value, signed: script.BeginsSigned(t), quoted: quoted})
	}
	if len(all) == 0 {
		return c, false
	}
	from, to := 0, len(tokens) // what of the sentence is about the figure
	fig := all[0]
	if len(all) > 1 {
		if fig, from, to, ok = ownFigure(v, tokens, all); !ok {
			return c, false
		}
	}
	at := fig.at
	c.Score, c.Signed, c.Quoted = fig.value, fig.signed, fig.quoted
	behind := "."
	if at+1 < len(tokens) {
		behind = tokens[at+1]
	}
	if strings.ContainsAny(behind, "%/°€$£") || isMonth(v, behind) {
		return c, false
	}
	c.Counts = strings.ContainsFunc(behind, unicode.IsLetter) && behind != "L" && behind != "N" && !v.Has(vocabulary.ScoreFollowers, behind) && !v.Has(vocabulary.ScoreNouns, behind)
	clause := 0 // where the score's begins
	for i, t := range tokens {
		if i < at && strings.ContainsAny(t, ",;:-—") && len(t) == 1 {
			clause = i
		}
	}
	// What a semicolon parts from the score, or a comma behind it, denies nothing of it.
	apart, end := 0, len(tokens)
	for i, t := range tokens {
		switch {
		case i < at && strings.ContainsAny(t, ";:—") && len(t) <= len("—"):
			apart = i
		case i > at && end == len(tokens) && len(t) == 1 && strings.ContainsAny(t, ",;:"):
			end = i
		}
	}
	ofFormer := formerStretches(v, tokens, all, at)
	kept := keptBehind(v, tokens, at)
	c.Counts = c.Counts && kept == 0
	for i, t := range tokens {
		if i == at || !strings.ContainsFunc(t, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			continue
		}
		c.Words++
		switch {
		case t == "N":
			c.Own = true
		case t == "M":
			c.Others = c.Others || i >= from && i < to
		case t == "L" || v.Has(vocabulary.ScoreNouns, t) || v.Has(vocabulary.ScoreWords, t) || v.Has(vocabulary.AwardWords, t) && t != "of" || v.Has(vocabulary.ConclusionOpeners, t):
			c.Scores = true
		case v.Has(vocabulary.ConclusionPronouns, t):
			c.Own = true
		case len(all) > 1 && (i < from || i >= to):
		case v.Has(vocabulary.ScoreDenials, t) && i > clause && i < end || v.Has(vocabulary.Conditions, t) && i >= apart:
			c.Denied = true
		case ofFormer[i] || kept > 0 && i >= kept:
		case v.Has(vocabulary.EarlierWords, t):
			c.Earlier = true
		case v.Has(vocabulary.InterimWords, t) && i > 0 && tokens[i-1] != "this" && i+1 < len(tokens) &&
			v.Has(vocabulary.SpellNouns, tokens[i+1]) && !v.Has(vocabulary.CoveredSpells, tokens[i+1]):
			c.Earlier = true
		}
	}
	for i := max(0, at-nounReach); i < at; i++ {
		if strings.ContainsAny(tokens[i], ",;:.()") {
			c.Named = false
		} else if v.Has(vocabulary.ScoreNouns, tokens[i]) {
			c.Named = true
		}
	}
	c.Settled = len(ofFormer) > 0 && settles(v, tokens, at)
	frame := append([]string{"^"}, tokens[:at]...)
	frame = append(frame[max(0, len(frame)-frameReach):], "S", behind)
	c.Frame = strings.Join(frame, " ")
	return c, true
}

// claimTokens cuts a sentence into folded tokens, with N for the member code, M
// for other members and L for the names of levels.
func claimTokens(v *vocabulary.Vocabulary, sentence, code string) []string {
	runes := []rune(sentence)
	var out []string
	from := 0
	add := func(to int) {
		tokens := formTokens(string(runes[from:to]))
		for i := 0; i < len(tokens); i++ {
			if n := levelTokens(v, tokens[i:]); n > 0 {
				i += n - 1
				out = append(out, "L")
				continue
			}
			out = append(out, vocabulary.Fold(tokens[i]))
		}
	}
	for _, m := range v.MembersIn(sentence) {
		if m.Start < from {
			continue
		}
		add(m.Start)
		if m.Code == code {
			out = append(out, "N")
		} else {
			out = append(out, "M")
		}
		from = m.End
	}
	add(len(runes))
	return out
}

// levelTokens is how many tokens from the first on name a level of compliance.
func levelTokens(v *vocabulary.Vocabulary, tokens []string) int {
	for n := min(maxLevelWords, len(tokens)); n > 0; n-- {
		if !strings.ContainsFunc(tokens[0], unicode.IsLetter) || !strings.ContainsFunc(tokens[n-1], unicode.IsLetter) {
			continue
		}
		if _, ok := LevelInWords(v, strings.Join(tokens[:n], " ")); ok {
			return n
		}
	}
	return 0
}

func isMonth(v *vocabulary.Vocabulary, word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	_, ok := v.Month(string(unicode.ToUpper(first)) + word[n:])
	return ok
}
