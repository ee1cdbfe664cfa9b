package objecttest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"recount.invalid/recount/extract/object"
)

// Outline writes everything that the trailer leads to, objects numbered in
// the order in which they are come upon. Two files with the same content have
// the same outline, whatever numbers their objects have.
func Outline(ctx context.Context, r object.Reader) ([]string, error) {
	numbers := map[object.Ref]int{}
	var todo []object.Ref
	push := func(ref object.Ref) {
		if _, ok := numbers[ref]; !ok {
			numbers[ref] = len(numbers) + 1
			todo = append(todo, ref)
		}
	}
	for _, key := range []object.Name{"Root", "Info"} {
		Refs(r.Trailer()[key], push)
	}
	var out []string
	for len(todo) > 0 {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		ref := todo[0]
		todo = todo[1:]
		o, err := r.Load(ref)
		if err != nil {
			return out, fmt.Errorf("object %v: %w", ref, err)
		}
		Refs(o, push)
		line := fmt.Sprintf("%d: %s", numbers[ref], Text(renumber(o, numbers)))
		if s, ok := o.(*object.Stream); ok {
			data, err := r.Data(s)
			if err != nil && !errors.Is(err, object.ErrFilter) {
				return out, fmt.Errorf("stream %v: %w", ref, err)
			}
			line += fmt.Sprintf(" %x", sha256.Sum256(data))
		}
		out = append(out, line)
	}
	return out, nil
}

// renumber gives o with its references' numbers replaced.
func renumber(o object.Object, numbers map[object.Ref]int) object.Object {
	switch v := o.(type) {
	case object.Ref:
		return object.Ref{Number: numbers[v]}
	case object.Array:
		out := make(object.Array, len(v))
		for i, e := range v {
			out[i] = renumber(e, numbers)
		}
		return out
	case object.Dict:
		out := make(object.Dict, len(v))
		for k, e := range v {
			out[k] = renumber(e, numbers)
		}
		return out
	case *object.Stream:
		return &object.Stream{Dict: renumber(v.Dict, numbers).(object.Dict)}
	}
	return o
}

// Reader gives the document's objects from memory, so that a file can be held
// against what it was made from.
func (d Document) Reader() object.Reader { return memory{d} }

type memory struct{ d Document }

func (m memory) Name() string         { return "memory" }
func (m memory) Trailer() object.Dict { return m.d.Trailer }
func (m memory) Close() error         { return nil }

func (m memory) Load(ref object.Ref) (object.Object, error) {
	o := m.d.Objects[ref.Number]
	if c, ok := o.(Content); ok {
		return &object.Stream{Dict: c.Dict, Handle: c.Data}, nil
	}
	return o, nil
}

func (m memory) Data(s *object.Stream) ([]byte, error) { return s.Handle.([]byte), nil }
