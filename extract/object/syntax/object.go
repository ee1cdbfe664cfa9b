package syntax

import (
	"reflect"
	"slices"

	"recount.invalid/recount/extract/object"
)

// Object reads one object, references included. ok is false where none
// begins: at a closing bracket, at a keyword, at the end. Nothing is consumed
// then.
func (l *Lexer) Object() (o object.Object, ok bool) { return l.object(l.Nesting) }

// Entries reads one dictionary as Object does, but keeps only what stands under
// the keys; making the rest costs more than passing over it. ok is false where
// none begins.
func (l *Lexer) Entries(keys []object.Name) (d object.Dict, ok bool) {
	if l.Token() != DictOpen || l.Nesting <= 0 {
		return nil, false
	}
	return l.dict(l.Nesting-1, keys), true
}

func (l *Lexer) object(depth int) (object.Object, bool) {
	start := l.Pos
	tok := l.Token()
	switch t := tok.(type) {
	case int64:
		return l.maybeRef(t), true
	case Keyword:
		switch t {
		case ArrayOpen:
			if depth <= 0 {
				return l.tooDeep(), true
			}
			return l.array(depth - 1), true
		case DictOpen:
			if depth <= 0 {
				return l.tooDeep(), true
			}
			return l.dict(depth-1, nil), true
		case "null":
			return nil, true
		case "true":
			return true, true
		case "false":
			return false, true
		}
		l.Pos = start
		return nil, false
	}
	return tok, true
}

// tooDeep gives up on the rest of the bytes: a value whose end is not known
// leaves no place to go on from.
func (l *Lexer) tooDeep() object.Object {
	l.Deep = true
	l.Pos = len(l.Buf)
	return nil
}

// maybeRef reads on after an integer: "12 0 R" is a reference.
func (l *Lexer) maybeRef(number int64) object.Object {
	const largest = 1 << 31 // object numbers beyond cannot be in any file
	if number < 0 || number >= largest {
		return number
	}
	start := l.Pos
	l.SkipSpace()
	// A digit must follow; this test keeps arrays of numbers cheap.
	if l.Pos >= len(l.Buf) || l.Buf[l.Pos] < '0' || l.Buf[l.Pos] > '9' {
		l.Pos = start
		return number
	}
	generation := int64(0)
	for l.Pos < len(l.Buf) && l.Buf[l.Pos] >= '0' && l.Buf[l.Pos] <= '9' && generation < 1<<20 {
		generation = generation*10 + int64(l.Buf[l.Pos]-'0')
		l.Pos++
	}
	if l.Pos < len(l.Buf) && IsSpace(l.Buf[l.Pos]) {
		l.SkipSpace()
		if l.Pos < len(l.Buf) && l.Buf[l.Pos] == 'R' &&
			(l.Pos+1 == len(l.Buf) || !IsRegular(l.Buf[l.Pos+1])) {
			l.Pos++
			if l.passing {
				return number
			}
			return object.Ref{Number: int(number), Generation: int(generation)}
		}
	}
	if l.Pos >= len(l.Buf) {
		l.Cut = true
	}
	l.Pos = start
	return number
}

// array reads up to the closing bracket. Stray keywords are passed over; a
// keyword that only stands between objects ends the array, because its
// bracket is missing.
func (l *Lexer) array(depth int) object.Array {
	var out object.Array
	if !l.passing {
		out = object.Array{}
	}
	for {
		o, ok := l.object(depth)
		if ok {
			if !l.passing {
				out = append(out, o)
			}
			continue
		}
		start := l.Pos
		tok, _ := l.Token().(Keyword)
		if tok == ArrayClose {
			return out
		}
		l.Torn = true
		if tok == End {
			return out
		}
		if tok == DictClose || ends(tok) {
			l.Pos = start
			return out
		}
	}
}

// dict reads up to the closing brackets. A key without a value, a value
// without a key and stray keywords cost themselves only. Of two equal keys the
// last counts, as in qpdf. Where keys are given, only these are kept.
func (l *Lexer) dict(depth int, keys []object.Name) object.Dict {
	above := l.passing
	var out object.Dict
	if !above {
		out = object.Dict{}
	}
	for {
		start := l.Pos
		switch key := l.Token().(type) {
		case object.Name:
			l.passing = above || keys != nil && !slices.Contains(keys, key)
			value, ok := l.object(depth)
			if !ok {
				l.Torn = true
			}
			if ok && value != nil && !l.passing { // null is the same as absent (7.3.7)
				if before, twice := out[key]; twice && !viewing[key] && !reflect.DeepEqual(before, value) {
					l.Torn = true
				}
				out[key] = value
			}
			l.passing = above
		case Keyword:
			if key == DictClose {
				return out
			}
			l.Torn = true
			if key == End {
				return out
			}
			if ends(key) {
				l.Pos = start
				return out
			}
		default:
			l.Torn = true
		}
	}
}

// viewing are the keys that say how a viewer opens a document and who made it.
// Writers add them without looking whether they are there (TCPDF's catalog has
// two page modes), and a byte that turned makes none of them out of a key that
// says what a page shows.
var viewing = map[object.Name]bool{
	"PageMode": true, "PageLayout": true, "ViewerPreferences": true, "OpenAction": true,
	"Producer": true, "Creator": true, "CreationDate": true, "ModDate": true,
}

// ends reports a keyword that only stands between objects.
func ends(k Keyword) bool {
	switch k {
	case "obj", "endobj", "stream", "endstream", "xref", "trailer", "startxref":
		return true
	}
	return false
}
