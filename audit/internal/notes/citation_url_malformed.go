package notes

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "citation-url-malformed",
	Severity:   rule.Warning,
	Title:      "a web address that cannot be followed",
	Checks:     "Reads every footnote's web address: its scheme, its host, spaces and quotation marks inside it.",
	Why:        "A reader cannot check the source.",
	Example:    "'ttps://…', 'https:/norland.example', 'https://norland.example/a b'. Near misses: an address inside another one's path (an archive's copy); 'www.norland.example' without a scheme.",
	Convention: "RFC 3986, less strictly: letters beyond ASCII (RFC 3987) and marks that every browser escapes are allowed. An address without a scheme is accepted when it begins with a host name.",
	Since:      "0.1.0",
	Run:        runCitationURLMalformed,
})

func runCitationURLMalformed(p *rule.Pass) {
	for i := range p.Report.Footnotes {
		f := &p.Report.Footnotes[i]
		if f.URL == "" {
			continue
		}
		p.Checked(1)
		fault, repair := urlFault(f.URL)
		if fault == "" {
			fault, repair = cutURL(f)
		}
		if fault == "" {
			continue
		}
		g := citation(p, f)
		g.Stated = f.URL
		g.Computed = fault
		g.Message = fmt.Sprintf("The address in footnote %d cannot be followed: %s.", f.Number, fault)
		if repair != "" {
			g.Explanations = []string{"meant may be " + repair}
		}
		p.Found(g)
	}
}

// urlFault says what is wrong with an address and, where it is plain, what
// was meant.
func urlFault(s string) (fault, repair string) {
	for _, r := range s {
		if unicode.IsSpace(r) {
			return "a space inside", ""
		}
		switch r {
		case '"', '\u201c', '\u201d', '<', '>', '\ufffd':
			return fmt.Sprintf("the character %q inside", r), ""
		}
		if unicode.IsControl(r) {
			return "a control character inside", ""
		}
	}
	if !plainScheme(s) {
		if fault, repair, decided := schemeFault(s); decided {
			return fault, repair
		}
	}
	if plainHost(s) {
		return "", "" // nothing else of an address can be wrong, but for percent signs
	}
	u, err := url.Parse(s)
	if err != nil {
		// A lone percent sign is common and every browser follows it.
		if strings.Contains(err.Error(), "invalid URL escape") {
			return "", ""
		}
		return "not an address", ""
	}
	if !isHost(u.Hostname()) {
		return fmt.Sprintf("%q is no host name", u.Host), ""
	}
	return "", ""
}

// plainScheme reports whether an address has one scheme and something behind
// it, as nearly all have; the others are looked at with patterns.
func plainScheme(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	if !ok || rest == "" || rest[0] == '/' || rest[0] == ':' {
		return false
	}
	return len(rest) < 4 || !strings.EqualFold(rest[:4], "http")
}

// plainHost reports whether an address with a scheme has a host of letters,
// digits, hyphens and dots and nothing beside it, as nearly all have.
func plainHost(s string) bool {
	_, rest, ok := strings.Cut(s, "://")
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	for i := range len(rest) {
		if c := rest[i]; wording.AsciiLetter[c] == 0 && c != '.' && c != '-' {
			return false
		}
	}
	return ok && isHost(rest)
}

// schemeFault says what is wrong with an address' scheme. decided is false
// where it is right after all.
func schemeFault(s string) (fault, repair string, decided bool) {
	if s != "" && !strings.ContainsRune("hHtTpPfF", rune(s[0])) {
		return hostFault(s) // no scheme begins so
	}
	if rule.ReSchemeDouble.MatchString(s) {
		last := strings.LastIndex(strings.ToLower(s), "http")
		return "two schemes", s[last:], true
	}
	if rule.ReGoodScheme.MatchString(s) {
		return "", "", false
	}
	if rule.ReSchemeFault.MatchString(s) {
		return "a broken scheme", repairedScheme(s), true
	}
	return hostFault(s)
}

// hostFault is schemeFault for an address that begins like none.
func hostFault(s string) (fault, repair string, decided bool) {
	if i := strings.Index(s, "://"); i >= 0 && i < 12 {
		return fmt.Sprintf("the scheme %q", s[:i]), "", true
	}
	if i := strings.IndexAny(s, "/?#"); !isHost(hostPart(s, i)) {
		return "no scheme and no host name", "", true
	}
	return "", "", true
}

// repairedScheme puts a whole scheme before what follows the broken one.
func repairedScheme(s string) string {
	i := strings.IndexAny(s, ":;/.")
	if i < 0 {
		return ""
	}
	scheme := "http"
	if strings.Contains(strings.ToLower(s[:i]), "s") {
		scheme = "https"
	}
	return scheme + "://" + strings.TrimLeft(s[i:], ":;./ ")
}

func hostPart(s string, end int) string {
	if end < 0 {
		return s
	}
	return s[:end]
}

// isHost reports whether s is a name of at least two labels, none empty.
func isHost(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if !strings.Contains(s, ".") {
		return false
	}
	for l := range strings.SplitSeq(s, ".") {
		if l == "" || len(l) > 63 {
			return false
		}
		for _, r := range l {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '_' {
				return false
			}
		}
	}
	last := s[strings.LastIndexByte(s, '.')+1:]
	return len(last) >= 2 || unicode.IsDigit(rune(last[0]))
}

// cutURL finds an address that goes on behind a space in the note's text.
func cutURL(f *model.Footnote) (fault, repair string) {
	i := strings.Index(f.Text, f.URL)
	if i < 0 {
		return "", ""
	}
	rest := f.Text[i+len(f.URL):]
	word, more, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	if rest == "" || rest[0] != ' ' || word == "" || more != "" {
		return "", ""
	}
	// The last word of the note, with a path in it or after a slash: it can
	// only be the address's end.
	if strings.Contains(word, "://") {
		return "", ""
	}
	path := strings.Count(word, "/") > 0 || strings.Count(word, "-") > 1 || strings.HasSuffix(word, ".html") || strings.HasSuffix(word, ".pdf") || strings.HasSuffix(word, ".aspx")
	if path && (strings.HasSuffix(f.URL, "/") || strings.HasSuffix(f.URL, "-") || strings.Contains(word, "/") || strings.Count(word, "-") > 1) {
		return "a space inside", ""
	}
	return "", ""
}
