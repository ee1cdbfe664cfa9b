package recount_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What a document has, the program knows; what it has not, it does not: a line
// may have been read wrongly. So a message never says that something is not
// printed, stated or there, only that it was not found.

// refused are the ways of saying of a document that it lacks something.
var refused = []*regexp.Regexp{
	// "no average is printed", "none is stated"
	regexp.MustCompile(`(?i)\b(no|none|neither)\b[^.;:]*\b(is|are|was|were|be|been) (printed|stated|given|named|listed|recorded|noted|there|present)\b`),
	// "there is no table", "there are none"
	regexp.MustCompile(`(?i)\bthere (is|are|was|were) (no|none|not|neither)\b`),
	// "the table has no average", "the notes state none"
	regexp.MustCompile(`(?i)\b(` + documentWords + `)s? (%[a-z] (to %[a-z] )?|of [^.;:,]{1,30} )?(states?|gives?|ha[sd]|have|names?|prints?|lists?|carr(y|ies)|contains?|shows?|says?) (no|none|neither)\b`),
	// "states no stage", "prints none", whoever does
	regexp.MustCompile(`(?i)\b(states?|prints?) (no|none|neither)\b`),
	// "no table states", "no action has a marker"
	regexp.MustCompile(`(?i)\bno (` + documentWords + `)s? (of [^.;:,]{1,30} )?(states?|gives?|has|have|names?|prints?|lists?|carr(y|ies)|contains?|shows?|belongs?)\b`),
	// "does not state", "is not printed", "are not there"
	regexp.MustCompile(`(?i)\b(do|does|did) not (state|print|give|carry|contain)\b`),
	regexp.MustCompile(`(?i)\b(is|are|was|were) not (printed|stated|given|present|there)\b`),
	// "the table lacks", "the average is missing", "the period is absent"
	regexp.MustCompile(`(?i)\b(` + documentWords + `)s? (lacks?|(is|are) (missing|absent))\b`),
	// "cites an address without a date"
	regexp.MustCompile(`(?i)\b(cites?|stands?|is|are) [^.;:]*\bwithout (an? |any |its |their )?(` + documentWords + `)`),
}

// documentWords are what a document consists of.
const documentWords = `report|document|cover|chapter|section|table|summary|matrix|matrices|row|column|cell|head|heading|text|paragraph|sentence|` +
	`action|footnote|note|marker|source|score|average|percentage|figure|level|rubric|guideline|closing|conclusion|opening|date|period|stage|ranking|list|page|member|commitment`

// accepted are sentences that are refused by their words and speak of
// something else.
var accepted = []string{
	// The calendar.
	"there is no day 0", "there is no month %d",
	// What the program knows, not what the head has.
	"names no known member",
	// A character that was seen in a cell; what most programs show of it.
	"which most programs do not show",
}

// notMessages are folders whose literals nobody reads: words that are looked
// for, reports of our own, tools of developers.
var notMessages = []string{"vocabulary", "fixtures", "eval", "internal", "audit/rubric", "audit/prose"}

// refusal is the phrase of a message that is refused, empty where there is
// none.
func refusal(message string) string {
	for _, a := range accepted {
		message = strings.ReplaceAll(message, a, "")
	}
	for _, r := range refused {
		if found := r.FindString(message); found != "" {
			return found
		}
	}
	return ""
}

func TestMessagesOfAbsence(t *testing.T) {
	read := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || slices.Contains(notMessages, filepath.ToSlash(path)) || strings.HasPrefix(d.Name(), ".") && path != "."):
			return filepath.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		read += checkMessages(t, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 1500 {
		t.Errorf("%d literals were read: is this the program?", read)
	}
}

// checkMessages looks at every string literal of a file, and says how many they
// are. What a rule says of itself in its Rule literal is no message about a
// document.
func checkMessages(t *testing.T, path string) int {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	literals := 0
	ast.Inspect(file, func(n ast.Node) bool {
		if made, ok := n.(*ast.CompositeLit); ok {
			name := made.Type
			if of, ok := name.(*ast.SelectorExpr); ok {
				name = of.Sel // rule.Rule
			}
			if name, ok := name.(*ast.Ident); ok && name.Name == "Rule" {
				return false
			}
		}
		text, ok := n.(*ast.BasicLit)
		if !ok || text.Kind != token.STRING {
			return true
		}
		literals++
		s, err := strconv.Unquote(text.Value)
		if err != nil {
			t.Fatal(err)
		}
		if found := refusal(strings.Join(strings.Fields(s), " ")); found != "" {
			t.Errorf("%s: %q speaks of what is not there (%q); say that none was found", files.Position(text.Pos()), s, found)
		}
		return true
	})
	return literals
}

func TestRefusedMessages(t *testing.T) {
	for _, message := range []string{
		"No compliance period is printed.",
		"no average is stated for %s",
		"none is given",
		"There is no table of scores in the chapter.",
		"there are none",
		"the chapter has no section for it",
		"The action of %s has no footnote.",
		"the table of scores states no average",
		"The report gives no dates of access",
		"footnotes %d to %d have no marker in the text",
		"no table states what is ranked",
		"no footnote has this number",
		"the cover does not state its period",
		"the period is not printed",
		"the row of averages is missing, the chapter lacks a table",
		"Footnote %d cites a web address without a date of access.",
		"a note of the table carries no sign",
		"where the ranking begins is not stated",
	} {
		if refusal(message) == "" {
			t.Errorf("not refused: %q", message)
		}
	}
	for _, message := range []string{
		"No compliance period was found.",
		"no average of %s was found",
		"none was found",
		"no section for it was found in the chapter",
		"No footnote was found at the action of %s.",
		"the text has a marker %d; no footnote with this number was found",
		"no member's section was recognised",
		"The average is stated as %s; no set of scores has this mean.",
		"the head names no known member",
		"the average is not the mean of the scores",
		"the percentage is not the average",
		"no such rule: %q",
		"the date is printed twice",
		"cells without a head were passed over",
	} {
		if found := refusal(message); found != "" {
			t.Errorf("refused for %q: %q", found, message)
		}
	}
}
