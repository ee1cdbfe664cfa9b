package notation

import (
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// MaxScoreText is the longest text that is taken for a score alone, in bytes.
const MaxScoreText = 32

// ParseScore reads a cell that holds a score and nothing else: '+1', '−1',
// '0', also one that no scale has ('+2'), because judging is the audit's. na
// says that the cell states that there is none; a cell with neither ('-',
// '+') is illegible.
func ParseScore(v *vocabulary.Vocabulary, cell string) (score int, ok, na bool) {
	s := strings.TrimFunc(cell, unicode.IsSpace)
	if len(s) > MaxScoreText {
		return 0, false, false
	}
	if score, ok = signedDigit(strings.Trim(s, "*†‡() \u00a0")); ok {
		return score, true, false
	}
	if score, ok = v.ScoreSign(s); ok {
		return score, true, false
	}
	return 0, false, v.NotApplicable(s)
}

// signedDigit reads an optional sign and exactly one digit.
func signedDigit(s string) (int, bool) {
	negative, digits := false, 0
	value := 0
	for i, r := range s {
		switch f := vocabulary.FoldRune(r); {
		case i == 0 && f == '+':
		case i == 0 && f == '-':
			negative = true
		case f == ' ' || f == 0:
		case f >= '0' && f <= '9' && digits == 0:
			value, digits = int(f-'0'), 1
		default:
			return 0, false
		}
	}
	if negative {
		value = -value
	}
	return value, digits == 1
}

// maxHeading is the longest member's heading, in bytes.
const maxHeading = 120

// HeadingScore reads a member's heading: 'Canada: +1', '1. Canada +1',
// 'Canada (0)'. name is as printed, without the number. score is nil where
// the heading has none that can be read ('Canada: N/A', 'Canada:').
//
// A name that the vocabulary does not know is taken only before a colon and a
// score that has a sign or is 0, and not when it is another label's word.
func HeadingScore(v *vocabulary.Vocabulary, text string) (name string, score *int, ok bool) {
	s := strings.TrimFunc(text, unicode.IsSpace)
	if s == "" || len(s) > maxHeading {
		return "", nil, false
	}
	s = withoutNumber(s)
	if whole, parts, ok := strings.Cut(s, "("); ok && strings.Contains(parts, ":") && strings.HasSuffix(parts, ")") && strings.Contains(whole, ":") {
		s = strings.TrimSpace(whole) // 'European Union: 0 (Commission: +1)'
	}
	if before, rest, ok := strings.Cut(s, ":"); ok {
		// 'Canada: Compliance Score: 0'
		if label, value, ok := strings.Cut(rest, ":"); ok {
			if kind, _ := v.Column(strings.TrimSpace(label)); kind == vocabulary.ColumnScore {
				return scoreOf(v, strings.TrimSpace(before), strings.TrimSpace(value))
			}
		}
	}
	if i := strings.LastIndexByte(s, ':'); i > 0 {
		return scoreOf(v, strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:]))
	}
	runes := []rune(s)
	// Without a colon the score is the last token, set off by a space or in
	// brackets, and the rest must be a member.
	cut := len(runes) - 1
	for cut > 0 && !unicode.IsSpace(runes[cut-1]) && runes[cut-1] != '(' {
		cut--
	}
	if cut <= 0 {
		return "", nil, false
	}
	tail := strings.Trim(string(runes[cut:]), "()")
	head := strings.TrimRight(string(runes[:cut]), "(-–—=,; \u00a0\t")
	head, known := Headed(v, head) // 'Canada – Full Compliance (+1)'
	if !known {
		return "", nil, false
	}
	value, isScore, na := ParseScore(v, tail)
	switch {
	case isScore:
		return head, &value, true
	case na && tail != "" && strings.ContainsFunc(tail, unicode.IsLetter):
		return head, nil, true
	}
	return "", nil, false
}

// scoreOf judges a name and what stands behind its colon.
func scoreOf(v *vocabulary.Vocabulary, name, rest string) (string, *int, bool) {
	known := false
	if printed, ok := Headed(v, name); ok {
		name, known = printed, true
	}
	rest = strings.Trim(rest, ".[] ")
	value, isScore, na := ParseScore(v, rest)
	if !isScore && !na && known {
		value, isScore = spelledScore(v, rest)
	}
	worded := false // the level stands in words
	if !isScore && !na {
		// 'Canada: Full Compliance (+1)', 'Canada: +1 (Full Compliance)'
		if _, worded = v.Column(rest); worded {
			if value, isScore = lastScore([]rune(strings.TrimRight(rest, ") "))); !isScore {
				value, isScore = LevelInWords(v, rest)
			}
		} else if before, level, ok := strings.Cut(rest, "("); ok {
			if _, worded = v.Column(strings.TrimRight(level, ") ")); worded {
				value, isScore, na = ParseScore(v, before)
			}
		}
	}
	switch {
	case known && isScore:
		return name, &value, true
	case known && (na || worded || len(rest) <= 12 && strings.ContainsAny(rest, "0123456789"+Signs)):
		return name, nil, true
	case known || !isScore:
		return "", nil, false
	}
	signed := strings.ContainsAny(rest, Signs) || value == 0
	first := []rune(name)
	if !signed || len(first) < 3 || !unicode.IsUpper(first[0]) || len(strings.Fields(name)) > 6 || knownLabel(v, name) {
		return "", nil, false
	}
	return name, &value, true
}

