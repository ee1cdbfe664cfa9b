package scores

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// missing are the words that programs write for 'no value'. An error of a
// formula (#DIV/0!, #REF!) is none of them: something stood there.
var missing = map[string]bool{
	"na": true, "nan": true, "-nan": true, "null": true, "none": true, "nil": true, ".": true, "..": true, "...": true,
	`\n`: true, "<na>": true, "<null>": true, "(null)": true, "[null]": true, "#null!": true, "#n/a": true,
}

// isMissing reports whether a cell is blank or has a program's word for it.
func isMissing(cell string) bool {
	cell = script.CutNoteMarks(seen(cell))
	return cell == "" || missing[strings.ToLower(cell)]
}

// unassessed reports whether a cell says that there is no score, with the mark of a note
// behind it or without.
func unassessed(cell string, words *vocabulary.Vocabulary) bool {
	return words.NotApplicable(cell) || words.NotApplicable(script.CutNoteMarks(cell))
}

// seen is a cell without white space around it and without characters that
// have no shape: marks of direction, joiners, variation selectors, a byte order
// mark where files were joined.
func seen(cell string) string {
	for i := range len(cell) {
		if cell[i] >= utf8.RuneSelf {
			return strings.TrimSpace(strings.Map(func(r rune) rune {
				if r != softHyphen && shapeless(r) {
					return -1
				}
				return r
			}, cell))
		}
	}
	return strings.TrimSpace(cell)
}

// softHyphen is not seen behind a number. In front of one it may be anything:
// most programs do not show it, and text taken from a PDF has it for a minus. It
// is never read as one, and a number behind it is no number: neither sign is
// known.
const softHyphen = '\u00ad'

// shapeless reports whether a character is never seen.
func shapeless(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) ||
		r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164'
}

// plainNumber writes every minus and every hyphen as a hyphen-minus, decimal
// marks in the middle of the line as points, and the characters of full width
// as ASCII.
var plainNumber = strings.NewReplacer(
	"\u2212", "-", "\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u2014", "-", "\u2015", "-",
	"\u02d7", "-", "\u207b", "-", "\ufe58", "-", "\ufe63", "-", "\uff0d", "-",
	"\u207a", "+", "\ufe62", "+", "\uff0b", "+", "\uff05", "%", "\uff08", "(", "\uff09", ")",
	"\u00b7", ".", "\u2027", ".", "\u2219", ".", "\u22c5", ".", "\u066b", ".", "\uff0e", ".", "\uff0c", ",",
)

// zeros are the first digits of the scripts whose digits are read.
var zeros = []rune{'\u0660', '\u06f0', '\u0966', '\uff10'}

