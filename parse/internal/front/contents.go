package front

import (
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// ContinuesHeading reports whether b is the second half of heading a: set
// alike, right below it.
func ContinuesHeading(a, b *paragraph.Block) bool {
	return a.Page == b.Page && layout.SameSize(a.Size, b.Size) && a.Bold == b.Bold && b.Gap < 1.2
}

// WithoutFigure takes the number off a heading.
func WithoutFigure(s string) string {
	if _, rest, ok := sheet.LeadingFigure(s); ok {
		return rest
	}
	return s
}

// ContentsEntry is a line of the table of contents: what it names, by letters
// and figures alone, and the number before it (0 is none).
type ContentsEntry struct {
	Key    string
	Number int
	Text   string
	at     model.At
}

// Page is the page on which the entry stands.
func (e ContentsEntry) Page() int { return e.at.Page() }

// maxContentsGap is how many blocks without a page number may stand inside the
// table of contents: the heading of a part of it.
const maxContentsGap = 1

// ReadContents reads the document's table of contents: the lines below its
// heading that end in the number of a page.
func (r *Reader) ReadContents() {
	for i, b := range r.Blocks {
		kind, ok := r.SectionKind(b)
		if !ok || kind != vocabulary.HeadingContents {
			continue
		}
		gap := 0
		for _, next := range r.Blocks[i+1:] {
			entries := r.contentsEntries(next)
			if len(entries) == 0 {
				if gap++; gap > maxContentsGap {
					break
				}
				continue
			}
			gap = 0
			r.Contents = append(r.Contents, entries...)
		}
		if len(r.Contents) > 0 {
			break
		}
	}
	r.InContents = make(map[string]bool, len(r.Contents))
	for _, e := range r.Contents {
		r.InContents[e.Key] = true
	}
}

// contentsEntries reads the entries of one block; an entry may go on over
// several lines, of which the last has the page.
func (r *Reader) contentsEntries(b *paragraph.Block) []ContentsEntry {
	var out []ContentsEntry
	add := func(t model.Text, name string) {
		e := ContentsEntry{Key: HeadingKey(name), Text: name, at: t.At}
		if n, _, ok := sheet.LeadingFigure(name); ok {
			e.Number = n
		} else if n, rest := r.withoutLabel(name); n > 0 {
			e.Number, e.Key = n, HeadingKey(rest)
		}
		if e.Key != "" {
			out = append(out, e)
		}
	}
	if t := b.Table; t != nil {
		for row := range t.Rows {
			cs := t.Row(row)
			if len(cs) < 2 {
				continue
			}
			whole := scoring.JoinCells(cs)
			if name, ok := BeforePage(whole); ok {
				add(model.Text{Text: whole, At: scoring.CellsAt(t, cs)}, name)
			}
		}
		return out
	}
	var open []*sheet.Line
	for _, l := range b.Lines {
		open = append(open, l)
		t := r.Text(marker.WholeLines(open))
		if name, ok := BeforePage(t.Text); ok && len(open) <= paragraph.MaxHeadingLines {
			add(t, name)
			open = nil
		}
	}
	return out
}

// BeforePage cuts the number of a page and the dots that lead to it off an
// entry of the table of contents.
func BeforePage(s string) (name string, ok bool) {
	s = strings.TrimSpace(s)
	i := strings.LastIndexFunc(s, func(c rune) bool { return !pageFigure(c) })
	page := s[i+1:]
	if page == "" || len(page) > 7 || i < 0 {
		return "", false
	}
	arabic := strings.IndexFunc(page, func(c rune) bool { return c < '0' || c > '9' }) < 0
	roman := strings.IndexFunc(page, func(c rune) bool { return c >= '0' && c <= '9' }) < 0
	before := s[:i+1]
	name = strings.TrimRight(before, " .…·_|\u00a0")
	led := len(before)-len(name) > 2
	if !arabic && (!roman || !led) || !sheet.HasLetter(name) || !led && !strings.HasSuffix(before, " ") {
		return "", false
	}
	return name, true
}

// pageFigure reports whether a character can be one of a page's number, in
// arabic or small Roman figures.
func pageFigure(c rune) bool {
	return c >= '0' && c <= '9' || strings.ContainsRune("ivxlc", c)
}

// HeadingKey is a heading by its letters and figures alone, without number and
// serial: what two ways to set it have in common.
func HeadingKey(s string) string {
	s, _ = scoring.TakeSerial(WithoutFigure(s))
	var b strings.Builder
	for _, c := range vocabulary.Fold(s) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// ListedInContents reports whether the table of contents has a heading, alone
// or with the block behind it.
func (r *Reader) ListedInContents(i int) bool {
	if len(r.InContents) == 0 {
		return false
	}
	text := r.Content(r.Blocks[i]).Text
	if r.InContents[HeadingKey(text)] {
		return true
	}
	if i+1 < len(r.Blocks) && r.HeadingLike(r.Blocks[i+1]) && ContinuesHeading(r.Blocks[i], r.Blocks[i+1]) {
		return r.InContents[HeadingKey(text+" "+r.Content(r.Blocks[i+1]).Text)]
	}
	return false
}

// EntryKey is the key of a heading as an entry of the table of contents has it:
// also without the word for a chapter and its number.
func (r *Reader) EntryKey(s string) string {
	if n, rest := r.withoutLabel(s); n > 0 {
		return HeadingKey(rest)
	}
	return HeadingKey(s)
}

// withoutLabel takes the word for a chapter and its number off an entry of the
// table of contents ("Commitment 3. Title").
func (r *Reader) withoutLabel(s string) (n int, rest string) {
	if _, _, plain := sheet.LeadingFigure(s); plain {
		return 0, s
	}
	if n, rest, ok := r.HeadingNumber(s); ok && n > 0 && sheet.HasLetter(rest) {
		return n, rest
	}
	return 0, s
}
