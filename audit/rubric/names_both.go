package rubric

// A level that asks for both of two things may name them: "acts on roofs both at home and
// abroad", "in both areas: walls and roofs".

// namesOfBoth are the names of the two, nil where they are not named so.
func namesOfBoth(text string, size int) []Component {
	if size != 2 {
		return nil
	}
	p := borrowTokens(text)
	defer giveBack(p)
	for _, s := range sentences(text, *p) {
		for i := range s {
			if s[i].word != "both" {
				continue
			}
			from := i + 1
			switch next := at(s, from); {
			case next.is(dimensionNouns|calledParts) && word(s, from+1) == ":":
				from += 2
			case next.is(dimensionNouns|calledParts) || next.isNumber() || next.word == "of" || next.word == "the" || next.word == "these":
				continue
			}
			if names := namesAt(text, s, from, size); names != nil {
				return names
			}
		}
	}
	return nil
}
