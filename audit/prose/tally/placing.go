package tally

// placing reports whether a word only gives somebody a figure or a place.
func placing(text string) bool {
	switch text {
	case "is", "was", "are", "were", "stands", "stand", "stood", "ranks", "rank", "ranked", "comes", "come", "came", "finished", "finishes", "ends", "ended", "remains", "lies", "lie",
		"has", "had", "have", "scored", "scores", "averages", "averaged", "average", "score", "mean",
		"first", "second", "third", "fourth", "fifth", "sixth", "last", "lowest", "highest", "strongest", "weakest", "best", "worst", "bottom", "top",
		"alone", "joint", "jointly", "level", "equal", "tied", "place", "position", "table", "list", "ranking", "group", "both", "all",
		"leads", "lead", "heads", "tops", "closes", "with", "at", "on", "in", "of", "the", "an", "a", "up", "brings", "bring", "rear", ",", "~":
		return true
	}
	return false
}

// placedSince reports whether the words between the last members and a place do no more.
func (p *parser) placedSince(i int) bool {
	for i--; i >= 0 && p.tokens[i].text != "@"; i-- {
		if !placing(p.tokens[i].text) {
			return false
		}
	}
	return true
}
