package corrections

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// document is a report as JSON, in which any value can be set.
type document struct{ root map[string]any }

func open(r *model.Report) (*document, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber() // 0.50 stays 0.50
	d := &document{}
	return d, dec.Decode(&d.root)
}

// report reads the document as a report.
func (d *document) report() (*model.Report, error) {
	data, err := json.Marshal(d.root)
	if err != nil {
		return nil, err
	}
	r := new(model.Report)
	return r, json.Unmarshal(data, r)
}

var (
	errNoPlace = errors.New("its path names nothing in the report")
	errObject  = errors.New("its path names an object; a correction names one value")
	errFixed   = errors.New("what says which file was read, warnings and corrections are not corrected")
)

// fixed are the parts of a report that say what was done, not what was read.
var fixed = map[string]bool{"schema": true, "source": true, "warnings": true, "corrections": true}

// set puts a value in place of another, which must stand there.
func (d *document) set(pointer, was, now string) error {
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	if fixed[parts[0]] {
		return errFixed
	}
	var at any = d.root
	var made func() // takes back the object that was made
	for i, part := range parts[:len(parts)-1] {
		next, there := child(at, part)
		if !there || next == nil {
			object, isObject := at.(map[string]any)
			if !isObject || !isOptional("/"+strings.Join(parts[:i+1], "/")) {
				return errNoPlace
			}
			// Of what was read nothing, such as a period, its parts can be given.
			next = map[string]any{}
			object[unescape(part)] = next
			if made == nil {
				made = func() { delete(object, unescape(part)) }
			}
		}
		at = next
	}
	err := setIn(at, parts[len(parts)-1], pointer, was, now)
	if err != nil && made != nil {
		made()
	}
	return err
}

// setIn is set within the object or list that holds the value.
func setIn(at any, name, pointer, was, now string) error {
	old, there := child(at, name)
	if _, isList := at.([]any); isList && !there {
		return errNoPlace
	}
	read, ok := textOf(old)
	if !ok {
		return errObject
	}
	if !sameValue(read, was) {
		return fmt.Errorf("%q stands there, not %q", read, was)
	}
	for _, value := range valuesFor(old, now) {
		if fits(pointer, value, now) {
			put(at, name, value)
			return nil
		}
	}
	return fmt.Errorf("%q cannot stand there", now)
}

// has says whether something stands under a pointer.
func (d *document) has(pointer string) bool {
	if pointer == "" {
		return false
	}
	var at any = d.root
	there := true
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if at, there = child(at, part); !there {
			return false
		}
	}
	return true
}

func child(at any, name string) (any, bool) {
	switch at := at.(type) {
	case map[string]any:
		v, there := at[unescape(name)]
		return v, there
	case []any:
		if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(at) {
			return at[i], true
		}
	}
	return nil, false
}

// escape writes a name as a part of a JSON Pointer.
func escape(s string) string { return strings.NewReplacer("~", "~0", "/", "~1").Replace(s) }

// unescape reads a part of a JSON Pointer.
func unescape(s string) string { return strings.NewReplacer("~1", "/", "~0", "~").Replace(s) }

func put(at any, name string, value any) {
	switch at := at.(type) {
	case map[string]any:
		at[unescape(name)] = value
	case []any:
		if i, err := strconv.Atoi(name); err == nil {
			at[i] = value
		}
	}
}

// textOf is a value as a file of corrections has it; ok is false for lists and
// objects.
func textOf(v any) (text string, ok bool) {
	switch v := v.(type) {
	case nil:
		return "", true
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case bool:
		return strconv.FormatBool(v), true
	}
	return "", false
}

// sameValue compares two values: blanks around them, a plus and the form of a
// minus say nothing.
func sameValue(a, b string) bool { return plainValue(a) == plainValue(b) }

func plainValue(s string) string {
	s = strings.TrimSpace(s)
	number := strings.TrimPrefix(strings.NewReplacer("\u2212", "-", "\u2013", "-").Replace(s), "+")
	if _, err := strconv.ParseFloat(number, 64); err == nil {
		return number
	}
	return s
}

// valuesFor are the forms in which a value may be meant, the likeliest first:
// that of the old value.
func valuesFor(old any, now string) []any {
	if now == "" {
		return []any{nil, ""}
	}
	number := json.Number(plainValue(now))
	isNumber := json.Valid([]byte(number)) && (number[0] == '-' || number[0] >= '0' && number[0] <= '9')
	if _, wasText := old.(string); wasText || !isNumber {
		return []any{now}
	}
	return []any{number, now}
}
