package closed

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
)

// Fate is what became of one of the things that the levels name.
type Fate int

// The fates.
const (
	Unknown Fate = iota
	Done
	Undone
)

// Told is what a conclusion says of each thing.
type Told struct {
	Fates []Fate
	// Words are the statements that say it.
	Words []string
}

var (
	reWord = lazyregexp.New(`[\p{L}\p{M}\d]+(?:['\x{2019}-][\p{L}\p{M}\d]+)*|[,;:]`)
	// reTurn is where a statement of its own begins.
	reTurn = lazyregexp.New(`(?i);\s+|:\s+|,?\s+(?:but|while|whereas|though|although|however)\s+|,\s+yet\s+|(?:,\s+|,?\s+and\s+)((?:no|none|nothing|neither|has|have|did|does)\s)|,\s+and\s+`)
)

// token is a word of a statement.
type token struct {
	word, stem string
	capital    bool
}

// Things reads what the sentences of a conclusion say of things, each given by the stems
// of its name: those are spoken of where a statement has words of their names, and no
// other that is not plain or one of common, the stems that the levels have for all of
// them. who are the words for the member itself.
func Things(sentences, who []string, names [][]string, common []string) Told {
	const most = 60 // statements
	out := Told{Fates: make([]Fate, len(names))}
	var rest []string
	n := 0
	for _, s := range sentences {
		for _, clause := range turns(s) {
			if n++; n > most {
				return Told{}
			}
			fates, ok := things(clause, who, names, common)
			if !ok {
				rest = append(rest, normal(clause))
				continue
			}
			for i, f := range fates {
				switch {
				case f == Unknown:
				case out.Fates[i] != Unknown && out.Fates[i] != f:
					return Told{} // two things of one
				default:
					out.Fates[i] = f
				}
			}
			out.Words = append(out.Words, strings.TrimSpace(clause))
		}
	}
	if slices.ContainsFunc(rest, reTakesBack.MatchString) {
		for i, f := range out.Fates {
			if f == Done {
				out.Fates[i] = Unknown // it may be taken back
			}
		}
	}
	return out
}

// turns are the statements of a sentence.
func turns(s string) []string {
	var out []string
	from := 0
	for _, m := range reTurn.FindAllStringSubmatchIndex(s, -1) {
		end := m[1]
		if m[2] >= 0 {
			end = m[2]
		}
		if strings.TrimSpace(s[from:m[0]]) != "" {
			out = append(out, s[from:m[0]])
		}
		from = end
	}
	return append(out, strings.TrimRight(s[from:], ".,; "))
}

// words are the tokens of a statement.
func words(s string) []token {
	var out []token
	for _, w := range reWord.FindAllString(s, -1) {
		r, _ := utf8.DecodeRuneInString(w)
		low := strings.TrimSuffix(strings.ReplaceAll(strings.ToLower(w), "\u2019", "'"), "'s")
		out = append(out, token{low, stem.Of(low), unicode.IsUpper(r)})
	}
	return out
}

