package content

import (
	"math"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/object"
)

// ink is a colour as far as telling text from its ground needs it.
type ink struct {
	r, g, b uint8
	kind    inkKind
}

type inkKind uint8

const (
	inkKnown   inkKind = iota // the colour is r, g, b; the zero value is black
	inkUnknown                // a pattern, a picture, a colour that was not worked out
	inkNone                   // paints nothing (the colorant None)
)

var white = ink{r: 255, g: 255, b: 255}

// sameInk is how far two colours may differ, in 255ths of each component, and
// still not be told apart.
const sameInk = 10

// like reports whether two colours cannot be told apart.
func (k ink) like(other ink) bool {
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) <= sameInk }
	return k.kind == inkKnown && other.kind == inkKnown && near(k.r, other.r) && near(k.g, other.g) && near(k.b, other.b)
}

// dark reports whether a colour is black, which lets nothing through in a mask
// of luminosity.
func (k ink) dark() bool { return k.like(ink{}) }

func level255(v float64) uint8 { return uint8(math.Round(255 * max(0, min(v, 1)))) }

// components makes a colour of one, three or four components as the device's
// colour spaces have them.
func components(v []float64) ink {
	switch len(v) {
	case 1:
		g := level255(v[0])
		return ink{r: g, g: g, b: g}
	case 3:
		return ink{r: level255(v[0]), g: level255(v[1]), b: level255(v[2])}
	case 4:
		return ink{r: level255(1 - v[0] - v[3]), g: level255(1 - v[1] - v[3]), b: level255(1 - v[2] - v[3])}
	}
	return ink{kind: inkUnknown}
}

// colorSpace says what the operands of sc and scn mean (PDF 32000-1, 8.6).
type colorSpace struct {
	inks int // how many components
	// color gives the colour of as many components.
	color func(v []float64) ink
	// first is the colour that choosing the space sets.
	first ink
}

var (
	unknownSpace = &colorSpace{first: ink{kind: inkUnknown}}
	deviceSpaces = map[string]*colorSpace{
		"DeviceGray": {inks: 1, color: components}, "G": {inks: 1, color: components}, "CalGray": {inks: 1, color: components},
		"DeviceRGB": {inks: 3, color: components}, "RGB": {inks: 3, color: components}, "CalRGB": {inks: 3, color: components},
		"DeviceCMYK": {inks: 4, color: components}, "CMYK": {inks: 4, color: components},
	}
)

// spaces reads the colour spaces of a file.
type spaces struct{ *access.File }

// maxSpaceDepth bounds colour spaces that are made of others; three occur.
const maxSpaceDepth = 4

// colorSpace reads a colour space.
func (f spaces) colorSpace(o object.Object, depth int) *colorSpace {
	if depth > maxSpaceDepth {
		return unknownSpace
	}
	switch v := f.Resolve(o).(type) {
	case object.Name:
		if s := deviceSpaces[string(v)]; s != nil {
			return s
		}
	case object.Array:
		if len(v) == 0 {
			break
		}
		family := f.Name(v[0])
		if s := deviceSpaces[family]; s != nil {
			return s
		}
		if make := spaceFamilies[family]; make != nil && len(v) > 1 {
			if s := make(f, v, depth); s != nil {
				return s
			}
		}
	}
	return unknownSpace
}

// spaceFamilies are the kinds of colour spaces that are made of something. A
// reader returns nil for one that it does not understand.
var spaceFamilies map[string]func(spaces, object.Array, int) *colorSpace

func init() {
	spaceFamilies = map[string]func(spaces, object.Array, int) *colorSpace{
		"ICCBased":   spaces.profiled,
		"Lab":        func(spaces, object.Array, int) *colorSpace { return labSpace },
		"Indexed":    spaces.indexed,
		"I":          spaces.indexed,
		"Separation": spaces.separation,
		"DeviceN":    spaces.separation,
	}
}

