package extract

import (
	"sync"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/content"
	"recount.invalid/recount/extract/internal/typeface"
	"recount.invalid/recount/extract/object"
)

// file is an opened PDF with what its pages share. Its methods may be called
// by several goroutines.
type file struct {
	*access.File
	size int64 // bytes of the file

	fonts  *typeface.Shelf
	layers *content.Layers // optional content

	orphansOnce  sync.Once
	orphansFound orphans

	twicePages []int // pages that the tree names again, from 1
	lostPages  []int // entries of the page tree that lead to nothing, by the page that comes next

	swapped map[int]bool // pages, from 0, of which a font leads to another one
}

// newFile gives a file that is opened by r.
func newFile(r object.Reader, limits object.Limits) *file {
	b := access.New(r, limits)
	return &file{File: b, fonts: typeface.NewShelf(b), layers: &content.Layers{}}
}
