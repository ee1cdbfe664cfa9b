package scoretext

import (
	"strings"
	"unicode"

	"recount.invalid/recount/notation/script"
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

// WholeScore reads a score of the scale that is printed with decimals: '+1.0',
// '0.00'.
func WholeScore(s string) (int, bool) {
	if len(s) > MaxScoreText || !strings.ContainsAny(s, ".,") {
		return 0, false
	}
	d := script.Decimal(strings.Trim(s, "()[] "))
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
