package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/syntax"
)

// entry is where an object lies: at an offset of the file, or as the n-th
// object of an object stream.
type entry struct {
	offset     int64 // of "N G obj"; 0 for an object in an object stream
	generation int
	stream     int // number of the object stream; 0 for an object of the file itself
	index      int
	free       bool
}

// nowhere is the offset of an object that is in use, but whose offset was not
// written. A scan may find it.
const nowhere = -1

// trailerKeys are what is needed of a trailer.
var trailerKeys = []object.Name{"Root", "Info", "Encrypt", "ID"}

// table is a file's cross-reference: one that was read, or one that was made
// by scanning.
type table struct {
	entries map[int]entry
	trailer object.Dict
	classic bool // made of tables only, read once each
	hybrid  bool // a table names a stream for what it hides

	read  int   // entries of all sections
	freed []int // numbers that the section read last was the first to name, as free
}

// errXRef is a cross-reference that cannot be read as written. It never
// leaves the package: the file is scanned instead.
var errXRef = errors.New("unusable cross-reference")

// tail is how far from the file's end the last startxref is looked for. The
// standard says 1,024 bytes (PDF 32000-1, annex H.3); mail and web servers
// append more than that.
const tail = 32 << 10

// readTable follows the cross-reference from the file's end: newest section
// first, each object's newest entry counting.
func (f *File) readTable(ctx context.Context) (*table, error) {
	offset, err := f.startXRef()
	if err != nil {
		return nil, err
	}
	t := &table{entries: map[int]entry{}, classic: true}
	seen := map[int64]bool{}
	for todo := []int64{offset}; len(todo) > 0; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		offset := todo[0]
		todo = todo[1:]
		if seen[offset] {
			t.classic = false
			continue // a cyclic Prev
		}
		seen[offset] = true
		t.freed = nil
		section, err := f.readSection(offset, t)
		if err != nil {
			return nil, err
		}
		if t.trailer == nil {
			t.trailer = object.Dict{}
		}
		// The newest counts; one that leaves out what it should repeat
		// (7.5.6) is filled up from older ones.
		for _, key := range trailerKeys {
			if v, ok := section[key]; ok && t.trailer[key] == nil {
				t.trailer[key] = v
			}
		}
		for _, key := range []object.Name{"XRefStm", "Prev"} {
			switch v := section[key].(type) {
			case nil:
			case int64:
				todo = append(todo, v)
			default:
				return nil, errXRef
			}
		}
		if section["XRefStm"] != nil {
			// A hybrid file: what its table calls free may be an object that
			// only readers of streams are to see (PDF 32000-1, 7.5.8.4).
			t.classic, t.hybrid = false, true
			for _, number := range t.freed {
				delete(t.entries, number)
			}
		}
	}
	return t, nil
}

// startXRef is the offset that the file's end names. It is refused where
// objects follow: that is a file whose last revision lost its end.
func (f *File) startXRef() (int64, error) {
	start := max(0, f.src.size-tail)
	buf := f.src.bytes(start, tail)
	i := bytes.LastIndex(buf, []byte("startxref"))
	if i < 0 {
		return 0, errXRef
	}
	l := &syntax.Lexer{Buf: buf[i+len("startxref"):]}
	offset, ok := l.Token().(int64)
	if !ok || offset <= 0 || offset >= f.src.size {
		return 0, errXRef
	}
	if bytes.Contains(l.Buf[l.Pos:], []byte(" obj")) {
		return 0, errXRef
	}
	return offset, nil
}

// readSection reads the section at offset, as a table or as a stream, and
// gives its trailer. Offsets count from the file's first byte, or from the
// header where bytes stand in front of it.
func (f *File) readSection(offset int64, t *table) (object.Dict, error) {
	for _, shift := range f.shifts() {
		at := offset + shift
		if word := bytes.TrimLeft(f.src.bytes(at, 32), "\x00\t\n\f\r "); bytes.HasPrefix(word, []byte("xref")) {
			f.shift = shift
			return f.readClassic(at, t)
		}
		if obj, ok := f.src.object(at, f.limits.Nesting); ok && obj.stream {
			f.shift = shift
			t.classic = false
			return f.readXRefStream(obj, t)
		}
	}
	return nil, errXRef
}

// shifts are what offsets may have to be raised by, likeliest first.
func (f *File) shifts() []int64 {
	if f.header == 0 {
		return []int64{0}
	}
	if f.shift == 0 {
		return []int64{0, f.header}
	}
	return []int64{f.shift, 0}
}

// numbered is an entry with its object's number.
type numbered struct {
	number int
	entry  entry
}

// readClassic reads a cross-reference table and its trailer (PDF 32000-1,
// 7.5.4). It reads tokens rather than lines of 20 bytes, which not all
// producers write.
func (f *File) readClassic(at int64, t *table) (object.Dict, error) {
	var trailer object.Dict
	var problem error
	var found []numbered
	f.src.parse(at, f.limits.Nesting, func(l *syntax.Lexer) {
		trailer, problem, found = nil, nil, found[:0]
		if word, _ := l.Token().(syntax.Keyword); word != "xref" {
			problem = errXRef
			return
		}
		for {
			first := l.Token()
			if first == syntax.Keyword("trailer") {
				o, _ := l.Object()
				var ok bool
				if trailer, ok = o.(object.Dict); !ok {
					problem = errXRef
				}
				return
			}
			start, ok1 := first.(int64)
			n, ok2 := l.Token().(int64)
			if !ok1 || !ok2 || start < 0 || n < 0 || start > maxNumber {
				problem = errXRef
				return
			}
			const length = 20 // of an entry as it should be written
			found = slices.Grow(found, int(min(n, int64(len(l.Buf)-l.Pos)/length)))
			for i := int64(0); i < n; i++ {
				offset, generation, kind, ok := classicEntry(l)
				if !ok || kind != "n" && kind != "f" || generation < 0 || generation > maxNumber {
					problem = errXRef
					return
				}
				if len(found) > f.mostEntries {
					return // add says so
				}
				e := entry{offset: offset + f.shift, generation: int(generation), free: kind == "f"}
				if offset == 0 && !e.free {
					e.offset = nowhere
				}
				found = append(found, numbered{int(start + i), e})
			}
		}
	})
	if problem != nil {
		return nil, problem
	}
	if len(t.entries) == 0 {
		t.entries = make(map[int]entry, len(found))
	}
	for _, e := range found {
		if err := f.add(t, e.number, e.entry); err != nil {
			return nil, err
		}
	}
	return trailer, nil
}

