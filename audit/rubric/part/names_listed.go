package part

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/token"
)

// MostItemWords is how many words one item of a list has at the most.
const MostItemWords = 8

// NamesIn are the names that a text lists behind the number of the parts: "three areas:
// a, b and c", "the three areas (a, b, c)", "the three tracks are a, b and c".
func NamesIn(text string, size int) []Component {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	for _, s := range token.Sentences(text, *p) {
		for i := range s {
			if s[i].Num != size || token.Word(s, i-1) == "than" || token.Word(s, i-1) == "least" {
				continue
			}
			const reach = 10 // words between the number and the list
			for j := i + 1; j < len(s) && j <= i+reach; j++ {
				switch w := s[j].Word; {
				case w == ":" || w == "(" || w == "are" && j <= i+5 || w == "," && j <= i+4 || w == "of" && j == i+1:
					if names := namesAt(text, s, j+1, size); names != nil {
						return names
					}
				}
			}
		}
	}
	// "The fields are a and b."
	for _, s := range token.Sentences(text, *p) {
		for i := 1; i < len(s) && i <= 6; i++ {
			if s[i].Word == "are" && (token.At(s, i-1).Is(token.DimensionNouns|token.CalledParts) || token.At(s, i-1).Word == "commitment" || token.At(s, i-1).Word == "assessed") {
				if names := namesAt(text, s, i+1, size); names != nil {
					return names
				}
			}
		}
	}
	return nil
}

// namesAt are the names of a list that begins at s[i], nil where it has not as many.
func namesAt(text string, s []token.Token, i, size int) []Component {
	var out []Component
	if n := token.Word(s, i+1); strings.HasSuffix(token.Word(s, i), "ed") && (n == "," || n == ":") {
		i += 2 // "are assessed, wells and pipes"
	}
	from, words, joined := i, 0, false
	end := func(to int) bool {
		for from < to && (s[from].Word == "the" || s[from].Word == "to" || s[from].Word == "and" || s[from].Word == "or" || s[from].Word == "," || s[from].Word == "both") {
			from++
		}
		if from < to {
			out = append(out, name(len(out)+1, text, s[from:to]))
		}
		from, words = to+1, 0
		return len(out) <= size
	}
	for ; i < len(s); i++ {
		w := s[i].Word
		switch {
		case w == ")" && len(out) == 0 && words == 0, s[i].IsNumber() && token.Word(s, i+1) == ")", w == "(" && token.At(s, i+1).IsNumber():
			if w != ")" {
				return nil // an enumeration, which Components reads
			}
		case s[i].Num == 1 && words == 0 && !joined && token.Word(s, i+1) == "for":
			return nil // "two reports are due, one for each half": no names
		case w == "," || w == ";":
			if joined {
				i = len(s) - 1 // what follows the last is no name
				break
			}
			if !end(i) {
				return nil
			}
			continue
		case w == "and" || w == "or":
			// The "and" that joins the last two is the one that makes the number.
			if len(out) == size-2 && words > 0 || len(out) == size-1 && words == 0 {
				if words > 0 && !end(i) {
					return nil
				}
				joined = true
				from = i + 1
				continue
			}
			if joined {
				return nil
			}
		case w == "." || w == ":" || w == "(" || w == ")" || s[i].Is(token.Negations|token.Auxiliaries) || w == "that" || w == "which" || s[i].Is(token.Assigning):
			if s[i].Is(token.Negations) {
				return nil
			}
			goto done
		}
		words++
		if words > MostItemWords+4 {
			return nil
		}
	}
done:
	end(min(i, len(s)))
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

// name is one name: of a verb in -ing and a thing the thing tells more.
func name(number int, text string, s []token.Token) Component {
	var stems []string
	for i := range s {
		if st := s[i].Stem; st != "" && !slices.Contains(stems, st) && !s[i].Is(token.ActionNouns|token.DimensionNouns|token.Acting) {
			stems = append(stems, st)
		}
	}
	if len(stems) > 1 && strings.HasSuffix(s[0].Word, "ing") {
		stems = append(stems[1:], stems[0])
	}
	return Component{Number: number, Text: token.Quote(text, s), Stems: stems, all: slices.Clone(stems), Loose: true}
}
