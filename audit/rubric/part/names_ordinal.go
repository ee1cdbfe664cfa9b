package part

import (
	"slices"

	"recount.invalid/recount/audit/rubric/token"
)

// Ordinals are the names in "The first is a: …. The second is b, …".
func Ordinals(text string, size int) []Component {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	toks := *p
	var out []Component
	for i := range toks {
		if len(out) == size || len(out) == len(ordinalWords) || toks[i].Word != ordinalWords[len(out)] || token.Word(toks, i-1) != "the" {
			continue
		}
		j := i + 1
		if token.At(toks, j).Is(token.DimensionNouns | token.CalledParts) {
			j++
		}
		if w := token.Word(toks, j); w != "is" && w != "concerns" && w != "being" {
			continue
		}
		from := j + 1
		if w := token.Word(toks, from); w == "the" || w == "a" || w == "an" {
			from++
		}
		to := from
		for to < len(toks) && !slices.Contains([]string{":", ",", ";", ".", "that", "which", "(", "\n"}, toks[to].Word) {
			to++
		}
		if to == from || to-from > MostItemWords {
			return nil
		}
		out = append(out, name(len(out)+1, text, toks[from:to]))
	}
	if len(out) != size {
		return nil
	}
	distinguish(out)
	for _, c := range out {
		if len(c.Stems) == 0 {
			return nil
		}
	}
	return out
}

// ordinalWords are the numbers of parts that a text goes through.
var ordinalWords = [...]string{"first", "second", "third", "fourth", "fifth", "sixth"}
