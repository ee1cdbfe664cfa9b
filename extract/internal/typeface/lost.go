package typeface

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/object"
)

// The parts of a font whose loss changes what is read.
var (
	fontParts       = []object.Name{"Encoding", "ToUnicode", "Widths", "FontDescriptor", "DescendantFonts", "CharProcs", "BaseFont"}
	descendantParts = []object.Name{"W", "CIDToGIDMap", "FontDescriptor"}
	programs        = []object.Name{"FontFile", "FontFile2", "FontFile3"}
)

// absurdWidth is a width in thousandths of the size beyond which a font of
// letters has no glyph.
const absurdWidth = 20_000

// fontLost says what of a font the file names and does not have, or what of it
// cannot be what was written; "" where nothing is known of that.
func (f loader) fontLost(d object.Dict) string {
	if f.Name(d["Subtype"]) == "" && d["BaseFont"] == nil {
		return "what stands in its place is none"
	}
	if part := f.leadsNowhere(d, fontParts); part != "" {
		return fmt.Sprintf("its %s is not in the file", part)
	}
	if part := access.Misspelt(d, fontParts); part != "" {
		return fmt.Sprintf("its %s stands under another name", part)
	}
	switch f.Resolve(d["ToUnicode"]).(type) {
	case nil, *object.Stream, object.Name:
	default:
		return "its ToUnicode is none"
	}
	desc := f.Dict(d["FontDescriptor"])
	subtype := f.Name(d["Subtype"])
	if subtype == "Type0" {
		a := f.Array(d["DescendantFonts"])
		if len(a) == 0 {
			return ""
		}
		cid := f.Dict(a[0])
		if cid == nil {
			if !f.Absent(a[0]) {
				return ""
			}
			return "its DescendantFonts is not in the file"
		}
		if part := f.leadsNowhere(cid, descendantParts); part != "" {
			return fmt.Sprintf("its %s is not in the file", part)
		}
		// Required (PDF 32000-1, table 117); with a map of characters a
		// viewer can do without, with glyphs' own numbers it cannot.
		if cid["FontDescriptor"] == nil && strings.HasPrefix(f.Name(d["Encoding"]), "Identity") {
			return "its FontDescriptor is not in the file"
		}
		desc = f.Dict(cid["FontDescriptor"])
	}
	if part := f.leadsNowhere(desc, programs); part != "" {
		return fmt.Sprintf("its %s is not in the file", part)
	}
	if subtype != "Type3" && isSubset(f.Name(d["BaseFont"])) && !slices.ContainsFunc(programs, func(k object.Name) bool { return desc[k] != nil }) {
		return "it is a part of a font and the part is not in the file"
	}
	if flags, ok := f.Number(desc["Flags"]); ok && int64(flags)&^knownFlags != 0 {
		return "its flags are none"
	}
	widths := f.Array(d["Widths"])
	if widths == nil || subtype == "Type0" {
		return ""
	}
	first, ok := f.Number(d["FirstChar"])
	if !ok {
		return "it has widths and does not say of which characters"
	}
	if last, ok := f.Number(d["LastChar"]); ok && float64(len(widths)) < last-first+1 {
		return "some of its widths are not in the file"
	}
	if subtype == "Type3" {
		return ""
	}
	for _, w := range widths {
		if v, ok := f.Number(w); !ok || math.Abs(v) > absurdWidth {
			return "one of its widths is none"
		}
	}
	return ""
}

// leadsNowhere finds the first of the keys under which a dictionary refers to
// an object that the file does not have.
func (f loader) leadsNowhere(d object.Dict, keys []object.Name) object.Name {
	for _, k := range keys {
		if ref, ok := d[k].(object.Ref); ok && f.Absent(ref) {
			return k
		}
	}
	return ""
}
