package extract

import (
	"fmt"

	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

// veils gathers what the pages have to say of text that is not seen.
type veils struct {
	left, layer, doubtful, drawn, altered, beyond, struck veil
	recognised                                            []int
}

// veil is text of one kind, with where it stands.
type veil struct {
	letters int
	at      model.At
}

// maxVeilPlaces bounds how many places a warning names.
const maxVeilPlaces = 200

func (v *veil) add(page int, u *mark.Tally) {
	v.letters += u.Letters
	for _, b := range u.Boxes[:min(len(u.Boxes), maxVeilPlaces-min(len(v.at), maxVeilPlaces))] {
		v.at = append(v.at, model.Place{Page: page, Box: b})
	}
}

func (v *veils) add(page int, r *pageResult) {
	switch u := &r.unseen; {
	case u.Letters == 0:
	case r.read && r.picture:
		v.recognised = append(v.recognised, page)
	case r.read:
		v.layer.add(page, u)
	default:
		v.left.add(page, u)
	}
	v.doubtful.add(page, &r.doubtful)
	v.beyond.add(page, &r.beyond)
	v.drawn.add(page, &r.drawn)
	v.altered.add(page, &r.altered)
	v.struck.add(page, &r.struck)
}

// warnings says what was gathered.
func (v *veils) warnings() (out []model.Warning) {
	if n := len(v.recognised); n > 0 {
		out = append(out, model.Warning{
			Kind: KindRecognised,
			Text: fmt.Sprintf("%s with an invisible layer of text, as text recognition makes it: what was read is recognised text, not print, and letters, figures and signs may be wrong", pictures(n)),
			At:   pagesAt(v.recognised),
		})
	}
	for _, w := range []struct {
		of   veil
		kind string
		text string // with the number of glyphs
	}{
		{v.layer, KindUnseen, "%d glyphs are not seen on the page (drawn invisibly, covered, or in the colour of their ground); they were read all the same, because they are most of its text"},
		{v.left, KindUnseen, "%d glyphs are not seen on the page (drawn invisibly, covered, clipped away, too small, or in the colour of their ground) and were left out"},
		{v.doubtful, KindUnseen, "%d glyphs are in a layer that some programs show and others do not; they were read"},
		{v.beyond, KindUnseen, "%d glyphs lie beyond the edge of the page and were left out: its size may have been cut"},
		{v.struck, KindUnseen, "%d glyphs are struck out by a line and were left out"},
		{v.drawn, KindDrawnSign, "%d lines drawn before a figure were read as its minus"},
		{v.altered, KindGlyphText, "%d glyphs are drawn as another figure or sign than the file says that they stand for"},
	} {
		if w.of.letters > 0 {
			out = append(out, model.Warning{Kind: w.kind, Text: fmt.Sprintf(w.text, w.of.letters), At: w.of.at})
		}
	}
	return out
}

func pictures(n int) string {
	if n == 1 {
		return "the page is a picture"
	}
	return fmt.Sprintf("%d pages are pictures", n)
}
