package lazyregexp

import (
	"fmt"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// notNeeded says why a pattern could match without the words; empty where it could not.
func (w *words) notNeeded(pattern string) string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return err.Error()
	}
	for _, word := range w.list {
		for i := range len(word) {
			if c := word[i]; c|0x20 != c || c >= utf8.RuneSelf {
				return fmt.Sprintf("in %q is what has no small form", word)
			}
		}
	}
	if !w.needed([]string{""}, re) {
		return fmt.Sprintf("%s matches without %q", pattern, w.list)
	}
	return ""
}

// needed reports whether every match of a pattern behind one of some heads has
// one of the words, as far as can be told from its parts one by one.
func (w *words) needed(heads []string, re *syntax.Regexp) bool {
	if all, ok := stringsOf(re); ok {
		return w.inAll(product(heads, all))
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return w.needed(heads, re.Sub[0])
	case syntax.OpRepeat:
		return re.Min > 0 && w.needed(heads, re.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !w.needed(heads, sub) {
				return false
			}
		}
		return true
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if w.needed(heads, sub) {
				return true
			}
			next, ok := stringsOf(sub)
			if heads = product(heads, next); !ok || len(heads) > maxStrings {
				heads = []string{""}
			}
		}
	}
	return false
}

// maxStrings bounds how many strings a part of a pattern is written out in.
const maxStrings = 256

// stringsOf gives what a part of a pattern matches, in small letters, where
// these are a few strings.
func stringsOf(re *syntax.Regexp) (all []string, ok bool) {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary:
		return []string{""}, true
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}, true
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				if all = append(all, strings.ToLower(string(r))); len(all) > maxStrings {
					return nil, false
				}
			}
		}
		return all, true
	case syntax.OpCapture:
		return stringsOf(re.Sub[0])
	case syntax.OpQuest:
		all, ok = stringsOf(re.Sub[0])
		return append(all, ""), ok
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			some, ok := stringsOf(sub)
			if all = append(all, some...); !ok || len(all) > maxStrings {
				return nil, false
			}
		}
		return all, true
	case syntax.OpConcat:
		all = []string{""}
		for _, sub := range re.Sub {
			some, ok := stringsOf(sub)
			if all = product(all, some); !ok || len(all) > maxStrings {
				return nil, false
			}
		}
		return all, true
	}
	return nil, false
}

func product(heads, tails []string) []string {
	out := make([]string, 0, len(heads)*len(tails))
	for _, h := range heads {
		for _, t := range tails {
			out = append(out, h+t)
		}
	}
	return out
}

// inAll reports whether every one of some strings has a word.
func (w *words) inAll(all []string) bool {
	for _, s := range all {
		if !w.in(s) {
			return false
		}
	}
	return true
}
