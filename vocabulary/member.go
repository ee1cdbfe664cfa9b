package vocabulary

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// MemberMention is a member named in a text.
type MemberMention struct {
	Code       string // ISO 3166-1 alpha-3, EU or AU
	Name       string // as printed, without 'the'
	Start, End int    // code points of the text, End exclusive
}

// memberName is a name as it is looked for in running text.
type memberName struct {
	code  string // empty: a name that means nobody's member
	form  []rune // folded; for an abbreviation as written
	exact bool   // an abbreviation: only in this spelling
}

// memberIndex finds members by name.
type memberIndex struct {
	cells   map[string]string     // folded name, abbreviation or code → code
	heads   map[string]string     // headKey of any of them, or of a further head → code
	names   map[string]string     // code → usual name
	alpha2  map[string]string     // ISO 3166-1 alpha-2 → code
	inText  map[rune][]memberName // by the first code point, folded; longest first
	longest int                   // code points of the longest name
}

func newMemberIndex(t Tables) memberIndex {
	n := len(t.Members)
	x := memberIndex{cells: make(map[string]string, 6*n), heads: make(map[string]string, 8*n), names: make(map[string]string, n), alpha2: make(map[string]string, n), inText: map[rune][]memberName{}}
	add := func(n memberName) {
		first := FoldRune(n.form[0])
		x.inText[first] = append(x.inText[first], n)
		x.longest = max(x.longest, len(n.form))
	}
	for _, m := range t.Members {
		if m.Name != "" {
			x.names[m.Code] = m.Name
		}
		x.cells[Fold(m.Code)] = m.Code
		if m.Alpha2 != "" {
			x.alpha2[m.Alpha2] = m.Code
		}
	}
	for _, m := range t.Members {
		for _, name := range append([]string{m.Name}, m.Also...) {
			if f := Fold(name); f != "" {
				x.cells[f] = m.Code
				// Heads of data files: 'southafrica'.
				x.cells[strings.ReplaceAll(f, " ", "")] = m.Code
				add(memberName{code: m.Code, form: []rune(f)})
			}
		}
		for _, a := range m.Abbreviations {
			if a == "" {
				continue
			}
			x.cells[undotted(Fold(a))] = m.Code
			add(memberName{code: m.Code, form: []rune(a), exact: true})
			if cut := strings.TrimSuffix(a, "."); cut != a {
				add(memberName{code: m.Code, form: []rune(cut), exact: true})
			}
		}
	}
	for _, name := range t.NotMembers {
		if f := Fold(name); f != "" {
			delete(x.cells, f)
			add(memberName{form: []rune(f)})
		}
	}
	for _, m := range t.Members {
		for _, h := range m.Heads {
			x.heads[headKey(h)] = m.Code
		}
	}
	for _, name := range slices.Sorted(maps.Keys(x.cells)) {
		x.heads[headKey(name)] = x.cells[name]
	}
	for _, name := range t.NotMembers {
		delete(x.heads, headKey(name))
	}
	delete(x.heads, "") // of a name without a letter
	for _, list := range x.inText {
		// What was added last stands first among equals: a user's word holds.
		slices.Reverse(list)
		slices.SortStableFunc(list, func(a, b memberName) int { return cmp.Compare(len(b.form), len(a.form)) })
	}
	return x
}

// undotted takes the full stops out of an abbreviation such as 'u.s.a.'; any
// other text is left as it is.
func undotted(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	for i, r := range s {
		if (i%2 == 1) != (r == '.') {
			return s
		}
	}
	return strings.ReplaceAll(s, ".", "")
}

