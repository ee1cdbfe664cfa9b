package statement

import "recount.invalid/recount/audit/rubric/token"

// DeniesOther reports whether a denial is of something else than action: "it is not
// disputed that", "it did not wait for its partners", "not without delay". own says of a
// stem that it is one of what the commitment asks for.
func DeniesOther(s []token.Token, own func(stem string) bool) bool {
	const known = token.ActionNouns | token.DimensionNouns | token.CalledParts | token.Acting | token.Acts | token.Plainest | token.Strongs | token.Weaks |
		token.Middling | token.Insufficient | token.Shortfalls | token.Absences | token.Others | token.Limiters | token.Unreal | token.Contradictions
	for i := range s {
		switch s[i].Word {
		case "not", "no", "never", "didn't", "doesn't", "hasn't":
		default:
			continue
		}
		k := i + 1
		for k < len(s) && (s[k].Word == "been" || s[k].Word == "be" || s[k].Word == "yet" || s[k].Word == "also" || s[k].Word == "had" || s[k].Stem == "" && !s[k].IsNumber() && !ends(s[k].Word)) {
			k++
		}
		head := token.At(s, k)
		switch {
		case k >= len(s) || ends(head.Word) || head.IsNumber() || head.Is(known) && head.Word != "without":
		case head.Word == "act" || head.Word == "acted" || head.Word == "comply" || head.Word == "complied" || head.Word == "done" || head.Word == "do":
		case !speaksOf(s[k:], own):
			return true
		}
	}
	return false
}

// speaksOf reports whether a verb, or what it does that to, is an own word: "not laid pipes"
// is of pipes, "not wait for its partners" of waiting.
func speaksOf(s []token.Token, own func(stem string) bool) bool {
	const reach = 4
	for i := 0; i < len(s) && i < reach && (s[i].Stem != "" || i > 0 && (s[i].Word == "the" || s[i].Word == "a" || s[i].Word == "any" || s[i].Word == "or")) && !ends(s[i].Word); i++ {
		if s[i].Stem != "" && own(s[i].Stem) {
			return true
		}
	}
	return false
}

// ends reports whether a mark ends what is denied.
func ends(w string) bool { return w == "," || w == "." || w == ";" || w == ":" || w == ")" }
