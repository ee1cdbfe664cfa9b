package prose

import (
	"strings"
	"unicode"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazywords"
)

// Kind says what a figure is about.
type Kind int

// The kinds of subject.
const (
	NoKind     Kind = iota
	Member          // the average of one member over all commitments
	Commitment      // the average of one commitment over all members
	Overall         // the average of everything
)

// Subject is one thing that a figure is about.
type Subject struct {
	Kind       Kind
	Member     string // code
	Commitment int    // number
}

// Entry is a commitment as the catalogue knows it.
type Entry struct {
	Number int
	ID     string
	Label  string // heading or row label
	Text   string // the promise
	// Titles are its names without the issue area; where there are none, the label behind
	// its colon is one.
	Titles []string
}

// Catalogue finds commitments by the words that a report uses for them.
type Catalogue struct {
	entries []entry
}

type entry struct {
	Entry
	label, text map[string]bool // stems
}

// idle words carry nothing that tells one commitment from another.
var idle = lazywords.Of(`the a an and or of to in on for with
	by at from as that this its their commitment
	commitments both all about regarding concerning is are be
	had has have was were also including through score scores
	compliance average then next came those followed efforts issue
	issues area areas topic priority selected one each only
	member members state states country countries leaders means
	across among over between within under into than per
	we our who which where it`)

// stemsOf gives the telling stems of a phrase, in order, without repetition.
func stemsOf(phrase string) []string {
	var out []string
	seen := map[string]bool{}
	if strings.Contains(phrase, "[") {
		phrase = reSerial.ReplaceAllString(phrase, " ")
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) < 2 || idle.Has(w) {
			continue
		}
		s := stem.Of(w)
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// NewCatalogue indexes commitments.
func NewCatalogue(list []Entry) Catalogue {
	var c Catalogue
	for _, e := range list {
		x := entry{Entry: e, label: map[string]bool{}, text: map[string]bool{}}
		for _, s := range stemsOf(e.Label) {
			x.label[s] = true
		}
		for _, s := range stemsOf(e.Text) {
			x.text[s] = true
		}
		c.entries = append(c.entries, x)
	}
	return c
}

func has(set map[string]bool, s string) bool {
	if set[s] {
		return true
	}
	for x := range set {
		if stem.Same(x, s) {
			return true
		}
	}
	return false
}

// Weights of a word of a phrase that is found in a commitment's label, or only
// in its text: the label is how the report itself names it.
const (
	labelWeight = 1.0
	textWeight  = 0.6
	// needed is the least share of a phrase that must be found, margin how
	// far the runner-up must stay behind.
	needed = 0.55
	margin = 0.15
)

// match is a commitment and how well a phrase fits it, 0 to 1.
type match struct {
	number int
	fit    float64
}

// find gives the commitments that a phrase may mean, best first. A single
// result is certain.
func (c Catalogue) find(phrase string) []match {
	stems := stemsOf(phrase)
	if len(stems) == 0 {
		return nil
	}
	var best []match
	for _, e := range c.entries {
		fit := 0.0
		for _, s := range stems {
			switch {
			case has(e.label, s):
				fit += labelWeight
			case has(e.text, s):
				fit += textWeight
			}
		}
		fit /= float64(len(stems))
		if fit >= needed {
			best = append(best, match{e.Number, fit})
		}
	}
	top := 0.0
	for _, m := range best {
		top = max(top, m.fit)
	}
	var out []match
	for _, m := range best {
		if m.fit > top-margin {
			out = append(out, m)
		}
	}
	return out
}

// Find gives the commitment that a label names, if it can be only one.
func (c Catalogue) Find(label string) (number int, ok bool) {
	ns, ok := c.numbers(label, true)
	if !ok {
		return 0, false
	}
	return ns[0], true
}

// numbers gives the commitments that a list of phrases means ("biodiversity,
// health systems and fiscal policy"). single says that the words announce one
// commitment. ok is false where a part of the phrase means none or could mean
// several.
func (c Catalogue) numbers(phrase string, single bool) (out []int, ok bool) {
	if whole := c.find(phrase); single || len(splitList(phrase)) == 1 {
		if len(whole) == 1 {
			return []int{whole[0].number}, true
		}
		return nil, false
	} else if len(whole) == 1 && whole[0].fit == labelWeight {
		// Every word stands in one label: a name with "and" in it.
		return []int{whole[0].number}, true
	}
	parts := splitList(phrase)
	found := make([][]match, len(parts))
	for i, p := range parts {
		found[i] = c.find(p)
	}
	for i := range parts {
		n := 0
		switch len(found[i]) {
		case 1:
			n = found[i][0].number
		default:
			// Perhaps the second half of the name before it, or the first
			// of the one behind it.
			for _, j := range []int{i - 1, i + 1} {
				if j < 0 || j >= len(parts) || len(found[j]) != 1 {
					continue
				}
				lo, hi := min(i, j), max(i, j)
				if joined := c.find(parts[lo] + " " + parts[hi]); len(joined) == 1 && joined[0].number == found[j][0].number {
					n = joined[0].number
					break
				}
			}
		}
		if n == 0 {
			return nil, false
		}
		if len(out) == 0 || out[len(out)-1] != n {
			out = append(out, n)
		}
	}
	seen := map[int]bool{}
	for _, n := range out {
		if seen[n] {
			return nil, false
		}
		seen[n] = true
	}
	return out, len(out) > 0
}

// Labelled gives the commitments that a list of phrases means when every
// telling word of every phrase stands in the label of one commitment.
func (c Catalogue) Labelled(phrase string) (out []int, ok bool) {
	if whole := c.find(phrase); len(whole) == 1 && whole[0].fit == labelWeight {
		return []int{whole[0].number}, true
	}
	seen := map[int]bool{}
	for _, p := range splitList(phrase) {
		m := c.find(p)
		if len(m) != 1 || m[0].fit != labelWeight || seen[m[0].number] {
			return nil, false
		}
		seen[m[0].number] = true
		out = append(out, m[0].number)
	}
	return out, len(out) > 0
}

// Len is how many commitments there are.
func (c Catalogue) Len() int { return len(c.entries) }

// Touches reports whether a telling word of a phrase stands in any label.
func (c Catalogue) Touches(phrase string) bool {
	for _, s := range stemsOf(phrase) {
		for _, e := range c.entries {
			if has(e.label, s) {
				return true
			}
		}
	}
	return false
}

// splitList cuts a list at commas and at its "and"s.
func splitList(phrase string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(phrase, func(r rune) bool { return r == ',' || r == ';' }) {
		for _, q := range strings.Split(" "+p+" ", " and ") {
			if q = strings.TrimSpace(q); q != "" && len(stemsOf(q)) > 0 {
				out = append(out, q)
			}
		}
	}
	return out
}
