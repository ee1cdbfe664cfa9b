package closed

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// construct is a way to say something of counted action.
type construct struct {
	// re matches a whole statement in lower case, without its full stop.
	re *lazyregexp.Regexp
	// reads gives what it says, from the groups of re; ok is false where it is not said
	// after all.
	reads func(m []string) (c Counts, ok bool)
	// told says that the construct sets lower limits by what is told: something else
	// that is denied or taken back may take them back.
	told bool
}

// constructs are all of them, the more particular first.
var constructs = [][]construct{onlyOnes, allThatIs, noneAtAll, graded, pairGraded}

var (
	// reSpeaks finds what speaks of graded action, or of action that is counted.
	reSpeaks = lazyregexp.New(`\b(?:strong(?:er|ly)?|weak(?:er|ly)?|actions?|kind|kinds)\b`)
	// reTakesBack finds what may take back what was told.
	reTakesBack = lazyregexp.New(`\b(?:not|no|none|never|nor|neither|nothing|without|cannot|before|earlier|previous|already|planned|plans?|announced|promised|proposed|intends?|will|would|may|might|could|draft|bill|withdrawn|withdrew|repealed later|later|cancelled|suspended|postponed|reversed|although|though|however|but|yet|fail\p{L}*|lack\p{L}*|refus\p{L}+|reject\p{L}+|abandon\p{L}*|await\p{L}*|pending|hardly|scarcely|delay\p{L}*|prepar\p{L}+|discuss\p{L}*|debat\p{L}+|propos\p{L}+|call(?:s|ed)? for|urge[sd]?|hope[sd]?|wish\p{L}*|seeks?|sought|aim(?:s|ed)?|expect\p{L}*|intend\p{L}*|neighbours?|neighbors?|predecessors?|others?|except|apart|only|merely|if|unless|whether|allegedly|claims?|says|said|called|described|termed|regarded|considered|considers|elsewhere|provinc\p{L}+|municipal\p{L}*|private)\b`)
	// reMay finds the month, which is no "may".
	reMay    = lazyregexp.New(`\bMay\b`)
	reClause = lazyregexp.New(`;\s+|,\s+(?:and|but|while|whereas|yet|though|although|however)\s+|:\s+`)
)

// Actions reads the sentences of a conclusion, without those that only give the score;
// ok is false where one of them speaks of counted action in words that are not
// understood, or none does. who are the words for the member itself.
func Actions(sentences, who []string) (Counts, bool) {
	const most = 40 // statements
	out := open()
	type statement struct {
		text string
		told bool
	}
	var read []statement
	var rest []string
	for _, s := range sentences {
		s = normal(s)
		if s == "" {
			continue
		}
		if c, told, ok := one(s); ok {
			if ofAnother(s, who) {
				return Counts{}, false
			}
			out.and(c)
			read = append(read, statement{s, told})
			continue
		}
		for _, clause := range clauses(s) {
			c, told, ok := one(clause)
			switch {
			case ok && ofAnother(clause, who):
				return Counts{}, false
			case ok:
				out.and(c)
				read = append(read, statement{clause, told})
			case reSpeaks.MatchString(clause):
				return Counts{}, false
			default:
				rest = append(rest, clause)
			}
		}
		if len(read)+len(rest) > most {
			return Counts{}, false
		}
	}
	for _, s := range read {
		if !s.told {
			continue
		}
		for _, other := range rest {
			if reTakesBack.MatchString(other) {
				return Counts{}, false
			}
		}
	}
	for _, s := range read {
		out.Words = append(out.Words, s.text)
	}
	return out, len(read) > 0 && out.said() && out.possible()
}

// reActs finds who acts. Group: them.
var reActs = lazyregexp.New(`^(` + actor + `)(?:took|has taken|have taken|undertook|did not take|has not taken) `)

// ofAnother reports whether a statement names somebody who acts and is not the member.
func ofAnother(s string, who []string) bool {
	m := reActs.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	for _, w := range strings.Fields(m[1]) {
		switch w {
		case "it", "they", "the", "member", "country", "government", "state", "and":
		default:
			if !of(strings.TrimSuffix(w, "'s"), who) {
				return true
			}
		}
	}
	return false
}

// clauses are the statements of a sentence.
func clauses(s string) []string {
	var out []string
	from := 0
	for _, m := range reClause.FindAllStringIndex(s, -1) {
		out = append(out, s[from:m[0]])
		from = m[1]
	}
	return append(out, s[from:])
}

// one reads a statement.
func one(s string) (Counts, bool, bool) {
	for _, list := range constructs {
		for _, k := range list {
			m := k.re.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			if c, ok := k.reads(m); ok {
				return c, k.told, true
			}
		}
	}
	return Counts{}, false, false
}

// normal is a sentence in lower case with single spaces and without its full stop.
func normal(s string) string {
	s = reMay.ReplaceAllString(strings.Join(strings.Fields(s), " "), "month")
	s = strings.ToLower(s)
	s = strings.NewReplacer("\u2019", "'", "\u2018", "'", " \u2013 ", ", ", " \u2014 ", ", ", "\u2014", ", ").Replace(s)
	return strings.TrimRight(s, ".;, ")
}

// grade is what a statement says of strength.
func grade(word string, n Bound) Counts {
	c := open()
	switch {
	case strings.HasPrefix(word, "strong"):
		c.Strong = n
	case strings.HasPrefix(word, "weak"):
		c.Weak = n
	default:
		c.All = n
	}
	return c
}

// numeral is a number in words or digits, 0 where it is none.
func numeral(word string) int {
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve") {
		if w == word {
			return i + 1
		}
	}
	switch word {
	case "a", "an", "a single", "one single", "single", "another":
		return 1
	case "both":
		return 2
	}
	n := 0
	for _, r := range word {
		if r < '0' || r > '9' || n > 1000 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}
