package audit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

var _ = register(Rule{
	ID:       "text-repeated",
	Severity: Warning,
	Title:    "a sentence or a run of words printed twice",
	Checks: "Looks in every paragraph for a sentence that stands in it twice and for words that are at once repeated, " +
		"and in every member's section for an action that is printed twice.",
	Why: "What was copied twice was counted twice, or stands where something else was meant.",
	Example: "'The keeper of the keeper of the tower'; 'to to'. " +
		"Near misses: 'had had', 'that that'; an opening sentence that comes again in the closing; one action reported under two members.",
	Convention: "A run is three words or more, or one of the small words that never stand twice. Sentences of fewer than six words and repeated dates (date-repeated) are left out.",
	Since:      "0.1.0",
	RunsOn:     true,
	Run:        runTextRepeated,
})

const (
	shortestRun      = 3  // words
	longestRun       = 40 // words; bounds the search
	shortestSentence = 6  // words
)

// neverTwice are words that stand twice in a row only by mistake.
var neverTwice = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "to": true, "and": true, "or": true, "for": true, "from": true, "with": true,
	"at": true, "by": true, "its": true, "their": true, "this": true, "these": true, "will": true, "was": true, "were": true, "are": true, "be": true, "as": true,
}

func runTextRepeated(p *Pass) {
	var words []wordAt
	var sentences []prose.Span
	seen := newRepeats()
	texts := p.heldTexts()
	for i := range texts {
		h := &texts[i]
		if h.kind == kindFootnote {
			continue // titles and addresses repeat words on purpose
		}
		if !hasWords(h.text, shortestRun) {
			continue
		}
		p.Checked(1)
		words = appendWords(words[:0], h.text)
		if s, from, to := repeatedRun(p, h.text, words); s != "" {
			f := h.finding()
			f.Stated = s
			f.Message = fmt.Sprintf("The words “%s” are printed twice in a row.", s)
			f.Quote = excerpt(h.text, from, to)
			p.Found(f)
		}
		sentences = prose.AppendSentences(p.Vocabulary, sentences[:0], h.text)
		if s, from, to := repeatedSentence(h.text, sentences, seen); s != "" {
			f := h.finding()
			f.Stated = s
			f.Message = "A sentence is printed twice in one paragraph."
			f.Quote = excerpt(h.text, from, to)
			p.Found(f)
		}
	}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			seen.reset()
			for k := range v.Actions {
				a := &v.Actions[k]
				if !hasWords(a.Text, shortestSentence) {
					continue
				}
				first, again := seen.add(k, a.Text)
				if !again {
					continue
				}
				f := about(c)
				f.Member, f.At = v.Member, append(model.At(nil), v.Actions[first].At...).Join(a.At)
				f.Stated = dateText(*a)
				f.Message = fmt.Sprintf("An action of %s is printed twice in the section.", reckon.MemberLabel(v.Member, v.Name, p.Vocabulary))
				f.Quote = excerpt(a.Text, 0, min(len(a.Text), 120))
				p.Found(f)
			}
		}
	}
}

// wordAt is a word and where it stands. sum is a hash of its folded form, by
// which most words are told apart; next is the index of the next word that may
// have the same, 0 for none.
type wordAt struct {
	sum, next  uint32
	start, end int
}

func (w wordAt) in(text string) string { return text[w.start:w.end] }

// endsWith reports whether one of the marks stands behind the word, closing
// marks aside.
func (w wordAt) endsWith(text, marks string) bool {
	trimmed := strings.TrimRight(w.in(text), "\"'\u201d\u2019)]")
	return trimmed != "" && strings.IndexByte(marks, trimmed[len(trimmed)-1]) >= 0
}

// appendWords appends the words of a text to out, which is empty.
func appendWords(out []wordAt, text string) []wordAt {
	start, ascii := -1, true
	add := func(end int) {
		if sum, ok := sumOfWord(text[start:end], ascii); ok {
			out = append(out, wordAt{sum: sum, start: start, end: end})
		}
		start, ascii = -1, true
	}
	for i := 0; i < len(text); {
		space, n := spaceAt(text, i)
		if space {
			if start >= 0 {
				add(i)
			}
			i += n
			continue
		}
		if start < 0 {
			start = i
		}
		ascii = ascii && text[i] < utf8.RuneSelf
		i += n
		for i < len(text) && text[i] > ' ' && text[i] < utf8.RuneSelf {
			i++
		}
	}
	if start >= 0 {
		add(len(text))
	}
	var last [1 << 8]uint32
	for i := len(out) - 1; i >= 0; i-- {
		seen := &last[out[i].sum>>24]
		out[i].next, *seen = *seen, uint32(i)
	}
	return out
}

