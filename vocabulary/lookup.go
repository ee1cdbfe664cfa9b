package vocabulary

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLabel is the longest text, in bytes, that is looked up as a heading or
// label; longer ones are sentences.
const maxLabel = 160

// forumName is a name of a forum as it is looked for in a text.
type forumName struct{ forum, name string }

// Heading is the kind of section that a heading opens (see the Heading
// constants), whatever number, colon or qualifier ('Final …') it carries.
func (v *Vocabulary) Heading(text string) (kind string, ok bool) {
	if len(text) > maxLabel {
		return "", false
	}
	text = withoutOutline(text)
	if v.headingPairs.none(text) {
		return "", false // nor do two that are joined begin and end so
	}
	if kind, ok = v.labelled(v.headings, text); ok {
		return kind, true
	}
	return v.joinedHeading(text)
}

// joinedHeading is the kind of a heading that names the guidelines and the scoring
// table in one ('Interpretation and Scoring', 'Scoring & Guidelines'): what stands below it up to the
// table is guidelines, and the table is known by itself.
func (v *Vocabulary) joinedHeading(text string) (kind string, ok bool) {
	for _, joint := range [...]string{" and ", " And ", " AND ", " & "} {
		first, second, cut := strings.Cut(text, joint)
		if !cut {
			continue
		}
		a, _ := v.labelled(v.headings, first)
		b, _ := v.labelled(v.headings, second)
		if a == HeadingGuidelines && b == HeadingScoring || a == HeadingScoring && b == HeadingGuidelines {
			return HeadingGuidelines, true
		}
	}
	return "", false
}

// withoutOutline takes the number of a section of a section off ("2.1
// Background", "1.3.2. Context"). No part has a zero before it or more than
// two figures: "0.50 Average" has a value, not a place.
func withoutOutline(s string) string {
	rest := s
	parts := 0
	for {
		n := 0
		for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		if n == 0 || n > 2 || rest[0] == '0' || n == len(rest) {
			return s
		}
		parts++
		rest = rest[n:]
		if rest[0] == '.' && len(rest) > 1 && rest[1] != ' ' {
			rest = rest[1:]
			continue
		}
		rest = strings.TrimPrefix(rest, ".")
		if parts < 2 || !strings.HasPrefix(rest, " ") {
			return s
		}
		return strings.TrimLeft(rest, " ")
	}
}

// Column is the kind of a table's column by its head (see the Column
// constants), whatever score it carries ('Full Compliance +1').
func (v *Vocabulary) Column(text string) (kind string, ok bool) {
	if len(text) > maxLabel && !strings.ContainsAny(text, "01") {
		return "", false // a sentence without a score
	}
	var room [maxLabel]byte
	words := plainLabel(appendFolded(room[:0], text))
	if len(text) <= maxLabel {
		if kind, ok = v.labelledWords(v.columns, words); ok {
			return kind, true
		}
	}
	words = bytes.TrimRight(words, ")] ")
	cut := bytes.TrimRight(words, "01")
	if len(words)-len(cut) != 1 {
		return "", false
	}
	return v.labelled(v.columns, string(bytes.TrimRight(cut, "+-([ ")))
}

// maxAverageLabel bounds a label that is put together of words, in bytes.
const maxAverageLabel = 60

// AverageLabel says whether text labels a row of averages: it is listed, or it
// is a word for an average ('average', 'overall') and otherwise nothing but
// words that say of what ('G8 average compliance score').
func (v *Vocabulary) AverageLabel(text string) bool {
	if len(text) > maxLabel {
		return false
	}
	s := label(text)
	if v.averages[s] {
		return true
	}
	if len(s) > maxAverageLabel {
		return false
	}
	average := false
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, "():,")
		switch {
		case v.averageWords[word]:
			average = true
		case !v.averageOf[word] && !v.qualifiers[word]:
			return false
		}
	}
	return average
}

// SummaryLabel gives the kind of a row that sums up others in another way than by
// their average; ok is false for other text.
func (v *Vocabulary) SummaryLabel(text string) (kind string, ok bool) {
	if len(text) > maxAverageLabel {
		return "", false
	}
	kind, ok = v.summaries[label(text)]
	return kind, ok
}

