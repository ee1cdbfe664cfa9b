package footnote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// noteSigns are the signs that mark notes beside numbers. A small letter does
// so where it is raised.
const noteSigns = "*∗†‡§¶#"

// maxSign is how often a sign may stand in one mark ("**").
const maxSign = 4

// signMark reads a text that is a mark and nothing else: one sign, repeated or
// not, or a small letter.
func signMark(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	if n == len(s) && first >= 'a' && first <= 'z' {
		return true
	}
	return s != "" && strings.ContainsRune(noteSigns, first) && utf8.RuneCountInString(s) <= maxSign && strings.Trim(s, string(first)) == ""
}

// signBehind gives where a sign stands in a text right behind a word or the mark
// that ends it, with nothing or a space behind the sign; -1 is nowhere.
func signBehind(text, sign string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], sign)
		if i < 0 {
			return -1
		}
		i += from
		from = i + len(sign)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if i > 0 && before != ' ' && !strings.ContainsRune(noteSigns, before) && (unicode.IsLetter(before) || unicode.IsPunct(before)) &&
			(from == len(text) || text[from] == ' ' || text[from] == ',' || text[from] == '.') {
			return i
		}
	}
}

// markedBy reports whether a run of a line is or has the mark of a note: a sign
// alone, raised, or a sign that is no letter right behind a word.
func markedBy(l *sheet.Line, i int, sign string) bool {
	run := &l.Runs[i]
	if i > 0 && run.Text == sign && layout.IsRaised(l.Line, *run) {
		return true
	}
	letter := sign[0] >= 'a' && sign[0] <= 'z'
	return !letter && signBehind(run.Text, sign) >= 0
}

// signMarks gives the signs with which small lines at the foot of a page begin
// and that stand in its text as marks. Those in tables do not count: their
// legends are their own.
func signMarks(p *sheet.Page, ls []*sheet.Line) map[string]bool {
	var out map[string]bool
	for k := len(ls) - 1; k >= 0 && ls[k].Size < ls[k].BodySize()*layout.SmallRatio; k-- {
		sign, ok := signStart(ls[k])
		if !ok || out[sign] {
			continue
		}
		for _, l := range ls[:k] {
			if !strings.Contains(l.Printed, sign) {
				continue
			}
			for i := range l.Runs {
				if markedBy(l, i, sign) {
					if out == nil {
						out = map[string]bool{}
					}
					out[sign] = true
				}
			}
		}
	}
	return out
}

// signStart reads the sign with which a line begins as a note does: raised, or
// before a space. A letter must be raised, have a mark behind it ("b."), or
// stand in a run of its own.
func signStart(l *sheet.Line) (sign string, ok bool) {
	if run := l.Runs[0]; len(l.Runs) > 1 && signMark(run.Text) && layout.IsRaised(l.Line, run) {
		return run.Text, true
	}
	first, rest, _ := strings.Cut(l.Printed, " ")
	sign = strings.TrimRight(first, ".)")
	if rest == "" || !signMark(sign) {
		return "", false
	}
	letter := sign[0] >= 'a' && sign[0] <= 'z'
	if letter && sign == first && (len(l.Runs) < 2 || l.Runs[0].Text != sign) {
		return "", false // the word 'a'
	}
	return sign, true
}

// beginsBySign is signStart for the signs that mark the text of the line's
// page.
func beginsBySign(l *sheet.Line, signs map[string]bool) (sign string, ok bool) {
	if len(signs) == 0 {
		return "", false
	}
	sign, ok = signStart(l)
	return sign, ok && signs[sign]
}

// signZone moves the beginning of a page's notes up to a note that is marked by
// a sign, or finds it where no note has a number: small lines at the foot of
// the page, the first of which begins with a sign that stands in its text.
func (r *Reader) signZone(p *sheet.Page, ls []*sheet.Line, at int, marks map[string]bool) int {
	if len(marks) == 0 {
		return at
	}
	end := at
	if at < 0 {
		end = len(ls)
	}
	tableBottom := 0.0
	for _, t := range p.Tables {
		tableBottom = max(tableBottom, t.Box.Bottom())
	}
	for k := end - 1; k >= 0 && end-k <= maxNoteLines; k-- {
		l := ls[k]
		if l.Size >= l.BodySize()*layout.SmallRatio || l.Baseline < tableBottom {
			break
		}
		if _, ok := beginsBySign(l, marks); ok {
			at = k
		}
	}
	return at
}

// SignNote is a note that is marked by a sign.
type SignNote struct {
	sign  string
	page  *sheet.Page
	parts []sheet.Part
}

// takeSigns takes the marks of the notes by signs out of the text.
func (r *Reader) takeSigns() {
	for _, n := range r.signNotes {
		for _, l := range n.page.Body {
			if !n.page.InTable(l) {
				withoutSign(l, n.sign)
			}
		}
	}
}

// KeepSignNotes puts the notes by signs among the sections that stand outside
// chapters, in the order of pages. They have no number by which the report
// could refer to them; where one cites a source, that is told.
func (r *Reader) KeepSignNotes() {
	for _, n := range r.signNotes {
		t := r.Text(n.parts)
		at := 0
		for at < len(r.Rep.Sections) && r.Rep.Sections[at].At.Page() <= n.page.Number {
			at++
		}
		s := model.Section{Paragraphs: []model.Text{t}, At: t.At}
		r.Rep.Sections = append(r.Rep.Sections[:at], append([]model.Section{s}, r.Rep.Sections[at:]...)...)
		if join.HasAddress(t.Text) {
			r.Warn("note-by-sign", "a note is marked by a sign instead of a number, and not joined to the text: "+sheet.Clip(t.Text, 80), t.At)
		}
	}
}

// withoutSign takes a mark out of a line's runs.
func withoutSign(l *sheet.Line, sign string) {
	if !strings.Contains(l.Printed, sign) {
		return
	}
	copied := false
	for i := range l.Runs {
		if !markedBy(l, i, sign) {
			continue
		}
		if !copied {
			m := *l.Line // the document is the caller's
			m.Runs = append([]model.Run{}, m.Runs...)
			l.Line, copied = &m, true
		}
		run := &l.Runs[i]
		if run.Text == sign {
			run.Text, run.Space = "", false
			continue
		}
		at := signBehind(run.Text, sign)
		run.Text = run.Text[:at] + run.Text[at+len(sign):]
	}
	if copied {
		l.Printed = l.Text()
		l.Chars = utf8.RuneCountInString(l.Printed)
	}
}
