package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/internal/pattern"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// figureReach is how many words may stand between a percentage and the word
// that makes it one of compliance.
const figureReach = 12

// FindFigures gives the scores and percentages of compliance that running
// text states, in order, each with the words that it is about and its
// sentence. A figure with both a score and a percentage ('+0.60 (80%)') is
// always one; a score or a percentage alone only where the words around it
// speak of compliance. 'Emissions fell by 45%' is none.
func FindFigures(v *vocabulary.Vocabulary, text string) []model.Figure {
	return FindMoreFigures(v, text, Told{})
}

// Told is what paragraphs before a text, of the same report's front or back matter, and
// the report's tables say of figures.
type Told struct {
	// Figures says that the paragraphs gave figures, Percents that percentages were
	// among them.
	Figures, Percents bool
	// Known says whether the tables have a percentage, nil for none.
	Known func(percent *model.Decimal) bool
}

// FindMoreFigures does the same for a text behind others. Where these gave figures, a
// number of an average's form in a sentence about a member, a promise or a rank is one
// too ('The Republic stands at 0.33', 'By issue the inspection of tankers did best, with
// 0.78'); where they gave percentages, so is one that stands by itself ('Canada and
// France come next with 66.7%') and that the tables have.
func FindMoreFigures(v *vocabulary.Vocabulary, text string, told Told) []model.Figure {
	if !hasFigure(text) {
		return nil
	}
	var figures []model.Figure
	runes := []rune(text)
	for _, s := range script.Sentences(v, text) {
		found := figuresOf(v, runes[s.Start:s.End], len(figures) > 0, told)
		for _, f := range found {
			told.Percents = told.Percents || f.Percent != nil
		}
		figures = append(figures, found...)
	}
	return figures
}

// hasFigure says that text holds something of a figure's form: a percentage,
// a decimal, a signed digit. It is cheap and spares most paragraphs the
// pattern.
func hasFigure(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		if i > 0 {
			switch text[i-1] {
			case ',':
				if i > 1 && (text[i-2] == '0' || text[i-2] == '1') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' {
					return true
				}
			case '.': // but not a note's number behind a sentence
				if i < 2 || !unicode.IsLetter(rune(text[i-2])) && text[i-2] != ')' && text[i-2] < 0x80 {
					return true
				}
			case '+', '-', 0x92, 0x93: // the last two are those of U+2212 and U+2013
				sign := strings.TrimRight(text[:i], script.Signs)
				if before, _ := utf8.DecodeLastRuneInString(sign); sign == "" || unicode.IsSpace(before) || strings.ContainsRune("(\"“[", before) {
					return true
				}
			}
		}
		for i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' {
			i++
		}
		next := i + 1
		for next < len(text) && (text[next] == ' ' || text[next] == 0xc2 || text[next] == 0xa0) { // the last two are those of U+00A0
			next++
		}
		if strings.HasPrefix(text[next:], "%") || strings.HasPrefix(text[next:], "per") {
			return true
		}
	}
	return false
}

// figuresOf reads one sentence. after says that a sentence before it in the
// paragraph gave figures, so that it may go on about them, told that a paragraph
// before it did.
func figuresOf(v *vocabulary.Vocabulary, sentence []rune, after bool, told Told) []model.Figure {
	text := string(sentence)
	if !hasFigure(text) {
		return nil
	}
	var found []script.Span
	var figures []model.Figure
	words := vocabulary.Words(text)
	about := (told.Figures || told.Percents) && !hasAny(v, words, vocabulary.FigureBarriers) &&
		(len(v.MembersIn(text)) > 0 || hasAny(v, words, vocabulary.KeptNouns) || hasAny(v, words, vocabulary.FigureRanks) || hasPair(v, words, vocabulary.RankPhrases))
	goesOn := about && told.Figures
	scale := scaleEndsAt(v, text)
	for m := proseFigure.Find(sentence, 0); m != nil; m = proseFigure.Find(sentence, m.Index+m.Length) {
		value, hasValue := pattern.Group(m, "value")
		percent, hasPercent := pattern.Group(m, "percent")
		if scale[m.Index] {
			continue
		}
		own := about && told.Percents && hasPercent && told.Known != nil && told.Known(script.Decimal(percent)) && standsBare(v, words, m)
		if !(hasValue && hasPercent) && !own && !ofCompliance(v, words, m, hasPercent, after, goesOn) {
			continue
		}
		figure := model.Figure{Text: figureText(m), Sentence: text}
		if hasValue {
			figure.Value = script.Decimal(value)
		}
		if hasPercent {
			figure.Percent = script.Decimal(percent)
		}
		figures = append(figures, figure)
		found = append(found, script.Span{Start: m.Index, End: m.Index + m.Length})
	}
	for i, words := range aboutEach(v, sentence, found) {
		figures[i].About = words
	}
	return figures
}

