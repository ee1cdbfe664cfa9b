package corrections

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// Text is the value under a JSON Pointer as a file of corrections has it: empty
// for one that was not read, also where nothing around it was. ok is false where
// the pointer names nothing, a list or an object.
func Text(r *model.Report, pointer string) (text string, ok bool) {
	v, omit, found := locate(r, pointer)
	if !found {
		t, _, typed := typeOf(pointer)
		return "", typed && v.Kind() == reflect.Pointer && v.IsNil() && isValue(t)
	}
	return leafText(v, omit)
}

// isValue says whether a type is that of a value, not of an object or a list.
func isValue(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t == reflect.TypeFor[model.Decimal]() || t.Kind() != reflect.Struct && t.Kind() != reflect.Slice && t.Kind() != reflect.Array
}

// fingerprintMark begins a fingerprint.
const fingerprintMark = "#"

// fingerprintDigits are the digits of a sum that stand in a fingerprint.
const fingerprintDigits = 12

// Fingerprint stands for an object or a list in the columns was and now: the same
// content, wherever it stands on the page, has the same one. A chapter has one of
// its own without the members' sections and scores, a section without its actions.
// ok is false where the pointer names nothing.
func Fingerprint(r *model.Report, pointer string) (text string, ok bool) {
	v, _, found := locate(r, pointer)
	if !found {
		return "", false
	}
	return fingerprint(v)
}

func fingerprint(v reflect.Value) (string, bool) {
	plain, err := asJSON(v)
	if err != nil {
		return "", false
	}
	if object, ok := plain.(map[string]any); ok {
		for _, name := range apart[v.Type()] {
			delete(object, name)
		}
	}
	data, err := json.Marshal(withoutPlaces(plain)) // the keys of a map are sorted
	if err != nil {
		return "", false
	}
	sum := sha256.Sum256(data)
	return fingerprintMark + hex.EncodeToString(sum[:])[:fingerprintDigits], true
}

// apart are the parts of large objects that are looked at by themselves.
var apart = map[reflect.Type][]string{
	reflect.TypeFor[model.Commitment](): {"assessment", "verdicts"},
	reflect.TypeFor[model.Verdict]():    {"actions"},
}

// Covers says whether whoever looked at an object has looked at a value in it: not
// so at a chapter or a section, of which a page shows a part.
func Covers(looked, pointer string) bool {
	if looked == pointer {
		return true
	}
	t, _, ok := typeOf(looked)
	return ok && apart[t] == nil && strings.HasPrefix(pointer, looked+"/")
}

// isFingerprint says whether a value stands for an object.
func isFingerprint(s string) bool {
	digits, ok := strings.CutPrefix(s, fingerprintMark)
	if !ok || len(digits) != fingerprintDigits {
		return false
	}
	_, err := hex.DecodeString(digits)
	return err == nil
}

// withoutPlaces takes out where things stand: another version of the program may
// measure a box otherwise.
func withoutPlaces(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "at")
		for name, part := range v {
			v[name] = withoutPlaces(part)
		}
	case []any:
		for i, part := range v {
			v[i] = withoutPlaces(part)
		}
	}
	return v
}

func asJSON(v reflect.Value) (any, error) {
	data, err := json.Marshal(v.Interface())
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var out any
	return out, dec.Decode(&out)
}

// leafText is the text of a value; ok is false for lists and objects. A zero that
// JSON leaves out is no value.
func leafText(v reflect.Value, omit bool) (string, bool) {
	plain, err := asJSON(v)
	if err != nil {
		return "", false
	}
	text, ok := textOf(plain)
	if ok && omit && v.IsZero() {
		return "", true
	}
	return text, ok
}

// parts are the names of a pointer.
func parts(pointer string) []string {
	names := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, name := range names {
		names[i] = unescape(name)
	}
	return names
}

// locate finds what stands under a pointer; omit says that JSON leaves it out
// where it is zero.
func locate(r *model.Report, pointer string) (v reflect.Value, omit, ok bool) {
	v = reflect.ValueOf(r).Elem()
	for _, name := range parts(pointer) {
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false, false
			}
			v = v.Elem()
		}
		omit = false
		switch v.Kind() {
		case reflect.Struct:
			i, omitted, found := fieldOf(v.Type(), name)
			if !found {
				return v, false, false
			}
			v, omit = v.Field(i), omitted
		case reflect.Slice, reflect.Array:
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= v.Len() {
				return v, false, false
			}
			v = v.Index(i)
		default:
			return v, false, false
		}
	}
	return v, omit, true
}

// typeOf is the type of what may stand under a pointer.
func typeOf(pointer string) (t reflect.Type, omit, ok bool) {
	t = reflect.TypeFor[model.Report]()
	for _, name := range parts(pointer) {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		omit = false
		switch t.Kind() {
		case reflect.Struct:
			i, omitted, found := fieldOf(t, name)
			if !found {
				return nil, false, false
			}
			t, omit = t.Field(i).Type, omitted
		case reflect.Slice, reflect.Array:
			t = t.Elem()
		default:
			return nil, false, false
		}
	}
	return t, omit, true
}

// fieldOf finds the field that JSON calls so.
func fieldOf(t reflect.Type, name string) (index int, omit, ok bool) {
	for i := range t.NumField() {
		tag, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if tag == name && tag != "" && tag != "-" {
			return i, options == "omitempty", true
		}
	}
	return 0, false, false
}

// fits says whether a value can stand under a pointer and is then read as now: a
// name that no report has would be lost in silence.
func fits(pointer string, value any, now string) bool {
	t, omit, ok := typeOf(pointer)
	if !ok {
		return false
	}
	data, err := json.Marshal(value)
	if err != nil {
		return false
	}
	v := reflect.New(t)
	if json.Unmarshal(data, v.Interface()) != nil {
		return false
	}
	read, ok := leafText(v.Elem(), omit)
	return ok && sameValue(read, now)
}

// Place is where the value under a pointer stands, or what holds it; empty where
// neither has a place.
func Place(r *model.Report, pointer string) model.At {
	for p := pointer; p != ""; p = p[:max(strings.LastIndexByte(p, '/'), 0)] {
		v, _, ok := locate(r, p)
		if !ok {
			continue
		}
		for v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
		if v.Kind() != reflect.Struct {
			continue
		}
		field := v.FieldByName("At")
		if !field.IsValid() {
			continue
		}
		if at, ok := field.Interface().(model.At); ok && len(at) > 0 {
			return at
		}
	}
	return nil
}

// Length is how many entries the list under a pointer has; 0 for what is no list.
func Length(r *model.Report, pointer string) int {
	v, _, ok := locate(r, pointer)
	if !ok || v.Kind() != reflect.Slice {
		return 0
	}
	return v.Len()
}

// Has says whether something stands under a pointer.
func Has(r *model.Report, pointer string) bool {
	v, _, ok := locate(r, pointer)
	return ok && (v.Kind() != reflect.Pointer || !v.IsNil())
}

// isOptional says whether an object may be absent from a report.
func isOptional(pointer string) bool {
	t, _, ok := typeOf(pointer)
	return ok && t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct && t.Elem() != reflect.TypeFor[model.Decimal]()
}
