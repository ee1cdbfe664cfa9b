package vocabulary

import "strings"

// Edition says of which report or year a column or row is that stands beside
// those of others. The zero value says nothing.
type Edition struct {
	Stage string // see the Stage constants
	Year  int    // the first of two ('2006–07')
	Order string // see the Edition constants
}

// Edition reads the label of a column or row that names a stage ('Interim
// average'), a year ('2006', 'Score 2006–07') or its place among others ('Last
// year', 'Second assessment'), and of which every other word speaks of scores
// or reports, or is a month.
func (v *Vocabulary) Edition(text string) (e Edition, ok bool) {
	if len(text) > maxAverageLabel {
		return Edition{}, false
	}
	for word := range strings.FieldsSeq(label(text)) {
		word = strings.Trim(word, "():,/-")
		stage, staged := v.Stage(word)
		year := labelYear(word)
		switch kind := v.editions[word]; {
		case staged && e.Stage == "":
			e.Stage = stage
		case year > 0 && e.Year == 0:
			e.Year = year
		case kind != "" && kind != editionOf && e.Order == "":
			e.Order = kind
		case word == "" || kind == editionOf || v.averageWords[word] || v.averageOf[word] || v.qualifiers[word]:
		default:
			if v.months[word] == 0 {
				return Edition{}, false
			}
		}
	}
	return e, e != Edition{}
}

// labelYear reads '2006', '2006-07' and '2006/2007' as 2006; 0 is none.
func labelYear(word string) int {
	if len(word) < 4 || len(word) > 9 || len(word) > 4 && word[4] != '-' && word[4] != '/' {
		return 0
	}
	if len(word) > 4 && strings.Trim(word[5:], "0123456789") != "" {
		return 0
	}
	year := 0
	for _, c := range word[:4] {
		if c < '0' || c > '9' {
			return 0
		}
		year = year*10 + int(c-'0')
	}
	if year < 1970 || year > 2100 {
		return 0
	}
	return year
}
