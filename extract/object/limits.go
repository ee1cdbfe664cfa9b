package object

import (
	"strings"
	"time"
)

// Limits bounds what one file may cost. A field that is zero stands for its
// default (DefaultLimits), so that a caller names only what it changes; a
// negative field is treated as zero. Who hits a limit says so with a
// *LimitError that carries the name of the field that raises it.
type Limits struct {
	// StreamRatio is how many bytes a stream may decode to for each byte of
	// its raw data. Text, tables and cross-reference streams stay below 60:1;
	// Flate itself ends at 1032:1, which is what a bomb has.
	StreamRatio int
	// StreamFloor is the decoded size in bytes that every stream may have,
	// however small its raw data.
	StreamFloor int64
	// StreamMax is the decoded size in bytes that no stream may exceed.
	StreamMax int64
	// DocumentRatio is how many bytes all streams of a file together may
	// decode to for each byte of the file. A stream that is asked for twice
	// counts twice, because decoding it costs twice.
	DocumentRatio int
	// DocumentFloor is the decoded size in bytes that every file may reach.
	DocumentFloor int64
	// Objects is how many indirect objects a file may have. The default is
	// lower for a short file (ObjectsFor).
	Objects int
	// XRefEntries is how many cross-reference entries are read, older
	// revisions of the file included. The default is lower for a short file
	// (XRefEntriesFor).
	XRefEntries int
	// Nesting is how deep arrays and dictionaries may stand in each other, and
	// the nodes of the page tree.
	Nesting int
	// FormDepth is how deep form XObjects may be drawn in each other.
	FormDepth int
	// CMapBytes is the decoded size of a CMap that is read.
	CMapBytes int64
	// GlyphsPerPage is how many glyphs a page may show.
	GlyphsPerPage int
	// OperatorsPerPage is how many operators a page may have, those of a form
	// that is drawn several times counted each time. A page full of vector
	// maps has a million.
	OperatorsPerPage int
	// Operators is what the pages may cost all together, in operators; text,
	// and putting it in lines, counts for some as well. The default is lower
	// for a short file (OperatorsFor).
	Operators int64
	// AnnotationsPerPage is how many annotations a page may have; one full of
	// links has some hundreds.
	AnnotationsPerPage int
	// Fonts is how many fonts of a file are loaded: a loaded one takes some
	// kilobytes, a hostile dictionary a few bytes. One with large tables counts as
	// several, by what it takes. Files joined of hundreds of others have some
	// thousand.
	Fonts int
	// Pages is how many pages are read.
	Pages int
	// Time is how long one file may take.
	Time time.Duration
}

// DefaultLimits are the limits where nothing else is asked for. They hold
// reports of several thousand pages and keep 64 KB of hostile input below
// 100 MB of memory.
func DefaultLimits() Limits {
	return Limits{
		StreamRatio:        200,
		StreamFloor:        8 << 20,
		StreamMax:          100 << 20,
		DocumentRatio:      100,
		DocumentFloor:      96 << 20,
		Objects:            2_000_000,
		XRefEntries:        4_000_000,
		Nesting:            100,
		FormDepth:          16,
		CMapBytes:          8 << 20,
		GlyphsPerPage:      500_000,
		OperatorsPerPage:   4_000_000,
		Operators:          1_000_000_000,
		AnnotationsPerPage: 5000,
		Fonts:              10_000,
		Pages:              20_000,
		Time:               30 * time.Second,
	}
}

// OrDefault gives l with every field that is not positive set to its default.
func (l Limits) OrDefault() Limits {
	d := DefaultLimits()
	fill(&l.StreamRatio, d.StreamRatio)
	fill(&l.StreamFloor, d.StreamFloor)
	fill(&l.StreamMax, d.StreamMax)
	fill(&l.DocumentRatio, d.DocumentRatio)
	fill(&l.DocumentFloor, d.DocumentFloor)
	fill(&l.Objects, d.Objects)
	fill(&l.XRefEntries, d.XRefEntries)
	fill(&l.Nesting, d.Nesting)
	fill(&l.FormDepth, d.FormDepth)
	fill(&l.CMapBytes, d.CMapBytes)
	fill(&l.GlyphsPerPage, d.GlyphsPerPage)
	fill(&l.OperatorsPerPage, d.OperatorsPerPage)
	fill(&l.Operators, d.Operators)
	fill(&l.AnnotationsPerPage, d.AnnotationsPerPage)
	fill(&l.Fonts, d.Fonts)
	fill(&l.Pages, d.Pages)
	fill(&l.Time, d.Time)
	return l
}

