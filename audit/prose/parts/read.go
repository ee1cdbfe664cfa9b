package parts

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Bounds of what is read: a longer sentence, or one of more parts, is a table.
const (
	MostBytes = 2 << 10
	MostParts = 60
)

// Read gives the parts of a sentence in its order; none where it has too many.
func Read(r prose.Reader, s string) []Part {
	if len(s) > MostBytes {
		return nil
	}
	var out []Part
	end := -1
	for _, m := range r.Members(s) {
		if r.Catalogue.Touches(s[m.Start:m.End]) {
			return nil // a commitment may be named by it
		}
		if n := len(out); n > 0 && end >= 0 && prose.Joined(s[end:m.Start]) {
			out[n-1].Members = append(out[n-1].Members, m.Code)
			out[n-1].End = m.End
		} else {
			out = append(out, Part{Span: m.Span, Kind: Who, Members: []string{m.Code}})
		}
		end = m.End
	}
	for _, f := range prose.Figures(s) {
		if f.Percent == nil && (f.Value == nil || f.Value.Places < 2) || reChange.MatchString(s[:f.Start]) || taken(out, f.Span) {
			continue
		}
		g := f
		if f.Value != nil && f.Percent != nil && f.Value.Places == 0 && strings.Contains(f.Text, ",") {
			// "36% are +1, 44% are 0": a score and the next percentage
			g.Value = nil
			g.Start += strings.LastIndexAny(f.Text, ", ") + 1
			g.Text = s[g.Start:g.End]
			f.Span = g.Span
		}
		out = append(out, Part{Span: f.Span, Kind: Figure, Figure: &g})
	}
	figures := len(out)
	for _, m := range r.Catalogue.Mentions(s) {
		if !taken(out[:figures], m.Span) && !r.Words().Has(vocabulary.StatementWords, strings.ToLower(s[m.Start:m.End])) {
			out = append(out, Part{Span: m.Span, Kind: What, Commitments: m.Numbers})
		}
	}
	names := append([]Part(nil), out...)
	sort.SliceStable(names, func(i, j int) bool { return names[i].Start < names[j].Start })
	for i, k := 0, 0; i < len(s); {
		for k < len(names) && names[k].End <= i {
			k++
		}
		if k < len(names) && names[k].Start <= i && names[k].Kind != What {
			i = names[k].End
			continue
		}
		if !beginsWord(s, i) {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
			continue
		}
		p, ok := partAt(r, s, i, out)
		if !ok || taken(names, p.Span) && p.Kind != Level {
			i = wordEnd(s, i)
			continue
		}
		out = append(out, p)
		i = max(p.End, i+1)
	}
	if len(out) > MostParts {
		return nil
	}
	// A word of a level is no commitment's name: "full" in "full compliance".
	var kept []Part
	for i, p := range out {
		if p.Kind != What || !inLevel(out, i) {
			kept = append(kept, p)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].Start < kept[j].Start })
	return withoutGlosses(s, kept)
}

