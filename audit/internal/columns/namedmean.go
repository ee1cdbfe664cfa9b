package columns

import (
	"fmt"
	"strings"

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

// named are the columns of the members that the head of a column names in brackets or
// behind a colon; nil where one has none.
func (g *grid) named(c int, words *vocabulary.Vocabulary) (out []int) {
	_, inside, ok := strings.Cut(g.heads[c], "(")
	if !ok {
		if _, inside, ok = strings.Cut(g.heads[c], ":"); !ok {
			return nil
		}
	}
	inside, _, _ = strings.Cut(inside, ")")
	of := map[string]int{}
	for k, h := range g.heads {
		if code, member := words.Member(h); member && k != c && !g.barred[k] && !g.isMade(k) {
			of[code] = k
		}
	}
	parts := strings.FieldsFunc(inside, func(r rune) bool { return strings.ContainsRune(",;/&+", r) })
	if len(parts) > mostNamed {
		return nil
	}
	for _, part := range parts {
		code, member := words.Member(strings.TrimSpace(part))
		k, there := of[code]
		if !member || !there {
			return nil
		}
		out = append(out, k)
	}
	if len(out) < fewestParts {
		return nil
	}
	return out
}

// calledNamed reports whether the head of a column names other columns.
func calledNamed(g *grid, c int, words *vocabulary.Vocabulary) bool { return g.named(c, words) != nil }
