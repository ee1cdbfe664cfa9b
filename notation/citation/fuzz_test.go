package citation

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"recount.invalid/recount/notation/join"
)

// edtf is the form of EDTF level 0, a date or an interval, or nothing.
var edtf = regexp.MustCompile(`^([0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?)?$`)

func FuzzCitation(f *testing.F) {
	for _, s := range []string{
		"Nets for All, Harbour Office (Atlantis City) 3 May 2031. Access Date: 4 May 2031. https://www.harbour.example/nets-\u2028for-all",
		"“Nets, and “How” to,” The Daily Tide, (Hare), 15 January 2005. Date of Access: 16 January 2005. <http://www.tide.example/a\u2028b>.",
		"Nets n.d. Translation provided by a Machine. ttps://x", "(((((()))))", "www.a.example/ b/c (accessed 5 June 2031)", "Accessed:",
	} {
		f.Add(s)
	}
	words := join.NewWordEvidence([]string{"harbours at the cross-border fair"})
	f.Fuzz(func(t *testing.T, note string) {
		c, _, _ := ParseCitation(testVocab, note, words)
		if !edtf.MatchString(c.Published) {
			t.Fatalf("not a date: %q", c.Published)
		}
		if !edtf.MatchString(c.Accessed) {
			t.Fatalf("not a date: %q", c.Accessed)
		}
		if strings.Contains(c.URL, join.LineBreak) {
			t.Fatalf("ParseCitation(%q): a line break in %q", note, c.URL)
		}
		if utf8.ValidString(note) && !strings.Contains(strings.ReplaceAll(note, join.LineBreak, ""), c.URL) && !strings.ContainsAny(c.URL, " \t") && !strings.ContainsAny(note, "<\t\n\r\v\f\u0085\u00a0") && !strings.Contains(note, " "+join.LineBreak) && !strings.Contains(note, join.LineBreak+" ") {
			t.Fatalf("ParseCitation(%q): address %q is not printed", note, c.URL)
		}
	})
}