// spelledScore reads a score behind words that announce it ('Score of +1') or
// with decimals ('+1.0').
func spelledScore(v *vocabulary.Vocabulary, s string) (int, bool) {
	if value, ok := WholeScore(s); ok {
		return value, true
	}
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return 0, false
	}
	words := strings.TrimSuffix(strings.TrimRight(s[:i], ": "), " of")
	if kind, _ := v.Column(words); kind != vocabulary.ColumnScore {
		return 0, false
	}
	value, ok, _ := ParseScore(v, s[i+1:])
	return value, ok
}

// WholeScore reads a score of the scale that is printed with decimals: '+1.0',
// '0.00'.
func WholeScore(s string) (int, bool) {
	if len(s) > MaxScoreText || !strings.ContainsAny(s, ".,") {
		return 0, false
	}
	d := Decimal(strings.Trim(s, "()[] "))
	if d == nil || d.Places == 0 || d.Places > 2 {
		return 0, false
	}
	unit := int64(10)
	if d.Places == 2 {
		unit = 100
	}
	switch d.Units {
	case 0:
		return 0, true
	case unit:
		return 1, true
	case -unit:
		return -1, true
	}
	return 0, false
}

// LevelInWords reads a level that is printed as words ('Full Compliance'). A
// word such as 'None' alone may also say that there is no score.
func LevelInWords(v *vocabulary.Vocabulary, s string) (int, bool) {
	kind, ok := v.Column(s)
	if !ok || kind == vocabulary.ColumnNone && !strings.Contains(strings.ToLower(s), "compli") {
		return 0, false
	}
	return ScoreOfKind(kind)
}

// Headed is the member that a heading names, also before a level in words
// ('Canada – Full Compliance').
func Headed(v *vocabulary.Vocabulary, text string) (name string, ok bool) {
	if _, ok := v.Member(text); ok {
		return text, true
	}
	_, name, rest, ok := v.MemberPrefix(text)
	if !ok {
		return "", false
	}
	_, level := v.Column(strings.Trim(rest, "-–—,( )"))
	return name, level
}

// lastScore reads the score that ends a column's name ('Full Compliance +1').
func lastScore(runes []rune) (int, bool) {
	n := len(runes)
	if n < 2 || !unicode.IsDigit(runes[n-1]) {
		return 0, false
	}
	if value, ok := signedDigit(string(runes[n-2:])); ok {
		return value, true
	}
	return 0, false
}

// knownLabel says that a text is a word of another kind: a heading, a column,
// a role.
func knownLabel(v *vocabulary.Vocabulary, text string) bool {
	if _, ok := v.Heading(text); ok {
		return true
	}
	if _, ok := v.Column(text); ok {
		return true
	}
	if _, ok := v.Role(text); ok {
		return true
	}
	return v.AverageLabel(text)
}

// withoutNumber takes '1. ', '12) ' or 'a) ' off the beginning.
func withoutNumber(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	n := len(s) - len(rest)
	if n == 0 && len(s) > 3 && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') && s[2] == ' ' {
		rest, n = s[1:], 1
	}
	if n == 0 || n > 3 || rest == "" || rest[0] != '.' && rest[0] != ')' {
		return s
	}
	return strings.TrimSpace(rest[1:])
}

