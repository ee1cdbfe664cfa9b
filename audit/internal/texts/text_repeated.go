package texts

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/notes"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
)

var _ = rule.Register(rule.Rule{
	ID:       "text-repeated",
	Severity: rule.Warning,
	Title:    "a sentence or a run of words printed twice",
	Checks: "Looks in every paragraph for a sentence that stands in it twice or is the end of the one before it and for words that are at once repeated, " +
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

func runTextRepeated(p *rule.Pass) {
	var words []wording.WordAt
	var sentences []prose.Span
	seen := newRepeats()
	texts := p.HeldTexts()
	for i := range texts {
		h := &texts[i]
		if h.Kind == rule.KindFootnote {
			continue // titles and addresses repeat words on purpose
		}
		if !rule.HasWords(h.Text, shortestRun) {
			continue
		}
		p.Checked(1)
		words = wording.AppendWords(words[:0], h.Text)
		if s, from, to := repeatedRun(p, h.Text, words); s != "" {
			f := h.Finding()
			f.Stated = s
			f.Message = fmt.Sprintf("The words “%s” are printed twice in a row.", s)
			f.Quote = rule.Excerpt(h.Text, from, to)
			p.Found(f)
		}
		sentences = prose.AppendSentences(p.Vocabulary, sentences[:0], h.Text)
		message := "A sentence is printed twice in one paragraph."
		s, from, to := repeatedSentence(h.Text, sentences, seen)
		if s == "" {
			message = "A sentence is the end of the one before it, word for word."
			s, from, to = repeatedEnd(h.Text, sentences, words)
		}
		if s != "" {
			f := h.Finding()
			f.Stated = s
			f.Message = message
			f.Quote = rule.Excerpt(h.Text, from, to)
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
				if !rule.HasWords(a.Text, shortestSentence) {
					continue
				}
				first, again := seen.add(k, a.Text)
				if !again {
					continue
				}
				f := rule.About(c)
				f.Member, f.At = v.Member, append(model.At(nil), v.Actions[first].At...).Join(a.At)
				f.Stated = frontmatter.DateText(*a)
				f.Message = fmt.Sprintf("An action of %s is printed twice in the section.", reckon.MemberLabel(v.Member, v.Name, p.Vocabulary))
				f.Quote = rule.Excerpt(a.Text, 0, min(len(a.Text), 120))
				p.Found(f)
			}
		}
	}
}

// repeatedRun finds the first words that are at once printed again.
func repeatedRun(p *rule.Pass, text string, ws []wording.WordAt) (run string, from, to int) {
	for i := range ws {
		if i%512 == 0 && p.Stopped() {
			return "", 0, 0
		}
		for next := int(ws[i].Next); next > i && next-i <= longestRun; next = int(ws[next].Next) {
			n := next - i
			if i+2*n > len(ws) {
				break
			}
			if !sameRun(text, ws[i:i+n], ws[i+n:i+2*n]) {
				continue
			}
			if n == 1 && (!neverTwice[wording.FoldWord(ws[i].In(text))] || ws[i].EndsWith(text, ".?!,;:") || strings.ContainsAny(ws[i].In(text), "()[]") || i > 0 && text[ws[i].Start] == 'A') || n == 2 {
				continue // "type A a day" and "(a) a store" are no slips
			}
			if n > 1 && uniform(text, ws[i:i+n]) {
				continue
			}
			s := text[ws[i].Start:ws[i+n-1].End]
			if ds := date.WrittenDays(p.Vocabulary, s); len(ds) > 0 && len(strings.Fields(s))-3 <= 1 {
				break // a date: date-repeated
			}
			return strings.TrimRight(s, ",;. "), ws[i].Start, ws[i+2*n-1].End
		}
	}
	return "", 0, 0
}

// sameRun reports whether two runs of words are the same but for capitals and
// marks.
func sameRun(text string, a, b []wording.WordAt) bool {
	for i := range a {
		if a[i].Sum != b[i].Sum {
			return false
		}
	}
	for i := range a {
		if wording.FoldWord(a[i].In(text)) != wording.FoldWord(b[i].In(text)) || signed(text, a[i]) != signed(text, b[i]) {
			return false
		}
	}
	return inBrackets(text, a) == inBrackets(text, b)
}

// uniform is a run of one word again and again, which is a figure of speech
// or a table.
func uniform(text string, ws []wording.WordAt) bool {
	for _, w := range ws[1:] {
		if w.Sum != ws[0].Sum || wording.FoldWord(w.In(text)) != wording.FoldWord(ws[0].In(text)) {
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
		if !rule.HasWords(t, shortestSentence) {
			continue
		}
		if _, again := seen.add(i, t); again {
			return t, s.Start, s.End
		}
	}
	return "", 0, 0
}

// repeatedEnd finds a sentence that says with the same words, its article aside,
// what the sentence before it ends with: "Some 2.7 billion of green bonds pay for
// the lamps of the pilot cities. The bonds pay for the lamps of the pilot cities."
func repeatedEnd(text string, sentences []prose.Span, words []wording.WordAt) (sentence string, from, to int) {
	at := 0 // the first word of the sentence
	var before []wording.WordAt
	for _, s := range sentences {
		for at < len(words) && words[at].Start < s.Start {
			at++
		}
		end := at
		for end < len(words) && words[end].End <= s.End {
			end++
		}
		own := words[at:end]
		if len(own) > 0 && articles[wording.FoldWord(own[0].In(text))] {
			own = own[1:]
		}
		if n := len(own); n >= shortestSentence && n < len(before) && sameRun(text, own, before[len(before)-n:]) {
			return text[s.Start:s.End], s.Start, s.End
		}
		before = words[at:end]
	}
	return "", 0, 0
}

var articles = map[string]bool{"the": true, "a": true, "an": true, "these": true, "this": true}

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
	this, ends := seenText{number, text}, notes.SumOfEnds(text)
	other, met := x.ends[ends]
	if !met {
		x.ends[ends] = this
		return 0, false
	}
	if other.text != "" {
		x.whole[notes.SumOfLetters(other.text)] = other
		x.ends[ends] = seenText{} // it is in whole
	}
	sum := notes.SumOfLetters(text)
	if other, met = x.whole[sum]; met && notes.Letters(other.text) == notes.Letters(text) {
		return other.number, true
	}
	x.whole[sum] = this
	return 0, false
}

// signed gives the sign of a number, '-' for every minus: "once +1 and once −1" repeats
// nothing.
func signed(text string, w wording.WordAt) rune {
	c, _ := utf8.DecodeRuneInString(w.In(text))
	switch {
	case !script.IsSign(c) || !strings.ContainsAny(w.In(text), "0123456789"):
		return 0
	case script.IsMinus(c):
		return '-'
	}
	return c
}

// inBrackets reports whether a run is all that brackets have in them: what goes on behind
// them with the same words ("… Sudland (reefs). Reefs were …") is no slip.
func inBrackets(text string, run []wording.WordAt) bool {
	return strings.HasPrefix(run[0].In(text), "(") && strings.HasSuffix(strings.TrimRight(run[len(run)-1].In(text), ".,;:"), ")")
}