// labelled looks a label up, as it stands and then without qualifiers at
// its ends.
func (v *Vocabulary) labelled(index map[string]string, text string) (kind string, ok bool) {
	if len(text) > maxLabel {
		return "", false
	}
	// Every line of a report is asked, and hardly one is a label: nothing is
	// allocated for those that are none.
	var room [maxLabel]byte
	return v.labelledWords(index, plainLabel(appendFolded(room[:0], text)))
}

// labelledWords is labelled for the plain label of a text.
func (v *Vocabulary) labelledWords(index map[string]string, words []byte) (kind string, ok bool) {
	if kind, ok = index[string(words)]; ok {
		return kind, true
	}
	for {
		first, last := bytes.IndexByte(words, ' '), bytes.LastIndexByte(words, ' ')
		switch {
		case first < 0:
			return "", false
		case v.qualifiers[string(words[:first])]:
			words = words[first+1:]
		case v.qualifiers[string(words[last+1:])]:
			words = words[:last]
		default:
			return "", false
		}
		if kind, ok = index[string(plainLabel(words))]; ok {
			return kind, true
		}
	}
}

// Stage is the stage of a report that text names: interim, final or
// preliminary. 'Preliminary' is said of interim and final reports too ('a
// preliminary version of the interim report'); beside one of these it is not
// the stage. Of interim and final the first counts.
func (v *Vocabulary) Stage(text string) (stage string, ok bool) {
	for _, m := range v.stages.Find(text) {
		if m.Kind != StagePreliminary {
			return m.Kind, true
		}
		stage, ok = m.Kind, true
	}
	return stage, ok
}

// Revised says whether text says that a report replaces an earlier version
// of itself ('revised', 'corrected on').
func (v *Vocabulary) Revised(text string) bool { return len(v.revisions.Find(text)) > 0 }

// ForumNames are all names of all forums, in the order of the vocabulary. The
// caller must not change them.
func (v *Vocabulary) ForumNames() []string { return v.forumNames }

// Forum is the first forum that text names, by the name in use (G7, G8, G20,
// BRICS). Names count in the spelling of the vocabulary and as whole words,
// not inside addresses.
func (v *Vocabulary) Forum(text string) (forum string, ok bool) {
	best := -1
	for _, f := range v.forums {
		for from := 0; from < len(text); {
			i := strings.Index(text[from:], f.name)
			if i < 0 {
				break
			}
			i += from
			from = i + len(f.name)
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			after, _ := utf8.DecodeRuneInString(text[from:])
			if i > 0 && (wordRune(before) || before == '.' || before == '@') || from < len(text) && wordRune(after) {
				continue
			}
			if best < 0 || i < best {
				best, forum = i, f.forum
			}
			break
		}
	}
	return forum, best >= 0
}

// Role is the kind of a role by its label: 'Lead Analysts:' is lead_analyst.
func (v *Vocabulary) Role(text string) (role string, ok bool) {
	if len(text) > maxLabel {
		return "", false
	}
	s := label(text)
	s = strings.TrimSuffix(s, "(s)")
	for _, form := range []string{s, strings.TrimSuffix(s, "s"), strings.TrimSuffix(s, "'s")} {
		if role, ok = v.roles[form]; ok {
			return role, true
		}
	}
	return "", false
}

// NotApplicable says whether a cell states that there is no score: 'n/a', an
// em dash, or nothing at all. A lone hyphen or minus does not: it may be a
// sign that lost its digit.
func (v *Vocabulary) NotApplicable(cell string) bool {
	s := strings.Trim(strings.TrimFunc(cell, unicode.IsSpace), "()[]*")
	if s == "" {
		return true
	}
	// An em dash is folded into a hyphen; it is told apart before that.
	if strings.Trim(s, "—― ") == "" {
		return true
	}
	f := Fold(s)
	return f != "-" && v.notApplicable[f]
}

