package rubric

import "slices"

// ordinals are the names in "The first is a: …. The second is b, …".
func ordinals(text string, size int) []Component {
	p := borrowTokens(text)
	defer giveBack(p)
	toks := *p
	var out []Component
	for i := range toks {
		if len(out) == size || len(out) == len(ordinalWords) || toks[i].word != ordinalWords[len(out)] || word(toks, i-1) != "the" {
			continue
		}
		j := i + 1
		if at(toks, j).is(dimensionNouns | calledParts) {
			j++
		}
		if w := word(toks, j); w != "is" && w != "concerns" && w != "being" {
			continue
		}
		from := j + 1
		if w := word(toks, from); w == "the" || w == "a" || w == "an" {
			from++
		}
		to := from
		for to < len(toks) && !slices.Contains([]string{":", ",", ";", ".", "that", "which", "(", "\n"}, toks[to].word) {
			to++
		}
		if to == from || to-from > mostItemWords {
			return nil
		}
		out = append(out, name(len(out)+1, text, toks[from:to]))
	}
	if len(out) != size {
		return nil
	}
	distinguish(out)
	for _, c := range out {
		if len(c.stems) == 0 {
			return nil
		}
	}
	return out
}

// ordinalWords are the numbers of parts that a text goes through.
var ordinalWords = [...]string{"first", "second", "third", "fourth", "fifth", "sixth"}
