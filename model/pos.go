package model

import (
	"math"
	"strconv"
)

// Box is a rectangle on a page: x0, top, x1, bottom, in points from the
// page's top left corner (see the package comment).
type Box [4]float64

// X0 is the left edge.
func (b Box) X0() float64 { return b[0] }

// Top is the upper edge.
func (b Box) Top() float64 { return b[1] }

// X1 is the right edge.
func (b Box) X1() float64 { return b[2] }

// Bottom is the lower edge; it is larger than Top.
func (b Box) Bottom() float64 { return b[3] }

// Width is the horizontal extent in points.
func (b Box) Width() float64 { return b[2] - b[0] }

// Height is the vertical extent in points.
func (b Box) Height() float64 { return b[3] - b[1] }

// CentreX is the horizontal middle.
func (b Box) CentreX() float64 { return (b[0] + b[2]) / 2 }

// CentreY is the vertical middle.
func (b Box) CentreY() float64 { return (b[1] + b[3]) / 2 }

// Union is the smallest box that contains both; the zero Box counts as empty.
func (b Box) Union(c Box) Box {
	if b == (Box{}) {
		return c
	}
	if c == (Box{}) {
		return b
	}
	return Box{
		math.Min(b[0], c[0]), math.Min(b[1], c[1]),
		math.Max(b[2], c[2]), math.Max(b[3], c[3]),
	}
}

// MarshalJSON writes the four numbers with at most two decimals: a hundredth
// of a point is below what any producer places on purpose, and the shorter
// form keeps the output of different machines equal.
func (b Box) MarshalJSON() ([]byte, error) {
	out := make([]byte, 0, 40)
	out = append(out, '[')
	for i, v := range b {
		if i > 0 {
			out = append(out, ',')
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			v = 0
		}
		v = math.Round(v*100) / 100
		if v == 0 {
			v = 0 // no "-0"
		}
		out = strconv.AppendFloat(out, v, 'f', -1, 64)
	}
	return append(out, ']'), nil
}

// Place is one rectangle on one page.
type Place struct {
	Page int `json:"page"` // from 1
	Box  Box `json:"bbox"`
}

// At is where something stands: one entry per page that it touches, in page
// order. A paragraph over a page break has two.
type At []Place

// Add puts one more box in: it widens the last entry, in place, when that is on
// the same page and is appended otherwise. It is for building up places that
// nobody else holds yet.
func (a At) Add(page int, b Box) At {
	if n := len(a); n > 0 && a[n-1].Page == page {
		a[n-1].Box = a[n-1].Box.Union(b)
		return a
	}
	return append(a, Place{Page: page, Box: b})
}

// Join gives the places of a and b together. Unlike Add it leaves a as it is:
// what begins with the place of a paragraph and goes on must not widen that of
// the paragraph.
func (a At) Join(b At) At {
	out := append(make(At, 0, len(a)+len(b)), a...)
	for _, p := range b {
		out = out.Add(p.Page, p.Box)
	}
	return out
}

// Page is the first page of a, or 0 where a is empty.
func (a At) Page() int {
	if len(a) == 0 {
		return 0
	}
	return a[0].Page
}
