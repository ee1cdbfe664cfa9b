package statement

import "recount.invalid/recount/audit/rubric/token"

// TellsState reports whether s[i] says how something is and not that anything was done
// to it: "is confined to the capital", "remains limited". That somebody says of it that
// it "is met" or "is covered" is another thing.
func TellsState(s []token.Token, i int) bool {
	const adverbs = 2
	switch s[i].Word {
	case "still":
		return true
	case "is", "are", "remains", "remain", "remained", "stays", "stay", "stayed":
	default:
		return false
	}
	for k := i + 1; k < len(s) && k <= i+1+adverbs; k++ {
		switch {
		case s[k].Word == "closed" || s[k].Word == "open":
			return true
		case s[k].Is(token.Acts | token.Acting | token.Plainest | token.Auxiliaries):
			return false
		case s[k].Word == "being", Past(s, k):
			return true
		case s[k].Stem != "" && s[k].Word != "only" && s[k].Word != "already":
			return false
		}
	}
	return false
}
