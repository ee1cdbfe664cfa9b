package chapter

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// The actions of a section may be the items of a numbered list. Their numbers are no more
// part of their texts than a list's mark is. One number shows nothing (a paragraph may
// quote the first of several measures): the first action has to be the first item, and a
// second one to follow it, in this section or in another one of the chapter.

// leastItems is how many items show that a section's actions are numbered.
const leastItems = 2

// itemNumber reads the number of a list's item with which a paragraph begins, "1. ", "2) ",
// "(3) ", "d. " or "(e) ", and how many bytes it takes with the space behind it. A lone letter
// is the count of its place in the alphabet.
func itemNumber(s string) (form string, n, size int) {
	label, rest, ok := strings.Cut(s, " ")
	if !ok || !paragraph.BeginsAnew(rest) {
		return "", 0, 0
	}
	inner, closed := strings.CutSuffix(label, ")")
	if closed {
		inner = strings.TrimPrefix(inner, "(")
	} else if inner, closed = strings.CutSuffix(label, "."); !closed {
		return "", 0, 0
	}
	kind := "1"
	switch c, _ := utf8.DecodeRuneInString(inner); {
	case onlyFigures(inner):
		n, _, _ = sheet.LeadingFigure(inner + " ")
	case len(inner) == 1 && c >= 'a' && c <= 'z':
		kind, n = "a", int(c-'a')+1
	default:
		return "", 0, 0
	}
	return strings.Replace(label, inner, kind, 1), n, len(s) - len(rest)
}

// itemsOf gives how many of a section's paragraphs are the items of one numbered list that
// begins with the first of them, and in which form.
func itemsOf(ts []model.Text) (form string, items int) {
	if len(ts) == 0 {
		return "", 0
	}
	form, n, _ := itemNumber(ts[0].Text)
	if n != 1 {
		return "", 0
	}
	for _, t := range ts {
		if f, n, _ := itemNumber(t.Text); f == form && n == items+1 {
			items++
		}
	}
	return form, items
}

// withoutNumbers takes the numbers off actions that are the items of a list, and keeps in
// the chapter in which form they are set.
func (c *Chapter) withoutNumbers(ts []model.Text) []model.Text {
	form, items := itemsOf(ts)
	if items == 0 || items < leastItems && !c.itemForms[form] {
		return ts
	}
	out := slices.Clone(ts)
	last := 0
	for i, t := range ts {
		if f, n, size := itemNumber(t.Text); f == form && n == last+1 {
			out[i], last = paragraph.CutStart(t, size), n
		}
	}
	return out
}

// findItemForms finds in which forms the actions of the chapter's sections are numbered, from
// those that have several.
func (c *Chapter) findItemForms(r *Reader, verdicts []*verdictBlocks) {
	c.itemForms = map[string]bool{}
	for _, v := range verdicts {
		var ts []model.Text
		for _, b := range v.blocks {
			t := r.Content(b)
			if _, n, _ := itemNumber(t.Text); n > 0 || len(ts) > 0 {
				ts = append(ts, t)
			}
		}
		if form, items := itemsOf(ts); items >= leastItems {
			c.itemForms[form] = true
		}
	}
}
