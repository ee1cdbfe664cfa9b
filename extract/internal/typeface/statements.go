package typeface

import (
	"slices"
	"strings"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/glyph"
)

// Kinds are the kinds of fonts that a page may name (PDF 32000-1, table 110).
var Kinds = []string{"Type0", "Type1", "MMType1", "Type3", "TrueType"}

// kind holds what a font says that it is against what it has.
func (s *statements) kind() testimony {
	switch s.subtype {
	case "Type3":
		return proofIf(s.d["CharProcs"] == nil) // required (table 112), and nothing is drawn without
	case "Type0":
		return proofIf(s.d["DescendantFonts"] == nil) // the same (table 121)
	}
	if slices.Contains(Kinds, s.subtype) {
		return proofIf(s.d["DescendantFonts"] != nil)
	}
	return proofIf(slices.ContainsFunc(Kinds, func(k string) bool { return access.OneApart(s.subtype, k) }))
}

// name holds the names of a font that is in part in the file against each other: the
// mark in front of them is chosen by chance and tells that both are of one
// font. A damaged name has another letter, or ends where a byte became a delimiter.
func (s *statements) name() testimony {
	stated := []string{s.file.Name(s.d["BaseFont"]), s.file.Name(s.cid["BaseFont"]), s.file.Name(s.desc["FontName"])}
	for i, a := range stated {
		for _, b := range stated[i+1:] {
			if s.misnamed(a, b) || s.misnamed(b, a) {
				return proof
			}
		}
	}
	return noWord
}

// misnamed reports whether the first of two names is the damaged form of the other, as
// far as can be told.
func (s *statements) misnamed(a, b string) bool {
	if !isSubset(b) || a == "" {
		return false
	}
	if access.OneApart(a, b) {
		return true
	}
	// The name of the whole may have the name of its table of codes at its end.
	rest, cut := strings.CutPrefix(b, a)
	return cut && isSubset(a) && rest != "" && !strings.HasPrefix(rest, "-"+s.file.Name(s.d["Encoding"]))
}

// encodingNames are the encodings that have names, but for the tables of East Asian
// writing.
var encodingNames = []string{"WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "MacExpertEncoding", "Identity-H", "Identity-V"}

// encodingName looks for a name that is none and differs from one in a letter.
func (s *statements) encodingName() testimony {
	stated := s.file.Name(s.d["Encoding"])
	if stated == "" {
		stated = s.file.Name(s.file.Dict(s.d["Encoding"])["BaseEncoding"])
	}
	if slices.Contains(encodingNames, stated) {
		return noWord
	}
	return proofIf(slices.ContainsFunc(encodingNames, func(n string) bool { return access.OneApart(stated, n) }))
}

// standardNames looks at the glyphs' names of a standard font that is not in the file.
func (s *statements) standardNames() testimony {
	if !s.standard() || s.family >= glyph.Courier {
		return noWord
	}
	return proofIf(oddName(s.names, s.family))
}

// fewUnused is how many glyphs a part of a font may have to which no code leads, for
// its names to be those that the encoding should have.
const fewUnused = 2

// programNames looks for a glyph's name, in an encoding, that the part of the font that
// is in the file does not have, or that stands there twice, and differs in one letter
// from one that the part has and no code leads to.
func (s *statements) programNames() testimony {
	if s.composite != nil || !isSubset(s.file.Name(s.d["BaseFont"])) {
		return noWord
	}
	differences := s.file.Array(s.file.Dict(s.d["Encoding"])["Differences"])
	if len(differences) < agreeing {
		return noWord
	}
	own := s.program.glyphNames()
	if own == nil {
		return noWord
	}
	named := map[string]int{}
	s.file.eachDifference(differences, func(_ int, name string) { named[name]++ })
	var unused []string
	for name := range own {
		if named[name] == 0 && name != ".notdef" {
			unused = append(unused, name)
		}
	}
	if len(unused) == 0 || len(unused) > fewUnused {
		return noWord
	}
	for name, n := range named {
		if own[name] && n < 2 {
			continue
		}
		if slices.ContainsFunc(unused, func(other string) bool { return access.OneApart(name, other) }) {
			return proof
		}
	}
	return noWord
}

// standard reports whether a simple font is one of those that every viewer has, and
// is not in the file.
func (s *statements) standard() bool {
	return s.composite == nil && s.subtype != "Type3" && s.exact && !s.file.embedded(s.desc)
}
