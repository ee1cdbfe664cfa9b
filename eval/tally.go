package eval

import (
	"fmt"
	"sort"
)

// Tally is how many of so many were right.
type Tally struct {
	Right int `json:"right"`
	Total int `json:"total"`
}

// Percent is 100×Right/Total; 100 where there was nothing to get wrong.
func (t Tally) Percent() float64 {
	if t.Total == 0 {
		return 100
	}
	return 100 * float64(t.Right) / float64(t.Total)
}

func (t Tally) add(u Tally) Tally { return Tally{t.Right + u.Right, t.Total + u.Total} }

// Miss is one field that was not right.
type Miss struct {
	Case, Field, Where string
	Want, Got          string
}

func (m Miss) String() string {
	return fmt.Sprintf("%s: %s %s: want %s, got %s", m.Case, m.Field, m.Where, m.Want, m.Got)
}

// Scores are the tallies of one or several cases, by field.
type Scores struct {
	Fields map[string]Tally
	Misses []Miss
	name   string
}

func newScores(name string) *Scores { return &Scores{Fields: map[string]Tally{}, name: name} }

// All is the tally over all fields.
func (s *Scores) All() Tally {
	var t Tally
	for _, f := range s.Fields {
		t = t.add(f)
	}
	return t
}

// Group is the tally of the fields of a group.
func (s *Scores) Group(group string) Tally {
	var t Tally
	for name, f := range s.Fields {
		if groupOf(name) == group {
			t = t.add(f)
		}
	}
	return t
}

// Names are the fields' names, sorted.
func (s *Scores) Names() []string {
	var out []string
	for n := range s.Fields {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

func (s *Scores) merge(t *Scores) {
	for n, f := range t.Fields {
		s.Fields[n] = s.Fields[n].add(f)
	}
	s.Misses = append(s.Misses, t.Misses...)
}

// check counts one field.
func (s *Scores) check(field, where string, ok bool, want, got any) {
	t := s.Fields[field]
	t.Total++
	if ok {
		t.Right++
	} else {
		s.Misses = append(s.Misses, Miss{s.name, field, where, show(want), show(got)})
	}
	s.Fields[field] = t
}

// show prints a value for a miss, cut to a readable length.
func show(v any) string {
	t := fmt.Sprintf("%q", fmt.Sprint(v))
	if r := []rune(t); len(r) > 160 {
		return string(r[:80]) + " … " + string(r[len(r)-76:])
	}
	return t
}

func eq[T comparable](s *Scores, field, where string, want, got T) {
	s.check(field, where, want == got, want, got)
}

// eqPtr compares values that may be absent.
func eqPtr[T comparable](s *Scores, field, where string, want, got *T) {
	ok := want == nil && got == nil || want != nil && got != nil && *want == *got
	s.check(field, where, ok, deref(want), deref(got))
}

func deref[T any](p *T) any {
	if p == nil {
		return "null"
	}
	return *p
}
