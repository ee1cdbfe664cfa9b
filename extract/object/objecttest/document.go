package objecttest

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"recount.invalid/recount/extract/object"
)

// Document is a PDF by its objects: the truth that readers are held against.
type Document struct {
	Objects map[int]object.Object // by number; generation 0. A Content is a stream.
	Trailer object.Dict
}

// Content is a stream of a Document.
type Content struct {
	Dict object.Dict // without Length, Filter and DecodeParms
	Data []byte
}

// Sample is a small document of two pages with something of each kind of
// object in it, every object to be reached from the trailer.
func Sample() Document {
	ref := func(n int) object.Ref { return object.Ref{Number: n} }
	page := func(content int) object.Dict {
		return object.Dict{
			"Type": object.Name("Page"), "Parent": ref(2), "Contents": ref(content),
			"MediaBox":  object.Array{int64(0), int64(0), int64(595), 841.89},
			"Resources": object.Dict{"Font": object.Dict{"F1": ref(7)}},
		}
	}
	return Document{
		Objects: map[int]object.Object{
			1: object.Dict{"Type": object.Name("Catalog"), "Pages": ref(2), "Lang": object.String("en"), "Extra": ref(9)},
			2: object.Dict{"Type": object.Name("Pages"), "Kids": object.Array{ref(3), ref(4)}, "Count": int64(2)},
			3: page(5),
			4: page(6),
			5: Content{object.Dict{}, []byte(text("The mayor of Lower Wibbling planted a tree."))},
			6: Content{object.Dict{"Note": object.Name("second")}, []byte(text(strings.Repeat("Rain fell on the harvest fair. ", 40)))},
			7: object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type1"), "BaseFont": object.Name("Times-Roman")},
			8: object.Dict{
				"Producer": object.String("invented by hand"),
				"Title":    object.String("\xfe\xff\x00O\x00\xe9"),
				"Odd":      object.String("(nested) \\ ) and \r\n and \x00 and \xff"),
			},
			9: object.Array{
				true, false, nil, int64(-7), int64(2147483648), -0.5, 0.25, object.Name("A b/(c"), object.Name("ä"),
				object.String(""), object.Array{}, object.Dict{}, object.Array{object.Array{int64(1), ref(10), int64(2), ref(3)}},
				ref(11),
			},
			10: int64(42),
			11: object.String("a string by itself"),
		},
		Trailer: object.Dict{"Root": ref(1), "Info": ref(8)},
	}
}

// text is a content stream that shows the words.
func text(words string) string {
	return "BT /F1 11 Tf 72 700 Td (" + words + ") Tj ET\n"
}

// Expected is what a Walk of the document must find.
func (d Document) Expected() Walked {
	w := Walked{Objects: map[object.Ref]string{}, Streams: map[object.Ref]string{}, Failed: map[object.Ref]error{}}
	for n, o := range d.Objects {
		ref := object.Ref{Number: n}
		if c, ok := o.(Content); ok {
			w.Objects[ref] = Text(&object.Stream{Dict: c.Dict})
			w.Streams[ref] = fmt.Sprintf("%x", sha256.Sum256(c.Data))
			w.Decoded += int64(len(c.Data))
			continue
		}
		if dict, ok := o.(object.Dict); ok && dict["Type"] == object.Name("Page") {
			w.Pages++
		}
		w.Objects[ref] = Text(o)
	}
	return w
}

// Form says how a Document is written. The zero value is the plain form.
type Form struct {
	Header string // "%PDF-1.7\n" where empty
	// Encode gives a stream's data as written, and its Filter and
	// DecodeParms; nil writes it as it is.
	Encode func(data []byte) ([]byte, object.Dict)
	// Length gives the entry Length for n bytes; nil gives n.
	Length func(n int) object.Object
	// Compress puts all objects but streams into object streams, with a
	// cross-reference stream.
	Compress bool
	// Extra are further entries of the trailer.
	Extra object.Dict
}

// Flate is an Encode.
func Flate(data []byte) ([]byte, object.Dict) {
	return Deflate(data), object.Dict{"Filter": object.Name("FlateDecode")}
}

// Deflate compresses.
func Deflate(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(data)
	z.Close()
	return b.Bytes()
}