// Member is the code of a member by any usual name, abbreviation or code, in
// any case, with or without 'the', as a cell or a heading gives it by itself,
// or a data file's head ('south_africa').
// 'European Union (EU)' is one name where both parts name the same member.
func (v *Vocabulary) Member(name string) (code string, ok bool) {
	s := strings.TrimRight(Fold(strings.ReplaceAll(name, "_", " ")), "*†‡:, ")
	s = strings.TrimPrefix(s, "the ")
	if code, ok = v.members.cells[s]; ok {
		return code, true
	}
	if code, ok = v.members.cells[undotted(s)]; ok {
		return code, true
	}
	if word, spaced := withoutSpacing(name); spaced {
		return v.Member(word)
	}
	if before, inside, found := strings.Cut(s, "("); found && strings.HasSuffix(inside, ")") {
		a, okA := v.Member(before)
		b, okB := v.Member(strings.TrimSuffix(inside, ")"))
		if okA && okB && a == b {
			return a, true
		}
	}
	return "", false
}

// withoutSpacing gives the word that is set letter by letter, as headings and the
// heads of narrow columns are ('U K', 'C a n a d a'): single letters with a blank
// between any two, the first a capital.
func withoutSpacing(text string) (word string, spaced bool) {
	const least, most = 2, 24
	letters := strings.Fields(strings.TrimRight(text, "*†‡:, "))
	if len(letters) < least || len(letters) > most {
		return "", false
	}
	for i, l := range letters {
		r, n := utf8.DecodeRuneInString(l)
		if n != len(l) || !unicode.IsLetter(r) || i == 0 && !unicode.IsUpper(r) {
			return "", false
		}
	}
	return strings.Join(letters, ""), true
}

// MemberHead is Member for the head of a column of a data file, which names
// members in more ways: words run together or divided by anything that is no
// letter ('saudi.arabia', 'SouthAfrica'), without accents, in French, by other
// lists of codes, and with 'score' before or behind.
func (v *Vocabulary) MemberHead(head string) (code string, ok bool) {
	if code, ok := v.Member(head); ok {
		return code, true
	}
	key := headKey(head)
	if code, ok := v.members.heads[key]; ok {
		return code, true
	}
	for _, word := range []string{"scores", "score", "compliance"} {
		for _, rest := range []string{strings.TrimSuffix(key, word), strings.TrimPrefix(key, word)} {
			if code, ok := v.members.heads[rest]; ok {
				return code, true
			}
		}
	}
	return "", false
}

