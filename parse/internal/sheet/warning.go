package sheet

import (
	"strconv"

	"recount.invalid/recount/model"
)

// Doubt warns of objects by their pointers.
func (r *Reader) Doubt(kind, text string, at model.At, about ...string) {
	r.Rep.Warnings = append(r.Rep.Warnings, model.Warning{Kind: kind, Text: text, About: about, At: at})
}

// PointerTo is the JSON Pointer of the keys; numbers are places in arrays.
func PointerTo(keys ...any) string {
	out := ""
	for _, k := range keys {
		switch k := k.(type) {
		case string:
			out += "/" + k
		case int:
			out += "/" + strconv.Itoa(k)
		}
	}
	return out
}

// Stopped reports whether the caller has had enough: what is left is left
// undone, and Parse gives the reason. Loops over pages, chapters and notes ask.
func (r *Reader) Stopped() bool { return r.Ctx != nil && r.Ctx.Err() != nil }

// Warn warns of something that cannot be said of an object by its pointer.
func (r *Reader) Warn(kind, text string, at model.At, readings ...string) {
	r.Rep.Warnings = append(r.Rep.Warnings, model.Warning{Kind: kind, Text: text, Readings: readings, At: at})
}
