package part

import "recount.invalid/recount/audit/rubric/token"

// Parts may be lettered: "three areas: (a) wells, (b) pipes, (c) pumps", "(i) … and
// (ii) …".

// marksOfLists are the marks of such lists, in order.
var marksOfLists = [...][]string{
	{"a", "b", "c", "d", "e", "f", "g", "h"},
	{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii"},
}

// Lettered are the names of a lettered list, nil where it has not as many as there are
// parts.
func Lettered(text string, size int) []Component {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	toks := *p
	for _, marks := range marksOfLists {
		var out []Component
		for i := 0; i < len(toks) && len(out) < len(marks); i++ {
			if toks[i].Word != marks[len(out)] || token.Word(toks, i+1) != ")" {
				continue
			}
			from := i + 2
			to := from
			for to < len(toks) && !endsListed(toks, to) {
				to++
			}
			for to > from && (token.Word(toks, to-1) == "and" || token.Word(toks, to-1) == "or") {
				to--
			}
			if to == from || to-from > MostItemWords+4 {
				return nil
			}
			out = append(out, name(len(out)+1, text, toks[from:to]))
			i = to - 1
		}
		if len(out) != size {
			continue
		}
		distinguish(out)
		for _, c := range out {
			if len(c.Stems) == 0 {
				return nil
			}
		}
		return out
	}
	return nil
}

// endsListed reports whether a name of a list is over at toks[i].
func endsListed(toks []token.Token, i int) bool {
	switch toks[i].Word {
	case ",", ";", ".", ":", "\n", "(", "that", "which":
		return true
	}
	return false
}
