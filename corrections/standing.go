package corrections

import "recount.invalid/recount/model"

// Standing is what stands under a pointer once a list of corrections is made of a
// report, without making them; last is the correction that put it there, if one
// did. ok is false where the pointer names no value.
func Standing(r *model.Report, pointer string, list []Correction) (text string, last *Correction, ok bool) {
	text, ok = Text(r, pointer)
	if !ok {
		return "", nil, false
	}
	for i := range list {
		c := &list[i]
		if isLook(*c) || !c.Of(r.Source) || !sameValue(c.Was, text) {
			continue
		}
		if p, err := pointerOf(r, c.Path); err == nil && p == pointer {
			text, last = c.Now, c
		}
	}
	return text, last, true
}

// Same says whether two values are the same in a file of corrections: blanks around
// them, a plus and the form of a minus say nothing.
func Same(a, b string) bool { return sameValue(a, b) }
