package extract

// window is the part of the page that clipping leaves to be seen. Only upright
// boxes as large as a page's text are followed: browsers draw a page through
// one, and with it the tips of a line that belongs to the next page. What
// smaller boxes and other shapes hide counts as shown, as it does elsewhere: a
// cell's text is no less printed for being too long.
type window struct {
	set         bool
	top, bottom float64 // display space
}

// pageShare is how much of the page's width and height a box must have to be
// its window.
const pageShare = 0.5

// clip makes the path the window, where W or W* announced it (PDF 32000-1,
// 8.5.4).
func (in *interpreter) clip() {
	if !in.clipNext {
		return
	}
	in.clipNext = false
	b, ok := boxOf(in.path.points)
	if !ok || b.x1-b.x0 < pageShare*in.width || b.y1-b.y0 < pageShare*in.height {
		return
	}
	w := &in.gs.clip
	if !w.set {
		*w = window{true, b.y0, b.y1}
		return
	}
	w.top, w.bottom = max(w.top, b.y0), min(w.bottom, b.y1)
}

// The letters of a line stand above its baseline by about seven tenths of
// their size. unreadTop is the share of the size of which only the upper part
// is left, unreadFoot that of which only what hangs below the baseline is.
const (
	unreadTop  = 0.5
	unreadFoot = 0.1
)

// cuts reports whether nothing that can be read is left of a line.
func (w window) cuts(baseline, size float64) bool {
	return w.set && (baseline-unreadTop*size > w.bottom || baseline-unreadFoot*size < w.top)
}
