package normal

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/internal/yamlfile"
)

//go:embed authors.yaml
var authorData []byte

// authorWords are the words of authors.yaml.
type authorWords struct {
	Institutions []string `yaml:"institutions"`
	Beginnings   []string `yaml:"beginnings"`
	Fields       []string `yaml:"fields"`
	Particles    []string `yaml:"particles"`
	Around       []string `yaml:"around"`
	Ends         []string `yaml:"ends"`
}

var authorVocabulary = sync.OnceValue(func() *authorWords {
	w := &authorWords{}
	if err := yamlfile.Decode(authorData, w); err != nil {
		return &authorWords{} // a test reads the file; without it nobody is named
	}
	return w
})

// Authors are the people and institutions among what was read from a cover as
// those who prepared a report. Places, addresses, sentences and the contents are
// left out; a person and an institution on one line are two.
func Authors(printed []string) []string {
	words := authorVocabulary()
	var out []string
	add := func(name string) {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, entry := range printed {
		entry = strings.Join(strings.Fields(entry), " ")
		if slices.Contains(words.Ends, strings.ToLower(entry)) {
			break
		}
		if noName.MatchString(entry) {
			continue
		}
		entry = words.bare(entry)
		person, institution := words.parted(entry)
		if person != "" && words.isPerson(person) {
			add(person)
			entry = institution
		}
		switch {
		case words.isInstitution(entry):
			add(entry)
		case words.isField(entry):
			if n := len(out); n > 0 && words.isInstitution(out[n-1]) {
				out[n-1] += " and " + entry
			}
		case words.isPerson(entry):
			add(entry)
		}
	}
	return out
}

// noName matches addresses, dots that lead to a page, and sentences.
var noName = regexp.MustCompile(`[@<>:|]|www\.|https?/|\. ?\.|…|\p{Ll}\p{Ll}\.$|\d{3}`)

// bare takes off what stands around a name.
func (w *authorWords) bare(s string) string {
	for again := true; again; {
		again = false
		for _, a := range w.Around {
			if i := strings.LastIndex(s, " "+a+" "); strings.HasSuffix(a, " by") && i >= 0 {
				s, again = s[i+len(a)+2:], true // "a team led by"
			}
			if rest, ok := strings.CutPrefix(s, a+" "); ok {
				s, again = rest, true
			}
			if rest, ok := strings.CutSuffix(s, " "+a); ok {
				s, again = rest, true
			}
		}
	}
	// "Toronto Ada Moor": the place that ended the line before.
	if place, rest, found := strings.Cut(s, " "); found && strings.Contains(rest, " ") && !w.isInstitution(s) &&
		slices.ContainsFunc(audit.Summits(), func(s audit.Summit) bool { return slices.Contains(s.Names, place) }) {
		return rest
	}
	return s
}

// parted divides a line that names a person and then an institution; person is
// empty where it does not.
func (w *authorWords) parted(s string) (person, institution string) {
	if !w.isInstitution(s) {
		return "", s
	}
	fields := strings.Fields(s)
	for i := 2; i < len(fields); i++ {
		begins := slices.Contains(w.Beginnings, strings.ToLower(fields[i])) || strings.ContainsAny(fields[i], "0123456789")
		if before := strings.Join(fields[:i], " "); begins && w.isPerson(before) {
			return before, strings.Join(fields[i:], " ")
		}
	}
	return "", s
}

func (w *authorWords) isInstitution(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) && strings.Contains(s, " ") && w.has(w.Institutions, s)
}

// isField says whether a text is the rest of an institution's name.
func (w *authorWords) isField(s string) bool {
	fields := strings.Fields(s)
	return len(fields) > 0 && slices.Contains(w.Fields, strings.ToLower(fields[len(fields)-1]))
}

// has says whether one of the words stands in a text, also in the plural.
func (w *authorWords) has(list []string, s string) bool {
	return slices.ContainsFunc(strings.Fields(Words(s)), func(word string) bool {
		return slices.Contains(list, word) || slices.Contains(list, strings.TrimSuffix(word, "s"))
	})
}

// isPerson says whether a text has the form of a person's name: two to six words
// that begin with a capital letter, small words between them.
func (w *authorWords) isPerson(s string) bool {
	const fewest, most = 2, 6
	fields := strings.Fields(s)
	if len(fields) < fewest || len(fields) > most || w.has(w.Institutions, s) || w.isField(s) {
		return false
	}
	for i, f := range fields {
		first, _ := utf8.DecodeRuneInString(f)
		small := i > 0 && i < len(fields)-1 && slices.Contains(w.Particles, strings.ToLower(f))
		if !small && !unicode.IsUpper(first) || strings.ContainsAny(f, "0123456789()") {
			return false
		}
	}
	return true
}
