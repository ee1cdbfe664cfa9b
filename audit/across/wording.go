package across

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/internal/likeness"
	"recount.invalid/recount/vocabulary"
)

// Wordings is what came of holding the texts and serials of two sources' commitments
// against each other.
type Wordings struct {
	// Compared counts commitments whose text both have.
	Compared int
	// Differ are those of which a text has words that the other has not.
	Differ []Wording
	// Serials are commitments that are the same by their words and have another number.
	Serials []Pair
	// Undecided are texts that were not compared, by the reason.
	Undecided map[string]int
}

// Wording is a commitment whose text is another one in two sources.
type Wording struct {
	Pair
	// Apart are the words that differ, in the order of the text.
	Apart []Phrase
}

// Phrase is a place where two texts have other words; one of them may have none.
type Phrase struct {
	Here, There string
	// Quote is the text here around the place.
	Quote string
}

// Why texts are not compared.
const (
	shortText  = "a text is shortened, or a name stands in its place"
	cutText    = "a text ends before the other does, as cells do that are cut"
	otherText  = "the texts have so many other words that one may be a summary"
	mostOthers = "most texts of one file are worded otherwise than those of the other"
)

const (
	// mostPhrases is in how many places a text is another one before it is a summary.
	mostPhrases = 3
	// sameWording is how alike texts are that are one but for some words.
	sameWording = 0.7
	// aroundPhrase is how many words a quotation has before and behind the place.
	aroundPhrase = 5
	// mostLeadIn is how many words lead in to a commitment: "Leaders agreed to".
	mostLeadIn = 6
)

// CompareWords holds the texts and the serials of two sources against each other.
func CompareWords(here, there *Source) Wordings {
	res := Wordings{Undecided: map[string]int{}}
	a, b, partner := joined(here, there)
	var found []read
	whole, longest := 0, 0
	for i, j := range partner {
		if j < 0 {
			continue
		}
		p := Pair{a[i], b[j]}
		if otherSerial(a[i], b[j]) {
			res.Serials = append(res.Serials, p)
		}
		if a[i].Text == "" || b[j].Text == "" {
			continue
		}
		r, why := readWords(p, here.shelf)
		if why != "" {
			res.Undecided[why]++
			continue
		}
		res.Compared++
		if len(r.sure)+len(r.ends) == 0 {
			whole++
			longest = max(longest, min(len(a[i].Text), len(b[j].Text)))
		} else {
			found = append(found, r)
		}
	}
	fewest := 3
	if here.Table || there.Table {
		fewest = 2 // the texts of reports are quotations
	}
	if len(found) >= fewest && len(found) > whole {
		res.Compared -= len(found)
		res.Undecided[mostOthers] += len(found)
		return res
	}
	for _, r := range found {
		// No room of the cell explains a short text where longer ones are whole.
		if len(r.ends) > 0 && whole >= 2 && min(len(r.pair.Here.Text), len(r.pair.There.Text)) <= longest {
			r.sure = append(r.sure, r.ends...)
			r.ends = nil
			slices.SortFunc(r.sure, func(x, y hunk) int { return x.here[0] - y.here[0] })
		}
		if len(r.ends) > 0 {
			res.Undecided[cutText]++
		}
		if len(r.sure) > 0 {
			res.Differ = append(res.Differ, r.wording())
		} else {
			res.Compared--
		}
	}
	return res
}

// read is a pair of texts by their words: where they certainly are other ones, and where
// one begins later or ends earlier than the other.
type read struct {
	pair       Pair
	a, b       []word
	sure, ends []hunk
}

// readWords finds where two texts part; why says why that says nothing.
func readWords(p Pair, shelf *Shelf) (r read, why string) {
	r = read{pair: p, a: wordsOf(p.Here.Text, shelf.Words), b: wordsOf(p.There.Text, shelf.Words)}
	if len(r.a) == 0 || len(r.b) == 0 || 2*min(len(r.a), len(r.b)) < max(len(r.a), len(r.b)) {
		return r, shortText
	}
	lost, others := 0, 0
	for _, h := range apart(r.a, r.b) {
		x, y := r.a[h.here[0]:h.here[1]], r.b[h.there[0]:h.there[1]]
		if hasGap(r.a, r.b, h) || !means(p.Here.Text, p.There.Text, x, y) {
			continue
		}
		begins := h.here[0] == 0 && h.there[0] == 0
		stops := h.here[1] == len(r.a) && h.there[1] == len(r.b)
		if len(x) == 0 || len(y) == 0 {
			lost++
		} else {
			others++
		}
		switch {
		case stops && cutOff(x, y):
			r.ends = append(r.ends, h)
		case begins && (len(x) == 0 || len(y) == 0) && !hasFigure(x) && !hasFigure(y):
			if len(x)+len(y) > mostLeadIn {
				r.ends = append(r.ends, h)
			}
		default:
			r.sure = append(r.sure, h)
		}
	}
	alike := likeness.Dice(p.Here.words, p.There.words)
	switch {
	case alike == 1 && len(r.sure)+len(r.ends) > 0 && sameWords(r.a, r.b):
		return read{pair: p}, "" // in another order
	case len(r.sure) > mostPhrases || others > 0 && alike < sameWording:
		return r, otherText
	}
	return r, ""
}

// SameWording reports whether two texts differ in nothing but signs, case and spelling, as
// those of a table and of its report may. words is nil for the built-in vocabulary.
func SameWording(a, b string, words *vocabulary.Vocabulary) bool {
	x, y := wordsOf(a, words), wordsOf(b, words)
	if len(x) == 0 || len(y) == 0 {
		return a == b
	}
	for _, h := range apart(x, y) {
		if hasGap(x, y, h) || means(a, b, x[h.here[0]:h.here[1]], y[h.there[0]:h.there[1]]) {
			return false
		}
	}
	return true
}

// cutOff reports whether one text ends where the other goes on, perhaps within a word.
func cutOff(x, y []word) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) == 0 || len(x) == 1 && x[0].plain != y[0].plain && strings.HasPrefix(y[0].plain, x[0].plain)
}

func hasFigure(list []word) bool {
	return slices.ContainsFunc(list, func(w word) bool { return strings.ContainsAny(w.plain, "0123456789") })
}

func sameWords(a, b []word) bool {
	plain := func(list []word) []string {
		var out []string
		for _, w := range list {
			out = append(out, w.plain)
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(plain(a), plain(b))
}

// wording gives the places that certainly differ, as printed.
func (r read) wording() Wording {
	out := Wording{Pair: r.pair}
	for _, h := range r.sure {
		out.Apart = append(out.Apart, Phrase{
			Here:  printed(r.pair.Here.Text, r.a, h.here[0], h.here[1]),
			There: printed(r.pair.There.Text, r.b, h.there[0], h.there[1]),
			Quote: printed(r.pair.Here.Text, r.a, max(h.here[0]-aroundPhrase, 0), min(h.here[1]+aroundPhrase, len(r.a))),
		})
	}
	return out
}

func printed(text string, words []word, from, to int) string {
	if from >= to {
		return ""
	}
	return text[words[from].start:words[to-1].end]
}

// otherSerial reports whether two serials differ in their number; one of them may say
// more beside it.
func otherSerial(x, y Entry) bool {
	return x.serial != "" && y.serial != "" && x.Year == y.Year && x.number() != y.number()
}

// number is what of a serial stands behind its year.
func (e Entry) number() string { return e.serial[strings.LastIndex(e.serial, "-")+1:] }

// Serial is a commitment's serial with its year.
func (e Entry) Serial() string { return strconv.Itoa(e.Year) + e.serial }