// Month is the number of a month, 1 to 12, by its name or abbreviation, with
// or without a full stop. A name that is an English word too ('may', 'mars')
// counts only with a capital.
func (v *Vocabulary) Month(name string) (number int, ok bool) {
	if v.monthPairs.lacks(firstPair(name)) {
		return 0, false // as most words are none
	}
	var buffer [32]byte
	form := buffer[:0]
	for _, r := range strings.TrimSuffix(name, ".") {
		if len(form) > 24 {
			return 0, false
		}
		form = utf8.AppendRune(form, FoldRune(r))
	}
	number, ok = v.months[string(form)]
	if ok && v.capital[string(form)] {
		if first, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(first) {
			return 0, false
		}
	}
	return number, ok
}

// MonthBeside is the month that a word names between a day and a year, where words of
// any language are months that elsewhere are none ('6 Mart 2031', '12 set. 2031'); 0
// where it names none.
func (v *Vocabulary) MonthBeside(word string) int { return v.monthsBeside[Fold(word)] }

// MonthSlip is the month that a word means which is one slip away from a
// month's first name, a letter too many, too few, wrong or changed with its
// neighbour ('Ocotber'); 0 where none is or more than one. It is for places
// where a month must stand, between a day and a year.
func (v *Vocabulary) MonthSlip(word string) int {
	form := []rune(Fold(word))
	found := 0
	for _, m := range v.tables.Months {
		if len(m.Names) == 0 || len(form) < 4 || !oneSlip(form, []rune(Fold(m.Names[0]))) {
			continue
		}
		if found != 0 && found != m.Number {
			return 0
		}
		found = m.Number
	}
	return found
}

// oneSlip says that two words differ by one edit: Damerau's four kinds.
func oneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		if i == len(a) {
			return false
		}
		return slices.Equal(a[i+1:], b[i+1:]) ||
			i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
	case 1:
		return slices.Equal(a[i:], b[i+1:])
	}
	return false
}

// Has says whether a word or phrase is on a list, in any case.
func (v *Vocabulary) Has(list List, word string) bool { return v.lists[list][Fold(word)] }

// Compliance finds the phrases that speak of a level of compliance.
func (v *Vocabulary) Compliance(text string) []PhraseMatch { return v.compliance.Find(text) }

// ConclusionCompliance finds the phrases that speak of a level of compliance in
// the sentence with a member's score.
func (v *Vocabulary) ConclusionCompliance(text string) []PhraseMatch { return v.conclusions.Find(text) }

// Degrees finds, in the words of a sentence, those that say how far something
// was done ('in full'), by level.
func (v *Vocabulary) Degrees(words []Word) []PhraseMatch { return v.degrees.FindIn(words) }

// LevelAdjectives finds, in the words of a sentence, the adjectives that say how
// far compliance went ('complete'), by level.
func (v *Vocabulary) LevelAdjectives(words []Word) []PhraseMatch { return v.adjectives.FindIn(words) }

// AccessLabels finds, in the words of a note, those before the day on which
// the source was read.
func (v *Vocabulary) AccessLabels(words []Word) []PhraseMatch { return v.access.FindIn(words) }

// TranslationPhrases finds, in the words of a note, the beginnings of remarks
// about a translation.
func (v *Vocabulary) TranslationPhrases(words []Word) []PhraseMatch {
	return v.translation.FindIn(words)
}

// NoDates finds, in the words of a note, those that say that a source has no
// date.
func (v *Vocabulary) NoDates(words []Word) []PhraseMatch { return v.noDate.FindIn(words) }

// BeginsAddress reports whether text begins with an address: a scheme or
// 'www.', misspelt ones too, with something behind it.
func (v *Vocabulary) BeginsAddress(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	for _, scheme := range v.schemes[FoldRune(first)] {
		rest := text
		for _, want := range scheme {
			r, n := utf8.DecodeRuneInString(rest)
			if n == 0 || FoldRune(r) != want {
				rest = ""
				break
			}
			rest = rest[n:]
		}
		if r, n := utf8.DecodeRuneInString(rest); n > 0 && !unicode.IsSpace(r) {
			return true
		}
	}
	return false
}

// ScorePhrases finds the phrases after which a verdict's score stands; their
// kind is ScoreStrong or ScoreWeak.
func (v *Vocabulary) ScorePhrases(text string) []PhraseMatch { return v.score.Find(text) }
