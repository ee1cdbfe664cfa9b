package content

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/syntax"
)

// ErrLost says that a page names content that the file does not have.
var ErrLost = fmt.Errorf("%w: a part of the page's content is named and is not in the file", object.ErrDamaged)

// Streams joins a page's content streams: one stream, or an array of them. With an error,
// such as ErrLost or that of a damaged stream, it gives what is there.
func Streams(f *access.File, o object.Object) ([]byte, error) {
	switch v := f.Resolve(o).(type) {
	case *object.Stream:
		return f.Data(v)
	case object.Array:
		var (
			parts [][]byte
			first error
			torn  bool // something is missing in front of the next part
		)
		for _, e := range v {
			s := f.Stream(e)
			if s == nil {
				torn = true
				if first == nil && (f.Absent(e) || f.Resolve(e) != nil) {
					first = ErrLost
				}
				continue
			}
			b, err := f.Data(s)
			if n := len(parts); n > 0 && (torn || parted(parts[n-1], b)) {
				parts = append(parts, []byte{'\n'})
			}
			parts = append(parts, b)
			torn = err != nil
			if err != nil && first == nil {
				first = err
			}
			if errors.As(err, new(*object.LimitError)) {
				break // there is nothing left to decode the others with
			}
		}
		if len(parts) == 1 {
			return parts[0], first
		}
		return bytes.Join(parts, nil), first
	}
	if o != nil && (f.Absent(o) || f.Resolve(o) != nil) {
		return nil, ErrLost
	}
	return nil, nil
}

// longestWord is longer than any operator or number in a content stream.
const longestWord = 64

// parted reports whether the end of one content stream and the beginning of
// the next are to be kept apart by white space. They may meet between tokens
// only (PDF 32000-1, 7.8.2), and writers that keep to it end a stream with an
// operator, some without white space behind it. Others cut anywhere, within
// words, numbers and strings; all white space is there then, and more of it
// would change what is shown.
func parted(before, after []byte) bool {
	if endsInComment(before) {
		return true
	}
	last := before[max(0, len(before)-longestWord):]
	for i := len(last) - 1; i >= 0; i-- {
		if !syntax.IsRegular(last[i]) {
			if last[i] == '/' {
				return false // a name, in which anything may be
			}
			last = last[i+1:]
			break
		}
	}
	next := after[:min(len(after), longestWord)]
	for i, c := range next {
		if !syntax.IsRegular(c) {
			next = next[:i]
			break
		}
	}
	if len(last) == 0 || len(next) == 0 {
		return false // a delimiter or white space stands there already
	}
	if isOperator(last) {
		return isOperator(next) || isNumber(next) || !isOperator(slices.Concat(last, next))
	}
	return isNumber(last) && !isNumber(next)
}

// endsInComment reports whether the last line of a content stream has a comment:
// a percent sign outside the strings that begin on that line.
func endsInComment(b []byte) bool {
	depth := 0
	line := b[bytes.LastIndexAny(b, "\r\n")+1:]
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		case '%':
			if depth == 0 {
				return true
			}
		}
	}
	return false
}

func isOperator(word []byte) bool {
	return operators()[string(word)] != nil || ignored[string(word)] || string(word) == "BI"
}

func isNumber(word []byte) bool { return len(bytes.Trim(word, "0123456789.+-")) == 0 }
