package plane

import "math"

// Matrix is [a b c d e f] as PDF 32000-1, 8.3.3 writes it: a point (x, y)
// becomes (a·x + c·y + e, b·x + d·y + f).
type Matrix [6]float64

// Identity leaves every point where it is.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Mul is m × n: m is applied first.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Translated is m after a shift by (x, y) in m's own space.
func (m Matrix) Translated(x, y float64) Matrix {
	m[4] += x*m[0] + y*m[2]
	m[5] += x*m[1] + y*m[3]
	return m
}

// Apply gives the point that (x, y) becomes.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// Det is the area that the unit square becomes, negative when mirrored.
func (m Matrix) Det() float64 { return m[0]*m[3] - m[1]*m[2] }

// Finite reports whether all numbers can be computed with.
func (m Matrix) Finite() bool {
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > MaxNumber {
			return false
		}
	}
	return true
}

// MaxNumber keeps products of numbers finite: matrices of hostile files are
// multiplied up to FormDepth times.
const MaxNumber = 1e15

// maxPageSide is the largest page side in points that is believed: PDF
// itself ends at 14,400 without UserUnit.
const maxPageSide = 1e6

// Rectangle gives a box of four numbers, its lower left corner first; ok is false for
// what is none, is empty or is larger than is believed.
func Rectangle(b []float64) (box [4]float64, ok bool) {
	if len(b) != 4 {
		return box, false
	}
	r := [4]float64{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
	w, h := r[2]-r[0], r[3]-r[1]
	return r, w > 0 && h > 0 && w <= maxPageSide && h <= maxPageSide
}
