package scoretext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// HeadingForm is a short text that may head a member's section, taken apart:
// whose it is, the score in it, and its form, which is the text with marks in
// the places of the member ('N'), of the score ('S'), of a level of compliance
// ('L'), of a percentage ('%'), of persons ('P') and of a number before it ('#').
// Two headings of one report have the same form, whatever it is: 'Canada [+1]'
// and 'France [0]' are both 'N [ S ]'.
type HeadingForm struct {
	Code, Name string // the member, and its name as printed
	Form       string
	// Score is nil where none is printed or where it cannot be read.
	Score *int
	// Scored says that the form has a place for a score or for a level.
	Scored bool
	// Words is how many other words there are.
	Words int
	// People are the persons whom the text names, as printed, and Role the word
	// for what they did; both are empty where there are none, Role also where
	// names stand alone.
	People, Role string
}

// MemberAlias is a further name of a member, folded, which the report's own
// tables use.
type MemberAlias struct{ Name, Code string }

// ReadHeadingForm takes a text apart, in which tabs stand for gaps that are wider
// than a space. Of further names the first that stands in it counts. ok is false where the text names no member or several, has other
// figures, or more than one score.
func ReadHeadingForm(v *vocabulary.Vocabulary, text string, names []MemberAlias) (f HeadingForm, ok bool) {
	if text = script.ShortLeader(strings.TrimFunc(text, unicode.IsSpace)); text == "" || len(text) > maxHeading {
		return f, false
	}
	if _, _, ok := new(HeadingForm).member(v, text, names); !ok {
		return f, false // as most texts; persons take longer to find
	}
	m := formReader{v: v, form: &f}
	text = m.withoutPeople(text)
	from, to, ok := f.member(v, text, names)
	if !ok {
		return f, false
	}
	f.Name = text[from:to]
	if !m.read(text[:from], true) || !m.write("N") || !m.read(text[to:], false) {
		return f, false
	}
	if f.Form = strings.Join(m.out, " "); m.level != nil && m.scores == 0 {
		f.Score = m.level
	}
	f.Scored = m.scores > 0 || m.level != nil
	if f.People != "" && f.Role == "" && !f.Scored {
		// What looks like a name may be anything where no score stands beside it.
		f.Words += len(strings.Fields(f.People))
		f.People = ""
	}
	return f, f.Scored || m.percents == 0
}

// ScoreForm reads a text that is a score or a level of compliance and at most
// the words for a score beside it ('[+1]', 'Score: 0', 'Full compliance (+1)'),
// as it stands below a member's name.
func ScoreForm(v *vocabulary.Vocabulary, text string) (score *int, ok bool) {
	if len(text) > maxHeading {
		return nil, false
	}
	var f HeadingForm
	m := formReader{v: v, form: &f}
	if !m.read(m.withoutPeople(text), false) || m.scores != 1 || f.Words > m.scoreWords {
		return nil, false
	}
	return f.Score, f.Score != nil
}

// PeopleForm is the form of a text that is names of persons and nothing else.
const PeopleForm = "P"

// ReadUnderHeading takes a line apart that may go on with a member's heading: it
// has a score or a level, persons or both, few other words, and names no member.
func ReadUnderHeading(v *vocabulary.Vocabulary, text string) (f HeadingForm, ok bool) {
	if len(text) > maxHeading {
		return f, false
	}
	m := formReader{v: v, form: &f}
	if !m.read(m.withoutPeople(text), false) || len(v.MembersIn(text)) > 0 || f.Words > maxUnderWords {
		return f, false
	}
	if m.level != nil && m.scores == 0 && f.People != "" {
		f.Score = m.level // a level alone is a section's opening
	}
	f.Scored = f.Score != nil
	f.Form = strings.Join(m.out, " ")
	return f, (f.Scored || f.People != "") && !strings.HasSuffix(f.Form, ".")
}

// maxUnderWords bounds the words beside score and persons in a line below a
// heading.
const maxUnderWords = 3

// peopleMark stands in a text for the persons whom it names.
const peopleMark = '\x00'

// withoutPeople takes the persons out of a text and leaves a mark in their place.
func (m *formReader) withoutPeople(text string) string {
	p, ok := peopleIn(m.v, text)
	if !ok || strings.ContainsRune(text, peopleMark) {
		return text
	}
	m.form.People, m.form.Role = p.names, p.role
	return text[:p.from] + string(peopleMark) + text[p.to:]
}

// member finds the one member that a text names.
func (f *HeadingForm) member(v *vocabulary.Vocabulary, text string, names []MemberAlias) (from, to int, ok bool) {
	offsets := make([]int, 0, len(text)+1) // of the code points
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	for _, m := range v.MembersIn(text) {
		switch {
		case f.Code == "":
			f.Code, from, to = m.Code, offsets[m.Start], offsets[m.End]
		case f.Code != m.Code:
			return 0, 0, false
		case strings.Trim(text[to:offsets[m.Start]], " (") == "": // 'European Union (EU)'
			to = offsets[m.End]
			if strings.HasPrefix(text[to:], ")") {
				to++
			}
		}
	}
	if f.Code != "" {
		return from, to, true
	}
	folded := vocabulary.Fold(text)
	if len(folded) != len(text) {
		return 0, 0, false
	}
	for _, a := range names {
		if i := strings.Index(folded, a.Name); i >= 0 {
			f.Code = a.Code
			return i, i + len(a.Name), true
		}
	}
	return 0, 0, false
}

