package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// reFormerLatter is one of two that were named before it.
var reFormerLatter = lazyregexp.NewWith(`(?i)\b(?:the|that)\s+(former|latter)\b`, "former", "latter")

// WithFormer gives a sentence with names for "the former" and "the latter", where what stands
// before names two members, or two commitments, and nothing behind them. before is the
// paragraph up to the sentence. A sentence that it cannot tell them of stays as it is.
func (r Reader) WithFormer(before, s string) string {
	found := reFormerLatter.FindAllStringSubmatchIndex(s, -1)
	if len(found) == 0 {
		return s
	}
	piece := s[:found[0][0]]
	names := r.twoNamed(piece)
	if names == nil && len(r.Members(piece)) == 0 && !r.Catalogue.Touches(piece) {
		all := Sentences(r.Words(), before)
		if len(all) == 0 {
			return s
		}
		last := all[len(all)-1]
		names = r.twoNamed(before[last.Start:last.End])
	}
	if names == nil {
		return s
	}
	var out strings.Builder
	at := 0
	for _, m := range found {
		if strings.EqualFold(s[m[2]:m[3]], "former") && reFormerOfTwo.FindStringIndex(s[m[0]:]) == nil {
			return s // "the former president"
		}
		out.WriteString(s[at:m[0]])
		out.WriteString(names[strings.Index("fl", strings.ToLower(s[m[2]:m[2]+1]))])
		at = m[1]
	}
	out.WriteString(s[at:])
	return out.String()
}

// twoNamed gives the names of the two members, or commitments, that a text lists last; nil
// where it names another number, or others behind them.
func (r Reader) twoNamed(text string) []string {
	if len(text) > maxSentence {
		return nil
	}
	groups := r.groups(text, false)
	if n := len(groups); n > 0 {
		last := groups[n-1]
		if last.doubt != "" || len(last.subjects) != 2 || last.kind != Member {
			return nil
		}
		for _, g := range groups[:n-1] {
			if g.kind == Member && len(g.subjects) == 2 {
				return nil // either two may be meant
			}
		}
		var names []string
		for _, m := range r.Members(text) {
			if m.Start >= last.Start && m.End <= last.End {
				names = append(names, text[m.Start:m.End])
			}
		}
		if len(names) != 2 {
			return nil
		}
		return names
	}
	for _, phrase := range phrases(text) {
		if ns, ok := r.Catalogue.Labelled(phrase); ok && len(ns) == 2 {
			if parts := splitList(phrase); len(parts) == 2 {
				return parts
			}
		}
	}
	return nil
}