// withoutGlosses leaves out a score in brackets that says what a level is: "work in progress
// (0)".
func withoutGlosses(s string, ps []Part) []Part {
	out := ps[:0]
	for _, p := range ps {
		if n := len(out); n > 0 && out[n-1].Kind == Level && out[n-1].End <= p.Start && strings.TrimSpace(s[out[n-1].End:p.Start]) == "(" && p.End < len(s) && s[p.End] == ')' &&
			(p.Kind == Level || p.Kind == Number && p.N == 0) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// inLevel reports whether a part lies within a level's words.
func inLevel(ps []Part, k int) bool {
	for _, p := range ps {
		if p.Kind == Level && ps[k].Start >= p.Start && ps[k].End <= p.End {
			return true
		}
	}
	return false
}

// taken reports whether a stretch lies in that of a part.
func taken(ps []Part, in prose.Span) bool {
	for _, p := range ps {
		if in.Start < p.End && p.Start < in.End {
			return true
		}
	}
	return false
}

// partAt reads the part that begins at a place.
func partAt(r prose.Reader, s string, i int, before []Part) (Part, bool) {
	rest := s[i:]
	if m := reDid.FindStringIndex(rest); m != nil {
		words := strings.TrimRight(rest[:m[1]], " ,.;:)")
		return Part{Span: prose.Span{Start: i, End: i + len(strings.TrimSuffix(words, " and"))}, Kind: Did}, true
	}
	behindNumber := false
	for _, p := range before {
		behindNumber = behindNumber || (p.Kind == Number || p.Kind == Figure && p.Figure.Value == nil) && p.End <= i && len(strings.Fields(s[p.End:i])) <= 2
	}
	for _, f := range levelForms {
		if f.counted && !behindNumber {
			continue
		}
		m := f.re.FindStringIndex(rest)
		if m == nil {
			continue
		}
		end := i + len(strings.TrimRight(rest[:m[1]], " ,;.)"))
		if end > i && end < len(s) && !endsWord(s, end) {
			continue
		}
		return Part{Span: prose.Span{Start: i, End: end}, Kind: Level, Levels: f.levels, Lacks: f.lacks, Loose: f.loose}, true
	}
	for _, f := range []struct {
		find func(string) []int
		kind Kind
		n    int
	}{
		{reBreak.FindStringIndex, Break, 0}, {reOnly.FindStringIndex, Only, 0}, {reBut.FindStringIndex, But, 0}, {reNot.FindStringIndex, Not, 0},
		{reHigh.FindStringIndex, End, 1}, {reLow.FindStringIndex, End, -1},
	} {
		if m := f.find(rest); m != nil {
			return Part{Span: prose.Span{Start: i, End: i + m[1]}, Kind: f.kind, N: f.n}, true
		}
	}
	if m := rePlace.FindStringSubmatchIndex(rest); m != nil {
		if n := r.Ordinal(rest[m[2]:m[3]]); n > 1 {
			return Part{Span: prose.Span{Start: i, End: i + m[1]}, Kind: Place, N: n}, true
		}
	}
	end := wordEnd(s, i)
	if end < len(s) && s[end] == '-' {
		if whole := wordEnd(s, end+1); end+1 < len(s) {
			if _, ok := script.CountOf(r.Words(), strings.ToLower(s[i:whole])); ok {
				end = whole // "twenty-six"
			}
		}
	}
	word := strings.ToLower(s[i:end])
	n, ok := script.CountOf(r.Words(), word)
	switch {
	case reHalf.MatchString(rest) && r.MemberCount > 0 && r.MemberCount%2 == 0:
		m := reHalf.FindStringIndex(rest)
		return Part{Span: prose.Span{Start: i, End: i + m[1]}, Kind: Number, N: r.MemberCount / 2, Unit: prose.Member}, true
	case reSingle.MatchString(rest):
		return Part{Span: prose.Span{Start: i, End: i + len("a single")}, Kind: Number, N: 1}, true
	case !ok || end < len(s) && (s[end] == '%' || s[end] == '.' && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9'):
		return Part{}, false
	}
	if i > 0 && strings.ContainsAny(s[i-1:i], "+-.") || strings.HasSuffix(s[:i], "\u2212") || strings.HasSuffix(s[:i], "\u2013") {
		return Part{}, false
	}
	p := Part{Span: prose.Span{Start: i, End: end}, Kind: Number, N: n, Inexact: reInexact.MatchString(s[:i])}
	if m := reUnit.FindStringSubmatchIndex(s[end:]); m != nil {
		for k, unit := range []prose.Kind{prose.Member, prose.Commitment, prose.Overall} {
			if m[2+2*k] >= 0 {
				p.Unit = unit
			}
		}
		p.End += m[1]
	}
	return p, true
}

func beginsWord(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	if c == ';' || c == ',' || c == '+' || c == '\u2212' || c == '-' || c == '\u2013' {
		return true
	}
	if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
		return false
	}
	if i == 0 {
		return true
	}
	b, _ := utf8.DecodeLastRuneInString(s[:i])
	return !unicode.IsLetter(b) && !unicode.IsDigit(b)
}

func endsWord(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	return !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// wordEnd is where the word ends that begins at a place.
func wordEnd(s string, i int) int {
	_, w := utf8.DecodeRuneInString(s[i:])
	j := i + w
	for j < len(s) {
		c, w := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			break
		}
		j += w
	}
	return j
}
