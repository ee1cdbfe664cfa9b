package extract

import "math"

// matrix is [a b c d e f] as PDF 32000-1, 8.3.3 writes it: a point (x, y)
// becomes (a·x + c·y + e, b·x + d·y + f).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul is m × n: m is applied first.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// translated is m after a shift by (x, y) in m's own space.
func (m matrix) translated(x, y float64) matrix {
	m[4] += x*m[0] + y*m[2]
	m[5] += x*m[1] + y*m[3]
	return m
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// det is the area that the unit square becomes, negative when mirrored.
func (m matrix) det() float64 { return m[0]*m[3] - m[1]*m[2] }

// finite reports whether all numbers can be computed with.
func (m matrix) finite() bool {
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > maxNumber {
			return false
		}
	}
	return true
}
