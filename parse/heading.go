package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// chapterKinds are the kinds of section headings that occur inside a chapter;
// the words for them are in package vocabulary.
var chapterKinds = map[string]bool{
	vocabulary.HeadingCommitment: true, vocabulary.HeadingAssessment: true, vocabulary.HeadingBackground: true, vocabulary.HeadingFeatures: true,
	vocabulary.HeadingDefinitions: true, vocabulary.HeadingGuidelines: true, vocabulary.HeadingScoring: true, vocabulary.HeadingBreakdown: true,
}

// maxHeadingLines and maxHeadingChars bound what can be a heading.
const (
	maxHeadingLines = 4
	maxHeadingChars = 220
)

// headingLike reports whether a block is set as a heading is: short, without a
// full stop, and bold, larger than the text, underlined or in capitals.
func (r *reading) headingLike(b *block) bool {
	if b.table != nil || len(b.lines) > maxHeadingLines {
		return false
	}
	chars := 0
	for _, l := range b.lines {
		chars += l.chars
	}
	if chars == 0 || chars > maxHeadingChars {
		return false
	}
	text := b.lines[len(b.lines)-1].text
	if !hasLetter(b.lines[0].text) || endsSentence(text) && !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, ")") {
		return false
	}
	return b.bold || b.size > b.lines[0].bodySize()*1.08 || allCaps(b.lines[0].text) || b.lines[0].underlined && !strings.Contains(text, "/")
}

func allCaps(s string) bool {
	letters := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			letters++
		}
	}
	return letters >= 4
}

// sectionKind gives the kind of section that a block opens. A block of plain
// text opens one only when it is the known words and nothing else, alone on
// its line.
func (r *reading) sectionKind(b *block) (string, bool) {
	if b.table != nil || len(b.lines) > 2 {
		return "", false
	}
	chars := 0
	for _, l := range b.lines {
		chars += l.chars
	}
	if chars > 90 {
		return "", false
	}
	text := r.content(b).Text
	if endsSentence(text) && !strings.HasSuffix(text, ":") {
		return "", false
	}
	return r.vocab.Heading(text)
}

// memberHeading reads a block as the heading of a member's section: a
// member's name with or without number and score. Without a score it must be
// set as a heading.
func (r *reading) memberHeading(b *block) (code, name string, score *int, ok bool) {
	if b.table != nil || len(b.lines) > 2 {
		return "", "", nil, false
	}
	text := r.headingText(b)
	if len(text) > 90 || endsSentence(text) && !strings.HasSuffix(text, ":") && !r.endsWithScore(text) {
		return "", "", nil, false
	}
	if n, s, is := notation.HeadingScore(r.vocab, text); is {
		if c, known := r.vocab.Member(n); known && (s != nil || r.headingLike(b) || r.notAssessed(text)) {
			return c, n, s, true
		}
	}
	if !r.headingLike(b) {
		return "", "", nil, false
	}
	label := text
	if _, rest, is := leadingFigure(text); is {
		label = rest
	}
	label, _ = withoutIllegibleScore(label)
	label = strings.TrimRight(label, ": ")
	if n, known := notation.Headed(r.vocab, label); known {
		c, _ := r.vocab.Member(n)
		return c, n, nil, true
	}
	return "", "", nil, false
}

// endsWithScore reports whether the full stop of a line is no sentence's: it
// stands in a score ("+1.0") or in the word that says that there is none
// ("n.a.").
func (r *reading) endsWithScore(s string) bool {
	i := strings.LastIndexAny(s, " :")
	if i < 0 {
		return false
	}
	if _, ok := notation.WholeScore(s[i+1:]); ok {
		return true
	}
	return r.notAssessed(s)
}

// withoutIllegibleScore takes a score off a heading's end whose sign has no
// Unicode value ("Canada (\ufffd1)"): the sign is lost, and with it the score.
func withoutIllegibleScore(s string) (rest string, found bool) {
	rest, score, found := strings.Cut(s, "\ufffd")
	if score = strings.Trim(score, " )]"); !found || score != "0" && score != "1" {
		return s, false
	}
	return strings.TrimRight(rest, " :([–-"), true
}

// notAssessed reports whether a heading says that its member has no score
// ("Russia: N/A").
func (r *reading) notAssessed(s string) bool {
	_, rest, ok := strings.Cut(s, ":")
	return ok && hasLetter(rest) && r.vocab.NotApplicable(strings.TrimSpace(rest))
}

// roleLine splits "Lead Analyst: Name" into the kind of role, its label as
// printed and the name. A label that ends in "by" does without the colon
// ("Compiled by Name"), where nothing but names stands behind it.
func (r *reading) roleLine(s string) (kind, label, name string, ok bool) {
	if i := strings.IndexByte(s, ':'); i > 0 && i <= maxRoleLabel {
		label = strings.TrimSpace(s[:i])
		if kind, ok = r.vocab.Role(label); ok {
			return kind, label, strings.TrimSpace(s[i+1:]), true
		}
	}
	const by = " by "
	i := strings.Index(s, by)
	if i <= 0 || i > maxRoleLabel || !onlyNames(s[i+len(by):]) {
		return "", "", "", false
	}
	label = s[:i+len(by)-1]
	kind, ok = r.vocab.Role(label)
	return kind, label, strings.TrimRight(s[i+len(by):], "."), ok
}

// maxRoleLabel bounds the label of a role, in bytes.
const maxRoleLabel = 60

// maxNames bounds a line of names, in bytes.
const maxNames = 160

// onlyNames reports whether a text is a list of names: every word of it is
// capitalised but for what joins names.
func onlyNames(s string) bool {
	if s == "" || len(s) > maxNames || strings.ContainsAny(s, "0123456789:;“”\"") {
		return false
	}
	for _, w := range strings.Fields(s) {
		switch w = strings.TrimRight(w, ",."); w {
		case "and", "with", "&", "de", "da", "di", "van", "von", "der", "el", "al", "bin":
		default:
			if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) && !unicode.In(first, unicode.Lo) {
				return false
			}
		}
	}
	return true
}