// asciiNumber is a cell as numbers are read: without what is not seen, in
// ASCII where it can be.
func asciiNumber(cell string) string {
	s := seen(cell)
	if !strings.HasPrefix(s, string(softHyphen)) {
		s = strings.ReplaceAll(s, string(softHyphen), "")
	}
	return strings.Map(func(r rune) rune {
		for _, zero := range zeros {
			if zero <= r && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, plainNumber.Replace(s))
}

// readScore reads a score. text is the cell as it stands, empty where it is
// blank or a program's word for it. A number that is not whole is no score.
func readScore(cell string, decimalComma bool) (score *int, text string) {
	if isMissing(cell) {
		return nil, ""
	}
	v, _, ok := readNumber(cell, decimalComma)
	if !ok || !v.IsInt() || !v.Num().IsInt64() || v.Num().CmpAbs(big.NewInt(maxScore)) > 0 {
		return nil, cell
	}
	s := int(v.Num().Int64())
	return &s, cell
}

// maxScore bounds what is taken for a score at all; judging '+2' is the
// audit's, but a year or a sum is no score.
const maxScore = 99

// programDecimals is the number of decimals up to which averages are
// compared. Nobody prints more by hand; programs do, and they cut off or
// round the last digits, or show the noise of binary fractions, each in its
// own way. Means of up to thirty scores lie at least 0.001 apart, so nothing
// is lost.
const programDecimals = 4

// readAverage reads an average: a mean, a percentage with its sign, or both
// ("+0.75 (88%)"). An average that cannot be read keeps its text and has no
// value.
func readAverage(cell string, f form) *model.Average {
	if isMissing(cell) {
		return nil
	}
	avg := &model.Average{Text: cell}
	mean, percent := asciiNumber(script.CutNoteMarks(seen(cell))), ""
	if before, inside, both := strings.Cut(mean, "("); both {
		mean, percent = before, strings.TrimSuffix(strings.TrimSpace(inside), ")")
	}
	for _, part := range []string{mean, percent} {
		part = strings.TrimSpace(part)
		number, isPercent := strings.CutSuffix(part, "%")
		d := readDecimal(number, f.decimalComma)
		switch {
		case d == nil && part != "":
			return &model.Average{Text: cell}
		case d == nil:
		case isPercent || f.percents:
			avg.Percent = d
		default:
			avg.Value = d
		}
	}
	return avg
}

// readPercent reads a percentage, with its sign or without.
func readPercent(cell string, decimalComma bool) *model.Decimal {
	return readDecimal(strings.TrimSuffix(asciiNumber(script.CutNoteMarks(seen(cell))), "%"), decimalComma)
}

// readDecimal reads a number with at most programDecimals decimals, nil where
// it is none.
func readDecimal(cell string, decimalComma bool) *model.Decimal {
	v, places, ok := readNumber(strings.TrimSpace(cell), decimalComma)
	if !ok {
		return nil
	}
	scaled := v.FloatString(min(places, programDecimals)) // rounds half away from zero
	d, err := model.ParseDecimal(scaled)
	if err != nil {
		return nil
	}
	return &d
}

// maxNumber is the longest number, in bytes, that is read.
const maxNumber = 40

// readNumber reads a decimal number with any usual minus, also in the
// exponent form of spreadsheets (2.5E-01), without the marks of notes behind it. places is how many decimals are
// written.
func readNumber(cell string, decimalComma bool) (v *big.Rat, places int, ok bool) {
	// A spreadsheet keeps a cell as text by an apostrophe in front.
	s := asciiNumber(strings.TrimPrefix(script.CutNoteMarks(seen(cell)), "'"))
	if rest, cut := strings.CutPrefix(s, "-"); cut {
		s = "-" + strings.TrimSpace(rest)
	}
	if decimalComma {
		s = strings.Replace(s, ",", ".", 1)
	}
	if len(s) > maxNumber {
		return nil, 0, false
	}
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(s), "e")
	digits := strings.TrimLeft(mantissa, "+-")
	if len(mantissa)-len(digits) > 1 || digits == "" || strings.Trim(digits, "0123456789.") != "" || strings.Count(digits, ".") > 1 || digits == "." {
		return nil, 0, false
	}
	if scientific {
		e := strings.TrimLeft(exponent, "+-")
		if e == "" || len(e) > 2 || len(exponent)-len(e) > 1 || strings.Trim(e, "0123456789") != "" {
			return nil, 0, false
		}
	}
	v, ok = new(big.Rat).SetString(s)
	if !ok {
		return nil, 0, false
	}
	_, fraction, _ := strings.Cut(digits, ".")
	places = len(fraction)
	if scientific {
		places = programDecimals
	}
	return v, places, true
}

// personDecimals is the usual precision of averages.
const personDecimals = 2

// restoreZeros gives averages the decimals that a program dropped. A number
// in a cell has no trailing zeros: 0.50 is written 0.5, and 0.00 as 0. Read as
// printed, that 0 would stand for every mean from -0.5 to +0.5. Where some
// averages of the file have two decimals and none ends in a zero, shorter
// ones are taken to two decimals.
func restoreZeros(averages []*model.Average) {
	finest := 0
	for _, avg := range averages {
		if avg == nil || avg.Value == nil {
			continue
		}
		// One zero behind the point is what programs write for a whole
		// number; more are a format that keeps zeros.
		if avg.Value.Places > 1 && avg.Value.Places < programDecimals && avg.Value.Units%10 == 0 {
			return
		}
		finest = max(finest, avg.Value.Places)
	}
	if finest < personDecimals {
		return
	}
	for _, avg := range averages {
		if avg != nil && avg.Value != nil {
			for avg.Value.Places < personDecimals {
				avg.Value.Units *= 10
				avg.Value.Places++
			}
		}
	}
}
