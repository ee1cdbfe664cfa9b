package grid

import (
	"strings"

	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// A cell may hold more than its score or its member: the raised mark of a remark
// below the table, a break where the column is too narrow, a word that stands
// over several heads.

// Unmarked is the text of a cell without the raised marks behind its first piece
// ("0" with a raised "a").
func Unmarked(c *sheet.Cell) string {
	var out []string
	for _, pc := range c.Parts {
		for _, run := range pc.L.Runs[pc.From:pc.To] {
			if len(out) == 0 || !layout.IsRaised(pc.L.Line, run) {
				out = append(out, run.Text)
			}
		}
	}
	return strings.Join(out, " ")
}

// unraised is the text of a piece without the raised letters of remarks behind it;
// the text itself where it has none.
func unraised(pc sheet.Part, text string) string {
	n := pc.To
	for n > pc.From+1 && layout.IsRaised(pc.L.Line, pc.L.Runs[n-1]) {
		n--
	}
	if n == pc.To {
		return text
	}
	return Unmarked(&sheet.Cell{Parts: []sheet.Part{{L: pc.L, From: pc.From, To: n}}})
}

// Tick reports whether a cell holds nothing but a mark, so that its column
// tells the score.
func Tick(s string) bool {
	switch s {
	case "X", "x", "×", "✓", "✔", "✗", "✘", "•", "●", "■":
		return true
	}
	return false
}

// Unbroken is the text of a cell of figures that is too narrow for them, without
// the break; "" for any other cell.
func Unbroken(c *sheet.Cell) string {
	if len(c.Parts) < 2 || c.Parts[0].L == c.Parts[len(c.Parts)-1].L || sheet.HasLetter(c.Text.Text) {
		return ""
	}
	return strings.ReplaceAll(c.Text.Text, " ", "")
}

// headMember reads the member that a cell over a column names, also with a mark
// behind it, under the word for all members, or as a code that the column is too
// narrow for ("AR" over "G").
func (r *Reader) headMember(c *sheet.Cell) (code string, ok bool) {
	if code, ok = r.MemberLabel(c.Text.Text); ok {
		return code, true
	}
	if code, ok = r.MemberLabel(Unmarked(c)); ok {
		return code, true
	}
	first, rest, cut := strings.Cut(c.Text.Text, " ")
	if !cut {
		return "", false
	}
	if kind, _ := r.Vocab.Column(first); kind == vocabulary.ColumnMember {
		return r.MemberLabel(rest)
	}
	if broken := first + rest; len(c.Parts) > 1 && c.Parts[0].L != c.Parts[1].L && len(broken) == codeLength && strings.ToUpper(broken) == broken {
		return r.Vocab.Member(broken)
	}
	return "", false
}

// codeLength is how many letters a member's code has.
const codeLength = 3
