package parse

import (
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// contentsEntry is a line of the table of contents: what it names, by letters
// and figures alone, and the number before it (0 is none).
type contentsEntry struct {
	key    string
	number int
	text   string
	at     model.At
}

// maxContentsGap is how many blocks without a page number may stand inside the
// table of contents: the heading of a part of it.
const maxContentsGap = 1

// readContents reads the document's table of contents: the lines below its
// heading that end in the number of a page.
func (r *reading) readContents() {
	for i, b := range r.blocks {
		kind, ok := r.sectionKind(b)
		if !ok || kind != vocabulary.HeadingContents {
			continue
		}
		gap := 0
		for _, next := range r.blocks[i+1:] {
			entries := r.contentsEntries(next)
			if len(entries) == 0 {
				if gap++; gap > maxContentsGap {
					break
				}
				continue
			}
			gap = 0
			r.contents = append(r.contents, entries...)
		}
		if len(r.contents) > 0 {
			break
		}
	}
	r.inContents = make(map[string]bool, len(r.contents))
	for _, e := range r.contents {
		r.inContents[e.key] = true
	}
}

// contentsEntries reads the entries of one block; an entry may go on over
// several lines, of which the last has the page.
func (r *reading) contentsEntries(b *block) []contentsEntry {
	var out []contentsEntry
	add := func(t model.Text, name string) {
		e := contentsEntry{key: headingKey(name), text: name, at: t.At}
		if n, _, ok := leadingFigure(name); ok {
			e.number = n
		} else if n, rest := r.withoutLabel(name); n > 0 {
			e.number, e.key = n, headingKey(rest)
		}
		if e.key != "" {
			out = append(out, e)
		}
	}
	if t := b.table; t != nil {
		for row := range t.rows {
			cs := t.row(row)
			if len(cs) < 2 {
				continue
			}
			whole := joinCells(cs)
			if name, ok := beforePage(whole); ok {
				add(model.Text{Text: whole, At: cellsAt(t, cs)}, name)
			}
		}
		return out
	}
	var open []*line
	for _, l := range b.lines {
		open = append(open, l)
		t := r.text(wholeLines(open))
		if name, ok := beforePage(t.Text); ok && len(open) <= maxHeadingLines {
			add(t, name)
			open = nil
		}
	}
	return out
}

// beforePage cuts the number of a page and the dots that lead to it off an
// entry of the table of contents.
func beforePage(s string) (name string, ok bool) {
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
	if !arabic && (!roman || !led) || !hasLetter(name) || !led && !strings.HasSuffix(before, " ") {
		return "", false
	}
	return name, true
}

// pageFigure reports whether a character can be one of a page's number, in
// arabic or small Roman figures.
func pageFigure(c rune) bool {
	return c >= '0' && c <= '9' || strings.ContainsRune("ivxlc", c)
}

// headingKey is a heading by its letters and figures alone, without number and
// serial: what two ways to set it have in common.
func headingKey(s string) string {
	s, _ = takeSerial(withoutFigure(s))
	var b strings.Builder
	for _, c := range vocabulary.Fold(s) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// listedInContents reports whether the table of contents has a heading, alone
// or with the block behind it.
func (r *reading) listedInContents(i int) bool {
	if len(r.inContents) == 0 {
		return false
	}
	text := r.content(r.blocks[i]).Text
	if r.inContents[headingKey(text)] {
		return true
	}
	if i+1 < len(r.blocks) && r.headingLike(r.blocks[i+1]) && continuesHeading(r.blocks[i], r.blocks[i+1]) {
		return r.inContents[headingKey(text+" "+r.content(r.blocks[i+1]).Text)]
	}
	return false
}

// withoutLabel takes the word for a chapter and its number off an entry of the
// table of contents ("Commitment 3. Title").
func (r *reading) withoutLabel(s string) (n int, rest string) {
	if _, _, plain := leadingFigure(s); plain {
		return 0, s
	}
	if n, rest, ok := r.headingNumber(s); ok && n > 0 && hasLetter(rest) {
		return n, rest
	}
	return 0, s
}
