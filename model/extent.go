package model

import (
	"reflect"
	"slices"
	"strings"
)

// Extent says how much of a report was read and how much of that is in doubt,
// so that of many reports one knows which to look at first.
type Extent struct {
	// Fields is how many values were read: every text, number and score that
	// is there; places and what the program says of its reading do not count.
	Fields int
	// Doubted is how many objects warnings name (Warning.About), each once.
	Doubted int
	// Disagreeing names the checks in which the document does not agree with
	// what was read, each once, in order.
	Disagreeing []string
}

// Extent counts what was read.
func (r *Report) Extent() Extent {
	var e Extent
	counted := *r
	counted.Schema, counted.Source, counted.Warnings, counted.Checks, counted.RunningHeads, counted.Corrections, counted.printed = "", Source{}, nil, nil, nil, nil, nil
	countFields(reflect.ValueOf(counted), &e.Fields)
	seen := map[string]bool{}
	for _, w := range r.Warnings {
		for _, p := range w.About {
			seen[p] = true
		}
	}
	e.Doubted = len(seen)
	for _, c := range r.Checks {
		if c.Agrees != nil && !*c.Agrees && !slices.Contains(e.Disagreeing, c.Check) {
			e.Disagreeing = append(e.Disagreeing, c.Check)
		}
	}
	return e
}

// Doubts is the checks that disagree as one text, empty where all agree.
func (e Extent) Doubts() string { return strings.Join(e.Disagreeing, ", ") }

var (
	placesType  = reflect.TypeFor[At]()
	decimalType = reflect.TypeFor[Decimal]()
)

func countFields(v reflect.Value, n *int) {
	if v.Type() == placesType {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			countFields(v.Elem(), n)
		}
	case reflect.Slice:
		for i := range v.Len() {
			countFields(v.Index(i), n)
		}
	case reflect.Struct:
		if v.Type() == decimalType {
			*n++
			return
		}
		for i := range v.NumField() {
			// A pointer to a score is a value even where it is 0.
			if f := v.Field(i); f.Kind() == reflect.Pointer && !f.IsNil() && f.Elem().Kind() == reflect.Int {
				*n++
			} else {
				countFields(f, n)
			}
		}
	case reflect.String, reflect.Int:
		if !v.IsZero() {
			*n++
		}
	}
}
