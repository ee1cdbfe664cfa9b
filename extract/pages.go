package extract

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/syntax"
)

// pageNode is one page of the page tree, with what it inherits.
type pageNode struct {
	dict      object.Dict
	resources object.Object
	mediaBox  []float64
	cropBox   []float64
	rotate    int // 0, 90, 180 or 270, clockwise
	// lost says what of the page is not in the file, "" where all is.
	lost string
	// misspelt is an entry that stands under another name, "" where none does.
	misspelt object.Name
}

// pageTree walks the page tree once (PDF 32000-1, 7.7.3). A node with kids
// that was met before is not walked again, so a cycle ends; a page that the
// tree names twice is shown twice.
func (f *file) pageTree(root object.Object) (pages []pageNode, err error) {
	seen, shown := map[object.Ref]bool{}, map[object.Ref]bool{}
	var walk func(o object.Object, above pageNode, depth int) error
	walk = func(o object.Object, above pageNode, depth int) error {
		ref, indirect := o.(object.Ref)
		if indirect && seen[ref] {
			return nil
		}
		d := f.dict(o)
		if d == nil {
			if depth > 0 && (f.absent(o) || f.resolve(o) != nil) {
				f.lostPages = append(f.lostPages, len(pages)+1)
			}
			return nil
		}
		node := f.inherit(above, d)
		kids := f.array(d["Kids"])
		if leaf := kids == nil || f.name(d["Type"]) == "Page"; indirect && !leaf {
			seen[ref] = true
		} else if leaf {
			if len(pages) >= f.limits.Pages {
				return &object.LimitError{Limit: "Pages", Max: int64(f.limits.Pages)}
			}
			if depth > 0 && f.noPage(d) {
				f.lostPages = append(f.lostPages, len(pages)+1)
			}
			if depth > 0 || d["Contents"] != nil || f.name(d["Type"]) == "Page" {
				pages = append(pages, node)
				if indirect && shown[ref] {
					f.twicePages = append(f.twicePages, len(pages))
				}
				shown[ref] = indirect
			}
			return nil
		}
		if depth >= f.limits.Nesting {
			return f.limits.TooDeep()
		}
		for _, k := range kids {
			if err := walk(k, node, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	err = walk(root, pageNode{}, 0)
	return pages, err
}

// noPage reports whether what the tree names as a page is something else, so that
// the page itself was lost.
func (f *file) noPage(d object.Dict) bool {
	if d["Contents"] != nil {
		return false
	}
	kind := f.name(d["Type"])
	if n, ok := f.number(d["Count"]); kind == "Pages" && d["Kids"] == nil && ok && n > 0 {
		return true // its list was lost
	}
	return kind != "" && kind != "Page" && kind != "Pages" || kind == "" && d["Parent"] == nil && d["MediaBox"] == nil
}

// pageParts are the entries of a page whose loss changes what is read.
var pageParts = []object.Name{"Contents", "Resources", "MediaBox", "CropBox", "Rotate"}

func (f *file) inherit(above pageNode, d object.Dict) pageNode {
	n := above
	n.dict = d
	if r := d["Resources"]; r != nil {
		n.resources = r
		if f.dict(r) == nil && f.absent(r) {
			n.lost = "its resources are"
		}
	}
	if b := f.numbers(d["MediaBox"], 4); b != nil {
		n.mediaBox = b
	} else if d["MediaBox"] != nil {
		n.lost = "its size is"
	}
	if part := misspelt(d, pageParts); part != "" {
		n.misspelt = part
	}
	if b := f.numbers(d["CropBox"], 4); b != nil {
		n.cropBox = b
	}
	if v, ok := f.number(d["Rotate"]); ok {
		n.rotate = ((int(math.Round(v/90))*90)%360 + 360) % 360
	}
	return n
}

// letterSize is the page size that stands in for a missing or absurd MediaBox.
var letterSize = [4]float64{0, 0, 612, 792}

// maxPageSide is the largest page side in points that is believed: PDF
// itself ends at 14,400 without UserUnit.
const maxPageSide = 1e6

// display gives the matrix from the page's user space to display space (see
// model's package comment) and the page's size as displayed.
func (n pageNode) display() (m matrix, width, height float64) {
	box := letterSize
	if b, ok := rectangle(n.mediaBox); ok {
		box = b
	}
	if c, ok := rectangle(n.cropBox); ok {
		// The crop box counts only as far as it lies on the medium.
		c = [4]float64{max(box[0], c[0]), max(box[1], c[1]), min(box[2], c[2]), min(box[3], c[3])}
		if c[2] > c[0] && c[3] > c[1] {
			box = c
		}
	}
	w, h := box[2]-box[0], box[3]-box[1]
	switch n.rotate {
	case 90:
		return matrix{0, 1, 1, 0, -box[1], -box[0]}, h, w
	case 180:
		return matrix{-1, 0, 0, 1, box[2], -box[1]}, w, h
	case 270:
		return matrix{0, -1, -1, 0, box[3], box[2]}, h, w
	}
	return matrix{1, 0, 0, -1, -box[0], box[3]}, w, h
}

func rectangle(b []float64) ([4]float64, bool) {
	if len(b) != 4 {
		return letterSize, false
	}
	r := [4]float64{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
	w, h := r[2]-r[0], r[3]-r[1]
	return r, w > 0 && h > 0 && w <= maxPageSide && h <= maxPageSide
}

// misnamed reports whether a page has no content under that name, and has a
// stream under a name that pages do not have: a damaged key looks like that,
// and the page like a blank one.
func (f *file) misnamed(page object.Dict) bool {
	if page["Contents"] != nil {
		return false
	}
	for k, v := range page {
		if k == "Thumb" || k == "Metadata" {
			continue
		}
		if parts := f.array(v); f.stream(v) != nil || len(parts) > 0 && !slices.ContainsFunc(parts, func(o object.Object) bool { return f.stream(o) == nil }) {
			return true
		}
	}
	return false
}

// errContentLost says that a page names content that the file does not have.
var errContentLost = fmt.Errorf("%w: a part of the page's content is named and is not in the file", object.ErrDamaged)

// contents joins a page's content streams.
func (f *file) contents(o object.Object) ([]byte, error) {
	switch v := f.resolve(o).(type) {
	case *object.Stream:
		return f.data(v)
	case object.Array:
		var (
			parts [][]byte
			first error
			torn  bool // something is missing in front of the next part
		)
		for _, e := range v {
			s := f.stream(e)
			if s == nil {
				torn = true
				if first == nil && (f.absent(e) || f.resolve(e) != nil) {
					first = errContentLost
				}
				continue
			}
			b, err := f.data(s)
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
	if o != nil && (f.absent(o) || f.resolve(o) != nil) {
		return nil, errContentLost
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
	return operators[string(word)] != nil || ignored[string(word)] || string(word) == "BI"
}

func isNumber(word []byte) bool { return len(bytes.Trim(word, "0123456789.+-")) == 0 }
