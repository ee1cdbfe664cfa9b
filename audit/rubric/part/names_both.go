package part

import "recount.invalid/recount/audit/rubric/token"

// A level that asks for both of two things may name them: "acts on roofs both at home and
// abroad", "in both areas: walls and roofs".

// NamesOfBoth are the names of the two, nil where they are not named so.
func NamesOfBoth(text string, size int) []Component {
	if size != 2 {
		return nil
	}
	p := token.Borrow(text)
	defer token.GiveBack(p)
	for _, s := range token.Sentences(text, *p) {
		for i := range s {
			if s[i].Word != "both" {
				continue
			}
			from := i + 1
			switch next := token.At(s, from); {
			case next.Is(token.DimensionNouns|token.CalledParts) && token.Word(s, from+1) == ":":
				from += 2
			case next.Is(token.DimensionNouns|token.CalledParts) || next.IsNumber() || next.Word == "of" || next.Word == "the" || next.Word == "these":
				continue
			}
			if names := namesAt(text, s, from, size); names != nil {
				return names
			}
		}
	}
	return nil
}
