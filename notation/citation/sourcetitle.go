package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// continuesName says that the parts behind a comma go on with a name: the
// last of them has 'and' in it after one or two words ('Lakes and Rivers').
func continuesName(parts []string) bool {
	if len(parts) != 1 {
		return false
	}
	words := strings.Fields(parts[0])
	for i, w := range words {
		if (w == "and" || w == "&") && i > 0 && i <= 2 {
			return true
		}
	}
	return false
}

// quotedTitle takes a title in double quotation marks off the beginning of a
// note, with the comma or full stop inside the marks removed.
func quotedTitle(s string) (title, rest string, ok bool) {
	opening, from := utf8.DecodeRuneInString(s)
	closing := ""
	switch opening {
	case '“':
		closing = "”"
	case '„':
		closing = "“”"
	case '"':
		closing = "\"”"
	case '«':
		closing = "»"
	case '‘', '\'':
		return singleQuoted(s, from)
	default:
		return "", "", false
	}
	depth := 0
	for i, r := range s[from:] {
		if r == opening && !strings.ContainsRune(closing, opening) {
			depth++ // a quotation inside the title
			continue
		}
		if !strings.ContainsRune(closing, r) {
			continue
		}
		if depth > 0 {
			depth--
			continue
		}
		return strings.Trim(s[from:from+i], " ,.;:"), s[from+i+utf8.RuneLen(r):], i > 0
	}
	return "", "", false
}

// singleQuoted gives the title in single quotation marks, of which the first takes
// from bytes. The closing one is an apostrophe too, which stands before a letter
// ('Children’s') or, behind a plural's s, before a blank ('farmers’ union'): it
// closes where a mark stands on either side of it.
func singleQuoted(s string, from int) (title, rest string, ok bool) {
	const marks = ",.;:?!"
	for i, r := range s[from:] {
		if r != '’' && r != '\'' || i == 0 {
			continue
		}
		behind := s[from+i+utf8.RuneLen(r):]
		next := strings.TrimLeft(behind, " ")
		before := strings.IndexByte(marks, s[from+i-1]) >= 0 && (next == "" || next != behind)
		after := next != "" && (strings.IndexByte(marks, next[0]) >= 0 && next == behind || next[0] == '(' && next != behind)
		if before || after {
			return strings.Trim(s[from:from+i], " ,.;:"), behind, true
		}
	}
	return "", "", false
}

// titleBehindDate is the title that stands behind a date in brackets ('Agency (5
// June 2004). Title'); "" is none.
func titleBehindDate(text string, date script.Span) string {
	if date.End <= date.Start || date.Start == 0 || text[date.Start-1] != '(' || !closesBracket(text, date.End) {
		return ""
	}
	title := tidySpaces(strings.Trim(text[date.End+1:], " ,.;:"))
	if len(strings.Fields(title)) < 2 || !script.HasLetterOrDigit(text[:date.Start]) {
		return ""
	}
	return title
}

// sourceTitle finds the title in quotation marks: at the note's
// beginning, or behind the author or the publisher and a mark. The text of
// what is cited ends with the marks, so that something else follows them.
func sourceTitle(text string) (at script.Span, title string) {
	from := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	for i, r := range text[from:] {
		switch r {
		case '“', '„', '"', '«', '‘', '\'':
		default:
			continue
		}
		i += from
		before := strings.TrimRight(text[:i], " ")
		if before != "" && strings.IndexByte(",.:;)", before[len(before)-1]) < 0 {
			continue
		}
		t, rest, ok := quotedTitle(text[i:])
		if !ok {
			continue
		}
		end := len(text) - len(rest)
		inside := strings.TrimRight(text[i:end], "”“\"»’'")
		mark := inside != "" && strings.IndexByte(",.;?!", inside[len(inside)-1]) >= 0
		if behind := strings.TrimLeft(rest, " "); before != "" && !mark && behind != "" && strings.IndexByte(",.;:([", behind[0]) < 0 {
			continue // a word of the title in quotation marks
		}
		return script.Span{Start: i, End: end}, t
	}
	return script.Span{}, ""
}

// splitTitle divides what stands before the place: the publisher follows the
// last comma, or an earlier one where it is a body with commas in its name,
// or the last full stop where no comma stands behind it.
func (c *Citation) splitTitle(v *vocabulary.Vocabulary, head string) {
	head = tidySpaces(head)
	if title, publisher, ok := strings.Cut(head, " // "); ok { // as Russian lists of sources do
		c.Title, c.Publisher = strings.Trim(title, " ,.;:"), strings.Trim(publisher, " ,.;:")
		return
	}
	parts := strings.Split(head, ", ")
	cut := len(parts) - 1
	at := lastPart(v, strings.TrimRight(head, " ,.;:"))
	if cut == 0 || at > 1 && head[at-2] == '.' && !strings.Contains(lastWord(head[:at-2]), ".") {
		c.Title = strings.Trim(head, " ,.;:")
		if at > 0 {
			c.Title, c.Publisher = strings.Trim(head[:at], " ,.;:"), strings.Trim(head[at:], " ,.;:")
		}
		return
	}
	for k := cut - 1; k >= 1; k-- {
		if body, _, _ := strings.Cut(parts[k], " "); v.Has(vocabulary.OrganizationWords, body) && len(strings.Fields(parts[k])) <= 6 ||
			continuesName(parts[k+1:]) && len(strings.Fields(parts[k])) <= 3 {
			cut = k
			continue
		}
		break
	}
	c.Title = strings.Trim(strings.Join(parts[:cut], ", "), " ,.;:")
	c.Publisher = strings.Trim(strings.Join(parts[cut:], ", "), " ,.;:")
}