// classicEntry reads an entry of a table: as the standard writes it, or as
// three tokens.
func classicEntry(l *syntax.Lexer) (offset, generation int64, kind syntax.Keyword, ok bool) {
	l.SkipSpace()
	if b := l.Buf[l.Pos:]; len(b) > 18 && b[10] == ' ' && b[16] == ' ' && (b[17] == 'n' || b[17] == 'f') && syntax.IsSpace(b[18]) {
		offset, ok1 := digits(b[:10])
		generation, ok2 := digits(b[11:16])
		if ok1 && ok2 {
			l.Pos += 18
			kind = "n"
			if b[17] == 'f' {
				kind = "f"
			}
			return offset, generation, kind, true
		}
	}
	offset, ok1 := l.Token().(int64)
	generation, ok2 := l.Token().(int64)
	kind, ok3 := l.Token().(syntax.Keyword)
	return offset, generation, kind, ok1 && ok2 && ok3
}

// digits is the number that these few bytes write.
func digits(b []byte) (n int64, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}

// add puts an entry in where there is none yet: sections are read newest
// first.
func (f *File) add(t *table, number int, e entry) error {
	if t.read++; t.read > f.mostEntries {
		return &object.LimitError{Limit: "XRefEntries", Max: int64(f.mostEntries)}
	}
	if _, ok := t.entries[number]; ok {
		return nil
	}
	if len(t.entries) >= f.most {
		return &object.LimitError{Limit: "Objects", Max: int64(f.most)}
	}
	t.entries[number] = e
	if e.free {
		t.freed = append(t.freed, number)
	}
	return nil
}

// readXRefStream reads a cross-reference stream, whose dictionary is its
// trailer (PDF 32000-1, 7.5.8).
func (f *File) readXRefStream(obj indirect, t *table) (object.Dict, error) {
	dict := obj.value.(object.Dict)
	if dict["Type"] != object.Name("XRef") {
		return nil, errXRef
	}
	// Nothing can be looked up yet, so references in this dictionary are
	// taken as absent.
	direct := func(o object.Object) object.Object {
		if _, ok := o.(object.Ref); ok {
			return nil
		}
		return o
	}
	length, ok := dict["Length"].(int64)
	if !ok {
		length = -1
	}
	raw, _ := f.rawData(obj.data, length)
	data, err := f.bound.Decode(raw, dict, direct)
	if err != nil && len(data) == 0 {
		return nil, fmt.Errorf("%w: %w", errXRef, err)
	}
	widths, err := fieldWidths(dict["W"])
	if err != nil {
		return nil, err
	}
	index, ok := dict["Index"].(object.Array)
	if !ok {
		index = object.Array{int64(0), dict["Size"]}
	}
	row := widths[0] + widths[1] + widths[2]
	for ; len(index) >= 2; index = index[2:] {
		start, ok1 := index[0].(int64)
		n, ok2 := index[1].(int64)
		if !ok1 || !ok2 || start < 0 || start > maxNumber || n < 0 {
			return nil, errXRef
		}
		for i := int64(0); i < n && len(data) >= row; i++ {
			kind := int64(1) // the default where the first field has no width
			if widths[0] > 0 {
				kind = field(data[:widths[0]])
			}
			second := field(data[widths[0] : widths[0]+widths[1]])
			third := field(data[widths[0]+widths[1] : row])
			data = data[row:]
			if second < 0 || third < 0 || third > maxNumber {
				continue
			}
			e := entry{free: true}
			switch kind {
			case 1:
				e = entry{offset: second + f.shift, generation: int(third)}
				if second == 0 {
					e.offset = nowhere
				}
			case 2:
				if second > 0 && second <= maxNumber {
					e = entry{stream: int(second), index: int(third)}
				}
			}
			if err := f.add(t, int(start+i), e); err != nil {
				return nil, err
			}
		}
	}
	return dict, nil
}

// fieldWidths are the three widths of a cross-reference stream's rows, in
// bytes.
func fieldWidths(o object.Object) (w [3]int, err error) {
	list, ok := o.(object.Array)
	if !ok || len(list) < 3 {
		return w, errXRef
	}
	sum := 0
	for i := range w {
		n, ok := list[i].(int64)
		if !ok || n < 0 || n > 16 {
			return w, errXRef
		}
		w[i] = int(n)
		sum += w[i]
	}
	if sum == 0 {
		return w, errXRef
	}
	return w, nil
}

// field is a big-endian number; one that does not fit is -1.
func field(b []byte) int64 {
	var v int64
	for _, c := range b {
		if v >= 1<<55 {
			return -1
		}
		v = v<<8 | int64(c)
	}
	return v
}
