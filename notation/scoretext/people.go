package scoretext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// maxPersonWords bounds the words of a person's name.
const maxPersonWords = 4

// PersonNames reports whether a text has nothing but names of persons in it,
// each of two words at the least: 'Ada Moor', 'Ada Moor and J. Quill'. In a text
// that is capitals throughout any capital letters may be a name's.
func PersonNames(s string) bool {
	capitals := !strings.ContainsFunc(s, unicode.IsLower)
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(s, " and ", ","), func(c rune) bool { return c == ',' || c == ';' || c == '&' }) {
		words := strings.Fields(name)
		if len(words) < 2 || len(words) > maxPersonWords {
			return false
		}
		for k, w := range words {
			first, n := utf8.DecodeRuneInString(w)
			inner := k > 0 && k < len(words)-1
			if !unicode.IsUpper(first) && !inner || strings.ContainsFunc(w, func(c rune) bool { return !unicode.IsLetter(c) && !strings.ContainsRune(".-’'", c) }) {
				return false
			}
			if whole := strings.TrimRight(w[n:], "."); !capitals && !inner && k > 0 && !strings.ContainsFunc(whole, unicode.IsLower) {
				return false // 'Annex II'
			}
		}
	}
	return s != ""
}

// nameSuffixes are shortened words at a name's end whose full stop is their own.
var nameSuffixes = map[string]bool{"jr": true, "sr": true}

// WithoutStop takes the full stop of its sentence off names; that of an initial or a
// shortened word ('Ada M.', 'Ada Moor Jr.', 'Ada Moor, Ph.D.') belongs to the name.
func WithoutStop(names string) string {
	rest, stopped := strings.CutSuffix(names, ".")
	last := rest[strings.LastIndexByte(rest, ' ')+1:]
	if !stopped || utf8.RuneCountInString(last) < 2 || strings.Contains(last, ".") || nameSuffixes[strings.ToLower(last)] {
		return names
	}
	return rest
}

// headedPeople are the persons whom a heading names.
type headedPeople struct {
	from, to    int // the bytes of the text that name them, with the word for the role
	role, names string
}

// peopleIn finds the persons whom a heading names: behind the word for their
// role, or in a piece of their own between brackets, bars, dashes or wide gaps
// (tabs). ok is false where there are none.
func peopleIn(v *vocabulary.Vocabulary, text string) (p headedPeople, ok bool) {
	from := 0
	for from < len(text) {
		to, next := pieceEnd(text, from)
		if p, ok = peopleOf(v, text, from, to); ok {
			return p, true
		}
		from = next
	}
	return headedPeople{}, false
}

// pieceEnd is where the piece of a heading ends that begins at a byte, and where
// the next one begins.
func pieceEnd(text string, from int) (to, next int) {
	for i, c := range text[from:] {
		i += from
		n := utf8.RuneLen(c)
		if strings.ContainsRune("()[]|/·•\t", c) {
			return i, i + n
		}
		if c == ',' && i > 0 && script.IsDigit(rune(text[i-1])) && strings.HasPrefix(text[i+n:], " ") {
			return i, i + n // behind a score
		}
		if (script.IsMinus(c) || c == '—') && i > 0 && text[i-1] == ' ' && strings.HasPrefix(text[i+n:], " ") {
			return i, i + n
		}
	}
	return len(text), len(text)
}

// peopleOf reads one piece of a heading: 'Analyst: Ada Moor', 'Canada by Ada
// Moor', 'Ada Moor'.
func peopleOf(v *vocabulary.Vocabulary, text string, from, to int) (p headedPeople, ok bool) {
	words := strings.Fields(text[from:to])
	starts := make([]int, 0, len(words)+1)
	at := from
	for _, w := range words {
		at += strings.Index(text[at:to], w)
		starts = append(starts, at)
		at += len(w)
	}
	starts = append(starts, at)
	for i := range words {
		for n := min(maxPersonWords, len(words)-i-1); n > 0; n-- {
			if !beginsName(words[i+n]) {
				continue // asked first: most words of a text are no name's
			}
			label := strings.TrimRight(strings.Join(words[i:i+n], " "), ":")
			if _, role := v.Role(label); !role && !(n == 1 && strings.EqualFold(label, "by")) {
				continue
			}
			names := text[starts[i+n]:at]
			if end := strings.IndexFunc(names, endsNames); end > 0 {
				names = names[:end]
			}
			names = strings.TrimRight(names, " ")
			to := starts[i+n] + len(names)
			if names = strings.TrimLeft(names, beforeNames+" "); PersonNames(names) {
				return headedPeople{starts[i], to, label, names}, true
			}
		}
	}
	if len(words) == 0 || namesOther(v, words) {
		return p, false
	}
	names := text[starts[0]:at]
	return headedPeople{starts[0], at, "", names}, PersonNames(names)
}

// beforeNames are the marks that may part a role from the names.
const beforeNames = ":,–—"

// beginsName reports whether names may begin with a word, or behind it where it is
// a mark alone.
func beginsName(word string) bool {
	c, n := utf8.DecodeRuneInString(strings.TrimLeft(word, beforeNames))
	return n == 0 || unicode.IsUpper(c)
}

// endsNames reports whether a character behind names is of what follows them: a
// colon or a score.
func endsNames(c rune) bool { return c == ':' || c == '+' || c == '−' || unicode.IsDigit(c) }

// namesOther reports whether words that look like a person's name are a
// member's, a level's or speak of scores.
func namesOther(v *vocabulary.Vocabulary, words []string) bool {
	for _, w := range words {
		folded := vocabulary.Fold(w)
		if v.Has(vocabulary.ScoreNouns, folded) || v.Has(vocabulary.ScoreOwners, folded) || folded == "of" || strings.Contains(folded, "complian") {
			return true
		}
	}
	text := strings.Join(words, " ")
	_, level := LevelInWords(v, text)
	_, column := v.Column(text)
	return level || column || len(v.MembersIn(text)) > 0
}