// formReader reads what stands around the name.
type formReader struct {
	v          *vocabulary.Vocabulary
	form       *HeadingForm
	out        []string
	level      *int
	scores     int
	percents   int
	scoreWords int
}

func (m *formReader) write(token string) bool {
	m.out = append(m.out, token)
	return true
}

// maxLevelWords bounds the words of a level's name.
const maxLevelWords = 4

// read puts the form of a stretch of text behind what was read. first says that
// the text begins there: a number may stand before the rest.
func (m *formReader) read(s string, first bool) bool {
	tokens := formTokens(s)
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if n := m.levelAt(tokens[i:]); n > 0 {
			i += n - 1
			m.write("L")
			continue
		}
		if strings.ContainsRune(t, unicode.ReplacementChar) { // a sign without a Unicode value
			if m.scores++; m.scores > 1 {
				return false
			}
			m.write("S")
			continue
		}
		value, scored := signedDigit(t)
		if !scored {
			value, scored = wholeToken(t)
		}
		percent := i+1 < len(tokens) && tokens[i+1] == "%"
		switch {
		case scored && !percent && (script.BeginsSigned(t) || value == 0 || !first && value == 1):
			if m.scores++; m.scores > 1 {
				return false
			}
			m.form.Score = &value
			m.write("S")
		case m.v.NotApplicable(t) && strings.ContainsFunc(t, unicode.IsLetter):
			if m.scores++; m.scores > 1 {
				return false
			}
			m.write("S")
		case first && i == 0 && !percent && isOrdinal(t, len(tokens) > 1 && strings.ContainsAny(tokens[1], ".)")):
			m.write("#")
			if len(tokens) > 1 && strings.ContainsAny(tokens[1], ".)") {
				i++
			}
		case strings.ContainsFunc(t, unicode.IsDigit) && percent && m.percents == 0:
			m.percents++
			m.write("%")
			i++
		case strings.ContainsFunc(t, unicode.IsDigit):
			return false
		case t == string(peopleMark):
			m.write("P")
		case strings.ContainsFunc(t, unicode.IsLetter):
			folded := vocabulary.Fold(t)
			if first && (folded == "the") && i == len(tokens)-1 {
				continue
			}
			m.form.Words++
			if m.v.Has(vocabulary.ScoreNouns, folded) || m.v.Has(vocabulary.ScoreOwners, folded) || folded == "of" || folded == "compliance" {
				m.scoreWords++
			}
			m.write(folded)
		case len(m.out) > 0 && m.out[len(m.out)-1] == t && t == ".":
			// a row of dots is as long as there is room
		default:
			m.write(t)
		}
	}
	return true
}

// levelAt is how many tokens from the first on name a level of compliance, the
// only one.
func (m *formReader) levelAt(tokens []string) int {
	n := levelTokens(m.v, tokens)
	if n == 0 || m.level != nil {
		return 0
	}
	value, _ := LevelInWords(m.v, strings.Join(tokens[:n], " "))
	m.level = &value
	return n
}

// wholeToken reads a score with decimals.
func wholeToken(t string) (int, bool) {
	if t == "" || !script.BeginsSigned(t) && t[0] != '0' {
		return 0, false
	}
	return WholeScore(t)
}

// isOrdinal reports whether a token numbers what follows: '3', or a letter or a
// Roman number before a full stop or a bracket.
func isOrdinal(t string, stopped bool) bool {
	if t[0] >= '0' && t[0] <= '9' {
		return len(t) <= 3 && strings.Trim(t, "0123456789") == ""
	}
	return stopped && len(t) <= 5 && strings.Trim(t, "IVXLABCDEFGHabcdefghivx") == ""
}

// formTokens cuts a text into words, figures with their signs, and single other
// characters; all kinds of dashes are one.
func formTokens(s string) []string {
	var out []string
	runes := []rune(s)
	for i := 0; i < len(runes); {
		r := runes[i]
		if unicode.IsSpace(r) || vocabulary.FoldRune(r) == 0 && r != peopleMark || vocabulary.FoldRune(r) == ' ' {
			i++
			continue
		}
		end := i + 1
		switch digitNext := end < len(runes) && unicode.IsDigit(runes[end]); {
		case unicode.IsDigit(r) || (script.IsSign(r) || r == unicode.ReplacementChar) && digitNext:
			for end < len(runes) && (unicode.IsDigit(runes[end]) || (runes[end] == '.' || runes[end] == ',') && end+1 < len(runes) && unicode.IsDigit(runes[end+1])) {
				end++
			}
		case unicode.IsLetter(r):
			for end < len(runes) && (unicode.IsLetter(runes[end]) || end+1 < len(runes) && unicode.IsLetter(runes[end+1]) && (script.IsMinus(runes[end]) || strings.ContainsRune("/’'.", runes[end]))) {
				end++
			}
		}
		token := string(runes[i:end])
		if c, n := utf8.DecodeRuneInString(token); n == len(token) && (script.IsMinus(c) || c == '—') {
			token = "-"
		}
		out = append(out, token)
		i = end
	}
	return out
}
