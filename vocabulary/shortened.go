package vocabulary

import (
	"strings"
	"unicode/utf8"
)

// minShortened is how many letters a shortened name of one word keeps at
// least: "It." may begin a sentence.
const minShortened = 3

// shortened reads a member's name whose words are cut and end in full stops
// ("Can.", "Jap.", "S. Africa", "U. Kingdom"), as narrow heads of tables have
// them. s is folded. The name must be one member's only: "Ind." alone may be
// India or Indonesia, unless it is somebody's code.
func (x memberIndex) shortened(s string) (code string, ok bool) {
	if !strings.Contains(s, ".") || len(s) > maxShortened {
		return "", false
	}
	words := strings.Fields(strings.ReplaceAll(s, ".", ". "))
	if len(words) == 1 {
		stem := strings.TrimSuffix(words[0], ".")
		if utf8.RuneCountInString(stem) < minShortened {
			return "", false
		}
		if code, ok := x.cells[stem]; ok {
			return code, true
		}
	}
	for _, n := range x.words {
		if !shortens(words, n.words) || n.code == code {
			continue
		}
		if code != "" {
			return "", false
		}
		code = n.code
	}
	return code, code != ""
}

// maxShortened bounds a shortened name, in bytes.
const maxShortened = 40

// shortens reports whether each word is a word of the name, whole or cut at a
// full stop, and one of them at least keeps enough letters.
func shortens(words, name []string) bool {
	if len(words) != len(name) {
		return false
	}
	kept := 0
	for i, w := range words {
		stem, cut := strings.CutSuffix(w, ".")
		if stem == "" || !strings.HasPrefix(name[i], stem) || !cut && stem != name[i] {
			return false
		}
		kept = max(kept, utf8.RuneCountInString(stem))
	}
	return kept >= minShortened
}
