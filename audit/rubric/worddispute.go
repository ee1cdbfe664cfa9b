package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// A sentence of the guidelines and a level may contradict each other in what they say of
// one kind of action, whatever the levels count: it suffices by itself and the levels leave
// it out; it is disregarded and earns a level; it overrides all else and stands beside
// action in a level; it is not enough alone and one of two ways to a level.

// WordDispute finds a sentence of the guidelines that contradicts a level so, and the level.
func WordDispute(sentences []string, levels []model.Level) (said string, level model.Level, ok bool) {
	const most = 200 // sentences
	scored := slices.DeleteFunc(slices.Clone(levels), func(l model.Level) bool { return l.Score == nil })
	slices.SortStableFunc(scored, func(a, b model.Level) int { return *a.Score - *b.Score })
	if len(scored) < 3 || !slices.IsSortedFunc(scored, func(a, b model.Level) int { return *a.Score - *b.Score }) {
		return "", level, false
	}
	for _, s := range sentences[:min(len(sentences), most)] {
		plain := strings.TrimRight(strings.TrimSpace(s), ".")
		for _, kind := range wordDisputes {
			if l := kind(plain, scored); l != nil {
				return s, *l, true
			}
		}
	}
	return "", level, false
}

// wordDisputes are the kinds: each gives the level that a sentence contradicts, nil where it
// contradicts none. Levels are in order, the lowest first.
var wordDisputes = []func(sentence string, levels []model.Level) *model.Level{sufficesLeftOut, disregardedEarns, overridesBeside, notAloneEither}

var (
	// reSufficesFor finds what suffices by itself for a score. Groups: it, the score.
	reSufficesFor = lazyregexp.New(`(?i)^(.+?)\s+(?:is|are)\s+(?:by\s+(?:itself|themselves)\s+|in\s+(?:itself|themselves)\s+|alone\s+|already\s+)?(?:sufficient|enough)\s+for\s+(?:an?\s+)?(?:score\s+of\s+)?(full\s+compliance|partial\s+compliance|\+1|0)$`)
	// reOtherThan finds what a level leaves out of what it counts. Group: it.
	reOtherThan = lazyregexp.New(`(?i)\b(?:other\s+than|apart\s+from|except\s+for|not\s+counting)\s+([^,;.]+)`)
	// reJoinsMore are words with which more is asked for than one kind of action.
	reJoinsMore = lazyregexp.New(`(?i)\b(?:and|or|with|plus|together|if|unless|provided|where|when|not|no|never|without|only)\b`)
)

// sufficesLeftOut is the lowest level where it leaves out of what it counts what the sentence
// gives a higher score by itself.
func sufficesLeftOut(sentence string, levels []model.Level) *model.Level {
	m := reSufficesFor.FindStringSubmatch(sentence)
	if m == nil || reJoinsMore.MatchString(m[1]) {
		return nil
	}
	given := 0
	if s := strings.ToLower(m[2]); s == "+1" || strings.HasPrefix(s, "full") {
		given = 1
	}
	lowest := &levels[0]
	x := reOtherThan.FindStringSubmatch(lowest.Text)
	if x == nil || *lowest.Score >= given || !deniesAll(lowest.Text[:strings.Index(lowest.Text, x[0])]) {
		return nil
	}
	if left := tellingStems(x[1]); len(left) >= fewestTelling && sameWords(left, tellingStems(m[1])) {
		return lowest
	}
	return nil
}

// fewestTelling is how many words two texts must have in common to speak of one thing.
const fewestTelling = 2

// deniesAll reports whether words deny that there is anything of what they count.
func deniesAll(words string) bool {
	p := token.Borrow(words)
	defer token.GiveBack(p)
	return slices.ContainsFunc(*p, func(t token.Token) bool {
		return t.Word == "no" || t.Word == "not" || t.Word == "none" || t.Word == "nothing"
	})
}

