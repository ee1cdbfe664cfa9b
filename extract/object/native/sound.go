package native

import (
	"context"

	"recount/extract/object"
)

// Sound reports whether the file can be read as it stands by a reader that
// repairs nothing, decrypts nothing and believes every number: header at the
// first byte, cross-reference tables only, each object where its entry says,
// each stream as long as it says.
func (f *File) Sound(ctx context.Context) bool {
	if f.damaged || f.header != 0 || f.crypt != nil || !f.table.classic {
		return false
	}
	for number, e := range f.table.entries {
		if ctx.Err() != nil || number > f.most {
			return false
		}
		if e.free {
			continue
		}
		obj, ok := f.src.object(e.offset, f.limits.Nesting)
		if !ok || obj.deep || obj.number != number || obj.generation != e.generation {
			return false
		}
		if !obj.stream {
			continue
		}
		dict := obj.value.(object.Dict)
		length, ok := f.resolve(dict["Length"]).(int64)
		if !ok || !f.endsAt(obj.data, length) || dict["Type"] == object.Name("ObjStm") {
			return false
		}
	}
	return true
}
