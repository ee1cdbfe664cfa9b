package audit

import (
	"fmt"
	"strings"
	"unicode"

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
	for _, h := range p.heldTexts() {
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
		if s, from, to := repeatedSentence(h.text); s != "" {
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
			seen := map[string]int{}
			for k, a := range v.Actions {
				if !hasWords(a.Text, shortestSentence) {
					continue
				}
				key := letters(a.Text)
				first, again := seen[key]
				if !again {
					seen[key] = k
					continue
				}
				f := about(c)
				f.Member, f.At = v.Member, append(model.At(nil), v.Actions[first].At...).Join(a.At)
				f.Stated = dateText(a)
				f.Message = fmt.Sprintf("An action of %s is printed twice in the section.", memberLabel(v.Member, v.Name, p.Vocabulary))
				f.Quote = excerpt(a.Text, 0, min(len(a.Text), 120))
				p.Found(f)
			}
		}
	}
}

// wordAt is a word in folded form and where it stands. sum is a hash of the
// folded form, by which most words are told apart.
type wordAt struct {
	fold       string
	sum        uint32
	start, end int
}

// same reports whether two words are one but for capitals and marks.
func (w wordAt) same(o wordAt) bool { return w.sum == o.sum && w.fold == o.fold }

// endsWith reports whether one of the marks stands behind the word, closing
// marks aside.
func (w wordAt) endsWith(text, marks string) bool {
	trimmed := strings.TrimRight(text[w.start:w.end], "\"'\u201d\u2019)]")
	return trimmed != "" && strings.IndexByte(marks, trimmed[len(trimmed)-1]) >= 0
}

// appendWords appends the words of a text to out.
func appendWords(out []wordAt, text string) []wordAt {
	start := -1
	add := func(end int) {
		if fold := foldWord(text[start:end]); fold != "" {
			out = append(out, wordAt{fold, sumOf(fold), start, end})
		}
		start = -1
	}
	for i, r := range text {
		if unicode.IsSpace(r) {
			if start >= 0 {
				add(i)
			}
			continue
		}
		if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		add(len(text))
	}
	return out
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

// sumOf is the FNV-1a hash of a word.
func sumOf(w string) uint32 {
	sum := uint32(2166136261)
	for i := range len(w) {
		sum = (sum ^ uint32(w[i])) * 16777619
	}
	return sum
}

// repeatedRun finds the first words that are at once printed again.
func repeatedRun(p *Pass, text string, ws []wordAt) (run string, from, to int) {
	for i := range ws {
		if p.ctx != nil && i%512 == 0 && p.ctx.Err() != nil {
			return "", 0, 0
		}
		for n := 1; n <= longestRun && i+2*n <= len(ws); n++ {
			if !ws[i].same(ws[i+n]) || !sameRun(ws[i:i+n], ws[i+n:i+2*n]) {
				continue
			}
			if n == 1 && (!neverTwice[ws[i].fold] || ws[i].endsWith(text, ".?!,;:") || i > 0 && text[ws[i].start] == 'A') || n == 2 {
				continue // "type A a day" is no slip
			}
			if n > 1 && uniform(ws[i:i+n]) {
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

func sameRun(a, b []wordAt) bool {
	for i := range a {
		if !a[i].same(b[i]) {
			return false
		}
	}
	return true
}

// uniform is a run of one word again and again, which is a figure of speech
// or a table.
func uniform(ws []wordAt) bool {
	for _, w := range ws[1:] {
		if w.fold != ws[0].fold {
			return false
		}
	}
	return true
}

// repeatedSentence finds a sentence that stands twice in a paragraph.
func repeatedSentence(text string) (sentence string, from, to int) {
	sentences := prose.Sentences(text)
	if len(sentences) < 2 {
		return "", 0, 0
	}
	seen := make(map[string]bool, len(sentences))
	var key []byte
	for i, s := range sentences {
		t := text[s.Start:s.End]
		if !hasWords(t, shortestSentence) {
			continue
		}
		key = appendLetters(key[:0], t)
		if seen[string(key)] {
			return t, s.Start, s.End
		}
		if i+1 < len(sentences) {
			seen[string(key)] = true
		}
	}
	return "", 0, 0
}
