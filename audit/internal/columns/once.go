package columns

// Whether a column holds counts, or fractions, is asked for every set of columns that is
// tried, and its rows are looked at once.

// columnKind is what is asked of a column.
type columnKind int

const (
	ofFractions columnKind = iota
	ofCounts
	ofPercents
	ofWholes
	mostlyOfFractions
	mostlyOfCounts
	ofMeans
	ofSigns
	isEmpty
)

// askedOf is a question that was answered.
type askedOf struct {
	kind   columnKind
	column int
}

// once answers a question of a column, which is asked again and again once all is read.
func (g *grid) once(kind columnKind, column int, answer func() bool) bool {
	if g.answers == nil {
		return answer()
	}
	key := askedOf{kind, column}
	is, known := g.answers[key]
	if !known {
		is = answer()
		g.answers[key] = is
	}
	return is
}
