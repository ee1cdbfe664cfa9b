// Package yamlfile reads the YAML files that people write for recount: the
// vocabulary, a user's additions to it, the audit's waivers, the description of a
// data set; and writes the few that others read. It is the only package that
// knows the YAML library.
package yamlfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// MaxSize is the largest file that is read, in bytes. Such files are written
// by hand; the limit keeps a wrong path from filling the memory.
const MaxSize = 1 << 20

// ErrTooLarge says that a file is longer than MaxSize.
var ErrTooLarge = errors.New("file is larger than 1 MiB")

// ErrTooDeep says that a file nests deeper than anybody writes by hand.
var ErrTooDeep = fmt.Errorf("lists and mappings are nested more than %d deep", maxDepth)

// maxDepth is how deep a file may nest. The library takes memory that grows
// faster than the depth.
const maxDepth = 200

// tooDeep looks at a file before the library does. It counts brackets wherever
// they stand, in words too, those of a line that do not close, and on each line
// the signs by which a block begins another one.
func tooDeep(text []byte) bool {
	deep := 0
	var indents []int
	for line := range bytes.Lines(text) {
		opened := 0
		for _, c := range line {
			switch c {
			case '[', '{':
				deep++
				opened++
			case ']', '}':
				deep = max(deep-1, 0)
			}
			if deep > maxDepth || opened > maxLineBrackets {
				return true
			}
		}
		rest := bytes.TrimLeft(line, " \t\r\n")
		if len(rest) == 0 || rest[0] == '#' {
			continue
		}
		indent := len(line) - len(rest)
		for len(indents) > 0 && indents[len(indents)-1] >= indent {
			indents = indents[:len(indents)-1]
		}
		indents = append(indents, indent)
		signs := 0
		for len(rest) > 1 && bytes.IndexByte([]byte("-?:"), rest[0]) >= 0 && (rest[1] == ' ' || rest[1] == '\t') {
			signs++
			rest = bytes.TrimLeft(rest[1:], " \t")
		}
		if len(indents)+signs > maxDepth {
			return true
		}
	}
	return false
}

// maxLineBrackets is how many brackets a line may open: it bounds what stands
// between brackets that close again.
const maxLineBrackets = 4096

// Error is a fault in a file, at a place of it.
type Error struct {
	Line, Column int    // from 1; 0 where the place is not known
	Message      string // what is wrong, in one line
	Err          error  // the library's error; nil for a fault found by the caller
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Message
	}
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message)
}

// Unwrap gives the error underneath, if there is one.
func (e *Error) Unwrap() error { return e.Err }

// Read reads one YAML document into a value. A key that the value has no
// field for and a key that stands twice are errors. Every error of the file's
// content is an *Error. An empty file
// gives the zero value.
func Read(r io.Reader, into any) error {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return fmt.Errorf("cannot read: %w", err)
	}
	if len(data) > MaxSize {
		return ErrTooLarge
	}
	return Decode(data, into)
}

// Decode is Read for bytes in memory.
func Decode(data []byte, into any) (err error) {
	// The library's parser walks a tree that hostile input shapes; a panic
	// in it is a fault of the file, not of the program.
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Message: fmt.Sprintf("cannot be read as YAML: %v", p)}
		}
	}()
	if tooDeep(unmarked(data)) {
		return ErrTooDeep
	}
	err = yaml.NewDecoder(bytes.NewReader(unmarked(data)), yaml.Strict()).Decode(into)
	if err == nil || errors.Is(err, io.EOF) {
		return nil
	}
	located := &Error{Message: err.Error(), Err: err}
	var at yaml.Error
	if errors.As(err, &at) {
		located.Message = at.GetMessage()
		if token := at.GetToken(); token != nil && token.Position != nil {
			located.Line, located.Column = token.Position.Line, token.Position.Column
		}
	}
	return located
}

// Encode writes a value as one YAML document that ends with a line feed. Fields of
// a struct come in their order, texts in quotes where they would be read as
// something else.
func Encode(v any) ([]byte, error) {
	return yaml.MarshalWithOptions(v, yaml.IndentSequence(true))
}

// unmarked is the text as UTF-8 without the byte order mark that Windows
// programs put in front of it; the mark says whether it is UTF-16.
func unmarked(data []byte) []byte {
	text, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data)
	if err != nil {
		return data // the reader of YAML says what is wrong with it
	}
	return text
}

// Fault makes an *Error for a fault that the caller found in data, at the
// place of a path such as "$.headings.summary[2]". A path that is not in data
// gives an error without a place.
func Fault(data []byte, path, message string) *Error {
	fault := &Error{Message: message}
	where, err := yaml.PathString(path)
	if err != nil {
		return fault
	}
	node, err := where.ReadNode(bytes.NewReader(unmarked(data)))
	if err != nil || node == nil {
		return fault
	}
	if token := node.GetToken(); token != nil && token.Position != nil {
		fault.Line, fault.Column = token.Position.Line, token.Position.Column
	}
	return fault
}