func fill[T int | int64 | time.Duration](field *T, def T) {
	if *field <= 0 {
		*field = def
	}
}

// StreamBytes is the decoded size that a stream of raw bytes may have.
func (l Limits) StreamBytes(raw int64) int64 {
	return bounded(raw, l.StreamRatio, l.StreamFloor, l.StreamMax)
}

// StreamLimit is the error of a stream of raw bytes that decodes to more than
// StreamBytes.
func (l Limits) StreamLimit(raw int64) error {
	most := l.StreamBytes(raw)
	name := "StreamRatio"
	switch most {
	case l.StreamMax:
		name = "StreamMax"
	case l.StreamFloor:
		name = "StreamFloor"
	}
	return &LimitError{Limit: name, Max: most}
}

// DocumentBytes is the decoded size that all streams of a file of size bytes
// may have together.
func (l Limits) DocumentBytes(size int64) int64 {
	return bounded(size, l.DocumentRatio, l.DocumentFloor, 1<<50)
}

// DocumentLimit is the error of a file of size bytes whose streams decode to
// more than DocumentBytes.
func (l Limits) DocumentLimit(size int64) error {
	most := l.DocumentBytes(size)
	name := "DocumentRatio"
	if most == l.DocumentFloor {
		name = "DocumentFloor"
	}
	return &LimitError{Limit: name, Max: most}
}

// ObjectsFor is how many objects a file of size bytes may have: by default one
// for each byte, which no file comes near, and some more.
func (l Limits) ObjectsFor(size int64) int {
	return forSize(l.Objects, DefaultLimits().Objects, size+50_000)
}

// XRefEntriesFor is how many cross-reference entries of a file of size bytes
// are read: by default two for each byte, and some more.
func (l Limits) XRefEntriesFor(size int64) int {
	return forSize(l.XRefEntries, DefaultLimits().XRefEntries, 2*size+100_000)
}

// OperatorsFor is what the pages of a file of size bytes may cost all
// together, in operators: by default twenty for each byte, of which reports
// have one and drawings five, and some more. A file of copies of a few pages,
// whose content it holds once only, comes to ten million for 1,000 dense pages.
func (l Limits) OperatorsFor(size int64) int64 {
	return forSize(l.Operators, DefaultLimits().Operators, 20*size+14_000_000)
}

// forSize is the limit, or at most fitting where it is the default: a limit
// that was asked for is kept.
func forSize[T int | int64](limit, def T, fitting int64) T {
	if limit != def {
		return limit
	}
	return T(min(int64(limit), fitting))
}

// bounded is n*ratio, at least floor and at most ceiling, without overflow.
func bounded(n int64, ratio int, floor, ceiling int64) int64 {
	v := ceiling
	if n <= ceiling/int64(max(ratio, 1)) {
		v = n * int64(ratio)
	}
	return min(max(v, floor), ceiling)
}

// TooDeep is the error of an object that is nested deeper than allowed.
func (l Limits) TooDeep() error {
	return &LimitError{Limit: "Nesting", Max: int64(l.Nesting)}
}

// LimitName is a limit's field as it is named on the command line and in
// messages: GlyphsPerPage is glyphs-per-page.
func LimitName(field string) string {
	var b strings.Builder
	upper := true // no hyphen before the first letter nor inside "XRef", "CMap"
	for i, r := range field {
		isUpper := r >= 'A' && r <= 'Z'
		if isUpper && !upper && i > 0 {
			b.WriteByte('-')
		}
		upper = isUpper
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}