// things reads one statement; ok is false where it has a word that is not understood, or
// says nothing of any thing.
func things(s string, who []string, names [][]string, common []string) (fates []Fate, ok bool) {
	const mostWords = 60
	toks := words(s)
	if len(toks) > mostWords {
		return nil, false
	}
	fates = make([]Fate, len(names))
	denials, doings, limiters := 0, 0, 0
	first, last := -1, -1 // the place of the first mention, and of which thing the last is
	firstDenial, lastDenial, mentionedBehind := -1, -1, false
	unsettled := false
	mentioned := make([]bool, len(names))
	joined, conjoined := true, false
	subject := true // the words of who acts may stand here
	any := false
	for i, t := range toks {
		kind := lexicon()[t.word]
		which := mention(t, names)
		unsettled = unsettled || kind&isUnsettled != 0 || t.word == "to" && i+1 < len(toks) && (toks[i+1].word == "have" || toks[i+1].word == "be")
		switch {
		case kind&isDenial != 0 || t.word == "left" && i+1 < len(toks) && (toks[i+1].word == "out" || toks[i+1].word == "aside"):
			if !(t.word == "nor" || t.word == "no" && i > 0 && (toks[i-1].word == "," || toks[i-1].word == "and")) {
				denials++
			}
			if firstDenial < 0 {
				firstDenial = i
			}
			lastDenial, joined = i, joined || t.word == "nor"
			subject = false
		case which >= 0:
			if last >= 0 && which != last && !joined {
				return nil, false // "no cooperation on wages": a thing of another
			}
			if first < 0 {
				first = i
			}
			mentioned[which], last, joined = true, which, false
			if strings.HasSuffix(t.word, "ed") || i > 0 && toks[i-1].word == "did" || t.word == "sent" {
				doings++ // a thing that is named by its verb
			}
			mentionedBehind = mentionedBehind || firstDenial > first
			subject = false
		case kind&isLimit != 0:
			limiters++
		case kind&isDoing != 0:
			doings++
			subject = false
		case kind&isPlain != 0:
			any = any || t.word == "any" || t.word == "whatever" || t.word == "whatsoever" || t.word == "all" || t.word == "either"
			joined = joined || t.word == "," || t.word == "and" || t.word == "or"
			conjoined = conjoined || t.word == "and" && last >= 0 && !(i+1 < len(toks) && toks[i+1].word == "no")
			subject = subject && (t.word == "the" || t.word == "and" || t.word == ",")
		case subject && t.capital && of(t.word, who):
		case !t.capital && slices.ContainsFunc(common, func(c string) bool { return c == t.stem || stem.Same(c, t.stem) }):
			subject = false
		case (t.word == "out" || t.word == "aside") && i > 0 && toks[i-1].word == "left":
		default:
			return nil, false
		}
	}
	if limiters > 0 || denials > 1 || mentionedBehind {
		return nil, false
	}
	switch {
	case denials == 1 && first >= 0:
		if lastDenial < first && conjoined {
			return nil, false // "no action on a and b": both, or either?
		}
		for k := range names {
			if mentioned[k] {
				fates[k] = Undone
			}
		}
		return fates, true
	case denials == 1 && first < 0 && whole(toks, any):
		for k := range names {
			fates[k] = Undone
		}
		return fates, true
	case denials == 0 && first >= 0 && doings > 0 && !unsettled:
		for k := range names {
			if mentioned[k] {
				fates[k] = Done
			}
		}
		return fates, true
	}
	return nil, false
}

// of reports whether a word is one for the member, or made from one ("Indian").
func of(word string, who []string) bool {
	const shared = 4 // letters
	for _, w := range who {
		if w == word || len(w) >= shared && strings.HasPrefix(word, w[:shared]) {
			return true
		}
	}
	return false
}

// whole reports whether a statement denies action of any kind: "no measures whatever were
// found", "it took no action in any of the areas".
func whole(toks []token, any bool) bool {
	for i, t := range toks {
		if numeral(t.word) > 1 || t.word == "of" {
			return false // of how many of them it says nothing
		}
		if (t.word == "no" || t.word == "not") && i+1 < len(toks) {
			for _, next := range toks[i+1:] {
				switch next.word {
				case "action", "actions", "measure", "measures", "steps", "step":
					return any || len(toks) <= 6
				}
			}
		}
	}
	return false
}

// mention is the one thing that a word names, -1 where it is none or several.
func mention(t token, names [][]string) int {
	found := -1
	if len(t.word) < 3 {
		return -1
	}
	for k, stems := range names {
		for _, s := range stems {
			if t.stem == s || stem.Same(t.stem, s) {
				if found >= 0 && found != k {
					return -1
				}
				found = k
			}
		}
	}
	return found
}

// Names is the one thing that words name beside plain ones and common; ok is false where
// they have any other word, or name several things.
func Names(text string, names [][]string, common []string) (which int, ok bool) {
	which = -1
	for _, t := range words(text) {
		k := mention(t, names)
		switch {
		case k >= 0 && which >= 0 && k != which:
			return 0, false
		case k >= 0:
			which = k
		case lexicon()[t.word]&(isPlain|isDoing|isUnsettled) != 0 || t.word == "takes" || t.word == "which":
		case slices.ContainsFunc(common, func(c string) bool { return c == t.stem || stem.Same(c, t.stem) }):
		default:
			return 0, false
		}
	}
	return which, which >= 0
}
