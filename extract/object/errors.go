package object

import (
	"errors"
	"fmt"
)

// What keeps a file from being opened. Readers wrap these with what they
// found; callers ask with errors.Is and decide what to tell the user.
var (
	// ErrEmpty: the file has no bytes.
	ErrEmpty = errors.New("the file is empty")
	// ErrNotPDF: nothing in the file looks like PDF.
	ErrNotPDF = errors.New("not a PDF file")
	// ErrEncrypted: the file is encrypted and does not open with the empty
	// user password; a password is needed.
	ErrEncrypted = errors.New("the file is encrypted, a password is needed")
	// ErrPassword: a password was given and opens nothing.
	ErrPassword = errors.New("the password does not open the file")
	// ErrCipher: the file is encrypted in a way that is not supported, such
	// as with certificates, or its encryption dictionary is damaged.
	ErrCipher = errors.New("unsupported encryption")
	// ErrDamaged: the file is PDF, but so damaged that no page can be found.
	ErrDamaged = errors.New("the file is damaged")
	// ErrFilter: a stream's filter is unknown, or an image filter that is
	// refused here.
	ErrFilter = errors.New("unsupported filter")
	// ErrChecksum: a stream decodes in full, but not to what its checksum
	// says.
	ErrChecksum = errors.New("wrong checksum")
	// ErrNoChecksum: a stream decodes in full; its checksum is zero, as if
	// none had been counted.
	ErrNoChecksum = errors.New("no checksum")
	// ErrCutChecksum: a stream decodes in full and ends before its checksum.
	ErrCutChecksum = errors.New("checksum cut off")
	// ErrUnnamedFilter: a stream names no filter, and is deflated data with
	// its checksum.
	ErrUnnamedFilter = errors.New("the filter is not named")
)

// OfChecksum reports whether an error is about what surrounds the data of a
// stream alone, its checksum or the name of its filter: the data are there.
func OfChecksum(err error) bool {
	return errors.Is(err, ErrChecksum) || errors.Is(err, ErrNoChecksum) || errors.Is(err, ErrCutChecksum) || errors.Is(err, ErrUnnamedFilter)
}

// LimitError says which limit a file hit.
type LimitError struct {
	Limit string // the field of Limits that raises it
	Max   int64  // what is allowed, in the limit's unit; seconds for Time
}

// limitTexts say what is more than what each limit allows.
var limitTexts = map[string]string{
	"StreamRatio":        "a stream decodes to more than %d bytes",
	"StreamFloor":        "a stream decodes to more than %d bytes",
	"StreamMax":          "a stream decodes to more than %d bytes",
	"DocumentRatio":      "the streams of the file decode to more than %d bytes all together",
	"DocumentFloor":      "the streams of the file decode to more than %d bytes all together",
	"Objects":            "the file has more than %d objects",
	"XRefEntries":        "the cross-reference has more than %d entries",
	"Nesting":            "objects of the file stand more than %d deep in each other",
	"FormDepth":          "drawings stand more than %d deep in each other",
	"CMapBytes":          "the table of a font's characters has more than %d bytes",
	"GlyphsPerPage":      "the page shows more than %d glyphs",
	"OperatorsPerPage":   "the page has more than %d operators",
	"Operators":          "the pages have more than %d operators all together",
	"AnnotationsPerPage": "the page has more than %d annotations",
	"Fonts":              "the file has more than %d fonts, or as many by what they take",
	"Pages":              "the file has more than %d pages",
	"Time":               "reading takes longer than %d seconds",
}

// Error says what is too much, and ends in the limit's name on the command
// line.
func (e *LimitError) Error() string {
	text, ok := limitTexts[e.Limit]
	if !ok {
		text = "more than %d"
	}
	return fmt.Sprintf(text+" (limit %s)", e.Max, LimitName(e.Limit))
}

// PanicError is a panic of a library, caught at a reader's boundary.
type PanicError struct {
	Reader string // name of the reader
	Reason string // what was thrown
}

func (e *PanicError) Error() string { return e.Reader + " failed: " + e.Reason }

// Recover turns a panic into a *PanicError in *err. It is deferred, directly,
// at each entry of a reader into a library that may panic.
func Recover(reader string, err *error) {
	if x := recover(); x != nil {
		*err = &PanicError{Reader: reader, Reason: fmt.Sprint(x)}
	}
}
