package audit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount/audit/prose"
	"recount/model"
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
	sentences := sentenceSearch{seen: map[uint64]int{}}
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
		if s, from, to := sentences.repeated(h.text); s != "" {
			f := h.finding()
			f.Stated = s
			f.Message = "A sentence is printed twice in one paragraph."
			f.Quote = excerpt(h.text, from, to)
			p.Found(f)
		}
	}
	seen := map[uint64]int{}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			clear(seen)
			for k := range v.Actions {
				a := &v.Actions[k]
				if !hasWords(a.Text, shortestSentence) {
					continue
				}
				key := sumOfLetters(a.Text)
				first, again := seen[key]
				if !again || letters(v.Actions[first].Text) != letters(a.Text) {
					seen[key] = k
					continue
				}
				f := about(c)
				f.Member, f.At = v.Member, append(model.At(nil), v.Actions[first].At...).Join(a.At)
				f.Stated = dateText(*a)
				f.Message = fmt.Sprintf("An action of %s is printed twice in the section.", memberLabel(v.Member, v.Name, p.Vocabulary))
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
	start := -1
	add := func(end int) {
		if sum, ok := sumOfWord(text[start:end]); ok {
			out = append(out, wordAt{sum: sum, start: start, end: end})
		}
		start = -1
	}
	for i := 0; i < len(text); {
		n, space := 1, text[i] == ' ' || text[i] >= '\t' && text[i] <= '\r'
		if text[i] >= utf8.RuneSelf {
			var r rune
			r, n = utf8.DecodeRuneInString(text[i:])
			space = unicode.IsSpace(r)
		}
		switch {
		case space && start >= 0:
			add(i)
		case !space && start < 0:
			start = i
		}
		i += n
	}
	if start >= 0 {
		add(len(text))
	}
	var last [1 << 8]uint32
	for i := len(out) - 1; i >= 0; i-- {
		seen := &last[out[i].sum%uint32(len(last))]
		out[i].next, *seen = *seen, uint32(i)
	}
	return out
}

// The parameters of the FNV-1a hashes.
const (
	fnvOffset32, fnvPrime32 = 2166136261, 16777619
	fnvOffset64, fnvPrime64 = 14695981039346656037, 1099511628211
)

// sumOfWord is the hash of what foldWord gives; false for the empty string.
func sumOfWord(w string) (sum uint32, ok bool) {
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			w = foldWord(w)
			break
		}
	}
	for w != "" && asciiLetter[w[0]] == 0 && w[0] < utf8.RuneSelf {
		w = w[1:]
	}
	for w != "" && asciiLetter[w[len(w)-1]] == 0 && w[len(w)-1] < utf8.RuneSelf {
		w = w[:len(w)-1]
	}
	sum = fnvOffset32
	for i := range len(w) {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		sum = (sum ^ uint32(c)) * fnvPrime32
	}
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
		if p.ctx != nil && i%512 == 0 && p.ctx.Err() != nil {
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
			if ds := writtenDates(s, p.Vocabulary); len(ds) > 0 && len(strings.Fields(s))-3 <= 1 {
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

// sentenceSearch finds sentences that stand twice in a paragraph; what it works
// with is used again.
type sentenceSearch struct {
	spans []prose.Span
	seen  map[uint64]int // by the hash of its letters, the sentence's index
}

func (x *sentenceSearch) repeated(text string) (sentence string, from, to int) {
	x.spans = prose.AppendSentences(x.spans[:0], text)
	if len(x.spans) < 2 {
		return "", 0, 0
	}
	clear(x.seen)
	for i, s := range x.spans {
		t := text[s.Start:s.End]
		if !hasWords(t, shortestSentence) {
			continue
		}
		sum := sumOfLetters(t)
		if k, again := x.seen[sum]; again && letters(text[x.spans[k].Start:x.spans[k].End]) == letters(t) {
			return t, s.Start, s.End
		}
		x.seen[sum] = i
	}
	return "", 0, 0
}
