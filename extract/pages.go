package extract

import (
	"bytes"
	"errors"
	"math"

	"recount/extract/object"
)

// pageNode is one page of the page tree, with what it inherits.
type pageNode struct {
	dict      object.Dict
	resources object.Object
	mediaBox  []float64
	cropBox   []float64
	rotate    int // 0, 90, 180 or 270, clockwise
}

// pageTree walks the page tree once (PDF 32000-1, 7.7.3). A node with kids
// that was met before is not walked again, so a cycle ends; a page that the
// tree names twice is shown twice.
func (f *file) pageTree(root object.Object) (pages []pageNode, err error) {
	seen := map[object.Ref]bool{}
	var walk func(o object.Object, above pageNode, depth int) error
	walk = func(o object.Object, above pageNode, depth int) error {
		ref, indirect := o.(object.Ref)
		if indirect && seen[ref] {
			return nil
		}
		d := f.dict(o)
		if d == nil {
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
			if depth > 0 || d["Contents"] != nil || f.name(d["Type"]) == "Page" {
				pages = append(pages, node)
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

func (f *file) inherit(above pageNode, d object.Dict) pageNode {
	n := above
	n.dict = d
	if r := d["Resources"]; r != nil {
		n.resources = r
	}
	if b := f.numbers(d["MediaBox"], 4); b != nil {
		n.mediaBox = b
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

// contents joins a page's content streams with white space between them:
// operators may not be cut by a stream's end, operands may.
func (f *file) contents(o object.Object) ([]byte, error) {
	switch v := f.resolve(o).(type) {
	case *object.Stream:
		return f.data(v)
	case object.Array:
		var (
			parts [][]byte
			first error
		)
		for _, e := range v {
			s := f.stream(e)
			if s == nil {
				continue
			}
			b, err := f.data(s)
			parts = append(parts, b)
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
		return bytes.Join(parts, []byte{'\n'}), first
	}
	return nil, nil
}
