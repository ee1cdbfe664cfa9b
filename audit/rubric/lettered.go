package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/internal/lazyregexp"
)

// Some levels name the parts by letters and say which of them they ask for: "(a) together
// with at least one of (b) and (c)", "(a) alone", "(b) and/or (c) without (a)". They are
// read as statements over the sets of letters that there are.

const (
	fewestLetters = 2
	mostLetters   = 4
)

var (
	reLetter = lazyregexp.New(`\(([a-e])\)`)
	// reSetWord finds what such a level is made of beside its letters. What stands before
	// another word of the list must be the longer.
	reSetWord = lazyregexp.New(`^(?:with or without|without or with|together with|in addition(?: to)?|as well as|at least one of|at least one or the other of|one or more of|any one or more of|one or both of|and/or|or both|or all|but not|but neither|neither|nor|none of|none|not|without|both|all(?: three| four| two)?(?: of)?|alone|only|and|or|but|with|plus|also|§[a-e]|[,;])(?: |$)`)
	// rePlainWord are the words that say nothing: who acts, that it does, what the letters are.
	rePlainWord = lazyregexp.New(`^(?:the|a|an|of|it|its|has|have|is|are|does|do|did|done|carries|carry|carried|out|takes|take|taken|took|acts|act|acted|on|in|fulfils|fulfills|fulfil|fulfilled|meets|meet|met|performs|performed|implements|implemented|implement|completes|completed|addresses|addressed|adopts|adopted|action|actions|measures|elements?|parts?|components?|points?|conditions?|reforms?|items?|steps?|tasks?|member|country|government|state|these|those|them|any)(?: |$)`)
	reSpelt     = lazyregexp.New(`\b[A-Z][\p{L}.'-]*\b`)
)

// setTerm is a group of letters and what is asked of them.
type setTerm struct {
	letters []int
	any     bool // one of them is enough
	open    bool // whether all of them are too is not said
	denied  bool
	free    bool // it makes no difference
	alone   bool // and nothing else
}

// readLettered reads levels about letters.
func readLettered(scores []int, texts map[int][]string) (Reading, bool) {
	if len(scores) < 3 {
		return Reading{}, false
	}
	n := 0
	for _, s := range scores {
		if len(texts[s]) != 1 {
			return Reading{}, false
		}
		for _, m := range reLetter.FindAllStringSubmatch(texts[s][0], -1) {
			n = max(n, int(m[1][0]-'a')+1)
		}
	}
	if n < fewestLetters || n > mostLetters || !reLetter.MatchString(texts[scores[0]][0]) {
		return Reading{}, false
	}
	r := Reading{Unit: condition.Cases, Points: make([]string, 1<<n)}
	for set := range r.Points {
		r.Points[set] = namedSet(set, n)
	}
	for i, s := range scores {
		ways, ok := setWays(texts[s][0], n)
		if !ok {
			return Reading{}, false
		}
		truth := make([]condition.Truth, len(r.Points))
		for set := range truth {
			for _, w := range ways {
				truth[set] = max(truth[set], setTruth(w, set, n, i == 0))
			}
		}
		words := strings.TrimSuffix(strings.Join(strings.Fields(texts[s][0]), " "), ".")
		r.Levels = append(r.Levels, condition.Condition{Score: s, Clauses: []condition.Clause{{Words: words,
			Atoms: []condition.Atom{{Unit: condition.Cases, Cases: truth, Count: condition.Quantity{Possible: condition.Interval{Lo: 0, Hi: condition.Unlimited}}}}}}})
		r.Understood = append(r.Understood, words)
	}
	return r, true
}

// namedSet says a set of letters in words.
func namedSet(set, n int) string {
	var has, lacks []string
	for k := range n {
		name := "(" + string(rune('a'+k)) + ")"
		if set&(1<<k) != 0 {
			has = append(has, name)
		} else {
			lacks = append(lacks, name)
		}
	}
	switch {
	case len(has) == 0:
		return "none of the parts"
	case len(lacks) == 0:
		return strings.Join(has, " and ")
	}
	return strings.Join(has, " and ") + " without " + strings.Join(lacks, " and ")
}

