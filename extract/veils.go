package extract

import (
	"fmt"

	"recount.invalid/recount/model"
)

// veils gathers what the pages have to say of text that is not seen.
type veils struct {
	left, layer, doubtful, drawn, altered, beyond veil
	recognised                                    []int
}

// veil is text of one kind, with where it stands.
type veil struct {
	letters int
	at      model.At
}

// maxVeilPlaces bounds how many places a warning names.
const maxVeilPlaces = 200

func (v *veil) add(page int, u *unseen) {
	v.letters += u.letters
	for _, b := range u.boxes[:min(len(u.boxes), maxVeilPlaces-min(len(v.at), maxVeilPlaces))] {
		v.at = append(v.at, model.Place{Page: page, Box: b})
	}
}

func (v *veils) add(page int, r *pageResult) {
	switch u := &r.unseen; {
	case u.letters == 0:
	case u.read && u.picture:
		v.recognised = append(v.recognised, page)
	case u.read:
		v.layer.add(page, u)
	default:
		v.left.add(page, u)
	}
	v.doubtful.add(page, &r.doubtful)
	v.beyond.add(page, &r.beyond)
	v.drawn.add(page, &r.drawn)
	v.altered.add(page, &r.altered)
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
	if v.layer.letters > 0 {
		out = append(out, model.Warning{
			Kind: KindUnseen,
			Text: fmt.Sprintf("%d glyphs are not seen on the page (drawn invisibly, covered, or in the colour of their ground); they were read all the same, because they are most of its text", v.layer.letters),
			At:   v.layer.at,
		})
	}
	if v.left.letters > 0 {
		out = append(out, model.Warning{
			Kind: KindUnseen,
			Text: fmt.Sprintf("%d glyphs are not seen on the page (drawn invisibly, covered, clipped away, too small, or in the colour of their ground) and were left out", v.left.letters),
			At:   v.left.at,
		})
	}
	if v.doubtful.letters > 0 {
		out = append(out, model.Warning{
			Kind: KindUnseen,
			Text: fmt.Sprintf("%d glyphs are in a layer that some programs show and others do not; they were read", v.doubtful.letters),
			At:   v.doubtful.at,
		})
	}
	if v.beyond.letters > 0 {
		out = append(out, model.Warning{
			Kind: KindUnseen,
			Text: fmt.Sprintf("%d glyphs lie beyond the edge of the page and were left out: its size may have been cut", v.beyond.letters),
			At:   v.beyond.at,
		})
	}
	if v.drawn.letters > 0 {
		out = append(out, model.Warning{
			Kind: KindDrawnSign,
			Text: fmt.Sprintf("%d lines drawn before a figure were read as its minus", v.drawn.letters),
			At:   v.drawn.at,
		})
	}
	if v.altered.letters > 0 {
		out = append(out, model.Warning{
			Kind: KindGlyphText,
			Text: fmt.Sprintf("%d glyphs are drawn as another figure or sign than the file says that they stand for", v.altered.letters),
			At:   v.altered.at,
		})
	}
	return out
}

func pictures(n int) string {
	if n == 1 {
		return "the page is a picture"
	}
	return fmt.Sprintf("%d pages are pictures", n)
}
