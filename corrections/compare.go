package corrections

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"recount.invalid/recount/model"
)

// Compare gives the corrections that make what was edited by hand of what was read,
// both as extract prints them. Other says what cannot be written as corrections:
// entries that were taken out or put between others. Where things stand is not
// compared.
func Compare(read, edited *model.Report) (list []Correction, other []string, err error) {
	before, err := open(read)
	if err != nil {
		return nil, nil, err
	}
	after, err := open(edited)
	if err != nil {
		return nil, nil, err
	}
	c := comparison{read: read}
	for _, name := range slices.Sorted(maps.Keys(union(before.root, after.root))) {
		if !fixed[name] && name != "checks" && name != "running_heads" {
			c.values("/"+name, before.root[name], after.root[name])
		}
	}
	return c.list, c.other, c.err
}

type comparison struct {
	read  *model.Report
	list  []Correction
	other []string
	err   error
}

func union(a, b map[string]any) map[string]bool {
	out := map[string]bool{}
	for name := range a {
		out[name] = true
	}
	for name := range b {
		out[name] = true
	}
	return out
}

// values compares what stands under a pointer.
func (c *comparison) values(pointer string, before, after any) {
	if objectsOf(before, after) {
		b, _ := before.(map[string]any)
		a, _ := after.(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(union(b, a))) {
			if name != "at" {
				c.values(pointer+"/"+escape(name), b[name], a[name])
			}
		}
		return
	}
	if listsOf(before, after) {
		b, _ := before.([]any)
		a, _ := after.([]any)
		c.lists(pointer, b, a)
		return
	}
	was, okWas := textOf(before)
	now, okNow := textOf(after)
	switch {
	case okWas && okNow && !sameValue(was, now):
		c.add(pointer, was, now)
	case okWas != okNow:
		c.other = append(c.other, pointer+": a value stands where an object or a list stood, or the other way round")
	}
}

// objectsOf says whether one is an object and the other is one or nothing.
func objectsOf(a, b any) bool {
	_, isA := a.(map[string]any)
	_, isB := b.(map[string]any)
	return isA && (isB || b == nil) || isB && a == nil
}

// listsOf is the same of lists.
func listsOf(a, b any) bool {
	_, isA := a.([]any)
	_, isB := b.([]any)
	return isA && (isB || b == nil) || isB && a == nil
}

// lists compares lists entry by entry; what is behind the end was added.
func (c *comparison) lists(pointer string, before, after []any) {
	if len(after) < len(before) {
		c.other = append(c.other, fmt.Sprintf("%s: %d entries stand where %d were read; what was taken out cannot be told from what was changed", pointer, len(after), len(before)))
		return
	}
	for i := range before {
		c.values(pointer+"/"+strconv.Itoa(i), before[i], after[i])
	}
	for _, entry := range after[len(before):] {
		if !addedTo().MatchString(pointer) {
			c.other = append(c.other, pointer+": nothing can be added there")
			return
		}
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false) // as extract prints it
		if err := enc.Encode(entry); err != nil {
			c.err = err
			return
		}
		c.add(pointer+"/-", "", string(bytes.TrimSpace(b.Bytes())))
	}
}

func (c *comparison) add(pointer, was, now string) {
	c.list = append(c.list, Correction{Report: c.read.Source.File, Path: KeyOf(c.read, pointer), Was: was, Now: now})
}
