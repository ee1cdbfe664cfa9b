package join

import (
	"strings"
	"unicode"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// addressGoesOn decides whether an address that stands at the end of line
// goes on with the first word of the next line. Producers break addresses
// behind a hyphen or a slash, or anywhere when they find no such place. A
// word that begins a label or another address does not belong to it.
func addressGoesOn(v *vocabulary.Vocabulary, line, next string) bool {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	next = strings.TrimSpace(next)
	if line == "" || next == "" {
		return false
	}
	if strings.HasSuffix(line, "://") {
		return true
	}
	token, rest := next, ""
	if i := strings.IndexFunc(next, unicode.IsSpace); i >= 0 {
		token, rest = next[:i], strings.TrimSpace(next[i:])
	}
	if !startsAddress(v, line) && startsAddress(v, line+token) {
		return true // a line's end in the scheme: 'ht' 'tps://…'
	}
	if startsAddress(v, token) {
		return archived(line)
	}
	if OpensRemark(v, next) {
		// '…/' 'access (accessed 4 May 2031)': the remark begins behind the word.
		return line[len(line)-1] == '/' && strings.IndexByte("([", (rest + " ")[0]) >= 0 && OpensRemark(v, rest)
	}
	first := []rune(token)[0]
	last := line[len(line)-1]
	joins := strings.IndexByte("-_=&?%#~", last) >= 0 || endsInHyphen(line)
	if strings.ContainsRune("([<“\"‘", first) {
		// '…_(final).html' goes on, '(accessed …' does not.
		return (joins || last == '/') && first == '(' && strings.Contains(token, ")") && !strings.HasSuffix(strings.TrimRight(token, ".,;"), ")")
	}
	if joins {
		return true
	}
	core := strings.TrimRight(token, ".,;:)>”\"")
	part := strings.ContainsAny(core, "/._=&?%#") || strings.Contains(core, "-") && strings.IndexFunc(core, unicode.IsUpper) < 0
	mixed := strings.IndexFunc(core, unicode.IsLetter) >= 0 && strings.IndexFunc(core, unicode.IsDigit) >= 0
	lower := unicode.IsLower(first) || unicode.IsDigit(first)
	if rest != "" && (lower || !strings.HasSuffix(token, ".")) && !v.Has(vocabulary.Hanging, core) && OpensRemark(v, rest) {
		return true // one word before '(access date: …': no note has a lone word there
	}
	switch {
	case rest == "" && last == '/':
		return part || mixed || lower || !strings.HasSuffix(token, ".")
	case rest == "":
		return part || mixed || unicode.IsLower(first) || restOfNumber(line, token)
	case last == '/':
		return part || mixed || countedPage(v, core, next)
	case last == '.' && v.Has(vocabulary.FileEndings, core) && unicode.IsLower(first):
		return true // '…/nineteen.' 'html. Visited …'
	case last == '.' || last == ',' || last == ';':
		return strings.Contains(core, "/") || strings.ContainsAny(core, "=&")
	}
	return strings.ContainsAny(core, "/=&?%") || hasExtension(core)
}

// restOfNumber reports whether figures alone, the last line of a note, go on with an
// address that ends in a letter or a figure ('…/806-19092' '013') or in the point of a
// number ('…/releases/23.' '06'): in no form of a note does a number stand alone there.
func restOfNumber(line, token string) bool {
	last := line[len(line)-1]
	if last == '.' && len(line) > 1 && script.IsDigit(rune(line[len(line)-2])) {
		last = '0'
	}
	return strings.Trim(token, "0123456789") == "" && (last|0x20 >= 'a' && last|0x20 <= 'z' || script.IsDigit(rune(last)))
}

// countedPage reports whether figures below an address that ends in a slash are
// the number of a page in it ('/releases/' '8899. Published …') and neither a
// year nor the day of a date.
func countedPage(v *vocabulary.Vocabulary, figures, next string) bool {
	if strings.Trim(figures, "0123456789") != "" || date.IsYear(figures) {
		return false
	}
	_, dated := date.At(v, next, 0)
	return !dated
}

// timeStampDigits is how many digits at least an archive's time stamp has.
const timeStampDigits = 8

// archived says that an address ends as those of web archives do before the
// address of the page that they keep: with a time stamp ('/20230518120000/').
func archived(address string) bool {
	stamp, ok := strings.CutSuffix(address, "/")
	if !ok {
		return false
	}
	stamp = stamp[strings.LastIndexByte(stamp, '/')+1:]
	digits := strings.TrimRight(stamp, "abcdefghijklmnopqrstuvwxyz_") // '…if_', '…id_'
	return len(digits) >= timeStampDigits && strings.Trim(digits, "0123456789") == ""
}

// hasExtension says that a token ends as file names do: '….html'.
func hasExtension(token string) bool {
	i := strings.LastIndexByte(token, '.')
	if i < 0 || len(token)-i > 6 || len(token)-i < 3 {
		return false
	}
	for _, r := range token[i+1:] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}