// ConcludingScore reads the sentence that ends a verdict: 'Thus, Canada
// receives a score of 0.' member is the name as printed. Of several such
// sentences the last holds. score is nil where the sentence gives none that
// can be read.
//
// The sentence must name a member before the phrase or open with a word that
// concludes ('Thus'), and must not deny or generalize: 'members that … receive
// a score of 0' is a guideline.
func ConcludingScore(v *vocabulary.Vocabulary, text string) (member string, score *int, ok bool) {
	matches := v.ScorePhrases(text)
	if len(matches) == 0 {
		return "", nil, false
	}
	runes := []rune(text)
	spans := Sentences(v, text)
	for i := len(matches) - 1; i >= 0; i-- {
		phrase := matches[i]
		s := spanAt(spans, phrase.Start)
		before := string(runes[s.Start:phrase.Start])
		name, opened, fits := concludes(v, before)
		stated := "" // the level in words before a weak phrase, which the score must have
		if !opened && phrase.Kind == vocabulary.ScoreWeak {
			stated, _ = ComplianceWords(v, before)
			fits = fits && stated != ""
		}
		if !fits || denies(v, string(runes[phrase.Start:phrase.End])) {
			continue
		}
		if name == "" {
			// 'Thus, a score of 0 is awarded to Canada.'
			members := v.MembersIn(string(runes[phrase.End:s.End]))
			if len(members) == 0 {
				continue
			}
			name = members[0].Name
		}
		m := scoreAfterPhrase.find(runes, phrase.End)
		if m == nil {
			rest := strings.Trim(string(runes[phrase.End:s.End]), " .:")
			if opened && phrase.Kind == vocabulary.ScoreStrong && (v.NotApplicable(rest) || len(rest) <= 2) {
				return name, nil, true
			}
			continue
		}
		text, _ := group(m, "score")
		value, read := signedDigit(text)
		behind := strings.TrimSpace(string(runes[m.Index+m.Length : s.End]))
		if !read || stated != "" && (LevelOfScore(value) != stated || behind != "" && strings.IndexAny(behind, ".,;:)") != 0) {
			continue
		}
		return name, &value, true
	}
	return "", nil, false
}

// concludes judges what stands before the phrase of a concluding sentence:
// whose score it is (empty where it does not say), whether the sentence opens with a word that concludes,
// and whether it can be a verdict's conclusion at all.
func concludes(v *vocabulary.Vocabulary, before string) (name string, opened, fits bool) {
	words := vocabulary.Words(before)
	behind := len([]rune(before)) // where the text behind the opener begins
	if n := openerAt(v, words, 0); n > 0 {
		opened = true
		if n < len(words) {
			behind = words[n].Start
		}
	}
	// '… met both; hence', '… met both, so that it is therefore'.
	clause := 0
	for i, w := range words {
		if w.Folded == "." {
			clause = i + 1
		}
	}
	opened = opened || clause > 0 && openerAt(v, words, clause) > 0
	// 'has not received', 'would have received': right before the phrase.
	for _, w := range words[max(0, len(words)-2):] {
		if v.Has(vocabulary.ScoreDenials, w.Folded) {
			return "", false, false
		}
	}
	if name, ok := possessiveMember(v, before); ok {
		return name, true, true // 'Italy’s score is'
	}
	members := v.MembersIn(before)
	if len(members) > 0 {
		return members[0].Name, opened, true
	}
	if len(words) > 0 && v.Has(vocabulary.ConclusionPronouns, words[0].Folded) {
		return words[0].Folded, opened, true
	}
	if clause > 0 && opened && openerAt(v, words, clause) == len(words)-clause {
		return implied, true, true // '…; hence a score of +1'
	}
	if !opened {
		return "", false, false
	}
	// A name that the vocabulary does not know: what follows the opener.
	name = strings.Trim(string([]rune(before)[behind:]), " ,;:\u00a0")
	name = strings.TrimPrefix(name, "the ")
	return name, true, len(strings.Fields(name)) <= 6
}

// implied is the name of the member whose section it is, which a conclusion
// leaves out.
const implied = "it"

// openerAt is how many words from i on make an opener of conclusions, 0 for
// none.
func openerAt(v *vocabulary.Vocabulary, words []vocabulary.Word, i int) int {
	for n := min(3, len(words)-i); n >= 1; n-- {
		opener := make([]string, n)
		for k := range opener {
			opener[k] = words[i+k].Folded
		}
		if v.Has(vocabulary.ConclusionOpeners, strings.Join(opener, " ")) {
			return n
		}
	}
	return 0
}

// possessiveMember reads a text that is a member's possessive and nothing
// else: 'Canada’s', 'The United States’'.
func possessiveMember(v *vocabulary.Vocabulary, text string) (name string, ok bool) {
	bare := strings.TrimSpace(text)
	for _, end := range []string{"’s", "'s", "’", "'"} {
		if owner, cut := strings.CutSuffix(bare, end); cut {
			owner = WithoutArticle(owner)
			_, ok := v.Member(owner)
			return owner, ok
		}
	}
	return "", false
}

// ConclusionCompliance is the level that the sentence with a score names in
// words ('… a score of +1 for full compliance'); empty where it names none or
// several.
func ConclusionCompliance(v *vocabulary.Vocabulary, text string) string {
	level := ""
	for _, m := range v.ConclusionCompliance(text) {
		if level != "" && level != m.Kind {
			return ""
		}
		level = m.Kind
	}
	return level
}

