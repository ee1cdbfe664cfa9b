package columns

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/vocabulary"
)

// namedMean is the mean of the columns that a head names: 'Europeans (France, Germany)'.
var namedMean = &relation{
	rule:   "count-stated",
	called: calledNamed,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		from := g.named(c, words)
		if from == nil || !g.mostlyFractions(c) && !g.percents(c, words) {
			return nil
		}
		return [][]int{from}
	},
	of: mean.of,
	text: func(g *grid, from []int) string {
		var names []string
		for _, f := range from {
			names = append(names, g.name(f))
		}
		return fmt.Sprintf("the mean of %s and %s", strings.Join(names[:len(names)-1], ", "), names[len(names)-1])
	},
}

// mostNamed bounds the names in a head.
const mostNamed = 30

// NamedMembers are the members that a head lists, in brackets or behind a colon ('Europeans
// (France, Germany)'), each once and in their order; nil where it lists none, or something else.
func NamedMembers(head string, words *vocabulary.Vocabulary) (out []string) {
	_, inside, ok := strings.Cut(head, "(")
	if !ok {
		if _, inside, ok = strings.Cut(head, ":"); !ok {
			return nil
		}
	}
	inside, _, _ = strings.Cut(inside, ")")
	parts := strings.FieldsFunc(reListWord.ReplaceAllString(inside, ","), func(r rune) bool { return strings.ContainsRune(",;/&+", r) })
	if len(parts) > mostNamed {
		return nil
	}
	for _, part := range parts {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		code, member := words.MemberHead(part)
		if !member || slices.Contains(out, code) {
			return nil
		}
		out = append(out, code)
	}
	if len(out) < fewestParts {
		return nil
	}
	return out
}

// reListWord is a word between the last two of a list.
var reListWord = lazyregexp.New(`(?i)\s(?:and|und|et)\s`)

// named are the columns of the members that the head of a column names; nil where one has
// none.
func (g *grid) named(c int, words *vocabulary.Vocabulary) (out []int) {
	members := NamedMembers(g.heads[c], words)
	if members == nil {
		return nil
	}
	of := map[string]int{}
	for k, h := range g.heads {
		if code, member := words.Member(h); member && k != c && !g.barred[k] && !g.isMade(k) {
			of[code] = k
		}
	}
	for _, code := range members {
		k, there := of[code]
		if !there {
			return nil
		}
		out = append(out, k)
	}
	return out
}

// calledNamed reports whether the head of a column names other columns.
func calledNamed(g *grid, c int, words *vocabulary.Vocabulary) bool { return g.named(c, words) != nil }
