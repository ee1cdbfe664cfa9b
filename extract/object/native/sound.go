package native

import (
	"context"

	"recount.invalid/recount/extract/object"
)

// Intact reports whether the file can be read by a reader that repairs
// nothing and knows no hybrid files: its cross-reference is whole, each object
// has an entry and stands where it says, each stream is as long as it says.
func (f *File) Intact(ctx context.Context) bool {
	if f.damaged || f.table.hybrid {
		return false
	}
	s, err := f.scanOnce()
	if err != nil {
		return false
	}
	for number := range s.entries {
		if _, ok := f.table.entries[number]; !ok {
			return false
		}
	}
	for number, e := range f.table.entries {
		if ctx.Err() != nil || number > f.most {
			return false
		}
		if e.free || e.stream != 0 {
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
		if length, ok := f.resolve(dict["Length"]).(int64); !ok || !f.endsAt(obj.data, length) {
			return false
		}
	}
	return true
}

// Plain reports whether the file has nothing but what PDF 1.4 had and no
// encryption: the header at the first byte, cross-reference tables, no
// object streams.
func (f *File) Plain() bool {
	return !f.damaged && f.header == 0 && f.crypt == nil && f.table.classic
}
