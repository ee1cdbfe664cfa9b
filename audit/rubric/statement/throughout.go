package statement

import "recount.invalid/recount/audit/rubric/token"

// That nothing at all was done is said by a sentence only where it denies throughout: it
// takes nothing out of the denial, tells of nothing else that was done, and does not deny
// one thing among several ("has not filled the post in Ostia").

// LeavesOut reports whether a sentence denies something and takes something out of that:
// "beyond a speech, no action was found", "nothing but for a letter".
func LeavesOut(s []token.Token) bool {
	return Denying(s) && exceptsAnything(s)
}

// exceptsAnything reports whether words take something out of what they say.
func exceptsAnything(s []token.Token) bool {
	for i := range s {
		next := token.Word(s, i+1)
		switch w := s[i].Word; {
		case w == "beyond", w == "besides", w == "save", w == "saving", w == "except", w == "excepting", w == "excluding", w == "barring", w == "bar", w == "discounting":
			return true
		case w == "exception" || w == "exceptions":
			if p := token.Word(s, i-1); p == "the" || p == "one" || p == "two" || p == "an" || p == "sole" || p == "only" || p == "single" {
				return true
			}
		case w == "apart" && next == "from", w == "but" && next == "for", w == "other" && next == "than", w == "outside" && next == "of":
			return true
		case w == "aside":
			// "a speech aside", "aside from a speech", and not "leaving wells aside"
			if !leavesBefore(s, i) {
				return true
			}
		case (w == "if" || w == "when") && (next == "one" || next == "we" || next == "you"):
			return true // "if one leaves out"
		}
	}
	return false
}

// leavesBefore reports whether a form of "leave" or "set" stands before s[i].
func leavesBefore(s []token.Token, i int) bool {
	for k := range s[:i] {
		switch s[k].Word {
		case "leaving", "left", "leaves", "leave", "set", "setting", "put":
			return true
		}
	}
	return false
}

// DeniesThroughout reports whether a sentence denies from end to end. nouns are the stems
// of what is counted: a denial of "the post" is one of it alone.
func DeniesThroughout(s []token.Token, nouns []string) bool {
	if !Denying(s) || exceptsAnything(s) || DeniesInPart(s) {
		return false
	}
	from := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && !breaks(s[i].Word) && s[i].Word != "," && s[i].Word != "and" {
			continue
		}
		own := i < len(s) && breaks(s[i].Word) || from > 0 && breaks(s[from-1].Word)
		if piece := s[from:i]; len(piece) > 0 && !deniesOrLists(piece, own) {
			return false
		}
		from = i + 1
	}
	for i := range s {
		if s[i].Stem == "" || !has(nouns, s[i].Stem) {
			continue
		}
		for k := max(0, i-2); k < i; k++ {
			switch s[k].Word {
			case "the", "its", "this", "that", "these", "those", "their":
				if token.Word(s, k-1) != "of" && token.Word(s, k-1) != "in" && token.Word(s, k-1) != "on" {
					return false
				}
			}
		}
	}
	return true
}

func has(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// breaks reports whether a statement of its own begins behind a word.
func breaks(w string) bool {
	switch w {
	case ";", ":", "but", "while", "whereas", "although", "though", "yet", "however", "without":
		return true
	}
	return false
}

// deniesOrLists reports whether a piece of a sentence tells of nothing that was done: it
// denies before its verb or right behind it, or has no verb. own says that it is a
// statement of its own, which must deny.
func deniesOrLists(s []token.Token, own bool) bool {
	denial := -1
	for i := range s {
		if s[i].Is(token.Negations) {
			denial = i
			break
		}
	}
	if denial < 0 && own {
		for i := range s {
			if s[i].Is(token.Auxiliaries) || Past(s, i) || s[i].Word == "are" || s[i].Word == "were" {
				return false
			}
		}
		return true
	}
	const reach = 3 // "took no", "acted in none", "made use of none"
	for i := range s {
		if s[i].Is(token.Auxiliaries) || s[i].Is(token.Plainest) || !Past(s, i) || denial >= 0 && i > denial {
			continue
		}
		if denial < 0 || denial-i > reach {
			return false
		}
	}
	return true
}
