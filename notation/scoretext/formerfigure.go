package scoretext

import (
	"slices"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// A report that follows another quotes the other's scores beside its own: 'the score of 0
// in the interim report has been replaced by +1', 'receives +1 (interim score: +1)',
// 'keeps the +1 that it received in the last report'.

const (
	// maxFormerWords is how many tokens stand at most between a score and the noun of the
	// report that gave it ('0 in the interim report').
	maxFormerWords = 4
	// maxSettleWords is how many tokens stand at most between the verb by which a score
	// gives way and the one that holds.
	maxSettleWords = 2
)

// formerFigure is the end of the words behind token at that say that an earlier report gave
// the score there ('in the interim report'); 0 where none do.
func formerFigure(v *vocabulary.Vocabulary, tokens []string, at int) (end int) {
	if at+1 >= len(tokens) || tokens[at+1] != "in" && tokens[at+1] != "from" && tokens[at+1] != "of" {
		return 0
	}
	earlier := false
	for i := at + 2; i < len(tokens) && i <= at+maxFormerWords; i++ {
		switch t := tokens[i]; {
		case v.Has(vocabulary.InterimWords, t) || v.Has(vocabulary.EarlierWords, t):
			earlier = true
		case v.Has(vocabulary.SpellNouns, t):
			if earlier && hasSettling(v, tokens[i:]) {
				return i + 1
			}
			return 0
		case t != "the" && t != "its" && t != "our":
			return 0
		}
	}
	return 0
}

// hasSettling reports whether words follow by which a score holds or gives way: without
// them 'receives 0 in the final report' may be all that is said.
func hasSettling(v *vocabulary.Vocabulary, tokens []string) bool {
	return slices.ContainsFunc(tokens, func(t string) bool {
		return v.Has(vocabulary.ScoreStands, t) || v.Has(vocabulary.ScoreReplaced, t)
	})
}

// bracketedFormer reports whether the score at a token stands in a bracket that names an
// earlier report ('(interim score: +1)').
func bracketedFormer(v *vocabulary.Vocabulary, tokens []string, at int) bool {
	earlier := false
	for i := at - 1; i >= 0 && i >= at-maxFormerWords-1; i-- {
		switch t := tokens[i]; {
		case t == "(":
			return earlier
		case t == ")":
			return false
		case v.Has(vocabulary.InterimWords, t) || v.Has(vocabulary.EarlierWords, t):
			earlier = true
		}
	}
	return false
}

// formerStretches are the tokens that name the report of a score other than that at own.
func formerStretches(v *vocabulary.Vocabulary, tokens []string, all []figure, own int) map[int]bool {
	var out map[int]bool
	for _, f := range all {
		end := 0
		if f.at != own {
			end = formerFigure(v, tokens, f.at)
		}
		for i := f.at + 1; i < end; i++ {
			if out == nil {
				out = map[int]bool{}
			}
			out[i] = true
		}
	}
	return out
}

// settles reports whether right before the score at a token stand words by which an earlier
// one is confirmed or gives way ('has been replaced by +1', 'is confirmed: +1').
func settles(v *vocabulary.Vocabulary, tokens []string, at int) bool {
	for i := at - 1; i >= 0 && i >= at-maxSettleWords; i-- {
		switch t := tokens[i]; {
		case v.Has(vocabulary.ScoreStands, t) || v.Has(vocabulary.ScoreReplaced, t):
			return i == 0 || !v.Has(vocabulary.ScoreDenials, tokens[i-1])
		case t != "by" && t != "to" && t != "with" && t != "at" && t != ":" && t != "as":
			return false
		}
	}
	return false
}

// keptBehind is where the words begin behind the score at a token that say when it was
// given before, where the sentence says that the member has it now ('keeps the +1 that it
// received', 'receives −1, its score in the interim report'); 0 is none.
func keptBehind(v *vocabulary.Vocabulary, tokens []string, at int) int {
	k := at - 1
	if k >= 0 && (tokens[k] == "the" || tokens[k] == "a" || tokens[k] == "its") {
		k--
	}
	if k < 0 || k > 0 && v.Has(vocabulary.ScoreDenials, tokens[k-1]) || at+2 >= len(tokens) {
		return 0
	}
	kept := v.Has(vocabulary.ScoreKeepers, tokens[k])
	now := v.Has(vocabulary.AwardWords, tokens[k]) && strings.HasSuffix(tokens[k], "s")
	switch behind := tokens[at+1]; {
	case kept && (behind == "that" || behind == "which" || behind == "it" || behind == "from" || behind == "of"):
		return at + 1
	case (kept || now) && behind == ",":
		if next := tokens[at+2]; next == "its" || next == "the" || next == "as" {
			return at + 2
		}
	}
	return 0
}
