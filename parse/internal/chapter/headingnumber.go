package chapter

import (
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/parse/internal/footnote"
)

// readNumber takes the number off a chapter's heading: a figure, a figure
// behind the word for a chapter or a promise ("Chapter 3: …", "Commitment 3 –
// …"), or a Roman number or the number of a section ("1.2.") where the chapters
// beside it go on with it.
func (r *Reader) readNumber(i int, c *Chapter, text string) (rest string) {
	n, rest, ok := r.HeadingNumber(text)
	if !ok {
		for _, split := range []func(string) (int, string, bool){leadingRoman, leadingSection} {
			if n, rest, ok = split(text); !ok {
				continue
			}
			before, isBefore := r.numberOf(i-1, split)
			behind, isBehind := r.numberOf(i+1, split)
			if ok = isBefore && before == n-1 || isBehind && behind == n+1; ok {
				break
			}
		}
	}
	if !ok {
		if rest := r.afterLabel(i, text); rest != "" {
			return rest
		}
	}
	if !ok || n <= 0 {
		return text
	}
	c.Number, c.printed = n, true
	return strings.TrimLeft(rest, "–—-:.| ")
}

// afterLabel is a heading without the label before its words that only the chapters
// beside it show to be one: a word with a number ("Priority 2. …", "Objective 2:
// …"), or a letter ("B. …"), with which they go on. "" is no such label.
func (r *Reader) afterLabel(i int, text string) string {
	word, _, _ := strings.Cut(text, " ")
	counted := func(s string) (int, string, bool) {
		own, rest, ok := strings.Cut(s, " ")
		if !ok || own != word {
			return 0, "", false
		}
		number, rest, ok := strings.Cut(rest, " ")
		n, err := strconv.Atoi(strings.TrimRight(number, ".:)"))
		return n, rest, ok && err == nil
	}
	for _, split := range []func(string) (int, string, bool){counted, leadingLetter} {
		n, rest, ok := split(text)
		if !ok {
			continue
		}
		before, isBefore := r.numberOf(i-1, split)
		behind, isBehind := r.numberOf(i+1, split)
		if isBefore && before == n-1 || isBehind && behind == n+1 {
			return strings.TrimLeft(rest, "–—-:.| ")
		}
	}
	return ""
}

// leadingLetter splits "B. Title", "B) Title" and "B: Title".
func leadingLetter(text string) (n int, rest string, ok bool) {
	if len(text) < 3 || text[0] < 'A' || text[0] > 'Z' || !strings.ContainsRune(".):", rune(text[1])) {
		return 0, "", false
	}
	return int(text[0]-'A') + 1, text[2:], true
}

// leadingRoman splits "IV. Title", and "IV Title" where the number stands in a cell or
// a gap of its own.
func leadingRoman(text string) (n int, rest string, ok bool) {
	word, rest, ok := strings.Cut(text, " ")
	word = strings.TrimRight(word, ".:)")
	if !ok || word == "" || strings.ToUpper(word) != word {
		return 0, "", false
	}
	n = footnote.RomanValue(strings.ToLower(word))
	return n, rest, n > 0
}

// leadingSection splits "1.2. Title" and "1.2 Title": the second number counts the
// chapters.
func leadingSection(text string) (n int, rest string, ok bool) {
	word, rest, ok := strings.Cut(text, " ")
	part, number, two := strings.Cut(strings.TrimRight(word, ".:)"), ".")
	if !ok || !two || !onlyFigures(part) || !onlyFigures(number) {
		return 0, "", false
	}
	n, err := strconv.Atoi(number)
	return n, rest, err == nil && n > 0
}

// maxSectionDigits bounds the digits of the number of a section.
const maxSectionDigits = 2

func onlyFigures(s string) bool {
	return s != "" && len(s) <= maxSectionDigits && strings.Trim(s, "0123456789") == ""
}

// numberOf is the number of the i-th chapter's heading, as split reads it.
func (r *Reader) numberOf(i int, split func(string) (int, string, bool)) (int, bool) {
	if i < 0 || i >= len(r.Chapters) || len(r.Chapters[i].headings) == 0 {
		return 0, false
	}
	n, _, ok := split(r.Content(r.Chapters[i].headings[0]).Text)
	return n, ok
}

// titleMarks divide the area from the title of a chapter where no colon does, in the
// headings of most chapters.
var titleMarks = []string{" | ", " – ", " — "}

// splitTitle divides the words of a heading into area and title: at a colon, or at a
// mark that the headings of most chapters have.
func (r *Reader) splitTitle(text string) (area, title string, ok bool) {
	if area, title, ok = strings.Cut(text, ": "); ok {
		return area, title, true
	}
	for _, mark := range titleMarks {
		if area, title, ok = strings.Cut(text, mark); !ok {
			continue
		}
		have, lack := 0, 0
		for _, c := range r.Chapters {
			if len(c.headings) == 0 {
				continue
			}
			if s := r.Content(c.headings[0]).Text; strings.Contains(s, mark) && !strings.Contains(s, ": ") {
				have++
			} else {
				lack++
			}
		}
		if have > 1 && have > lack {
			return area, title, true
		}
	}
	return text, "", false
}

// leadingSerial takes a serial with its year off the beginning of a heading:
// "2031-12 Harbours: …", "[2031-12] …".
func leadingSerial(text string) (rest, serial string) {
	word, rest, ok := strings.Cut(text, " ")
	serial, _ = SerialWord(strings.TrimRight(word, ":"))
	year, _, _ := strings.Cut(serial, "-")
	if rest = strings.TrimLeft(rest, "–—-:.| "); !ok || len(year) < 4 || !strings.ContainsFunc(rest, unicode.IsLetter) {
		return text, ""
	}
	return rest, serial
}
