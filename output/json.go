package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// jsonWidth is how many columns a JSON value may take in the indented form
// before it is broken over several lines.
const jsonWidth = 110

// WriteJSON writes v as JSON and a line feed: on one line, or indented so
// that a value that fits on one line stays on it (a place on a page, a
// score). Characters are written as themselves, '&' and '<' too, so that
// addresses can be read and copied.
func WriteJSON(w io.Writer, v any, indented bool) error {
	out := &laidOut{w: w, indented: indented}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil && out.err == nil {
		return fmt.Errorf("encode JSON: %w", err)
	}
	return out.err
}

// laidOut takes what the encoder writes, a value in one piece, and writes it as it is
// to be read.
type laidOut struct {
	w        io.Writer
	indented bool
	err      error // of writing
}

func (o *laidOut) Write(compact []byte) (int, error) {
	data := compact
	if o.indented {
		p := indenter{src: compact}
		size := len(compact) * 3 / 2
		if buf, ok := o.w.(*bytes.Buffer); ok {
			// What is laid out in the buffer's own room is not copied.
			buf.Grow(size)
			p.out = buf.AvailableBuffer()
		} else {
			p.out = make([]byte, 0, size)
		}
		p.value(0)
		data = append(p.out, '\n')
	}
	_, o.err = o.w.Write(data)
	return len(compact), o.err
}

// indenter lays valid compact JSON out over lines.
type indenter struct {
	src []byte
	pos int
	out []byte
}

// value writes the value at pos, whose first column is at the given depth.
func (p *indenter) value(depth int) {
	end := p.end(max(jsonWidth-2*depth, jsonWidth/2))
	if end > 0 || (p.src[p.pos] != '{' && p.src[p.pos] != '[') {
		if end == 0 {
			end = p.end(len(p.src))
		}
		p.oneLine(end)
		return
	}
	p.out = append(p.out, p.src[p.pos])
	p.pos++
	for {
		p.newline(depth + 1)
		if p.src[p.pos] == '"' {
			// A member's name and its colon, or a plain string element.
			if end := p.end(len(p.src)); p.src[end] == ':' {
				p.out = append(p.out, p.src[p.pos:end+1]...)
				p.out = append(p.out, ' ')
				p.pos = end + 1
			}
		}
		p.value(depth + 1)
		c := p.src[p.pos]
		p.pos++
		if c != ',' {
			p.newline(depth)
			p.out = append(p.out, c)
			return
		}
		p.out = append(p.out, ',')
	}
}

// end gives the index behind the value at pos, or 0 when the value is longer
// than limit bytes.
func (p *indenter) end(limit int) int {
	depth, inString := 0, false
	for i := p.pos; i < len(p.src) && i-p.pos <= limit; i++ {
		c := p.src[i]
		if inString {
			switch c {
			case '\\':
				i++
			case '"':
				inString = false
				if depth == 0 {
					return i + 1
				}
			}
			continue
		}
		switch c {
		case '"':
			inString = true
		case '{', '[':
			depth++
		case '}', ']':
			depth--
			if depth < 0 {
				return i
			}
			if depth == 0 {
				return i + 1
			}
		case ',', '\n':
			if depth == 0 {
				return i
			}
		}
	}
	return 0
}

// oneLine writes the bytes up to end with a space behind each comma and
// colon outside strings.
func (p *indenter) oneLine(end int) {
	inString := false
	from := p.pos
	for i := p.pos; i < end; i++ {
		switch c := p.src[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case !inString && (c == ',' || c == ':'):
			p.out = append(append(p.out, p.src[from:i+1]...), ' ')
			from = i + 1
		}
	}
	p.out = append(p.out, p.src[from:end]...)
	p.pos = end
}

func (p *indenter) newline(depth int) {
	p.out = append(p.out, '\n')
	for range depth {
		p.out = append(p.out, "  "...)
	}
}

// withEmptyLists gives a copy of v in which every nil slice that JSON would
// show as null is an empty one: a list that is always there is a list, and
// readers need not ask whether it is null. Slices marked omitempty stay out.
func withEmptyLists[T any](v T) T {
	rv := reflect.New(reflect.TypeOf(v)).Elem()
	rv.Set(reflect.ValueOf(v))
	return emptied(rv).Interface().(T)
}

// emptied copies what it changes and leaves the rest shared; the types it
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
