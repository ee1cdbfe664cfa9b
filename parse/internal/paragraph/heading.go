package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// ChapterKinds are the kinds of section headings that occur inside a chapter;
// the words for them are in package vocabulary.
var ChapterKinds = map[string]bool{
	vocabulary.HeadingCommitment: true, vocabulary.HeadingAssessment: true, vocabulary.HeadingBackground: true, vocabulary.HeadingFeatures: true,
	vocabulary.HeadingDefinitions: true, vocabulary.HeadingGuidelines: true, vocabulary.HeadingScoring: true, vocabulary.HeadingBreakdown: true,
}

// MaxHeadingLines and maxHeadingChars bound what can be a heading.
const (
	MaxHeadingLines = 4
	maxHeadingChars = 220
)

// HeadingLike reports whether a block is set as a heading is: short, without a
// full stop, and bold, larger than the text, underlined or in capitals.
func (r *Reader) HeadingLike(b *Block) bool {
	if b.Table != nil || len(b.Lines) > MaxHeadingLines {
		return false
	}
	chars := 0
	for _, l := range b.Lines {
		chars += l.Chars
	}
	if chars == 0 || chars > maxHeadingChars {
		return false
	}
	text := b.Lines[len(b.Lines)-1].Printed
	first := b.Lines[0]
	if len(b.Lines) > 1 && strings.Trim(strings.TrimRight(first.Printed, ".:"), "0123456789") == "" {
		first = b.Lines[1] // the number of a chapter has a line of its own
	}
	if !sheet.HasLetter(first.Printed) || sheet.EndsSentence(text) && !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, ")") {
		return false
	}
	return b.Bold || b.Size > b.Lines[0].BodySize()*1.08 || allCaps(first.Printed) || b.Lines[0].Underlined && !strings.Contains(text, "/")
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

// SectionKind gives the kind of section that a block opens. A block of plain
// text opens one only when it is the known words and nothing else, alone on
// its line.
func (r *Reader) SectionKind(b *Block) (string, bool) {
	if b.Table != nil || len(b.Lines) > 2 {
		return "", false
	}
	chars := 0
	for _, l := range b.Lines {
		chars += l.Chars
	}
	if chars > 90 {
		return "", false
	}
	text := r.Content(b).Text
	if sheet.EndsSentence(text) && !strings.HasSuffix(text, ":") {
		return "", false
	}
	return r.Vocab.Heading(text)
}

// MemberHeading reads a block as the heading of a member's section: by its
// words, or because the report heads its sections so.
func (r *Reader) MemberHeading(b *Block) (code, name string, score *int, ok bool) {
	code, name, score, ok = r.wordedHeading(b)
	c := r.headOf(b)
	if c == nil || len(b.Lines) > 2 || ok && score != nil {
		return code, name, score, ok
	}
	if ok {
		return code, name, c.form.Score, true
	}
	score = c.form.Score
	if len(b.Lines) == 2 && score == nil {
		score, _ = scoretext.ScoreForm(r.Vocab, b.Lines[1].Printed)
	}
	return c.form.Code, c.form.Name, score, true
}

// wordedHeading reads a block whose words are those of a member's heading
// wherever they stand: a name with or without number and score. Without a score
// it must be set as a heading.
func (r *Reader) wordedHeading(b *Block) (code, name string, score *int, ok bool) {
	if b.Table != nil || len(b.Lines) > 2 {
		return "", "", nil, false
	}
	text := r.HeadingText(b)
	if len(text) > 90 || sheet.EndsSentence(text) && !strings.HasSuffix(text, ":") && !r.endsWithScore(text) {
		return "", "", nil, false
	}
	if n, s, is := scoretext.HeadingScore(r.Vocab, text); is {
		if c, known := r.Vocab.Member(n); known && (s != nil || r.HeadingLike(b) || r.NotAssessed(text)) {
			return c, n, s, true
		}
	}
	if !r.HeadingLike(b) {
		return "", "", nil, false
	}
	label := text
	if _, rest, is := sheet.LeadingFigure(text); is {
		label = rest
	}
	label, _ = WithoutIllegibleScore(label)
	label = strings.TrimRight(label, ": ")
	if n, known := scoretext.Headed(r.Vocab, label); known {
		c, _ := r.Vocab.Member(n)
		return c, n, nil, true
	}
	return "", "", nil, false
}

