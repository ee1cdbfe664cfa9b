package typeface

import (
	"sync"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/object"
)

// Shelf has the fonts of a file, each of which is loaded once. It may be asked by
// several goroutines.
type Shelf struct {
	file loader

	mu      sync.Mutex
	fonts   map[object.Ref]*Font
	room    int // bytes that their tables take
	leftOut bool
}

// NewShelf gives the shelf of a file.
func NewShelf(f *access.File) *Shelf { return &Shelf{file: loader{f}, fonts: map[object.Ref]*Font{}} }

// LeftOut reports whether there were more fonts than the limit allows, so that others stand
// in for some.
func (s *Shelf) LeftOut() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.leftOut
}

// Font gives the font that a resource entry refers to, or is.
func (s *Shelf) Font(o object.Object) *Font {
	f := s.file
	ref, ok := o.(object.Ref)
	if !ok {
		return f.loadFont(f.Dict(o))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if fn, ok := s.fonts[ref]; ok {
		return fn
	}
	if len(s.fonts)+s.room/usualFont >= f.Limits.Fonts {
		s.leftOut = true
		f.NoteInCommon()
		return Substitute()
	}
	d := f.Dict(ref)
	if d == nil && !f.Absent(ref) && f.Resolve(ref) == nil {
		return Substitute() // a limit kept it from being read, which is told of
	}
	fn := f.loadFont(d)
	s.fonts[ref] = fn
	s.room += fn.room()
	return fn
}
