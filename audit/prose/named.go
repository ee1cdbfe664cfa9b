package prose

import "strings"

// longestName is how many words of a text may name one commitment.
const longestName = 10

// NamedIn gives the commitments that a text names by words of their labels. sure is false
// where one of its words may name one besides: a word of several labels, or one of a label
// of several words, which any text may have ("heat at work", "it did not work").
func (c Catalogue) NamedIn(text string) (numbers []int, sure bool) {
	words := strings.Fields(text)
	seen := map[int]bool{}
	for i := 0; i < len(words); {
		if !c.Touches(words[i]) {
			i++
			continue
		}
		end := 0
		var found []int
		for j := min(i+longestName, len(words)); j > i && end == 0; j-- {
			if !c.Touches(words[j-1]) {
				continue
			}
			if ns, ok := c.Labelled(strings.Join(words[i:j], " ")); ok {
				end, found = j, ns
			}
		}
		if end == 0 {
			return nil, false
		}
		if len(found) == 1 && !c.tells(found[0], strings.Join(words[i:end], " ")) {
			return nil, false
		}
		for _, n := range found {
			if !seen[n] {
				seen[n] = true
				numbers = append(numbers, n)
			}
		}
		i = end
	}
	return numbers, true
}

// tells reports whether a name has two words of a commitment's label, or all that its title
// has behind the issue area.
func (c Catalogue) tells(number int, name string) bool {
	stems := stemsOf(name)
	if len(stems) > 1 {
		return true
	}
	for _, e := range c.entries {
		if e.Number != number {
			continue
		}
		for _, title := range e.titles() {
			if len(stemsOf(title)) <= len(stems) {
				return true
			}
		}
	}
	return false
}

// titles are the names of a commitment without its issue area.
func (e Entry) titles() []string {
	if len(e.Titles) > 0 {
		return e.Titles
	}
	return []string{WithoutArea(e.Label)}
}

// WithoutArea leaves out the issue area before a name, and a number before it.
func WithoutArea(label string) string {
	if i := strings.LastIndexByte(label, ':'); i >= 0 {
		label = label[i+1:]
	}
	return strings.TrimLeft(label, " 0123456789.")
}
