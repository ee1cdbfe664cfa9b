package audit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "text-truncated",
	Severity: Warning,
	Title:    "a paragraph that stops in mid-sentence",
	Checks:   "Looks at the end of every opening, action and closing of a member's section and of every background paragraph.",
	Why:      "The end of the sentence is missing; it may have held a date, a sum or the source.",
	Example: "'… and announced that the ministry' with nothing behind it. " +
		"Near misses: a paragraph that ends in a quotation, a colon before a list, an abbreviation with its full stop; a list's item without one.",
	Convention: "A finished paragraph ends in . ! ? : ; or …, closing marks aside. Items of lists and lines of fewer than eight words are left out. " +
		"Where the next paragraph goes on in lower case, the two were one and the case is undecided.",
	Since:  "0.1.0",
	RunsOn: true,
	Run:    runTextTruncated,
})

// fewWords is the length below which a paragraph may be a heading or a label.
const fewWords = 8

func runTextTruncated(p *Pass) {
	var list []heldText
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		list = list[:0]
		for _, t := range c.Background {
			list = append(list, heldText{text: t.Text, at: t.At, commitment: c})
		}
		p.truncated(list)
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			list = list[:0]
			add := func(text string, at model.At, kind textKind) {
				list = append(list, heldText{text: text, at: at, commitment: c, member: v.Member, kind: kind})
			}
			if v.Opening != nil {
				add(v.Opening.Text, v.Opening.At, kindOpening)
			}
			for _, a := range v.Actions {
				add(a.Text, a.At, kindAction)
			}
			if v.Closing != nil {
				add(v.Closing.Text, v.Closing.At, kindClosing)
			}
			p.truncated(list)
		}
	}
}

func (p *Pass) truncated(list []heldText) {
	for i := range list {
		h := &list[i]
		for text := range strings.SplitSeq(h.text, "\n") {
			text = strings.TrimSpace(text)
			if !hasWords(text, fewWords) || reListItem.MatchString(text) {
				continue
			}
			if finished(text) {
				p.Checked(1)
				continue
			}
			if i+1 < len(list) && goesOn(list[i+1].text) {
				p.Undecided(1, "the next paragraph goes on with the sentence")
				continue
			}
			p.Checked(1)
			f := h.finding()
			words := strings.Fields(text)
			f.Stated = "… " + strings.Join(words[max(0, len(words)-8):], " ")
			f.Quote = excerpt(text, len(text), len(text))
			if hanging(text) {
				f.Message = fmt.Sprintf("A paragraph stops in mid-sentence: “%s”.", f.Stated)
			} else {
				f.Message = fmt.Sprintf("A paragraph ends without a full stop; its last sentence may be cut off: “%s”.", f.Stated)
			}
			p.Found(f)
		}
	}
}

// The end of a finished paragraph: a mark that ends a sentence or announces
// what follows, with closing marks behind it.
const (
	terminalMarks = ".!?:;\u2026\u3002"
	closingMarks  = "'\"\u2019\u201d\u00bb)]"
)

// hangingWords are last words after which no sentence can end.
var hangingWords = map[string]bool{
	"and": true, "or": true, "but": true, "the": true, "a": true, "an": true, "of": true, "to": true, "in": true, "on": true, "at": true,
	"by": true, "for": true, "from": true, "with": true, "into": true, "its": true, "their": true, "his": true, "her": true, "our": true,
	"that": true, "which": true, "who": true, "whose": true, "than": true, "as": true, "between": true, "through": true, "toward": true,
	"towards": true, "under": true, "upon": true, "via": true, "including": true, "such": true,
}

// hanging reports whether a paragraph ends in a word or a mark after which no
// sentence can end.
func hanging(text string) bool {
	text = strings.TrimRight(text, " \t\n\f\r")
	start := len(text)
	for start > 0 && (asciiLetter[text[start-1]] != 0 || text[start-1] == '_') {
		start--
	}
	if start < len(text) {
		return hangingWords[strings.ToLower(text[start:])]
	}
	last, n := utf8.DecodeLastRuneInString(text)
	if last == '-' {
		before, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
		return unicode.IsLetter(before)
	}
	return n > 0 && strings.ContainsRune(",\u2013\u2014(/", last)
}

// finished reports whether a paragraph ends as a sentence does. One that ends
// in a web address is finished: no full stop is put behind it.
func finished(text string) bool {
	if r, n := utf8.DecodeLastRuneInString(strings.TrimRight(text, closingMarks)); n > 0 && strings.ContainsRune(terminalMarks, r) {
		return true
	}
	if figuresBehindEnd(text) {
		return true
	}
	last := text[strings.LastIndexAny(text, " \u00a0")+1:]
	return strings.Contains(last, "://") || strings.HasPrefix(last, "www.")
}

// figuresBehindEnd reports whether a paragraph ends with figures right behind
// the end of its last sentence (".21"): a marker that was not raised and not
// recognised.
func figuresBehindEnd(text string) bool {
	rest := strings.TrimRight(text, "0123456789")
	if n := len(text) - len(rest); n == 0 || n > 4 {
		return false
	}
	rest = strings.TrimRight(rest, closingMarks)
	r, _ := utf8.DecodeLastRuneInString(rest)
	if !strings.ContainsRune(terminalMarks, r) {
		return false
	}
	// "1.21" is a number.
	before, _ := utf8.DecodeLastRuneInString(rest[:len(rest)-utf8.RuneLen(r)])
	return !unicode.IsDigit(before)
}

// goesOn reports whether a paragraph begins in mid-sentence.
func goesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " \"'(\u201c\u2018"))
	return unicode.IsLower(r)
}