// tellingStems are the stems of words that tell what is spoken of, each once.
func tellingStems(words string) []string {
	p := token.Borrow(words)
	defer token.GiveBack(p)
	var out []string
	for i := range *p {
		t := &(*p)[i]
		s := t.Stem
		if s == "" && len(t.Word) > 4 && !t.Is(token.Common) {
			s = stem.Of(t.Word)
		}
		if s != "" && !t.Is(token.Neutral|token.Acting|token.Auxiliaries) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// reInAddition are words with which something is left out of what a level asks for.
var reInAddition = lazyregexp.New(`(?i)\b(?:addition|beyond|besides|except|excluding|other\s+than|apart|more\s+than|top\s+of|unless|instead)\b`)

// disregardedEarns is a level above the lowest that is earned, as one of several ways, by what
// the sentence leaves out of account.
func disregardedEarns(sentence string, levels []model.Level) *model.Level {
	m := reNoAccountOf.FindStringSubmatch(reEvenIf.ReplaceAllString(sentence, ""))
	if m == nil || reSingly.MatchString(m[1]) || reNegated.MatchString(m[1]) || reSupposes.MatchString(m[1]) || reJoinsMore.MatchString(m[1]) {
		return nil
	}
	of := wordsCounted(m[1])
	if len(of) < fewestTelling {
		return nil
	}
	for i := range levels[1:] {
		l := &levels[i+1]
		ways := strings.Split(reWays.ReplaceAllString(strings.TrimRight(l.Text, "."), "\n"), "\n")
		if len(ways) < 2 {
			continue
		}
		for _, way := range ways {
			if !reNegated.MatchString(way) && !reInAddition.MatchString(way) && !reCaseAnd.MatchString(way) && sameWords(of, wordsCounted(way)) {
				return l
			}
		}
	}
	return nil
}

var (
	// reWays divides a level into the ways to it.
	reWays = lazyregexp.New(`(?i),?\s+or\s+`)
	// reCaseAnd finds that a way asks for two things.
	reCaseAnd = lazyregexp.New(`(?i)\band\b`)
	// reOverrides finds action against the commitment that is given the lowest score whatever
	// else there is. Groups: what leads to it, what stands behind.
	reOverrides = lazyregexp.New(`(?i)^(.*?\b(?:against|contrary\s+to|contradict(?:s|ing)?|undermin(?:es?|ing)|antithetical\s+to)\s+(?:the|its|this)\s+(?:commitment|promise|pledge|aim)\b.*?),?\s+(?:leads?\s+to|results?\s+in|earns?|means?|is\s+(?:scored|given|awarded)|are\s+(?:scored|given|awarded)|entails?|brings?)\s+(?:an?\s+)?(?:score\s+of\s+)?(?:non-?compliance|[\x{2212}\x{2013}-]1)\b,?\s*(.*)$`)
	// reWhatever finds that it does so whatever else there is.
	reWhatever = lazyregexp.New(`(?i)^(?:whatever|regardless|irrespective|no\s+matter|in\s+any\s+case|whether\s+or\s+not|even\s+(?:if|where|when))\b`)
	// reAlsoAgainst finds a level that is given for action and action against it.
	reAlsoAgainst = lazyregexp.New(`(?i)\b(?:but|and)\s+(?:it\s+)?(?:also|at\s+the\s+same\s+time)\s+(?:\p{L}+\s+){0,4}?(?:against|contrary\s+to|contradict(?:s|ing)?|undermin(?:es?|ing)|antithetical\s+to)\s+(?:it|the\s+commitment|the\s+promise|the\s+pledge|this\s+aim|that\s+aim)\b`)
)

// overridesBeside is a level above the lowest that is given for action beside which there is
// action against the commitment, where the sentence gives all of that the lowest score.
func overridesBeside(sentence string, levels []model.Level) *model.Level {
	m := reOverrides.FindStringSubmatch(sentence)
	if m == nil || !reWhatever.MatchString(m[2]) {
		return nil
	}
	if rest := reWhatever.ReplaceAllString(m[2], ""); reSupposes.MatchString(rest) || reSingly.MatchString(rest) || reSingly.MatchString(m[1]) || reNegated.MatchString(m[1]) || reSupposes.MatchString(strings.ReplaceAll(m[1], "such as", "")) {
		return nil
	}
	for i := range levels[1:] {
		l := &levels[i+1]
		if also := reAlsoAgainst.FindStringSubmatch(l.Text); also != nil && !reNegated.MatchString(also[0]) {
			return l
		}
	}
	return nil
}

var (
	// reNotFullAlone finds that something is not enough for full compliance alone. Groups: it,
	// in one of three.
	reNotFullAlone = lazyregexp.New(`(?i)^full\s+compliance\s+(?:cannot|can\s+(?:not|never)|may\s+(?:not|never)|must\s+not|will\s+not|is\s+(?:not|never)(?:\s+to\s+be)?)\s+(?:be\s+)?(?:awarded|given|reached|earned|achieved|granted)\s+(?:on\s+the\s+(?:strength|basis)\s+of|for|by|through|with)\s+(.+?)\s+(?:alone|by\s+themselves|by\s+itself|on\s+their\s+own)\b|^(.+?)\s+(?:alone|by\s+themselves|by\s+itself|on\s+their\s+own)\s+(?:cannot|can\s+(?:not|never)|may\s+(?:not|never)|does\s+not|do\s+not|will\s+not)\s+(?:be|earn|receive|bring|constitute|amount\s+to|lead\s+to|count\s+as|reach)\s+full\s+compliance\b|^(.+?)\s+(?:alone|by\s+themselves|by\s+itself|on\s+their\s+own)\s+(?:can|may|will)\s+(?:therefore\s+|thus\s+)?(?:earn|receive|bring|constitute|amount\s+to|lead\s+to|count\s+as|reach)\s+(?:no\s+more\s+than|at\s+(?:the\s+)?most|no\s+better\s+than|only)\s+partial\s+compliance\b`)
	// reEitherWay finds two ways of which each is enough. Groups: the two.
	reEitherWay = lazyregexp.New(`(?i)([^,;]+?)(?:,|\s+or)\s+([^,;]+?),?\s+or\s+(?:\p{L}+\s+)?both\b`)
)

// notAloneEither is the highest level where it takes the one of two ways that the sentence
// says is not enough alone.
func notAloneEither(sentence string, levels []model.Level) *model.Level {
	m := reNotFullAlone.FindStringSubmatch(sentence)
	highest := &levels[len(levels)-1]
	two := reEitherWay.FindStringSubmatch(highest.Text)
	if m == nil || two == nil {
		return nil
	}
	alone := tellingStems(m[1] + m[2] + m[3])
	a, b := tellingStems(two[1]), tellingStems(two[2])
	for _, way := range [][2][]string{{a, b}, {b, a}} {
		other := slices.ContainsFunc(alone, func(s string) bool { return sameWords([]string{s}, way[1]) })
		if len(way[0]) > 0 && sameWords(way[0], alone) && sameWords(alone, way[0]) && !other {
			return highest
		}
	}
	return nil
}
