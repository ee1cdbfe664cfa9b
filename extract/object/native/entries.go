package native

import (
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/syntax"
)

// Entries gives some entries of a dictionary (object.Partial). Where something
// is not as the file says it is false: Load sees to that.
func (f *File) Entries(ref object.Ref, keys []object.Name) (d object.Dict, ok bool) {
	var err error
	defer object.Recover(Name, &err)
	if f.ctx.Err() != nil {
		return nil, false
	}
	if _, held := f.objects.get(ref); held {
		return nil, false
	}
	if _, err := f.parsing.Left(); err != nil {
		return nil, false
	}
	e, known := f.table.entries[ref.Number]
	if !known || e.free {
		return nil, false
	}
	if e.stream != 0 {
		return f.compressedEntries(ref, e, keys)
	}
	obj, ok := f.src.indirect(e.offset, f.limits.Nesting, func(l *syntax.Lexer) object.Object {
		if d, ok := l.Entries(keys); ok {
			return d
		}
		return nil
	})
	if d, ok = obj.value.(object.Dict); !ok || obj.deep || obj.number != ref.Number || obj.generation != ref.Generation {
		return nil, false
	}
	if f.crypt != nil {
		d = f.crypt.strings(d, obj.number, obj.generation, f.limits.Nesting).(object.Dict)
	}
	f.parsing.Spend(obj.length)
	return d, true
}

// compressedEntries is Entries for an object that lies in an object stream.
func (f *File) compressedEntries(ref object.Ref, e entry, keys []object.Name) (object.Dict, bool) {
	if ref.Generation != 0 {
		return nil, false
	}
	s := f.streams.get(e.stream, func() *objectStream { return f.readObjectStream(e.stream) })
	offset, ok := s.find(ref.Number, e.index)
	if !ok {
		return nil, false
	}
	l := &syntax.Lexer{Buf: s.data, Pos: offset, Nesting: f.limits.Nesting}
	d, ok := l.Entries(keys)
	if !ok || l.Deep || l.Cut && s.err != nil {
		return nil, false
	}
	f.parsing.Spend(int64(l.Pos - offset))
	return d, true
}
