package join

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// maxAddress is the longest address that is read, in bytes.
const maxAddress = 2048

// isAddress says that a token is an address or the beginning of one.
func isAddress(token string) bool {
	if HasAddress(token) {
		return true
	}
	token = strings.TrimLeft(token, "<([\"“")
	return strings.HasPrefix(token, "http:") || strings.HasPrefix(token, "https:") || strings.HasPrefix(token, "HTTP:")
}

// HasAddress reports whether a text has an address in it.
func HasAddress(text string) bool {
	return strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.Contains(text, "/") && bareAddressStart(text) >= 0
}

// startsAddress says that a token begins an address of its own.
func startsAddress(v *vocabulary.Vocabulary, token string) bool {
	return v.BeginsAddress(strings.TrimLeft(token, "<([\"“"))
}

// OpensRemark says that text begins with a label of the access date or a
// remark about the translation.
func OpensRemark(v *vocabulary.Vocabulary, text string) bool {
	text = strings.TrimLeft(text, "([ ")
	opens := func(found []vocabulary.PhraseMatch) bool { return len(found) > 0 && found[0].Start == 0 }
	remark := false
	vocabulary.WithWords(text[:min(len(text), 80)], func(words []vocabulary.Word) {
		remark = opens(v.AccessLabels(words)) || opens(v.TranslationPhrases(words))
	})
	return remark
}

// FindAddress finds the first address in a note: where it stands, with the
// angle brackets around it, and its text with the line breaks inside it
// removed and, where the document shows that the typesetter broke a word with
// one, the hyphen before a break; nothing else is changed. ok is false where there is none.
func FindAddress(v *vocabulary.Vocabulary, note string, words *WordEvidence) (at script.Span, address string, ok bool) {
	start := AddressStart(v, note)
	if start < 0 {
		return script.Span{}, "", false
	}
	if start > 0 && note[start-1] == '<' {
		if n := strings.IndexByte(note[start:], '>'); n >= 0 && n <= maxAddress {
			return script.Span{Start: start - 1, End: start + n + 1}, unbroken(note[start:start+n], words), true
		}
	}
	end := start
	for end < len(note) {
		stop := len(note)
		if n := strings.IndexFunc(note[end:], unicode.IsSpace); n >= 0 {
			stop = end + n
		}
		part := note[end:stop]
		if room := maxAddress - len(address); len(part) > room {
			part = strings.ToValidUTF8(part[:room], "")
			return closeAddress(start, end+len(part), address+part)
		}
		address += part
		end = stop
		behind := strings.TrimLeftFunc(note[end:], unicode.IsSpace)
		if behind == "" {
			break
		}
		next := len(note) - len(behind)
		broken := strings.Contains(note[end:next], LineBreak)
		following, _, more := strings.Cut(behind, LineBreak)
		switch {
		case broken && addressGoesOn(v, address, following):
			if words.brokenInAddress(address, following) {
				address = withoutLast(address)
			}
		case !broken && spaceInside(address, following, !more):
			address += note[end:next]
		default:
			return closeAddress(start, end, address)
		}
		end = next
	}
	return closeAddress(start, end, address)
}

// unbroken is an address between brackets without the line breaks and the
// white space beside them.
func unbroken(address string, words *WordEvidence) string {
	var b strings.Builder
	lines := strings.Split(address, LineBreak)
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if i+1 < len(lines) && words.brokenInAddress(line, lines[i+1]) {
			line = withoutLast(line)
		}
		b.WriteString(line)
	}
	return b.String()
}

// withoutLast is s without its last code point.
func withoutLast(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n]
}

// spaceInside says that a space belongs to a malformed address: one more
// word follows, the last of the note, and it has the form of a path or begins
// with a small letter or a digit. In no form of a note does a lone word stand
// behind the address.
func spaceInside(address, following string, last bool) bool {
	if !last || strings.ContainsFunc(following, unicode.IsSpace) || strings.HasSuffix(address, ".") || strings.HasSuffix(address, ",") || isAddress(following) {
		return false
	}
	if strings.Contains(strings.TrimRight(following, "/"), "/") || hasExtension(strings.TrimRight(following, ".")) {
		return true
	}
	first := []rune(following)[0]
	return !strings.HasSuffix(following, ".") && (unicode.IsLower(first) || unicode.IsDigit(first))
}

// closeAddress takes the punctuation of the sentence off an address's end. A
// bracket stays when the address has opened one.
func closeAddress(start, end int, address string) (script.Span, string, bool) {
	for address != "" {
		last, n := utf8.DecodeLastRuneInString(address)
		switch {
		case strings.ContainsRune(".,;:>\"”’'", last):
		case last == ')' && !strings.Contains(address, "("):
		case last == ']' && !strings.Contains(address, "["):
		default:
			_, path, schemed := strings.Cut(address, ":")
			return script.Span{Start: start, End: end}, address, !schemed || strings.Trim(path, "/:") != ""
		}
		address = address[:len(address)-n]
	}
	return script.Span{}, "", false
}

// addressReach is how many bytes of a text are looked at for the beginning of
// an address.
const addressReach = 16

// AddressStart is the byte where the first address of a note begins, or -1. An
// address begins a word; a line's end may stand in its very beginning.
func AddressStart(v *vocabulary.Vocabulary, note string) int {
	before := ' '
	for i, r := range note {
		begins := unicode.IsSpace(before) || precedesAddress(before)
		before = r
		if !begins || unicode.IsSpace(r) {
			continue
		}
		head := note[i:min(len(note), i+addressReach)]
		if k := strings.Index(head, LineBreak); k >= 1 {
			head = head[:k] + head[k+len(LineBreak):]
		}
		if v.BeginsAddress(head) {
			return i
		}
	}
	return bareAddressStart(note)
}

// precedesAddress says that an address may follow a sign without a space.
func precedesAddress(r rune) bool {
	switch r {
	case '<', '(', '[', ':', '"', '“', '>', '.', ',':
		return true
	}
	return false
}

// bareAddressStart is the byte where the first address without scheme and
// 'www.' begins, or -1: a host's name with a path behind it.
func bareAddressStart(note string) int {
	for i := 0; i < len(note); {
		space := strings.IndexFunc(note[i:], unicode.IsSpace)
		token := note[i:]
		if space >= 0 {
			token = note[i : i+space]
		}
		if bare := strings.TrimLeft(token, "<([\"“"); namesHostAndPath(bare) {
			return i + len(token) - len(bare)
		}
		_, n := utf8.DecodeRuneInString(note[i+len(token):])
		i += len(token) + max(1, n)
	}
	return -1
}

// maxHost is the longest name of a host (RFC 1035).
const maxHost = 253

// namesHostAndPath reports whether a token begins with a host's name, two
// labels or more of which the last has letters only, and a slash: 'europa.eu/x'
// and neither '1726/2003' nor 'and/or' nor 'p.m./a.m.'.
func namesHostAndPath(token string) bool {
	host, path, ok := strings.Cut(token, "/")
	if !ok || path == "" || len(host) > maxHost {
		return false
	}
	labels := strings.Split(host, ".")
	if len(labels) < 2 {
		return false
	}
	for i, l := range labels {
		last := i == len(labels)-1
		if l == "" || last && len(l) < 2 {
			return false
		}
		for _, c := range l {
			letter := 'a' <= c && c <= 'z' || !last && 'A' <= c && c <= 'Z'
			if !letter && (last || c != '-' && (c < '0' || c > '9')) {
				return false
			}
		}
	}
	return true
}