// ofCompliance says whether a number standing alone is a figure of
// compliance. A word such as 'score' must be near it, for a score anywhere in
// the sentence; nothing between the two may make the number a part of a
// promise, and what follows must not measure something else. Behind a sentence
// with figures, words of ranking ('the lowest, at …') do as well, or the form of
// an average, which a sign makes enough by itself ('it had been +0.28'), as does
// goesOn: the sentence is about a member, a promise or a rank, in a section with
// figures.
func ofCompliance(v *vocabulary.Vocabulary, words []vocabulary.Word, m *pattern.Match, percent, after, goesOn bool) bool {
	// first and next are the words at and behind the number.
	first := 0
	for first < len(words) && words[first].End <= m.Index {
		first++
	}
	next := first
	for next < len(words) && words[next].Start < m.Index+m.Length {
		next++
	}
	if first > 0 && v.Has(vocabulary.NotFigureBefore, words[first-1].Folded) {
		return false
	}
	if percent && first > 0 && v.Has(vocabulary.NotPercentBefore, words[first-1].Folded) {
		return false
	}
	if !percent && averageForm(m) {
		measured := next < len(words) && v.Has(vocabulary.NotAverageAfter, words[next].Folded)
		value, _ := pattern.Group(m, "value")
		if !measured && (after || goesOn || script.BeginsSigned(value)) {
			return true
		}
	}
	if percent {
		for n := 3; n >= 1; n-- {
			if next+n > len(words) {
				continue
			}
			phrase := make([]string, n)
			for i := range phrase {
				phrase[i] = words[next+i].Folded
			}
			if v.Has(vocabulary.FigureAfter, strings.Join(phrase, " ")) {
				return true
			}
			if v.Has(vocabulary.NotFigureAfter, strings.Join(phrase, " ")) {
				return false
			}
		}
	}
	reach := figureReach
	if !percent {
		reach = len(words)
	}
	barred := hasAny(v, words, vocabulary.FigureBarriers)
	near := func(i int) (yes, stop bool) {
		if v.Has(vocabulary.FigureWords, words[i].Folded) || !barred && v.Has(vocabulary.WeakFigureWords, words[i].Folded) ||
			after && v.Has(vocabulary.FigureRanks, words[i].Folded) {
			return true, true
		}
		return false, percent && v.Has(vocabulary.FigureBarriers, words[i].Folded)
	}
	for i := first - 1; i >= max(0, first-reach); i-- {
		if yes, stop := near(i); stop {
			return yes
		}
	}
	for i := next; i < min(len(words), next+reach); i++ {
		if yes, stop := near(i); stop {
			return yes
		}
	}
	return false
}

// hasAny reports whether one of the words is in a list.
func hasAny(v *vocabulary.Vocabulary, words []vocabulary.Word, list vocabulary.List) bool {
	for _, w := range words {
		if v.Has(list, w.Folded) {
			return true
		}
	}
	return false
}

// hasPair reports whether two neighbouring words are in a list of phrases.
func hasPair(v *vocabulary.Vocabulary, words []vocabulary.Word, list vocabulary.List) bool {
	for i := 1; i < len(words); i++ {
		if v.Has(list, words[i-1].Folded+" "+words[i].Folded) {
			return true
		}
	}
	return false
}

// mostPlaces is how many decimals averages are printed with at most.
const mostPlaces = 4

// averageForm says that a number is written as averages of the scale are: with
// two decimals or up to four, from −1.00 to +1.00.
func averageForm(m *pattern.Match) bool {
	value, ok := pattern.Group(m, "value")
	if !ok {
		return false
	}
	d := script.Decimal(value)
	if d == nil || d.Places < 2 || d.Places > mostPlaces {
		return false
	}
	x := d.Float()
	return x >= -1 && x <= 1
}

// aboutEach gives for each figure of a sentence the words it is about: those
// between it and the figure before; for a figure that opens the sentence ('At
// +0.90, the commitment on …') those behind it.
func aboutEach(v *vocabulary.Vocabulary, sentence []rune, found []script.Span) []string {
	about := make([]string, len(found))
	from := 0
	for i, f := range found {
		before := tidy(sentence[min(from, f.Start):f.Start])
		from = f.End
		if countWords(before) > 1 {
			about[i] = before
			continue
		}
		to := len(sentence)
		if i+1 < len(found) {
			to = found[i+1].Start
		}
		to = separator(v, sentence, f.End, to)
		about[i] = strings.TrimSpace(before + " " + tidy(sentence[f.End:to]))
		from = to
	}
	return about
}

// separator is where, between two places of a sentence, a comma or semicolon
// begins another statement; to where none does.
func separator(v *vocabulary.Vocabulary, sentence []rune, from, to int) int {
	words := 0
	for i := from; i < to; i++ {
		switch sentence[i] {
		case ' ', '\u00a0':
			words++
		case ';':
			return i
		case ',':
			next := vocabulary.Words(string(sentence[i+1 : min(to, i+24)]))
			if words > 1 && len(next) > 0 && v.Has(vocabulary.FigureSeparators, next[0].Folded) {
				return i
			}
		}
	}
	return to
}

// tidy is text without white space and the punctuation that joins statements
// at its ends.
func tidy(text []rune) string {
	return strings.TrimRight(strings.TrimLeft(strings.TrimSpace(string(text)), ",;:. )"), ",;:. (")
}

func countWords(s string) int { return len(strings.Fields(s)) }

// proseFigure is a number in running text that has the form of a score
// average or of a percentage. The lookarounds keep it from cutting into
// longer numbers, versions ('2.0.1'), serials and dates. With a comma a mean
// has two decimals ('0,50'): '1,000' and '−1,0,+1' are none. A 0 is one before
// its percentage ('0 (50%)'). Whether it is a
// figure of compliance the words around it decide.
var proseFigure = pattern.New(figureForm(`[01]`))
