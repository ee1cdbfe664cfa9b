package statement

import "recount.invalid/recount/audit/rubric/token"

// A level may say that action of the other grade makes no difference to it: "one
// strong action, with or without weak actions", "alone or with weak ones". Such words
// set no condition, and what stands before them does not exclude that action.

// mostIndifferent is how many words such a remark has at the most.
const mostIndifferent = 10

// WithoutIndifference is a sentence without such remarks, and where each of them
// stood in what is left.
func WithoutIndifference(s []token.Token) (out []token.Token, at []int) {
	from := 0
	for i := 0; i < len(s); i++ {
		next, ok := OpensIndifference(s, i)
		if !ok {
			continue
		}
		end, ok := endOfIndifference(s, next)
		if !ok {
			continue
		}
		begin := i
		if token.Word(s, begin-1) == "," || token.Word(s, begin-1) == "(" {
			begin--
		}
		if token.Word(s, end) == ")" || token.Word(s, end) == "," && token.Word(s, begin) == "," {
			end++
		}
		out = append(out, s[from:begin]...)
		at = append(at, len(out))
		from, i = end, end-1
	}
	if len(at) == 0 {
		return s, nil
	}
	return append(out, s[from:]...), at
}

// OpensIndifference reports whether such a remark begins at s[i], and where that
// begins of which it speaks.
func OpensIndifference(s []token.Token, i int) (next int, ok bool) {
	w1, w2 := token.Word(s, i+1), token.Word(s, i+2)
	switch s[i].Word {
	case "with", "accompanied", "without":
		if w1 == "or" && (w2 == "without" || w2 == "with" || w2 == "not") {
			return i + 3, true
		}
		if w1 == "any" && w2 == "number" && token.Word(s, i+3) == "of" {
			return i + 4, true
		}
	case "alone":
		if w1 != "or" {
			return 0, false
		}
		switch w2 {
		case "with", "beside", "alongside":
			return i + 3, true
		case "together", "combined", "accompanied":
			if w := token.Word(s, i+3); w == "with" || w == "by" {
				return i + 4, true
			}
		}
	case "regardless", "irrespective":
		return i + 2, w1 == "of"
	case "whatever":
		switch w1 {
		case "the", "its", "their":
			return i + 1, true
		}
	case "however":
		return i + 2, w1 == "many" || w1 == "few"
	case "no":
		return i + 4, w1 == "matter" && w2 == "how" && (token.Word(s, i+3) == "many" || token.Word(s, i+3) == "few")
	case "whether":
		if w1 == "or" && w2 == "not" {
			return i + 3, endsGraded(s, i+3)
		}
	case "combined", "together":
		if w1 == "or" && w2 == "not" && token.Word(s, i+3) == "with" {
			return i + 4, true
		}
	case "possibly", "perhaps", "optionally", "even":
		switch w1 {
		case "with", "and", "beside", "alongside", "without":
			return i + 2, true
		}
	case "and", "plus", "beside", "besides", "alongside":
		if w1 == "any" && w2 == "number" && token.Word(s, i+3) == "of" {
			return i + 4, true
		}
	}
	return 0, false
}

// endOfIndifference is where a remark ends that speaks of action of some grade and of
// no number of it; ok is false where it speaks of something else.
func endOfIndifference(s []token.Token, from int) (end int, ok bool) {
	graded := false
	for i := from; i <= len(s) && i-from <= mostIndifferent; i++ {
		if i == len(s) {
			return i, graded
		}
		switch t := &s[i]; {
		case t.Is(token.ActionNouns) || (t.Word == "ones" || t.Word == "one") && graded:
			if graded {
				i++
				if token.Word(s, i) == "or" && (token.Word(s, i+1) == "none" || token.Word(s, i+1) == "without" || token.Word(s, i+1) == "not") {
					i += 2
					if token.Word(s, i) == "it" || token.Word(s, i) == "them" || token.Word(s, i) == "any" {
						i++
					}
				}
				return i, true
			}
		case t.Word == "it" || t.Is(token.Acting) && token.Word(s, i-1) == "it": // "whether or not it takes"
		case t.IsNumber() || t.Is(token.Negations|token.Acting):
			return 0, false
		case t.Word == "," || t.Word == ";" || t.Word == ")" || t.Word == "or" || t.Word == "and":
			return i, graded
		default:
			_, is := t.Strength()
			graded = graded || is
		}
	}
	return 0, false
}

// endsGraded reports whether what begins at s[i] is action of some grade and no more.
func endsGraded(s []token.Token, i int) bool {
	_, ok := endOfIndifference(s, i)
	return ok
}

// NothingBut reports whether a denial at toks[i] leaves room for what follows it alone:
// "nothing but weak action", "nothing more than".
func NothingBut(toks []token.Token, i int) bool {
	if toks[i].Word != "nothing" {
		return false
	}
	switch w1, w2 := token.Word(toks, i+1), token.Word(toks, i+2); w1 {
	case "but", "except", "beyond", "besides", "beside":
		return true
	case "more", "stronger", "other", "else", "further":
		return w2 == "than" || w2 == "but"
	}
	return false
}

// OrMore reports whether "or more" stands at toks[i], behind the noun of a number.
func OrMore(toks []token.Token, i int) bool {
	return token.Word(toks, i) == "or" && token.Word(toks, i+1) == "more" && token.Word(toks, i+2) != "than"
}
