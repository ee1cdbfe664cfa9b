package content

import (
	"math"

	"recount.invalid/recount/extract/internal/mark"
)

// window is the part of the page that clipping leaves to be seen.
type window struct {
	// set says that something clips; x0 to y1 is the box beyond which nothing is
	// seen, in display space, and loose that not all within it need be seen.
	set, loose     bool
	x0, y0, x1, y1 float64

	// page is set by boxes as large as a page's text: browsers draw a page
	// through one, and with it the tips of a line that belongs to the next page.
	page        bool
	top, bottom float64
}

// pageShare is how much of the page's width and height a box must have to be
// its window.
const pageShare = 0.5

// clip makes the path clip, where W or W* announced it (PDF 32000-1, 8.5.4). A
// path of no point at all is a writer's slip and clips nothing.
func (in *Interpreter) clip() {
	if !in.clipNext {
		return
	}
	in.clipNext = false
	in.clipTo(in.path.points)
}

// clipTo narrows the window to the box around a path.
func (in *Interpreter) clipTo(pts []pathPoint) {
	if len(pts) == 0 {
		return
	}
	b, upright := boxOf(pts)
	if !upright {
		b = around(pts)
	}
	w := &in.gs.clip
	w.loose = w.loose || !upright
	if !w.set {
		w.set, w.x0, w.y0, w.x1, w.y1 = true, b.X0, b.Y0, b.X1, b.Y1
	} else {
		w.x0, w.y0, w.x1, w.y1 = max(w.x0, b.X0), max(w.y0, b.Y0), min(w.x1, b.X1), min(w.y1, b.Y1)
	}
	if !upright || b.X1-b.X0 < pageShare*in.width || b.Y1-b.Y0 < pageShare*in.height {
		return
	}
	if !w.page {
		w.page, w.top, w.bottom = true, b.Y0, b.Y1
		return
	}
	w.top, w.bottom = max(w.top, b.Y0), min(w.bottom, b.Y1)
}

// around is the box around a path's points. A curve lies near the points that
// it leads to; what it bulges is added.
func around(pts []pathPoint) mark.Stroke {
	s := mark.Stroke{X0: pts[0].x, Y0: pts[0].y, X1: pts[0].x, Y1: pts[0].y}
	for i, p := range pts {
		bulge := 0.0
		if p.bent && i > 0 {
			bulge = math.Hypot(p.x-pts[i-1].x, p.y-pts[i-1].y)
		}
		s = mark.Stroke{X0: min(s.X0, p.x-bulge), Y0: min(s.Y0, p.y-bulge), X1: max(s.X1, p.x+bulge), Y1: max(s.Y1, p.y+bulge)}
	}
	return s
}

// unreadTop is the share of the size of which only the upper part
// is left, unreadFoot that of which only what hangs below the baseline is.
const (
	unreadTop  = 0.5
	unreadFoot = 0.1
)

// cuts reports whether the page's window leaves nothing of a line that can be
// read.
func (w window) cuts(baseline, size float64) bool {
	return w.page && (baseline-unreadTop*size > w.bottom || baseline-unreadFoot*size < w.top)
}

// readShare is how much of a letter's width and of its height must be seen for
// it to be read.
const readShare = 0.5

// hides reports whether too little of the letter in a box is left to be read.
func (w *window) hides(x0, y0, x1, y1 float64) bool {
	return share(x0, x1, w.x0, w.x1) < readShare || share(y0, y1, w.y0, w.y1) < readShare
}

// share is how much of a to b lies between lo and hi.
func share(a, b, lo, hi float64) float64 {
	a, b = min(a, b), max(a, b)
	if b-a < 1e-9 {
		if a >= lo && a <= hi {
			return 1
		}
		return 0
	}
	return (min(b, hi) - max(a, lo)) / (b - a)
}
