package corrections

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"recount.invalid/recount/model"
)

// addedTo are the lists to which something lost can be added. It is put at the
// end, so that the pointers of what was read stay right.
var addedTo = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(/commitments/\d+/verdicts/\d+/actions|/commitments/\d+/assessment/scores|/footnotes)$`)
})

var (
	errNotAdded = errors.New("nothing can be added there")
	errWas      = errors.New("what is added was nothing before: the column was is to be empty")
	errEmpty    = errors.New("nothing is said to be added")
)

// adds says whether a pointer is the end of a list (RFC 6902).
func adds(pointer string) bool { return strings.HasSuffix(pointer, "/-") }

// addedAlready says whether a report has an addition already, wherever in its list.
func addedAlready(made []model.Correction, s step) bool {
	for _, m := range made {
		if m.Was == "" && strings.HasPrefix(m.Path, strings.TrimSuffix(s.pointer, "-")) && sameValue(m.Now, s.Now) {
			return true
		}
	}
	return false
}

// add puts a new entry at the end of a list and gives its pointer. The entry is
// written as extract prints it, or as its text alone.
func (d *document) add(pointer, was, now string) (string, error) {
	list := strings.TrimSuffix(pointer, "/-")
	if !addedTo().MatchString(list) {
		return "", errNotAdded
	}
	if was != "" {
		return "", errWas
	}
	t, _, ok := typeOf(list + "/0")
	if !ok {
		return "", errNotAdded
	}
	entry, err := entryOf(t, now)
	if err != nil {
		return "", err
	}
	names := strings.Split(strings.TrimPrefix(list, "/"), "/")
	var at any = d.root
	for _, name := range names[:len(names)-1] {
		next, there := child(at, name)
		if !there || next == nil {
			return "", errNoPlace
		}
		at = next
	}
	name := names[len(names)-1]
	old, _ := child(at, name)
	entries, _ := old.([]any)
	put(at, name, append(entries, entry))
	return list + "/" + strconv.Itoa(len(entries)), nil
}

// entryOf reads an entry as its type has it, so that nothing is lost in silence.
func entryOf(t reflect.Type, now string) (any, error) {
	now = strings.TrimSpace(now)
	if now == "" {
		return nil, errEmpty
	}
	v := reflect.New(t)
	if strings.HasPrefix(now, "{") {
		dec := json.NewDecoder(bytes.NewReader([]byte(now)))
		dec.DisallowUnknownFields()
		if err := dec.Decode(v.Interface()); err != nil {
			return nil, fmt.Errorf("what is to be added cannot be read: %w", err)
		}
	} else if text := v.Elem().FieldByName("Text"); text.IsValid() {
		text.SetString(now)
	}
	if action, ok := v.Interface().(*model.Action); ok {
		if strings.TrimSpace(action.Text) == "" {
			return nil, errEmpty
		}
		if action.Footnotes == nil {
			action.Footnotes = []model.Ref{}
		}
	}
	return asJSON(v.Elem())
}
