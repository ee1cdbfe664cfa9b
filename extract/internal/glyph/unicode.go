package glyph

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

//go:embed data/agl.txt
var aglText string

//go:embed data/tex.txt
var texText string

// listed are the Adobe Glyph List and what TeX's fonts have beyond it, without
// the comments at their heads.
var listed = sync.OnceValue(func() (lists [2]string) {
	for i, list := range []string{aglText, texText} {
		for strings.HasPrefix(list, "#") {
			_, list, _ = strings.Cut(list, "\n")
		}
		lists[i] = list
	}
	return lists
})

// named gives the text of a name of the lists. Their lines are sorted by name
// and searched as they are: a file's fonts ask for a few hundred of the 4,400
// names, and a map of them all would take longer to make than a page to read.
// What was found is remembered: the fonts of a file ask for the same names.
func named(name string) (string, bool) {
	if s, ok := remembered.Load(name); ok {
		return s.(string), s != ""
	}
	text := ""
	for _, list := range listed() {
		if s, ok := find(list, name); ok {
			text = s
			break
		}
	}
	if len(name) <= maxName && countRemembered.Add(1) <= maxRemembered {
		remembered.Store(strings.Clone(name), text)
	}
	return text, text != ""
}

// remembered are the texts of names that were looked up, "" for one that is in
// no list. A hostile file may ask for names without end.
var (
	remembered      sync.Map
	countRemembered atomic.Int64
)

const maxRemembered = 20_000

func find(list, name string) (string, bool) {
	for list != "" {
		start := strings.LastIndexByte(list[:len(list)/2], '\n') + 1
		line, behind, _ := strings.Cut(list[start:], "\n")
		found, codes, _ := strings.Cut(line, " ")
		switch strings.Compare(name, found) {
		case 0:
			return codePoints(strings.Fields(codes))
		case -1:
			list = list[:start]
		default:
			list = behind
		}
	}
	return "", false
}

// Unicode gives the text that a glyph's name stands for, by the rules of the
// Adobe Glyph List Specification (section 2): the part after the first dot
// is dropped, an underscore joins the parts of a ligature, "uniXXXX…" and
// "uXXXXXX" spell code points. Beyond the specification it understands the
// suffixes with which older fonts named variants of a letter or figure
// (oldstyle, small, inferior, superior, sans, serif). It reports false for a
// name that says nothing, such as "g37" or ".notdef".
func Unicode(name string) (string, bool) {
	if s, ok := named(name); ok {
		return s, true
	}
	if i := strings.IndexByte(name, '.'); i >= 0 {
		name = name[:i]
	}
	if name == "" || len(name) > maxName {
		return "", false
	}
	if !strings.Contains(name, "_") {
		return component(name)
	}
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		s, ok := component(part)
		if !ok {
			return "", false
		}
		b.WriteString(s)
	}
	return b.String(), true
}

// maxName is longer than any meaningful glyph name; the specification allows
// 63 characters.
const maxName = 127

func component(name string) (string, bool) {
	if s, ok := named(name); ok {
		return s, true
	}
	if s, ok := spelled(name); ok {
		return s, true
	}
	for _, suffix := range []string{"oldstyle", "small", "inferior", "superior", "sans", "serif"} {
		if base, ok := strings.CutSuffix(name, suffix); ok {
			if s, ok := named(base); ok {
				return s, true
			}
		}
	}
	return "", false
}

// spelled reads "uniXXXX", with any number of four-digit groups, and "uXXXX"
// to "uXXXXXX"; digits are upper case by the specification and either case
// in the wild.
func spelled(name string) (string, bool) {
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var groups []string
		for i := 0; i < len(hex); i += 4 {
			groups = append(groups, hex[i:i+4])
		}
		if s, ok := codePoints(groups); ok {
			return s, true
		}
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		return codePoints([]string{hex})
	}
	return "", false
}

func codePoints(hex []string) (string, bool) {
	var b strings.Builder
	for _, h := range hex {
		v, err := strconv.ParseUint(h, 16, 32)
		if err != nil || v == 0 || !utf8.ValidRune(rune(v)) {
			return "", false
		}
		b.WriteRune(rune(v))
	}
	return b.String(), b.Len() > 0
}

// rows yields a table's lines without comments and empty ones.
func rows(table string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// superiorSuffixes are what foundries put behind the name of a figure for the glyph
// that is drawn small and raised.
var superiorSuffixes = []string{"superior", ".superior", ".sups", ".sup", ".sup1", ".su"}

// Superior reports whether a glyph's name is that of a raised figure: 'one.superior',
// 'onesuperior', 'one.sups', 'uni00B9'.
func Superior(name string) bool {
	for _, suffix := range superiorSuffixes {
		if base, ok := strings.CutSuffix(name, suffix); ok {
			if s, ok := named(base); ok && len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
				return true
			}
		}
	}
	s, ok := Unicode(name)
	return ok && strings.Contains("⁰¹²³⁴⁵⁶⁷⁸⁹", s)
}