// setWays are the ways to a level, each all of its terms; ok is false where a word of it is
// not understood.
func setWays(text string, n int) (ways [][]setTerm, ok bool) {
	text = reLetter.ReplaceAllString(strings.TrimSuffix(strings.TrimSpace(text), "."), " §$1 ")
	text = strings.ToLower(reSpelt.ReplaceAllString(text, "member"))
	text = strings.NewReplacer(",", " , ", ";", " ; ").Replace(text)
	text = strings.Join(strings.Fields(text), " ")
	var words []string
	for text != "" {
		m := reSetWord.FindStringIndex(text)
		if m != nil {
			words = append(words, strings.TrimSpace(text[:m[1]]))
		} else if m = rePlainWord.FindStringIndex(text); m == nil {
			return nil, false
		}
		text = text[m[1]:]
	}
	return parseSets(words, n)
}

// parseSets reads the words of a level.
func parseSets(words []string, n int) (ways [][]setTerm, ok bool) {
	var way []setTerm
	next := setTerm{}
	closeWay := func() {
		if len(way) > 0 {
			ways = append(ways, way)
		}
		way = nil
	}
	for i := 0; i < len(words); i++ {
		switch w := words[i]; w {
		case "neither", "none of", "none", "not", "but not", "but neither", "without":
			next.denied, next.any = true, true
			if w == "none of" || w == "none" {
				if i+1 >= len(words) || !strings.HasPrefix(words[i+1], "§") {
					for k := range n {
						next.letters = append(next.letters, k)
					}
					way, next = append(way, next), setTerm{}
				}
			}
		case "with or without", "without or with":
			next.free = true
		case "at least one of", "at least one or the other of", "one or more of", "any one or more of", "one or both of":
			next.any = true
		case "or":
			if len(way) == 0 {
				return nil, false
			}
			closeWay()
		case "or both", "or all":
			if len(way) == 0 || !way[len(way)-1].any {
				return nil, false
			}
			way[len(way)-1].open = false
		case "alone", "only":
			if len(way) == 0 || w == "only" && i+1 < len(words) && strings.HasPrefix(words[i+1], "§") {
				next.alone = true
				continue
			}
			way[len(way)-1].alone = true
		case "and", "but", "with", "plus", "also", "together with", "in addition", "in addition to", "as well as", "both", ",", ";", "nor", "all", "all of", "all three", "all four", "all two", "all three of", "all four of", "all two of":
		default:
			if !strings.HasPrefix(w, "§") {
				return nil, false
			}
			end, joins := i, []string{}
			next.letters = append(next.letters, int(w[len("§")]-'a'))
			for k := i + 1; k < len(words); k++ {
				if strings.HasPrefix(words[k], "§") && k-1 > end && slices.ContainsFunc(words[end+1:k], func(j string) bool { return j != "," }) || strings.HasPrefix(words[k], "§") && k-1 > end {
					joins = append(joins, words[end+1:k]...)
					next.letters = append(next.letters, int(words[k][len("§")]-'a'))
					end = k
					continue
				}
				if words[k] != "," && words[k] != "and" && words[k] != "or" && words[k] != "nor" && words[k] != "and/or" {
					break
				}
			}
			either, both := slices.Contains(joins, "or"), slices.Contains(joins, "and")
			switch {
			case slices.Contains(joins, "and/or"):
				next.any = true
			case either && both:
				return nil, false
			case either && !next.any:
				next.any, next.open = true, true
			}
			for _, k := range next.letters {
				if k >= n {
					return nil, false
				}
			}
			way, next = append(way, next), setTerm{}
			i = end
		}
	}
	closeWay()
	return ways, len(ways) > 0 && len(next.letters) == 0
}

// setTruth says whether a set is on a way.
func setTruth(way []setTerm, set, n int, highest bool) condition.Truth {
	answer, named, alone := condition.In, 0, false
	affirmed := 0
	for _, t := range way {
		have := 0
		for _, k := range t.letters {
			named |= 1 << k
			if set&(1<<k) != 0 {
				have++
			}
			if !t.denied && !t.free {
				affirmed |= 1 << k
			}
		}
		alone = alone || t.alone
		switch {
		case t.free:
		case t.denied && have > 0, !t.denied && t.any && have == 0, !t.denied && !t.any && have < len(t.letters):
			return condition.Out
		case !t.denied && t.open && have > 1 && !highest:
			answer = condition.Maybe
		}
	}
	switch beyond := set &^ named; {
	case alone && set&^affirmed != 0:
		return condition.Out
	case beyond != 0 && affirmed != 0 && !highest:
		answer = condition.Maybe
	}
	return answer
}
