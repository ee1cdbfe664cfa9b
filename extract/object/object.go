// Package object is the small interface between PDF object readers and the
// content interpreter of package extract: PDF objects as plain Go values, and
// what a reader must be able to do. It knows no reader; each reader is a
// package of its own below this one.
package object

import "fmt"

// Object is one of: nil (the null object), bool, int64, float64, Name,
// String, Array, Dict, *Stream, Ref (PDF 32000-1, 7.3).
type Object any

// Name is a name object without its slash, #xx decoded.
type Name string

// String is a string object's bytes, escapes decoded and decrypted.
type String string

// Array is an array object; its elements may be Refs.
type Array []Object

// Dict is a dictionary object; its values may be Refs.
type Dict map[Name]Object

// Ref points to an indirect object.
type Ref struct {
	Number, Generation int
}

func (r Ref) String() string { return fmt.Sprintf("%d %d R", r.Number, r.Generation) }

// Stream is a stream object. Its data is fetched from the reader on demand.
type Stream struct {
	Dict Dict
	// Handle is the reader's own, opaque to everybody else.
	Handle any
}

// Reader is an opened file. The readers of the packages below are safe for
// concurrent use, and end with the context that they were opened with. What
// Trailer and Load give is shared and must not be changed, nor must the bytes
// that Data gives.
type Reader interface {
	// Name is the reader's name as it appears in `source`.
	Name() string
	// Trailer is the file's trailer dictionary (Root, Info).
	Trailer() Dict
	// Load gives an indirect object; nil and no error for one that does not
	// exist (PDF 32000-1, 7.3.10). It never panics out.
	Load(Ref) (Object, error)
	// Data gives a stream's bytes with all its filters undone and within the
	// limits the file was opened with. On an error in mid-stream it returns
	// what could be decoded, together with the error. Image filters
	// (DCTDecode, JPXDecode, CCITTFaxDecode, JBIG2Decode) are refused.
	Data(*Stream) ([]byte, error)
	// Close lets go of the file.
	Close() error
}

// Partial is a Reader that can give some entries of a dictionary for less than
// the whole object costs.
type Partial interface {
	// Entries gives what a dictionary has under the keys, as Load would. ok is
	// false where the object has to be loaded instead.
	Entries(ref Ref, keys []Name) (d Dict, ok bool)
}

// Lister is a Reader that knows which objects the file has.
type Lister interface {
	// Numbers are the numbers of the objects, in ascending order.
	Numbers() []int
}

// Numbers are the numbers of a file's objects, as far as the Reader can tell.
func Numbers(r Reader) []int {
	if l, can := r.(Lister); can {
		return l.Numbers()
	}
	return nil
}

// Entries gives what an indirect dictionary has under the keys, as far as the
// Reader can tell without loading it.
func Entries(r Reader, ref Ref, keys []Name) (d Dict, ok bool) {
	if p, can := r.(Partial); can {
		return p.Entries(ref, keys)
	}
	return nil, false
}
