package output

import (
	"io"
	"reflect"
	"strings"
)

// WriteJSON writes v as JSON and a line feed: on one line, or indented so
// that a value that fits on one line stays on it (a place on a page, a
// score). Characters are written as themselves, '&' and '<' too, so that
// addresses can be read and copied.
//
// What is long is written as it is made, so that it takes little memory. A value that
// JSON cannot have, of which the types of model, audit and diff know none, is an error
// that comes after what stands before it.
func WriteJSON(w io.Writer, v any, indented bool) error {
	return writeJSON(w, reflect.ValueOf(v), indented, false)
}

// writeJSON is WriteJSON; with emptyLists, lists that are nil are written as by
// ReportJSON.
func writeJSON(w io.Writer, v reflect.Value, indented, emptyLists bool) error {
	var to jsonTarget = &compactJSON{to: w}
	if indented {
		to = &laidOutJSON{to: w}
	}
	p := newPieces(to, emptyLists)
	if err := p.value(v, true); err != nil {
		return err
	}
	return to.end()
}

// jsonTarget takes compact JSON piece by piece; no piece ends within a string or a
// number.
type jsonTarget interface {
	piece([]byte) error
	// end writes what is left of a value that is whole, and a line feed.
	end() error
}

// writtenAtOnce is how many bytes are gathered before they are written.
const writtenAtOnce = 64 << 10

// compactJSON writes everything on one line.
type compactJSON struct {
	to  io.Writer
	out []byte
}

func (c *compactJSON) piece(src []byte) error {
	c.out = append(c.out, src...)
	if len(c.out) < writtenAtOnce {
		return nil
	}
	return c.write()
}

func (c *compactJSON) end() error {
	c.out = append(c.out, '\n')
	return c.write()
}

func (c *compactJSON) write() error {
	_, err := c.to.Write(c.out)
	c.out = c.out[:0]
	return err
}

// emptied gives a copy of v in which every nil slice that JSON would
// show as null is an empty one: a list that is always there is a list, and
// readers need not ask whether it is null. Slices marked omitempty stay out.
//
// It copies what it changes and leaves the rest shared; the types it
// walks are trees, so that it ends.
func emptied(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			f := emptied(v.Field(i))
			if f.Kind() == reflect.Slice && f.IsNil() && !strings.Contains(field.Tag.Get("json"), ",omitempty") {
				f = reflect.MakeSlice(f.Type(), 0, 0)
			}
			out.Field(i).Set(f)
		}
		return out
	case reflect.Slice:
		if v.Len() == 0 || !holdsLists(v.Type().Elem()) {
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(emptied(v.Index(i)))
		}
		return out
	case reflect.Pointer:
		if v.IsNil() || !holdsLists(v.Type().Elem()) {
			return v
		}
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(emptied(v.Elem()))
		return out
	default:
		return v
	}
}

// holdsLists says whether a value of the type can hold a slice somewhere;
// what cannot is not walked.
func holdsLists(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if holdsLists(t.Field(i).Type) {
				return true
			}
		}
		return false
	case reflect.Slice:
		return true
	case reflect.Pointer:
		return holdsLists(t.Elem())
	default:
		return false
	}
}