// sumOfWord is a hash of what foldWord gives, of its length and ends; false for
// the empty string.
func sumOfWord(w string, ascii bool) (sum uint32, ok bool) {
	if !ascii {
		w = foldWord(w)
	}
	for w != "" && asciiLetter[w[0]] == 0 && w[0] < utf8.RuneSelf {
		w = w[1:]
	}
	for w != "" && asciiLetter[w[len(w)-1]] == 0 && w[len(w)-1] < utf8.RuneSelf {
		w = w[:len(w)-1]
	}
	var head, tail uint32
	for i := range min(4, len(w)) {
		head = head<<8 | uint32(w[i]|0x20) // capital letters and small ones alike
		tail = tail<<8 | uint32(w[len(w)-1-i]|0x20)
	}
	sum = uint32(len(w))*2654435761 ^ head*2246822519 ^ tail*3266489917
	return sum, w != ""
}

// foldWord gives a word in small letters without the marks around it.
func foldWord(w string) string {
	plain := true
	for i := 0; i < len(w) && plain; i++ {
		plain = w[i] >= 'a' && w[i] <= 'z'
	}
	if plain {
		return w // as most words are
	}
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// repeatedRun finds the first words that are at once printed again.
func repeatedRun(p *Pass, text string, ws []wordAt) (run string, from, to int) {
	for i := range ws {
		if i%512 == 0 && p.stopped() {
			return "", 0, 0
		}
		for next := int(ws[i].next); next > i && next-i <= longestRun; next = int(ws[next].next) {
			n := next - i
			if i+2*n > len(ws) {
				break
			}
			if !sameRun(text, ws[i:i+n], ws[i+n:i+2*n]) {
				continue
			}
			if n == 1 && (!neverTwice[foldWord(ws[i].in(text))] || ws[i].endsWith(text, ".?!,;:") || i > 0 && text[ws[i].start] == 'A') || n == 2 {
				continue // "type A a day" is no slip
			}
			if n > 1 && uniform(text, ws[i:i+n]) {
				continue
			}
			s := text[ws[i].start:ws[i+n-1].end]
			if ds := notation.WrittenDays(p.Vocabulary, s); len(ds) > 0 && len(strings.Fields(s))-3 <= 1 {
				break // a date: date-repeated
			}
			return strings.TrimRight(s, ",;. "), ws[i].start, ws[i+2*n-1].end
		}
	}
	return "", 0, 0
}

// sameRun reports whether two runs of words are the same but for capitals and
// marks.
func sameRun(text string, a, b []wordAt) bool {
	for i := range a {
		if a[i].sum != b[i].sum {
			return false
		}
	}
	for i := range a {
		if foldWord(a[i].in(text)) != foldWord(b[i].in(text)) {
			return false
		}
	}
	return true
}

// uniform is a run of one word again and again, which is a figure of speech
// or a table.
func uniform(text string, ws []wordAt) bool {
	for _, w := range ws[1:] {
		if w.sum != ws[0].sum || foldWord(w.in(text)) != foldWord(ws[0].in(text)) {
			return false
		}
	}
	return true
}

// repeatedSentence finds a sentence that stands twice in a paragraph. What is in
// seen is forgotten.
func repeatedSentence(text string, sentences []prose.Span, seen *repeats) (sentence string, from, to int) {
	if len(sentences) < 2 {
		return "", 0, 0
	}
	seen.reset()
	for i, s := range sentences {
		t := text[s.Start:s.End]
		if !hasWords(t, shortestSentence) {
			continue
		}
		if _, again := seen.add(i, t); again {
			return t, s.Start, s.End
		}
	}
	return "", 0, 0
}

// repeats finds texts of the same letters.
type repeats struct {
	ends  map[uint64]seenText // by a hash of the letters at both ends
	whole map[uint64]seenText // by a hash of all letters
}

// seenText is a text with a number by which its owner knows it.
type seenText struct {
	number int
	text   string
}

func newRepeats() *repeats {
	return &repeats{ends: map[uint64]seenText{}, whole: map[uint64]seenText{}}
}

func (x *repeats) reset() {
	clear(x.ends)
	clear(x.whole)
}

// add takes a text in and gives the number of an earlier one with the same
// letters. Only texts with the same letters at both ends, which are few, are
// looked at as a whole.
func (x *repeats) add(number int, text string) (first int, again bool) {
	this, ends := seenText{number, text}, sumOfEnds(text)
	other, met := x.ends[ends]
	if !met {
		x.ends[ends] = this
		return 0, false
	}
	if other.text != "" {
		x.whole[sumOfLetters(other.text)] = other
		x.ends[ends] = seenText{} // it is in whole
	}
	sum := sumOfLetters(text)
	if other, met = x.whole[sum]; met && letters(other.text) == letters(text) {
		return other.number, true
	}
	x.whole[sum] = this
	return 0, false
}