// profiled is a space whose profile is not asked: white is where all
// components are at their end in each.
func (f spaces) profiled(a object.Array, _ int) *colorSpace {
	n, _ := f.Number(f.Dict(a[1])["N"])
	switch n {
	case 1:
		return deviceSpaces["DeviceGray"]
	case 3:
		return deviceSpaces["DeviceRGB"]
	case 4:
		return deviceSpaces["DeviceCMYK"]
	}
	return nil
}

// labSpace tells greys, white among them, from everything else.
var labSpace = &colorSpace{inks: 3, color: func(v []float64) ink {
	if math.Hypot(v[1], v[2]) > 3 {
		return ink{kind: inkUnknown}
	}
	return components([]float64{v[0] / 100})
}}

// maxIndexed is how many colours an indexed space has at most.
const maxIndexed = 256

func (f spaces) indexed(a object.Array, depth int) *colorSpace {
	if len(a) < 4 {
		return nil
	}
	base := f.colorSpace(a[1], depth+1)
	var table []byte
	switch v := f.Resolve(a[3]).(type) {
	case object.String:
		table = []byte(v)
	case *object.Stream:
		table, _ = f.Data(v)
	}
	if base.color == nil || base == labSpace {
		return nil
	}
	inks := make([]ink, 0, maxIndexed)
	v := make([]float64, base.inks)
	for len(table) >= base.inks && len(inks) < maxIndexed {
		for i := range v {
			v[i] = float64(table[i]) / 255
		}
		inks = append(inks, base.color(v))
		table = table[base.inks:]
	}
	if len(inks) == 0 {
		return nil
	}
	return &colorSpace{inks: 1, first: inks[0], color: func(v []float64) ink {
		i := int(max(0, min(v[0], maxIndexed-1)))
		if i >= len(inks) {
			return ink{kind: inkUnknown}
		}
		return inks[i]
	}}
}

// maxColorants is how many inks a DeviceN space has at most (PDF 32000-1, annex
// C).
const maxColorants = 32

// separation is a space of named inks. Without any of them the paper is bare;
// what a tint comes to is worked out where it is between two colours.
func (f spaces) separation(a object.Array, depth int) *colorSpace {
	if len(a) < 4 {
		return nil
	}
	names := f.Array(a[1])
	if names == nil {
		names = object.Array{a[1]}
	}
	if len(names) == 0 || len(names) > maxColorants {
		return nil
	}
	none := true
	for _, n := range names {
		none = none && f.Name(n) == "None"
	}
	if none {
		nothing := ink{kind: inkNone}
		return &colorSpace{inks: len(names), first: nothing, color: func([]float64) ink { return nothing }}
	}
	base := f.colorSpace(a[2], depth+1)
	s := &colorSpace{inks: len(names)}
	tint := f.tint(f.Dict(a[3]), base)
	s.color = func(v []float64) ink {
		if tint != nil && len(v) == 1 {
			return tint(v[0])
		}
		for _, t := range v {
			if t > 0 {
				return ink{kind: inkUnknown}
			}
		}
		return white
	}
	full := make([]float64, len(names))
	for i := range full {
		full[i] = 1
	}
	s.first = s.color(full)
	return s
}

// tint is the function that makes the base's colour of a tint, where it is the
// way between two colours (PDF 32000-1, 7.10.3); nil for any other.
func (f spaces) tint(d object.Dict, base *colorSpace) func(float64) ink {
	if kind, ok := f.Number(d["FunctionType"]); !ok || kind != 2 || base.color == nil {
		return nil
	}
	from, to := f.Numbers(d["C0"], base.inks), f.Numbers(d["C1"], base.inks)
	if base.inks == 1 && d["C0"] == nil {
		from = []float64{0}
	}
	if base.inks == 1 && d["C1"] == nil {
		to = []float64{1}
	}
	n, ok := f.Number(d["N"])
	if from == nil || to == nil || !ok {
		return nil
	}
	return func(t float64) ink {
		p := math.Pow(max(0, min(t, 1)), n)
		v := make([]float64, base.inks)
		for i := range v {
			v[i] = from[i] + p*(to[i]-from[i])
		}
		return base.color(v)
	}
}
