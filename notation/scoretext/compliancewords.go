package scoretext

import (
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// ConclusionCompliance is the level that the sentence with a score names in
// words ('… a score of +1 for full compliance'); empty where it names none or
// several that are given.
func ConclusionCompliance(v *vocabulary.Vocabulary, text string) string {
	level := ""
	for _, m := range v.ConclusionCompliance(text) {
		if notGiven(v, text, m) {
			continue
		}
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

// ComplianceWords reads what the words of an opening or closing say of
// compliance. ok says that they speak of it at all; compliance is then full,
// partial, none, or empty where the words do not decide: 'has not fully
// complied' leaves two levels open, and undecided is better than wrong.
func ComplianceWords(v *vocabulary.Vocabulary, text string) (compliance string, ok bool) {
	return complianceWords(v, text, true)
}

// OnlyKept reports whether the level that ComplianceWords reads from a text is said of a
// promise that was kept or not ('has not met its commitment') and not of compliance: an
// analyst may well say so of a member that has gone part of the way.
func OnlyKept(v *vocabulary.Vocabulary, text string) bool {
	with, _ := complianceWords(v, text, true)
	without, _ := complianceWords(v, text, false)
	return with != "" && without == ""
}

// complianceWords is ComplianceWords, with what is said of a promise alone or without.
func complianceWords(v *vocabulary.Vocabulary, text string, kept bool) (compliance string, ok bool) {
	matches := v.Compliance(text)
	if len(matches) == 0 && len(v.ConclusionCompliance(text)) == 0 && !saysHowFar(v, text) && !namesPromise(v, text) {
		return "", false
	}
	// The first sentence that decides holds; later ones give reasons.
	short := false // something says that it is not full compliance
	runes := []rune(text)
	for _, s := range script.Sentences(v, text) {
		level, clash, shortHere, set := "", false, false, false
		for len(matches) > 0 && matches[0].Start < s.End {
			m := matches[0]
			m.Start, m.End = m.Start-s.Start, min(m.End, s.End)-s.Start
			why := counts
			if m.Kind != vocabulary.ComplianceUndecided {
				why = setAside(v, string(runes[s.Start:s.End]), m)
			}
			switch kind := m.Kind; {
			case why != counts:
				set = true
				shortHere = shortHere || why == denied && kind == vocabulary.ComplianceFull
			case kind == vocabulary.ComplianceUndecided:
				shortHere = true
			case level == "":
				level = kind
			case level != kind:
				clash = true
			}
			matches, ok = matches[1:], true
		}
		if level == "" && !clash {
			if level = movedLevel(v, string(runes[s.Start:s.End])); level != "" {
				shortHere, ok = false, true
			}
		}
		if level == "" && !set {
			if level = StatedLevel(v, string(runes[s.Start:s.End])); level != "" {
				shortHere, ok = false, true
			} else if level = keptLevel(v, string(runes[s.Start:s.End])); level != "" && kept {
				shortHere, ok = false, true
			} else if level != "" {
				level = ""
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
