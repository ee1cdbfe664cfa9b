package open_test

import (
	"bytes"
	"context"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// TestEntriesLikeLoad: some entries of a dictionary are those of the whole, in
// every form of file, damaged ones too; what needs a repair is left to Load.
func TestEntriesLikeLoad(t *testing.T) {
	keys := []object.Name{"Type", "Kids", "Producer"}
	moved := replace(plainForm(), "\n2 0 obj", "\n% all that follows moves\n2 0 obj")
	for name, data := range map[string][]byte{"plain": plainForm(), "object streams": compressedForm(), "moved": moved, "cut": cut(plainForm(), "xref")} {
		given := 0
		// Of each object the entries are asked for first, and of another
		// reader, so that nothing is held.
		whole := opened(t, data)
		defer whole.Close()
		for number := range 60 {
			for generation := range 2 {
				ref := object.Ref{Number: number, Generation: generation}
				r := opened(t, data)
				before := len(object.Repairs(r))
				got, ok := object.Entries(r, ref, keys)
				if repairs := object.Repairs(r); len(repairs) > before {
					t.Errorf("%s: %v: entries of what had to be repaired: %v", name, ref, repairs)
				}
				r.Close()
				if !ok {
					continue
				}
				given++
				o, err := whole.Load(ref)
				d, isDict := o.(object.Dict)
				if s, isStream := o.(*object.Stream); isStream {
					d, isDict = s.Dict, true
				}
				if err != nil || !isDict {
					t.Errorf("%s: %v is %T, %v", name, ref, o, err)
				}
				want := object.Dict{}
				for _, k := range keys {
					if v, ok := d[k]; ok {
						want[k] = v
					}
				}
				if objecttest.Text(got) != objecttest.Text(want) {
					t.Errorf("%s: %v: %s, want %s", name, ref, objecttest.Text(got), objecttest.Text(want))
				}
			}
		}
		if given == 0 {
			t.Errorf("%s: nothing was given", name)
		}
	}
}

func opened(t *testing.T, data []byte) object.Reader {
	t.Helper()
	r, err := open.Open(context.Background(), bytes.NewReader(data), int64(len(data)), open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}