// endsWithScore reports whether the full stop of a line is no sentence's: it
// stands in a score ("+1.0") or in the word that says that there is none
// ("n.a.").
func (r *Reader) endsWithScore(s string) bool {
	i := strings.LastIndexAny(s, " :")
	if i < 0 {
		return false
	}
	if _, ok := scoretext.WholeScore(s[i+1:]); ok {
		return true
	}
	return r.NotAssessed(s)
}

// WithoutIllegibleScore takes a score off a heading's end whose sign has no
// Unicode value ("Canada (\ufffd1)"): the sign is lost, and with it the score.
func WithoutIllegibleScore(s string) (rest string, found bool) {
	rest, score, found := strings.Cut(s, "\ufffd")
	if score = strings.Trim(score, " )]"); !found || score != "0" && score != "1" {
		return s, false
	}
	return strings.TrimRight(rest, " :([–-"), true
}

// NotAssessed reports whether a heading says that its member has no score
// ("Russia: N/A").
func (r *Reader) NotAssessed(s string) bool {
	_, rest, ok := strings.Cut(s, ":")
	return ok && sheet.HasLetter(rest) && r.Vocab.NotApplicable(strings.TrimSpace(rest))
}

// RoleLine splits "Lead Analyst: Name" into the kind of role, its label as
// printed and the name. A dash does for the colon ("Analyst – Name"), and a label that
// ends in "by" does without it ("Compiled by Name"), where nothing but names stands behind it. Brackets and a
// dash around the line are none of it ("(Analyst: Name)").
func (r *Reader) RoleLine(s string) (kind, label, name string, ok bool) {
	s = unframed(s)
	if i := strings.IndexByte(s, ':'); i > 0 && i <= maxRoleLabel {
		label = strings.TrimSpace(s[:i])
		if kind, ok = r.Vocab.Role(label); ok {
			return kind, label, strings.TrimSpace(s[i+1:]), true
		}
	}
	for _, dash := range []string{" – ", " — ", " - "} {
		if before, behind, cut := strings.Cut(s, dash); cut && len(before) <= maxRoleLabel && onlyNames(behind) {
			if kind, ok = r.Vocab.Role(before); ok {
				return kind, before, behind, true
			}
		}
	}
	const by = " by "
	i := strings.Index(s, by)
	if i <= 0 || i > maxRoleLabel || !onlyNames(s[i+len(by):]) {
		return "", "", "", false
	}
	label = s[:i+len(by)-1]
	kind, ok = r.Vocab.Role(label)
	return kind, label, strings.TrimRight(s[i+len(by):], "."), ok
}

// unframed takes the brackets off that stand around a whole line, and a dash
// before it.
func unframed(s string) string {
	s = strings.TrimLeft(strings.TrimSpace(s), "—– ")
	for _, pair := range []string{"()", "[]"} {
		inner, ends := strings.CutSuffix(strings.TrimRight(s, ". "), pair[1:])
		inner, begins := strings.CutPrefix(inner, pair[:1])
		if ends && begins && strings.LastIndexByte(inner, pair[0]) <= strings.IndexByte(inner+pair[1:], pair[1]) {
			return strings.TrimSpace(inner)
		}
	}
	return s
}

// maxRoleLabel bounds the label of a role, in bytes.
const maxRoleLabel = 60

// maxNames bounds a line of names, in bytes.
const maxNames = 160

// onlyNames reports whether a text is a list of names: every word of it is
// capitalised but for what joins names.
func onlyNames(s string) bool {
	if s == "" || len(s) > maxNames || strings.ContainsAny(s, "0123456789:“”\"") {
		return false
	}
	for _, w := range strings.Fields(s) {
		switch w = strings.TrimRight(w, ",.;"); w {
		case "and", "with", "&", "de", "da", "di", "van", "von", "der", "el", "al", "bin":
		default:
			if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) && !unicode.In(first, unicode.Lo) {
				return false
			}
		}
	}
	return true
}
