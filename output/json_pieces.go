package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// longList is how many elements make a list long enough that what holds it is encoded
// member by member, and not in one piece.
const longList = 64

// pieces encodes a value piece by piece, so that the JSON of a long report is never in
// memory as a whole: a struct that is the whole or has a long list member by member, and
// its lists element by element. All else is one piece, as encoding/json writes it.
type pieces struct {
	to         jsonTarget
	emptyLists bool // of a piece, lists that are nil are written as empty ones
	buf        bytes.Buffer
	enc        *json.Encoder
	plans      map[reflect.Type][]jsonMember
	holders    map[reflect.Type]bool
}

func newPieces(to jsonTarget, emptyLists bool) *pieces {
	p := &pieces{to: to, emptyLists: emptyLists, plans: map[reflect.Type][]jsonMember{}, holders: map[reflect.Type]bool{}}
	p.enc = json.NewEncoder(&p.buf)
	p.enc.SetEscapeHTML(false)
	return p
}

// jsonMember is a field of a struct as its tag has it.
type jsonMember struct {
	index     int
	name      string // in quotes, with its colon
	omitempty bool
}

// value writes v; apart says that v is taken apart if that can be done.
func (p *pieces) value(v reflect.Value, apart bool) error {
	if v.Kind() != reflect.Struct {
		return p.whole(v)
	}
	members := p.plan(v.Type())
	if members == nil || !apart && !hasLongList(v, members) {
		return p.whole(v)
	}
	sep := "{"
	for _, m := range members {
		field := v.Field(m.index)
		if m.omitempty && isEmpty(field) {
			continue
		}
		if err := p.text(sep, m.name); err != nil {
			return err
		}
		sep = ","
		if err := p.member(field, m.omitempty); err != nil {
			return err
		}
	}
	if sep == "{" {
		return p.text("{}")
	}
	return p.text("}")
}

// member writes the value of a member, a list of structs element by element.
func (p *pieces) member(v reflect.Value, omitempty bool) error {
	if v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Struct || writesItself(v.Type()) {
		if p.emptyLists && !omitempty && v.Kind() == reflect.Slice && v.IsNil() {
			return p.text("[]")
		}
		return p.value(v, false)
	}
	switch {
	case v.Len() > 0:
	case v.IsNil() && !p.emptyLists:
		return p.text("null")
	default:
		return p.text("[]")
	}
	for i := range v.Len() {
		sep := ","
		if i == 0 {
			sep = "["
		}
		if err := p.text(sep); err != nil {
			return err
		}
		if err := p.value(v.Index(i), false); err != nil {
			return err
		}
	}
	return p.text("]")
}

// whole writes v in one piece.
func (p *pieces) whole(v reflect.Value) error {
	var value any
	if v.IsValid() {
		if p.emptyLists && p.withLists(v.Type()) {
			v = emptied(v)
		}
		if v.CanAddr() {
			v = v.Addr() // as an element or a field would be
		}
		value = v.Interface()
	}
	p.buf.Reset()
	if err := p.enc.Encode(value); err != nil {
		return fmt.Errorf("encode JSON: %w", err)
	}
	return p.to.piece(bytes.TrimSuffix(p.buf.Bytes(), []byte{'\n'}))
}

// text writes parts of JSON that are text already.
func (p *pieces) text(parts ...string) error {
	p.buf.Reset()
	for _, part := range parts {
		p.buf.WriteString(part)
	}
	return p.to.piece(p.buf.Bytes())
}

// withLists says whether a value of the type can hold a list.
func (p *pieces) withLists(t reflect.Type) bool {
	holds, ok := p.holders[t]
	if !ok {
		holds = holdsLists(t)
		p.holders[t] = holds
	}
	return holds
}

// plan gives the members of a struct in their order; nil where only encoding/json can
// tell them.
func (p *pieces) plan(t reflect.Type) []jsonMember {
	members, ok := p.plans[t]
	if !ok {
		members = membersOf(t)
		p.plans[t] = members
	}
	return members
}

func membersOf(t reflect.Type) []jsonMember {
	if writesItself(t) {
		return nil
	}
	members := []jsonMember{}
	for i := range t.NumField() {
		field := t.Field(i)
		tag, tagged := field.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		switch {
		case field.Anonymous:
			return nil
		case !field.IsExported() || tag == "-":
			continue
		case !tagged || !isPlainName(name) || options != "" && options != "omitempty":
			return nil
		}
		name = `"` + name + `":`
		if slices.ContainsFunc(members, func(m jsonMember) bool { return m.name == name }) {
			return nil
		}
		members = append(members, jsonMember{i, name, options == "omitempty"})
	}
	return members
}

// isPlainName says that a name is written as it is.
func isPlainName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}

var (
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[interface{ MarshalText() ([]byte, error) }]()
)

// writesItself says that a type, or a pointer to it, has its own way to be written.
func writesItself(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(jsonMarshaler) || reflect.PointerTo(t).Implements(textMarshaler)
}

func hasLongList(v reflect.Value, members []jsonMember) bool {
	return slices.ContainsFunc(members, func(m jsonMember) bool {
		field := v.Field(m.index)
		return field.Kind() == reflect.Slice && field.Len() >= longList
	})
}

// isEmpty is what omitempty leaves out.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	default:
		return v.IsZero()
	}
}