// Write writes the document.
func (d Document) Write(f Form) []byte {
	header := f.Header
	if header == "" {
		header = "%PDF-1.7\n"
	}
	out := []byte(header)
	offsets := map[int]int{}
	begin := func(n int) {
		offsets[n] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n", n)
	}
	stream := func(n int, dict object.Dict, data []byte) {
		begin(n)
		full := object.Dict{}
		for k, v := range dict {
			full[k] = v
		}
		full["Length"] = int64(len(data))
		if f.Length != nil {
			full["Length"] = f.Length(len(data))
		}
		out = append(out, Syntax(full)+"\nstream\n"...)
		out = append(out, data...)
		out = append(out, "\nendstream\nendobj\n"...)
	}
	var packed []int
	last := 0
	for n := range highest(d.Objects) + 1 {
		o, ok := d.Objects[n]
		if !ok {
			continue
		}
		last = n
		if c, ok := o.(Content); ok {
			dict, data := object.Dict{}, c.Data
			if f.Encode != nil {
				data, dict = f.Encode(c.Data)
			}
			for k, v := range c.Dict {
				dict[k] = v
			}
			stream(n, dict, data)
			continue
		}
		if f.Compress {
			packed = append(packed, n)
			continue
		}
		begin(n)
		out = append(out, Syntax(o)+"\nendobj\n"...)
	}
	trailer := object.Dict{}
	for k, v := range d.Trailer {
		trailer[k] = v
	}
	for k, v := range f.Extra {
		trailer[k] = v
	}
	if f.Compress {
		d.writeCompressed(&out, offsets, packed, last, trailer, stream)
		return out
	}
	start := len(out)
	trailer["Size"] = int64(last + 1)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for n := 1; n <= last; n++ {
		if at, ok := offsets[n]; ok {
			out = fmt.Appendf(out, "%010d 00000 n \n", at)
		} else {
			out = fmt.Appendf(out, "0000000000 00001 f \n")
		}
	}
	return fmt.Appendf(out, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", Syntax(trailer), start)
}

// writeCompressed writes the packed objects into object streams of three
// each, and the cross-reference stream.
func (d Document) writeCompressed(out *[]byte, offsets map[int]int, packed []int, last int, trailer object.Dict, stream func(int, object.Dict, []byte)) {
	const perStream = 3
	type place struct{ stream, index int }
	places := map[int]place{}
	next := last + 1
	for len(packed) > 0 {
		members := packed[:min(perStream, len(packed))]
		packed = packed[len(members):]
		var index, body string
		for i, n := range members {
			index += fmt.Sprintf("%d %d ", n, len(body))
			body += Syntax(d.Objects[n]) + "\n"
			places[n] = place{next, i}
		}
		stream(next, object.Dict{
			"Type": object.Name("ObjStm"), "N": int64(len(members)), "First": int64(len(index)),
			"Filter": object.Name("FlateDecode"),
		}, Deflate([]byte(index+body)))
		next++
	}
	start := len(*out)
	offsets[next] = start
	var rows []byte
	for n := 0; n <= next; n++ {
		if p, ok := places[n]; ok {
			rows = append(rows, 2, byte(p.stream>>16), byte(p.stream>>8), byte(p.stream), byte(p.index))
		} else if at, ok := offsets[n]; ok {
			rows = append(rows, 1, byte(at>>16), byte(at>>8), byte(at), 0)
		} else {
			rows = append(rows, 0, 0, 0, 0, 255)
		}
	}
	// PNG's Up predictor, as producers write it.
	const row = 5
	var predicted []byte
	prev := make([]byte, row)
	for i := 0; i < len(rows); i += row {
		predicted = append(predicted, 2)
		for k := range row {
			predicted = append(predicted, rows[i+k]-prev[k])
		}
		prev = rows[i : i+row]
	}
	trailer["Type"] = object.Name("XRef")
	trailer["Size"] = int64(next + 1)
	trailer["W"] = object.Array{int64(1), int64(3), int64(1)}
	trailer["Filter"] = object.Name("FlateDecode")
	trailer["DecodeParms"] = object.Dict{"Predictor": int64(12), "Columns": int64(row)}
	stream(next, trailer, Deflate(predicted))
	*out = fmt.Appendf(*out, "startxref\n%d\n%%%%EOF\n", start)
}

// Syntax is the object as PDF, strings in parentheses.
func Syntax(o object.Object) string {
	switch v := o.(type) {
	case nil:
		return "null"
	case object.Name:
		s := "/"
		for _, c := range []byte(v) {
			if c <= ' ' || c >= 127 || strings.IndexByte("#/()<>[]{}%", c) >= 0 {
				s += fmt.Sprintf("#%02X", c)
			} else {
				s += string(rune(c))
			}
		}
		return s
	case object.String:
		s := []byte{'('}
		for _, c := range []byte(v) {
			switch {
			case c == '(' || c == ')' || c == '\\':
				s = append(s, '\\', c)
			case c == '\r':
				s = append(s, '\\', 'r')
			case c < ' ' && c != '\n':
				s = fmt.Appendf(s, "\\%03o", c)
			default:
				s = append(s, c)
			}
		}
		return string(append(s, ')'))
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case object.Ref:
		return v.String()
	case object.Array:
		s := "["
		for _, e := range v {
			s += Syntax(e) + " "
		}
		return s + "]"
	case object.Dict:
		s := "<<"
		for _, k := range keys(v) {
			s += Syntax(k) + " " + Syntax(v[k]) + "\n"
		}
		return s + ">>"
	}
	return fmt.Sprint(o)
}

// highest is the highest object number.
func highest(objects map[int]object.Object) int {
	n := 0
	for k := range objects {
		n = max(n, k)
	}
	return n
}