// headKey is the letters and digits of a head, folded, without accents.
func headKey(head string) string {
	var b strings.Builder
	for _, r := range Fold(head) {
		if plain, ok := unaccented[r]; ok {
			r = plain
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unaccented are the letters that programs write without their accents.
var unaccented = map[rune]rune{
	'à': 'a', 'á': 'a', 'â': 'a', 'ä': 'a', 'ç': 'c', 'è': 'e', 'é': 'e', 'ê': 'e', 'ë': 'e',
	'í': 'i', 'î': 'i', 'ï': 'i', 'ñ': 'n', 'ó': 'o', 'ô': 'o', 'ö': 'o', 'ú': 'u', 'û': 'u', 'ü': 'u',
}

// MemberAlpha2 is the code of a member by its ISO 3166-1 alpha-2 code, in
// capitals. Two letters by themselves are too little evidence ("IN", "IT", "AU"
// for a country and a union): the caller looks for others beside them.
func (v *Vocabulary) MemberAlpha2(s string) (code string, ok bool) {
	code, ok = v.members.alpha2[s]
	return code, ok
}

// MemberPrefix is the longest member's name at the start of text, after an
// optional 'the'. name is as printed, rest what follows, trimmed.
func (v *Vocabulary) MemberPrefix(text string) (code, name, rest string, ok bool) {
	runes := []rune(text)
	at := 0
	for at < len(runes) && unicode.IsSpace(runes[at]) {
		at++
	}
	if at+4 < len(runes) && FoldRune(runes[at]) == 't' && FoldRune(runes[at+1]) == 'h' && FoldRune(runes[at+2]) == 'e' && unicode.IsSpace(runes[at+3]) {
		at += 4
	}
	code, end := v.members.at(runes, at)
	if code == "" {
		return "", "", text, false
	}
	return code, string(runes[at:end]), strings.TrimSpace(string(runes[end:])), true
}

// MembersIn gives the members named in text, in order: whole words only, the
// longest name at each place, and nothing inside the name of somebody else
// ('North Korea'). A name begins with a capital; an abbreviation stands as
// the vocabulary writes it.
func (v *Vocabulary) MembersIn(text string) []MemberMention {
	buffer := runeBuffers.Get().(*[]rune)
	defer runeBuffers.Put(buffer)
	runes := (*buffer)[:0]
	for _, r := range text {
		runes = append(runes, r)
	}
	*buffer = runes
	var found []MemberMention
	for i := 0; i < len(runes); i++ {
		if !unicode.IsUpper(runes[i]) || i > 0 && wordRune(runes[i-1]) {
			continue
		}
		code, end := v.members.at(runes, i)
		if code != "" {
			found = append(found, MemberMention{code, string(runes[i:end]), i, end})
		}
		if end > i {
			i = end - 1
		}
	}
	return found
}

// runeBuffers are used again by MembersIn, which keeps none.
var runeBuffers = sync.Pool{New: func() any { return new([]rune) }}

// at is the name that stands in text at i: its member and where it ends. end
// is i where none stands there; code is empty for the name of somebody else.
func (x memberIndex) at(text []rune, i int) (code string, end int) {
	if i >= len(text) || !unicode.IsUpper(text[i]) {
		return "", i
	}
	for _, n := range x.inText[FoldRune(text[i])] {
		if end := n.end(text, i); end > i {
			return n.code, end
		}
	}
	return "", i
}

// end is where the name ends if it stands in text at i, otherwise i. White
// space in the name stands for any run of it.
func (n memberName) end(text []rune, i int) int {
	at := i
	for _, want := range n.form {
		if at >= len(text) {
			return i
		}
		got := text[at]
		if want == ' ' {
			if !unicode.IsSpace(got) {
				return i
			}
			for at < len(text) && unicode.IsSpace(text[at]) {
				at++
			}
			continue
		}
		if n.exact && got != want || !n.exact && FoldRune(got) != want {
			return i
		}
		at++
	}
	if at < len(text) && wordRune(text[at]) {
		return i
	}
	return at
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// MemberName is the usual English name of a code; the code itself where it is
// unknown.
func (v *Vocabulary) MemberName(code string) string {
	if name, ok := v.members.names[code]; ok {
		return name
	}
	return code
}

// ForumMembers gives the codes of those who belonged to a forum in the year
// of a summit, in the order in which reports list them; nil for an unknown
// forum. A report may rightly assess others too: guests, or a host.
func (v *Vocabulary) ForumMembers(forum string, year int) []string {
	var codes []string
	for _, f := range v.tables.Forums {
		if f.Name != forum {
			continue
		}
		for _, m := range f.Members {
			if (m.From == 0 || year >= m.From) && (m.To == 0 || year <= m.To) && !slices.Contains(codes, m.Code) {
				codes = append(codes, m.Code)
			}
		}
	}
	return codes
}

// Codes are the numbers and letters by which other lists know a member.
type Codes struct {
	Alpha2, Alpha3 string // ISO 3166-1; empty for the two unions
	Cow            int    // Correlates of War; 0 for who is no state
}

// MemberCodes gives a member's codes in other lists, in a year: the number of
// West Germany was another. Year 0 is the present.
func (v *Vocabulary) MemberCodes(code string, year int) Codes {
	for i := len(v.tables.Members) - 1; i >= 0; i-- { // a user's entry holds
		m := &v.tables.Members[i]
		if m.Code != code || m.Alpha2 == "" {
			continue
		}
		c := Codes{Alpha2: m.Alpha2, Alpha3: m.Code}
		for _, id := range m.Cow {
			if id.To == 0 || year > 0 && year <= id.To {
				c.Cow = id.Number
				break
			}
		}
		return c
	}
	return Codes{}
}

// Memberships gives who belongs to which forum and since when, in the order of
// the forums and of their lists. The caller must not change what they hold.
func (v *Vocabulary) Memberships() []Forum { return v.tables.Forums }
