// Package filter undoes the filters of PDF streams (PDF 32000-1, 7.4) within
// a bound. All readers share it: pdfcpu's filters allocate up to a fixed
// limit however small the raw data is and give nothing back on an error in
// mid-stream; those of ledongthuc/pdf know two filters and one predictor, and
// panic otherwise. One bounded decoder also means that the readers can be
// compared by what they read, not by how they decode.
package filter

import (
	"errors"
	"fmt"

	"recount.invalid/recount/extract/object"
)

// maxChain is how many filters a stream may have. Real files use one or two.
const maxChain = 16

// decoder undoes one filter. It returns what it could decode together with
// any error, and never more than limit bytes.
type decoder func(raw []byte, params object.Dict, limit int64) ([]byte, error)

// decoders are the filters that are undone, under their names and the
// abbreviations that PDF 32000-1 (table 94) allows in inline images and that
// some producers use elsewhere too.
var decoders = map[object.Name]decoder{
	"FlateDecode": flate, "Fl": flate,
	"LZWDecode": lzw, "LZW": lzw,
	"ASCII85Decode": ascii85, "A85": ascii85,
	"ASCIIHexDecode": asciiHex, "AHx": asciiHex,
	"RunLengthDecode": runLength, "RL": runLength,
	// Decryption is done by the reader, before any filter.
	"Crypt": identity,
}

// Check refuses a stream with a filter that Decode does not undo, before its
// data is read: images are the largest streams of a file.
func Check(dict object.Dict, resolve Resolve) error {
	names, _, err := Chain(dict, resolve)
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, ok := decoders[name]; !ok {
			return fmt.Errorf("%w: %s", object.ErrFilter, name)
		}
	}
	return nil
}

// ErrOver: a stream decodes to more bytes than it may.
var ErrOver = errors.New("more bytes than allowed")

// Resolve follows a reference; it gives its argument back where that is none.
type Resolve func(object.Object) object.Object

// Decode undoes the filters that a stream's dictionary names, first to last.
// limit is the number of bytes that no step may exceed; one that does ends
// with ErrOver. On an error it
// returns what was decoded so far: the text in front of a damaged spot is
// worth having.
func Decode(raw []byte, dict object.Dict, resolve Resolve, limit int64) ([]byte, error) {
	names, params, err := Chain(dict, resolve)
	if err != nil {
		return nil, err
	}
	data := raw
	var broken error
	for i, name := range names {
		decode, ok := decoders[name]
		if !ok {
			return nil, fmt.Errorf("%w: %s", object.ErrFilter, name)
		}
		data, err = decode(data, params[i], limit)
		if errors.Is(err, ErrOver) {
			return data, fmt.Errorf("%s: %w", name, err)
		}
		if err != nil && (broken == nil || object.OfChecksum(broken)) {
			broken = fmt.Errorf("%s: %w", name, err)
		}
	}
	return data, broken
}

// Chain gives the names of a stream's filters and the parameters of each, in
// the order in which they are undone.
func Chain(dict object.Dict, resolve Resolve) ([]object.Name, []object.Dict, error) {
	filters := list(first(dict, "Filter", "F"), resolve)
	parameters := list(first(dict, "DecodeParms", "DP"), resolve)
	if len(filters) > maxChain {
		return nil, nil, fmt.Errorf("%w: %d filters for one stream", object.ErrFilter, len(filters))
	}
	var names []object.Name
	var params []object.Dict
	for i, f := range filters {
		name, ok := f.(object.Name)
		if !ok {
			continue // a null filter does nothing
		}
		var p object.Dict
		if i < len(parameters) {
			if d, ok := parameters[i].(object.Dict); ok {
				p = make(object.Dict, len(d))
				for k, v := range d {
					p[k] = resolve(v)
				}
			}
		}
		names = append(names, name)
		params = append(params, p)
	}
	return names, params, nil
}

// first is the value under the key, or under its abbreviation. /F of a stream
// that is not an inline image is a file specification, never a name or an
// array of names; list leaves such a value out.
func first(dict object.Dict, key, short object.Name) object.Object {
	if v, ok := dict[key]; ok {
		return v
	}
	return dict[short]
}

// list is an entry that may be one value or an array of values.
func list(v object.Object, resolve Resolve) []object.Object {
	switch v := resolve(v).(type) {
	case nil, object.String:
		return nil
	case object.Array:
		out := make([]object.Object, len(v))
		for i := range v {
			out[i] = resolve(v[i])
		}
		return out
	default:
		return []object.Object{v}
	}
}

func identity(raw []byte, _ object.Dict, _ int64) ([]byte, error) { return raw, nil }

// integer is a parameter's value, or def where it is absent or no integer.
func integer(params object.Dict, key object.Name, def int) int {
	switch v := params[key].(type) {
	case int64:
		if v > 1<<30 || v < -1<<30 {
			return def
		}
		return int(v)
	case float64:
		if v > 1<<30 || v < -1<<30 {
			return def
		}
		return int(v)
	}
	return def
}