// ConcludedLevel is the level of compliance that the sentence with a score
// states, by a name of the level or as a verdict does ('Thus, Canada has fully
// complied and receives a score of +1'); empty where it states none, or where
// the two do not agree.
func ConcludedLevel(v *vocabulary.Vocabulary, text string) string {
	named := ConclusionCompliance(v, text)
	if len(v.ConclusionCompliance(text)) == 0 {
		said, _ := ComplianceWords(v, text)
		return said
	}
	for _, m := range v.Compliance(text) {
		if m.Kind != vocabulary.ComplianceUndecided && m.Kind != named {
			return ""
		}
	}
	return named
}

// denies says that a word of denial stands in a phrase ('has not been awarded
// a score of').
func denies(v *vocabulary.Vocabulary, phrase string) bool {
	for _, w := range vocabulary.Words(phrase) {
		if v.Has(vocabulary.ScoreDenials, w.Folded) {
			return true
		}
	}
	return false
}

// ComplianceWords reads what the words of an opening or closing say of
// compliance. ok says that they speak of it at all; compliance is then full,
// partial, none, or empty where the words do not decide: 'has not fully
// complied' leaves two levels open, and undecided is better than wrong.
func ComplianceWords(v *vocabulary.Vocabulary, text string) (compliance string, ok bool) {
	matches := v.Compliance(text)
	if len(matches) == 0 && !saysHowFar(v, text) && !namesPromise(v, text) {
		return "", false
	}
	// The first sentence that decides holds; later ones give reasons.
	short := false // something says that it is not full compliance
	runes := []rune(text)
	for _, s := range Sentences(v, text) {
		level, clash, shortHere := "", false, false
		for len(matches) > 0 && matches[0].Start < s.End {
			switch kind := matches[0].Kind; {
			case kind == vocabulary.ComplianceUndecided:
				shortHere = true
			case level == "":
				level = kind
			case level != kind:
				clash = true
			}
			matches, ok = matches[1:], true
		}
		if level == "" {
			if level = StatedLevel(v, string(runes[s.Start:s.End])); level != "" {
				shortHere, ok = false, true
			} else if passive, says := passiveLevel(v, string(runes[s.Start:s.End])); says {
				level, ok = passive, true
			}
		}
		short = short || shortHere
		if clash || short && level == vocabulary.ComplianceFull {
			return "", true
		}
		if level != "" {
			return level, true
		}
	}
	return "", ok
}

// ParseAverage reads a cell that holds an average: a mean ('+0.22'), a
// percentage ('61%', '61 per cent') or both.
func ParseAverage(v *vocabulary.Vocabulary, text string) (model.Average, bool) {
	s := strings.TrimFunc(text, unicode.IsSpace)
	if s == "" || len(s) > 48 || !strings.ContainsAny(s, "0123456789") {
		return model.Average{}, false
	}
	// A label may stand in the same cell: 'Average +0.22 (61%)'.
	figures := s
	if i := strings.IndexFunc(s, func(r rune) bool { return r == '.' || r == '(' || IsDigit(r) || IsSign(r) }); i > 0 {
		if !v.AverageLabel(s[:i]) {
			return model.Average{}, false
		}
		figures = s[i:]
	}
	m := averageCell.find([]rune(figures), 0)
	if m == nil {
		return model.Average{}, false
	}
	average := model.Average{Text: s}
	if t, found := group(m, "value"); found {
		average.Value = Decimal(t)
	}
	if t, found := group(m, "percent"); found {
		average.Percent = Decimal(t)
	}
	return average, average.Value != nil || average.Percent != nil
}

// Decimal reads a number as printed, whatever dash is its minus; nil where it
// is none.
func Decimal(s string) *model.Decimal {
	s = strings.Map(func(r rune) rune {
		switch f := vocabulary.FoldRune(r); f {
		case ' ', 0:
			return -1
		case ',':
			return '.'
		default:
			return f
		}
	}, s)
	d, err := model.ParseDecimal(s)
	if err != nil {
		return nil
	}
	return &d
}

// ScoreOfKind is the score for which a column or level stands, by the kind that
// the vocabulary gives it (vocabulary.ColumnFull); ok is false for other kinds.
func ScoreOfKind(kind string) (score int, ok bool) {
	switch kind {
	case vocabulary.ColumnNone:
		return -1, true
	case vocabulary.ColumnPartial:
		return 0, true
	case vocabulary.ColumnFull:
		return 1, true
	}
	return 0, false
}

// LevelOfScore is the level of compliance that a score of the scale stands
// for, empty for another.
func LevelOfScore(score int) string {
	switch score {
	case -1:
		return vocabulary.ComplianceNone
	case 0:
		return vocabulary.CompliancePartial
	case 1:
		return vocabulary.ComplianceFull
	}
	return ""
}

// WithoutArticle takes a leading 'the' off a name.
func WithoutArticle(s string) string {
	return strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the ")
}
